package import LawLanguage

/// The shape of a syntax tree as text: every value with its label, without the places.
///
/// Two files of one shape say the same law.
package func shape(of file: SourceFile) -> String {
  func describe(_ value: Any, _ label: String, _ indent: String, _ lines: inout [String]) {
    let type = String(describing: type(of: value))
    guard type != "SourceRange", !type.hasPrefix("Optional<SourceRange>") else { return }
    let mirror = Mirror(reflecting: value)
    if mirror.displayStyle == .optional, let wrapped = mirror.children.first {
      describe(wrapped.value, label, indent, &lines)
      return
    }
    if value is String || value is Int || value is Bool || value is Day || mirror.children.isEmpty {
      lines.append("\(indent)\(label) \(value)")
      return
    }
    if type.hasPrefix("Located<"), let inner = mirror.children.first(where: { $0.label == "value" }) {
      describe(inner.value, label, indent, &lines)
      return
    }
    lines.append("\(indent)\(label)\(mirror.displayStyle == .enum ? "" : " \(type)")")
    for child in mirror.children { describe(child.value, child.label ?? "-", indent + "  ", &lines) }
  }
  var lines: [String] = []
  let tree = LawParser.syntax(of: file).tree
  for child in Mirror(reflecting: tree).children where child.label == "declarations" || child.label == "cases" {
    describe(child.value, child.label ?? "", "", &lines)
  }
  return lines.joined(separator: "\n")
}
