/// What moves an outcome, as a page with its tornado and as a table.
package struct SensitivityReport: Sendable {
  private let scenario: Scenario
  private let identity: String
  private let measure: Measure
  private let runs: Int
  private let effects: [Morris.Effect]
  private var factors: [(factor: VarianceDesign.Factor, index: Sobol.Index)] = []
  private var rows = 0

  /// The report of a screening.
  package init(_ scenario: Scenario, plan: RunPlan, measure: Measure, runs: Int, effects: [Morris.Effect]) {
    self.scenario = scenario
    identity = plan.identity(of: scenario)
    self.measure = measure
    self.runs = runs
    self.effects = effects.filter { $0.size > 0 }
  }

  /// Adds the division of variance.
  package mutating func divide(_ design: VarianceDesign, _ indices: [Sobol.Index]) {
    factors = zip(design.factors, indices).map { ($0, $1) }
    rows = design.sobol.rows
  }

  /// The division of variance, a line for each factor.
  package var varianceLines: [String] {
    factors.map { factor, index in
      "\(factor.isGroup ? "group " : "")\(factor.name): first \(SensitivityReport.percent(index.first, index.firstRange)), "
        + "total \(SensitivityReport.percent(index.total, index.totalRange))"
    }
  }

  private static func percent(_ value: Double, _ range: ClosedRange<Double>) -> String {
    func whole(_ value: Double) -> String { "\(Int((value * 100).rounded()))" }
    return "\(whole(value))% (\(whole(range.lowerBound)) to \(whole(range.upperBound)))"
  }

  /// The page.
  package var html: String {
    let bars = effects.prefix(15).map { effect in
      // Two standard deviations of the effects along the paths: how far it hangs on the other numbers.
      Tornado.Bar(
        name: effect.name.name, value: effect.direction,
        range: effect.direction - 2 * effect.spread...effect.direction + 2 * effect.spread)
    }
    let table = effects.map { effect in
      [
        effect.name.name, Figure.plain(effect.size), Figure.plain(effect.direction), Figure.plain(effect.spread),
        effect.name.definition.meaning, effect.name.origin.rawValue,
      ]
    }
    return ReportPiece.page(
      "What moves it: \(measure.title)",
      """
      <p>\(Figure.escaped(scenario.title)), \(scenario.months) months from \(scenario.start), mean of the last year.</p>
      <h2>From one end of each range to the other</h2>
      <p>Morris' method, \(runs) runs on the same chance: each bar is the mean effect, dark where the outcome rises with the
      number, and the line two standard deviations to both sides, wide where the effect hangs on the other numbers.</p>
      \(Tornado(title: "Effect of going through each range", bars: Array(bars)).svg)
      \(ReportPiece.table(
        ["Number", "Size", "Signed", "Spread", "Meaning", "Comes from"], table, called: "Effects of all numbers"))
      \(variance)
      <h2>Run</h2>
      <p>\(Figure.escaped(identity))</p>
      """)
  }

  private var variance: String {
    guard !factors.isEmpty else { return "" }
    let cells = factors.map { factor, index in
      [
        factor.isGroup ? "Group: \(factor.name)" : factor.name,
        SensitivityReport.percent(index.first, index.firstRange),
        SensitivityReport.percent(index.total, index.totalRange),
      ]
    }
    return """
      <h2>How the variance divides</h2>
      <p>Sobol's indices (Saltelli and Jansen), \(rows) rows; in brackets where nineteen in twenty of a thousand bootstrap
      samples put them. First: what goes if the factor alone were known. Total: what stays if all but it were known. The
      groups contain the numbers above them, so that the two do not add up. Chance is what is left to luck when all numbers
      are known.</p>
      \(ReportPiece.table(["Factor", "First", "Total"], cells, called: "Shares of variance"))
      """
  }

  /// A line for each effect and for each factor.
  package var csv: String {
    var lines = ["kind,name,value,low,high,size"]
    for effect in effects {
      lines.append("morris,\(effect.name.name),\(effect.direction),,,\(effect.size)")
    }
    for (factor, index) in factors {
      for (kind, value, range) in [
        ("first", index.first, index.firstRange), ("total", index.total, index.totalRange),
      ] {
        lines.append("\(kind),\(factor.name),\(value),\(range.lowerBound),\(range.upperBound),")
      }
    }
    return lines.joined(separator: "\n") + "\n"
  }
}
