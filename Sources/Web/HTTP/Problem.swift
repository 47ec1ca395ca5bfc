import Reasoning

extension Refused {
  /// The answer of the HTTP API: Problem Details (RFC 9457).
  package var problem: Reply {
    let document = JSON.object([
      "type": .text("urn:tenth:problem:\(status.slug)"), "title": .text(status.words),
      "status": .integer(status.rawValue), "detail": .text(sentence),
    ])
    var reply = Reply(status, headers: headers, body: Array(document.written().utf8))
    reply.add("content-type", "application/problem+json")
    return reply
  }
}

extension Status {
  /// A name that stays the same.
  var slug: String { "\(self)".map { $0.isUppercase ? "-\($0.lowercased())" : "\($0)" }.joined() }
}
