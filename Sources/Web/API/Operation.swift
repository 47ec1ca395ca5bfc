import Desk
import LawLanguage
import Reasoning

/// One call of the HTTP API: what it is described by and what answers it are one value, so that they cannot differ.
struct Operation: Sendable {
  let id: String
  let method: Route.Method
  /// Below `/api/v1`.
  let path: String
  let scope: ProgramScope
  let summary: String
  var about = ""
  var parameters: [Parameter] = []
  /// What is sent; nil where nothing is.
  var body: Shape?
  /// Whether a file is sent, as it is.
  var takesFile = false
  var bodyLimit = 64 * 1024
  var keys = Keys()
  let reply: Description
  /// The statuses of its own that it may refuse with.
  var refusals: [Status] = []
  /// What becomes of a body that cannot be read; nil where it is refused and forgotten.
  var unreadable: (@Sendable (Asked, Refused) async throws -> Refused)?
  let answer: @Sendable (Asked) async throws -> Reply

  /// What stands in the query.
  struct Parameter: Sendable {
    let name: String
    let shape: Shape
    let meaning: String
  }

  /// Header fields that a call takes.
  struct Keys: Sendable {
    /// `Idempotency-Key`: the same call with the same key is done once.
    var idempotency = Need.none
    /// `If-Match`: the version that was read.
    var isConditional = false

    enum Need: Sendable { case none, welcome, required }
  }

  /// What comes back where all is well.
  struct Description: Sendable {
    let status: Status
    let shape: Shape?
    /// Whether it is a file, as it is.
    var isFile = false
    var hasETag = false
    var hasLocation = false
    let meaning: String
  }

  /// Where all calls lie.
  static let base = "/api/v1"
}

/// A call as it is answered: who asks, and what was sent, all of it known to have its shape.
struct Asked: Sendable {
  let exchange: Exchange
  let token: ProgramToken
  let query: Fields
  let body: Given
  let idempotencyKey: String?
  /// The version that `If-Match` names.
  let version: Int?

  var staff: Staff { token.staff }

  func caseID() throws(Refused) -> CaseID {
    guard let id = CaseID(exchange.parameter("id")) else { throw Refused(.noCase) }
    return id
  }

  func limit(otherwise standard: Int) -> Int { query.text("limit").flatMap { Int($0) } ?? standard }

  func hand() -> Hand {
    let late = body["late"]
    return Hand(
      staff, onBehalfOf: body["onBehalfOf"].text,
      late: late["happened"].moment.map { .init(happened: $0, because: late["because"].text ?? "") },
      idempotencyKey: idempotencyKey)
  }
}

extension Refused {
  /// Also said of another agency's case: that there is one is not for others to know.
  static let noCase = Refused(OfficeRefusal.noCase)
}

// MARK: Answering

extension Operation {
  /// The route that answers it.
  func route(limit: RateLimit) -> Route {
    Route(method, Operation.base + path, .program(scope), bodyLimit: bodyLimit) { exchange in
      guard case .program(let token) = exchange.visitor else { throw Refused.tokenNeeded }
      try limit.count(token.id, at: exchange.now)
      return try await answer(exchange, token)
    }
  }

  private func answer(_ exchange: Exchange, _ token: ProgramToken) async throws -> Reply {
    try checkAccept(exchange.headers["accept"])
    let query = try checkedQuery(exchange.query)
    let idempotencyKey = try checkedKey(exchange.headers["idempotency-key"])
    let version = try checkedVersion(exchange.headers["if-match"])
    func asked(_ body: Given) -> Asked {
      Asked(
        exchange: exchange, token: token, query: query, body: body, idempotencyKey: idempotencyKey, version: version)
    }
    let mediaType = (exchange.headers["content-type"] ?? "").prefix { $0 != ";" && $0 != " " }.lowercased()
    if takesFile {
      guard mediaType == "application/octet-stream" else {
        throw Refused(
          .unsupportedMediaType, "Send application/octet-stream; what it is is found out from its content.")
      }
    }
    guard let shape = body else { return try await answer(asked(Given(nil))) }
    guard mediaType == "application/json" else {
      throw Refused(.unsupportedMediaType, "Send application/json.")
    }
    let given: Given
    do { given = try read(exchange.body, as: shape) } catch {
      guard let unreadable else { throw error }
      throw try await unreadable(asked(Given(nil)), error)
    }
    do { return try await answer(asked(given)) } catch let refused as Refused {
      // A call that was kept for a person comes again under its key, and is answered as it was.
      let mayBeKept = refused.status == .unprocessable || refused.problem.kind == "idempotency-key-reused"
      guard mayBeKept, let unreadable else { throw refused }
      throw try await unreadable(asked(given), refused)
    }
  }

