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
    for column in figures.unmapped where column.rows > 0 { lines.append(unmapped(column)) }
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

  /// The values of a column that enough rows have, and how many others there are.
  private func unmapped(_ column: ReplayFigures.UnmappedColumn) -> String {
    let (told, rare) = (column.told, column.rare)
    var parts: [String] = []
    if !told.isEmpty {
      parts.append(told.prefix(5).map { "\"\($0.value.prefix(40))\" \(grouped($0.rows))" }.joined(separator: ", "))
    }
    if told.count > 5 { parts.append("\(grouped(told.count - 5)) more that --json lists") }
    if rare.values > 0 {
      parts.append(
        "\(grouped(rare.values)) \(told.isEmpty ? "" : "further ")values in \(grouped(rare.rows)) rows, "
          + "each in fewer than \(Suppression.least)")
    }
    if column.beyond > 0 { parts.append("\(grouped(column.beyond)) rows whose values are too many to be kept apart") }
    let count = grouped(column.values.count) + (column.beyond > 0 ? " and more" : "")
    return "\(column.column): \(grouped(column.rows)) rows with \(count) values that the mapping does not foresee: "
      + parts.joined(separator: "; and ")
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
