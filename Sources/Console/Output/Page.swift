/// Text laid out for a screen: paragraphs wrapped to its width, with indents.
package struct Page {
  package let width: Int
  package let hasColour: Bool
  package private(set) var lines: [String] = []
  private var isUnderHeading = false

  /// How a paragraph looks where there is colour. It never says anything that the words do not.
  package enum Look: String {
    case plain = ""
    case bold = "1"
    case dim = "2"
    case red = "1;31"
    case green = "1;32"
    case yellow = "1;33"
  }

  package init(width: Int, hasColour: Bool = false) {
    self.width = width
    self.hasColour = hasColour
  }

  package var text: String { lines.joined(separator: "\n") }

  /// An empty line, unless there is one already, or a heading.
  package mutating func gap() {
    if let last = lines.last, !last.isEmpty, !isUnderHeading { lines.append("") }
  }

  package mutating func heading(_ text: String) {
    gap()
    paragraph(text.uppercased(), look: .bold)
    isUnderHeading = true
  }

  /// A wrapped paragraph. The lead (a bullet, a number, a label) stands before it; further lines align after it.
  package mutating func paragraph(_ text: String, indent: Int = 0, lead: String = "", look: Look = .plain) {
    isUnderHeading = false
    let margin = indent + lead.count
    let wrapped = Page.wrap(Page.printable(text), room: max(width - margin, 12))
    for (index, line) in wrapped.enumerated() {
      let before = String(repeating: " ", count: index == 0 ? indent : margin) + (index == 0 ? lead : "")
      lines.append(before + dressed(line, look))
    }
  }

  /// A line as it is, however long: source text.
  package mutating func verbatim(_ line: String, indent: Int) {
    lines.append(String(repeating: " ", count: indent) + Page.printable(line))
  }

  private func dressed(_ line: String, _ look: Look) -> String {
    hasColour && look != .plain ? "\u{1B}[\(look.rawValue)m\(line)\u{1B}[0m" : line
  }

  /// Without characters that would move the cursor or change the screen: texts of a request are printed as well.
  package static func printable(_ text: String) -> String {
    String(
      String.UnicodeScalarView(
        text.unicodeScalars.map { scalar in
          switch scalar.properties.generalCategory {
          case .control, .format, .lineSeparator, .paragraphSeparator: " "
          default: scalar
          }
        }))
  }

  private static func wrap(_ text: String, room: Int) -> [String] {
    var lines: [String] = []
    var line = ""
    for word in text.split(separator: " ") {
      var rest = word
      if !line.isEmpty, line.count + 1 + rest.count > room {
        lines.append(line)
        line = ""
      }
      // A word longer than a line, such as a digest, is cut.
      while line.isEmpty, rest.count > room {
        lines.append(String(rest.prefix(room)))
        rest = rest.dropFirst(room)
      }
      line += line.isEmpty ? String(rest) : " " + rest
    }
    if !line.isEmpty || lines.isEmpty { lines.append(line) }
    return lines
  }
}
