import Subprocess

/// The lines that a process writes, none longer than a limit.
struct ByteLines {
  private var source: SubprocessOutputSequence.Iterator
  private var bytes: [UInt8] = []
  /// Up to where there is no end of a line.
  private var searched = 0
  private let limit: Int

  enum Next: Sendable {
    case line([UInt8])
    /// The process writes no more, or cannot be read.
    case end
    case tooLong
  }

  init(of output: SubprocessOutputSequence, limit: Int) {
    source = output.makeAsyncIterator()
    self.limit = limit
  }

  mutating func next() async -> Next {
    while true {
      if let end = bytes[searched...].firstIndex(of: UInt8(ascii: "\n")) {
        let line = Array(bytes[..<end])
        bytes.removeSubrange(...end)
        searched = 0
        return .line(line)
      }
      searched = bytes.count
      guard bytes.count <= limit else { return .tooLong }
      guard let more = try? await source.next() else { return .end }
      more.withUnsafeBytes { bytes.append(contentsOf: $0) }
    }
  }
}
