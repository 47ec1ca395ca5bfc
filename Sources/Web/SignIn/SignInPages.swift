import Desk
import LawLanguage
import Logging

/// Signing in and out: a passkey, or a passphrase with a code.
struct SignInPages: Sendable {
  let accounts: Accounts
  let sessions: Sessions
  let cookie: SessionCookie
  let party: @Sendable () -> RelyingParty
  let frame: Frame
  let banner: String
  let logger: Logger
  /// Passphrases cost the machine much to try. Counted by account: nobody's tries keep others out.
  private let tries = RateLimit(30, within: 15 * 60)

  init(
    accounts: Accounts, sessions: Sessions, cookie: SessionCookie, party: @escaping @Sendable () -> RelyingParty,
    frame: Frame, banner: String, logger: Logger
  ) {
    self.accounts = accounts
    self.sessions = sessions
    self.cookie = cookie
    self.party = party
    self.frame = frame
    self.banner = banner
    self.logger = logger
  }

  var routes: [Route] {
    [
      Route(.get, "/sign-in", .anybody, beginsSession: true) { exchange in page(exchange, mistakes: []) },
      Route(.post, "/sign-in/passkey", .anybody, bodyLimit: 16 * 1024) { try await passkey($0) },
      Route(.post, "/sign-in/passphrase", .anybody, bodyLimit: 4096) { try await passphrase($0) },
      Route(.post, "/sign-out", .staff, bodyLimit: 4096) { signOut($0) },
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
      div(.class("note warn")) {
        p { banner }
        p { "By signing in you say that you have read this and agree." }
      }
      form(
        .post, .action("/sign-in/passkey"), .id("passkey-form"), Attribute("data-ceremony", "get"),
        Attribute("data-challenge", Base64URL.encoded(challenge)), Attribute("data-party", party().id)
      ) {
        FormToken.field(exchange.visitor.session)
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
          parts.text("account", "Account", attributes: [.autocomplete("username")])
          secret(parts, "passphrase", "Passphrase", "current-password")
          parts.text(
            "code", "Code of your authenticator app", hint: "Six digits.", width: "code",
            attributes: [Attribute("inputmode", "numeric")])
          div(.class("buttons")) { button { "Agree and sign in" } }
        }
      }
    }
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
      note("sign-in refused", ["why": "unknown passkey"], exchange)
      return page(exchange, mistakes: [notRecognised])
    }
    do {
      let used = try assertion.verify(known.passkey, challenge: challenge, party())
      guard try await accounts.advance(used, from: known.passkey.counter) else {
        return page(exchange, mistakes: [notRecognised])
      }
    } catch let error as PasskeyError {
      note("sign-in refused", ["why": "\(error)"], exchange)
      return page(exchange, mistakes: [notRecognised])
    }
    return enter(known.account, exchange)
  }

  private var notRecognised: Mistake {
    Mistake(field: "passkey", sentence: "That passkey did not open an account of this desk. Try once more.")
  }

  // MARK: Passphrase and code

  private func passphrase(_ exchange: Exchange) async throws -> Reply {
    let account = AccountID(exchange.form.text("account")?.lowercased() ?? "")
    try tries.count(account.text, at: exchange.now)
    let isRight = try await accounts.check(
      account, passphrase: exchange.form["passphrase"] ?? "", code: exchange.form["code"] ?? "", at: exchange.now)
    guard isRight else {
      note("sign-in refused", ["why": "passphrase or code"], exchange)
      return page(
        exchange,
        mistakes: [
          Mistake(
            field: "account",
            sentence:
              "Account, passphrase and code do not belong together. After five wrong tries an administrator has to free "
              + "the account; a passkey still opens it.")
        ])
    }
    return enter(account, exchange)
  }

  // MARK: In and out

  private func enter(_ account: AccountID, _ exchange: Exchange) -> Reply {
    if let session = exchange.visitor.session { sessions.end(session.id) }
    let (secret, _) = sessions.begin(account, at: exchange.now)
    note("signed in", [:], exchange)
    return Reply.seeOther("/").with("set-cookie", cookie.setting(secret))
  }

  private func signOut(_ exchange: Exchange) -> Reply {
    if let session = exchange.visitor.session { sessions.end(session.id) }
    note("signed out", [:], exchange)
    return Reply.seeOther("/sign-in").with("set-cookie", cookie.clearing)
      .with("clear-site-data", "\"cache\", \"cookies\", \"storage\"")
  }

  private func note(_ what: Logger.Message, _ more: Logger.Metadata, _ exchange: Exchange) {
    logger.notice(what, metadata: more.merging(["trace": "\(exchange.trace.trace)"]) { first, _ in first })
  }
}
