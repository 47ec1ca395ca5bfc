internal import Foundation

/// What changes from month to month with policy, and is not itself modelled: known only as a series.
package enum Level: Int, CaseIterable, Sendable {
  /// Book-ins a day of people whom the border agencies arrested, log.
  case borderBookIns
  /// Book-ins a day of people whom ICE arrested, log; used where the counties are not simulated.
  case iceBookIns
  /// Removals a day of people whom ICE never booked in, log.
  case directRemovals
  /// Rate of leaving custody against the reference, log.
  case exitICE, exitCBP
  /// Share of those leaving custody who are removed, log odds.
  case removalICE, removalCBP
  /// Arrests by ERO for one book-in after an arrest by ICE, log; used where the counties are not simulated.
  case arrestsPerBookIn
}

/// A level as a first-order autoregression by month: where it is, where it tends, how fast and how unsteadily.
package struct LevelProcess: Sendable, Equatable {
  /// Where it stands in the month before the first.
  package var start: Double
  /// The uncertainty of that.
  package var startSpread: Double
  /// Where it tends in the long run.
  package var mean: Double
  /// The uncertainty of that.
  package var meanSpread: Double
  /// The share of a departure that is left after a month.
  package var persistence: Double
  /// The spread of a month's shock, which lasts.
  package var spread: Double
  /// The spread of a month about its level, which does not.
  package var noise: Double
  /// What a dated order adds in each month of a run; nothing beyond them.
  package var offsets: [Double]

  /// A process.
  package init(
    start: Double, startSpread: Double = 0, mean: Double, meanSpread: Double, persistence: Double, spread: Double,
    noise: Double = 0, offsets: [Double] = []
  ) {
    self.start = start
    self.startSpread = startSpread
    self.noise = noise
    self.mean = mean
    self.meanSpread = meanSpread
    self.persistence = persistence
    self.spread = spread
    self.offsets = offsets
  }

  /// One path.
  package func path(months: Int, _ stream: inout RandomStream) -> [Double] {
    let target = mean + meanSpread * stream.normal()
    var value = start + startSpread * stream.normal() - target
    return (0..<months).map { month in
      value = persistence * value + spread * stream.normal()
      return target + value + noise * stream.normal() + (month < offsets.count ? offsets[month] : 0)
    }
  }
}

/// Where custody stood when a run begins, and how its levels move from there.
package struct CustodyStart: Sendable {
  /// Per agency, expected people in a bed by days held, the last for all beyond.
  package var byDaysHeld: [[Double]]
  /// Per agency, shares of the four classes of those booked in.
  package var classes: [[Double]]
  /// The levels.
  package var processes: [LevelProcess]
  /// Reference rates a day of leaving, per agency and time held.
  package var referenceRates: [[Double]]
  /// Shares of the reasons among those who leave and are not removed, per agency.
  package var otherReasons: [[Double]]
  /// Of people removed whom ICE arrested, the share that published counts of removals and returns have under ICE.
  package var countedShare: Double

  /// Where custody stood.
  package init(
    byDaysHeld: [[Double]], classes: [[Double]], processes: [LevelProcess], referenceRates: [[Double]],
    otherReasons: [[Double]], countedShare: Double
  ) {
    self.byDaysHeld = byDaysHeld
    self.classes = classes
    self.processes = processes
    self.referenceRates = referenceRates
    self.otherReasons = otherReasons
    self.countedShare = countedShare
  }

  /// The paths of all levels for a replicate.
  package func paths(months: Int, chance: Chance) -> [[Double]] {
    Level.allCases.map { level in
      var stream = chance.stream(.levels, cell: level.rawValue)
      return processes[level.rawValue].path(months: months, &stream)
    }
  }

  /// The rates of a month of people whose country takes them back.
  func rates(_ paths: [[Double]], month: Int, _ refusal: Refusal) -> ExitRates {
    refusal.others(published(paths, month: month))
  }

  /// The rates of a month as they are published, of everybody.
  func published(_ paths: [[Double]], month: Int) -> ExitRates {
    let exits = [Level.exitICE, .exitCBP], removals = [Level.removalICE, .removalCBP]
    let perDay = exits.enumerated().map { agency, level in
      let factor = exp(paths[level.rawValue][month])
      return referenceRates[agency].map { min(2, $0 * factor) }
    }
    let reasons = removals.enumerated().map { agency, level in
      let removed = 1 / (1 + exp(-paths[level.rawValue][month]))
      return [removed] + otherReasons[agency].map { $0 * (1 - removed) }
    }
    return ExitRates(perDay: perDay, reasons: reasons)
  }
}
