import Desk
import LawLanguage
import Reasoning

/// Recording: a request that came in, and what is found and done in its case.
extension APICalls {
  // MARK: A request

  var receiving: Operation {
    Operation(
      id: "receiveRequest", method: .post, path: "/requests", scope: .casesWrite, summary: "Hand in a request",
      about:
        "What cannot be read is kept whole, in a case of its own, for a person of the office: the answer is then 422 "
        + "with the case, and the request counts as received.",
      body: APICalls.requestShape, bodyLimit: RequestLimits.bytes, keys: .init(idempotency: .required),
      reply: .init(
        status: .created, shape: APICalls.receiptShape, hasETag: true, hasLocation: true,
        meaning: "It is recorded, durably, and decided."),
      unreadable: { asked, refused in try await keep(asked, refused) }
    ) { asked in
      let body = asked.body
      let intake = Intake(
        opening: Opening(
          agency: asked.staff.agency, received: body["received"].moment ?? asked.exchange.now,
          channel: body["channel"].text.flatMap(Channel.init) ?? .portal, requester: body["requester"].text,
          acts: body["acts"].texts),
        papers: body["papers"].list.map(APICalls.paper),
        facts: body["facts"].list.map {
          FactEntry(fact: $0["fact"].text ?? "", value: $0["value"].text, source: $0["source"].text ?? "")
        },
        lists: body["lists"].list.map {
          ListEntry(
            list: $0["list"].text ?? "", isComplete: $0["isComplete"].yesNo ?? false,
            records: $0["records"].list.map(\.map), source: $0["source"].text ?? "")
        })
      let person = body["person"]
      let named = person["name"].text.map {
        Person(
          name: $0, dateOfBirth: person["dateOfBirth"].text,
          identifiers: Dictionary(
            person["identifiers"].list.map { ($0["name"].text ?? "", $0["value"].text ?? "") }
          ) { $1 },
          language: person["language"].text)
      }
      let receipt = try await refusing { try await office.receive(intake, person: named, by: asked.hand()) }
      return APICalls.written(receipt, status: .created).with("location", "\(Operation.base)/cases/\(receipt.id)")
    }
  }

  /// Keeps what could not be read, and says so.
  private func keep(_ asked: Asked, _ refused: Refused) async throws -> Refused {
    let document = NewDocument(
      asked.exchange.body, title: "What a program handed in", mediaType: "application/json")
    let hand = Hand(asked.staff, idempotencyKey: asked.idempotencyKey)
    let receipt = try await refusing {
      try await office.keepUnreadable(
        document, why: "handed in by a program, and not as the desk reads it", received: asked.exchange.now,
        channel: .portal, by: hand)
    }
    var kept = Refused(
      .unprocessable,
      "It could not be read as a request. It is kept whole as case \(receipt.number), and a person of the office was told: "
        + "it counts as received. Hand in what you correct under a new Idempotency-Key, and tell the office that the two "
        + "are one.", headers: [Reply.Header(name: "location", value: "\(Operation.base)/cases/\(receipt.id)")])
    kept.problem = ProblemDetails(
      kind: "kept-for-a-person",
      errors: refused.problem.errors.isEmpty ? [.init("", refused.sentence)] : refused.problem.errors,
      members: [JSON.Member(key: "case", value: .text("\(receipt.id)"))])
    return kept
  }

  private static let late = Shape.object([
    .needed("happened", .moment, "When it happened."), .needed("because", .words(4000), "Why it is entered only now."),
  ])
  /// What every recording may say of by whose hand and when.
  private static let hand: [Shape.Field] = [
    .optional("onBehalfOf", .words(300), "For whom it is entered, where not for the program's own office."),
    .optional("late", late, "For what happened before it could be entered, such as during an outage."),
  ]

  private static let paperFields: [Shape.Field] = [
    .needed("kind", .name, "Which form it is, in the law's word: i247a."),
    .optional("names", .choice(PaperCheck.NameOnPaper.allCases.map(\.rawValue)), "Whom it names."),
    .optional("fields", .map(of: .words(1000), atMost: 100), "What the law asks of it, in the law's words."),
    .optional("boxes", .list(of: .words(300), atMost: 50), "The boxes that are ticked."),
    .optional("grounds", .list(of: .words(300), atMost: 50), "The grounds that are ticked, in the form's words."),
    .optional("signer", .words(300), "Who signed, and of what office."),
    .optional("isSigned", .yesNo, "Whether there is a signature at all."),
    .optional(
      "served",
      .object([.needed("at", .moment, "When."), .needed("by", .words(300), "By whom.")]),
      "When and by whom the person was given it."),
    .optional("attachedTo", .integer(1...100), "The number of the paper to which it is attached."),
  ]

