package import LawLanguage

/// What cooperation costs and brings a county, in both directions: what the model reckons as a band, what is published
/// elsewhere, and what nobody has counted.
///
/// No number of the model is fitted to a county. Unless the county itself says how many requests it gets, it is shown the
/// band of all counties of its state.
package struct CountyLedger: Sendable {
  /// A line.
  package struct Line: Sendable {
    /// What.
    package let item: String
    /// What its figures count.
    package let unit: FiscalNote.Unit
    /// How much a year.
    package let amount: FiscalNote.Amount
    /// What it rests on: sources, or "judgement, range" and why.
    package let grounds: [String]
  }

  /// Whose figures those of the model are.
  package enum Scope: Sendable, Equatable {
    /// All counties of the state together.
    case state
    /// The county's, from the requests that it counts itself.
    case county(requestsPerYear: Double)
  }

  /// The model's lines.
  package let reckoned: [Line]
  /// What is known from elsewhere only.
  package let elsewhere: [Line]
  /// What the state's law threatens, in either direction; none where the library's documents name nothing.
  package let penalties: [LocalPenalty]
  /// Whose the model's figures are.
  package let scope: Scope
  /// The day on which an agreement for the jail under 287(g) was signed, as far as it was listed.
  package let agreement: Day?

  /// The ledger of the place of a reduced model.
  package init(_ model: ReducedModel, requests: Double? = nil) {
    let draws = model.run(ReducedQuestion(), requests: requests, withCountry: false).map(\.place)
    self.init(draws, requests: requests, state: model.state, county: model.county)
  }

  /// The ledger of a run of the whole model, by its mean year.
  package init(_ outcomes: [Outcome], plan: RunPlan, state place: Int, county: County? = nil) {
    let state = plan.counties.states[place]
    let years = Double(plan.months) / 12
    let draws = outcomes.map { outcome in
      ReducedModel.PlaceYear(
        counted: { Double(outcome.counties.sum(state.counties, $0)) / years }, parameters: outcome.parameters)
    }
    self.init(draws, requests: nil, state: state, county: county)
  }

  private init(_ draws: [ReducedModel.PlaceYear], requests: Double?, state: State, county: County?) {
    scope = requests.map { .county(requestsPerYear: $0) } ?? .state
    agreement = county.flatMap { Agreements.since[$0.code] }
    penalties = LocalPenalty.of(state.code)
    elsewhere = CountyLedger.publishedElsewhere
    func ground(_ names: ParameterName...) -> [String] {
      names.map { "\($0.definition.meaning): \($0.definition.ground.text)" }
    }
    func line(
      _ item: String, _ unit: FiscalNote.Unit, _ grounds: [String], _ value: (ReducedModel.PlaceYear) -> Double
    ) -> Line {
      Line(item: item, unit: unit, amount: FiscalNote.amount(Band(draws.map(value))), grounds: grounds)
    }
    let practice: [ParameterName] = [.holdWhenRequired, .holdWhenPermitted, .holdWhenProhibited, .pickedUpPerDay]
    let held = practice.flatMap { ground($0) }
    let asked =
      requests == nil
      ? ground(.detainersPerDay) + [
        "The state's share, by people who can be removed: Pew 2025 for six states, judgement"
      ]
      : ["Counted by the office itself"]
    let tail = Band(
      draws.map { $0.year(\.holdDaysForbidden) * $0.parameters[.liabilityPerDay] * $0.parameters[.liabilityClaimShare] }
    )
    let all = Band(draws.map { $0.year(\.holdDaysForbidden) * $0.parameters[.liabilityPerDay] })
    let aYear = Band(draws.map { $0.year(\.held) })
    reckoned = [
      line("Requests", .people, asked) { $0.requests },
      line("People held on a request", .people, held) { $0.year(\.held) },
      // What is not printed by the year is not by the week.
      line("The same, a week", SmallCell.hides(aYear.fourFifths) ? .people : .rate, []) {
        $0.year(\.held) * 7 / 365.25
      },
      line("Jail days on hold", .people, held) { $0.year(\.holdDays) },
      line("Positions, if every day were staffed", .positions, ground(.jailPeoplePerOfficer)) {
        $0.year(\.holdDays) / 365.25 / $0.parameters[.jailPeoplePerOfficer]
      },
      line("Cost of those days, at the average of a jail day", .dollars, ground(.localJailDayCost)) {
        $0.year(\.holdDays) * $0.parameters[.localJailDayCost]
      },
      line("Days on hold that the law gives no ground for", .people, ground(.holdWhenProhibited)) {
        $0.year(\.holdDaysForbidden)
      },
      Line(
        item: "Paid for such days, as a tail: the median, one draw in ten, one in forty", unit: .dollars,
        amount: tail.nearlyAll == 0...0
          ? .none : .range(low: tail.median, mid: tail.fourFifths.upperBound, high: tail.nearlyAll.upperBound),
        grounds: ground(.liabilityPerDay, .liabilityClaimShare)),
      Line(
        item: "The same, if every such day were claimed and paid", unit: .dollars,
        amount: all.nearlyAll == 0...0
          ? .none : .range(low: all.fourFifths.lowerBound, mid: all.median, high: all.nearlyAll.upperBound),
        grounds: ground(.liabilityPerDay)),
    ]
  }

  /// What other counties published, and what hangs on courts: no figure of this county follows from it.
  private static let publishedElsewhere: [Line] = [
    Line(
      item: "Staff and training under a 287(g) agreement", unit: .dollars,
      amount: .indeterminate("from $36,920 in half a year to $6.4 million in a first year"),
      grounds: [
        "Henderson County, NC, 2008: $36,920 spent", "Prince William County, VA, 2008: $6.4 million in the first year",
        "Gwinnett County, GA: up to $3.7 million a year (Niskanen, 2012)",
      ]),
    Line(
      item: "Paid back under such an agreement", unit: .dollars,
      amount: .indeterminate("more than $80,000 in the half year in which $36,920 was spent, elsewhere nothing"),
      grounds: [
        "Henderson County, NC, 2008", "Prince William County, VA, 2008: $0.8 million of jail overrun paid back",
      ]),
    Line(
      item: "Longer stays of people with a request, beyond the two days", unit: .people,
      amount: .indeterminate("20.6 more days a person in Los Angeles, nearly 30 in King County"),
      grounds: [
        "Justice Strategies, 2012", "Beckett, University of Washington, 2013",
        "judgement, range: such stays came before limits on holds, and may not come back",
      ]),
    Line(
      item: "Federal grant for jailing people (SCAAP)", unit: .dollars,
      amount: .indeterminate(
        "$210.4 million to 500 places in FY2023, $421,000 an award on average; yours is on BJA's list"),
      grounds: ["Bureau of Justice Assistance, FY2023"]),
    Line(
      item: "Grants at risk where cooperation is limited", unit: .dollars,
      amount: .indeterminate("depends on courts; $32.7 million of Byrne JAG went to places listed in 2016"),
      grounds: ["Center for Immigration Studies, 2017", "National Association of Counties: $770.8 million in FY2023"]),
    Line(
      item: "Paid where people were held without authority", unit: .dollars,
      amount: .indeterminate("$14 million for some 18,500 people, and up to $92.5 million for 166,000 days"),
      grounds: ["Roy v. Los Angeles County, settled in 2020", "New York City, settled in 2024"]),
  ]
}

extension ReducedModel.PlaceYear {
  /// A mean year of counts.
  fileprivate init(counted count: (PlaceTally) -> Double, parameters: ParameterValues) {
    let requests = count(.requests)
    func each(_ tally: PlaceTally) -> Double { requests > 0 ? count(tally) / requests : 0 }
    self.init(
      requests: requests,
      course: RequestCourse(
        held: each(.held), holdDays: each(.holdDays), holdDaysForbidden: each(.holdDaysForbidden),
        transferred: each(.custodialArrests), released: each(.releasedWithoutTransfer),
        foundAtLarge: each(.releasedWithoutTransfer) * parameters[.rearrestedWithin90Days]),
      parameters: parameters)
  }
}
