/// A text of the library: its path, as a reader knows it, and its bytes.
public struct SourceFile: Sendable, Hashable {
  /// The path from the library's folder, with forward slashes: `il/trust.md`.
  public let path: String
  /// The file, as UTF-8.
  public let bytes: [UInt8]

  /// A file of the given path and bytes.
  public init(path: String, bytes: [UInt8]) {
    self.path = path
    self.bytes = bytes
  }

  /// A file made of a text, for tests and for what is typed in.
  public init(path: String, text: String) {
    self.init(path: path, bytes: Array(text.utf8))
  }

  /// The text between two byte offsets, clamped to the file.
  public func text(_ range: SourceRange) -> String {
    let lower = max(0, min(range.lower, bytes.count))
    let upper = max(lower, min(range.upper, bytes.count))
    return String(decoding: bytes[lower..<upper], as: UTF8.self)
  }

  /// Line and column of a byte offset, both from 1; the column counts characters, as an editor does.
  public func position(of offset: Int) -> SourcePosition {
    let end = max(0, min(offset, bytes.count))
    var line = 1
    var lineStart = 0
    for index in 0..<end where bytes[index] == UInt8(ascii: "\n") {
      line += 1
      lineStart = index + 1
    }
    let column = String(decoding: bytes[lineStart..<end], as: UTF8.self).count + 1
    return SourcePosition(line: line, column: column)
  }

  /// The whole line (from 1), without its line break.
  public func line(_ number: Int) -> String {
    var line = 1
    var start = 0
    for index in bytes.indices where bytes[index] == UInt8(ascii: "\n") {
      if line == number { return String(decoding: bytes[start..<index], as: UTF8.self) }
      line += 1
      start = index + 1
    }
    return line == number ? String(decoding: bytes[start...], as: UTF8.self) : ""
  }
}

/// Line and column, both from 1.
public struct SourcePosition: Sendable, Hashable {
  /// The line, from 1.
  public let line: Int
  /// The column in characters, from 1.
  public let column: Int

  /// A line and a column, both from 1.
  package init(line: Int, column: Int) {
    self.line = line
    self.column = column
  }
}

/// Byte offsets into a file: from `lower` up to, not including, `upper`.
public struct SourceRange: Sendable, Hashable {
  /// The first byte.
  public let lower: Int
  /// One past the last byte.
  public let upper: Int

  /// A range of bytes.
  public init(_ lower: Int, _ upper: Int) {
    self.lower = lower
    self.upper = upper
  }

  /// The smallest range that holds both.
  public func union(_ other: SourceRange) -> SourceRange {
    SourceRange(min(lower, other.lower), max(upper, other.upper))
  }
}

/// A range in a named file, with the heading it lies under: what a diagnostic points at.
public struct SourceLocation: Sendable, Hashable {
  /// The file's path.
  public let path: String
  /// The bytes.
  public let range: SourceRange
  /// The nearest heading above, without its marks, or an empty text.
  public let heading: String

  /// A place in a file.
  public init(path: String, range: SourceRange, heading: String) {
    self.path = path
    self.range = range
    self.heading = heading
  }

  /// The bytes tell nearly all places apart; paths and headings are long.
  public func hash(into hasher: inout Hasher) { hasher.combine(range) }
}
