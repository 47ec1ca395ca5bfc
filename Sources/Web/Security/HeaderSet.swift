/// The header fields that every answer has.
package struct HeaderSet: Sendable {
  private let common: [Reply.Header]

  /// - Parameter isBehindTLS: Whether browsers reach the desk over TLS; only then may it ask them to insist on it.
  package init(isBehindTLS: Bool) {
    let policy = [
      "default-src 'none'", "style-src 'self'", "img-src 'self' data:", "font-src 'self'", "script-src 'self'",
      "connect-src 'self'", "form-action 'self'", "base-uri 'none'", "frame-ancestors 'none'", "object-src 'none'",
    ]
    var fields = [
      ("content-security-policy", policy.joined(separator: "; ")),
      ("x-content-type-options", "nosniff"),
      ("referrer-policy", "no-referrer"),
      ("cross-origin-opener-policy", "same-origin"),
      ("cross-origin-resource-policy", "same-origin"),
      ("permissions-policy", "camera=(), microphone=(), geolocation=()"),
      ("x-frame-options", "DENY"),
    ]
    if isBehindTLS { fields.append(("strict-transport-security", "max-age=63072000; includeSubDomains")) }
    common = fields.map { Reply.Header(name: $0.0, value: $0.1) }
  }

  /// The answer with the fields it lacks. Nothing is kept by any cache unless the answer says otherwise.
  package func complete(_ reply: Reply) -> Reply {
    var reply = reply
    reply.headers += common
    if !reply.headers.contains(where: { $0.name == "cache-control" }) { reply.add("cache-control", "no-store") }
    return reply
  }
}