  private func read(_ body: [UInt8], as shape: Shape) throws(Refused) -> Given {
    let value: WrittenValue
    do { value = try JSONReader.read(RequestText(body, from: "the body")) } catch {
      var refused = Refused(.badRequest, "The body is not JSON that can be read.")
      refused.problem = ProblemDetails(errors: error.issues.map { .init("", "\($0.location): here it is not JSON") })
      throw refused
    }
    let mistakes = shape.mistakes(in: value)
    guard mistakes.isEmpty else {
      var refused = Refused(.unprocessable, "The body is not what this call takes. Nothing was done.")
      refused.problem = ProblemDetails(errors: Array(mistakes.prefix(20)))
      throw refused
    }
    return Given(value)
  }

  private func checkAccept(_ accept: String?) throws(Refused) {
    guard reply.shape != nil, let accept, !accept.isEmpty else { return }
    let ranges = accept.split(separator: ",").compactMap { range -> String? in
      let parts = range.split(separator: ";").map { $0.filter { !$0.isWhitespace }.lowercased() }
      return parts.dropFirst().contains { $0 == "q=0" || $0.hasPrefix("q=0.0") && Double($0.dropFirst(2)) == 0 }
        ? nil : parts.first
    }
    guard ranges.contains(where: { ["application/json", "application/*", "*/*"].contains($0) }) else {
      throw Refused(.notAcceptable, "This call answers in application/json only.")
    }
  }

  private func checkedQuery(_ query: Fields) throws(Refused) -> Fields {
    var seen: Set<String> = []
    for pair in query.pairs {
      guard let parameter = parameters.first(where: { $0.name == pair.name }) else {
        throw Refused(
          .badRequest, "In the query: \(Shape.unknown(pair.name, among: parameters.map(\.name))).")
      }
      guard seen.insert(pair.name).inserted else {
        throw Refused(.badRequest, "\(parameter.name) stands twice in the query.")
      }
      let value: WrittenValue.Content =
        if case .integer = parameter.shape, Int(pair.value) != nil { .number(pair.value) } else { .text(pair.value) }
      if let mistake = parameter.shape.mistakes(in: WrittenValue(value, at: .answer)).first {
        throw Refused(.badRequest, "\(parameter.name): \(mistake.detail).")
      }
    }
    return query
  }

  private func checkedKey(_ sent: String?) throws(Refused) -> String? {
    guard keys.idempotency != .none else { return nil }
    guard let sent else {
      guard keys.idempotency == .required else { return nil }
      throw Refused(
        .badRequest, "Send an Idempotency-Key of your own making: the same call with the same key is done once.")
    }
    guard (1...255).contains(sent.utf8.count), sent.utf8.allSatisfy({ (0x21...0x7E).contains($0) }) else {
      throw Refused(.badRequest, "An Idempotency-Key has 1 to 255 visible ASCII characters.")
    }
    return sent
  }

  private func checkedVersion(_ sent: String?) throws(Refused) -> Int? {
    guard keys.isConditional else { return nil }
    guard let sent else {
      throw Refused(
        .preconditionRequired, "Send If-Match with the ETag of the case as you have read it, so that nothing is lost.")
    }
    guard let match = sent.wholeMatch(of: /"([1-9][0-9]{0,8})"/), let version = Int(match.1) else {
      throw Refused(.badRequest, "If-Match is the ETag of the case as you have read it, such as \"7\".")
    }
    return version
  }
}
