internal import Ledger

/// That somebody came in, was refused, or had their account changed (CJIS AU-2): what the office's record keeps of it.
public struct AccessEntry: Sendable, Hashable, Codable {
  /// What happened.
  public enum What: String, Sendable, Hashable, Codable, CaseIterable {
    case signedIn = "signed-in"
    case signedOut = "signed-out"
    case signInRefused = "sign-in-refused"
    /// Too many wrong tries: the passphrase opens nothing until an administrator frees the account.
    case locked
    case linkUsed = "link-used"
    case accountAdded = "account-added"
    case accountClosed = "account-closed"
    case accountOpened = "account-opened"
    case linkMade = "link-made"
    /// Given roles for a time.
    case elevated
    case keyAdded = "key-added"
    case keyRemoved = "key-removed"
    case tokenMade = "token-made"
    case tokenRevoked = "token-revoked"
  }

  /// What happened.
  public let what: What
  /// Whose account, by a name that means nothing outside the desk; nil where nobody's is meant.
  public let account: String?
  /// Who did it, where not the account's holder.
  public let by: String?
  /// Which way, or which kind: `passkey`.
  public let detail: String?
  /// The network address from which it came, as far as the desk can know it (CJIS AU-3); nil where it cannot. It stands
  /// here alone: under seal, and in no public log.
  public let source: String?
  /// How many refused sign-ins before this one were counted and not recorded one by one.
  public let moreRefusals: Int
  /// When: UTC to the hundredth of a second (CJIS AU-8).
  public let at: String

  /// An entry.
  public init(
    what: What, account: String?, by: String?, detail: String?, source: String? = nil, moreRefusals: Int, at: String
  ) {
    self.what = what
    self.account = account
    self.by = by
    self.detail = detail
    self.source = source
    self.moreRefusals = moreRefusals
    self.at = at
  }

  /// What the log commits to.
  var payload: CanonicalJSON {
    var members: [String: CanonicalJSON] = ["event": .string("access.\(what.rawValue)"), "at": .string(at)]
    if let account { members["account"] = .string(account) }
    if let by { members["by"] = .string(by) }
    if let detail { members["detail"] = .string(detail) }
    if let source { members["source"] = .string(source) }
    if moreRefusals > 0 { members["more"] = .integer(moreRefusals) }
    return .object(members)
  }
}
