import Crypto
package import Desk
package import LawLanguage
import Synchronization

/// Who is at the other end.
package enum Visitor: Sendable {
  /// Nobody has signed in. A session carries the form token and what a sign-in under way needs.
  case stranger(Session?)
  case known(Staff, Session)
  /// A program with a token of its own, and no session.
  case program(ProgramToken)

  package var session: Session? {
    switch self {
    case .stranger(let session): session
    case .known(_, let session): session
    case .program: nil
    }
  }

  package var staff: Staff? {
    switch self {
    case .stranger: nil
    case .known(let staff, _): staff
    case .program(let token): token.staff
    }
  }
}

/// A session, as a request sees it.
package struct Session: Sendable {
  /// Names the session in the table; it is the digest of the cookie's secret, and opens nothing.
  package let id: SessionID
  /// What every form of the session carries.
  package let formToken: String
  /// How far it reaches.
  package let reach: Reach
  /// When its holder showed a key, or the link that stands for one.
  package let began: Instant

  /// How far a session reaches.
  package enum Reach: Sendable {
    /// Wherever its holder's roles do.
    case desk
    /// To the page of keys only: its holder has shown nothing but a one-time link.
    case keys
  }

  /// Whether its holder showed a key so lately that they may change keys (ASVS 7.5.3).
  package func isFresh(at now: Instant) -> Bool { now.seconds - began.seconds < Sessions.Limits.fresh }
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
    /// A stranger needs one only while signing in, and the holder of a link only while setting up a key.
    package static let stranger: Int64 = 15 * 60
    /// How long after showing a key its holder may change keys.
    package static let fresh: Int64 = 10 * 60
    /// Strangers who sign in at once; the one who began first makes room.
    package static let strangers = 10_000
    /// Sessions of one account; the one unused for longest makes room.
    package static let each = 50
  }

  private struct Entry {
    let formToken: String
    let began: Instant
    var seen: Instant
    let account: AccountID?
    let reach: Session.Reach
    var ceremony: Ceremony?

    func isLive(at now: Instant) -> Bool {
      let age = now.seconds - began.seconds
      guard account != nil, reach == .desk else { return age < Limits.stranger }
      return age < Limits.absolute && now.seconds - seen.seconds < Limits.idle
    }

    func session(_ id: SessionID) -> Session {
      Session(id: id, formToken: formToken, reach: reach, began: began)
    }
  }

  /// Two tables: however many strangers come, they take no room from those who have signed in.
  private struct Tables {
    var known: [SessionID: Entry] = [:]
    var strangers: [SessionID: Entry] = [:]
    /// The strangers in the order in which they came, from `first` on.
    var arrivals: [SessionID] = []
    var first = 0

    mutating func admit(_ id: SessionID, _ entry: Entry, at now: Instant) {
      while first < arrivals.count {
        let oldest = strangers[arrivals[first]]
        guard arrivals.count - first >= Limits.strangers || oldest?.isLive(at: now) != true else { break }
        strangers[arrivals[first]] = nil
        first += 1
      }
      if first > Limits.strangers {
        arrivals.removeFirst(first)
        first = 0
      }
      arrivals.append(id)
      strangers[id] = entry
    }

    mutating func enter(_ id: SessionID, _ entry: Entry, at now: Instant) {
      let own = known.filter { $0.value.account == entry.account }
      for (id, entry) in own where !entry.isLive(at: now) { known[id] = nil }
      let live = own.filter { $0.value.isLive(at: now) }
      if live.count >= Limits.each, let idlest = live.min(by: { $0.value.seen < $1.value.seen }) {
        known[idlest.key] = nil
      }
      known[id] = entry
    }

    subscript(id: SessionID) -> Entry? {
      get { known[id] ?? strangers[id] }
      set { if known[id] != nil { known[id] = newValue } else if strangers[id] != nil { strangers[id] = newValue } }
    }
  }

  private let tables = Mutex(Tables())

  package init() {}

  private static func id(of secret: String) -> SessionID {
    SessionID(digest: Array(SHA256.hash(data: Array(secret.utf8))))
  }

  /// Begins a session. Signing in always begins a new one, so that a secret planted before is worth nothing after.
  package func begin(
    _ account: AccountID?, at now: Instant, reach: Session.Reach = .desk
  ) -> (secret: String, session: Session) {
    let secret = Secret.token()
    let entry = Entry(formToken: Secret.token(), began: now, seen: now, account: account, reach: reach)
    let id = Sessions.id(of: secret)
    tables.withLock { tables in
      if account == nil { tables.admit(id, entry, at: now) } else { tables.enter(id, entry, at: now) }
    }
    return (secret, entry.session(id))
  }

  /// The session of a cookie's secret, if it still lives; asking keeps it alive.
  package func find(_ secret: String, at now: Instant) -> (session: Session, account: AccountID?)? {
    let id = Sessions.id(of: secret)
    return tables.withLock { tables in
      guard var entry = tables[id] else { return nil }
      guard entry.isLive(at: now) else {
        tables[id] = nil
        return nil
      }
      entry.seen = max(entry.seen, now)
      tables[id] = entry
      return (entry.session(id), entry.account)
    }
  }

  /// Ends a session for good.
  package func end(_ id: SessionID) { tables.withLock { $0[id] = nil } }

  /// Ends every session of an account but one: it was closed, or its keys changed.
  package func end(all account: AccountID, but kept: SessionID? = nil) {
    tables.withLock { tables in
      tables.known = tables.known.filter { $0.value.account != account || $0.key == kept }
    }
  }

  /// How many there are, for the metrics.
  package func count(at now: Instant) -> Int {
    tables.withLock { $0.known.values.filter { $0.isLive(at: now) }.count }
  }

  // MARK: Ceremonies

  /// Remembers what a sign-in under way must be answered with; what was remembered before is forgotten.
  func remember(_ ceremony: Ceremony, in id: SessionID) { tables.withLock { $0[id]?.ceremony = ceremony } }

  /// What is remembered, once: a challenge serves one try.
  func takeCeremony(of id: SessionID) -> Ceremony? {
    tables.withLock { tables in
      let ceremony = tables[id]?.ceremony
      tables[id]?.ceremony = nil
      return ceremony
    }
  }
}
