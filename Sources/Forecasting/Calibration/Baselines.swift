internal import Foundation

/// What costs nothing to say: the forecasts that a model has to beat.
package enum Baseline: String, Sendable, CaseIterable {
  /// The last figure known, for ever.
  case persistence
  /// The figure of the same month a year before, as last known.
  case seasonalNaive = "seasonal_naive"
  /// One line: who is there, plus who comes, less a share who leave; flows in their last year's proportion to book-ins.
  case stockFlow = "stock_flow"

  /// The forecast of a column, month by month; nil where the figures before do not allow one.
  package func forecast(
    _ column: String, from first: Month, through end: Month, known: MonthlySeries, given: MonthlySeries?
  ) -> [Month: Double]? {
    let months = (first.number...end.number).map { Month(number: $0) }
    let before = known.before(first)
    guard let values = before.columns[column], let last = values.keys.max(), let latest = values[last] else {
      return nil
    }
    switch self {
    case .persistence:
      return Dictionary(uniqueKeysWithValues: months.map { ($0, latest) })
    case .seasonalNaive:
      var result: [Month: Double] = [:]
      for month in months {
        var same = month
        while same > last { same = same.adding(-12) }
        result[month] = values[same] ?? latest
      }
      return result
    case .stockFlow:
      return stockFlow(column, months, before: before, last: last, latest: latest, given: given)
    }
  }

  private func stockFlow(
    _ column: String, _ months: [Month], before: MonthlySeries, last: Month, latest: Double, given: MonthlySeries?
  ) -> [Month: Double]? {
    let arrivals =
      column.contains("_ice") || column.hasPrefix("ero")
      ? "bookins_ice" : column.contains("_cbp") ? "bookins_cbp" : "bookins_total"
    // Only months of which both are known: a gap is no month without people.
    let year = (0..<12).map { last.adding(-$0) }.filter { before[column, $0] != nil && before[arrivals, $0] != nil }
    func sum(_ name: String) -> Double { year.reduce(0) { $0 + (before[name, $1] ?? 0) } }
    let comers = sum(arrivals)
    guard comers > 0 else { return nil }
    func coming(_ month: Month) -> Double {
      given?[arrivals, month] ?? before[arrivals, month] ?? comers / Double(year.count)
    }
    var result: [Month: Double] = [:]
    if column.hasPrefix("adp") {
      let days = year.reduce(0.0) { $0 + (before[column, $1] ?? latest) * Double($1.days) }
      let stay = days / comers
      var stock = latest
      guard let end = months.last else { return nil }
      // From the month after the last one known, through a gap if there is one.
      for month in (last.number + 1...max(last.number + 1, end.number)).map({ Month(number: $0) }) {
        let kept = exp(-Double(month.days) / stay)
        stock = stock * kept + coming(month) / Double(month.days) * stay * (1 - kept)
        result[month] = stock
      }
    } else if column.hasPrefix("alos") {
      return nil
    } else {
      let ratio = sum(column) / comers
      for month in months { result[month] = coming(month) * ratio }
    }
    return result
  }
}
