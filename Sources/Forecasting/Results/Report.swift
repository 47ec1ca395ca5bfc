internal import LawLanguage

/// A run, or the difference of two, as one page that needs no other file.
package struct Report: Sendable {
  private let scenario: Scenario
  private let other: Scenario?
  private let figures: RunFigures
  private let outcomes: [Outcome]
  private let base: [Outcome]?
  private let identity: String
  private let plan: RunPlan

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
  }

  /// The page.
  package var html: String {
    let title = other.map { "\(scenario.title) less \($0.title)" } ?? scenario.title
    return """
      <!DOCTYPE html>
      <html lang="en">
      <head>
      <meta charset="utf-8">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <title>\(Figure.escaped(title)): Tenth forecast</title>
      <style>\(Report.style)</style>
      </head>
      <body>
      <main>
      <h1>\(Figure.escaped(title))</h1>
      <p>\(Figure.escaped(scenario.question))</p>
      <p>\(intent)</p>
      <h2>What was asked</h2>
      \(levers)
      <h2>Month by month</h2>
      <p class="key">The line is the median. The darkest grey holds half of the runs, the next four fifths, the lightest
      nineteen in twenty.\(base == nil ? " The dashed line is the beds funded, where it is drawn." : "")</p>
      \(Measure.allCases.filter { $0 != .fundedBeds }.map(chart).joined(separator: "\n"))
      <h2>Public cost</h2>
      \(costs)
      <h2>By state</h2>
      \(states)
      <h2>How this was reckoned</h2>
      \(methods)
      </main>
      </body>
      </html>

      """
  }

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
    return table(["Lever", "Value", "From", "Until", "Where", "Meaning"], rows)
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
    return """
      <figure>
      <figcaption>\(Figure.escaped(measure.title))</figcaption>
      \(chart.svg)
      <details><summary>The figures</summary>\(table(["Month", "Median", "Half", "Four fifths", "Nineteen in twenty"], rows))</details>
      </figure>
      """
  }

  private func range(_ range: ClosedRange<Double>) -> String {
    "\(Figure.plain(range.lowerBound)) to \(Figure.plain(range.upperBound))"
  }

  private var costs: String {
    let ledgers = outcomes.map { CostLedger($0, from: scenario.start) }
    let others = base?.map { CostLedger($0, from: scenario.start) }
    let count = ledgers.first?.years.count ?? 0
    let years = [0, 1, 2, 4, 9].filter { $0 < count }
    func band(_ year: Int, _ value: (CostLedger, Int) -> Double) -> String {
      let draws = ledgers.enumerated().map { index, ledger in
        value(ledger, year) - (others.flatMap { index < $0.count ? value($0[index], year) : nil } ?? 0)
      }
      let band = Band(draws)
      func millions(_ value: Double) -> String { Figure.plain(value / 1_000_000) }
      return
        "\(millions(band.median)) (\(millions(band.fourFifths.lowerBound)) to \(millions(band.fourFifths.upperBound)))"
    }
    var rows = CostHead.allCases.map { head in
      [head.rawValue] + years.map { band($0) { $0.years[$1][head] ?? 0 } }
    }
    rows.append(["All"] + years.map { band($0) { $0.total($1) } })
    return "<p>Millions of dollars of about 2024; the median, and in brackets where four fifths of the runs lie. Staff "
      + "are paid whether or not they arrest; beds by the day, new ones once; nothing is charged by the head.</p>"
      + table(["Where it goes"] + years.map { "Year \($0 + 1)" }, rows)
  }

  private var states: String {
    let rows = plan.counties.states.map { state in
      [state.code]
        + [PlaceTally.requests, .held, .custodialArrests, .releasedWithoutTransfer, .holdDays].map { tally in
          let draws = outcomes.enumerated().map { index, outcome -> Double in
            let less = base.flatMap { index < $0.count ? $0[index].counties.sum(state.counties, tally) : nil } ?? 0
            return Double(outcome.counties.sum(state.counties, tally) - less)
          }
          let band = Band(draws)
          // Small numbers of people are not printed.
          if base == nil, band.median < 10 { return "under 10" }
          return "\(Figure.plain(band.median)) (\(range(band.fourFifths)))"
        }
    }
    return "<p>Over the whole run; the median, and in brackets where four fifths of the runs lie.</p>"
      + table(
        ["State", "Requests", "Held", "Arrests out of custody", "Released without transfer", "Jail days on hold"], rows)
  }

  private var methods: String {
    let rows = ParameterName.allCases.map { name in
      let parameter = name.definition
      let used =
        scenario.fixed[name].map { "held at \($0)" }
        ?? "\(parameter.value), from \(parameter.low) to \(parameter.high)"
      return [name.name, used, parameter.unit, parameter.meaning, parameter.ground.text]
    }
    return """
      <dl>
      <dt>Run</dt><dd>\(Figure.escaped(identity))</dd>
      <dt>Replicates</dt><dd>\(outcomes.count), each with its own draw of every number below</dd>
      <dt>Time</dt><dd>Days; \(figures.months.count) months from \(scenario.start)</dd>
      <dt>Where it begins</dt><dd>Not from empty: custody by days held, docket and staff as public figures leave them</dd>
      <dt>Chance</dt><dd>Philox4x32-10, cut by replicate, purpose, day and county</dd>
      <dt>Data</dt><dd>DHS OHSS monthly tables, edition of August 2024; ICE detention statistics, FY2019 to FY2024;
      fiscal years 2017 and 2018 and all from October 2024 are kept back for tests</dd>
      <dt>What it leaves out</dt><dd>Crime, wages, families and the rest of the economy; people are counted, none is
      described</dd>
      </dl>
      <details><summary>Every number and what it rests on</summary>
      \(table(["Name", "Value", "Unit", "Meaning", "Rests on"], rows))
      </details>
      """
  }

  private func table(_ heads: [String], _ rows: [[String]]) -> String {
    let head = heads.map { "<th scope=\"col\">\(Figure.escaped($0))</th>" }.joined()
    let body = rows.map { row in
      "<tr>"
        + row.enumerated().map { index, cell in
          index == 0 ? "<th scope=\"row\">\(Figure.escaped(cell))</th>" : "<td>\(Figure.escaped(cell))</td>"
        }.joined() + "</tr>"
    }.joined(separator: "\n")
    return
      "<div class=\"wide\" tabindex=\"0\" role=\"region\" aria-label=\"Table\"><table><thead><tr>\(head)</tr></thead><tbody>\n\(body)\n</tbody></table></div>"
  }

  private static let style = """
    body{font:1rem/1.5 system-ui,sans-serif;color:#0b0c0c;background:#fff;margin:0}
    main{max-width:60rem;margin:0 auto;padding:1rem}
    h1{font-size:1.8rem;line-height:1.2}h2{margin-top:2.5rem;border-bottom:1px solid #0b0c0c}
    figure{margin:2rem 0;break-inside:avoid}figcaption{font-weight:bold}svg{width:100%;height:auto}
    svg text{font-size:12px;fill:#0b0c0c}.grid{stroke:#0b0c0c;stroke-opacity:.15}
    .median{fill:none;stroke:#0b0c0c;stroke-width:2.5}.edge{fill:none;stroke:#505a5f;stroke-dasharray:2 3}
    .reference{fill:none;stroke:#0b0c0c;stroke-width:1.5;stroke-dasharray:10 5}
    table{border-collapse:collapse;font-size:.9rem}th,td{text-align:left;vertical-align:top;padding:.3rem .7rem .3rem 0;
    border-bottom:1px solid #b1b4b6}td{font-variant-numeric:tabular-nums}.wide{overflow-x:auto}
    .wide:focus,summary:focus{outline:3px solid #0b0c0c;outline-offset:2px}dt{font-weight:bold}dd{margin:0 0 .6rem;overflow-wrap:anywhere}
    """
}
