package import LawLanguage

/// How the numbers of a replicate are chosen.
package enum Drawing: Sendable {
  /// All at their best values.
  case best
  /// Each from its prior.
  case priors
  /// At these shares of their priors, in the order of the names.
  case quantiles([Double])
}

/// Everything that the replicates of a run have in common.
package struct RunPlan: Sendable {
  /// The counties.
  package let counties: CountyTable
  /// The law, asked beforehand.
  package let law: LawTable
  /// The first day.
  package let start: Day
  /// How many months.
  package let months: Int
  /// What the scenario sets.
  package let settings: [LeverSetting]
  /// Where custody stood.
  package let custody: CustodyStart
  /// Per county, the day from which its own staff act under 287(g) in the jail, if they do.
  package let agreements: [Day?]
  /// Each state's share of the people who can be removed.
  package let residentShares: [Double]
  /// Where chance begins.
  package let seed: UInt64
  /// How numbers are chosen.
  package let drawing: Drawing
  /// Numbers that are held at one value all the same.
  package let fixed: [ParameterName: Double]
  /// Whether people are counted after every day; slow, for tests.
  package let isChecked: Bool

  /// A plan.
  package init(
    counties: CountyTable, law: LawTable, start: Day, months: Int, settings: [LeverSetting] = [],
    custody: CustodyStart, agreements: [Day?], residentShares: [Double], seed: UInt64, drawing: Drawing = .priors,
    fixed: [ParameterName: Double] = [:], isChecked: Bool = false
  ) {
    self.counties = counties
    self.law = law
    self.start = start
    self.months = months
    self.settings = settings
    self.custody = custody
    self.agreements = agreements
    self.residentShares = residentShares
    self.seed = seed
    self.drawing = drawing
    self.fixed = fixed
    self.isChecked = isChecked
  }

  /// The first day that is not simulated.
  package var end: Day { start.adding(months: months) }
}

/// What a replicate found.
package struct Outcome: Sendable, Equatable {
  /// Its number.
  package let replicate: Int
  /// The numbers it ran on.
  package let parameters: ParameterValues
  /// Counts by month.
  package let months: MonthlyCounts
  /// Counts by county.
  package let counties: CountyCounts
  /// Counts by state and its fiscal year.
  package let states: StateYears
}

/// A day on which people were lost or found, or a stock fell below nothing.
package struct Imbalance: Error, Sendable, Equatable {
  /// The day, from 0.
  package let day: Int
  /// People counted.
  package let counted: Int
  /// People there must be.
  package let expected: Int
}
