import Desk
import LawLanguage
import Reasoning

/// Who may enter the desk: for administrators, who see no case.
struct AccountPages: Sendable {
  let accounts: Accounts
  let sessions: Sessions
  let frame: Frame
  /// The agency whose people they are, as the desk names it.
  let agency: String
  /// The desk's own address, for links.
  let origin: @Sendable () -> String
  let access: AccessLog

  var routes: [Route] {
    [
      Route(.get, "/accounts", .may(.administer)) { try await list($0, mistakes: []) },
      Route(.post, "/accounts", .may(.administer)) { try await add($0) },
      Route(.post, "/accounts/{id}/link", .may(.administer), bodyLimit: 4096) { try await link($0) },
      Route(.post, "/accounts/{id}/elevate", .may(.administer), bodyLimit: 4096) { try await elevate($0) },
      Route(.post, "/accounts/{id}/close", .may(.administer), bodyLimit: 4096) { try await close($0, true) },
      Route(.post, "/accounts/{id}/open", .may(.administer), bodyLimit: 4096) { try await close($0, false) },
    ]
  }

  private func list(_ exchange: Exchange, mistakes: [Mistake]) async throws -> Reply {
    let all = try await accounts.all(at: exchange.now)
    let parts = FormParts(typed: exchange.form, mistakes: mistakes)
    let page = Page("Accounts", in: .accounts, hasMistakes: !mistakes.isEmpty)
    return frame.reply(page, to: exchange.visitor, status: mistakes.isEmpty ? .ok : .unprocessable) {
      parts.errorSummary
      h1 { "Accounts" }
      p { a(.href("/programs")) { "Programs and their tokens" } }
      ul(.class("cards")) { for account in all { li { card(account, exchange) } } }
      h2 { "Add somebody" }
      form(.post, .action("/accounts")) {
        FormToken.field(exchange.visitor.session)
        parts.text("account", "Account", hint: "A short name in small letters, such as pat.example. It never changes.")
        parts.text("name", "Name", hint: "As decisions bear it.")
        parts.text("title", "Rank or office")
        parts.boxes(
          "role", "What are they at the desk for?",
          StaffRole.allCases.filter { $0 != .apiClient }.map {
            FormParts.Option($0.rawValue, $0.title.capitalisedFirst)
          })
        parts.boxes(
          "emergency", "In an emergency",
          [FormParts.Option("yes", "The agency has named them to decide where no officer can be reached")])
        div(.class("buttons")) { button { "Add the account" } }
      }
    }
  }

  private func card(_ account: Account, _ exchange: Exchange) -> HTML {
    let keys =
      account.passkeys == 0 && !account.hasPassphrase
      ? "no key yet" : "\(account.passkeys) passkeys" + (account.hasPassphrase ? ", passphrase with codes" : "")
    let isOwn = account.staff.id == exchange.visitor.staff?.id
    return .sequence([
      p {
        strong { "\(account.staff.title) \(account.staff.name)" }
        " (\(account.staff.id)), \(account.staff.roleWords)"
      },
      p(.class("quiet")) {
        keys + (account.isClosed ? ", closed" : "") + (account.isIdle ? ", closed: nobody used it for 90 days" : "")
          + (account.isLocked ? ", passphrase locked after wrong tries" : "") + ". In records: \(account.opaque)."
        if let elevation = account.elevation {
          " For a time also \(elevation.staff.roles.subtracting(account.staff.roles).map(\.title).sorted().joined(separator: ", "))."
        }
      },
      div(.class("buttons")) {
        act("link", "Make a new link", account, exchange)
        if account.isClosed || account.isLocked || account.isIdle {
          act("open", "Open it again", account, exchange)
        } else if !isOwn {
          act("close", "Close it", account, exchange)
        }
      },
      isOwn || account.isClosed || account.isIdle ? .empty : elevationForm(account, exchange),
    ])
  }

  private func elevationForm(_ account: Account, _ exchange: Exchange) -> HTML {
    let more = StaffRole.allCases.filter { role in
      role != .apiClient && !account.staff.roles.contains(role)
        && account.staff.roles.allSatisfy { $0.goes(with: role) }
    }
    guard !more.isEmpty else { return .empty }
    return details {
      summary { "Give a role for a time" }
      form(.post, .action("/accounts/\(account.staff.id)/elevate")) {
        FormToken.field(exchange.visitor.session)
        p(.class("hint")) { "It ends by itself after 72 hours, or when you say." }
        label(.for("role-\(account.opaque)")) { "Role" }
        select(.id("role-\(account.opaque)"), .name("role")) {
          for role in more { option(.value(role.rawValue)) { role.title.capitalisedFirst } }
        }
        label(.for("hours-\(account.opaque)")) { "Hours, at most 72" }
        input(
          .id("hours-\(account.opaque)"), .name("hours"), .type("text"), .value("72"), .class("two"),
          Attribute("inputmode", "numeric"))
        div(.class("buttons")) { button(.class("second")) { "Give the role" } }
      }
    }
  }

