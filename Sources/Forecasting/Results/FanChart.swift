internal import Foundation

/// A fan of bands in time, as SVG: nested greys, a line for the median, and edges drawn differently, so that it can be
/// read without colour and in print.
struct FanChart: Sendable {
  let title: String
  let months: [Month]
  let bands: [Band]
  /// A level to compare with, such as the beds funded.
  var reference: (name: String, values: [Double])?

  private static let (width, height) = (400.0, 220.0)
  private static let (left, right, top, bottom) = (52.0, 8.0, 8.0, 24.0)

  /// The picture, with its words for those who do not see it.
  var svg: String {
    let highest = max(bands.map(\.nearlyAll.upperBound).max() ?? 1, reference?.values.max() ?? 0)
    let lowest = min(0, bands.map(\.nearlyAll.lowerBound).min() ?? 0)
    let step = FanChart.step(highest - lowest)
    let (ceiling, floor) = ((highest / step).rounded(.up) * step, (lowest / step).rounded(.down) * step)
    func x(_ index: Int) -> Double {
      FanChart.left + Double(index) / Double(max(1, months.count - 1))
        * (FanChart.width - FanChart.left - FanChart.right)
    }
    func y(_ value: Double) -> Double {
      FanChart.top + (ceiling - value) / max(1e-9, ceiling - floor) * (FanChart.height - FanChart.top - FanChart.bottom)
    }
    func line(_ values: [Double]) -> String {
      values.enumerated().map { "\(ReportPiece.short(x($0))),\(ReportPiece.short(y($1)))" }.joined(separator: " ")
    }
    func area(_ range: (Band) -> ClosedRange<Double>, _ grey: String) -> String {
      let upper = bands.map { range($0).upperBound }, lower = bands.map { range($0).lowerBound }
      let back = lower.enumerated().reversed()
        .map { "\(ReportPiece.short(x($0.offset))),\(ReportPiece.short(y($0.element)))" }.joined(separator: " ")
      return "<polygon points=\"\(line(upper)) \(back)\" fill=\"\(grey)\"/>"
    }
    var parts = [
      area(\.nearlyAll, "#e3e3e3"), area(\.fourFifths, "#c4c4c4"), area(\.half, "#9d9d9d"),
      "<polyline points=\"\(line(bands.map(\.nearlyAll.upperBound)))\" class=\"edge\"/>",
      "<polyline points=\"\(line(bands.map(\.nearlyAll.lowerBound)))\" class=\"edge\"/>",
      "<polyline points=\"\(line(bands.map(\.median)))\" class=\"median\"/>",
    ]
    if let reference { parts.append("<polyline points=\"\(line(reference.values))\" class=\"reference\"/>") }
    var tick = floor
    while tick <= ceiling + step / 2 {
      parts.append(ReportPiece.line(FanChart.left, y(tick), FanChart.width - FanChart.right, y(tick), "grid"))
      parts.append(ReportPiece.text(FanChart.label(tick, step: step), FanChart.left - 4, y(tick) + 3, anchor: "end"))
      tick += step
    }
    // Every second year where there are many, so that the years do not touch.
    let every = months.count > 84 ? 2 : 1
    for (index, month) in months.enumerated() where month.ofYear == 1 && month.number / 12 % every == 0 {
      parts.append(
        ReportPiece.text(String(month.description.prefix(4)), x(index), FanChart.height - 8, anchor: "middle"))
    }
    return ReportPiece.drawing(height: FanChart.height, words: words, parts.joined())
  }

  /// What the picture shows, in a sentence.
  var words: String {
    guard let first = bands.first, let last = bands.last, let from = months.first, let to = months.last else {
      return title
    }
    return "\(title): \(Figure.plain(first.median)) in \(from), \(Figure.plain(last.median)) in \(to); "
      + "nineteen in twenty runs then lie between \(Figure.plain(last.nearlyAll.lowerBound)) and "
      + "\(Figure.plain(last.nearlyAll.upperBound))."
  }

  /// One, two or five times a power of ten, so that there are four to ten steps.
  private static func step(_ span: Double) -> Double {
    guard span > 0 else { return 1 }
    let power = pow(10, (log10(span / 5)).rounded(.down))
    let lead = span / 5 / power
    return power * (lead < 2 ? 1 : lead < 5 ? 2 : 5)
  }

  /// A figure at the axis: millions are written as such, so that it stays short.
  private static func label(_ value: Double, step: Double) -> String {
    guard step >= 50_000 else { return Figure.plain(value) }
    return value == 0 ? "0" : String(format: step >= 1_000_000 ? "%.0fm" : "%.2gm", value / 1_000_000)
  }
}

/// Figures as they are printed.
package enum Figure {
  /// `12,345`, or three digits after the point below ten.
  package static func plain(_ value: Double) -> String {
    guard value.isFinite else { return "–" }
    if abs(value) < 10, value != value.rounded() { return String(format: "%.2f", value) }
    let whole = Int(value.rounded())
    let digits = String(whole.magnitude)
    var grouped = ""
    for (index, digit) in digits.enumerated() {
      if index > 0, (digits.count - index) % 3 == 0 { grouped.append(",") }
      grouped.append(digit)
    }
    return (whole < 0 ? "-" : "") + grouped
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
}
