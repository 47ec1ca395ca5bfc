import Desk
import LawLanguage
import Reasoning

/// Letting a request's record go: one person proposes with the ground, another confirms. Whoever keeps records need not be
/// able to read the request.
struct DisposalPages: Sendable {
  let work: OfficeWork
  let frame: Frame

  var routes: [Route] {
    [
      Route(.get, "/requests/{id}/disposal", .may(.confirmDisposal)) { try await show($0, mistakes: []) },
      Route(.post, "/requests/{id}/disposal/propose", .may(.keepRecords)) { try await propose($0) },
      Route(.post, "/requests/{id}/disposal/confirm", .may(.confirmDisposal)) { try await confirm($0) },
      Route(.post, "/requests/{id}/disposal/withdraw", .may(.confirmDisposal)) { try await withdraw($0) },
    ]
  }

  private var words: MomentWords { MomentWords(zone: work.zone) }

  // MARK: The page

  private func show(_ exchange: Exchange, mistakes: [Mistake]) async throws -> Reply {
    let (id, staff) = (try work.id(exchange), try work.staff(exchange))
    let standing = try await work.refusing { try await work.office.disposal(of: id, for: staff) }
    let parts = FormParts(typed: exchange.form, mistakes: mistakes)
    let page = Page("Let the record go, request \(standing.number)", in: .cases, hasMistakes: !mistakes.isEmpty)
    return frame.reply(page, to: exchange.visitor, status: mistakes.isEmpty ? .ok : .unprocessable) {
      a(.class("back"), .href("/records")) { "What may be disposed of" }
      parts.errorSummary
      h1 { "Let the record go" }
      p { "Request \(standing.number). Nothing goes before a second person has confirmed it. It cannot be undone." }
      if standing.isSealed {
        p { "It is sealed. No schedule lets a sealed record go; a court's order or another law may." }
      }
      if let waiting = standing.waiting {
        waits(waiting, standing, staff, exchange)
      } else if let obstacle = standing.obstacle {
        div(.class("note warn")) { p { strong { "Nothing of it can go now: \(obstacle)." } } }
      } else if staff.may(.keepRecords) {
        ask(standing, parts, exchange)
      } else {
        p { "Nobody has proposed it. Whoever keeps the records proposes it." }
      }
      past(standing)
    }
  }

  private func ask(_ standing: DisposalStanding, _ parts: FormParts, _ exchange: Exchange) -> HTML {
    .sequence([
      standing.due.isEmpty
        ? p { "By no schedule has its time come." }
        : ul {
          for schedule in standing.due {
            li {
              "\(schedule.cite): \(schedule.title), kept \(schedule.span). \(schedule.then.title.capitalisedFirst)."
            }
          }
        },
      form(.post, .action(path(exchange, "propose"))) {
        FormToken.field(exchange.visitor.session)
        parts.radios(
          "what", "What is to go?",
          RetentionSchedule.Disposition.allCases.map {
            FormParts.Option($0.rawValue, $0.title.capitalisedFirst, hint: $0.about)
          }, value: standing.due.first?.then.rawValue)
        parts.radios(
          "ground", "Why?",
          DisposalGround.Kind.allCases.map { FormParts.Option($0.rawValue, $0.title.capitalisedFirst) },
          value: standing.due.isEmpty ? nil : DisposalGround.Kind.schedule.rawValue)
        parts.text(
          "reference", "Where is that written?",
          hint: "The schedule's or the law's citation, or the number of the order. It stays for good: write no name.",
          value: standing.due.first?.cite ?? "")
        div(.class("buttons")) { button { "Propose it" } }
      },
    ])
  }

  private func waits(
    _ waiting: WaitingDisposal, _ standing: DisposalStanding, _ staff: Staff, _ exchange: Exchange
  ) -> HTML {
    let step = waiting.step
    let isOwn = step.by.staff == staff.id
    return .sequence([
      div(.class("note")) {
        p { strong { "\(step.by.text) proposed it, \(words.text(step.at)): \(step.what.title)." } }
        p { "\(step.ground.kind.title.capitalisedFirst): \(step.ground.reference). \(step.what.about)" }
        p(.class("quiet")) { "It lapses \(words.text(step.lapses))." }
      },
      standing.obstacle.map { obstacle in p { strong { "It cannot be confirmed now: \(obstacle)." } } } ?? .empty,
      isOwn
        ? p { "Somebody else confirms it, not you." }
        : standing.obstacle == nil
          ? form(.post, .action(path(exchange, "confirm"))) {
            FormToken.field(exchange.visitor.session)
            input(.type("hidden"), .name("number"), .value("\(waiting.number)"))
            div(.class("buttons")) { button { "Confirm: \(step.what.button)" } }
          } : .empty,
      form(.post, .action(path(exchange, "withdraw"))) {
        FormToken.field(exchange.visitor.session)
        input(.type("hidden"), .name("number"), .value("\(waiting.number)"))
        div(.class("buttons")) { button(.class("second")) { isOwn ? "Withdraw the proposal" : "Decline it" } }
      },
    ])
  }