  private func elevate(_ exchange: Exchange) async throws -> Reply {
    let account = try await known(exchange)
    guard account.text != exchange.visitor.staff?.id else {
      throw Refused(.conflict, "Another administrator gives you roles, not you.")
    }
    guard let role = exchange.form["role"].flatMap(StaffRole.init), role != .apiClient,
      let hours = exchange.form.text("hours").flatMap({ Int64($0) }), (1...72).contains(hours)
    else { throw Refused(.unprocessable, "Choose a role, and write a number of hours from 1 to 72.") }
    try await recordChange(.elevated, of: account, detail: "\(role.rawValue) for \(hours) hours", exchange)
    do {
      try await accounts.elevate(
        account, to: [role], until: Instant(seconds: exchange.now.seconds + hours * 3600), at: exchange.now)
    } catch let clash as Staff.RolesClash { throw Refused(.unprocessable, "\(clash)".capitalisedFirst + ".") }
    return .seeOther("/accounts")
  }

  /// Records what an administrator is about to do.
  private func recordChange(
    _ what: AccessEntry.What, of account: AccountID, detail: String? = nil, _ exchange: Exchange
  ) async throws {
    try await access.require(
      what, of: try await accounts.opaque(account), by: try await administrator(exchange), detail: detail, exchange)
  }

  private func administrator(_ exchange: Exchange) async throws -> String? {
    guard let staff = exchange.visitor.staff else { return nil }
    return try await accounts.opaque(AccountID(staff.id))
  }

  private func act(_ what: String, _ title: String, _ account: Account, _ exchange: Exchange) -> HTML {
    form(.post, .action("/accounts/\(account.staff.id)/\(what)"), .class("inline")) {
      FormToken.field(exchange.visitor.session)
      button(.class("second"), .label("\(title): \(account.staff.name)")) { title }
    }
  }

  private func add(_ exchange: Exchange) async throws -> Reply {
    let form = exchange.form
    var mistakes: [Mistake] = []
    let id = form.text("account")?.lowercased() ?? ""
    if id.isEmpty || id.utf8.count > 60 || !id.utf8.allSatisfy(AccountPages.isNameByte) {
      mistakes.append(Mistake(field: "account", sentence: "Write small letters, digits, dots and dashes only."))
    } else if try await accounts.all(at: exchange.now).contains(where: { $0.staff.id == id }) {
      mistakes.append(Mistake(field: "account", sentence: "There is such an account already; take another name."))
    }
    if form.text("name") == nil { mistakes.append(Mistake(field: "name", sentence: "Write the name.")) }
    guard mistakes.isEmpty else { return try await list(exchange, mistakes: mistakes) }
    do {
      let staff = try Staff(
        id: id, name: form.text("name") ?? "", title: form.text("title") ?? "", agency: agency,
        roles: Set(form.all("role").compactMap(StaffRole.init)), mayBreakGlass: form["emergency"] == "yes")
      try await accounts.save(staff)
      try await recordChange(.accountAdded, of: AccountID(id), exchange)
    } catch let clash as Staff.RolesClash {
      return try await list(exchange, mistakes: [Mistake(field: "role", sentence: "\(clash)".capitalisedFirst + ".")])
    }
    return try await showLink(for: AccountID(id), exchange)
  }

  private static func isNameByte(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "."),
      UInt8(ascii: "-"):
      true
    default: false
    }
  }

  private func known(_ exchange: Exchange) async throws -> AccountID {
    let id = exchange.parameter("id")
    guard try await accounts.all(at: exchange.now).contains(where: { $0.staff.id == id }) else {
      throw Refused(.notFound, "There is no such account.")
    }
    return AccountID(id)
  }

  private func link(_ exchange: Exchange) async throws -> Reply { try await showLink(for: known(exchange), exchange) }

  private func showLink(for account: AccountID, _ exchange: Exchange) async throws -> Reply {
    try await recordChange(.linkMade, of: account, exchange)
    let secret = try await accounts.makeLink(for: account, at: exchange.now)
    return frame.reply(Page("A link for \(account.text)", in: .accounts), to: exchange.visitor) {
      h1 { "A link for \(account.text)" }
      p { "Hand it over yourself. It works once, within a day, and is shown only now." }
      pre(Attribute("tabindex", "0")) { code { "\(origin())/enrol/\(secret)" } }
      p { a(.href("/accounts")) { "Back to the accounts" } }
    }
  }

  private func close(_ exchange: Exchange, _ isClosed: Bool) async throws -> Reply {
    let account = try await known(exchange)
    guard !isClosed || account.text != exchange.visitor.staff?.id else {
      throw Refused(.conflict, "Another administrator closes your account, not you.")
    }
    if isClosed {
      // Closing comes first: what cannot be recorded must not keep a door open.
      try await accounts.close(account, true, at: exchange.now)
      sessions.end(all: account)
      await access.note(
        .accountClosed, of: try await accounts.opaque(account), by: try await administrator(exchange), exchange)
    } else {
      try await recordChange(.accountOpened, of: account, exchange)
      try await accounts.close(account, false, at: exchange.now)
    }
    return .seeOther("/accounts")
  }
}
