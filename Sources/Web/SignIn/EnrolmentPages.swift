import Desk
import LawLanguage
import Reasoning

/// Setting up an account's keys, with a link that works once.
struct EnrolmentPages: Sendable {
  let accounts: Accounts
  let sessions: Sessions
  let cookie: SessionCookie
  let party: @Sendable () -> RelyingParty
  let frame: Frame
  let access: AccessLog

  var routes: [Route] {
    [
      Route(.get, "/enrol/{secret}", .anybody, beginsSession: true) { begin($0) },
      Route(.post, "/enrol", .anybody, bodyLimit: 4096, beginsSession: true) { try await open($0) },
      Route(.get, "/keys", .keys) { try await keys($0, mistakes: []) },
      Route(.post, "/keys/passkey", .keys, bodyLimit: 32 * 1024) { try await addPasskey($0) },
      Route(.post, "/keys/passphrase", .keys, bodyLimit: 4096) { try await setPassphrase($0) },
      Route(.post, "/keys/remove", .keys, bodyLimit: 4096) { try await remove($0) },
    ]
  }

  /// Reading the page uses nothing up: a mail scanner may follow the link before its owner.
  private func begin(_ exchange: Exchange) -> Reply {
    frame.reply(Page("Set up your account"), to: exchange.visitor) {
      h1 { "Set up your account" }
      p { "The link you followed works once. Go on, and make a passkey on the next page." }
      form(.post, .action("/enrol")) {
        FormToken.field(exchange.visitor.session)
        input(.type("hidden"), .name("secret"), .value(exchange.parameter("secret")))
        div(.class("buttons")) { button { "Go on" } }
      }
    }
  }

  private func open(_ exchange: Exchange) async throws -> Reply {
    guard let account = try await accounts.takeLink(exchange.form["secret"] ?? "", at: exchange.now) else {
      throw Refused(.gone, "This link was used already, or is older than a day. Ask an administrator for a new one.")
    }
    if let session = exchange.visitor.session { sessions.end(session.id) }
    await access.note(.linkUsed, of: try await accounts.opaque(account), exchange)
    let (secret, _) = sessions.begin(account, at: exchange.now, reach: .keys)
    return Reply.seeOther("/keys").with("set-cookie", cookie.setting(secret))
  }

  // MARK: Keys

  private func keys(_ exchange: Exchange, mistakes: [Mistake]) async throws -> Reply {
    guard let (staff, session) = fresh(exchange) else { return signInFirst }
    let account = AccountID(staff.id)
    let passkeys = try await accounts.passkeys(of: account)
    let hasPassphrase = try await accounts.hasPassphrase(account)
    let challenge = Secret.bytes()
    sessions.remember(.newPasskey(account: AccountID(staff.id), challenge: challenge), in: session.id)
    let parts = FormParts(mistakes: mistakes)
    let page = Page("Your keys", hasMistakes: !mistakes.isEmpty, script: .passkeys)
    return frame.reply(page, to: exchange.visitor, status: mistakes.isEmpty ? .ok : .unprocessable) {
      parts.errorSummary
      h1 { "Your keys" }
      p { "A passkey is the safest way in, and the easiest: nothing to remember, nothing that can be given away." }
      form(
        .post, .action("/keys/passkey"), .id("passkey-form"), Attribute("data-ceremony", "create"),
        Attribute("data-challenge", Base64URL.encoded(challenge)), Attribute("data-party", party().id),
        Attribute("data-account", Base64URL.encoded(Array(staff.id.utf8))), Attribute("data-name", staff.id),
        Attribute("data-display", staff.name)
      ) {
        FormToken.field(session)
        for name in ["client-data", "attestation"] { input(.type("hidden"), .name(name), .value("")) }
        p(.class("hint"), .id("passkey-status"), .role("status")) { "Make one on each device you use." }
        div(.class("buttons")) { button(.id("passkey")) { "Make a passkey" } }
      }
      details(mistakes.isEmpty ? [] : [Attribute("open", nil)]) {
        summary { "Or a passphrase with codes, where passkeys do not work" }
        codesForm(parts, staff, session)
      }
      KeyList(passkeys: passkeys, hasPassphrase: hasPassphrase, session: session).html
    }
  }

  /// Whoever changes keys has shown one within ten minutes (ASVS 7.5.3): a desk left open must not give its keys away.
  private func fresh(_ exchange: Exchange) -> (Staff, Session)? {
    guard let staff = exchange.visitor.staff, let session = exchange.visitor.session,
      session.isFresh(at: exchange.now)
    else { return nil }
    return (staff, session)
  }

  private var signInFirst: Reply { .seeOther("/sign-in?to=keys") }

  /// Records that keys change, before they do.
  private func recordChange(_ what: AccessEntry.What, _ kind: String, of account: AccountID, _ exchange: Exchange)
    async throws
  {
    try await access.require(what, of: try await accounts.opaque(account), detail: kind, exchange)
  }

  private func codesForm(_ parts: FormParts, _ staff: Staff, _ session: Session) -> HTML {
    form(.post, .action("/keys/passphrase")) {
      FormToken.field(session)
      div(.class("group")) {
        label(.for("passphrase")) { "New passphrase" }
        p(.class("hint"), .id("passphrase-hint")) {
          "At least 15 characters. Four words that do not belong together do well."
        }
        input(
          .id("passphrase"), .name("passphrase"), .type("password"), .autocomplete("new-password"),
          .describedBy("passphrase-hint"), Attribute("maxlength", "256"))
      }
      div(.class("buttons")) { button(.class("second")) { "Go on to the codes" } }
    }
  }

