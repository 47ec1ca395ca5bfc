public import LawLanguage

/// Which cases are handed out.
public enum ExportRange: Sendable, Hashable, Codable {
  /// One, sealed or not.
  case one(CaseNumber)
  /// Those that came in on these days.
  case received(from: Day, to: Day)
  /// All of them.
  case all
}

/// That cases are to be handed out for discovery: proposed by counsel, confirmed by a second person, then fetched by
/// counsel for some days.
public struct ExportProposal: Sendable, Hashable {
  /// Its number.
  public let number: Int
  /// What was asked for.
  public let range: ExportRange
  /// The cases that this was when it was proposed: these and no others are handed out.
  public let cases: [CaseNumber]
  /// How many sealed cases of the range are left out; each can be named by its number.
  public let sealedLeftOut: Int
  /// Who proposed it.
  public let by: Signature
  /// When.
  public let at: Instant
  /// Who confirmed it, and when; nil where nobody has.
  public internal(set) var confirmed: Confirmation?
  /// Whether it was withdrawn.
  public internal(set) var isWithdrawn = false
  /// Each time that it was handed out.
  public internal(set) var handedOut: [Receipt] = []

  /// That a second person confirmed it.
  public struct Confirmation: Sendable, Hashable {
    /// Who.
    public let by: Signature
    /// When.
    public let at: Instant
  }

  /// That it was handed out, as the log has it.
  public struct Receipt: Sendable, Hashable {
    /// To whom.
    public let by: Signature
    /// When.
    public let at: Instant
    /// SHA-256 of the file.
    public let digest: String
    /// The log's entry.
    public let entry: Int
  }

  /// How many days it waits for a second person.
  public static let waits: Int64 = 30
  /// How many days after that it can be fetched.
  public static let lasts: Int64 = 7
  /// The most cases that one can hand out.
  public static let most = 50
  /// The largest file.
  public static let largest = 256 << 20

  /// When it lapses, or can no longer be fetched.
  public var ends: Instant {
    confirmed.map { $0.at.adding(seconds: ExportProposal.lasts * 86_400) }
      ?? at.adding(seconds: ExportProposal.waits * 86_400)
  }

  /// Whether it waits for a second person.
  public func isWaiting(at now: Instant) -> Bool { confirmed == nil && !isWithdrawn && now < ends }

  /// Whether counsel can fetch it.
  public func isOpen(at now: Instant) -> Bool { confirmed != nil && !isWithdrawn && now < ends }
}

/// What is handed out.
public struct HandedExport: Sendable {
  /// An archive with a folder for each case, which `tenth verify` checks.
  public let bytes: [UInt8]
  /// How the log remembers it.
  public let receipt: ExportProposal.Receipt
}
