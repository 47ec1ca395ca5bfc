package import Desk
import LawLanguage
import Reasoning

/// The HTTP API of an office: every call, and the description that is made from them.
package struct APICalls: Sendable {
  let office: Office
  /// The desk's own address, for the addresses that answers hold.
  let origin: @Sendable () -> String
  private let limit: RateLimit

  package init(_ office: Office, origin: @escaping @Sendable () -> String, callsAMinute: Int) {
    self.office = office
    self.origin = origin
    limit = RateLimit(callsAMinute, within: 60)
  }

  /// All calls, in the order of their description.
  var operations: [Operation] {
    readingCases + [receiving] + recording + documents + [due] + [law] + [offences] + [logProofs] + hooks
  }

  /// Their routes, with that of the description and of the calendars.
  package var routes: [Route] {
    let operations = operations
    return operations.map { $0.route(limit: limit) } + [OpenAPIDocument(operations: operations).route]
      + CalendarFeed(office: office, origin: origin, limit: limit).routes
  }

  /// Runs something of the office's, and says in HTTP's words what it refuses.
  func refusing<Value: Sendable>(_ body: () async throws -> Value) async throws -> Value {
    do { return try await body() } catch let refusal as OfficeRefusal { throw APICalls.refused(refusal) }
  }

  private static func refused(_ refusal: OfficeRefusal) -> Refused {
    switch refusal {
    case .changedMeanwhile(let conflict):
      var refused = Refused(
        .preconditionFailed, "The case was changed since you read it; nothing of yours was recorded. Read it again.",
        headers: [Reply.Header(name: "etag", value: etag(conflict.version))])
      refused.problem = ProblemDetails(kind: "case-changed")
      return refused
    case .nothingThere:
      var refused = Refused(.badRequest, "after is none of this desk's, or was made for another question. Begin anew.")
      refused.problem = ProblemDetails(kind: "no-such-page")
      return refused
    case .refused(.request(let error)):
      var refused = Refused(refusal)
      refused.problem = ProblemDetails(
        errors: error.issues.map { .init("", "\($0.path): \($0.message)" + ($0.help.map { "; \($0)" } ?? "")) })
      return refused
    case .keyReused:
      var refused = Refused(refusal)
      refused.problem = ProblemDetails(kind: "idempotency-key-reused")
      return refused
    case .nothingAdopted:
      var refused = Refused(refusal)
      refused.problem = ProblemDetails(kind: "no-law-adopted")
      return refused
    default: return Refused(refusal)
    }
  }

  static func etag(_ version: Int) -> String { "\"\(version)\"" }

  static func json(_ document: JSON, status: Status = .ok) -> Reply {
    Reply(status, body: Array((document.written() + "\n").utf8)).with("content-type", "application/json")
  }

  // MARK: Pages

  static func pageParameters(most: Int, standard: Int) -> [Operation.Parameter] {
    [
      .init(name: "after", shape: .words(1000), meaning: "Where the last page ended: its `next`."),
      .init(
        name: "limit", shape: .integer(1...most), meaning: "How many at most; \(standard) unless said otherwise."),
    ]
  }

  /// What `after` says to the office; nil for the first page.
  func cursor(_ asked: Asked, _ question: String) throws(Refused) -> String? {
    guard let sent = asked.query.text("after") else { return nil }
    guard let opened = office.openCursor(sent, for: place(asked, question)) else {
      throw APICalls.refused(.nothingThere("page"))
    }
    return opened
  }

  func next(_ cursor: String?, _ asked: Asked, _ question: String) -> JSON {
    .text(orNull: cursor.flatMap { office.sealCursor($0, for: place(asked, question)) })
  }

  private func place(_ asked: Asked, _ question: String) -> String { "\(asked.staff.agency)/\(question)" }

  static func page(_ item: Shape) -> Shape {
    .object([
      .needed("items", .list(of: item, atMost: Office.longestPage), "What is on this page."),
      .needed("next", .orNull(.words(2000)), "For `after`, to get the next page; null on the last."),
    ])
  }
}
