public import LawLanguage

/// A rule of one edition that binds the agency, compiled.
public struct Norm: Sendable {
  /// The rule it is made of.
  public let rule: Rule
  /// The rank of its law.
  public let rank: Rank
  /// Whether its law says that nothing in it gives authority.
  public let createsNoAuthority: Bool
  /// The citation with its law's: `5 ILCS 805 § 15(a)`.
  public let cite: String
  /// Reading, paper and conditions.
  public let base: Formula
  /// Any exception is open.
  public let opened: Formula
  /// The exceptions one by one, for the reasons.
  public let exceptions: [Opening]
  /// Norms written notwithstanding this one: indices into the edition.
  public internal(set) var yieldsTo: [Int] = []
  /// Clauses that strike this one while they hold: indices into the edition's voids.
  public internal(set) var voidedBy: [Int] = []
  /// Suspensions that name this one and reach this agency, with the acts they are limited to.
  public internal(set) var suspensions: [SuspensionReach] = []
  /// Conditions of its steps, in order.
  public let steps: [Formula]

  /// An exception and when it is open.
  public struct Opening: Sendable {
    /// Its citation, with the law's.
    public let cite: String
    /// Its own exceptions included.
    public let formula: Formula
  }

  /// A suspension and the acts it is limited to; none: all.
  public struct SuspensionReach: Sendable {
    public let name: QualifiedName
    public let cite: String
    public let text: String
    public let provenance: Provenance
    public let acts: [String]
  }
}

/// A `void` of one edition that binds the agency, compiled.
public struct VoidNorm: Sendable {
  public let clause: VoidClause
  public let cite: String
  /// Reading, conditions, and no exception open.
  public let holds: Formula
}

/// A presumption of one edition, compiled.
public struct PresumptionNorm: Sendable {
  public let clause: Presumption
  public let cite: String
  public let condition: Formula
}

/// An untranslated clause of one edition that binds the agency, compiled.
public struct UntranslatedNorm: Sendable {
  public let clause: UntranslatedClause
  public let cite: String
  public let condition: Formula
}

/// What a norm does to the act that is looked at.
public enum Force: Sendable, Hashable {
  case must, mustNot, may
  /// A `must` over an act of which this is only one kind: this kind meets it.
  case meets
  case givesAuthority, deniesAuthority
  case limits

  /// Whether the norm, standing, lets the agency do the act without commanding it.
  public var permits: Bool { self == .may || self == .meets }
}
