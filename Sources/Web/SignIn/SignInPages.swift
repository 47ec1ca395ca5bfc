import Desk
import LawLanguage

/// Signing in and out: a passkey, or a passphrase with a code.
struct SignInPages: Sendable {
  let accounts: Accounts
  let sessions: Sessions
  let cookie: SessionCookie
  let party: @Sendable () -> RelyingParty
  let frame: Frame
  let banner: String
  let access: AccessLog
  /// Passphrases cost the machine much to try. Counted by account: nobody's tries keep others out.
  private let tries = RateLimit(30, within: 15 * 60)

  init(
    accounts: Accounts, sessions: Sessions, cookie: SessionCookie, party: @escaping @Sendable () -> RelyingParty,
    frame: Frame, banner: String, access: AccessLog
  ) {
    self.accounts = accounts
    self.sessions = sessions
    self.cookie = cookie
    self.party = party
    self.frame = frame
    self.banner = banner
    self.access = access
  }

  var routes: [Route] {
    [
      Route(.get, "/sign-in", .anybody, beginsSession: true) { exchange in page(exchange, mistakes: []) },
      Route(.post, "/sign-in/passkey", .anybody, bodyLimit: 16 * 1024) { try await passkey($0) },
      Route(.post, "/sign-in/passphrase", .anybody, bodyLimit: 4096) { try await passphrase($0) },
      Route(.post, "/sign-out", .keys, bodyLimit: 4096) { await signOut($0) },
    ]
  }

  static let standardBanner = """
    This is a restricted information system. What is done here is monitored, recorded and audited. Use without \
    permission is forbidden and may be punished under civil and criminal law. Whoever uses it consents to monitoring \
    and recording.
    """

  private func page(_ exchange: Exchange, mistakes: [Mistake]) -> Reply {
    let challenge = Secret.bytes()
    if let session = exchange.visitor.session {
      sessions.remember(.signIn(challenge: challenge), in: session.id)
    }
    let parts = FormParts(mistakes: mistakes)
    let page = Page("Sign in", hasMistakes: !mistakes.isEmpty, script: .passkeys)
    let status: Status = mistakes.isEmpty ? .ok : .unprocessable
    return frame.reply(page, to: exchange.visitor, status: status) {
      parts.errorSummary
      h1 { "Sign in" }
      if let errand = errand(exchange) { p { errand.sentence } }
      div(.class("note warn")) {
        p { banner }
        p { "By signing in you say that you have read this and agree." }
      }
      form(
        .post, .action("/sign-in/passkey"), .id("passkey-form"), Attribute("data-ceremony", "get"),
        Attribute("data-challenge", Base64URL.encoded(challenge)), Attribute("data-party", party().id)
      ) {
        FormToken.field(exchange.visitor.session)
        destination(exchange)
        for name in ["credential", "client-data", "authenticator-data", "signature"] {
          input(.type("hidden"), .name(name), .value(""))
        }
        h2 { "With a passkey" }
        p(.class("hint"), .id("passkey-status"), .role("status")) {
          "Your browser asks for your fingerprint, your face, a code or a key."
        }
        div(.class("buttons")) { button(.id("passkey")) { "Agree and sign in with a passkey" } }
      }
      details(mistakes.isEmpty ? [] : [Attribute("open", nil)]) {
        summary { "With a passphrase and a code instead" }
        form(.post, .action("/sign-in/passphrase")) {
          FormToken.field(exchange.visitor.session)
          destination(exchange)
          parts.text("account", "Account", autocomplete: "username")
          secret(parts, "passphrase", "Passphrase", "current-password")
          parts.text(
            "code", "Code of your authenticator app", hint: "Six digits.", width: "code",
            attributes: [Attribute("inputmode", "numeric")])
          div(.class("buttons")) { button { "Agree and sign in" } }
        }
      }
    }
  }

  /// For what somebody signs in once more (ASVS 7.5.3); then they go there, and nowhere else that an address names.
  private enum Errand: String {
    case keys, programs

    var sentence: String {
      switch self {
      case .keys: "Show your key once more before you change your keys."
      case .programs: "Show your key once more before you make a token."
      }
    }
  }

  private func errand(_ exchange: Exchange) -> Errand? {
    (exchange.form["to"] ?? exchange.query["to"]).flatMap(Errand.init)
  }

