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

/// How a level moves, fitted to the months in which it is known: a first-order autoregression about a mean and the shift of
/// an order, seen each month through the noise of that month.
struct LevelFit: Sendable {
  private let mean: Double
  /// What an order adds while in force.
  private let shift: Double
  private let persistence: Double
  /// Variances of the level about its mean, and of a month about its level.
  private let variance: Double
  private let noise: Double
  private let count: Int

  /// By moments. Noise ends with its month, so what is common to months a month and more apart is the level's own: its
  /// fall from lag to lag gives the persistence, drawn towards a prior, for half a dozen years say little of it.
  init(_ level: Level, values: [Month: Double]) {
    let known = values.keys.sorted()
    let isMoved = DatedOrder.title42.levels.contains(level)
    func mean(_ months: [Month]) -> Double? {
      months.isEmpty ? nil : months.compactMap { values[$0] }.reduce(0, +) / Double(months.count)
    }
    let outside = known.filter { DatedOrder.title42.share(of: $0) <= 0.01 }
    let base = (isMoved ? mean(outside) : mean(known)) ?? mean(known) ?? 0
    let under = known.filter { DatedOrder.title42.share(of: $0) >= 0.99 }
    let shift = isMoved ? (mean(under).map { $0 - base } ?? FittingNumber.untoldOrder.value) : 0
    let rests = LevelFit.rests(values, mean: base, shift: shift)
    // What months so far apart have in common, on average.
    let common = (0...6).map { lag -> Double in
      let products = rests.compactMap { month, rest in rests[month.adding(-lag)].map { (month, rest * $0) } }
      return products.isEmpty
        ? 0 : products.sorted { $0.0 < $1.0 }.reduce(0) { $0 + $1.1 } / Double(products.count)
    }
    let (belief, worth) = (FittingNumber.persistence.values[0], FittingNumber.persistence.values[1])
    let months = Double(known.count)
    let weight = worth * 5 * max(common[1], 1e-4)
    let found = (months * common[2...6].reduce(0, +) + belief * weight) / (months * common[1...5].reduce(0, +) + weight)
    let persistence = min(0.97, max(0.5, found.isFinite ? found : belief))
    let total = max(common[0], 4e-4)
    let own = min(total, max(0.1 * total, common[1] / persistence))
    self.mean = base
    self.shift = shift
    self.persistence = persistence
    variance = own
    noise = total - own
    count = known.count
  }

  private static func rests(_ values: [Month: Double], mean: Double, shift: Double) -> [Month: Double] {
    var rests: [Month: Double] = [:]
    for (month, value) in values { rests[month] = value - mean - shift * DatedOrder.title42.share(of: month) }
    return rests
  }

  /// The process for a run of months after `last`, from where what is known leaves the level (Kalman 1960).
  func process(after last: Month, months: Int, known: [Month: Double]) -> LevelProcess {
    let rests = LevelFit.rests(known, mean: mean, shift: shift)
    let shock = variance * (1 - persistence * persistence)
    var (state, doubt) = (0.0, variance)
    if let first = rests.keys.filter({ $0 <= last }).min() {
      for number in first.number...last.number {
        state *= persistence
        doubt = persistence * persistence * doubt + shock
        guard let seen = rests[Month(number: number)] else { continue }
        let gain = doubt / (doubt + noise + 1e-9)
        state += gain * (seen - state)
        doubt *= 1 - gain
      }
    }
    let spread = shock.squareRoot()
    let longRun = spread / (1 - persistence) / Double(max(12, count)).squareRoot()
    return LevelProcess(
      start: mean + state, startSpread: doubt.squareRoot(), mean: mean, meanSpread: min(0.5, longRun),
      persistence: persistence, spread: spread, noise: noise.squareRoot(),
      offsets: shift == 0 ? [] : (1...max(1, months)).map { shift * DatedOrder.title42.share(of: last.adding($0)) })
  }
}
