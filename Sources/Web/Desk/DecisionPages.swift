import Desk
import LawLanguage
import Reasoning

/// What a named officer does: deciding, differing, reviewing, and deciding in an emergency; then how it ended.
struct DecisionPages: Sendable {
  let work: OfficeWork
  let frame: Frame

  var routes: [Route] {
    [
      Route(.get, "/requests/{id}/decide/{act}", .may(.decide)) { try await decide($0, mistakes: []) },
      Route(.post, "/requests/{id}/decide/{act}", .may(.decide)) { try await recordDecision($0) },
      Route(.get, "/requests/{id}/emergency/{act}", .may(.breakGlass)) { try await emergency($0, mistakes: []) },
      Route(.post, "/requests/{id}/emergency/{act}", .may(.breakGlass)) { try await recordEmergency($0) },
      Route(.get, "/requests/{id}/review/{decision}", .may(.review)) { try await review($0, mistakes: []) },
      Route(.post, "/requests/{id}/review/{decision}", .may(.review)) { try await recordReview($0) },
    ]
  }

  // MARK: Deciding

  private func act(_ file: CaseFile, _ exchange: Exchange) throws(Refused) -> Act {
    guard let act = work.law.library.vocabulary.act(exchange.parameter("act")) else {
      throw Refused(.notFound, "Nobody asks for this in this request.")
    }
    return act
  }

  private func choices(_ act: Act) -> [FormParts.Option] {
    let isHold = work.law.library.vocabulary.isKind(act.name, of: "hold")
    return [
      FormParts.Option("act", "\(act.title.capitalisedFirst)"),
      FormParts.Option(
        "refrain", "Do not \(act.title)",
        hint: isHold ? "Release is then decided by your release procedure, not by this decision." : nil),
    ]
  }

  private func answers(_ file: CaseFile, _ act: Act) -> HTML {
    guard var decision = work.decision(on: file) else { return .empty }
    decision.answers = decision.answers.filter { $0.act == act.name }
    return AnswerBoxes(decision: decision, library: work.law.library, file: file).answers
  }

  private func decide(_ exchange: Exchange, mistakes: [Mistake]) async throws -> Reply {
    let file = try await work.file(exchange)
    let act = try act(file, exchange)
    let parts = FormParts(typed: exchange.form, mistakes: mistakes)
    var page = StepPage(title: "Decide", file: file, parts: parts, action: exchange.route.action(exchange))
    page.send = "Decide in my name"
    page.mayBeLate = true
    return page.reply(frame, exchange) {
      answers(file, act)
      parts.radios("choice", "What does your agency do?", choices(act))
      parts.lines(
        "reason", "Why, if you differ from the law's answer?",
        hint: "A second person looks at it by the next business day. Leave it empty if you do as the law's answer says."
      )
    }
  }

  private func choice(_ exchange: Exchange) throws(Mistakes) -> Choice {
    guard let choice = exchange.form["choice"].flatMap(Choice.init) else {
      throw Mistakes("choice", "Choose what your agency does.")
    }
    return choice
  }

  private func recordDecision(_ exchange: Exchange) async throws -> Reply {
    let file = try await work.file(exchange)
    let act = try act(file, exchange)
    do {
      let command = CaseCommand.decide(
        act: act.name, choice: try choice(exchange), reason: exchange.form.text("reason"))
      _ = try await work.perform(command, on: file, exchange, refusalAt: "reason")
      return .seeOther("/requests/\(file.id)#decisions")
    } catch let mistakes as Mistakes {
      return try await decide(exchange, mistakes: mistakes.list)
    }
  }

  // MARK: In an emergency

  private func emergency(_ exchange: Exchange, mistakes: [Mistake]) async throws -> Reply {
    let file = try await work.file(exchange)
    let act = try act(file, exchange)
    let parts = FormParts(typed: exchange.form, mistakes: mistakes)
    var page = StepPage(
      title: "Decide in an emergency", file: file, parts: parts, action: exchange.route.action(exchange))
    page.send = "Decide in my name, in an emergency"
    page.mayBeLate = true
    return page.reply(frame, exchange) {
      div(.class("note stop")) {
        p {
          "Only where no deciding officer can be had in time. It is told at once to those who decide, and a second person reviews it by the next business day."
        }
      }
      answers(file, act)
      parts.radios("choice", "What do you decide?", choices(act))
      parts.lines("reason", "Why can it not wait?")
      parts.text("authority", "Who gave you authority by phone?", hint: "Name and office.")
      parts.date(
        "authorised", "When did they?", value: DateParts(exchange.now, in: work.zone), withTime: true)
    }
  }

  private func recordEmergency(_ exchange: Exchange) async throws -> Reply {
    let file = try await work.file(exchange)
    let act = try act(file, exchange)
    do {
      let choice = try choice(exchange)
      guard let reason = exchange.form.text("reason") else { throw Mistakes("reason", "Write why it cannot wait.") }
      guard let authority = exchange.form.text("authority") else {
        throw Mistakes("authority", "Write who gave you authority by phone.")
      }
      let at: Instant
      do { at = try DateParts(exchange.form, "authorised").readInstant(in: work.zone) } catch {
        throw Mistakes("authorised", error.sentence)
      }
      let command = CaseCommand.breakGlass(
        act: act.name, choice: choice,
        emergency: BreakGlass(reason: reason, phoneAuthority: authority, authorisedAt: at))
      _ = try await work.perform(command, on: file, exchange, refusalAt: "reason")
      return .seeOther("/requests/\(file.id)#decisions")
    } catch let mistakes as Mistakes {
      return try await emergency(exchange, mistakes: mistakes.list)
    }
  }

  // MARK: Reviewing

  private func review(_ exchange: Exchange, mistakes: [Mistake]) async throws -> Reply {
    let file = try await work.file(exchange)
    guard let number = Int(exchange.parameter("decision")),
      let decision = file.decisions.first(where: { $0.entry.number == number })
    else { throw Refused(.notFound, "The request has no such decision.") }
    let parts = FormParts(typed: exchange.form, mistakes: mistakes)
    let title = work.law.library.vocabulary.act(decision.entry.act)?.title ?? decision.entry.act
    return StepPage(
      title: "Review decision \(number)", file: file, parts: parts, action: exchange.route.action(exchange)
    ).reply(frame, exchange) {
      p { "\(decision.by.text) decided \(decision.entry.choice == .act ? "to" : "not to") \(title)." }
      if let reason = decision.entry.reason ?? decision.entry.emergency?.reason { p { "Reason: \(reason)" } }
      parts.radios(
        "agrees", "Would you have decided the same?",
        [FormParts.Option("yes", "Yes"), FormParts.Option("no", "No")])
      parts.lines("finding", "What did you find?")
    }
  }

  private func recordReview(_ exchange: Exchange) async throws -> Reply {
    let file = try await work.file(exchange)
    do {
      guard let agrees = exchange.form["agrees"] else { throw Mistakes("agrees", "Say whether you agree.") }
      guard let finding = exchange.form.text("finding") else { throw Mistakes("finding", "Write what you found.") }
      let command = CaseCommand.review(
        decision: Int(exchange.parameter("decision")) ?? 0, agrees: agrees == "yes", finding: finding)
      _ = try await work.perform(command, on: file, exchange, refusalAt: "finding")
      return .seeOther("/requests/\(file.id)#decisions")
    } catch let mistakes as Mistakes {
      return try await review(exchange, mistakes: mistakes.list)
    }
  }
}