  private static let factFields: [Shape.Field] = [
    .needed("fact", .name, "In the law's word."),
    .needed("value", .orNull(.words(1000)), "As somebody would write it; null where nobody knows."),
    .needed("source", .words(4000), "From what it is known."),
  ]

  private static let listFields: [Shape.Field] = [
    .needed("list", .name, "In the law's word."), .needed("isComplete", .yesNo, "Whether there are no others."),
    .needed("records", .list(of: .map(of: .words(1000), atMost: 50), atMost: 200), "The fields known of each."),
    .needed("source", .words(4000), "From what it is known."),
  ]

  private static let requestShape = Shape.named(
    "NewRequest",
    .object(
      [
        .needed("received", .moment, "When it reached the office, which is not when it is handed in."),
        .needed("channel", .choice(Channel.allCases.map(\.rawValue)), "How it came."),
        .optional("requester", .words(300), "The office that asks."),
        .optional("acts", .list(of: .name, atMost: 20), "Acts asked for beyond what the papers ask for."),
        .optional("papers", .list(of: .named("Paper", .object(paperFields)), atMost: 16), "What came."),
        .optional("facts", .list(of: .object(factFields), atMost: 100), "What is known already."),
        .optional("lists", .list(of: .object(listFields), atMost: 20), "Lists that are known already."),
        .optional(
          "person",
          .object([
            .needed("name", .words(300), "As the paper writes it."),
            .optional("dateOfBirth", .words(300), "As the paper writes it."),
            .optional(
              "identifiers",
              .list(
                of: .object([
                  .needed("name", .words(300), "What it is called on the paper."),
                  .needed("value", .words(300), "The number."),
                ]), atMost: 20), "The numbers on the paper."),
            .optional("language", .words(300), "A language in which the person reads."),
          ]), "Whom the paper names. It is kept apart under a key of its own, and no call reads it back."),
      ] + hand))

  private static let receiptShape = Shape.named(
    "Receipt",
    .object([
      .needed("case", .caseID, "The case."), .needed("number", .words(40), "As the office knows it."),
      .needed("version", .integer(1...1_000_000), "Its version now."),
      .needed("stage", .choice(CaseStage.allCases.map(\.rawValue)), "Where it stands."),
      .needed("isAnswerChanged", .yesNo, "Whether the law's answer became another by this."),
      .needed("alerts", .list(of: .words(1000), atMost: 20), "Whom to tell at once of what."),
    ]))

  private static func written(_ receipt: CaseReceipt, status: Status = .ok) -> Reply {
    json(
      .object([
        "case": .text("\(receipt.id)"), "number": .text("\(receipt.number)"), "version": .integer(receipt.version),
        "stage": .text(receipt.stage.rawValue), "isAnswerChanged": .boolean(receipt.change != nil),
        "alerts": .texts(receipt.alerts.map(\.text)),
      ]), status: status
    ).with("etag", etag(receipt.version))
  }

  private static func paper(_ given: Given) -> PaperCheck {
    PaperCheck(
      kind: given["kind"].text ?? "", fields: given["fields"].map,
      names: given["names"].text.flatMap(PaperCheck.NameOnPaper.init) ?? .unclear, boxes: given["boxes"].texts,
      grounds: given["grounds"].texts, signer: given["signer"].text, isSigned: given["isSigned"].yesNo,
      served: given["served"]["at"].moment.map { .init(at: $0, by: given["served"]["by"].text ?? "") },
      attachedTo: given["attachedTo"].integer)
  }

  // MARK: What is found and done

