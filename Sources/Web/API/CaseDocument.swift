import Desk
import LawLanguage
import Reasoning

/// A case as programs see it: nothing of whom it is about, no reasons or remarks, which are for people.
struct CaseDocument: Sendable {
  let file: CaseFile
  let clocks: [CaseClock]
  let keeping: String?
  let hold: String?

  var json: JSON {
    .object([
      "id": .text("\(file.id)"), "number": .text("\(file.number)"), "version": .integer(file.version),
      "stage": .text(file.stage.rawValue), "received": Moment.written(file.opening.received),
      "entered": Moment.written(file.entered), "changed": Moment.written(file.changed),
      "channel": .text(file.opening.channel.rawValue), "requester": .text(orNull: file.opening.requester),
      "papers": .list(file.papers.map(paper)), "facts": .list(facts), "answers": .list(answers),
      "holdStatement": .text(orNull: hold), "keepingAuthority": .text(orNull: keeping),
      "questions": .list(questions), "decisions": .list(file.decisions.map(decision)),
      "duties": .list(file.tasks.map(task)), "clocks": .list(clocks.map(CaseDocument.clock)),
      "notDecided": .text(orNull: file.notProposed),
      "outcome": file.outcome.map { .object(["kind": .text($0.kind.rawValue), "at": Moment.written($0.at)]) } ?? .null,
      "legalHold": .boolean(file.legalHold != nil),
    ])
  }

  private func paper(_ paper: OfferedPaper) -> JSON {
    .object([
      "number": .integer(paper.number), "kind": .text(paper.check.kind), "names": .text(paper.check.names.rawValue),
      "cancelled": Moment.written(orNull: paper.cancelled?.at),
      "served": Moment.written(orNull: paper.check.served?.at),
    ])
  }

  private var facts: [JSON] {
    file.facts.sorted { $0.key < $1.key }.compactMap { name, entries in
      entries.last.map {
        .object([
          "fact": .text(name), "value": .text(orNull: $0.entry.value), "recorded": Moment.written($0.recorded),
        ])
      }
    }
  }

  private var answers: [JSON] {
    (file.proposal?.answers ?? []).map { answer in
      .object([
        "act": .text(answer.act), "title": .text(answer.title), "answer": .text(answer.answer.rawValue),
        "basis": .text(orNull: answer.basis?.rawValue), "possible": .texts(answer.possible.map(\.rawValue)),
        "cites": .texts(answer.cites), "notBefore": Moment.written(orNull: answer.window?.from),
        "until": Moment.written(orNull: answer.window?.until),
        "first": .list(
          answer.first.map { .object(["step": .text($0.step), "title": .text($0.title), "cite": .text($0.cite)]) }),
      ])
    }
  }

  private var questions: [JSON] {
    (file.proposal?.questions ?? []).map { question in
      .object([
        "fact": .text(question.fact.name), "question": .text(question.question),
        "isJudgement": .boolean(question.isJudgement),
      ])
    }
  }

  private func decision(_ decision: Recorded<OfficerDecision>) -> JSON {
    .object([
      "number": .integer(decision.entry.number), "act": .text(decision.entry.act),
      "choice": .text(decision.entry.choice.rawValue), "at": Moment.written(decision.happened),
      "reviewDue": Moment.written(orNull: decision.entry.review?.due),
    ])
  }

  private func task(_ task: CaseTask) -> JSON {
    let (standing, at): (String, Instant?) =
      switch task.standing {
      case .owed(let since): ("owed", since)
      case .waits: ("waits", nil)
      case .uncertain: ("uncertain", nil)
      case .dropped: ("dropped", nil)
      case .done(let done): ("done", done.entry.at)
      }
    return .object([
      "key": .text(task.key), "title": .text(task.title), "cite": .text(task.cite), "standing": .text(standing),
      "since": Moment.written(orNull: at),
    ])
  }

  static func clock(_ clock: CaseClock) -> JSON {
    .object([
      "key": .text(clock.key), "kind": .text(clock.kind.rawValue), "title": .text(clock.title),
      "due": Moment.written(orNull: clock.due), "cite": .text(orNull: clock.cite),
      "arithmetic": .text(clock.arithmetic), "isImmediate": .boolean(clock.isImmediate),
    ])
  }

  // MARK: Its description

  private static let text = Shape.words(20_000)
  private static let many = 1000
  private static let someTime = Shape.orNull(.moment)

