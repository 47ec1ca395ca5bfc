public import LawLanguage

/// A time by which something is to happen in a case, with its law and how it was reckoned. No outage, review or open
/// question ever stops one.
public struct CaseClock: Sendable, Hashable, Codable {
  /// What names it within the case.
  public let key: String
  /// What runs.
  public let kind: Kind
  /// What is to happen, in words.
  public let title: String
  /// The last moment; nil where the law names none that can be reckoned.
  public let due: Instant?
  /// The last day, where the law counts days.
  public let dueDay: Day?
  /// The citation; nil where it is no law but the office's own care.
  public let cite: String?
  /// How it was reckoned, in words.
  public let arithmetic: String
  /// Whether the law says without delay, or names no time: it is due from the moment it is owed.
  public let isImmediate: Bool

  /// What runs.
  public enum Kind: String, Sendable, Hashable, Codable, CaseIterable {
    /// What came in is to be read by somebody.
    case read
    /// The time at which the person would otherwise be released: an officer decides before.
    case decide
    /// Counsel is to be called.
    case callCounsel = "call-counsel"
    /// The time at which authority to keep the person ends.
    case authorityEnds = "authority-ends"
    /// The time from which an act may be done.
    case windowOpens = "window-opens"
    /// The time until which an act may be done.
    case windowEnds = "window-ends"
    case duty, step
    /// A second person looks at a decision.
    case review
    /// A decision is no longer what the law says.
    case reconsider
  }

  /// Whether it has run out.
  public func isOverdue(at now: Instant) -> Bool { due.map { $0 < now } ?? false }
}

/// Until when the person may be kept under the papers of this case.
public enum KeepingAuthority: Sendable, Hashable {
  /// Nobody asks to keep the person.
  case notAsked
  /// Authority ends at a moment, by the law cited.
  case ends(Instant, cites: [String], arithmetic: String)
  /// There is authority, and when it ends is not known: why.
  case endNotKnown(String, cites: [String])
  /// There is authority, and no law was found that ends it.
  case noEndFound(cites: [String])
  /// These papers give none. When the person's own ground ends, as recorded.
  case none(ownGroundEnds: Instant?)
  /// Whether there is any is not settled, and until it is there is none. When the person's own ground ends.
  case notSettled(ownGroundEnds: Instant?)

  /// In words for the head of a case.
  public func sentence(in words: MomentWords) -> String {
    func own(_ instant: Instant?) -> String {
      instant.map { " The time of release on record is \(words.text($0))." }
        ?? " No time of release is on record."
    }
    switch self {
    case .notAsked: return "Nobody asks to keep this person."
    case .ends(let instant, let cites, _):
      return "Authority to keep this person under these papers ends at \(words.ending(instant))"
        + (cites.isEmpty ? "." : " (\(cites.joined(separator: ", "))).")
    case .endNotKnown(let why, _): return "When authority to keep this person ends is not known: \(why)."
    case .noEndFound(let cites):
      return "No law was found that ends the authority to keep this person (\(cites.joined(separator: ", ")))."
    case .none(let own_): return "These papers give no authority to keep this person." + own(own_)
    case .notSettled(let own_):
      return "Whether these papers give authority to keep this person is not settled; until it is, they give none."
        + own(own_)
    }
  }
}
