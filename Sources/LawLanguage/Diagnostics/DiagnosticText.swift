/// Writes diagnostics for a reader: what is wrong, the source with the place underlined, what else matters, what to do.
public struct DiagnosticText: Sendable {
  private let lines: [String: SourceLines]
  private let colour: Bool

  /// The longest place that is shown whole, in lines.
  private static let mostLines = 4

  /// A writer for findings in the given files, with ANSI colours if asked.
  public init(files: [SourceFile], colour: Bool = false) {
    lines = Dictionary(files.map { ($0.path, SourceLines($0)) }, uniquingKeysWith: { first, _ in first })
    self.colour = colour
  }

  /// All findings, an empty line between them; empty if there are none.
  public func render(_ diagnostics: [Diagnostic]) -> String {
    diagnostics.map(render).joined(separator: "\n")
  }

  /// One finding, ending with a line break.
  public func render(_ diagnostic: Diagnostic) -> String {
    render(
      title: "\(diagnostic.level.rawValue)[\(diagnostic.code.rawValue)]", style: diagnostic.level.style,
      message: diagnostic.message, at: diagnostic.location, related: diagnostic.related, help: diagnostic.help)
  }

  /// A remark that is neither error nor warning, or one that has no place, laid out as findings are.
  package func render(
    title: String, level: Diagnostic.Level?, message: String, at location: SourceLocation?,
    related: [Diagnostic.Related], help: String?
  ) -> String {
    render(
      title: title, style: level?.style ?? .help, message: message, at: location, related: related, help: help)
  }

  private func render(
    title: String, style: Style, message: String, at location: SourceLocation?, related: [Diagnostic.Related],
    help: String?
  ) -> String {
    let margin = marginWidth(of: (location.map { [$0] } ?? []) + related.map(\.location))
    var text = "\(paint(title, style)): \(paint(DisplayText.message(message), .bold))\n"
    if let location { text += place(location, caption: nil, margin: margin, style: style) }
    for related in related {
      text += place(related.location, caption: related.caption, margin: margin, style: .margin)
    }
    if let help { text += "\(paint("help", .help)): \(DisplayText.message(help))\n" }
    return text
  }

  private func marginWidth(of places: [SourceLocation]) -> Int {
    let last = places.compactMap { place in lines[place.path]?.line(at: lastByte(of: place.range)) }.max() ?? 0
    return String(last + 1).count
  }

  private func lastByte(of range: SourceRange) -> Int { max(range.lower, range.upper - 1) }

  private func place(_ location: SourceLocation, caption: String?, margin: Int, style: Style) -> String {
    let indent = String(repeating: " ", count: margin)
    guard let lines = lines[location.path] else {
      return
        "\(indent)\(paint("-->", .margin)) \(DisplayText.message(location.path))\(caption.map { "  \($0)" } ?? "")\n"
    }
    let position = lines.position(of: location.range.lower)
    var text = "\(indent)\(paint("-->", .margin)) "
    text += "\(DisplayText.message(location.path)):\(position.line):\(position.column)"
    if !location.heading.isEmpty { text += "  under \"\(DisplayText.message(location.heading))\"" }
    text += "\n"
    let empty = "\(indent) \(paint("|", .margin))"
    text += "\(empty)\n"
    let first = position.line - 1
    let last = max(first, lines.line(at: lastByte(of: location.range)))
    for line in first...last {
      if last - first >= Self.mostLines, line > first + 1, line < last {
        if line == first + 2 { text += "\(indent) \(paint("⋮", .margin))\n" }
        continue
      }
      let number = String(line + 1)
      let gutter = String(repeating: " ", count: margin - number.count) + number
      let underline = underline(location.range, line, lines)
      let shown = DisplayText.line(lines.text(ofLine: line))
      let cut = DisplayText.cut(shown, around: underline.start)
      text += "\(paint("\(gutter) |", .margin)) \(cut.text)\n"
      let words = line == last ? caption.map { " \(DisplayText.message($0))" } ?? "" : ""
      let space = String(repeating: " ", count: max(0, underline.start - cut.removed))
      let marks = String(repeating: "^", count: min(underline.width, DisplayText.widest))
      text += "\(empty) \(space)\(paint(marks + words, style))\n"
    }
    return text
  }

  /// The columns of a range on a line: before it, and under it, at least one.
  private func underline(_ range: SourceRange, _ line: Int, _ lines: SourceLines) -> (start: Int, width: Int) {
    let whole = lines.range(ofLine: line)
    let indent = lines.text(ofLine: line).utf8.prefix { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\t") }.count
    let lower = range.lower > whole.lower ? range.lower : whole.lower + indent
    let start = DisplayText.columns(lines.text(ofLine: line, upTo: lower))
    let end = DisplayText.columns(lines.text(ofLine: line, upTo: range.upper))
    return (start, max(1, end - start))
  }

  // MARK: Colour

  fileprivate enum Style: String { case error = "1;31", warning = "1;33", bold = "1", margin = "1;34", help = "1;36" }

  private func paint(_ text: String, _ style: Style) -> String {
    colour ? "\u{1B}[\(style.rawValue)m\(text)\u{1B}[0m" : text
  }
}

extension Diagnostic.Level {
  fileprivate var style: DiagnosticText.Style {
    switch self {
    case .error: .error
    case .warning: .warning
    }
  }
}
