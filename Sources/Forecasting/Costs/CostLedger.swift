package import LawLanguage

/// Where public money goes: who works, what is built, and what waits in line.
package enum CostHead: String, Sendable, CaseIterable {
  case custodialArrests = "Officers: arrests out of local custody"
  case atLargeArrests = "Officers: arrests at large"
  case otherOfficers = "Officers and people lent: docket, custody and the rest"
  case beds = "Beds: days used"
  case newBeds = "Beds: opening new ones"
  case monitoring = "Monitoring"
  case judges = "Judges and courtrooms"
  case prosecution = "Government attorneys"
  case transport = "Transport of removals"
  case localJails = "County jails: days on hold"
  case liability = "County jails: paid for days held without authority"

  /// Whether counties pay it.
  package var isLocal: Bool {
    switch self {
    case .localJails, .liability: true
    default: false
    }
  }
}

/// The cost of a run by year: fixed staff, capital, and days in line; never one sum a person.
package struct CostLedger: Sendable {
  /// Dollars by head, a year of twelve months from the start each.
  package let years: [[CostHead: Double]]

  /// The cost of an outcome.
  package init(_ outcome: Outcome, from start: Day) {
    let parameters = outcome.parameters
    let counts = outcome.months
    let officerDay = parameters[.officerYearCost] / parameters[.officerWorkDays]
    var years: [[CostHead: Double]] = []
    var bedsBefore = 0.0
    for month in 0..<counts.months {
      if month % 12 == 0 { years.append([:]) }
      func count(_ tally: Tally) -> Double { Double(counts[month, tally]) }
      func add(_ head: CostHead, _ dollars: Double) { years[years.count - 1][head, default: 0] += dollars }
      // All who do the work are paid, whoever lent them; what is left of their pay after the arrests is the rest.
      let people = count(.officerDays) + count(.investigationDaysForgone) + count(.surgeDays)
      let staff = people / 365.25 * parameters[.officerYearCost]
      let custodial = count(.custodialArrests) * parameters[.daysPerCustodialArrest] * officerDay
      let atLarge = count(.atLargeArrests) * parameters[.daysPerAtLargeArrest] * officerDay
      let reach = min(1, staff / max(1, custodial + atLarge))
      add(.custodialArrests, custodial * reach)
      add(.atLargeArrests, atLarge * reach)
      add(.otherOfficers, staff - (custodial + atLarge) * reach)
      add(.beds, (count(.custodyDaysICE) + count(.custodyDaysCBP) + count(.waitingDays)) * parameters[.bedDayCost])
      let days = Double(Month(start).adding(month).days)
      let beds = count(.bedsOpened) / days
      add(.newBeds, max(0, beds - bedsBefore) * parameters[.bedCapitalCost])
      bedsBefore = max(beds, bedsBefore)
      add(.monitoring, count(.monitoredDays) * parameters[.monitoringDayCost])
      add(.judges, count(.judgeDays) / 365.25 * parameters[.judgeTeamYearCost])
      add(.prosecution, count(.completions) * parameters[.courtCaseCost])
      let removed = count(.removalsFromCustodyICE) + count(.removalsFromCustodyCBP) + count(.removalsWithoutBookIn)
      add(.transport, removed * parameters[.removalTransportCost])
      add(.localJails, count(.holdDays) * parameters[.localJailDayCost])
      add(.liability, count(.holdDaysForbidden) * parameters[.liabilityPerDay] * parameters[.liabilityClaimShare])
    }
    self.years = years
  }

  /// All of a year.
  package func total(_ year: Int) -> Double { CostHead.allCases.reduce(0) { $0 + (years[year][$1] ?? 0) } }
}