  private func destination(_ exchange: Exchange) -> HTML {
    input(.type("hidden"), .name("to"), .value(errand(exchange)?.rawValue ?? ""))
  }

  private func secret(_ parts: FormParts, _ name: String, _ question: String, _ use: StaticString) -> HTML {
    div(.class("group")) {
      label(.for(name)) { question }
      input(.id(name), .name(name), .type("password"), .autocomplete(use), Attribute("maxlength", "256"))
    }
  }

  // MARK: Passkeys

  private func passkey(_ exchange: Exchange) async throws -> Reply {
    guard let session = exchange.visitor.session,
      case .signIn(let challenge)? = sessions.takeCeremony(of: session.id)
    else { return page(exchange, mistakes: [notRecognised]) }
    func bytes(_ name: String) -> [UInt8] { exchange.form[name].flatMap(Base64URL.decoded) ?? [] }
    let assertion = PasskeyAssertion(
      credential: bytes("credential"), clientData: bytes("client-data"),
      authenticatorData: bytes("authenticator-data"), signature: bytes("signature"))
    guard let known = try await accounts.passkey(assertion.credential) else {
      await access.note(.signInRefused, of: nil, detail: "passkey", exchange)
      return page(exchange, mistakes: [notRecognised])
    }
    do {
      let used = try assertion.verify(known.passkey, challenge: challenge, party())
      guard try await accounts.advance(used, from: known.passkey.counter) else {
        return page(exchange, mistakes: [notRecognised])
      }
    } catch is PasskeyError {
      await access.note(.signInRefused, of: try await accounts.opaque(known.account), detail: "passkey", exchange)
      return page(exchange, mistakes: [notRecognised])
    }
    return try await enter(known.account, by: "passkey", exchange) ?? page(exchange, mistakes: [notRecognised])
  }

  private var notRecognised: Mistake {
    Mistake(field: "passkey", sentence: "That passkey did not open an account of this desk. Try once more.")
  }

  // MARK: Passphrase and code

  private func passphrase(_ exchange: Exchange) async throws -> Reply {
    let account = AccountID(exchange.form.text("account")?.lowercased() ?? "")
    try tries.count(account.text, at: exchange.now)
    let wasLocked = try await accounts.isLocked(account)
    let isRight = try await accounts.check(
      account, passphrase: exchange.form["passphrase"] ?? "", code: exchange.form["code"] ?? "", at: exchange.now)
    if isRight, let reply = try await enter(account, by: "passphrase", exchange) { return reply }
    let opaque = try await accounts.opaque(account)
    await access.note(.signInRefused, of: opaque, detail: "passphrase", exchange)
    if !wasLocked, try await accounts.isLocked(account) { await access.note(.locked, of: opaque, exchange) }
    return page(
      exchange,
      mistakes: [
        Mistake(
          field: "account",
          sentence:
            "Account, passphrase and code do not belong together. After five wrong tries an administrator has to free "
            + "the account; a passkey still opens it. So they have with one that nobody used for 90 days.")
      ])
  }

  // MARK: In and out

  /// Nil for an account that opens nothing any more.
  private func enter(_ account: AccountID, by way: String, _ exchange: Exchange) async throws -> Reply? {
    guard try await accounts.staff(account, at: exchange.now) != nil else { return nil }
    try await accounts.use(account, at: exchange.now)
    await access.note(.signedIn, of: try await accounts.opaque(account), detail: way, exchange)
    if let session = exchange.visitor.session { sessions.end(session.id) }
    let (secret, _) = sessions.begin(account, at: exchange.now)
    return Reply.seeOther(errand(exchange).map { "/\($0.rawValue)" } ?? "/").with("set-cookie", cookie.setting(secret))
  }

  private func signOut(_ exchange: Exchange) async -> Reply {
    if let session = exchange.visitor.session { sessions.end(session.id) }
    if let staff = exchange.visitor.staff {
      let opaque = try? await accounts.opaque(AccountID(staff.id))
      await access.note(.signedOut, of: opaque, exchange)
    }
    return Reply.seeOther("/sign-in").with("set-cookie", cookie.clearing)
      .with("clear-site-data", "\"cache\", \"cookies\", \"storage\"")
  }
}
