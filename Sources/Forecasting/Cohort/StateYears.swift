internal import LawLanguage

/// When the budgets of states run.
///
/// National Association of State Budget Officers, "Budget Processes in the States" (2021): 46 states begin on 1 July, New
/// York on 1 April, Texas on 1 September, Alabama and Michigan on 1 October; the District of Columbia on 1 October (D.C.
/// Code 1-204.41).
package enum FiscalYear {
  /// The month in which a state's fiscal year begins.
  package static func firstMonth(of state: String) -> Int {
    switch state {
    case "NY": 4
    case "TX": 9
    case "AL", "MI", "DC": 10
    default: 7
    }
  }

  /// The fiscal year of a month, named for the calendar year in which it ends.
  package static func year(of month: Month, in state: String) -> Int {
    month.number / 12 + (month.ofYear >= firstMonth(of: state) ? 1 : 0)
  }
}

/// Counts of every state by its own fiscal years, from that in which a run begins.
package struct StateYears: Sendable, Equatable {
  /// How many fiscal years there is room for.
  package let years: Int
  private(set) var values: [Int32]

  init(states: Int, years: Int) {
    self.years = years
    values = Array(repeating: 0, count: states * years * PlaceTally.allCases.count)
  }

  mutating func carry(_ carrier: inout StateCarrier) { carrier.carry(&values) }

  init(years: Int, values: [Int32]) {
    self.years = years
    self.values = values
  }

  /// A count of a state in a year, from 0.
  package subscript(state: Int, year: Int, tally: PlaceTally) -> Int {
    get { Int(values[(state * years + year) * PlaceTally.allCases.count + tally.rawValue]) }
    set {
      values[(state * years + year) * PlaceTally.allCases.count + tally.rawValue] = Int32(truncatingIfNeeded: newValue)
    }
  }
}

/// Fiscal years as a run fills them: what counties have counted since the last one ended.
struct FiscalYears: Sendable {
  private(set) var counts: StateYears
  private var before: [[Int]]

  init(_ plan: RunPlan) {
    // A run of whole years touches one more than it has, and any other at most two.
    counts = StateYears(states: plan.counties.states.count, years: (plan.months + 10) / 12 + 1)
    before = plan.counties.states.map { _ in PlaceTally.allCases.map { _ in 0 } }
  }

  mutating func carry(_ carrier: inout StateCarrier) {
    counts.carry(&carrier)
    for place in before.indices { carrier.carry(&before[place]) }
  }

  /// Ends the fiscal years that end with a month, from 0, or with the run.
  mutating func close(_ month: Int, _ plan: RunPlan, _ counties: CountyCounts) {
    let (first, now) = (Month(plan.start), Month(plan.start).adding(month))
    for (place, state) in plan.counties.states.enumerated() {
      let year = FiscalYear.year(of: now, in: state.code)
      guard month == plan.months - 1 || FiscalYear.year(of: now.adding(1), in: state.code) != year else { continue }
      for tally in PlaceTally.allCases {
        let sum = counties.sum(state.counties, tally)
        counts[place, year - FiscalYear.year(of: first, in: state.code), tally] = sum - before[place][tally.rawValue]
        before[place][tally.rawValue] = sum
      }
    }
  }
}
