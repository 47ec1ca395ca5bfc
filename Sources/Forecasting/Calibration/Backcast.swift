internal import Foundation
internal import LawLanguage

/// Custody in expectation, people of one agency by days held: what the counted model is on average.
struct ExpectedCustody: Sendable {
  /// By days held, the last for all beyond.
  private(set) var byDaysHeld: [Double]
  private let rates: [Double]

  /// Custody as it settles when people long come and leave at the reference rates.
  init(rates: [Double], population: Double) {
    let perAge = ExpectedCustody.perAge(rates)
    self.rates = perAge
    var staying = 1.0
    var shape = [1.0]
    for age in 1..<Detention.ages {
      staying *= exp(-perAge[age])
      shape.append(staying)
    }
    shape.append(staying / -expm1(-perAge[Detention.ages]))
    let sum = shape.reduce(0, +)
    byDaysHeld = shape.map { $0 / sum * population }
  }

  /// People as they are, at these rates.
  init(rates: [Double], byDaysHeld: [Double]) {
    self.rates = ExpectedCustody.perAge(rates)
    self.byDaysHeld = byDaysHeld
  }

  private static func perAge(_ rates: [Double]) -> [Double] {
    var perAge = [Double](repeating: 0, count: Detention.ages + 1)
    for (stretch, days) in Detention.stretches.enumerated() { for age in days { perAge[age] = rates[stretch] } }
    perAge[Detention.ages] = rates[Detention.stretches.count]
    return perAge
  }

  /// The same people at other rates.
  func at(_ rates: [Double]) -> ExpectedCustody { ExpectedCustody(rates: rates, byDaysHeld: byDaysHeld) }

  /// Two custodies, a share of those held for so many days in the second.
  func split(_ share: (Int) -> Double) -> (rest: ExpectedCustody, share: ExpectedCustody) {
    var (rest, taken) = (self, self)
    for days in byDaysHeld.indices {
      taken.byDaysHeld[days] *= share(days)
      rest.byDaysHeld[days] -= taken.byDaysHeld[days]
    }
    return (rest, taken)
  }

  /// What a month does at a level of the rates.
  struct Step: Sendable {
    var custody: ExpectedCustody
    var meanPopulation: Double
    var exits: Double
  }

  /// One month with these book-ins.
  func month(bookIns: Double, days: Int, level: Double) -> Step {
    let factor = exp(level)
    let stays = rates.map { exp(-$0 * factor) }
    var now = byDaysHeld
    var (population, exits) = (0.0, 0.0)
    let last = Detention.ages
    for _ in 0..<days {
      let old = now[last] + now[last - 1]
      for age in stride(from: last - 1, to: 0, by: -1) {
        let count = now[age - 1]
        let kept = count * stays[age]
        exits += count - kept
        now[age] = kept
      }
      now[last] = old * stays[last]
      exits += old - now[last]
      now[0] = bookIns / Double(days)
      population += now.reduce(0, +)
    }
    var next = self
    next.byDaysHeld = now
    return Step(custody: next, meanPopulation: population / Double(days), exits: exits)
  }

  /// The level at which a month has this mean population.
  func level(bookIns: Double, days: Int, population: Double) -> Double {
    var (low, high) = (-3.0, 3.0)
    for _ in 0..<24 {
      let middle = (low + high) / 2
      // The faster they leave, the fewer there are.
      if month(bookIns: bookIns, days: days, level: middle).meanPopulation > population {
        low = middle
      } else {
        high = middle
      }
    }
    return (low + high) / 2
  }
}

/// What the levels must have been for the figures to be what they were: calibration by inversion, month by month.
struct Backcast: Sendable {
  /// Per level, its value in the months in which it is known.
  var levels: [Level: [Month: Double]] = [:]
  /// The same in months of which only a year's figure, or a usual share, tells: good for where a run begins, and nothing
  /// to fit to.
  var inferred: [Level: [Month: Double]] = [:]
  /// Custody at the end of the last month, per agency.
  var custody: [ExpectedCustody]
  /// The last month reckoned.
  var last: Month?
  /// Removals counted by ICE over removals among book-outs, of those ICE arrested.
  var countedShare: [Month: Double] = [:]

  static let agencies = ["ice", "cbp"]
  static let exitLevels: [Level] = [.exitICE, .exitCBP]
  static let removalLevels: [Level] = [.removalICE, .removalCBP]
  static let bookInLevels: [Level] = [.iceBookIns, .borderBookIns]

