internal import LawLanguage
package import Reasoning

/// The figures of a run as JSON, for programs. The fields `past_release`, `past_48h` and `unmeasurable` are kept stable.
package struct ReplayDocument: Sendable {
  private let figures: ReplayFigures
  private let plan: ReplayPlan
  private let command: String

  /// Of a run, with the command that made it.
  package init(_ figures: ReplayFigures, plan: ReplayPlan, command: String) {
    self.figures = figures
    self.plan = plan
    self.command = command
  }

  /// The document. What people may be told of by small numbers is in it: it is for the office itself.
  package var json: JSON {
    var members: [JSON.Member] = []
    func add(_ key: String, _ value: JSON) { members.append(JSON.Member(key: key, value: value)) }
    if let stays = figures.stays {
      add("past_release", .integer(stays.pastRelease))
      add("past_48h", .integer(stays.past48))
      add("unmeasurable", .integer(stays.unmeasurable))
      add("stays", ReplayDocument.stays(stays))
    }
    add("rows", .integer(figures.rows))
    if plan.sample > 1 { add("looked_at", .integer(figures.looked)) }
    add("decided", .integer(figures.decided))
    add(
      "set_aside",
      .list(
        SetAside.allCases.compactMap { reason in
          figures.setAside[reason].map { .object(["reason": .text(reason.rawValue), "rows": .integer($0)]) }
        }))
    add("bad_rows", .integer(figures.bad))
    add("mapping", .text(plan.tables.mapping.name))
    add("law", ReplayDocument.law(plan.law))
    if let other = plan.other { add("other_law", ReplayDocument.law(other)) }
    add("acts", .list(figures.acts.indices.map(act)))
    add("unmapped", .list(figures.unmapped.map(ReplayDocument.unmapped)))
    add("missing_columns", .texts(figures.missing))
    add("dropped_columns", .integer(figures.dropped))
    add("unread_columns", .integer(figures.unread))
    add("refused", .texts(ReplayWords.refused(plan.tables.mapping)))
    add("asked_of_the_engine", .integer(figures.asked))
    add("command", .text(command))
    return .object(members)
  }

  private static func law(_ choice: LawChoice) -> JSON {
    .object([
      "title": .text(choice.title), "day": .text(orNull: choice.day?.description),
      "library": .text(choice.digests.library), "engine": .text(engineVersion),
    ])
  }

  private static func stays(_ stays: StayFigures) -> JSON {
    .object([
      "holds": .integer(stays.stays), "measured": .integer(stays.measured),
      "ended_with_local_release": .integer(stays.withRelease), "local_outlasts_hold": .integer(stays.localOutlasts),
      "past_release_and_stay_agrees": .integer(stays.pastReleaseConfirmed),
      "past_48h_and_stay_agrees": .integer(stays.past48Confirmed),
      "minutes_past_release": .list(stays.kept.map(\.minutes).sorted().map(JSON.integer)),
      "unmeasurable_because": .list(
        StayFigures.Reason.allCases.compactMap { reason in
          stays.unmeasured[reason].map { .object(["reason": .text(reason.rawValue), "rows": .integer($0)]) }
        }),
    ])
  }

  private func act(_ act: Int) -> JSON {
    func kind(_ kind: ReplayFigures.AnswerKind) -> JSON {
      .object([
        "answer": .text(kind.answer.rawValue), "basis": .text(orNull: kind.basis?.rawValue),
        "rules": .texts(kind.rules), "citations": .texts(kind.cites),
      ])
    }
    let determined = figures.determined(act)
    var members: [JSON.Member] = [
      JSON.Member(key: "act", value: .text(figures.acts[act])),
      JSON.Member(key: "determined", value: .integer(determined)),
      JSON.Member(
        key: "determined_share", value: .text(ReplayWords.percent(determined, of: figures.decided))),
      JSON.Member(
        key: "answers",
        value: .list(figures.kinds(act).map { .object(["rows": .integer($0.rows), "as": kind($0.kind)]) })),
      JSON.Member(
        key: "bounds",
        value: .list(
          figures.bounds(act).map {
            .object([
              "answer": .text($0.answer.rawValue), "certain": .integer($0.certain), "possible": .integer($0.possible),
            ])
          })),
      JSON.Member(
        key: "open",
        value: .list(
          figures.open(act).map {
            .object(["fact": .text($0.fact), "rows": .integer($0.rows), "first_in": .integer($0.first)])
          })),
    ]
    if plan.other != nil {
      members.append(
        JSON.Member(
          key: "differs",
          value: .list(
            figures.flips(act).map {
              .object(["rows": .integer($0.rows), "from": kind($0.from), "to": kind($0.to)])
            })))
    }
    return .object(members)
  }

  private static func unmapped(_ column: ReplayFigures.UnmappedColumn) -> JSON {
    let rare = column.rare
    return .object([
      "column": .text(column.column), "rows": .integer(column.rows),
      "values": .list(
        column.told.map { .object(["value": .text($0.value), "rows": .integer($0.rows)]) }),
      "further_values": .integer(rare.values), "rows_with_further_values": .integer(rare.rows),
      "rows_with_too_many_values": .integer(column.beyond), "redacted": .integer(column.redacted),
    ])
  }
}

extension ReplayWords {
  /// What is not reckoned, and why.
  static func refused(_ mapping: Mapping) -> [String] {
    guard mapping.isShifted else { return [] }
    return [
      "Clocks that leave out holidays are refused: the dates of this table were moved, so that holidays do not fall where they did. Only running hours are counted.",
      "Figures by month are refused, for the same reason.",
    ]
  }
}
