import Desk
import LawLanguage
import Ledger
import Reasoning

/// Putting the record right: another paper, one that was withdrawn, a fact; and giving out what was shown and its proof.
struct RecordPages: Sendable {
  let work: OfficeWork
  let frame: Frame

  var routes: [Route] {
    [
      Route(.get, "/requests/{id}/papers/{number}/withdraw", .may(.recordFacts)) {
        try await withdraw($0, mistakes: [])
      },
      Route(.post, "/requests/{id}/papers/{number}/withdraw", .may(.recordFacts)) { try await recordWithdrawal($0) },
      Route(.get, "/requests/{id}/facts/{fact}", .may(.recordFacts)) { try await fact($0, mistakes: []) },
      Route(.post, "/requests/{id}/facts/{fact}", .may(.recordFacts)) { try await recordFact($0) },
      Route(.get, "/requests/{id}/proposals/{number}", .may(.readCases)) { try await proposal($0) },
      Route(.get, "/requests/{id}/events/{number}/proof", .may(.readCases)) { try await proof($0) },
      Route(.get, "/requests/{id}/events/{number}/entry", .may(.readCases)) { try await entry($0) },
    ]
  }

  /// Before the routes of papers by number, which would take the word for one.
  var additions: [Route] {
    [
      Route(.get, "/requests/{id}/papers/add", .may(.recordFacts)) { try await add($0, mistakes: []) },
      Route(.post, "/requests/{id}/papers/add", .may(.recordFacts)) { try await recordPaper($0) },
    ]
  }

  private var vocabulary: Vocabulary { work.law.library.vocabulary }

  // MARK: Papers

  private func add(_ exchange: Exchange, mistakes: [Mistake]) async throws -> Reply {
    let file = try await work.file(exchange)
    let parts = FormParts(typed: exchange.form, mistakes: mistakes)
    var page = StepPage(
      title: "Another paper came", file: file, parts: parts, action: exchange.route.action(exchange))
    page.mayBeLate = true
    return page.reply(frame, exchange) {
      parts.list(
        "kind", "Which paper is it?",
        [FormParts.Option("", "Choose")]
          + vocabulary.papers.map { FormParts.Option($0.name, $0.title.capitalisedFirst) })
      parts.date(
        "received", "When did it reach your office?", value: DateParts(dayOf: exchange.now, in: work.zone),
        withTime: true)
    }
  }

  private func recordPaper(_ exchange: Exchange) async throws -> Reply {
    do {
      let file = try await work.file(exchange)
      guard let kind = exchange.form.text("kind").flatMap(vocabulary.paper) else {
        throw Mistakes("kind", "Choose which paper it is.")
      }
      var check = PaperCheck(kind: kind.name)
      let at: Instant
      do { at = try DateParts(exchange.form, "received").readInstant(in: work.zone) } catch {
        throw Mistakes("received", error.sentence)
      }
      guard at <= exchange.now else { throw Mistakes("received", "The time of receipt lies in the future. Check it.") }
      if vocabulary.paperField("received") != nil { check.fields["received"] = work.zone.rfc3339(at) }
      let changed = try await work.perform(.checkPaper(check), on: file, exchange, refusalAt: "kind")
      return .seeOther("/requests/\(file.id)/papers/\(changed.papers.count)")
    } catch let mistakes as Mistakes {
      return try await add(exchange, mistakes: mistakes.list)
    }
  }

  private func withdraw(_ exchange: Exchange, mistakes: [Mistake]) async throws -> Reply {
    let file = try await work.file(exchange)
    guard let number = Int(exchange.parameter("number")), file.papers.contains(where: { $0.number == number }) else {
      throw Refused(.notFound, "The request has no such paper.")
    }
    let parts = FormParts(typed: exchange.form, mistakes: mistakes)
    var page = StepPage(
      title: "Paper \(number) was withdrawn or cleared", file: file, parts: parts,
      action: exchange.route.action(exchange))
    page.mayBeLate = true
    return page.reply(frame, exchange) {
      p { "From then on it is no ground, and the law is asked again. The paper stays in the record." }
      parts.lines(
        "reason", "Who withdrew it, and how do you know?", hint: "For example: I-247A box cancelled, fax of today.")
    }
  }

