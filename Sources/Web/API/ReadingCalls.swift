import Desk
import LawLanguage
import Ledger
import Reasoning

/// Reading: cases one by one, and lists of them without whom they are about.
extension APICalls {
  var readingCases: [Operation] {
    [
      Operation(
        id: "listCases", method: .get, path: "/cases", scope: .casesRead, summary: "The office's cases",
        about: "The latest entered first. Nobody is looked for here: cases are told apart by number and stage alone.",
        parameters: APICalls.pageParameters(most: Office.longestPage, standard: 50) + [
          .init(
            name: "stage", shape: .choice(CaseStage.allCases.map(\.rawValue)), meaning: "Those that stand there only.")
        ],
        reply: .init(status: .ok, shape: APICalls.page(APICalls.summaryShape), meaning: "A page of cases.")
      ) { try await list($0) },
      Operation(
        id: "readCase", method: .get, path: "/cases/{id}", scope: .casesRead, summary: "A case as it stands",
        about: "With its answers, duties and clocks.",
        reply: .init(status: .ok, shape: CaseDocument.shape, hasETag: true, meaning: "The case.")
      ) { try await read($0) },
      Operation(
        id: "readDecision", method: .get, path: "/cases/{id}/decision", scope: .casesRead,
        summary: "The whole decision and its receipt",
        about:
          "As `tenth decide --json` gives it: reasons, what was displaced, and all that gives the same answer again.",
        reply: .init(
          status: .ok,
          shape: .object([
            .needed("case", .caseID, "The case."), .needed("version", .integer(1...1_000_000), "Its version."),
            .needed("decision", .document, "The decision."),
          ]), hasETag: true, meaning: "The decision."), refusals: [.unprocessable]
      ) { try await decision($0) },
    ]
  }

  static let summaryShape = Shape.named(
    "CaseSummary",
    .object([
      .needed("id", .caseID, "Names it inside the desk."), .needed("number", .words(40), "As the office knows it."),
      .needed("stage", .choice(CaseStage.allCases.map(\.rawValue)), "Where it stands."),
      .needed("received", .moment, "When it reached the office."), .needed("changed", .moment, "When it last changed."),
      .needed("version", .integer(0...1_000_000), "How many events it has."),
      .needed("nextDue", .orNull(.moment), "What is due first; null where nothing is, or at no known time."),
      .needed("legalHold", .yesNo, "Whether it must be kept."),
    ]))

  private func list(_ asked: Asked) async throws -> Reply {
    let stage = asked.query.text("stage").flatMap(CaseStage.init)
    let question = "cases/\(stage?.rawValue ?? "")"
    let after = try cursor(asked, question)
    let page = try await refusing {
      try await office.cases(for: asked.staff, in: stage, after: after, limit: asked.limit(otherwise: 50))
    }
    let items = page.items.map { item -> JSON in
      .object([
        "id": .text("\(item.id)"), "number": .text("\(item.number)"), "stage": .text(item.stage.rawValue),
        "received": Moment.written(item.received), "changed": Moment.written(item.changed),
        "version": .integer(item.version), "nextDue": Moment.written(orNull: item.nextDue),
        "legalHold": .boolean(item.isHeld),
      ])
    }
    return APICalls.json(.object(["items": .list(items), "next": next(page.next, asked, question)]))
  }

  private func read(_ asked: Asked) async throws -> Reply {
    let id = try asked.caseID()
    let file = try await refusing { try await office.caseFile(id, for: asked.staff) }
    // No If-None-Match: a clock can change with the law that was adopted, and the version with events alone.
    return APICalls.json(try document(of: file)).with("etag", APICalls.etag(file.version))
  }

  func document(of file: CaseFile) throws -> JSON {
    let words = try? office.words(for: file.opening.agency)
    let vocabulary = (office.adopted ?? office.beside).library.vocabulary
    return CaseDocument(
      file: file, clocks: (try? office.clocks(of: file)) ?? [],
      keeping: words.flatMap { words in (try? office.keepingAuthority(of: file))?.sentence(in: words) },
      hold: words.flatMap { words in file.holdStatement(in: vocabulary)?.sentence(in: words) }
    ).json
  }

  private func decision(_ asked: Asked) async throws -> Reply {
    let id = try asked.caseID()
    let file = try await refusing { try await office.caseFile(id, for: asked.staff) }
    let decision = try await refusing { try office.decision(on: file) }
    let vocabulary = (office.adopted ?? office.beside).library.vocabulary
    return APICalls.json(
      .object([
        "case": .text("\(id)"), "version": .integer(file.version), "decision": decision.document(in: vocabulary),
      ])
    ).with("etag", APICalls.etag(file.version))
  }

  // MARK: What is due, the law, the log

