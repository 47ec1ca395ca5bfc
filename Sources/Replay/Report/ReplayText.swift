internal import LawLanguage

/// What a run comes to on a terminal; it ends with the counts a person would quote.
package struct ReplayText: Sendable {
  private let figures: ReplayFigures
  private let plan: ReplayPlan

  /// Of a run.
  package init(_ figures: ReplayFigures, plan: ReplayPlan) {
    self.figures = figures
    self.plan = plan
  }

  /// Paragraphs, one a line.
  package var lines: [String] {
    var lines = ["Decisions under this text on recorded facts, not findings of violation."]
    for column in figures.unmapped where !column.values.isEmpty {
      let rows = column.values.reduce(column.beyond) { $0 + $1.rows }
      let shown = column.values.prefix(5).map { "\"\($0.value.prefix(40))\" \(grouped($0.rows))" }
      lines.append(
        "\(column.column): \(grouped(rows)) rows with \(grouped(column.values.count)) values that the mapping does not foresee: "
          + shown.joined(separator: ", ") + (column.values.count > 5 ? " and more (--json lists all)" : ""))
    }
    for problem in figures.firstBad.prefix(5) { lines.append("Not usable: \(problem)") }
    if figures.bad > 5 {
      lines.append("and \(grouped(figures.bad - 5)) more rows that cannot be used (bad-rows.csv with --out)")
    }
    lines += ReplayWords.refused(plan.tables.mapping)
    for act in figures.acts.indices { lines += answers(act) }
    for reason in SetAside.allCases {
      if let rows = figures.setAside[reason] { lines.append("Set aside, \(reason.rawValue): \(grouped(rows)) rows.") }
    }
    if let stays = figures.stays {
      for reason in StayFigures.Reason.allCases {
        if let rows = stays.unmeasured[reason] { lines.append("Not measured, \(reason.rawValue): \(grouped(rows)).") }
      }
      lines.append(
        "\(grouped(stays.stays)) holds: \(grouped(stays.measured)) can be measured, \(grouped(stays.unmeasurable)) cannot; "
          + "\(grouped(stays.pastRelease)) ran past the last local release, \(grouped(stays.past48)) of them past 48 running hours."
      )
    }
    lines.append(
      "\(grouped(figures.rows)) rows: \(grouped(figures.decided)) decided, "
        + "\(grouped(figures.setAside.values.reduce(0, +))) set aside, \(grouped(figures.bad)) not usable.")
    return lines
  }

  private func answers(_ act: Int) -> [String] {
    guard figures.decided > 0 else { return [] }
    let name = figures.acts[act]
    let kinds = figures.kinds(act).prefix(6).map { "\(grouped($0.rows)) \($0.kind.words)" }
    var lines = ["\(name), by \(plan.law.title): \(kinds.joined(separator: "; "))."]
    let determined = figures.determined(act)
    if determined < figures.decided {
      let facts = figures.open(act).prefix(3).map { "\($0.fact) (\(grouped($0.rows)))" }
      lines.append(
        "\(name): certain in \(ReplayWords.percent(determined, of: figures.decided)); what would settle the rest: "
          + facts.joined(separator: ", ") + ".")
    }
    guard let other = plan.other else { return lines }
    let flips = figures.flips(act)
    let rows = flips.reduce(0) { $0 + $1.rows }
    lines.append("\(name), by \(other.title): \(rows == 0 ? "the same" : "\(grouped(rows)) rows differ").")
    for flip in flips.prefix(4) { lines.append("  \(grouped(flip.rows)): \(flip.from.words) → \(flip.to.words)") }
    return lines
  }

  private func grouped(_ number: Int) -> String { ReplayWords.grouped(number) }
}
