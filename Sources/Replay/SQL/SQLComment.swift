/// What is said beside a query, on lines that a reader has room for.
enum SQLComment {
  /// A comment ends with its line, so what is said in it must not have lines.
  static func oneLine(_ text: String) -> String { String(text.map { $0.isNewline ? " " : $0 }) }

  /// The text as comment lines.
  static func lines(_ text: String, indent: Int) -> [String] {
    let margin = String(repeating: " ", count: indent) + "--"
    let lead = text.prefix { $0 == " " }
    var lines: [String] = []
    var line = margin
    for word in oneLine(text).split(separator: " ") {
      if line.count + word.count > 128, line != margin {
        lines.append(line)
        line = margin
      }
      line += (line == margin ? " " + lead : " ") + word
    }
    return lines + [line]
  }
}
