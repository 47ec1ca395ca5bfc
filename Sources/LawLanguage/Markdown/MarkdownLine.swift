/// One line of a Markdown document, as byte offsets into it.
struct MarkdownLine {
  /// The first byte.
  let lower: Int
  /// One past the last byte before the line break; a carriage return belongs to the break.
  let upper: Int
  /// Where the next line starts.
  let next: Int

  /// The line that starts at an offset.
  init(at offset: Int, in bytes: [UInt8]) {
    var end = offset
    while end < bytes.count, bytes[end] != UInt8(ascii: "\n") { end += 1 }
    lower = offset
    next = min(end + 1, bytes.count)
    upper = end > offset && bytes[end - 1] == UInt8(ascii: "\r") ? end - 1 : end
  }

  /// The first byte at or after an offset that is neither space nor tab, or the line's end.
  func firstText(from offset: Int, in bytes: [UInt8]) -> Int {
    var index = offset
    while index < upper, bytes[index] == UInt8(ascii: " ") || bytes[index] == UInt8(ascii: "\t") { index += 1 }
    return index
  }

  /// One past the last byte that is neither space nor tab.
  func lastText(in bytes: [UInt8]) -> Int {
    var index = upper
    while index > lower, bytes[index - 1] == UInt8(ascii: " ") || bytes[index - 1] == UInt8(ascii: "\t") { index -= 1 }
    return index
  }

  /// The first byte after the marks of quotes and list items: `> `, `- `, `1. `.
  func afterContainers(in bytes: [UInt8]) -> Int {
    var index = firstText(from: lower, in: bytes)
    while index < upper {
      var end = index
      switch bytes[index] {
      case UInt8(ascii: ">"):
        index = firstText(from: index + 1, in: bytes)
        continue
      case UInt8(ascii: "-"), UInt8(ascii: "*"), UInt8(ascii: "+"):
        end = index + 1
      case UInt8(ascii: "0")...UInt8(ascii: "9"):
        while end < upper, (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(bytes[end]) { end += 1 }
        guard end < upper, bytes[end] == UInt8(ascii: ".") || bytes[end] == UInt8(ascii: ")") else { return index }
        end += 1
      default:
        return index
      }
      guard end < upper, bytes[end] == UInt8(ascii: " ") || bytes[end] == UInt8(ascii: "\t") else { return index }
      index = firstText(from: end, in: bytes)
    }
    return index
  }

  /// The run of backticks or tildes at an offset, if it is long enough to fence.
  func fence(at offset: Int, in bytes: [UInt8]) -> Fence? {
    guard offset < upper, bytes[offset] == UInt8(ascii: "`") || bytes[offset] == UInt8(ascii: "~") else { return nil }
    var end = offset
    while end < upper, bytes[end] == bytes[offset] { end += 1 }
    guard end - offset >= 3 else { return nil }
    return Fence(mark: bytes[offset], lower: offset, upper: end)
  }
}

/// Three or more backticks or tildes.
struct Fence {
  let mark: UInt8
  let lower: Int
  let upper: Int

  var length: Int { upper - lower }
  var isBackticks: Bool { mark == UInt8(ascii: "`") }
}
