import Desk
import LawLanguage
import Reasoning

/// The pages of one request, and the forms by which it goes on.
struct RequestPages: Sendable {
  let work: OfficeWork
  let frame: Frame

  var routes: [Route] {
    [
      Route(.get, "/requests/new", .may(.enterCases)) { arrival($0, mistakes: []) },
      Route(.post, "/requests", .may(.enterCases)) { try await open($0) },
      Route(.get, "/requests/{id}", .may(.readCases)) { try await show($0) },
      Route(.get, "/requests/{id}/person", .may(.readPersons)) { try await person($0, mistakes: []) },
      Route(.post, "/requests/{id}/person", .may(.recordFacts)) { try await recordPerson($0) },
      Route(.get, "/requests/{id}/papers/{number}", .may(.recordFacts)) { try await paper($0, mistakes: []) },
      Route(.post, "/requests/{id}/papers/{number}", .may(.recordFacts)) { try await checkPaper($0) },
      Route(.get, "/requests/{id}/questions", .may(.recordFacts)) { try await question($0, mistakes: []) },
      Route(.post, "/requests/{id}/questions", .may(.recordFacts)) { try await answer($0) },
    ]
  }

  // MARK: A new request

  private func arrival(_ exchange: Exchange, mistakes: [Mistake]) -> Reply {
    let parts = FormParts(typed: exchange.form, mistakes: mistakes)
    let page = Page("New request", in: .new, hasMistakes: !mistakes.isEmpty)
    return frame.reply(page, to: exchange.visitor, status: mistakes.isEmpty ? .ok : .unprocessable) {
      parts.errorSummary
      h1 { "New request" }
      p { "First what came, and when. The next pages ask only what the law of the day still needs." }
      form(.post, .action("/requests")) {
        FormToken.field(exchange.visitor.session)
        OnceToken.field(exchange)
        ArrivalForm(vocabulary: work.law.library.vocabulary, zone: work.zone).fields(parts, now: exchange.now)
        LateEntry.fields(parts)
        div(.class("buttons")) { button { "Record the request" } }
      }
    }
  }

  private func open(_ exchange: Exchange) async throws -> Reply {
    do {
      let arrival = try ArrivalForm(vocabulary: work.law.library.vocabulary, zone: work.zone)
        .read(exchange.form, now: exchange.now)
      return .seeOther("/requests/\(try await work.open(arrival, exchange))/person")
    } catch let mistakes as Mistakes {
      return arrival(exchange, mistakes: mistakes.list)
    }
  }

  // MARK: The request

  private func show(_ exchange: Exchange) async throws -> Reply {
    let (file, events) = try await work.history(exchange)
    guard let staff = exchange.visitor.staff else { throw Refused(.unauthorised, "Sign in to go on.") }
    let page = RequestPage(
      file: file, person: try await work.person(of: file, exchange), events: events,
      decision: work.decision(on: file), work: work, staff: staff, session: exchange.visitor.session, now: exchange.now)
    return frame.reply(Page(page.title, in: .cases), to: exchange.visitor) { page.html }
      .with("etag", "\"\(file.version)\"")
  }

  // MARK: The person

  private func person(_ exchange: Exchange, mistakes: [Mistake]) async throws -> Reply {
    let file = try await work.file(exchange)
    let known = try await work.person(of: file, exchange)
    let parts = FormParts(typed: exchange.form, mistakes: mistakes)
    return step("Whom do the papers name?", file, parts, exchange) {
      p { "As the papers write it. Nothing more about the person is kept: no status, no history." }
      parts.text("name", "Name on the papers", value: known?.name ?? "")
      parts.text(
        "born", "Date of birth on the papers", hint: "As written. Leave it empty if it does not stand there.",
        value: known?.dateOfBirth ?? "")
      parts.text("booking", "Your booking number", value: known?.identifiers["Booking No."] ?? "")
      parts.text(
        "language", "Language the person reads", hint: "For what is owed to them. Leave it empty if you do not know.",
        value: known?.language ?? "")
    }
  }

