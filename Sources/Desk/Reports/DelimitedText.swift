/// Text in rows and cells between commas (RFC 4180), written and read.
///
/// Spreadsheets run a cell that begins with `=`, `+`, `-`, `@`, a tab or a carriage return as a formula. Such a cell is
/// written behind an apostrophe, which they take for "this is text", and read back without it.
///
/// Why not a package: the one that is kept for Swift (SwiftCSV 0.10.0, read) writes a cell that holds a line break without
/// quotes and ends lines by LF, so that what it wrote it does not read back; and of what is wrong with a file it tells no
/// line, which an agency needs to put its report right.
public enum DelimitedText {
  /// How much is read.
  public enum Limits {
    /// Bytes of a file.
    public static let bytes = 1 << 20
    /// Rows.
    public static let rows = 20_000
    /// Cells of a row.
    public static let cells = 60
    /// Bytes of a cell.
    public static let cell = 4_000
  }

  /// What is wrong with a file, and where: lines and columns are counted from 1, as spreadsheets count them.
  public struct Mistake: Error, Sendable, Hashable, Codable, CustomStringConvertible {
    /// The line of the file on which it stands.
    public let line: Int
    /// The cell within the row; nil where the whole row is meant.
    public let column: Int?
    /// What is wrong and what to do.
    public let sentence: String

    /// A mistake at a place.
    public init(line: Int, column: Int? = nil, _ sentence: String) {
      self.line = line
      self.column = column
      self.sentence = sentence
    }

    /// `Line 3, column 2: …`
    public var description: String { "Line \(line)\(column.map { ", column \($0)" } ?? ""): \(sentence)" }
  }

  /// A row and where it begins.
  public struct Row: Sendable, Hashable {
    /// The line.
    public let line: Int
    /// The cells.
    public let cells: [String]
  }

  private static let formula: Set<UInt8> = Set("=+-@\t\r".utf8)

  /// Writes rows, each ended by CR LF.
  public static func written(_ rows: [[String]]) -> [UInt8] {
    var bytes: [UInt8] = []
    for row in rows {
      for (index, cell) in row.enumerated() {
        if index > 0 { bytes.append(UInt8(ascii: ",")) }
        bytes += written(cell)
      }
      bytes += [0x0D, 0x0A]
    }
    return bytes
  }

  private static func written(_ cell: String) -> [UInt8] {
    let isFormula = cell.utf8.first.map(formula.contains) ?? false
    // What begins with an apostrophe before such a sign is not mistaken for one that was guarded.
    let looksGuarded = cell.utf8.first == 0x27 && (cell.utf8.dropFirst().first.map(isGuard) ?? false)
    let content = Array((isFormula || looksGuarded ? "'" + cell : cell).utf8)
    let isPlain = content.allSatisfy { $0 > 0x20 && $0 != 0x22 && $0 != 0x2C || $0 == 0x20 }
    // A mark of byte order at the start of a file is no part of its first cell.
    let hasEdges = content.first == 0x20 || content.last == 0x20 || content.starts(with: [0xEF, 0xBB, 0xBF])
    if isPlain, !hasEdges, !isFormula { return content }
    return [0x22] + content.flatMap { $0 == 0x22 ? [0x22, 0x22] : [$0] } + [0x22]
  }

  /// Reads a file: UTF-8, with or without its mark; lines end by LF or CR LF. Rows without content are passed over.
  public static func read(_ bytes: [UInt8]) throws(Mistake) -> [Row] {
    guard bytes.count <= Limits.bytes else {
      throw Mistake(line: 1, "the file is larger than \(Limits.bytes) bytes; send it in parts")
    }
    let content = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes[3...] : bytes[...]
    guard String(validating: content, as: UTF8.self) != nil else {
      let lines = content.split(separator: 0x0A, omittingEmptySubsequences: false)
      let line = 1 + (lines.firstIndex { String(validating: $0, as: UTF8.self) == nil } ?? 0)
      throw Mistake(line: line, "it is not UTF-8; save the file as “CSV UTF-8”")
    }
    var reader = Reader(bytes: Array(content))
    return try reader.rows()
  }

  private struct Reader {
    let bytes: [UInt8]
    var at = 0
    var line = 1

    init(bytes: [UInt8]) { self.bytes = bytes }

    mutating func rows() throws(Mistake) -> [Row] {
      var rows: [Row] = []
      while at < bytes.count {
        let start = line
        let cells = try row()
        guard cells.contains(where: { !$0.isEmpty }) else { continue }
        guard rows.count < Limits.rows else { throw Mistake(line: start, "at most \(Limits.rows) rows are read") }
        rows.append(Row(line: start, cells: cells))
      }
      return rows
    }

    private mutating func row() throws(Mistake) -> [String] {
      let start = line
      var cells: [String] = []
      while true {
        let cell = try self.cell(column: cells.count + 1)
        guard cells.count < Limits.cells else { throw Mistake(line: start, "a row has at most \(Limits.cells) cells") }
        cells.append(cell)
        guard at < bytes.count else { return cells }
        let byte = bytes[at]
        at += 1
        if byte == 0x2C { continue }
        if byte == 0x0D, at < bytes.count, bytes[at] == 0x0A { at += 1 }
        line += 1
        return cells
      }
    }

    /// Reads up to the comma or the end of the line.
    private mutating func cell(column: Int) throws(Mistake) -> String {
      let start = line
      var content: [UInt8] = []
      if at < bytes.count, bytes[at] == 0x22 {
        at += 1
        while true {
          guard at < bytes.count else { throw Mistake(line: start, column: column, "a quotation mark is not closed") }
          let byte = bytes[at]
          at += 1
          if byte == 0x22 {
            guard at < bytes.count, bytes[at] == 0x22 else { break }
            at += 1
          } else if byte == 0x0A {
            line += 1
          }
          content.append(byte)
          try check(content, start, column)
        }
        guard at == bytes.count || [0x2C, 0x0A, 0x0D].contains(bytes[at]) else {
          throw Mistake(line: line, column: column, "a closing quotation mark is followed by a comma or the line's end")
        }
      } else {
        while at < bytes.count, ![0x2C, 0x0A, 0x0D].contains(bytes[at]) {
          guard bytes[at] != 0x22 else {
            throw Mistake(
              line: line, column: column, "a quotation mark stands inside a cell that does not begin with one")
          }
          content.append(bytes[at])
          try check(content, start, column)
          at += 1
        }
      }
      if content.first == 0x27, content.count > 1, DelimitedText.isGuard(content[1]) { content.removeFirst() }
      guard !content.contains(0) else { throw Mistake(line: start, column: column, "it holds a null character") }
      return String(decoding: content, as: UTF8.self)
    }

    private func check(_ content: [UInt8], _ line: Int, _ column: Int) throws(Mistake) {
      guard content.count <= Limits.cell else {
        throw Mistake(line: line, column: column, "a cell has at most \(Limits.cell) bytes")
      }
    }
  }

  private static func isGuard(_ byte: UInt8) -> Bool { byte == 0x27 || formula.contains(byte) }
}
