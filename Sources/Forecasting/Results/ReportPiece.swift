internal import Foundation

/// The pieces of which a report's pages are made: tables, shapes and the style.
enum ReportPiece {
  /// A table in a region of its own, so that it can be scrolled with the keyboard on a narrow screen.
  static func table(_ heads: [String], _ rows: [[String]], called name: String) -> String {
    let head = heads.map { "<th scope=\"col\">\(Figure.escaped($0))</th>" }.joined()
    let body = rows.map { row in
      "<tr>"
        + row.enumerated().map { index, cell in
          index == 0 ? "<th scope=\"row\">\(Figure.escaped(cell))</th>" : "<td>\(Figure.escaped(cell))</td>"
        }.joined() + "</tr>"
    }.joined(separator: "\n")
    return
      "<div class=\"wide\" tabindex=\"0\" role=\"region\" aria-label=\"\(Figure.escaped(name))\"><table><thead><tr>\(head)</tr>"
      + "</thead><tbody>\n\(body)\n</tbody></table></div>"
  }

  /// A drawing of a height, 400 units wide, with its words for those who do not see it.
  static func drawing(height: Double, words: String, _ body: String) -> String {
    "<svg viewBox=\"0 0 400 \(short(height))\" role=\"img\" aria-label=\"\(Figure.escaped(words))\">\(body)</svg>"
  }

  /// A text in a drawing.
  static func text(
    _ text: String, _ x: Double, _ y: Double, anchor: String = "start", bold: Bool = false, small: Bool = false
  ) -> String {
    "<text x=\"\(short(x))\" y=\"\(short(y))\" text-anchor=\"\(anchor)\"\(bold ? " font-weight=\"bold\"" : "")"
      + "\(small ? " class=\"small\"" : "")>\(Figure.escaped(text))</text>"
  }

  /// A rectangle in a drawing.
  static func box(_ x: Double, _ y: Double, _ width: Double, _ height: Double, _ look: String) -> String {
    "<rect x=\"\(short(x))\" y=\"\(short(y))\" width=\"\(short(max(0, width)))\" height=\"\(short(height))\" class=\"\(look)\"/>"
  }

  /// A line in a drawing.
  static func line(_ x: Double, _ y: Double, _ toX: Double, _ toY: Double, _ look: String, width: Double? = nil)
    -> String
  {
    "<line x1=\"\(short(x))\" y1=\"\(short(y))\" x2=\"\(short(toX))\" y2=\"\(short(toY))\" class=\"\(look)\""
      + (width.map { " stroke-width=\"\(short($0))\"" } ?? "") + "/>"
  }

  /// A coordinate.
  static func short(_ value: Double) -> String { String(format: "%.1f", value) }

  /// A whole page.
  static func page(_ title: String, _ body: String) -> String {
    """
    <!DOCTYPE html>
    <html lang="en">
    <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <title>\(Figure.escaped(title)): Tenth forecast</title>
    <style>\(style)</style>
    </head>
    <body>
    <main>
    <h1>\(Figure.escaped(title))</h1>
    \(body)
    </main>
    </body>
    </html>

    """
  }

  // Drawings are 400 units wide: letters of 10 units are small on a wide screen and would be too small on a telephone.
  private static let style = """
    body{font:1rem/1.5 system-ui,sans-serif;color:#0b0c0c;background:#fff;margin:0}
    main{max-width:60rem;margin:0 auto;padding:1rem}
    h1{font-size:1.8rem;line-height:1.2}h2{margin-top:2.5rem;border-bottom:1px solid #0b0c0c}
    figure{margin:2rem 0;break-inside:avoid}figcaption{font-weight:bold}svg{display:block;width:100%;max-width:42rem;height:auto}
    svg text{font-size:9px;fill:#0b0c0c}svg .small{font-size:8px}.grid{stroke:#0b0c0c;stroke-opacity:.15}
    .median{fill:none;stroke:#0b0c0c;stroke-width:1.6}.edge{fill:none;stroke:#505a5f;stroke-width:.7;stroke-dasharray:2 3}
    .reference{fill:none;stroke:#0b0c0c;stroke-width:1;stroke-dasharray:7 4}.axis{stroke:#0b0c0c;stroke-width:1}
    .plain{fill:#fff;stroke:#0b0c0c}.dark{fill:#6f777b;stroke:#0b0c0c}.pale{fill:#dee0e2;stroke:#0b0c0c}
    .whisker{stroke:#0b0c0c;stroke-width:1.4}.flow{stroke:#84898c}.empty{fill:none;stroke:#b1b4b6}
    .must{fill:#d2d5d7;stroke:#0b0c0c}.not{fill:url(#not);stroke:#0b0c0c}.open{fill:url(#open);stroke:#0b0c0c}
    .none{fill:#fff;stroke:#0b0c0c;stroke-dasharray:3 2}
    table{border-collapse:collapse;font-size:.9rem}th,td{text-align:left;vertical-align:top;padding:.3rem .7rem .3rem 0;
    border-bottom:1px solid #b1b4b6}td{font-variant-numeric:tabular-nums}.wide{overflow-x:auto}
    .wide:focus,summary:focus{outline:3px solid #0b0c0c;outline-offset:2px}dt{font-weight:bold}dd{margin:0 0 .6rem;overflow-wrap:anywhere}
    @media(max-width:40rem){svg text{font-size:12px}svg .small{font-size:11px}}
    """
}
