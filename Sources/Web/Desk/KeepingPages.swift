import Desk
import LawLanguage
import Reasoning

/// Keeping a request's record: legal hold, sealing, counsel's notes, counsel's word on citizenship, remarks, opening again.
struct KeepingPages: Sendable {
  let work: OfficeWork
  let frame: Frame

  var routes: [Route] {
    var routes = Keeping.allCases.flatMap { keeping in
      [
        Route(.get, "/requests/{id}/\(keeping.rawValue)", .may(keeping.action)) {
          try await ask(keeping, $0, mistakes: [])
        },
        Route(.post, "/requests/{id}/\(keeping.rawValue)", .may(keeping.action)) { try await record(keeping, $0) },
      ]
    }
    routes += [
      Route(.get, "/requests/{id}/notes", .may(.privilegedNotes)) { try await notes($0, mistakes: []) },
      Route(.post, "/requests/{id}/notes", .may(.privilegedNotes), bodyLimit: 256 * 1024) { try await write($0) },
    ]
    return routes
  }

  /// What is done with a reason and nothing else.
  enum Keeping: String, CaseIterable {
    case hold = "legal-hold"
    case lift = "lift-hold"
    case seal, unseal, reopen
    case called = "counsel-called"
    case settle = "citizenship-finding"
    case remark

    var action: OfficeAction {
      switch self {
      case .hold, .lift, .seal, .unseal: .keepRecords
      case .reopen: .closeCases
      case .called, .remark: .recordFacts
      case .settle: .settleCitizenship
      }
    }

    var title: String {
      switch self {
      case .hold: "Place a legal hold"
      case .lift: "Lift the legal hold"
      case .seal: "Seal the request"
      case .unseal: "Unseal the request"
      case .reopen: "Open the request again"
      case .called: "Counsel was reached"
      case .settle: "What the evidence of citizenship comes to"
      case .remark: "Add a remark"
      }
    }

    var about: String {
      switch self {
      case .hold: "Nothing of it is disposed of, whatever a schedule says, until the hold is lifted."
      case .lift: "From then on its retention schedule decides again."
      case .seal: "From then on only counsel sees it. It stays in the counts of reports."
      case .unseal: "Those who could see it before may again."
      case .reopen: "What is still to be done is then shown again."
      case .called: "The request stays stopped until counsel has spoken. That is no ground to keep the person."
      case .settle: "It is recorded in your name. Until you say that the request may go on, nothing is done on it."
      case .remark: "For those who work on the request. Write nothing about the person that the law does not ask for."
      }
    }

    var question: String {
      switch self {
      case .hold: "Which case or claim, and who asks for it?"
      case .lift: "Why is it lifted?"
      case .seal: "Which order or law?"
      case .unseal: "Why is it unsealed?"
      case .reopen: "What is left to do?"
      case .called: "Who was reached, and how?"
      case .settle: "What did you find, and why?"
      case .remark: "Your remark"
      }
    }

    /// What the button says.
    var send: String { self == .settle ? "Record what you found" : title }

    /// Everything that is missing, at once.
    func command(_ form: Fields) throws(Mistakes) -> CaseCommand {
      var missing: [Mistake] = []
      if self == .settle, form["proceed"] == nil {
        missing.append(Mistake(field: "proceed", sentence: "Say whether the request may go on."))
      }
      let text = form.text("reason")
      if text == nil { missing.append(Mistake(field: "reason", sentence: "Answer this: \(question)")) }
      guard let text, missing.isEmpty else { throw Mistakes(list: missing) }
      switch self {
      case .hold: return .placeLegalHold(reason: text)
      case .lift: return .liftLegalHold(reason: text)
      case .seal: return .seal(reason: text)
      case .unseal: return .unseal(reason: text)
      case .reopen: return .reopen(reason: text)
      case .called: return .callCounsel(who: text)
      case .settle: return .settleCitizenship(mayProceed: form["proceed"] == "yes", reason: text)
      case .remark: return .note(text)
      }
    }

    /// Whether it can be done to a request as it stands.
    func fits(_ file: CaseFile) -> Bool {
      switch self {
      case .hold: file.legalHold == nil
      case .lift: file.legalHold != nil
      case .seal: file.sealed == nil
      case .unseal: file.sealed != nil
      case .reopen: file.closed != nil && file.sealed == nil
      case .called: (file.citizenship?.stops ?? false) && file.citizenship?.counselCalled == nil
      case .settle: file.citizenship?.stops ?? false
      case .remark: file.closed == nil && file.sealed == nil
      }
    }
  }