  var recording: [Operation] {
    [
      recording(
        "recordFact", "/cases/{id}/facts", "Record a fact, or correct it", .object(APICalls.factFields + APICalls.hand)
      ) { given, _ in
        .recordFact(
          fact: given["fact"].text ?? "", value: given["value"].text, source: given["source"].text ?? "")
      },
      recording(
        "recordList", "/cases/{id}/lists", "Record a list, or correct it", .object(APICalls.listFields + APICalls.hand)
      ) { given, _ in
        .recordList(
          ListEntry(
            list: given["list"].text ?? "", isComplete: given["isComplete"].yesNo ?? false,
            records: given["records"].list.map(\.map), source: given["source"].text ?? ""))
      },
      recording(
        "addPaper", "/cases/{id}/papers", "Record what another paper says",
        .object(APICalls.paperFields + APICalls.hand)
      ) { given, _ in .checkPaper(APICalls.paper(given)) },
      recording(
        "correctPaper", "/cases/{id}/papers/{number}", "Record anew what a paper says", method: .put,
        .object(APICalls.paperFields + APICalls.hand)
      ) { given, asked in
        .correctPaper(number: Int(asked.exchange.parameter("number")) ?? 0, check: APICalls.paper(given))
      },
      recording(
        "recordEvent", "/cases/{id}/events", "Record what happened or was done", .oneOf(APICalls.events)
      ) { given, _ in try APICalls.command(given) },
    ]
  }

  private func recording(
    _ id: String, _ path: String, _ summary: String, method: Route.Method = .post, _ body: Shape,
    _ command: @escaping @Sendable (Given, Asked) throws -> CaseCommand
  ) -> Operation {
    Operation(
      id: id, method: method, path: path, scope: .casesWrite, summary: summary,
      about: "The case is decided again, and the answer says whether the law's answer became another.", body: body,
      keys: .init(idempotency: .welcome, isConditional: true),
      reply: .init(status: .ok, shape: APICalls.receiptShape, hasETag: true, meaning: "It is recorded, durably.")
    ) { asked in
      let (id, version) = (try asked.caseID(), asked.version ?? 0)
      let command = try command(asked.body, asked)
      let receipt = try await refusing {
        try await office.perform(command, on: id, version: version, by: asked.hand())
      }
      return APICalls.written(receipt)
    }
  }

  private static let events: [(type: String, fields: [Shape.Field])] = [
    ("note", [.needed("text", .words(4000), "The remark.")] + hand),
    (
      "task-done",
      [
        .needed("task", .words(1000), "The `key` of the duty or step."), .needed("at", .moment, "When it was done."),
        .needed("how", .words(4000), "How it was done."),
      ] + hand
    ),
    (
      "paper-cancelled",
      [
        .needed("paper", .integer(1...1000), "Its number within the case."),
        .needed("reason", .words(4000), "Why, or by whom."),
      ] + hand
    ),
    ("act-planned", [.needed("at", .orNull(.moment), "When the agency means to act; null: not known.")] + hand),
    (
      "citizenship-raised",
      [.needed("evidence", .words(4000), "What was seen, and where: never the document. It stops the request.")] + hand
    ),
    (
      "other-holds-checked",
      [
        .needed("found", .yesNo, "Whether there are any."),
        .needed("note", .words(4000), "What was looked at, and what was there."),
      ] + hand
    ),
    (
      "ended",
      [
        .needed("kind", .choice(Outcome.Kind.allCases.map(\.rawValue)), "What happened."),
        .needed("at", .moment, "When."), .optional("toWhom", .words(300), "To whom the person was handed over."),
        .optional("pickedUp", .yesNo, "Whether those who asked came."),
        .optional("note", .words(4000), "Anything else."),
      ] + hand
    ),
  ]

  private static func command(_ given: Given) throws(Refused) -> CaseCommand {
    let at = given["at"].moment
    switch given["type"].text {
    case "note": return .note(given["text"].text ?? "")
    case "task-done":
      guard let at else { break }
      return .doTask(TaskDone(task: given["task"].text ?? "", at: at, how: given["how"].text ?? ""))
    case "paper-cancelled":
      return .cancelPaper(number: given["paper"].integer ?? 0, reason: given["reason"].text ?? "")
    case "act-planned": return .planAct(at: at)
    case "citizenship-raised": return .raiseCitizenship(evidence: given["evidence"].text ?? "")
    case "other-holds-checked":
      return .checkOtherHolds(OtherHoldsCheck(found: given["found"].yesNo ?? false, note: given["note"].text ?? ""))
    case "ended":
      guard let at, let kind = given["kind"].text.flatMap(Outcome.Kind.init) else { break }
      return .end(
        Outcome(
          kind, at: at, toWhom: given["toWhom"].text, pickedUp: given["pickedUp"].yesNo, note: given["note"].text))
    default: break
    }
    throw Refused(.unprocessable, "There is no such event.")
  }
}