  private func recordWithdrawal(_ exchange: Exchange) async throws -> Reply {
    do {
      let file = try await work.file(exchange)
      guard let reason = exchange.form.text("reason") else { throw Mistakes("reason", "Write who withdrew it.") }
      let command = CaseCommand.cancelPaper(number: Int(exchange.parameter("number")) ?? 0, reason: reason)
      _ = try await work.perform(command, on: file, exchange, refusalAt: "reason")
      return .seeOther("/requests/\(file.id)#papers")
    } catch let mistakes as Mistakes {
      return try await withdraw(exchange, mistakes: mistakes.list)
    }
  }

  // MARK: Facts

  private func question(_ exchange: Exchange) throws(Refused) -> OpenQuestion {
    let name = exchange.parameter("fact")
    if let fact = vocabulary.fact(name) {
      return OpenQuestion(
        fact: .fact(name), question: fact.question, help: fact.help, input: OpenQuestion.Input(fact.type),
        isJudgement: fact.isJudgement)
    }
    if let type = vocabulary.recordType(name), let input = vocabulary.listInput(name) {
      return OpenQuestion(fact: .list(name), question: type.question, help: type.help, input: input, isJudgement: false)
    }
    throw Refused(.notFound, "The law knows no such fact.")
  }

  private func fact(_ exchange: Exchange, mistakes: [Mistake]) async throws -> Reply {
    let (file, question) = (try await work.file(exchange), try question(exchange))
    let parts = FormParts(typed: exchange.form, mistakes: mistakes)
    var page = StepPage(
      title: question.question, file: file, parts: parts, action: exchange.route.action(exchange))
    page.mayBeLate = true
    return page.reply(frame, exchange, isHeadingInForm: true) {
      p(.class("quiet")) { "What was recorded before stays in the record; from now on this counts." }
      QuestionForm(question: question, zone: work.zone).fields(parts)
    }
  }

  private func recordFact(_ exchange: Exchange) async throws -> Reply {
    do {
      let (file, question) = (try await work.file(exchange), try question(exchange))
      let form = QuestionForm(question: question, zone: work.zone)
      let settled = work.offences(of: file, exchange).settle(exchange.form, form.codeFields)
      guard settled.open.isEmpty else { return OffenceStep(settled: settled, file: file).reply(frame, exchange) }
      let command = try form.command(settled.form)
      _ = try await work.perform(command, on: file, exchange)
      return .seeOther("/requests/\(file.id)#facts")
    } catch let mistakes as Mistakes {
      return try await fact(exchange, mistakes: mistakes.list)
    }
  }

  // MARK: What was shown, and its proof

  private func proposal(_ exchange: Exchange) async throws -> Reply {
    let (file, events) = try await work.history(exchange)
    let number = Int(exchange.parameter("number"))
    let found = events.lazy.compactMap { event in if case .proposed(let proposal) = event.what { proposal } else { nil }
    }
    .first { $0.number == number }
    guard let document = found?.document else { throw Refused(.notFound, "No such answer of the law was kept whole.") }
    return Download(
      bytes: Array(document.utf8), name: "\(file.number)-decision-\(number ?? 0).json", mediaType: "application/json"
    ).reply
  }

  private func proven(_ exchange: Exchange, isInside: Bool) async throws -> Office.Proven {
    let (id, staff) = (try work.id(exchange), try work.staff(exchange))
    let number = Int(exchange.parameter("number")) ?? 0
    return try await work.refusing {
      try await work.office.proof(ofEvent: number, in: id, isInside: isInside, for: staff)
    }
  }

  /// The proof to the published log; one to the log as it is inside tells how many entries there are, and is for those
  /// who read the log.
  private func proof(_ exchange: Exchange) async throws -> Reply {
    let isInside = exchange.query["log"] == "inside"
    if isInside, !(exchange.visitor.staff?.may(.readLog) ?? false) {
      throw Refused(.forbidden, "A proof to the log as it is inside is for those who read the log.")
    }
    guard let proof = try await proven(exchange, isInside: isInside).proof else { throw Download.notPublishedYet }
    return Download(
      bytes: proof.bytes, name: "entry-\(exchange.parameter("number")).tlog-proof",
      mediaType: "text/plain; charset=utf-8"
    ).reply
  }

  private func entry(_ exchange: Exchange) async throws -> Reply {
    Download(
      bytes: try await proven(exchange, isInside: true).payload, name: "entry-\(exchange.parameter("number")).json",
      mediaType: "application/json"
    ).reply
  }
}
