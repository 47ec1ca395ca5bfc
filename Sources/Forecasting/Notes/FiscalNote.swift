internal import LawLanguage

/// What a scenario, or the difference of two, comes to for the budgets of one state, by its fiscal years: what a
/// legislature's fiscal office asks.
///
/// Only what the model counts has figures. What nobody has counted, and a difference that may go either way, is called
/// indeterminate, as fiscal offices do.
package struct FiscalNote: Sendable {
  /// A figure of a year.
  package enum Amount: Sendable, Equatable {
    /// Four fifths of the runs lie from low to high; the median between.
    case range(low: Double, mid: Double, high: Double)
    /// Nothing in any run.
    case none
    /// The runs do not tell, or nobody has counted; why.
    case indeterminate(String)
  }

  /// What a figure counts. People, and days that are theirs, are not printed under ten; a rate is a mean of so many a week.
  package enum Unit: Sendable, Equatable { case people, rate, positions, dollars }

  /// What an agency does or pays, year by year.
  package struct Line: Sendable {
    /// Who.
    package let agency: String
    /// What.
    package let item: String
    /// What its figures count.
    package let unit: Unit
    /// One for each fiscal year.
    package let amounts: [Amount]
  }

  /// The fiscal years, named for the calendar year in which they end, and how many of their months the run covers.
  package let years: [(name: Int, months: Int)]
  /// Agency by agency.
  package let lines: [Line]

  private let scenario: Scenario
  private let other: Scenario?
  private let state: State
  private let county: County?
  private let law: StateLaw?
  private let identity: String
  private let replicates: Int

  /// The note for a state, or for a county.
  ///
  /// No number of the model is fitted to a county: what it says of a county beyond its state is its prior alone, so that
  /// a county's note shows its state's band.
  package init(
    _ scenario: Scenario, plan: RunPlan, outcomes: [Outcome], against other: Scenario? = nil, base: [Outcome]? = nil,
    state place: Int, county: County? = nil
  ) {
    self.scenario = scenario
    self.other = other
    let state = plan.counties.states[place]
    self.state = state
    self.county = county
    law = plan.law.byState(plan.counties).first { $0.state == state }
    identity = plan.identity(of: scenario)
    replicates = outcomes.count
    let first = Month(plan.start)
    let names = (0..<plan.months).map { FiscalYear.year(of: first.adding($0), in: state.code) }
    years = Set(names).sorted().map { name in (name, names.filter { $0 == name }.count) }
    let count = years.count

    func amounts(_ value: (Outcome, Int) -> Double) -> [Amount] {
      (0..<count).map { year in
        let draws = outcomes.enumerated().map { index, outcome in
          value(outcome, year) - (base.flatMap { index < $0.count ? value($0[index], year) : nil } ?? 0)
        }
        return FiscalNote.amount(Band(draws))
      }
    }
    func unknown(_ why: String) -> [Amount] { (0..<count).map { _ in .indeterminate(why) } }
    func counted(_ tally: PlaceTally) -> (Outcome, Int) -> Double { { Double($0.states[place, $1, tally]) } }
    let days = counted(.holdDays), forbidden = counted(.holdDaysForbidden)
    let jails = "County sheriffs and jails"
    lines = [
      Line(agency: jails, item: "People held on request", unit: .people, amounts: amounts(counted(.held))),
      Line(agency: jails, item: "Jail days on hold", unit: .people, amounts: amounts(days)),
      Line(
        agency: jails, item: "Positions, if every day were staffed", unit: .positions,
        amounts: amounts { days($0, $1) / 365.25 / $0.parameters[.jailPeoplePerOfficer] }),
      Line(
        agency: jails, item: "Cost of those days, at the average of a jail day", unit: .dollars,
        amounts: amounts { days($0, $1) * $0.parameters[.localJailDayCost] }),
      Line(
        agency: "County risk pools", item: "Paid for days held that the law forbids", unit: .dollars,
        amounts: amounts {
          forbidden($0, $1) * $0.parameters[.liabilityPerDay] * $0.parameters[.liabilityClaimShare]
        }),
      Line(
        agency: jails, item: "Staff and training under 287(g) agreements", unit: .dollars,
        amounts: unknown(
          "published costs run from $36,920 (Henderson County, NC) to $6.4 million in a first year (Prince William "
            + "County, VA)")),
      Line(
        agency: "Counties and cities", item: "Policies, training, counsel and reports", unit: .dollars,
        amounts: unknown("no count was found")),
      Line(
        agency: "State attorney general", item: "Guidance, suits and penalties, in either direction", unit: .dollars,
        amounts: unknown("depends on who sues whom")),
      Line(
        agency: "State and counties", item: "Federal grants with conditions (Byrne JAG, SCAAP)", unit: .dollars,
        amounts: unknown("depends on courts; SCAAP paid $210.4 million to 500 places in FY2023")),
    ]
  }

  static func amount(_ band: Band) -> Amount {
    let (low, high) = (band.fourFifths.lowerBound, band.fourFifths.upperBound)
    if band.nearlyAll == 0...0 { return .none }
    // Either way in more than a tenth of the runs on each side.
    if low < 0, high > 0 { return .indeterminate("from \(Figure.plain(low)) to \(Figure.plain(high))") }
    return .range(low: low, mid: band.median, high: high)
  }

  /// The note as Markdown.
  package var markdown: String {
    let place = county.map { "\($0.name), \(state.code)" } ?? state.code
    var text = "# Fiscal note: \(place)\n\n"
    text += "\(scenario.title)\(other.map { ", less: \($0.title)" } ?? "").\n\n"
    if county != nil {
      text +=
        "Nothing in the model is fitted to this county: what is known of it is what is known of its state. The figures "
      text += "are those of all counties of \(state.code).\n\n"
    }
    text +=
      other == nil
      ? "These are levels as the scenario stands, not the effect of a bill; for that, compare two scenarios.\n\n"
      : "These are differences on the same chance. With every sign turned they answer the reverse question.\n\n"
    text +=
      "Low and high hold four fifths of \(replicates) runs, mid is the median. Dollars of about 2024. Fiscal years are "
    text += "the state's, named for the year in which they end.\n\n"
    text += effective + "\n\n"
    let heads = years.map { "FY\($0.name)\($0.months < 12 ? " (\($0.months) months)" : "")" }
    text += "| Agency | What | \(heads.joined(separator: " | ")) |\n|---|---|\(heads.map { _ in "---|" }.joined())\n"
    for line in lines {
      let isUnknown = Set(line.amounts.map(FiscalNote.isIndeterminate)) == [true]
      let cells = line.amounts.map { amount in isUnknown ? "indeterminate" : FiscalNote.words(amount, line.unit) }
      text += "| \(line.agency) | \(line.item) | \(cells.joined(separator: " | ")) |\n"
    }
    let reasons = lines.compactMap { line -> String? in
      guard case .indeterminate(let why)? = line.amounts.first, Set(line.amounts).count == 1 else { return nil }
      return "- \(line.item): \(why)."
    }
    text += "\nIndeterminate:\n\n\(reasons.joined(separator: "\n"))\n\n"
    text +=
      "A day is charged at the average of a jail day; one more person may cost less where posts are staffed anyway. "
    return text + "Run: \(identity).\n"
  }

  private var effective: String {
    func changes(_ scenario: Scenario) -> [String] {
      let levers = scenario.settings.filter { $0.states.isEmpty || $0.states.contains(state.code) }
        .map { "\($0.lever.name) from \($0.period.from)\($0.period.until.map { " until \($0)" } ?? "")" }
      let left =
        scenario.withoutLaw.contains(state.code) ? ["the state's own law left out from \(scenario.start)"] : []
      return left + levers
    }
    let turns = law?.turns.map { "the law of the library turns on \($0)" } ?? []
    let all = changes(scenario) + turns
    let here = all.isEmpty ? "nothing changes in this state from \(scenario.start)" : all.joined(separator: "; ")
    guard let other else { return "Effective: \(here)." }
    let there = changes(other)
    return "Effective: \(here). Compared with: \(there.isEmpty ? "no change" : there.joined(separator: "; "))."
  }

  private static func isIndeterminate(_ amount: Amount) -> Bool {
    if case .indeterminate = amount { true } else { false }
  }

  /// An amount in words: low, mid and high, and no people under ten.
  package static func words(_ amount: Amount, _ unit: Unit) -> String {
    let isMoney = unit == .dollars
    func figure(_ value: Double) -> String {
      "\(value < 0 ? "-" : "")\(isMoney ? "$" : "")\(Figure.plain(isMoney ? abs(value).rounded() : abs(value)))"
    }
    return switch amount {
    case .range(let low, let mid, let high) where unit == .people && SmallCell.hides(low...high):
      SmallCell.hides(mid) ? "under 10" : "under 10 to \(figure(abs(high) > abs(low) ? high : low))"
    case .range(let low, let mid, let high): "\(figure(low)) / \(figure(mid)) / \(figure(high))"
    case .none: "none"
    case .indeterminate(let why): "indeterminate (\(why))"
    }
  }
}

extension FiscalNote.Amount: Hashable {}
