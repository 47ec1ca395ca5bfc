import Desk
import LawLanguage
import Reasoning

/// The tokens of programs: for administrators, who see no case.
struct TokenPages: Sendable {
  let office: Office
  let frame: Frame
  /// The agency whose programs they are.
  let agency: String
  let zone: Zone
  let origin: @Sendable () -> String
  let access: AccessLog
  /// The name under which records know whoever does it.
  let opaque: @Sendable (Staff) async -> String?

  var routes: [Route] {
    [
      Route(.get, "/programs", .may(.administer)) { try await list($0, mistakes: []) },
      Route(.post, "/programs", .may(.administer), bodyLimit: 8192) { try await make($0) },
      Route(.post, "/programs/{token}/revoke", .may(.administer), bodyLimit: 4096) { try await revoke($0) },
    ]
  }

  /// Whoever makes a token has shown a key within ten minutes (ASVS 7.5.3): a desk left open must not give one away. In the
  /// demonstration nobody has keys.
  private func isFresh(_ exchange: Exchange) -> Bool {
    frame.isDemonstration || (exchange.visitor.session?.isFresh(at: exchange.now) ?? false)
  }

  private static let signIn = "/sign-in?to=programs"

  private func administrator(_ exchange: Exchange) throws(Refused) -> Staff {
    guard let staff = exchange.visitor.staff else { throw Refused(.unauthorised, "Sign in to go on.") }
    return staff
  }

  private func list(_ exchange: Exchange, mistakes: [Mistake]) async throws -> Reply {
    let tokens = try await office.tokens(for: administrator(exchange))
    let parts = FormParts(typed: exchange.form, mistakes: mistakes)
    let page = Page("Programs", in: .accounts, hasMistakes: !mistakes.isEmpty)
    let later = Instant(seconds: exchange.now.seconds + 90 * 24 * 3600)
    return frame.reply(page, to: exchange.visitor, status: mistakes.isEmpty ? .ok : .unprocessable) {
      parts.errorSummary
      h1 { "Programs" }
      p {
        "Programs of the office, such as a jail management system, hand in requests and learn what is due, by tokens. "
        "A token opens what you tick, sees nobody's name, and ends by itself. What programs can call stands in "
        a(.href("/openapi.json")) { "the description of the calls" }
        "."
      }
      if tokens.isEmpty { p { "There is none yet." } }
      ul(.class("cards")) { for token in tokens { li { card(token, exchange) } } }
      h2 { "Make a token" }
      if !isFresh(exchange) {
        p {
          a(.href(TokenPages.signIn)) { "Show your key once more" }
          " to make one: it is asked for ten minutes after you signed in."
        }
      }
      if isFresh(exchange) {
        form(.post, .action("/programs")) {
          FormToken.field(exchange.visitor.session)
          parts.text(
            "name", "Which program is it for?", hint: "Such as jail management system. It signs what it records.")
          parts.boxes(
            "scope", "What may it do?",
            ProgramScope.allCases.map { FormParts.Option($0.rawValue, $0.title.capitalisedFirst) })
          parts.date(
            "expires", "The last day on which it opens anything", hint: "Within a year.",
            value: DateParts(dayOf: later, in: zone))
          div(.class("buttons")) { button { "Make the token" } }
        }
      }
    }
  }

  private func card(_ token: ProgramToken, _ exchange: Exchange) -> HTML {
    let words = MomentWords(zone: zone)
    let isLive = token.isLive(at: exchange.now)
    return .sequence([
      p {
        strong { token.name }
        " (\(token.id)): \(token.scopes.map(\.title).sorted().joined(separator: "; "))"
      },
      p(.class("quiet")) {
        (token.revoked.map { "Revoked \(words.text($0))" }
          ?? (isLive ? "Ends \(words.text(token.expires))" : "Ended \(words.text(token.expires))"))
          + (token.used.map { ". Last used \(words.text($0)), to the hour." } ?? ". Never used.")
      },
      isLive
        ? form(.post, .action("/programs/\(token.id)/revoke"), .class("inline")) {
          FormToken.field(exchange.visitor.session)
          button(.class("second"), .label("Revoke the token of \(token.name), \(token.id)")) { "Revoke it" }
        } : .empty,
    ])
  }

  private func make(_ exchange: Exchange) async throws -> Reply {
    guard isFresh(exchange) else { return .seeOther(TokenPages.signIn) }
    let form = exchange.form
    var mistakes: [Mistake] = []
    let scopes = Set(form.all("scope").compactMap(ProgramScope.init))
    let name = form.text("name") ?? ""
    if name.isEmpty || name.count > 100 {
      mistakes.append(Mistake(field: "name", sentence: "Write which program it is for, in at most 100 characters."))
    }
    if scopes.isEmpty { mistakes.append(Mistake(field: "scope", sentence: "Tick what it may do.")) }
    var expires = exchange.now
    do {
      let day = try DateParts(form, "expires").readDay()
      expires = Instant(seconds: zone.instant(of: day.adding(days: 1), minutes: 0).seconds - 1)
      if expires <= exchange.now || expires.seconds - exchange.now.seconds > ProgramToken.longestLife {
        mistakes.append(Mistake(field: "expires", sentence: "Write a day from today on, within a year."))
      }
    } catch { mistakes.append(Mistake(field: "expires", sentence: "Write a day from today on, within a year.")) }
    guard mistakes.isEmpty else { return try await list(exchange, mistakes: mistakes) }
    let staff = try administrator(exchange)
    try await access.require(
      .tokenMade, of: nil, by: await opaque(staff), detail: scopes.map(\.rawValue).sorted().joined(separator: " "),
      exchange)
    let new = try await office.makeToken(named: name, for: agency, scopes: scopes, expires: expires, by: staff)
    return frame.reply(Page("A token for \(name)", in: .accounts), to: exchange.visitor) {
      h1 { "A token for \(name)" }
      p { "It is shown now and never again. Put it where the program keeps its secrets, and nowhere else." }
      pre(Attribute("tabindex", "0")) { code { new.bearer } }
      if scopes.contains(.dueRead) {
        h2 { "A calendar of what is due" }
        p { "Whoever has this address sees what is due, without names. Calendars read it; it ends with the token." }
        pre(Attribute("tabindex", "0")) { code { "\(origin())/calendar/\(new.token.id)/\(new.calendar)/due.ics" } }
      }
      p { a(.href("/programs")) { "Back to the programs" } }
    }
  }

  private func revoke(_ exchange: Exchange) async throws -> Reply {
    let staff = try administrator(exchange)
    let id = exchange.parameter("token")
    // A door may always be closed, recorded or not.
    try await office.revokeToken(id, by: staff)
    await access.note(.tokenRevoked, of: nil, by: await opaque(staff), detail: id, exchange)
    return .seeOther("/programs")
  }
}
