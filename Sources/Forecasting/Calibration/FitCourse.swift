internal import Foundation

/// What the model gives for the fitted series in expectation, when book-ins are given and its numbers are drawn.
///
/// Custody is that of `ExpectedCourse`: the law of the counted model without its chance, which for thousands of people is
/// far below what one month differs from the next. What levels do from month to month is left in (`Movement`), for that
/// is not.
package struct FitCourse: Sendable {
  /// What levels do in the months of a draw.
  package enum Movement: String, Sendable, CaseIterable {
    /// They move as in every run: an autoregression about what is drawn, with the spread and persistence that the fitted
    /// months have.
    case moving
    /// They stand still, as if policy had: what the months would say if all of their course were the numbers'.
    case still
  }

  private let months = FitFigures.fittedMonths + FitFigures.checkMonths
  /// Per agency and month.
  private let bookIns: [[Double]]
  /// Per agency, people in custody in the first month.
  private let first: [Double]
  /// How each level moves about its mean.
  private let processes: [LevelProcess]
  private let underOrder: [Double]
  private let movement: Movement
  private let seed: UInt64

  /// Begins from what a table has of the fitted months, and takes its book-ins through those of the check.
  package init(_ table: MonthlySeries, movement: Movement, seed: UInt64) throws(SeriesProblem) {
    let months = months
    guard let start = months.first, let end = FitFigures.fittedMonths.last else { throw SeriesProblem("no month") }
    var window = MonthlySeries()
    for (name, values) in table.columns {
      for (month, value) in values where month >= start && month <= end { window[name, month] = value }
    }
    bookIns = Backcast.agencies.map { agency in months.map { table["bookins_\(agency)", $0] ?? 0 } }
    first = Backcast.agencies.map { window["adp_\($0)", start] ?? 0 }
    guard first.allSatisfy({ $0 > 0 }), bookIns.allSatisfy({ $0.allSatisfy { $0 > 0 } }) else {
      throw SeriesProblem("the table has no custody in \(start), or a month after it without book-ins")
    }
    let backcast = Backcast(window, referenceRates: CustodyForecast.referenceRates)
    processes = Level.allCases.map { level in
      var process = LevelFit(level, values: backcast.levels[level] ?? [:])
        .process(after: start.adding(-1), months: months.count, known: [:])
      (process.start, process.mean, process.meanSpread, process.offsets) = (0, 0, 0, [])
      return process
    }
    underOrder = months.map { DatedOrder.title42.share(of: $0) }
    self.movement = movement
    self.seed = seed
  }

  /// The figures of a draw.
  package func figures(_ values: FitValues, draw: Int) -> FitFigures {
    let chance = Chance(seed: seed, replicate: draw)
    func path(_ level: Level) -> [Double] {
      guard movement == .moving else { return [Double](repeating: 0, count: months.count) }
      var stream = chance.stream(.levels, cell: level.rawValue)
      return processes[level.rawValue].path(months: months.count, &stream)
    }
    let shares = [
      removed(values[.removalShareICE], shift: 0, path(.removalICE)),
      removed(values[.removalShareCBP], shift: values[.orderShift], path(.removalCBP)),
    ]
    let custody = [
      people(0, stay: values[.stayICE], late: values[.lateExitsICE], path(.exitICE), removed: shares[0], values),
      people(1, stay: values[.stayCBP], late: values[.lateExitsCBP], path(.exitCBP), removed: shares[1], values),
    ]
    let scatter = FittingNumber.scatter.value
    var counting = chance.stream(.calibration, day: 3)
    let counted = months.map { _ in values[.countedShare] * exp(scatter * counting.normal()) }
    let ratio = path(.arrestsPerBookIn)
    let arrests = months.indices.map { index in
      let isLater = (2021 * 12 - 3..<2023 * 12 + 9).contains(months[index].number)
      let share = values[isLater ? .bookedInLater : .bookedInEarlier]
      return exp(ratio[index] + scatter * counting.normal()) / share
    }
    // Differences of months have twice the variance of months.
    var noise = chance.stream(.calibration, day: 4)
    let noises = months.map { _ in values[.arrestNoise] / 2.0.squareRoot() * noise.normal() }
    let count = FitFigures.fittedMonths.count
    let all = custody + shares + [counted, arrests]
    return FitFigures(
      fitted: all.map { Array($0.prefix(count)) } + [[FitSeries.spread(Array(noises.prefix(count)))]],
      check: all.map { Array($0.dropFirst(count)) } + [[FitSeries.spread(Array(noises.dropFirst(count)))]])
  }

  private func removed(_ share: Double, shift: Double, _ path: [Double]) -> [Double] {
    let odds = log(share / (1 - share))
    return path.indices.map { 1 / (1 + exp(-(odds + shift * underOrder[$0] + path[$0]))) }
  }

  /// Mean people in custody of an agency by month.
  private func people(
    _ agency: Int, stay: Double, late: Double, _ path: [Double], removed: [Double], _ values: FitValues
  ) -> [Double] {
    let rates = FitCourse.rates(agency, stay: stay, late: late)
    return ExpectedCourse.people(
      beginning: ExpectedCustody(rates: rates, population: first[agency]).byDaysHeld, bookIns: bookIns[agency],
      days: months.map(\.days),
      exits: months.indices.map { month in
        let factor = exp(path[month])
        return ExitRates(
          perDay: [rates.map { min(2, $0 * factor) }], reasons: [[removed[month], 1 - removed[month]]])
      }, refusing: values[.refusingCountryShare], documents: values[.documentsIssued])
  }

  /// Rates of leaving with this mean stay, those after 60 days held by so much above the usual shape.
  static func rates(_ agency: Int, stay: Double, late: Double) -> [Double] {
    let shape = CustodyForecast.referenceRates[agency].enumerated().map { $0 >= 3 ? $1 * late : $1 }
    var (low, high) = (-3.0, 3.0)
    for _ in 0..<30 {
      let middle = (low + high) / 2
      if Refusal.stay(shape, factor: exp(middle), ease: 1).days > stay { low = middle } else { high = middle }
    }
    return shape.map { $0 * exp((low + high) / 2) }
  }
}
