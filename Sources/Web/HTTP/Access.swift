package import Desk

/// Who may use a route.
package enum Access: Sendable, Hashable {
  /// Anybody, whether they have signed in or not.
  case anybody
  /// Whoever has signed in, whatever they are at the desk for.
  case staff
  /// Whoever may do this.
  case may(OfficeAction)

  /// Refuses those who may not.
  package func check(_ visitor: Visitor) throws(Refused) {
    switch (self, visitor.staff) {
    case (.anybody, _), (.staff, _?): return
    case (_, nil): throw Refused(.unauthorised, "Sign in to go on.")
    case (.may(let action), let staff?):
      guard !staff.may(action) else { return }
      throw Refused(
        .forbidden,
        "What you are at the desk for does not include this. If it should, ask an administrator to change your role.")
    }
  }
}
