/// A report in parts that can be laid out as Markdown and as a page.
struct ReportPage {
  let title: String
  private(set) var parts: [Part] = []

  enum Part {
    case heading(String)
    case paragraph(String)
    case list([String])
    case table(caption: String, head: [String], rows: [[String]])
    case bars(BarChart)
    case command(String)
  }

  init(title: String) { self.title = title }

  mutating func heading(_ text: String) { parts.append(.heading(text)) }
  mutating func paragraph(_ text: String) { parts.append(.paragraph(text)) }
  mutating func list(_ items: [String]) { if !items.isEmpty { parts.append(.list(items)) } }
  mutating func bars(_ chart: BarChart) { if !chart.bars.isEmpty { parts.append(.bars(chart)) } }
  mutating func command(_ text: String) { parts.append(.command(text)) }

  mutating func table(_ caption: String, _ head: [String], _ rows: [[String]]) {
    if !rows.isEmpty { parts.append(.table(caption: caption, head: head, rows: rows)) }
  }

  // MARK: Markdown

  var markdown: String {
    var text = "# \(title)\n"
    for part in parts {
      text += "\n"
      switch part {
      case .heading(let heading): text += "## \(heading)\n"
      case .paragraph(let paragraph): text += ReportPage.plain(paragraph) + "\n"
      case .list(let items): for item in items { text += "- \(ReportPage.plain(item))\n" }
      case .table(let caption, let head, let rows):
        text += "\(ReportPage.plain(caption)):\n\n" + ReportPage.line(head)
        text += ReportPage.line(head.map { _ in "---" })
        for row in rows { text += ReportPage.line(row.map(ReportPage.plain)) }
      case .bars(let chart):
        text += "\(ReportPage.plain(chart.caption)):\n\n" + ReportPage.line(["", "Rows", "Share"])
        text += ReportPage.line(["---", "---", "---"])
        for bar in chart.bars { text += ReportPage.line([ReportPage.plain(bar.label), bar.shown, bar.share]) }
      case .command(let command): text += "```sh\n\(command)\n```\n"
      }
    }
    return text
  }

  private static func line(_ cells: [String]) -> String { "| \(cells.joined(separator: " | ")) |\n" }

  /// A text that Markdown takes for nothing but text.
  private static func plain(_ text: String) -> String {
    // By scalars, as in `escaped`.
    text.unicodeScalars.reduce(into: "") { result, scalar in
      switch scalar {
      case "\\", "`", "*", "_", "|", "<", ">", "[", "]", "#":
        result += "\\"
        result.unicodeScalars.append(scalar)
      case "\n", "\r", "\u{0B}", "\u{0C}", "\u{85}", "\u{2028}", "\u{2029}": result += " "
      default: result.unicodeScalars.append(scalar)
      }
    }
  }

  // MARK: A page

  var html: String {
    """
    <!DOCTYPE html>
    <html lang="en">
    <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <title>\(ReportPage.escaped(title)): Tenth replay</title>
    <style>\(ReportPage.style)</style>
    </head>
    <body>
    <main>
    <h1>\(ReportPage.escaped(title))</h1>
    \(parts.map(ReportPage.html).joined(separator: "\n"))
    </main>
    </body>
    </html>

    """
  }

  private static func html(_ part: Part) -> String {
    switch part {
    case .heading(let heading): return "<h2>\(escaped(heading))</h2>"
    case .paragraph(let paragraph): return "<p>\(escaped(paragraph))</p>"
    case .list(let items): return "<ul>\(items.map { "<li>\(escaped($0))</li>" }.joined())</ul>"
    case .table(let caption, let head, let rows):
      let header = head.map { "<th scope=\"col\">\(escaped($0))</th>" }.joined()
      let body = rows.map { row in
        "<tr>"
          + row.enumerated().map { index, cell in
            index == 0 ? "<th scope=\"row\">\(escaped(cell))</th>" : "<td>\(escaped(cell))</td>"
          }.joined() + "</tr>"
      }
      return
        "<div class=\"wide\" tabindex=\"0\" role=\"region\" aria-label=\"\(escaped(caption))\"><table><caption>\(escaped(caption))</caption>"
        + "<thead><tr>\(header)</tr></thead><tbody>\(body.joined())</tbody></table></div>"
    case .bars(let chart): return chart.html
    case .command(let command): return "<pre tabindex=\"0\">\(escaped(command))</pre>"
    }
  }

  /// A text in HTML.
  static func escaped(_ text: String) -> String {
    // By scalars: a mark such as U+0600 makes one Character with a `<` after it, which a browser reads as a `<`.
    text.unicodeScalars.reduce(into: "") { result, scalar in
      switch scalar {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\"": result += "&quot;"
      default: result.unicodeScalars.append(scalar)
      }
    }
  }

  private static let style = """
    body{font:1rem/1.5 system-ui,sans-serif;color:#111;background:#fff;margin:0}
    main{max-width:60rem;margin:0 auto;padding:1rem}
    h1{font-size:1.6rem;line-height:1.25}h2{font-size:1.25rem;margin-top:2rem;border-top:1px solid #767676;padding-top:.75rem}
    .wide,pre{overflow-x:auto}table{border-collapse:collapse;margin:1rem 0;min-width:min(100%,30rem)}
    caption{text-align:left;font-weight:600;padding-bottom:.25rem}
    th,td{border-bottom:1px solid #b1b4b6;padding:.3rem .75rem .3rem 0;text-align:left;vertical-align:top}
    td{font-variant-numeric:tabular-nums}thead th{border-bottom:2px solid #111}
    figure{margin:1rem 0}figcaption{font-weight:600}svg{width:100%;height:auto;max-width:42rem}
    svg text{font:13px system-ui,sans-serif;fill:#111}pre{background:#f3f2f1;padding:.75rem}
    :focus-visible{outline:3px solid #111;outline-offset:2px}
    @media print{main{max-width:none}}
    """
}