  private func recordPerson(_ exchange: Exchange) async throws -> Reply {
    guard let name = exchange.form.text("name") else {
      return try await person(exchange, mistakes: [Mistake(field: "name", sentence: "Write the name on the papers.")])
    }
    let file = try await work.file(exchange)
    let person = Person(
      name: name, dateOfBirth: exchange.form.text("born"),
      identifiers: exchange.form.text("booking").map { ["Booking No.": $0] } ?? [:],
      language: exchange.form.text("language"))
    let changed = try await work.record(person, in: file, exchange)
    return next(after: changed)
  }

  /// The next thing to do: papers not looked over, then what decides the answer, then the answer.
  private func next(after file: CaseFile) -> Reply {
    if let paper = file.papers.first(where: { $0.cancelled == nil && $0.check.names == .unclear }) {
      return .seeOther("/requests/\(file.id)/papers/\(paper.number)")
    }
    if file.proposal?.questions.isEmpty == false { return .seeOther("/requests/\(file.id)/questions") }
    return .seeOther("/requests/\(file.id)")
  }

  // MARK: Papers

  private func paper(_ exchange: Exchange, mistakes: [Mistake]) async throws -> Reply {
    let file = try await work.file(exchange)
    let form = try paperForm(file, exchange)
    let parts = FormParts(typed: exchange.form, mistakes: mistakes)
    return step(form.title, file, parts, exchange) { form.fields(parts) }
  }

  private func paperForm(_ file: CaseFile, _ exchange: Exchange) throws(Refused) -> PaperForm {
    guard let number = Int(exchange.parameter("number")), let paper = file.papers.first(where: { $0.number == number })
    else { throw Refused(.notFound, "The request has no such paper.") }
    return PaperForm(
      paper: paper, vocabulary: work.law.library.vocabulary, zone: work.zone,
      documents: file.documents.filter { $0.direction == .received })
  }

  private func checkPaper(_ exchange: Exchange) async throws -> Reply {
    let file = try await work.file(exchange)
    let form = try paperForm(file, exchange)
    do {
      let check = try form.read(exchange.form)
      let command = CaseCommand.correctPaper(number: form.paper.number, check: check)
      return next(after: try await work.perform(command, on: file, exchange))
    } catch let mistakes as Mistakes {
      return try await paper(exchange, mistakes: mistakes.list)
    }
  }

  // MARK: Questions

  private func question(_ exchange: Exchange, mistakes: [Mistake]) async throws -> Reply {
    let file = try await work.file(exchange)
    let isLater = exchange.query["part"] == "later" || exchange.form["part"] == "later"
    let open = (isLater ? file.proposal?.followUps : file.proposal?.questions) ?? []
    // A question on which somebody said that nobody knows is put last.
    guard let question = open.first(where: { !file.isSaidUnknown($0) }) ?? open.first else {
      return .seeOther("/requests/\(file.id)")
    }
    let parts = FormParts(typed: exchange.form, mistakes: mistakes)
    let form = QuestionForm(question: question, zone: work.zone)
    return step(question.question, file, parts, exchange, isHeadingInForm: true) {
      p(.class("quiet")) {
        isLater
          ? "The answer is settled. This is for what is owed, and for reports."
          : open.count == 1
            ? "The last question that decides the answer." : "Up to \(open.count) questions decide the answer."
      }
      input(.type("hidden"), .name("question"), .value(question.fact.name))
      input(.type("hidden"), .name("part"), .value(isLater ? "later" : ""))
      form.fields(parts)
    }
  }

