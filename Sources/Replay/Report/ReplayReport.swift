package import LawLanguage
internal import Reasoning

/// A run as a report that can be handed on: small counts are withheld in every table that breaks rows down but those of
/// stays, which are exact.
package struct ReplayReport: Sendable {
  private let figures: ReplayFigures
  private let plan: ReplayPlan
  private let command: String

  /// Of a run, with the command that made it.
  package init(_ figures: ReplayFigures, plan: ReplayPlan, command: String) {
    self.figures = figures
    self.plan = plan
    self.command = command
  }

  /// As Markdown.
  package var markdown: String { page.markdown }
  /// As a page that needs no other file.
  package var html: String { page.html }

  private var vocabulary: Vocabulary { plan.law.library.vocabulary }

  private var page: ReportPage {
    let place = plan.jurisdiction.flatMap { vocabulary.place($0)?.title }
    var page = ReportPage(title: "The law over past requests\(place.map { ": \($0)" } ?? "")")
    page.paragraph(
      "Decisions under this text on recorded facts, not findings of violation. Each row is a paper that an agency got; what "
        + "is answered is what the law would have said of it, as far as the record tells. Tenth is nobody's lawyer.")
    read(&page)
    stays(&page)
    for act in figures.acts.indices { answers(act, &page) }
    differences(&page)
    done(&page)
    months(&page)
    places(&page)
    untold(&page)
    reckoned(&page)
    return page
  }

  // MARK: What was read

  private func read(_ page: inout ReportPage) {
    page.heading("What was read")
    page.paragraph(
      "\(grouped(figures.rows)) rows by the mapping \(plan.tables.mapping.name) (\(plan.tables.mapping.title)): "
        + "\(grouped(figures.decided)) decided, \(grouped(figures.setAside.values.reduce(0, +))) set aside, "
        + "\(grouped(figures.bad)) that cannot be used."
        + (plan.sample > 1 ? " One row in \(plan.sample) was looked at." : ""))
    page.list(
      SetAside.allCases.compactMap { reason in
        figures.setAside[reason].map { "Set aside, \(reason.rawValue): \(grouped($0))" }
      })
    page.table(
      "Values that the mapping does not foresee: taken for not known, never guessed",
      ["Column", "Rows", "Distinct values"],
      figures.unmapped.filter { !$0.values.isEmpty || $0.beyond > 0 }.map { column in
        [
          column.column, grouped(column.rows),
          grouped(column.values.count) + (column.beyond > 0 ? " and more" : ""),
        ]
      })
  }

  private func stays(_ page: inout ReportPage) {
    guard let stays = figures.stays else { return }
    page.heading("How long past the last local release")
    page.paragraph(
      "Of \(grouped(stays.stays)) holds \(grouped(stays.measured)) can be measured and \(grouped(stays.unmeasurable)) cannot. "
        + "\(grouped(stays.pastRelease)) ended after the last local ground had; \(grouped(stays.past48)) of them more than 48 "
        + "running hours after. \(grouped(stays.withRelease)) ended with it, and in \(grouped(stays.localOutlasts)) a local "
        + "ground outlasted the hold.")
    page.list(
      StayFigures.Reason.allCases.compactMap { reason in
        stays.unmeasured[reason].map { "Not measured, \(reason.rawValue): \(grouped($0))" }
      })
    page.paragraph(
      "The end of the whole stay, where it is recorded, is later than the last local release in "
        + "\(grouped(stays.pastReleaseConfirmed)) of the \(grouped(stays.pastRelease)), and more than 48 hours later in "
        + "\(grouped(stays.past48Confirmed)) of the \(grouped(stays.past48)): a charge's release can be entered later than the "
        + "person left.")
    let edges = [
      ("up to 1 hour", 60), ("over 1 to 6 hours", 360), ("over 6 to 24 hours", 1_440), ("over 24 to 48 hours", 2_880),
    ]
    var lower = 0
    var bars: [BarChart.Bar] = []
    for (label, upper) in edges {
      let count = stays.kept.filter { $0.minutes > lower && $0.minutes <= upper }.count
      bars.append(BarChart.Bar(label: label, count: count, whole: stays.measured))
      lower = upper
    }
    bars.append(BarChart.Bar(label: "over 48 hours", count: stays.past48, whole: stays.measured))
    page.bars(BarChart(caption: "Holds kept past the last local release, by how long", bars: bars))
    page.table(
      "Holds that ran more than 48 running hours past the last local release", ["Row of the table", "Hours"],
      stays.kept.filter { $0.minutes > StayFigures.limit }.map { [$0.row.description, RowLines.hours($0.minutes)] })
    page.list(ReplayWords.refused(plan.tables.mapping))
  }

  // MARK: What the law says

  private func title(_ act: Int) -> String { vocabulary.act(figures.acts[act])?.title ?? figures.acts[act] }

  private func answers(_ act: Int, _ page: inout ReportPage) {
    guard figures.decided > 0 else { return }
    page.heading("May the agency \(title(act))?")
    let answers = figures.answers(act)
    let safe = Suppression([answers.map(\.rows)]).cells[0]
    let withheld = Set(answers.indices.filter { safe[$0] == nil }.map { answers[$0].answer })
    page.paragraph("By \(plan.law.title): the answer is certain in \(ReplayReport.certainty(answers)).")
    page.bars(
      BarChart(
        caption: "Rows by answer",
        bars: answers.enumerated().map { index, entry in
          BarChart.Bar(label: entry.answer.rawValue, count: safe[index], whole: figures.decided)
        }))
    let kinds = figures.kinds(act)
    let shown = ReplayReport.shown(kinds, without: withheld)
    page.table(
      "By what the answer rests on", ["Answer", "Rules", "Rows"],
      kinds.enumerated().map { index, entry in
        [entry.kind.words, entry.kind.cites.joined(separator: "; "), shown[index]]
      })
    guard answers.contains(where: { $0.answer == .undetermined }) else { return }
    // What is said of open rows would tell how many there are.
    let isOpenWithheld = withheld.contains(.undetermined)
    page.table(
      "Bounds: for how many rows an answer is certain, and for how many it is possible",
      ["Answer", "Certain", "Possible"],
      figures.bounds(act).map { bound in
        // What the bars withhold is not told here either.
        let isWithheld = withheld.contains(bound.answer)
        // The difference of the two is a count of open rows.
        let isFew = (1..<Suppression.least).contains(bound.possible - bound.certain)
        return [
          bound.answer.rawValue, isWithheld ? Suppression.shown(nil) : small(bound.certain),
          isWithheld || isOpenWithheld || isFew ? Suppression.shown(nil) : small(bound.possible),
        ]
      })
    let facts = figures.open(act)
    let firsts = Suppression([facts.map(\.first)]).cells[0]
    page.table(
      "What would settle open answers, the most telling first", ["Fact", "Matters in rows", "Comes first in"],
      facts.prefix(12).enumerated().map { index, entry in
        let name = vocabulary.fact(entry.fact)?.question ?? vocabulary.recordType(entry.fact)?.question ?? entry.fact
        return [
          name, isOpenWithheld ? Suppression.shown(nil) : small(entry.rows),
          Suppression.shown(isOpenWithheld ? nil : firsts[index]),
        ]
      })
  }

  /// In how many rows an answer is certain: `35 of 60 rows (58.3%)`, without a number where it would tell, with the
  /// bars, a count that they withhold.
  package static func certainty(_ answers: [(answer: Answer, rows: Int)]) -> String {
    let decided = answers.reduce(0) { $0 + $1.rows }
    let safe = Suppression([answers.map(\.rows)]).cells[0]
    let all = ReplayWords.grouped(decided)
    var determined = decided
    if let index = answers.firstIndex(where: { $0.answer == .undetermined }) {
      let open = answers[index].rows
      if (1..<Suppression.least).contains(open) { return "all but a few of \(all) rows" }
      if safe[index] == nil { return "some of \(all) rows; in how many is withheld" }
      determined -= open
    }
    return "\(ReplayWords.grouped(determined)) of \(all) rows (\(ReplayWords.percent(determined, of: decided)))"
  }

  /// Rows by what answers rest on, as they are shown. An answer that is withheld takes its kinds with it; the kinds of
  /// another are held against its own total, which the bars tell.
  private static func shown(
    _ kinds: [(kind: ReplayFigures.AnswerKind, rows: Int)], without withheld: Set<Answer>
  ) -> [String] {
    var shown = kinds.map { _ in Suppression.shown(nil) }
    for (answer, own) in Dictionary(grouping: kinds.indices, by: { kinds[$0].kind.answer })
    where !withheld.contains(answer) {
      let safe = Suppression([own.map { kinds[$0].rows }]).cells[0]
      for (place, index) in own.enumerated() { shown[index] = Suppression.shown(safe[place]) }
    }
    return shown
  }

  private func differences(_ page: inout ReportPage) {
    guard let other = plan.other else { return }
    page.heading("The two laws side by side")
    page.paragraph(
      "First \(plan.law.title); then \(other.title). A row differs if the answer or what it rests on does.")
    for act in figures.acts.indices {
      let flips = figures.flips(act)
      let rows = flips.reduce(0) { $0 + $1.rows }
      // Rows that do not differ are counted with those that do: of one and the whole follows the other.
      let safe = Suppression([flips.map(\.rows) + [figures.decided - rows]]).cells[0]
      let isTold = safe[flips.count] != nil
      page.paragraph(
        "To \(title(act)): "
          + (rows == 0
            ? "no row differs."
            : isTold
              ? "\(grouped(rows)) of \(grouped(figures.decided)) rows differ."
              : "some of \(grouped(figures.decided)) rows differ; in how many is withheld."))
      page.table(
        "What differs: \(figures.acts[act])", ["First", "Then", "Because of", "Rows"],
        flips.enumerated().map { index, flip in
          let cites = (flip.to.cites + flip.from.cites).reduce(into: [String]()) {
            if !$0.contains($1) { $0.append($1) }
          }
          return [flip.from.words, flip.to.words, cites.joined(separator: "; "), Suppression.shown(safe[index])]
        })
    }
  }

  private func done(_ page: inout ReportPage) {
    guard plan.tables.mapping.columns.contains(where: { $0.target == .outcome }), figures.decided > 0 else { return }
    page.heading("What was done, against what the law said")
    page.paragraph(
      "What was done is what the table says of it, in the groups of the mapping. That something was done where the answer is "
        + "prohibited, or not done where it is required, is a question to ask, not a violation found.")
    for act in figures.acts.indices {
      cross("\(figures.acts[act]): answers by what was done", act, "Done", figures.outcomes, "not recorded", &page) {
        $0.outcome
      }
    }
  }

  // MARK: By month and by place

  private func months(_ page: inout ReportPage) {
    guard !plan.tables.mapping.isShifted, figures.decided > 0 else { return }
    let months = Set(figures.counts.keys.map(\.month)).sorted()
    guard months.count > 1, let act = figures.acts.indices.first else { return }
    page.heading("By month")
    let names = months.map { "\($0 / 12)-\($0 % 12 < 9 ? "0" : "")\($0 % 12 + 1)" }
    cross("\(figures.acts[act]): answers by month", act, "Month", names, "", &page) { key in
      Int32(months.firstIndex(of: key.month) ?? -1)
    }
  }

  private func places(_ page: inout ReportPage) {
    guard figures.places.count > 1, figures.decided > 0, let act = figures.acts.indices.first else { return }
    let rows = figures.tally { $0.place }
    // The name of a place that few rows have may be somebody's name in a column that is mapped wrongly.
    let named = figures.places.indices.filter { rows[Int32($0), default: 0] >= Suppression.least }
      .sorted { figures.places[$0] < figures.places[$1] }
    let numbers = Dictionary(uniqueKeysWithValues: named.enumerated().map { (Int32($0.element), Int32($0.offset)) })
    let others = Int32(named.count)
    page.heading("By place")
    page.paragraph("Places with fewer than \(Suppression.least) rows are counted together, as other places.")
    cross(
      "\(figures.acts[act]): answers by place", act, "Place", named.map { figures.places[$0] } + ["other places"],
      "not recorded", &page
    ) { key in
      key.place < 0 ? -1 : numbers[key.place] ?? others
    }
  }

  /// Counts of answers against something else, with totals, small ones withheld.
  private func cross(
    _ caption: String, _ act: Int, _ what: String, _ names: [String], _ none: String, _ page: inout ReportPage,
    _ index: (ReplayFigures.CountKey) -> Int32
  ) {
    struct Cell: Hashable {
      let index: Int32
      let answer: Answer
    }
    let tally = figures.tally { Cell(index: index($0), answer: figures.verdict($0, act).answer) }
    let answers = Answer.allCases.filter { answer in tally.keys.contains { $0.answer == answer } }
    var rows = names.indices.map(Int32.init).filter { row in tally.keys.contains { $0.index == row } }
    if tally.keys.contains(where: { $0.index < 0 }) { rows.append(-1) }
    let safe = Suppression(rows.map { row in answers.map { tally[Cell(index: row, answer: $0)] ?? 0 } })
    let labels = rows.map { $0 < 0 ? none : names[Int($0)] } + ["All"]
    page.table(
      caption, [what] + answers.map(\.rawValue) + ["All"],
      labels.indices.map { [labels[$0]] + safe.cells[$0].map(Suppression.shown) })
  }

  // MARK: What is not told

  private func untold(_ page: inout ReportPage) {
    page.heading("What the records do not tell")
    var items = ReplayWords.refused(plan.tables.mapping)
    let mapping = plan.tables.mapping
    if !figures.missing.isEmpty {
      items.append(
        "Columns that the table lacks, whose facts are not known: \(figures.missing.joined(separator: ", ")).")
    }
    if !mapping.perhapsWith.isEmpty {
      items.append(
        "Whether \(mapping.perhapsWith.joined(separator: " or ")) lay beside the paper: where it is not recorded each is tried, "
          + "and an answer on which they differ is open.")
    }
    if mapping.agencies.count > 1 {
      items.append(
        "What kind of agency a facility is, where its name does not say: \(mapping.agencies.joined(separator: ", ")) are tried."
      )
    }
    if plan.locality == nil, !mapping.columns.contains(where: { $0.target == .locality }) {
      items.append("In which county or city the agency is: local ordinances and policies are not looked at.")
    }
    items.append("Judgements, which only a named person settles: each is taken for not recorded.")
    page.list(items)
  }

  private func reckoned(_ page: inout ReportPage) {
    page.heading("How this was made")
    page.paragraph(
      "Every figure above was made by this command, engine \(engineVersion), library \(plan.law.digests.library.prefix(12))"
        + (plan.other.map { other in
          other.digests.library == plan.law.digests.library ? "" : " and \(other.digests.library.prefix(12))"
        } ?? "")
        + ". In tables that break rows down, counts from 1 to 10 are withheld, and others with them where a sum would tell"
        + (figures.stays == nil ? "" : "; the figures of stays are exact") + ". "
        + "Columns that the mapping drops or does not name are never read.")
    page.command(command)
  }

  private func grouped(_ number: Int) -> String { ReplayWords.grouped(number) }

  private func small(_ number: Int) -> String {
    (1..<Suppression.least).contains(number) ? Suppression.shown(nil) : grouped(number)
  }
}
