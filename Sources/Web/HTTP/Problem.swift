package import Reasoning

/// What a problem says to programs, beyond its status and sentence.
package struct ProblemDetails: Sendable {
  /// The kind of problem, where it is narrower than the status.
  package var kind: String?
  /// What is wrong where in the body, by JSON Pointer (RFC 6901).
  package var errors: [PointedError] = []
  /// Members of this kind of problem alone.
  package var members: [JSON.Member] = []

  /// What is wrong with one part of a body.
  package struct PointedError: Sendable, Hashable {
    /// Where: `/papers/0/kind`; empty for the whole.
    package let pointer: String
    /// What is wrong and what to do.
    package let detail: String

    package init(_ pointer: String, _ detail: String) {
      self.pointer = pointer
      self.detail = detail
    }
  }

  package init(kind: String? = nil, errors: [PointedError] = [], members: [JSON.Member] = []) {
    self.kind = kind
    self.errors = errors
    self.members = members
  }
}

extension Refused {
  /// The answer of the HTTP API: Problem Details (RFC 9457).
  package var problemReply: Reply {
    var members = [
      JSON.Member(key: "type", value: .text("urn:tenth:problem:\(problem.kind ?? status.slug)")),
      JSON.Member(key: "title", value: .text(status.title)),
      JSON.Member(key: "status", value: .integer(status.rawValue)),
      JSON.Member(key: "detail", value: .text(sentence)),
    ]
    if !problem.errors.isEmpty {
      let errors = problem.errors.map { JSON.object(["pointer": .text($0.pointer), "detail": .text($0.detail)]) }
      members.append(JSON.Member(key: "errors", value: .list(errors)))
    }
    members += problem.members
    var reply = Reply(status, headers: headers, body: Array(JSON.object(members).written().utf8))
    reply.add("content-type", "application/problem+json")
    return reply
  }
}

extension Status {
  /// A name that stays the same.
  var slug: String { "\(self)".map { $0.isUppercase ? "-\($0.lowercased())" : "\($0)" }.joined() }

  /// The words for programs, which see no pages and sign in nowhere.
  var title: String {
    switch self {
    case .unauthorised: "A token is needed"
    case .forbidden: "The token does not open this"
    case .notFound: "There is nothing at this address"
    case .methodNotAllowed: "That cannot be done at this address"
    default: words
    }
  }
}
