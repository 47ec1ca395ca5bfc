internal import LawLanguage

/// A run, or the difference of two, as one page that needs no other file.
package struct Report: Sendable {
  let scenario: Scenario
  let other: Scenario?
  let figures: RunFigures
  let outcomes: [Outcome]
  let base: [Outcome]?
  let identity: String
  let plan: RunPlan
  let ledgers: [CostLedger]
  private let others: [CostLedger]?

  /// The report of a run; with `base`, of what is different from it.
  package init(
    _ scenario: Scenario, plan: RunPlan, outcomes: [Outcome], against other: Scenario? = nil, base: [Outcome]? = nil
  ) {
    self.scenario = scenario
    self.other = other
    self.plan = plan
    self.outcomes = outcomes
    self.base = base
    figures = RunFigures(outcomes, from: scenario.start, less: base)
    identity = plan.identity(of: scenario)
    ledgers = outcomes.map { CostLedger($0, from: scenario.start) }
    others = base?.map { CostLedger($0, from: scenario.start) }
  }

  /// The page.
  package var html: String {
    let title = other.map { "\(scenario.title) less \($0.title)" } ?? scenario.title
    return ReportPiece.page(
      title,
      """
      <p>\(Figure.escaped(scenario.question))</p>
      <p>\(intent)</p>
      <h2>What was asked</h2>
      \(levers)
      <h2>Month by month</h2>
      <p>The line is the median. The darkest grey holds half of the runs, the next four fifths, the lightest
      nineteen in twenty.\(base == nil ? " The dashed line is the beds funded, where it is drawn." : "")</p>
      \(Measure.allCases.filter { $0 != .fundedBeds }.map(chart).joined(separator: "\n"))
      <h2>Who goes where in a year</h2>
      <p>\(base == nil ? "People in the last year, in medians" : "The difference in the last year, in medians"); a line is as
      wide as what flows, a thin one is not counted apart. The boxes do not add up exactly: each is a median of its own.</p>
      \(FlowDiagram(outcomes, less: base).svg)
      <h2>What the law says of a hold</h2>
      \(law)
      <h2>Public cost</h2>
      \(costs)
      <h2>By state</h2>
      \(PlaceTables(counties: plan.counties, outcomes: outcomes, base: base).states)
      <h2>By county</h2>
      \(PlaceTables(counties: plan.counties, outcomes: outcomes, base: base).leading)
      <h2>What studies found about communities</h2>
      \(CommunityEvidence.html)
      <h2>What moves custody in these runs</h2>
      \(moved)
      <h2>How this was reckoned</h2>
      \(MethodCard(scenario: scenario, plan: plan, identity: identity, replicates: outcomes.count).html)
      """)
  }

  /// Every county, as comma-separated values.
  package var countiesCSV: String { PlaceTables(counties: plan.counties, outcomes: outcomes, base: base).csv }

  private var intent: String {
    base == nil
      ? "These are consequences under stated assumptions, not predictions of policy, and the model recommends nothing."
      : "Both runs share their numbers and their chance, so what is shown is the difference alone. Read the other way "
        + "round, with every sign turned, it answers the reverse question."
  }

  private var levers: String {
    var rows = scenario.settings.map { setting in
      [
        setting.lever.name, "\(setting.value)", "\(setting.period.from)",
        setting.period.until.map { "\($0)" } ?? "the end",
        setting.states.isEmpty ? "everywhere" : setting.states.joined(separator: ", "), setting.lever.meaning,
      ]
    }
    rows += scenario.withoutLaw.map {
      ["without-law", $0, "\(scenario.start)", "the end", $0, "The state's own law left out"]
    }
    guard !rows.isEmpty else { return "<p>Nothing is changed: the law, staff and beds as they stand.</p>" }
    return ReportPiece.table(["Lever", "Value", "From", "Until", "Where", "Meaning"], rows, called: "What was asked")
  }

  private func chart(_ measure: Measure) -> String {
    guard let bands = figures.bands[measure] else { return "" }
    var chart = FanChart(title: measure.title, months: figures.months, bands: bands)
    if measure == .custody, base == nil, let beds = figures.bands[.fundedBeds] {
      chart.reference = ("Beds funded", beds.map(\.median))
    }
    let rows = figures.months.enumerated().filter { $0.element.ofYear == 10 || $0.offset == figures.months.count - 1 }
      .map { index, month in
        [
          month.description, Figure.plain(bands[index].median), range(bands[index].half),
          range(bands[index].fourFifths),
          range(bands[index].nearlyAll),
        ]
      }
    let table = ReportPiece.table(
      ["Month", "Median", "Half", "Four fifths", "Nineteen in twenty"], rows, called: measure.title)
    return """
      <figure>
      <figcaption>\(Figure.escaped(measure.title))</figcaption>
      \(chart.svg)
      <details><summary>The figures</summary>\(table)</details>
      </figure>
      """
  }

  private func range(_ range: ClosedRange<Double>) -> String {
    "\(Figure.plain(range.lowerBound)) to \(Figure.plain(range.upperBound))"
  }

  private var law: String {
    let tiles = LawTiles(plan, outcomes: outcomes)
    return
      "<p>What the law of most residents' counties tells a jail on \(plan.start), asked for a hold by a detainer with an "
      + "officer's warrant: must, may, not (must not), none (no law gives authority), some (it hangs on the class of person) "
      + "or open. Below it, how many of those asked for were held.</p>\n"
      + tiles.svg + "\n<details><summary>The law behind each tile</summary>\n\(tiles.table)\n</details>"
  }

  /// The band of a cost in a year, less that of the other run.
  func cost(_ year: Int, _ value: (CostLedger, Int) -> Double) -> Band {
    Band(
      ledgers.enumerated().map { index, ledger in
        value(ledger, year) - (others.flatMap { index < $0.count ? value($0[index], year) : nil } ?? 0)
      })
  }

  private var costs: String {
    let count = ledgers.first?.years.count ?? 0
    let years = [0, 1, 2, 4, 9].filter { $0 < count }
    func cell(_ band: Band) -> String {
      func millions(_ value: Double) -> String { Figure.plain(value / 1_000_000) }
      return
        "\(millions(band.median)) (\(millions(band.fourFifths.lowerBound)) to \(millions(band.fourFifths.upperBound)))"
    }
    var rows = CostHead.allCases.map { head in
      [head.rawValue] + years.map { cell(cost($0) { $0.years[$1][head] ?? 0 }) }
    }
    rows.append(["All"] + years.map { cell(cost($0) { $0.total($1) }) })
    let waterfall = CostWaterfall(outcomes, less: base, ledgers: ledgers, others: others)
    return
      "<p>Dollars of about 2024. Staff are paid whether or not they arrest; beds by the day, new ones once; nothing is "
      + "charged by the head. The bars are medians of a mean year, each beginning where the one before it ended"
      + "\(abs(waterfall.rounding) < 500_000 ? "" : "; medians do not add up exactly").</p>\n"
      + "<figure><figcaption>A mean year</figcaption>\n\(waterfall.svg)\n</figure>\n"
      + waterfall.sentences(isDifference: base != nil)
      + "<p>Millions of dollars; the median, and in brackets where four fifths of the runs lie.</p>"
      + ReportPiece.table(["Where it goes"] + years.map { "Year \($0 + 1)" }, rows, called: "Public cost by year")
  }

  private func ofCustody(_ outcome: Outcome) -> Double {
    let less = base?.first { $0.replicate == outcome.replicate }
    return Measure.custody.lastYear(of: outcome, from: scenario.start)
      - (less.map { Measure.custody.lastYear(of: $0, from: scenario.start) } ?? 0)
  }

  /// What moves the mean custody of the last year.
  var influences: [Influence] { Influence.found(in: outcomes, ofCustody) }

  /// Where the variance of the mean custody of the last year comes from.
  package var split: [(origin: ParameterOrigin, share: Double)] { Influence.split(outcomes, ofCustody) }

  private var moved: String {
    guard outcomes.count >= 30 else {
      return "<p>Fewer than thirty replicates tell nothing of this. tenth forecast sensitivity asks it directly.</p>"
    }
    let split = self.split.filter { $0.origin != .money }
    let rest = max(0, 1 - split.reduce(0) { $0 + $1.share })
    let parts = split.map { "\($0.origin.rawValue) \(Int(($0.share * 100).rounded()))%" }.joined(separator: ", ")
    let bars = influences.prefix(12).map { Tornado.Bar(name: $0.name.name, value: $0.correlation, range: $0.range) }
    let found =
      bars.isEmpty
      ? "<p>No number stands out among so many with so few replicates.</p>"
      : Tornado(title: "Rank correlation with custody in the last year", bars: Array(bars)).svg
    return
      "<p>Rank correlation of each number's draw with mean custody in the last year; the line is where nineteen in twenty "
      + "such intervals hold the true one, and numbers that chance alone could explain are left out.</p>\n\(found)\n"
      + "<p>The variance between runs goes with \(parts); the other \(Int((rest * 100).rounded()))% is chance, and what "
      + "numbers do only together. tenth forecast sensitivity --sobol divides it, with intervals.</p>"
  }
}
