internal import LawLanguage

/// Why a scenario cannot be run.
package struct PlanProblem: Error, Sendable, CustomStringConvertible {
  /// What is wrong, and what to do.
  package let description: String

  init(_ description: String) { self.description = description }
}

extension RunPlan {
  /// The plan of a scenario under a law: counties, agreements and custody as they are known when it begins.
  package init<Asked: CooperationLaw>(
    _ scenario: Scenario, law: Asked, seed: UInt64, drawing: Drawing = .priors
  ) throws(PlanProblem) {
    let counties = CountyTable.unitedStates
    let origin = Month(scenario.start)
    let forecast: CustodyForecast
    let table: LawTable
    do {
      forecast = try CustodyForecast(known: .visible, origin: origin, fitted: .visible)
      table = try LawTable(
        law, counties: counties, from: scenario.start, through: scenario.start.adding(months: scenario.months))
    } catch {
      throw PlanProblem("\(error)")
    }
    // Officers, cases and people at the start are those of one day.
    let begin = MonthlySeries.visible.months.last?.adding(1) ?? origin
    guard origin == begin else {
      throw PlanProblem(
        "\(scenario.name) starts on \(scenario.start), but custody, staff and cases are known as of \(begin.first); "
          + "write start \(begin.first), and give levers their own dates")
    }
    self.init(
      counties: counties, law: table, start: scenario.start, months: scenario.months, settings: scenario.settings,
      custody: forecast.start(months: scenario.months), agreements: counties.all.map { Agreements.since[$0.code] },
      residentShares: counties.shareOfRemovable, seed: seed, drawing: drawing, fixed: scenario.fixed)
  }

  /// What names a run for ever: the same name, the same bytes.
  package func identity(of scenario: Scenario) -> String {
    let settings = scenario.settings.map { setting in
      "\(setting.lever.name) \(setting.value) \(setting.period.from)…\(setting.period.until.map { "\($0)" } ?? "")"
        + (setting.states.isEmpty ? "" : " in \(setting.states.joined(separator: " "))")
    }
    let fixed = scenario.fixed.map { "\($0.key.name) \($0.value)" }.sorted()
    return
      (["\(scenario.start), \(months) months, seed \(seed), \(law.identity), \(NumbersVersion.current)"]
      + settings + fixed)
      .joined(separator: "; ")
  }
}