  /// The links on a request's page.
  static func links(_ file: CaseFile, _ staff: Staff) -> HTML {
    let open = Keeping.allCases.filter { staff.may($0.action) && $0.fits(file) }
    let mayGo = file.closed != nil && staff.may(.confirmDisposal)
    guard !open.isEmpty || mayGo || staff.may(.privilegedNotes) else { return .empty }
    return section {
      h2(.id("keeping")) { "Keeping the record" }
      if let hold = file.legalHold { p { strong { "Under a legal hold: \(hold)." } } }
      ul {
        for keeping in open { li { a(.href("/requests/\(file.id)/\(keeping.rawValue)")) { keeping.title } } }
        if staff.may(.privilegedNotes) { li { a(.href("/requests/\(file.id)/notes")) { "Counsel's notes" } } }
        if mayGo { li { a(.href("/requests/\(file.id)/disposal")) { "Let the record go" } } }
      }
    }
  }

  private func ask(_ keeping: Keeping, _ exchange: Exchange, mistakes: [Mistake]) async throws -> Reply {
    let parts = FormParts(typed: exchange.form, mistakes: mistakes)
    let action = exchange.route.action(exchange)
    var page: StepPage
    let evidence: String?
    if keeping.action == .keepRecords {
      // Whoever keeps the records seals and unseals what they cannot read.
      let (id, staff) = (try work.id(exchange), try work.staff(exchange))
      let kept = try await work.refusing { try await work.office.keptCase(id, for: staff) }
      let mayBeRead = !kept.isSealed || staff.may(.readSealed)
      page = StepPage(title: keeping.title, kept: kept, mayBeRead: mayBeRead, parts: parts, action: action)
      evidence = nil
    } else {
      let file = try await work.file(exchange)
      page = StepPage(title: keeping.title, file: file, parts: parts, action: action)
      evidence = file.citizenship?.evidence
    }
    page.send = keeping.send
    page.mayBeLate = keeping == .called
    return page.reply(frame, exchange) {
      p { keeping.about }
      if keeping == .settle {
        if let evidence { p { "The evidence: \(evidence)" } }
        parts.radios(
          "proceed", "May the request be dealt with as any other?",
          [FormParts.Option("no", "No: it goes no further"), FormParts.Option("yes", "Yes, it may go on")])
      }
      parts.lines("reason", keeping.question)
    }
  }

  private func record(_ keeping: Keeping, _ exchange: Exchange) async throws -> Reply {
    do {
      let (id, staff) = (try work.id(exchange), try work.staff(exchange))
      let command = try keeping.command(exchange.form)
      let hand = try work.hand(exchange)
      guard let version = exchange.form.text("version").flatMap({ Int($0) }) else {
        throw Refused(
          .badRequest, "The form says not what it changes. Nothing was recorded. Go back and send it again.")
      }
      _ = try await work.refusing(at: "reason") {
        try await work.office.perform(command, on: id, version: version, by: hand)
      }
      // Whoever has sealed a request may not see it any more.
      return .seeOther(keeping == .seal && !staff.may(.readSealed) ? "/requests" : "/requests/\(id)")
    } catch let mistakes as Mistakes {
      return try await ask(keeping, exchange, mistakes: mistakes.list)
    }
  }

  // MARK: Counsel's notes

  private func notes(_ exchange: Exchange, mistakes: [Mistake]) async throws -> Reply {
    let (file, staff) = (try await work.file(exchange), try work.staff(exchange))
    let notes = try await work.refusing { try await work.office.notes(of: file.id, for: staff) }
    let words = MomentWords(zone: work.zone)
    let parts = FormParts(typed: exchange.form, mistakes: mistakes)
    var page = StepPage(title: "Counsel's notes", file: file, parts: parts, action: exchange.route.action(exchange))
    page.send = "Keep the note"
    return page.reply(frame, exchange) {
      p { "Privileged. They lie under a key of their own, for counsel alone, and are in no export." }
      for note in notes {
        div(.class("note")) {
          p { strong { "\(note.number). \(note.subject)" } }
          p(.class("quiet")) { "\(note.author.text), \(words.text(note.written))" }
          p { note.text }
        }
      }
      parts.text("subject", "Subject", hint: "For a privilege log, which lists date, author and subject.")
      parts.lines("text", "Note")
    }
  }

  private func write(_ exchange: Exchange) async throws -> Reply {
    do {
      let (id, staff) = (try work.id(exchange), try work.staff(exchange))
      guard let subject = exchange.form.text("subject") else { throw Mistakes("subject", "Write the subject.") }
      guard let text = exchange.form.text("text") else { throw Mistakes("text", "Write the note.") }
      try await work.refusing(at: "text") {
        try await work.office.writeNote(text, about: subject, in: id, by: staff)
      }
      return .seeOther("/requests/\(id)/notes")
    } catch let mistakes as Mistakes {
      return try await notes(exchange, mistakes: mistakes.list)
    }
  }
}