  private func addPasskey(_ exchange: Exchange) async throws -> Reply {
    guard let (staff, session) = fresh(exchange) else { return signInFirst }
    guard case .newPasskey(let account, let challenge)? = sessions.takeCeremony(of: session.id),
      account.text == staff.id
    else { return try await keys(exchange, mistakes: [failed]) }
    let registration = PasskeyRegistration(
      clientData: exchange.form["client-data"].flatMap(Base64URL.decoded) ?? [],
      attestation: exchange.form["attestation"].flatMap(Base64URL.decoded) ?? [])
    let passkey: Passkey
    do { passkey = try registration.verify(challenge: challenge, party()) } catch {
      return try await keys(exchange, mistakes: [failed])
    }
    try await recordChange(.keyAdded, "passkey", of: account, exchange)
    try await accounts.add(passkey, to: account, at: exchange.now)
    return done(exchange, account, "The passkey is made. Sign in with it from now on.")
  }

  private var failed: Mistake {
    Mistake(field: "passkey", sentence: "The passkey could not be made. Try once more, or with another device.")
  }

  private func setPassphrase(_ exchange: Exchange) async throws -> Reply {
    guard let (staff, session) = fresh(exchange) else { return signInFirst }
    let account = AccountID(staff.id)
    if let code = exchange.form["code"],
      case .newCodes(account, let codes, let first)? = sessions.takeCeremony(of: session.id)
    {
      guard codes.step(of: code, at: exchange.now, after: nil) != nil else {
        return try await keys(
          exchange,
          mistakes: [Mistake(field: "passphrase", sentence: "That was not the code that the app shows. Begin again.")])
      }
      let passphrase = exchange.form["passphrase"] ?? ""
      guard try await accounts.work.run({ first.matches(passphrase) }) else {
        return try await keys(
          exchange,
          mistakes: [Mistake(field: "passphrase", sentence: "The two passphrases are not the same. Begin again.")])
      }
      try await recordChange(.keyAdded, "passphrase", of: account, exchange)
      try await accounts.set(first, codes, for: account)
      return done(exchange, account, "Passphrase and codes are set. Sign in with them from now on.")
    }
    if let mistake = PassphraseDigest.mistake(in: exchange.form["passphrase"] ?? "", of: staff.name) {
      return try await keys(exchange, mistakes: [Mistake(field: "passphrase", sentence: mistake)])
    }
    let codes = TimeCode.new()
    let passphrase = exchange.form["passphrase"] ?? ""
    let digest = try await accounts.work.run { try PassphraseDigest(of: passphrase) }
    sessions.remember(.newCodes(account: account, codes, digest), in: session.id)
    return frame.reply(Page("Codes"), to: exchange.visitor) {
      h1 { "Add the codes to your app" }
      p { "In your authenticator app choose \"enter a setup key\" and type this key. Six digits, every 30 seconds." }
      p { code { codes.words } }
      form(.post, .action("/keys/passphrase")) {
        FormToken.field(session)
        FormParts().text("code", "The code that the app shows now", width: "code")
        div(.class("group")) {
          label(.for("passphrase")) { "The passphrase again" }
          input(.id("passphrase"), .name("passphrase"), .type("password"), .autocomplete("new-password"))
        }
        div(.class("buttons")) { button { "Set passphrase and codes" } }
      }
    }
  }

  // MARK: Removing

  private func remove(_ exchange: Exchange) async throws -> Reply {
    guard let (staff, _) = fresh(exchange) else { return signInFirst }
    let account = AccountID(staff.id)
    let isRemoved: Bool
    if let name = exchange.form.text("passkey").flatMap(Base64URL.decoded) {
      try await recordChange(.keyRemoved, "passkey", of: account, exchange)
      isRemoved = try await accounts.remove(passkey: name, from: account)
    } else {
      try await recordChange(.keyRemoved, "passphrase", of: account, exchange)
      isRemoved = try await accounts.removePassphrase(from: account)
    }
    guard isRemoved else {
      let sentence = "This is the only way into your account. Add another key first."
      return try await keys(exchange, mistakes: [Mistake(field: "remove", sentence: sentence)])
    }
    return done(exchange, account, "The key opens your account no more.")
  }

  /// Whatever else was open with the old keys is closed; and a link opens nothing but the page of keys.
  private func done(_ exchange: Exchange, _ account: AccountID, _ sentence: String) -> Reply {
    let isWhole = exchange.visitor.session?.reach == .desk
    sessions.end(all: account, but: isWhole ? exchange.visitor.session?.id : nil)
    let visitor: Visitor = isWhole ? exchange.visitor : .stranger(nil)
    return frame.reply(Page("Done"), to: visitor) {
      h1 { "Done" }
      p { sentence }
      p { "Wherever else your account was signed in, it is signed out now." }
      p {
        if isWhole {
          a(.href("/"), .class("button")) { "Go to the desk" }
        } else {
          a(.href("/sign-in"), .class("button")) { "Sign in" }
        }
      }
    }
  }
}
