/// What a norm does to an act.
public enum Modality: String, Sendable, Hashable, CaseIterable {
  case must
  case mustNot = "must not"
  case may
  case givesAuthority = "has authority to"
  case deniesAuthority = "has no authority to"
  /// A `limit`: bounds and steps only.
  case limits
}

/// Where the wording of a rule comes from.
public enum Provenance: Sendable, Hashable {
  /// The text was read: where and when.
  case verified(String)
  /// Another source says so.
  case secondary(String)
  /// Nobody looked yet.
  case unverified

  /// `verified`, `secondary` or `unverified`.
  public var word: String {
    switch self {
    case .verified: "verified"
    case .secondary: "secondary"
    case .unverified: "unverified"
    }
  }
}

/// The ranks of law, highest first.
public enum Rank: Int, Sendable, Hashable, Comparable, CaseIterable {
  case federalConstitution, federalStatute, federalRegulation
  case stateConstitution, stateStatute, stateRegulation
  case ordinance, policy

  /// Higher rank first: `a < b` means that a displaces b.
  public static func < (left: Rank, right: Rank) -> Bool { left.rawValue < right.rawValue }

  /// Whether a bare `may` of this rank gives authority: state statute or higher.
  public var mayGivesAuthority: Bool { self <= .stateStatute }

  /// In words: `state statute`.
  public var title: String {
    switch self {
    case .federalConstitution: "US constitution"
    case .federalStatute: "federal statute"
    case .federalRegulation: "federal regulation"
    case .stateConstitution: "state constitution"
    case .stateStatute: "state statute"
    case .stateRegulation: "state regulation or directive"
    case .ordinance: "local ordinance"
    case .policy: "agency policy"
    }
  }
}

/// In which right the agency acts.
public enum Capacity: String, Sendable, Hashable, CaseIterable {
  case own
  case onBehalf = "on-behalf"
  case contractor
  case deputised
}

/// How often a period recurs.
public enum Recurrence: String, Sendable, Hashable, CaseIterable {
  case year, quarter, month
}

/// Which way an untranslated clause could push an answer.
public enum Direction: String, Sendable, Hashable, CaseIterable {
  case permit, forbid, require
}

/// Units of numbers and of time.
public enum TimeUnit: String, Sendable, Hashable, CaseIterable {
  case hours, days, weeks, months, years
  case businessDays = "business-days"
}

/// `at least`, `at most`, `over`, `under`.
public enum NumberBound: String, Sendable, Hashable, CaseIterable {
  case atLeast = "at least"
  case atMost = "at most"
  case over, under

  /// Whether the number stands in this relation to the limit.
  public func holds(_ number: Int, _ limit: Int) -> Bool {
    switch self {
    case .atLeast: number >= limit
    case .atMost: number <= limit
    case .over: number > limit
    case .under: number < limit
    }
  }
}

/// `on or after`, `on or before`, `before`, `after`.
public enum DateOrder: String, Sendable, Hashable, CaseIterable {
  case onOrAfter = "on or after"
  case onOrBefore = "on or before"
  case before, after

  /// Whether the day stands in this relation to the limit.
  public func holds(_ day: Day, _ limit: Day) -> Bool {
    switch self {
    case .onOrAfter: day >= limit
    case .onOrBefore: day <= limit
    case .before: day < limit
    case .after: day > limit
    }
  }
}

/// The dates every request has.
public enum RequestDate: String, Sendable, Hashable, CaseIterable {
  /// When the request was made.
  case asked
  /// When it is decided.
  case decided
  /// When the act is done: the day whose edition applies.
  case acted
}
