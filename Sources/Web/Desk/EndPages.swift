import Desk
import LawLanguage
import Reasoning

/// What is done after the answer: duties recorded as done, other holds, evidence of citizenship, the end, closing.
struct EndPages: Sendable {
  let work: OfficeWork
  let frame: Frame

  var routes: [Route] {
    [
      Route(.get, "/requests/{id}/tasks", .may(.recordFacts)) { try await task($0, mistakes: []) },
      Route(.post, "/requests/{id}/tasks", .may(.recordFacts)) { try await recordTask($0) },
      Route(.get, "/requests/{id}/release-due", .may(.recordFacts)) { try await releaseDue($0, mistakes: []) },
      Route(.post, "/requests/{id}/release-due", .may(.recordFacts)) { try await recordReleaseDue($0) },
      Route(.get, "/requests/{id}/other-holds", .may(.recordFacts)) { try await otherHolds($0, mistakes: []) },
      Route(.post, "/requests/{id}/other-holds", .may(.recordFacts)) { try await recordOtherHolds($0) },
      Route(.get, "/requests/{id}/citizenship", .may(.recordFacts)) { try await citizenship($0, mistakes: []) },
      Route(.post, "/requests/{id}/citizenship", .may(.recordFacts)) { try await recordCitizenship($0) },
      Route(.get, "/requests/{id}/outcome", .may(.recordFacts)) { try await outcome($0, mistakes: []) },
      Route(.post, "/requests/{id}/outcome", .may(.recordFacts)) { try await recordOutcome($0) },
      Route(.get, "/requests/{id}/close", .may(.closeCases)) { try await close($0, mistakes: []) },
      Route(.post, "/requests/{id}/close", .may(.closeCases)) { try await recordClosing($0) },
    ]
  }

  private func step(
    _ title: String, _ mistakes: [Mistake], _ exchange: Exchange, send: String = "Save and go on",
    @HTMLBuilder fields: (CaseFile, FormParts) -> HTML
  ) async throws -> Reply {
    let file = try await work.file(exchange)
    let parts = FormParts(typed: exchange.form, mistakes: mistakes)
    var page = StepPage(title: title, file: file, parts: parts, action: exchange.route.action(exchange))
    page.send = send
    page.mayBeLate = true
    let content = fields(file, parts)
    return page.reply(frame, exchange) { content }
  }

  private func done(_ file: CaseFile, _ anchor: String = "") -> Reply { .seeOther("/requests/\(file.id)\(anchor)") }

  // MARK: Duties

  private func task(_ exchange: Exchange, mistakes: [Mistake]) async throws -> Reply {
    let key = exchange.form["task"] ?? exchange.query["task"] ?? ""
    let file = try await work.file(exchange)
    guard let task = file.tasks.first(where: { $0.key == key }) else {
      throw Refused(.notFound, "The request has no such duty or step.")
    }
    return try await step("Record that it was done", mistakes, exchange) { file, parts in
      p { strong { "\(task.title.capitalisedFirst) (\(task.cite))." } }
      input(.type("hidden"), .name("task"), .value(task.key))
      parts.lines(
        "how", "How was it done, and to whom?", hint: "For example: handed to the person in the housing unit.")
      if !file.letters.isEmpty {
        parts.list(
          "letter", "By which letter?",
          [FormParts.Option("", "By none")]
            + file.letters.map { FormParts.Option($0.entry.document, "\($0.entry.title), \($0.entry.number)") })
      }
    }
  }

  private func recordTask(_ exchange: Exchange) async throws -> Reply {
    do {
      let file = try await work.file(exchange)
      guard let how = exchange.form.text("how") else { throw Mistakes("how", "Write how it was done, and to whom.") }
      let late = try LateEntry.read(exchange.form, in: work.zone, now: exchange.now)
      let task = TaskDone(
        task: exchange.form["task"] ?? "", at: late?.happened ?? exchange.now, how: how,
        document: exchange.form.text("letter"))
      return done(try await work.perform(.doTask(task), on: file, exchange, refusalAt: "how"), "#to-do")
    } catch let mistakes as Mistakes {
      return try await task(exchange, mistakes: mistakes.list)
    }
  }

  // MARK: The person's own ground

  private func releaseDue(_ exchange: Exchange, mistakes: [Mistake]) async throws -> Reply {
    try await step("Otherwise released", mistakes, exchange) { file, parts in
      parts.date(
        "at", "When would the person otherwise be released?",
        hint: "When the last ground but the federal paper ends: release ordered, charges dropped, sentence served.",
        value: file.releaseDue.flatMap(RecordedMoment.instant).map { DateParts($0, in: work.zone) } ?? DateParts(),
        withTime: true)
      parts.text("source", "From what is this known?", hint: "For example: booking record, judge's order.")
    }
  }

  private func recordReleaseDue(_ exchange: Exchange) async throws -> Reply {
    do {
      let at: Instant
      do { at = try DateParts(exchange.form, "at").readInstant(in: work.zone) } catch {
        throw Mistakes("at", error.sentence)
      }
      guard let source = exchange.form.text("source") else {
        throw Mistakes("source", "Write from what this is known.")
      }
      let command = CaseCommand.recordFact(fact: "release-due", value: work.zone.rfc3339(at), source: source)
      return done(try await work.perform(command, on: work.file(exchange), exchange, refusalAt: "at"))
    } catch let mistakes as Mistakes {
      return try await releaseDue(exchange, mistakes: mistakes.list)
    }
  }