  var due: Operation {
    Operation(
      id: "dueNow", method: .get, path: "/due", scope: .dueRead, summary: "What is due in open cases",
      about: "The first to run out first, those without a known time last.",
      parameters: APICalls.pageParameters(most: Office.longestPage, standard: 100) + [
        .init(name: "until", shape: .moment, meaning: "What is due until then; all, unless said.")
      ],
      reply: .init(status: .ok, shape: APICalls.page(APICalls.dueShape), meaning: "A page of what is due.")
    ) { asked in
      let until = asked.query.text("until").flatMap(Moment.read)
      let question = "due/\(until?.seconds ?? 0)"
      let after = try cursor(asked, question)
      let page = try await refusing {
        try await office.dueNow(
          for: asked.staff, until: until, after: after, limit: asked.limit(otherwise: 100))
      }
      let items = page.items.map { item -> JSON in
        .object([
          "case": .text("\(item.id)"), "number": .text("\(item.number)"), "stage": .text(item.stage.rawValue),
          "key": .text(item.key), "kind": .text(item.kind.rawValue), "title": .text(item.title),
          "due": Moment.written(orNull: item.due), "cite": .text(orNull: item.cite),
          "isImmediate": .boolean(item.isImmediate),
        ])
      }
      return APICalls.json(.object(["items": .list(items), "next": next(page.next, asked, question)]))
    }
  }

  private static let dueShape = Shape.named(
    "DueItem",
    .object([
      .needed("case", .caseID, "The case."), .needed("number", .words(40), "As the office knows it."),
      .needed("stage", .choice(CaseStage.allCases.map(\.rawValue)), "Where the case stands."),
      .needed("key", .words(1000), "Names it within the case."),
      .needed("kind", .choice(CaseClock.Kind.allCases.map(\.rawValue)), "What runs."),
      .needed("title", .words(5000), "What is to happen."),
      .needed("due", .orNull(.moment), "The last moment, where one is known."),
      .needed("cite", .orNull(.words(1000)), "The section; null for the office's own care."),
      .needed("isImmediate", .yesNo, "Whether it is due from the moment it is owed."),
    ]))

  var law: Operation {
    Operation(
      id: "lawStanding", method: .get, path: "/law", scope: .lawRead, summary: "The law that is decided by",
      about: "And the changes that wait for counsel.",
      reply: .init(
        status: .ok,
        shape: .object([
          .needed(
            "adopted", .orNull(.words(64)), "The digest of the law that is decided by; null where none is adopted."),
          .needed("since", .orNull(.moment), "Since when."),
          .needed("waiting", .orNull(.words(64)), "The digest of law that lies beside and is not adopted."),
          .needed(
            "changes",
            .list(
              of: .object([
                .needed("kind", .choice(["added", "removed", "changed"]), "What became of it."),
                .needed("law", .words(200), "The law's name."), .needed("cite", .words(1000), "The section."),
                .needed("name", .words(200), "The provision's name."),
              ]), atMost: 100_000), "What would be otherwise."),
        ]), meaning: "The law's standing.")
    ) { asked in
      let standing = try await refusing { try office.lawStanding(for: asked.staff) }
      return APICalls.json(
        .object([
          "adopted": .text(orNull: standing.adopted), "since": Moment.written(orNull: standing.adoption.last?.at),
          "waiting": .text(orNull: standing.waiting),
          "changes": .list(
            standing.changes.map {
              .object([
                "kind": .text($0.kind.rawValue), "law": .text($0.law), "cite": .text($0.cite), "name": .text($0.name),
              ])
            }),
        ]))
    }
  }

  var logProofs: Operation {
    Operation(
      id: "logProofs", method: .get, path: "/cases/{id}/log", scope: .logRead,
      summary: "Proofs that the log holds a case's entries",
      about: "To the published checkpoint, so that they give away no more than what is published. An entry that is not "
        + "published yet has no proof.",
      parameters: [
        .init(name: "from", shape: .integer(1...1_000_000), meaning: "The event to begin with; 100 are given at once.")
      ],
      reply: .init(
        status: .ok,
        shape: .object([
          .needed("case", .caseID, "The case."), .needed("events", .integer(0...1_000_000), "How many events it has."),
          .needed(
            "entries",
            .list(
              of: .object([
                .needed("event", .integer(1...1_000_000), "The event's number within the case."),
                .needed("proof", .orNull(.words(200_000)), "C2SP tlog-proof; null until it is published."),
              ]), atMost: 100), "One for each event."),
        ]), meaning: "The proofs.")
    ) { asked in
      let id = try asked.caseID()
      let numbers = try await refusing { try await office.history(of: id, for: asked.staff).logEntries }
      let first = asked.query.text("from").flatMap { Int($0) } ?? 1
      var entries: [JSON] = []
      for (index, number) in numbers.enumerated().dropFirst(first - 1).prefix(100) {
        let proof = try await office.ledger.proof(of: number, to: .published(at: Int(asked.exchange.now.seconds)))
        entries.append(
          .object([
            "event": .integer(index + 1),
            "proof": .text(orNull: proof.map { String(decoding: $0.bytes, as: UTF8.self) }),
          ]))
      }
      return APICalls.json(
        .object(["case": .text("\(id)"), "events": .integer(numbers.count), "entries": .list(entries)]))
    }
  }
}
