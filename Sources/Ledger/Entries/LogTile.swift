/// One file of a published log: up to 256 hashes of a level, or as many entries (C2SP tlog-tiles).
public struct LogTile: Hashable, Sendable {
  /// What a tile holds.
  public enum Content: Hashable, Sendable {
    /// Hashes; those of level L span 256^L leaves each.
    case hashes(level: Int)
    /// Entries.
    case entries
  }

  /// How many hashes or entries a full tile holds.
  public static let width = 256
  /// The largest tile of hashes, in bytes.
  static let largest = width * MerkleHash.byteCount
  /// How many levels of a tree one level of tiles spans.
  static let height = 8
  /// Trees of the largest size that checkpoints may name have no tiles above.
  static let highestLevel = 6

  /// What it holds.
  public let content: Content
  /// Which tile of its level it is, from the left.
  public let index: Int
  /// How many hashes or entries it holds, 1 to 256.
  public let width: Int

  package init(_ content: Content, index: Int, width: Int = LogTile.width) {
    self.content = content
    self.index = index
    self.width = width
  }

  /// Reads the path below a log's address, such as `tile/0/x001/067` or `tile/entries/000.p/17`; nil for anything that
  /// the specification would write otherwise.
  public init?(path: String) {
    guard path.utf8.count <= 64 else { return nil }
    var parts = path.split(separator: "/", omittingEmptySubsequences: false)
    guard parts.count >= 3, parts[0] == "tile" else { return nil }
    let content: Content
    if parts[1] == "entries" {
      content = .entries
    } else {
      guard let level = PlainNumber.read(parts[1], atMost: LogTile.highestLevel) else { return nil }
      content = .hashes(level: level)
    }
    parts.removeFirst(2)
    var width = LogTile.width
    if parts.count >= 2, parts[parts.count - 2].hasSuffix(".p") {
      guard let partial = PlainNumber.read(parts.removeLast(), atMost: LogTile.width - 1), partial > 0 else {
        return nil
      }
      width = partial
      parts[parts.count - 1].removeLast(2)
    }
    var index = 0
    for (position, part) in parts.enumerated() {
      let digits = position < parts.count - 1 ? part.dropFirst() : part
      guard position == parts.count - 1 || part.first == "x", digits.utf8.count == 3,
        digits.utf8.allSatisfy({ (0x30...0x39).contains($0) }), let group = Int(digits),
        index <= Checkpoint.largestSize / 1000
      else { return nil }
      index = index * 1000 + group
    }
    self.init(content, index: index, width: width)
    guard self.path == path else { return nil }
  }

  /// The path below the log's address.
  public var path: String {
    var groups = [LogTile.group(index % 1000)]
    var rest = index / 1000
    while rest > 0 {
      groups.append("x" + LogTile.group(rest % 1000))
      rest /= 1000
    }
    let kind =
      switch content {
      case .hashes(let level): String(level)
      case .entries: "entries"
      }
    let partial = width < LogTile.width ? ".p/\(width)" : ""
    return "tile/\(kind)/" + groups.reversed().joined(separator: "/") + partial
  }

  private static func group(_ number: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: 3 - digits.count) + digits
  }

  /// Which of a level's hashes or entries it holds.
  package var range: Range<Int> { index * LogTile.width..<(index * LogTile.width + width) }

  /// The height in the tree of what it holds.
  package var treeLevel: Int {
    switch content {
    case .hashes(let level): level * LogTile.height
    case .entries: 0
    }
  }

  /// Whether a tree of this size has all that the tile holds.
  package func isWithin(size: Int) -> Bool { range.upperBound <= size >> treeLevel }

  /// The tiles of one kind that a tree of this size has, from the left; the last may be partial.
  package static func all(_ content: Content, size: Int) -> LazyMapSequence<Range<Int>, LogTile> {
    let count = size >> LogTile(content, index: 0).treeLevel
    return (0..<((count + width - 1) / width)).lazy.map { index in
      LogTile(content, index: index, width: min(width, count - index * width))
    }
  }

  /// The levels of hash tiles that a tree of this size has.
  package static func levels(size: Int) -> Range<Int> {
    var level = 0
    while size >> (level * height) > 0 { level += 1 }
    return 0..<level
  }
}
