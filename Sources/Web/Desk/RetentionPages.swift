import Desk
import LawLanguage
import Reasoning

/// How long records are kept: the schedules that counsel has adopted, what may go by them, and what waits for a second
/// person.
struct RetentionPages: Sendable {
  let work: OfficeWork
  let frame: Frame

  var routes: [Route] {
    [
      Route(.get, "/records", .may(.confirmDisposal)) { try await due($0) },
      Route(.get, "/records/schedules", .may(.confirmDisposal)) { try await schedules($0, mistakes: []) },
      Route(.post, "/records/schedules", .may(.adoptLaw)) { try await adopt($0) },
      Route(.post, "/records/schedules/{number}/end", .may(.adoptLaw)) { try await end($0) },
    ]
  }

  private var words: MomentWords { MomentWords(zone: work.zone) }

  // MARK: What may go

  /// The most that a page lists.
  private static let longest = 100

  private func due(_ exchange: Exchange) async throws -> Reply {
    let staff = try work.staff(exchange)
    var mistakes: [Mistake] = []
    if let typed = exchange.query.text("number") {
      if let number = CaseNumber(typed),
        let found = try await work.refusing({ try await work.office.find(number, for: staff) })
      {
        return .seeOther("/requests/\(found)/disposal")
      }
      mistakes.append(Mistake(field: "number", sentence: "There is no request of this number. Write it as 2026-00017."))
    }
    let (due, waiting, schedules) = try await work.refusing {
      (
        try await work.office.dispositionsDue(for: staff, limit: RetentionPages.longest),
        try await work.office.disposalsWaiting(for: staff, limit: RetentionPages.longest),
        try await work.office.schedules(for: staff)
      )
    }
    let parts = FormParts(typed: exchange.query, mistakes: mistakes)
    let page = Page("What may be disposed of", in: .cases, hasMistakes: !mistakes.isEmpty)
    return frame.reply(page, to: exchange.visitor, status: mistakes.isEmpty ? .ok : .unprocessable) {
      a(.class("back"), .href("/requests")) { "All requests" }
      parts.errorSummary
      h1 { "What may be disposed of" }
      if !waiting.isEmpty {
        h2 { "Waiting for a second person" }
        ul(.class("cards")) {
          for item in waiting {
            li {
              p { a(.href("/requests/\(item.id)/disposal")) { "Request \(item.caseNumber)" } }
              p(.class("quiet")) {
                "\(item.step.by.text) proposed it: \(item.step.what.title). \(item.step.ground.kind.title.capitalisedFirst), "
                "\(item.step.ground.reference). It lapses \(words.text(item.step.lapses))."
              }
            }
          }
        }
      }
      h2 { "By a schedule" }
      p {
        "Closed requests whose time has come. Those under a legal hold are not listed, and sealed ones are not: a court's "
        "order speaks of those. "
        a(.href("/records/schedules")) { "The schedules" }
      }
      if schedules.isEmpty { p { "No retention schedule is adopted, so nothing is listed." } }
      if due.isEmpty { p { "There are none." } }
      ul(.class("cards")) {
        for item in due {
          li {
            p { a(.href("/requests/\(item.id)/disposal")) { "Request \(item.number)" } }
            p(.class("quiet")) {
              "\(item.schedule.title) (\(item.schedule.cite)): kept \(item.schedule.span); then "
              "\(item.schedule.then.title)."
            }
          }
        }
      }
      if due.count >= RetentionPages.longest { p { "There are more; the oldest are shown." } }
      h2 { "Another request" }
      form(Attribute("method", "get"), .action("/records")) {
        parts.text(
          "number", "Number of the request", hint: "Such as 2026-00017: for an order, another law, or a mistake.",
          width: "time")
        div(.class("buttons")) { button(.class("second")) { "Find it" } }
      }
    }
  }

  // MARK: The schedules

  private func schedules(_ exchange: Exchange, mistakes: [Mistake]) async throws -> Reply {
    let staff = try work.staff(exchange)
    let adopted = try await work.refusing { try await work.office.schedules(for: staff) }
    let parts = FormParts(typed: exchange.form, mistakes: mistakes)
    let page = Page("How long records are kept", in: .cases, hasMistakes: !mistakes.isEmpty)
    return frame.reply(page, to: exchange.visitor, status: mistakes.isEmpty ? .ok : .unprocessable) {
      a(.class("back"), .href("/records")) { "What may be disposed of" }
      parts.errorSummary
      h1 { "How long records are kept" }
      p {
        "Counsel adopts each schedule in their own name, with the law that says so. What no schedule covers is kept. A legal "
        "hold and a seal come before every schedule."
      }
      if adopted.isEmpty { p { "None is adopted, so everything is kept." } }
      ul(.class("cards")) { for item in adopted { li { card(item, staff, exchange) } } }
      if staff.may(.adoptLaw) { ask(parts, exchange) }
    }
  }