  static let shape = Shape.named(
    "Case",
    .object([
      .needed("id", .caseID, "Names it inside the desk."), .needed("number", text, "As the office knows it."),
      .needed("version", .integer(1...1_000_000), "How many events it has."),
      .needed("stage", .choice(CaseStage.allCases.map(\.rawValue)), "Where it stands."),
      .needed("received", .moment, "When it reached the office."), .needed("entered", .moment, "When it was entered."),
      .needed("changed", .moment, "When something was last recorded."),
      .needed("channel", .choice(Channel.allCases.map(\.rawValue)), "How it came."),
      .needed("requester", .orNull(text), "The office that asks."),
      .needed("papers", .list(of: paperShape, atMost: many), "Its papers, withdrawn ones too."),
      .needed("facts", .list(of: factShape, atMost: many), "What is recorded."),
      .needed("answers", .list(of: answerShape, atMost: many), "What the law says of each act asked about."),
      .needed(
        "holdStatement", .orNull(text),
        "Where these papers give no ground to keep the person: the sentence to be said, whole. It speaks of these papers "
          + "only, and orders nobody's release."),
      .needed("keepingAuthority", .orNull(text), "Until when the person may be kept under these papers."),
      .needed("questions", .list(of: questionShape, atMost: many), "What decides an open answer."),
      .needed("decisions", .list(of: decisionShape, atMost: many), "What officers decided."),
      .needed("duties", .list(of: taskShape, atMost: many), "What is owed, and the steps that come first."),
      .needed("clocks", .list(of: clockShape, atMost: many), "What is due when, the first to run out first."),
      .needed("notDecided", .orNull(text), "Why the law could not be asked, where it could not."),
      .needed(
        "outcome",
        .orNull(
          .object([
            .needed("kind", .choice(Outcome.Kind.allCases.map(\.rawValue)), "What happened."),
            .needed("at", .moment, "When."),
          ])), "How it ended."),
      .needed("legalHold", .yesNo, "Whether it must be kept whatever its schedule says."),
    ]))

  private static let paperShape = Shape.object([
    .needed("number", .integer(1...many), "Its number within the case."), .needed("kind", .name, "Which form it is."),
    .needed("names", .choice(PaperCheck.NameOnPaper.allCases.map(\.rawValue)), "Whom it names."),
    .needed("cancelled", someTime, "When it was withdrawn."),
    .needed("served", someTime, "When the person was given it."),
  ])
  private static let factShape = Shape.object([
    .needed("fact", .name, "In the law's word."), .needed("value", .orNull(text), "Null where nobody knows."),
    .needed("recorded", .moment, "When it was entered."),
  ])
  private static let answerShape = Shape.object([
    .needed("act", .name, "In the law's word."), .needed("title", text, "Completes: you must …"),
    .needed("answer", .choice(answerWords), "What the law says."),
    .needed("basis", .orNull(text), "On what that rests; null while it is open."),
    .needed("possible", .list(of: .choice(answerWords), atMost: 5), "The answers that are possible."),
    .needed("cites", .list(of: text, atMost: many), "The sections that decide it."),
    .needed("notBefore", someTime, "From when it may be done."),
    .needed("until", someTime, "Until when it may be done."),
    .needed(
      "first",
      .list(
        of: .object([
          .needed("step", .name, "In the law's word."), .needed("title", text, "What it is."),
          .needed("cite", text, "The section."),
        ]), atMost: many), "Steps that come first."),
  ])
  private static let answerWords = ["required", "prohibited", "permitted", "conflict", "undetermined"]
  private static let questionShape = Shape.object([
    .needed("fact", text, "What is asked for."), .needed("question", text, "In plain words."),
    .needed("isJudgement", .yesNo, "Whether only a named person can settle it."),
  ])
  private static let decisionShape = Shape.object([
    .needed("number", .integer(1...many), "Within the case."), .needed("act", .name, "In the law's word."),
    .needed("choice", .choice(Choice.allCases.map(\.rawValue)), "Whether the agency does it."),
    .needed("at", .moment, "When it was decided."),
    .needed("reviewDue", someTime, "By when a second person looks at it."),
  ])
  private static let taskShape = Shape.object([
    .needed("key", text, "Names it among the case's duties."), .needed("title", text, "What it is."),
    .needed("cite", text, "The section."),
    .needed("standing", .choice(["owed", "waits", "uncertain", "dropped", "done"]), "How it stands."),
    .needed("since", someTime, "Since when it is owed, or when it was done."),
  ])
  static let clockShape = Shape.named(
    "Clock",
    .object([
      .needed("key", text, "Names it within the case."),
      .needed("kind", .choice(CaseClock.Kind.allCases.map(\.rawValue)), "What runs."),
      .needed("title", text, "What is to happen."), .needed("due", someTime, "The last moment, where one is known."),
      .needed("cite", .orNull(text), "The section; null for the office's own care."),
      .needed("arithmetic", text, "How it was reckoned."),
      .needed("isImmediate", .yesNo, "Whether it is due from the moment it is owed."),
    ]))
}
