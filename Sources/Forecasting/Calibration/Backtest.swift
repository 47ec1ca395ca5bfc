/// A forecast held against what came.
package struct Backtest: Sendable {
  /// One series' scores.
  package struct Line: Sendable {
    /// The column's own name.
    package let name: String
    /// How many months were scored.
    package let months: Int
    /// The model's.
    package let score: Score
    /// The baselines', where they can be reckoned.
    package let baselines: [Baseline: Score]
  }

  /// The scores, in the order of the columns' names.
  package let lines: [Line]
  /// Columns of the file that the model says nothing about.
  package let unscored: [String]

  /// What the levels are fitted to.
  package enum Fitting: String, Sendable, CaseIterable {
    /// All visible years, those of the test among them if it lies there.
    case visible
    /// Only what came before the first month.
    case before
  }

  /// Runs replicates from the first month through the last, each in the columns of the file, and scores them.
  package init(
    observed: MonthlySeries, given: MonthlySeries?, from first: Month, through end: Month, replicates: Int = 200,
    seed: UInt64 = 1, fitting: Fitting = .visible
  ) throws(SeriesProblem) {
    guard first <= end else { throw SeriesProblem("the first month, \(first), comes after the last, \(end)") }
    let window = (first.number...end.number).map { Month(number: $0) }
    guard !observed.columns.isEmpty,
      window.contains(where: { month in observed.columns.values.contains { $0[month] != nil } })
    else {
      throw SeriesProblem("the observed table has no figure from \(first) through \(end)")
    }
    guard end.number - first.number < 360 else {
      throw SeriesProblem("\(first) through \(end) is more than thirty years; no level is known for so long")
    }
    if let gap = observed.gap(in: window) {
      throw SeriesProblem("the observed table has no line for \(gap); add the month, its unknown fields empty")
    }
    // A month that the given table counts only in part is taken from what else is known.
    let given = given.map { MonthlySeries.visible.overlaid(by: observed).overlaid(by: $0).withBothTotals }
    if let given {
      let missing = window.filter { given["bookins_ice", $0] == nil || given["bookins_cbp", $0] == nil }
      if let month = missing.first {
        throw SeriesProblem(
          "the given table has no bookins_ice and bookins_cbp for \(month)"
            + (missing.count > 1 ? " and \(missing.count - 1) more months" : "") + "; give every month, or none")
      }
    }
    let known = MonthlySeries.visible.overlaid(by: observed).before(first).completed.withBothTotals
    let fitted =
      switch fitting {
      case .visible: MonthlySeries.visible
      case .before: known
      }
    let forecast = try CustodyForecast(known: known, origin: first, fitted: fitted)
    let draws = (0..<replicates).map { forecast.replicate($0, through: end, seed: seed, given: given) }
    var lines: [Line] = []
    var unscored: [String] = []
    for (name, values) in observed.columns.sorted(by: { $0.key < $1.key }) {
      let months = window.filter { values[$0] != nil && draws.first?[name, $0] != nil }
      let isGiven = given != nil && name.hasPrefix("bookins")
      guard !months.isEmpty, !isGiven,
        let score = Score(
          observed: months.compactMap { values[$0] },
          draws: months.map { month in draws.compactMap { $0[name, month] } })
      else {
        unscored.append(name)
        continue
      }
      var baselines: [Baseline: Score] = [:]
      for baseline in Baseline.allCases {
        guard let points = baseline.forecast(name, from: first, through: end, known: known, given: given) else {
          continue
        }
        baselines[baseline] = Score(
          observed: months.compactMap { values[$0] }, draws: months.map { month in points[month].map { [$0] } ?? [] })
      }
      lines.append(Line(name: name, months: months.count, score: score, baselines: baselines))
    }
    self.lines = lines
    self.unscored = unscored
  }
}
