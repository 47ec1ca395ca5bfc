internal import LawLanguage

extension RunPlan {
  /// The plan of a scenario under a law: counties, agreements and custody as they are known when it begins.
  package init(
    _ scenario: Scenario, law: some CooperationLaw, seed: UInt64, drawing: Drawing = .priors
  ) throws(SeriesProblem) {
    let counties = CountyTable.unitedStates
    let origin = Month(scenario.start)
    let forecast = try CustodyForecast(known: .visible, origin: origin, fitted: .visible)
    guard forecast.first <= origin else {
      throw SeriesProblem("custody is known only through \(forecast.first.adding(-1)); start in \(forecast.first)")
    }
    self.init(
      counties: counties,
      law: LawTable(
        law, counties: counties, from: scenario.start, through: scenario.start.adding(months: scenario.months)),
      start: scenario.start, months: scenario.months, settings: scenario.settings,
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
    return (["\(scenario.start), \(months) months, seed \(seed), \(law.identity)"] + settings + fixed)
      .joined(separator: "; ")
  }
}
