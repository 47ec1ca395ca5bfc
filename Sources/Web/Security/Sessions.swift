import Crypto
package import Desk
package import LawLanguage
import Synchronization

/// Who is at the other end.
package enum Visitor: Sendable {
  /// Nobody has signed in. A session carries the form token and what a sign-in under way needs.
  case stranger(Session?)
  case known(Staff, Session)

  package var session: Session? {
    switch self {
    case .stranger(let session): session
    case .known(_, let session): session
    }
  }

  package var staff: Staff? {
    switch self {
    case .stranger: nil
    case .known(let staff, _): staff
    }
  }
}

/// A session, as a request sees it.
package struct Session: Sendable {
  /// Names the session in the table; it is the digest of the cookie's secret, and opens nothing.
  package let id: SessionID
  /// What every form of the session carries.
  package let formToken: String
}

/// The digest of a cookie's secret.
package struct SessionID: Sendable, Hashable { fileprivate let digest: [UInt8] }

/// Which account: `Staff.id`.
package struct AccountID: Sendable, Hashable {
  package let text: String
  package init(_ text: String) { self.text = text }
}

/// Sessions live in memory alone: after a restart everybody signs in again.
package final class Sessions: Sendable {
  /// CJIS IA-5: again after 12 hours, or after 30 minutes without a request.
  package enum Limits {
    package static let idle: Int64 = 30 * 60
    package static let absolute: Int64 = 12 * 60 * 60
    /// A stranger needs one only while signing in.
    package static let stranger: Int64 = 15 * 60
    package static let count = 20_000
  }

  private struct Entry {
    let formToken: String
    let began: Instant
    var seen: Instant
    var account: AccountID?
    var ceremony: Ceremony?

    func isLive(at now: Instant) -> Bool {
      let age = now.seconds - began.seconds
      guard account != nil else { return age < Limits.stranger }
      return age < Limits.absolute && now.seconds - seen.seconds < Limits.idle
    }
  }

  private let entries = Mutex<[SessionID: Entry]>([:])

  package init() {}

  private static func id(of secret: String) -> SessionID {
    SessionID(digest: Array(SHA256.hash(data: Array(secret.utf8))))
  }

  /// Begins a session. Signing in always begins a new one, so that a secret planted before is worth nothing after.
  package func begin(_ account: AccountID?, at now: Instant) -> (secret: String, session: Session) {
    let secret = Secret.token()
    let entry = Entry(formToken: Secret.token(), began: now, seen: now, account: account)
    let id = Sessions.id(of: secret)
    entries.withLock { entries in
      if entries.count >= Limits.count { entries = entries.filter { $0.value.isLive(at: now) } }
      if entries.count >= Limits.count {
        // Strangers make room for those who signed in.
        if let oldest = entries.filter({ $0.value.account == nil }).min(by: { $0.value.seen < $1.value.seen }) {
          entries[oldest.key] = nil
        }
      }
      entries[id] = entry
    }
    return (secret, Session(id: id, formToken: entry.formToken))
  }

  /// The session of a cookie's secret, if it still lives; asking keeps it alive.
  package func find(_ secret: String, at now: Instant) -> (session: Session, account: AccountID?)? {
    let id = Sessions.id(of: secret)
    return entries.withLock { entries in
      guard var entry = entries[id] else { return nil }
      guard entry.isLive(at: now) else {
        entries[id] = nil
        return nil
      }
      entry.seen = max(entry.seen, now)
      entries[id] = entry
      return (Session(id: id, formToken: entry.formToken), entry.account)
    }
  }

  /// Ends a session for good.
  package func end(_ id: SessionID) { entries.withLock { $0[id] = nil } }

  /// Ends every session of an account: it was closed, or its rights changed.
  package func end(all account: AccountID) {
    entries.withLock { entries in entries = entries.filter { $0.value.account != account } }
  }

  /// How many there are, for the metrics.
  package func count(at now: Instant) -> Int {
    entries.withLock { $0.values.filter { $0.account != nil && $0.isLive(at: now) }.count }
  }

  // MARK: Ceremonies

  /// Remembers what a sign-in under way must be answered with; what was remembered before is forgotten.
  func remember(_ ceremony: Ceremony, in id: SessionID) { entries.withLock { $0[id]?.ceremony = ceremony } }

  /// What is remembered, once: a challenge serves one try.
  func takeCeremony(of id: SessionID) -> Ceremony? {
    entries.withLock { entries in
      let ceremony = entries[id]?.ceremony
      entries[id]?.ceremony = nil
      return ceremony
    }
  }
}
