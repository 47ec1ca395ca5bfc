/// What is counted each month. Stocks are counted on the last day, or as days of people where they say so.
package enum Tally: Int, CaseIterable, Sendable {
  // Counties
  case requests, heldOnRequest, metAtRelease, releasedWithoutTransfer, holdDays, holdDaysForbidden
  case custodialArrests, atLargeArrests, arrestsConvicted, arrestsPending, arrestsOther
  // Detention, by who arrested
  case bookInsICE, bookInsCBP, custodyDaysICE, custodyDaysCBP, custodyDaysConvicted, waitingDays
  case releasedAtDoor, removalsFromCustodyICE, removalsFromCustodyCBP, removalsWithoutBookIn
  case removalsCounted
  case leftICE, leftCBP, stayDaysICE, stayDaysCBP
  case removalExitsICE, bondExitsICE, recognizanceExitsICE, supervisionExitsICE, paroleExitsICE, reliefExitsICE
  case otherExitsICE
  case removalExitsCBP, bondExitsCBP, recognizanceExitsCBP, supervisionExitsCBP, paroleExitsCBP, reliefExitsCBP
  case otherExitsCBP
  // Courts
  case filings, completions, inAbsentiaOrders, orders, reliefGranted, appealsFiled, appealsDecided, closed, recalendared
  case pendingAtEnd, closedAtEnd, appealsAtEnd, unexecutedAtEnd, monitoredDays
  // Capacities
  case officersAtEnd, officerDays, officersHired, judgesAtEnd, judgeDays, judgesHired, fundedBedDays, bedsOpened
  case investigationDaysForgone, surgeDays
  // People
  case entered, leftByThemselves, residentsAtEnd, protectionEnded
}

/// Counts of every month of a run.
package struct MonthlyCounts: Sendable, Equatable {
  /// How many months.
  package let months: Int
  private(set) var values: [Int]

  /// Nothing counted yet.
  package init(months: Int) {
    self.months = months
    values = Array(repeating: 0, count: months * Tally.allCases.count)
  }

  /// A count of a month, from 0.
  @inline(__always)
  package subscript(month: Int, tally: Tally) -> Int {
    get { values[month * Tally.allCases.count + tally.rawValue] }
    set { values[month * Tally.allCases.count + tally.rawValue] = newValue }
  }

  mutating func carry(_ carrier: inout StateCarrier) { carrier.carry(&values) }

  init(months: Int, values: [Int]) {
    self.months = months
    self.values = values
  }
}

/// Counts of one place over a whole run.
package enum PlaceTally: Int, CaseIterable, Sendable {
  case requests, held, custodialArrests, releasedWithoutTransfer, holdDays, holdDaysForbidden
}

/// Counts of every county over a whole run.
package struct CountyCounts: Sendable, Equatable {
  private(set) var values: [Int32]

  init(counties: Int) { values = Array(repeating: 0, count: counties * PlaceTally.allCases.count) }

  init(values: [Int32]) { self.values = values }

  /// How many counties.
  var places: Int { values.count / PlaceTally.allCases.count }

  mutating func carry(_ carrier: inout StateCarrier) { carrier.carry(&values) }

  /// A count of a county.
  @inline(__always)
  package subscript(county: Int, tally: PlaceTally) -> Int {
    get { Int(values[county * PlaceTally.allCases.count + tally.rawValue]) }
    set { values[county * PlaceTally.allCases.count + tally.rawValue] = Int32(truncatingIfNeeded: newValue) }
  }

  /// The sum over some counties.
  package func sum(_ counties: Range<Int>, _ tally: PlaceTally) -> Int {
    counties.reduce(0) { $0 + self[$1, tally] }
  }
}
