/// The lines of a file, found once, so that many places in it can be told apart cheaply.
package struct SourceLines: Sendable {
  private let file: SourceFile
  /// The first byte of each line.
  private let starts: [Int]

  /// Finds the lines of a file.
  package init(_ file: SourceFile) {
    self.file = file
    var starts = [0]
    for index in file.bytes.indices where file.bytes[index] == UInt8(ascii: "\n") { starts.append(index + 1) }
    self.starts = starts
  }

  /// The index of the line that holds a byte, from 0.
  package func line(at offset: Int) -> Int {
    var low = 0
    var high = starts.count - 1
    while low < high {
      let middle = (low + high + 1) / 2
      if starts[middle] <= offset { low = middle } else { high = middle - 1 }
    }
    return low
  }

  /// The bytes of a line (from 0), without its line break.
  package func range(ofLine line: Int) -> SourceRange {
    let start = starts[line]
    var end = line + 1 < starts.count ? starts[line + 1] - 1 : file.bytes.count
    if end > start, file.bytes[end - 1] == UInt8(ascii: "\r") { end -= 1 }
    return SourceRange(start, end)
  }

  /// The text of a line from its start to a byte, or to its end.
  package func text(ofLine line: Int, upTo offset: Int? = nil) -> String {
    let range = range(ofLine: line)
    return file.text(SourceRange(range.lower, min(range.upper, offset ?? range.upper)))
  }

  /// Line and column of a byte, both from 1; the column counts characters, as an editor does.
  package func position(of offset: Int) -> SourcePosition {
    let line = line(at: offset)
    return SourcePosition(line: line + 1, column: text(ofLine: line, upTo: offset).count + 1)
  }

  /// Line and column of a byte, both from 0; the column counts UTF-16 units, as the Language Server Protocol does.
  package func protocolPosition(of offset: Int) -> (line: Int, character: Int) {
    let line = line(at: offset)
    return (line, text(ofLine: line, upTo: offset).utf16.count)
  }
}
