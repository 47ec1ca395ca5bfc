public import LawLanguage

/// What a token opens: as little as its program needs.
public enum ProgramScope: String, Sendable, Hashable, Codable, CaseIterable {
  /// See cases, without whom they are about.
  case casesRead = "cases:read"
  /// Hand in requests, and record papers, facts and what was done.
  case casesWrite = "cases:write"
  /// Take out the documents of a case, which name whom it is about.
  case documentsRead = "documents:read"
  /// See what is due.
  case dueRead = "due:read"
  /// See which law is adopted and what waits.
  case lawRead = "law:read"
  /// See the log's proofs of a case's entries.
  case logRead = "log:read"
  /// Be told when a case has changed.
  case hooks = "webhooks"

  /// What a program must be permitted to do, whatever its scopes.
  public var action: OfficeAction {
    switch self {
    case .casesRead, .dueRead, .logRead, .hooks: .readCases
    case .casesWrite: .recordFacts
    case .documentsRead: .readDocuments
    case .lawRead: .readLaw
    }
  }

  /// For whoever gives it: `see cases, without whom they are about`.
  public var title: String {
    switch self {
    case .casesRead: "see cases, without whom they are about"
    case .casesWrite: "hand in requests and documents, and record papers, facts and what was done"
    case .documentsRead: "take out documents, which name whom a case is about"
    case .dueRead: "see what is due"
    case .lawRead: "see which law is adopted and what waits"
    case .logRead: "see the log's proofs of a case's entries"
    case .hooks: "be told when a case has changed"
    }
  }
}

/// A program that uses the HTTP API, as its token names it.
public struct ProgramToken: Sendable, Hashable {
  /// Names it, and opens nothing.
  public let id: String
  /// What its makers call it: `Jail management system`.
  public let name: String
  /// What it opens.
  public let scopes: Set<ProgramScope>
  /// When it was made.
  public let made: Instant
  /// From when on it opens nothing.
  public let expires: Instant
  /// When it was revoked; nil while it was not.
  public let revoked: Instant?
  /// When it was last used, to the hour.
  public let used: Instant?
  /// Who the program is at the desk.
  public let staff: Staff

  init(
    id: String, name: String, agency: String, scopes: Set<ProgramScope>, made: Instant, expires: Instant,
    revoked: Instant?, used: Instant?
  ) throws(Staff.RolesClash) {
    self.id = id
    self.name = name
    self.scopes = scopes
    self.made = made
    self.expires = expires
    self.revoked = revoked
    self.used = used
    staff = try Staff(id: "program/\(id)", name: name, title: "", agency: agency, roles: [.apiClient])
  }

  /// Whether it opens anything.
  public func isLive(at now: Instant) -> Bool { revoked == nil && now < expires }

  /// The longest that one may live: a year.
  public static let longestLife: Int64 = 366 * 24 * 60 * 60
}

/// A new token, with what is shown once and never again.
public struct NewProgramToken: Sendable {
  /// The token.
  public let token: ProgramToken
  /// What the program sends: `Authorization: Bearer …`.
  public let bearer: String
  /// The secret of the address of its calendar of what is due.
  public let calendar: String
}