  // MARK: Other holds

  private func otherHolds(_ exchange: Exchange, mistakes: [Mistake]) async throws -> Reply {
    try await step("Other holds", mistakes, exchange) { _, parts in
      p {
        "The answer speaks of the papers of this request only. Another warrant or a court's order may be a ground of its own."
      }
      parts.radios(
        "found", "Did you find another hold?", [FormParts.Option("no", "No"), FormParts.Option("yes", "Yes")])
      parts.lines(
        "note", "Where did you look, and what was there?", hint: "For example: warrants desk, LEADS, court file.")
    }
  }

  private func recordOtherHolds(_ exchange: Exchange) async throws -> Reply {
    do {
      guard let found = exchange.form["found"] else { throw Mistakes("found", "Say whether you found one.") }
      guard let note = exchange.form.text("note") else { throw Mistakes("note", "Write where you looked.") }
      let check = OtherHoldsCheck(found: found == "yes", note: note)
      return done(
        try await work.perform(.checkOtherHolds(check), on: work.file(exchange), exchange, refusalAt: "note"))
    } catch let mistakes as Mistakes {
      return try await otherHolds(exchange, mistakes: mistakes.list)
    }
  }

  // MARK: Citizenship

  private func citizenship(_ exchange: Exchange, mistakes: [Mistake]) async throws -> Reply {
    try await step("Evidence of US citizenship", mistakes, exchange, send: "Record it and stop the request") {
      _, parts in
      p { "It stops the request until counsel has spoken. It is no ground to keep the person, and stops no clock." }
      parts.lines(
        "evidence", "What was seen or said, and where?",
        hint: "For example: US passport in the property, seen at booking. Do not copy numbers, and do not attach it.")
    }
  }

  private func recordCitizenship(_ exchange: Exchange) async throws -> Reply {
    do {
      guard let evidence = exchange.form.text("evidence") else { throw Mistakes("evidence", "Write what was seen.") }
      return done(
        try await work.perform(
          .raiseCitizenship(evidence: evidence), on: work.file(exchange), exchange, refusalAt: "evidence"))
    } catch let mistakes as Mistakes {
      return try await citizenship(exchange, mistakes: mistakes.list)
    }
  }

  // MARK: The end

  private func outcome(_ exchange: Exchange, mistakes: [Mistake]) async throws -> Reply {
    try await step("How it ended", mistakes, exchange) { _, parts in
      parts.radios(
        "kind", "What happened?", Outcome.Kind.allCases.map { FormParts.Option($0.rawValue, $0.title.capitalisedFirst) }
      )
      parts.date("at", "When?", value: DateParts(exchange.now, in: work.zone), withTime: true)
      parts.text("to-whom", "If handed over, to whom?", hint: "Agency, name and badge.")
      parts.radios(
        "picked-up", "Did those who asked come for the person?",
        [FormParts.Option("yes", "Yes"), FormParts.Option("no", "No"), FormParts.Option("", "Nobody was to come")],
        value: "")
    }
  }

  private func recordOutcome(_ exchange: Exchange) async throws -> Reply {
    do {
      let form = exchange.form
      guard let kind = form["kind"].flatMap(Outcome.Kind.init) else { throw Mistakes("kind", "Choose what happened.") }
      let at: Instant
      do { at = try DateParts(form, "at").readInstant(in: work.zone) } catch { throw Mistakes("at", error.sentence) }
      if kind == .transferred, form.text("to-whom") == nil {
        throw Mistakes("to-whom", "Write to whom the person was handed over.")
      }
      let outcome = Outcome(
        kind, at: at, toWhom: form.text("to-whom"), pickedUp: form.text("picked-up").map { $0 == "yes" })
      return done(try await work.perform(.end(outcome), on: work.file(exchange), exchange, refusalAt: "kind"))
    } catch let mistakes as Mistakes {
      return try await self.outcome(exchange, mistakes: mistakes.list)
    }
  }

  // MARK: Closing

  private func close(_ exchange: Exchange, mistakes: [Mistake]) async throws -> Reply {
    try await step("Close the request", mistakes, exchange, send: "Close it") { file, parts in
      let left = file.tasks.filter(\.standing.isLeft)
      return .sequence([
        left.isEmpty
          ? .empty
          : parts.boxes(
            "leaving", "These are still owed. Tick what is knowingly left undone.",
            left.map { FormParts.Option($0.key, "\($0.title.capitalisedFirst) (\($0.cite))") }),
        parts.lines("reason", "Why is it closed?", hint: "For example: released, copy given, nothing left to do."),
      ])
    }
  }

  private func recordClosing(_ exchange: Exchange) async throws -> Reply {
    do {
      guard let reason = exchange.form.text("reason") else { throw Mistakes("reason", "Write why it is closed.") }
      let command = CaseCommand.close(reason: reason, leaving: exchange.form.all("leaving"))
      return done(try await work.perform(command, on: work.file(exchange), exchange, refusalAt: "reason"))
    } catch let mistakes as Mistakes {
      return try await close(exchange, mistakes: mistakes.list)
    }
  }
}