  private func card(_ item: AdoptedSchedule, _ staff: Staff, _ exchange: Exchange) -> HTML {
    let schedule = item.schedule
    return .sequence([
      p { strong { "\(schedule.title) (\(schedule.cite))" } },
      p {
        "\(schedule.kind.title.capitalisedFirst): kept \(schedule.span); then \(schedule.then.title)."
      },
      p(.class("quiet")) {
        "Read: \(schedule.source). Adopted by \(item.by.text), \(words.text(item.at))."
      },
      staff.may(.adoptLaw)
        ? form(.post, .action("/records/schedules/\(item.number)/end"), .class("inline")) {
          FormToken.field(exchange.visitor.session)
          button(.class("second"), .label("End the schedule \(schedule.title)")) { "End it" }
        } : .empty,
    ])
  }

  private func ask(_ parts: FormParts, _ exchange: Exchange) -> HTML {
    .sequence([
      h2 { "Adopt a schedule" },
      form(.post, .action("/records/schedules")) {
        FormToken.field(exchange.visitor.session)
        parts.radios(
          "kind", "Which records?",
          RetentionSchedule.Kind.allCases.map { FormParts.Option($0.rawValue, $0.title.capitalisedFirst) })
        parts.text("title", "What does the schedule call them?")
        parts.text("cite", "Which law or schedule says so?", hint: "Its citation, with the item.")
        parts.text("source", "Where did you read its text, and when?")
        parts.text(
          "years", "How many years are they kept?", width: "two",
          attributes: [Attribute("inputmode", "numeric")])
        parts.radios(
          "from", "From when?",
          RetentionSchedule.Start.allCases.map { FormParts.Option($0.rawValue, "When it was \($0.words)") })
        parts.radios(
          "then", "What then?",
          RetentionSchedule.Disposition.allCases.map { FormParts.Option($0.rawValue, $0.title.capitalisedFirst) })
        div(.class("buttons")) { button { "Adopt it in my name" } }
      },
    ])
  }

  private func adopt(_ exchange: Exchange) async throws -> Reply {
    let (staff, form) = (try work.staff(exchange), exchange.form)
    do {
      guard let kind = form["kind"].flatMap(RetentionSchedule.Kind.init) else {
        throw Mistakes("kind", "Say which records.")
      }
      for (field, sentence) in [
        ("title", "Write what the schedule calls them."), ("cite", "Write which law or schedule says so."),
        ("source", "Write where you read its text, and when."),
      ] where form.text(field) == nil { throw Mistakes(field, sentence) }
      guard let years = form.text("years").flatMap({ Int($0) }), (1...RetentionSchedule.longest).contains(years) else {
        throw Mistakes("years", "Write a number of years from 1 to \(RetentionSchedule.longest).")
      }
      guard let from = form["from"].flatMap(RetentionSchedule.Start.init) else {
        throw Mistakes("from", "Say from when.")
      }
      guard let then = form["then"].flatMap(RetentionSchedule.Disposition.init) else {
        throw Mistakes("then", "Say what goes then.")
      }
      let schedule: RetentionSchedule
      do {
        schedule = try RetentionSchedule(
          kind, title: form.text("title") ?? "", cite: form.text("cite") ?? "", source: form.text("source") ?? "",
          years: years, from: from, then: then)
      } catch { throw Mistakes("title", error.description.capitalisedFirst + ".") }
      try await work.refusing {
        do { try await work.office.adopt(schedule, by: staff) } catch OfficeRefusal.nothingThere(let what) {
          throw Mistakes("kind", "There is no \(what).")
        }
      }
      return .seeOther("/records/schedules")
    } catch let mistakes as Mistakes {
      return try await schedules(exchange, mistakes: mistakes.list)
    }
  }

  private func end(_ exchange: Exchange) async throws -> Reply {
    let staff = try work.staff(exchange)
    let number = Int(exchange.parameter("number")) ?? 0
    try await work.refusing { try await work.office.endSchedule(number, by: staff) }
    return .seeOther("/records/schedules")
  }
}

extension RetentionSchedule {
  /// `5 years from when it was closed`.
  var span: String { "\(years == 1 ? "1 year" : "\(years) years") from when it was \(from.words)" }
}

extension RetentionSchedule.Start {
  fileprivate var words: String {
    switch self {
    case .received: "received"
    case .ended: "ended: the person released, transferred, or the request withdrawn"
    case .closed: "closed"
    }
  }
}

extension RetentionSchedule.Kind {
  fileprivate var title: String {
    switch self {
    case .request: "requests that came in"
    case .event: "what a booking or another event began, without a paper"
    case .unreadable: "what could not be read, and was never entered as a request"
    }
  }
}
