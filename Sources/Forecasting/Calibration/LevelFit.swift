internal import Foundation
internal import LawLanguage

/// A dated order that moved levels as long as it was in force.
struct DatedOrder: Sendable {
  let name: String
  let period: Period
  let levels: [Level]

  /// Expulsions under Title 42: CDC order, 85 Fed. Reg. 17060 (in force 20 March 2020) to 11 May 2023.
  static let title42 = DatedOrder(
    name: "Title 42",
    period: Period(from: Day(number: 18_341), until: Day(number: 19_488)), levels: [.directRemovals, .removalCBP])

  /// The share of a month in which it was in force.
  func share(of month: Month) -> Double {
    let days = (0..<month.days).filter { period.contains(month.first.adding(days: $0)) }.count
    return Double(days) / Double(month.days)
  }
}

/// How a level moves, fitted to the months in which it is known.
struct LevelFit: Sendable {
  var process: LevelProcess
  /// What an order adds while in force.
  var shift: Double

  /// A first-order autoregression about a mean and the shift of an order, by least squares in turn; the persistence is
  /// drawn towards 0.93 by a prior worth two years of months, for half a dozen years say little of it.
  init(_ level: Level, values: [Month: Double], through last: Month) {
    let order = DatedOrder.title42
    let known = values.keys.sorted()
    let isMoved = order.levels.contains(level)
    let under = known.filter { order.share(of: $0) >= 0.99 }
    let outside = known.filter { order.share(of: $0) <= 0.01 }
    func mean(_ months: [Month]) -> Double? {
      months.isEmpty ? nil : months.compactMap { values[$0] }.reduce(0, +) / Double(months.count)
    }
    let base = (isMoved ? mean(outside) : mean(known)) ?? mean(known) ?? 0
    let shift = isMoved ? (mean(under).map { $0 - base } ?? LevelFit.untold) : 0
    func rest(_ month: Month) -> Double? {
      values[month].map { $0 - base - shift * order.share(of: month) }
    }
    var (cross, square, count) = (0.0, 0.0, 0.0)
    var pairs: [(Double, Double)] = []
    for month in known {
      guard let now = rest(month), let before = rest(month.adding(-1)) else { continue }
      pairs.append((before, now))
      cross += before * now
      square += before * before
      count += 1
    }
    let usual = count > 0 ? square / count : 0.1
    let prior = 24 * max(usual, 1e-4)
    let persistence = min(0.98, max(0.5, (cross + 0.93 * prior) / (square + prior)))
    let residual = pairs.reduce(0) { $0 + ($1.1 - persistence * $1.0) * ($1.1 - persistence * $1.0) }
    let spread = (residual / max(1, count - 1)).squareRoot()
    // The last three months, the nearest weighing most: one month alone is noise.
    let recent = (0..<3).compactMap { back in rest(last.adding(-back)).map { (LevelFit.recency[back], $0) } }
    let weight = recent.reduce(0) { $0 + $1.0 }
    let start = weight > 0 ? recent.reduce(0) { $0 + $1.0 * $1.1 } / weight : 0
    let longRun = spread / max(0.02, 1 - persistence) / max(12, count).squareRoot()
    self.shift = shift
    process = LevelProcess(
      start: base + start, mean: base, meanSpread: min(0.5, longRun), persistence: persistence,
      spread: max(0.02, spread))
  }

  private static let recency = [0.8, 0.15, 0.05]
  /// Of an order that no month under it tells of.
  private static let untold = -1.0

  /// The process for a run of months from one.
  func process(from first: Month, months: Int, last: Month) -> LevelProcess {
    var result = process
    guard shift != 0 else { return result }
    result.offsets = (0..<months).map { shift * DatedOrder.title42.share(of: first.adding($0)) }
    return result
  }
}
