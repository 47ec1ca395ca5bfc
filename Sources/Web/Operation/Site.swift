package import Desk
package import LawLanguage
package import Ledger
package import Logging

/// A desk ready to be served: its routes, its sessions, and what every request passes.
package struct Site: Sendable {
  package let answering: Answering
  /// The link with which the first administrator sets up keys; nil if somebody can sign in already.
  package let firstLink: String?

  /// What a site is made of.
  package struct Parts: Sendable {
    package var settings: Settings
    package var office: String
    /// The agency's name inside the program.
    package var agency: String
    package var law: LawBook
    /// The libraries of an office that adopts law; nil where there is none.
    package var shelf: LawShelf?
    package var accounts: Accounts?
    /// Who can be played in a demonstration; none where it is real.
    package var players: [Staff] = []
    package var clock: @Sendable () -> Instant
    package var logger: Logger
    package var publicFile: @Sendable (_ path: String, _ second: Int) async throws -> PublicFile?
    package var trouble: @Sendable () async -> String?
    /// Keeps the record of who came in.
    package var recordAccess: @Sendable (AccessEntry) async throws -> Void = { _ in }
    /// The program whose token this is; nil if it opens nothing.
    package var program: @Sendable (_ bearer: String) async throws -> ProgramToken? = { _ in nil }
    /// What the HTTP API works on; nil where there is none.
    package var api: API?
    /// How many of the log's entries wait for their publication.
    package var waiting: @Sendable () async -> Int = { 0 }
    /// The routes of the office's work.
    package var work: @Sendable (Frame) -> [Route]
    /// Where the navigation leads.
    package var sections = Page.Section.desk

    package init(
      settings: Settings, office: String, agency: String, law: LawBook, accounts: Accounts?, players: [Staff],
      clock: @escaping @Sendable () -> Instant, logger: Logger,
      publicFile: @escaping @Sendable (_ path: String, _ second: Int) async throws -> PublicFile?,
      trouble: @escaping @Sendable () async -> String?, waiting: @escaping @Sendable () async -> Int = { 0 },
      work: @escaping @Sendable (Frame) -> [Route]
    ) {
      self.settings = settings
      self.office = office
      self.agency = agency
      self.law = law
      self.accounts = accounts
      self.players = players
      self.clock = clock
      self.logger = logger
      self.publicFile = publicFile
      self.trouble = trouble
      self.waiting = waiting
      self.work = work
    }
  }

  /// What the HTTP API works on.
  package struct API: Sendable {
    package let office: Office
    /// The clocks of the office.
    package let zone: Zone
    /// How many calls of one token are answered in a minute: more than any office's programs need.
    package let callsAMinute: Int

    package init(office: Office, zone: Zone, callsAMinute: Int = 600) {
      self.office = office
      self.zone = zone
      self.callsAMinute = callsAMinute
    }
  }

  /// - Parameter port: Told once the server has one, for the origin of a desk on this machine.
  package init(_ parts: Parts, port: @escaping @Sendable () -> Int) async throws {
    let settings = parts.settings
    let isDemonstration = !parts.players.isEmpty
    let frame = Frame(
      office: parts.office, isDemonstration: isDemonstration, players: parts.players, sections: parts.sections)
    let sessions = Sessions()
    let metrics = Metrics()
    let cookie = SessionCookie(isBehindTLS: settings.origin != nil)
    let origin: @Sendable () -> String = { settings.origin ?? "http://localhost:\(port())" }
    let party: @Sendable () -> RelyingParty = {
      let origin = origin()
      let host = origin.split(separator: "/").last?.prefix { $0 != ":" } ?? "localhost"
      return RelyingParty(id: String(host), origin: origin)
    }
    let access = AccessLog(logger: parts.logger, append: parts.recordAccess)
    var routes =
      LawPages(book: parts.law, shelf: parts.shelf, frame: frame).routes
      + MapPages(book: parts.law, shelf: parts.shelf, frame: frame).routes + HelpPages(frame: frame).routes + [
        Asset.route
      ]
    routes +=
      ServiceRoutes(
        metrics: metrics, sessions: sessions, trouble: parts.trouble, waiting: parts.waiting,
        publicFile: parts.publicFile
      ).routes
    routes += parts.work(frame)
    if let api = parts.api {
      routes += APICalls(api.office, origin: origin, callsAMinute: api.callsAMinute).routes
      routes +=
        TokenPages(
          office: api.office, frame: frame, agency: parts.agency, zone: api.zone, origin: origin, access: access,
          opaque: { [accounts = parts.accounts] in try? await accounts?.opaque(AccountID($0.id)) }
        ).routes
    }
    var directory: any Directory = Players(parts.players)
    var link: String?
    if isDemonstration {
      routes += DemonstrationPages(players: parts.players, sessions: sessions, cookie: cookie).routes
    } else if let accounts = parts.accounts {
      directory = accounts
      routes +=
        SignInPages(
          accounts: accounts, sessions: sessions, cookie: cookie, party: party, frame: frame,
          banner: settings.banner ?? SignInPages.standardBanner, access: access
        ).routes
      routes +=
        EnrolmentPages(
          accounts: accounts, sessions: sessions, cookie: cookie, party: party, frame: frame, access: access
        ).routes
      routes +=
        AccountPages(
          accounts: accounts, sessions: sessions, frame: frame, agency: parts.agency, origin: origin, access: access
        ).routes
      if try await accounts.isEmpty(at: parts.clock()) {
        let administrator = try Staff(
          id: "administrator", name: "Administrator", title: "", agency: "desk", roles: [.administrator])
        try await accounts.save(administrator)
        try await accounts.close(AccountID(administrator.id), false, at: parts.clock())
        let secret = try await accounts.makeLink(for: AccountID(administrator.id), at: parts.clock())
        link = "/enrol/\(secret)"
      }
    }
    firstLink = link
    answering = Answering(
      routes: RouteTable(routes), sessions: sessions, directory: directory,
      guest: parts.players.first.map { AccountID($0.id) }, cookie: cookie, origin: origin,
      names: OwnNames(origin: settings.origin, port: port),
      sources: SourceAddresses(header: settings.addressHeader), program: parts.program,
      headers: HeaderSet(isBehindTLS: settings.origin != nil), clock: parts.clock, metrics: metrics,
      logger: parts.logger
    ) { refused, visitor in
      // Whoever is not signed in is led to where they can be.
      if case .unauthorised = refused.status, !isDemonstration { return .seeOther("/sign-in") }
      return frame.refusal(refused, to: visitor)
    }
  }
}