  private func past(_ standing: DisposalStanding) -> HTML {
    guard !standing.steps.isEmpty else { return .empty }
    return .sequence([
      h2 { "What was done before" },
      ul {
        for step in standing.steps {
          li {
            "\(step.kind.rawValue.capitalisedFirst): \(step.what.title); \(step.ground.kind.title), "
            "\(step.ground.reference). \(step.by.text), \(words.text(step.at))."
          }
        }
      },
    ])
  }

  private func path(_ exchange: Exchange, _ step: String) -> String {
    "/requests/\(exchange.parameter("id"))/disposal/\(step)"
  }

  // MARK: What can be done

  private func propose(_ exchange: Exchange) async throws -> Reply {
    let (id, staff) = (try work.id(exchange), try work.staff(exchange))
    do {
      guard let what = exchange.form["what"].flatMap(RetentionSchedule.Disposition.init) else {
        throw Mistakes("what", "Say what is to go.")
      }
      guard let kind = exchange.form["ground"].flatMap(DisposalGround.Kind.init) else {
        throw Mistakes("ground", "Say why.")
      }
      let ground: DisposalGround
      do { ground = try DisposalGround(kind, reference: exchange.form.text("reference") ?? "") } catch {
        throw Mistakes("reference", error.description.capitalisedFirst + ".")
      }
      try await work.refusing(at: "what") {
        do {
          _ = try await work.office.proposeDisposal(what, of: id, because: ground, by: staff)
        } catch OfficeRefusal
          .nothingThere(let missing)
        {
          // Beside the field: what was typed is kept.
          throw Mistakes("reference", "There is no \(missing).")
        }
      }
      return .seeOther("/requests/\(id)/disposal")
    } catch let mistakes as Mistakes {
      return try await show(exchange, mistakes: mistakes.list)
    }
  }

  private func number(_ exchange: Exchange) -> Int { exchange.form.text("number").flatMap { Int($0) } ?? 0 }

  private func withdraw(_ exchange: Exchange) async throws -> Reply {
    let (id, staff, number) = (try work.id(exchange), try work.staff(exchange), number(exchange))
    try await work.refusing { try await work.office.withdrawDisposal(number, of: id, by: staff) }
    return .seeOther("/requests/\(id)/disposal")
  }

  /// The answer is a page of its own: an erased request has none to lead to.
  private func confirm(_ exchange: Exchange) async throws -> Reply {
    let (id, staff, number) = (try work.id(exchange), try work.staff(exchange), number(exchange))
    let standing = try await work.refusing { try await work.office.disposal(of: id, for: staff) }
    let gone = try await work.refusing {
      do {
        return try await work.office.confirmDisposal(number, of: id, by: staff)
      } catch OfficeRefusal
        .refused(let refusal)
      {
        throw Refused(.conflict, "Nothing was let go: \(refusal.description).")
      }
    }
    return frame.reply(Page("The record is gone, request \(standing.number)", in: .cases), to: exchange.visitor) {
      h1 { "The record is gone" }
      p {
        "Of request \(standing.number) \(gone.documents == 1 ? "1 document" : "\(gone.documents) documents") went, with "
        "what was proposed."
      }
      if !gone.left.isEmpty {
        p { strong { "The person is still named in:" } }
        ul { for remnant in gone.left { li { remnant.words } } }
        p { "Erase the request if it should not stay, or keep it knowingly." }
      }
      if !gone.isScrubbed {
        p {
          "Somebody is still reading. The files are freed of it as soon as nobody does; nothing is left for you to do."
        }
      }
      p { "Backups, and copies that others were given, are not reached by this." }
      p { a(.href("/records")) { "What may be disposed of" } }
    }
  }
}

extension Disposal.Remnant {
  fileprivate var words: String {
    switch self {
    case .event(let number): "what was recorded as number \(number)"
    case .note(let number): "counsel's note \(number)"
    }
  }
}

extension RetentionSchedule.Disposition {
  var title: String {
    switch self {
    case .forgetPerson: "the person is forgotten"
    case .erase: "the request is erased"
    }
  }

  fileprivate var button: String {
    switch self {
    case .forgetPerson: "forget the person"
    case .erase: "erase the request"
    }
  }

  fileprivate var about: String {
    switch self {
    case .forgetPerson: "The record of the person and every document go; figures and reasons stay."
    case .erase: "Everything goes but the number and the log's entries, which nobody can read any more."
    }
  }
}
