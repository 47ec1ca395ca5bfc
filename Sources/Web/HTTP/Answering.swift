package import Desk
package import LawLanguage
package import Logging

/// A request as it comes from the network, its body read.
package struct Incoming: Sendable {
  package var method: String
  /// Path and query, as sent.
  package var target: String
  /// By names in lower case; of several with one name, joined by commas.
  package var headers: [String: String]
  package var body: [UInt8]
  /// The address it came from; it stands in the record of who came in, and in no log of the program's.
  package var peer: String

  package init(method: String, target: String, headers: [String: String], body: [UInt8], peer: String) {
    self.method = method
    self.target = target
    self.headers = headers
    self.body = body
    self.peer = peer
  }
}

/// Where staff are looked up, at each request: what was changed applies at once.
package protocol Directory: Sendable {
  /// The account's holder; nil if there is no such account, or it is closed.
  func staff(_ account: AccountID, at now: Instant) async throws -> Staff?
}

/// What every request passes on its way to a handler and back, in this order: route, session, origin, form, role.
package struct Answering: Sendable {
  package let routes: RouteTable
  package let sessions: Sessions
  package let directory: any Directory
  /// Who a visitor is taken for who has not signed in: in the demonstration alone.
  package let guest: AccountID?
  package let cookie: SessionCookie
  package let origin: @Sendable () -> String
  package let names: OwnNames
  package let sources: SourceAddresses
  /// The program whose token this is; nil if it opens nothing.
  package let program: @Sendable (_ bearer: String) async throws -> ProgramToken?
  package let headers: HeaderSet
  package let clock: @Sendable () -> Instant
  package let metrics: Metrics
  package let logger: Logger
  /// Draws the page that a refusal becomes.
  package let refusalPage: @Sendable (Refused, Visitor?) -> Reply

  package enum Limits {
    package static let target = 4096
  }

  /// The largest body that the request's route reads; the rest is not waited for.
  package func bodyLimit(method: String, target: String) -> Int {
    if case .found(let route, _) = routes.match(method, path(of: target)) { return route.bodyLimit }
    return 1024
  }

  /// Answers. Whatever goes wrong becomes an answer too.
  package func answer(_ incoming: Incoming) async -> Reply {
    let start = ContinuousClock.now
    metrics.begin()
    let trace = TraceContext(traceparent: incoming.headers["traceparent"])
    let match = routes.match(incoming.method, path(of: incoming.target))
    var template = "(none)"
    if case .found(let route, _) = match { template = route.template }
    var reply = await answer(incoming, match, trace)
    reply = headers.complete(reply)
    if incoming.method == "HEAD" {
      reply.add("content-length", String(reply.body.count))
      reply.body = []
    }
    let took = start.duration(to: .now)
    let seconds = Double(took.components.seconds) + Double(took.components.attoseconds) / 1e18
    let method = Route.Method(rawValue: incoming.method)?.rawValue ?? "OTHER"
    metrics.end(method: method, route: template, status: reply.status.rawValue, seconds: seconds)
    logger.info(
      "answered",
      metadata: [
        "method": "\(method)", "route": "\(template)", "status": "\(reply.status.rawValue)",
        "milliseconds": "\(Int(seconds * 1000))", "trace": "\(trace.trace)", "span": "\(trace.span)",
      ])
    return reply
  }

  private func path(of target: String) -> String {
    String(target.prefix { $0 != "?" && $0 != "#" })
  }

  private func answer(_ incoming: Incoming, _ match: RouteTable.Match, _ trace: TraceContext) async -> Reply {
    let isAPI = incoming.target.hasPrefix("/api/")
    var visitor: Visitor?
    do {
      guard incoming.target.utf8.count <= Limits.target else {
        throw Refused(.addressTooLong, "An address of this desk has at most \(Limits.target) characters.")
      }
      var template = ""
      if case .found(let route, _) = match { template = route.template }
      try names.check(incoming.headers["host"], on: template)
      let (route, parameters) = try found(match)
      guard incoming.body.count <= route.bodyLimit else {
        throw Refused(.contentTooLarge, "At most \(route.bodyLimit) bytes are read here. Nothing was recorded.")
      }
      let now = clock()
      let (who, secret) = try await self.visitor(of: incoming, on: route, at: now)
      visitor = who
      try route.access.check(who)
      let (form, file) = try form(of: incoming, route, who)
      let queryText = incoming.target.split(separator: "?", maxSplits: 1).dropFirst().first ?? ""
      let exchange = Exchange(
        route: route, parameters: parameters, query: try Fields(encoded: queryText), form: form, file: file,
        body: incoming.body, headers: incoming.headers, visitor: who, now: now, trace: trace,
        source: sources.source(of: incoming))
      var reply = try await route.handler(exchange)
      if let secret, !reply.headers.contains(where: { $0.name == "set-cookie" }) {
        reply.add("set-cookie", cookie.setting(secret))
      }
      return reply
    } catch {
      let refused = self.refused(error, trace)
      return isAPI ? refused.problemReply : refusalPage(refused, visitor)
    }
  }

  /// What is said of an error, and what is logged of it.
  private func refused(_ error: any Error, _ trace: TraceContext) -> Refused {
    if let refused = error as? Refused ?? (error as? OfficeRefusal).map(Refused.init) {
      if let detail = refused.detail {
        logger.error("refused", metadata: ["detail": "\(detail)", "trace": "\(trace.trace)"])
      }
      return refused
    }
    // What went wrong may hold what was typed: its type is enough to look further.
    logger.error("failed", metadata: ["error": "\(type(of: error))", "trace": "\(trace.trace)"])
    return Refused(
      .serverError,
      "Nothing is known to have been recorded. This is no ground to hold or to release anybody. Try again; if it "
        + "stays so, use the downtime card and tell your administrator this number: \(trace.trace.prefix(12)).")
  }

  private func found(_ match: RouteTable.Match) throws(Refused) -> (Route, [String: String]) {
    switch match {
    case .found(let route, let parameters): return (route, parameters)
    case .none: throw Refused(.notFound, "Check the address, or start from the home page.")
    case .wrongMethod(let allowed):
      throw Refused(
        .methodNotAllowed, "This address answers to \(allowed.joined(separator: ", ")) only.",
        headers: [Reply.Header(name: "allow", value: allowed.joined(separator: ", "))])
    }
  }

  /// The visitor, and the secret of a session that is new.
  private func visitor(
    of incoming: Incoming, on route: Route, at now: Instant
  ) async throws -> (Visitor, String?) {
    // What a program calls is opened by its own token, never by the cookie of a browser.
    if route.isAPI { return (try await program(of: incoming), nil) }
    if let secret = cookie.secret(in: incoming.headers["cookie"]), let found = sessions.find(secret, at: now) {
      guard let account = found.account else { return (.stranger(found.session), nil) }
      if let staff = try await directory.staff(account, at: now) { return (.known(staff, found.session), nil) }
      sessions.end(found.session.id)
    }
    guard route.beginsSession || guest != nil && route.access != .anybody else { return (.stranger(nil), nil) }
    let (secret, session) = sessions.begin(guest, at: now)
    guard let guest, let staff = try await directory.staff(guest, at: now) else { return (.stranger(session), secret) }
    return (.known(staff, session), secret)
  }

  private func program(of incoming: Incoming) async throws -> Visitor {
    guard let sent = incoming.headers["authorization"] else { return .stranger(nil) }
    let parts = sent.split(separator: " ", maxSplits: 1)
    guard parts.count == 2, parts[0].lowercased() == "bearer",
      let token = try await program(String(parts[1]))
    else { return .stranger(nil) }
    return .program(token)
  }

  private func form(of incoming: Incoming, _ route: Route, _ visitor: Visitor) throws(Refused) -> (
    Fields, UploadedFile?
  ) {
    guard route.method != .get, !route.isAPI else { return (Fields(), nil) }
    try CrossSite.check(incoming.headers, own: origin())
    let mediaType = (incoming.headers["content-type"] ?? "").prefix { $0 != ";" }.lowercased()
    if route.takesFile, mediaType == "multipart/form-data" {
      let sent = try MultipartForm(incoming.body, contentType: incoming.headers["content-type"] ?? "")
      try CrossSite.check(token: sent.fields["form-token"], of: visitor.session)
      return (sent.fields, sent.file)
    }
    guard mediaType == "application/x-www-form-urlencoded" else {
      throw Refused(.unsupportedMediaType, "Forms of this desk are sent as application/x-www-form-urlencoded.")
    }
    guard let text = String(validating: incoming.body, as: UTF8.self) else {
      throw Refused(.badRequest, "The form is not UTF-8 text.")
    }
    let fields = try Fields(encoded: text)
    try CrossSite.check(token: fields["form-token"], of: visitor.session)
    return (fields, nil)
  }
}

/// The cookie that carries a session's secret. It ends with the browser, and no script reads it.
package struct SessionCookie: Sendable {
  private let name: String
  private let isSecure: Bool

  /// - Parameter isBehindTLS: With TLS the cookie is bound to this host and sent over TLS alone.
  package init(isBehindTLS: Bool) {
    name = isBehindTLS ? "__Host-tenth" : "tenth"
    isSecure = isBehindTLS
  }

  func secret(in header: String?) -> String? {
    for pair in (header ?? "").split(separator: ";") {
      let parts = pair.drop { $0 == " " }.split(separator: "=", maxSplits: 1)
      if parts.count == 2, parts[0] == name, parts[1].utf8.count <= 64 { return String(parts[1]) }
    }
    return nil
  }

  func setting(_ secret: String) -> String {
    "\(name)=\(secret); Path=/; HttpOnly; SameSite=Strict" + (isSecure ? "; Secure" : "")
  }

  var clearing: String { "\(name)=; Path=/; Max-Age=0; HttpOnly; SameSite=Strict" + (isSecure ? "; Secure" : "") }
}