  private func answer(_ exchange: Exchange) async throws -> Reply {
    let file = try await work.file(exchange)
    let all = (file.proposal?.questions ?? []) + (file.proposal?.followUps ?? [])
    guard let question = all.first(where: { $0.fact.name == exchange.form["question"] }) else {
      // Another answer settled it meanwhile.
      return next(after: file)
    }
    do {
      let form = QuestionForm(question: question, zone: work.zone)
      let settled = work.offences(of: file, exchange).settle(exchange.form, form.codeFields)
      guard settled.open.isEmpty else { return OffenceStep(settled: settled, file: file).reply(frame, exchange) }
      let command = try form.command(settled.form)
      let changed = try await work.perform(command, on: file, exchange)
      guard exchange.form["part"] != "later" else {
        return .seeOther(
          "/requests/\(file.id)" + (changed.proposal?.followUps.isEmpty == false ? "/questions?part=later" : ""))
      }
      if case .answer(_, value: nil, _) = command { return .seeOther("/requests/\(file.id)") }
      return next(after: changed)
    } catch let mistakes as Mistakes {
      return try await self.question(exchange, mistakes: mistakes.list)
    }
  }

  // MARK: One thing per page

  private func step(
    _ title: String, _ file: CaseFile, _ parts: FormParts, _ exchange: Exchange, isHeadingInForm: Bool = false,
    @HTMLBuilder fields: () -> HTML
  ) -> Reply {
    StepPage(title: title, file: file, parts: parts, action: exchange.route.action(exchange)).reply(
      frame, exchange, isHeadingInForm: isHeadingInForm, fields: fields)
  }
}

/// One thing to be recorded in a request, on a page of its own.
struct StepPage: Sendable {
  let title: String
  private let id: CaseID
  private let number: CaseNumber
  private let version: Int
  let parts: FormParts
  let action: String
  /// Where it leads back to: the request, unless whoever asks may not read it.
  private let back: String
  var send = "Save and go on"
  /// Whether it may have happened before it is entered.
  var mayBeLate = false
  /// Whether a file goes with it.
  var takesFile = false

  init(title: String, file: CaseFile, parts: FormParts, action: String) {
    (self.title, self.parts, self.action) = (title, parts, action)
    (id, number, version, back) = (file.id, file.number, file.version, "/requests/\(file.id)")
  }

  init(title: String, kept: KeptCase, mayBeRead: Bool, parts: FormParts, action: String) {
    (self.title, self.parts, self.action) = (title, parts, action)
    (id, number, version) = (kept.id, kept.number, kept.version)
    back = mayBeRead ? "/requests/\(kept.id)" : "/requests"
  }

  func reply(
    _ frame: Frame, _ exchange: Exchange, isHeadingInForm: Bool = false, @HTMLBuilder fields: () -> HTML
  ) -> Reply {
    let page = Page("\(title), request \(number)", in: .cases, hasMistakes: !parts.mistakes.isEmpty)
    return frame.reply(page, to: exchange.visitor, status: parts.mistakes.isEmpty ? .ok : .unprocessable) {
      a(.class("back"), .href(back)) { back == "/requests" ? "All requests" : "Back to request \(number)" }
      parts.errorSummary
      if !isHeadingInForm { h1 { title } }
      form([.post, .action(action)] + Attribute.when(takesFile, Attribute("enctype", "multipart/form-data"))) {
        FormToken.field(exchange.visitor.session)
        OnceToken.field(exchange)
        input(.type("hidden"), .name("version"), .value(exchange.form["version"] ?? "\(version)"))
        fields()
        if mayBeLate { LateEntry.fields(parts) }
        div(.class("buttons")) {
          button { send }
          a(.href(back)) { "Not now" }
        }
      }
    }
  }
}

extension Route {
  /// The path of this exchange, to which its form is sent.
  func action(_ exchange: Exchange) -> String {
    exchange.parameters.reduce(template) { $0.replacing("{\($1.key)}", with: $1.value) }
  }
}

/// What makes a form that is sent twice count once.
enum OnceToken {
  static func field(_ exchange: Exchange) -> HTML {
    input(.type("hidden"), .name("once"), .value(exchange.form["once"] ?? Secret.token()))
  }
}

extension CaseFile {
  /// Whether somebody has recorded that nobody knows.
  fileprivate func isSaidUnknown(_ question: OpenQuestion) -> Bool {
    guard case .fact(let name) = question.fact, let last = facts[name]?.last else { return false }
    return last.entry.value == nil
  }
}
