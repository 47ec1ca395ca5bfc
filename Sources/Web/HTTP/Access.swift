package import Desk

/// Who may use a route.
package enum Access: Sendable, Hashable {
  /// Anybody, whether they have signed in or not.
  case anybody
  /// Whoever has signed in, or holds a one-time link: to set up keys, and to leave.
  case keys
  /// Whoever has signed in, whatever they are at the desk for.
  case staff
  /// Whoever may do this.
  case may(OfficeAction)
  /// A program whose token has this scope.
  case program(ProgramScope)

  /// Refuses those who may not.
  package func check(_ visitor: Visitor) throws(Refused) {
    switch (self, visitor) {
    case (.anybody, _), (.keys, .known): return
    case (.program(let scope), .program(let token)):
      guard token.scopes.contains(scope), token.staff.may(scope.action) else { throw .outOfScope(scope) }
    case (.program, _): throw .tokenNeeded
    case (_, .program): throw Refused(.forbidden, "A token opens the calls of the API and nothing else.")
    case (_, .stranger): throw Refused(.unauthorised, "Sign in to go on.")
    case (_, .known(_, let session)) where session.reach == .keys:
      throw Refused(.forbidden, "The link opens the page of your keys only. Make a key there, then sign in with it.")
    case (.staff, .known): return
    case (.may(let action), .known(let staff, _)):
      guard !staff.may(action) else { return }
      throw Refused(
        .forbidden,
        "What you are at the desk for does not include this. If it should, ask an administrator to change your role.")
    }
  }
}

extension Refused {
  /// There is no token, or none that opens anything.
  static let tokenNeeded = Refused(
    .unauthorised, "Send a token that is valid: Authorization: Bearer and the token. Administrators make them.",
    headers: [Reply.Header(name: "www-authenticate", value: "Bearer realm=\"tenth\"")])

  static func outOfScope(_ scope: ProgramScope) -> Refused {
    Refused(
      .forbidden, "The token has no scope \(scope.rawValue), which this call needs.",
      headers: [
        Reply.Header(
          name: "www-authenticate",
          value: "Bearer realm=\"tenth\", error=\"insufficient_scope\", scope=\"\(scope.rawValue)\"")
      ])
  }
}