  init(_ series: MonthlySeries, referenceRates: [[Double]]) {
    custody = [
      ExpectedCustody(rates: referenceRates[0], population: 18_000),
      ExpectedCustody(rates: referenceRates[1], population: 15_000),
    ]
    for month in series.months {
      // After a gap custody begins anew from what is known of the month.
      if let last, month != last.adding(1) {
        for agency in custody.indices {
          let population = series["adp_\(Backcast.agencies[agency])", month] ?? 15_000
          custody[agency] = ExpectedCustody(rates: referenceRates[agency], population: population)
        }
      } else if last == nil, let ice = series["adp_ice", month], let cbp = series["adp_cbp", month] {
        custody = zip(referenceRates, [ice, cbp]).map { ExpectedCustody(rates: $0, population: $1) }
      }
      reckon(month, series)
    }
  }

  private mutating func reckon(_ month: Month, _ series: MonthlySeries) {
    let days = Double(month.days)
    // A month that is known by half is not reckoned at all, or one agency's custody would live through it twice.
    let arrivals = Backcast.agencies.compactMap { series["bookins_\($0)", month] }
    guard arrivals.count == Backcast.agencies.count else { return }
    var exits: [Double] = []
    var isMeasured = true
    for (agency, name) in Backcast.agencies.enumerated() {
      let bookIns = arrivals[agency]
      levels[Backcast.bookInLevels[agency], default: [:]][month] = log(max(1, bookIns) / days)
      let exit = Backcast.exitLevels[agency]
      var level = levels[exit]?[month.adding(-1)] ?? inferred[exit]?[month.adding(-1)] ?? 0
      if let known = series["adp_\(name)", month] {
        level = custody[agency].level(bookIns: bookIns, days: month.days, population: known)
        levels[exit, default: [:]][month] = level
      } else {
        isMeasured = false
        if let shared = Backcast.yearly(month, series, agency) {
          level = custody[agency].level(bookIns: bookIns, days: month.days, population: shared)
          inferred[exit, default: [:]][month] = level
        }
      }
      let step = custody[agency].month(bookIns: bookIns, days: month.days, level: level)
      custody[agency] = step.custody
      exits.append(step.exits)
    }
    last = month
    if let arrests = series["ero_arrests", month], let bookIns = series["bookins_ice", month], bookIns > 0 {
      levels[.arrestsPerBookIn, default: [:]][month] = log(max(0.1, arrests / bookIns))
    }
    remove(month, series, exits: exits, isMeasured: isMeasured)
  }

  private mutating func remove(_ month: Month, _ series: MonthlySeries, exits: [Double], isMeasured: Bool) {
    func odds(_ share: Double) -> Double {
      let bounded = min(0.97, max(0.02, share))
      return log(bounded / (1 - bounded))
    }
    let usual = FittingNumber.removalShareCBP.value
    var removedCBP = exits[1] * usual
    var isCounted = false
    for (agency, name) in Backcast.agencies.enumerated() {
      if let removed = series["bookouts_\(name)_removal", month], let all = series["bookouts_\(name)_total", month] {
        levels[Backcast.removalLevels[agency], default: [:]][month] = odds(removed / max(1, all))
        if agency == 1 {
          removedCBP = removed
          isCounted = true
        }
        if agency == 0, let counted = series["ice_rr_ice", month] { countedShare[month] = counted / max(1, removed) }
      } else if agency == 0, let counted = series["ice_rr_ice", month] {
        let level = odds(counted / FittingNumber.countedShare.value / max(1, exits[0]))
        if isMeasured {
          levels[.removalICE, default: [:]][month] = level
        } else {
          inferred[.removalICE, default: [:]][month] = level
        }
      } else if agency == 1, series["ice_rr_cbp", month] != nil {
        inferred[.removalCBP, default: [:]][month] = odds(usual)
      }
    }
    if let counted = series["ice_rr_cbp", month] {
      let direct = max(0.05 * counted, counted - removedCBP)
      let level = log(max(1, direct) / Double(month.days))
      if isCounted {
        levels[.directRemovals, default: [:]][month] = level
      } else {
        inferred[.directRemovals, default: [:]][month] = level
      }
    }
  }

  /// Average daily population of fiscal years without months: 33,227, 28,449 and 34,376 (ICE, FY2014-16), in the
  /// proportion of book-ins.
  private static func yearly(_ month: Month, _ series: MonthlySeries, _ agency: Int) -> Double? {
    let fiscalYear = (month.number + 3) / 12
    let known: [Int: Double] = [2014: 33_227, 2015: 28_449, 2016: 34_376]
    guard let all = known[fiscalYear] else { return nil }
    let first = Month(number: fiscalYear * 12 - 3)
    func sum(_ name: String) -> Double {
      (0..<12).reduce(0) { $0 + (series["bookins_\(name)", first.adding($1)] ?? 0) }
    }
    let (ice, cbp) = (sum("ice") * FittingNumber.stayOfICE.value, sum("cbp"))
    guard ice + cbp > 0 else { return nil }
    return all * (agency == 0 ? ice : cbp) / (ice + cbp)
  }
}
