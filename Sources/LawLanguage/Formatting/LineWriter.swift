/// Collects lines.
struct LineWriter {
  /// The columns of a line.
  static let width = 140
  /// The columns of a line that holds a condition, which is read with more care.
  static let conditionWidth = 100

  private(set) var lines: [String] = []
  private var line = ""
  private var lineWidth = 0
  /// How far in the line starts.
  private(set) var indent = 0
  /// Whether the line has ended in a comment, so that nothing more can stand on it.
  private(set) var isEnded = false

  /// Where the next piece is written.
  var column: Int { line.isEmpty ? indent : lineWidth }

  /// Starts a line.
  mutating func startLine(indent: Int) {
    endLine()
    self.indent = indent
  }

  /// Leaves an empty line, unless nothing was written yet.
  mutating func leaveLine() {
    endLine()
    if !lines.isEmpty { lines.append("") }
  }

  /// Writes a piece of a line, with spaces before it unless it is the first.
  mutating func write(_ text: String, spaces: Int) {
    var margin = line.isEmpty ? indent : spaces
    if isEnded {
      // What follows a comment still belongs to the line that the comment ended.
      endLine()
      margin = indent + 2
    }
    line += String(repeating: " ", count: margin) + text
    lineWidth += margin + text.count
  }

  /// Writes a comment that ends the line.
  mutating func writeComment(_ text: String) {
    write(text, spaces: 2)
    isEnded = true
  }

  /// Writes a comment on a line of its own, at a place where the line goes on.
  mutating func writeOwnLineComment(_ text: String) {
    if line.isEmpty {
      write(text, spaces: 0)
      endLine()
    } else {
      isEnded = true
      writeComment(text)
    }
  }

  /// Ends the line, if anything stands on it.
  mutating func endLine() {
    if !line.isEmpty { lines.append(line) }
    line = ""
    lineWidth = 0
    isEnded = false
  }
}
