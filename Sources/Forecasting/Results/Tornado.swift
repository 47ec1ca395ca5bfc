/// Bars to both sides of nothing, the longest first, each with its name, its figure and how sure it is.
struct Tornado: Sendable {
  /// One bar.
  struct Bar: Sendable {
    let name: String
    let value: Double
    /// Between which values it lies.
    let range: ClosedRange<Double>
  }

  let title: String
  let bars: [Bar]

  private static let step = 30.0

  /// The picture.
  var svg: String {
    let widest = bars.map { max(abs($0.range.lowerBound), abs($0.range.upperBound), abs($0.value)) }.max() ?? 0
    let reach = max(1e-9, widest)
    func x(_ value: Double) -> Double { 200 + 190 * value / reach }
    var parts = ""
    for (index, bar) in bars.enumerated() {
      let y = Tornado.step * Double(index)
      parts += ReportPiece.text(
        "\(bar.name): \(Figure.plain(bar.value))", 200, y + 11, anchor: "middle")
      parts += ReportPiece.box(
        min(x(0), x(bar.value)), y + 15, max(0.8, abs(x(bar.value) - 200)), 10, bar.value < 0 ? "plain" : "dark")
      parts += ReportPiece.line(200, y + 13, 200, y + 27, "axis")
      parts += ReportPiece.line(x(bar.range.lowerBound), y + 20, x(bar.range.upperBound), y + 20, "whisker")
    }
    return ReportPiece.drawing(height: Tornado.step * Double(max(1, bars.count)), words: words, parts)
  }

  private var words: String {
    title + ": "
      + bars.map { bar in
        "\(bar.name) \(Figure.plain(bar.value)) (\(Figure.plain(bar.range.lowerBound)) to "
          + "\(Figure.plain(bar.range.upperBound)))"
      }.joined(separator: "; ") + "."
  }
}
