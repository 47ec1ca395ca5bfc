public import LawLanguage

/// A rule of one edition that binds the agency, compiled.
///
/// Immutable, and a class so that the many places that look at it share it.
public final class Norm: Sendable {
  /// The rule it is made of.
  public let rule: Rule
  /// The rank of its law.
  public let rank: Rank
  /// Whether its law says that nothing in it gives authority.
  public let createsNoAuthority: Bool
  /// The citation with its law's: `5 ILCS 805 § 15(a)`.
  public let cite: String
  /// Its reading is followed and its event has happened: before that it has no say at all.
  public let gate: Formula
  /// The gate, paper and conditions.
  public let base: Formula
  /// Its paper; true on every ground if it names none.
  package let paper: Formula
  /// What must be so besides, clause by clause.
  package let conditions: [Formula]
  /// Any exception is open.
  public let opened: Formula
  /// The exceptions one by one, for the reasons.
  public let exceptions: [Opening]
  /// Conditions of its steps, in order.
  public let steps: [Formula]
  /// Norms written notwithstanding this one: indices into the edition.
  public let yieldsTo: [Int]
  /// Clauses that strike this one while they hold: indices into the edition's voids.
  public let voidedBy: [Int]
  /// Suspensions that name this one and reach this agency, with the acts they are limited to.
  public let suspensions: [SuspensionReach]
  /// What it is made of, where that decides all of it, for every agency of its day: nothing strikes or suspends it.
  package let shared: Compiled?

  init(_ compiled: Compiled, yieldsTo: [Int], voidedBy: [Int], suspensions: [SuspensionReach]) {
    rule = compiled.rule
    rank = compiled.rank
    createsNoAuthority = compiled.createsNoAuthority
    cite = compiled.cite
    gate = compiled.gate
    paper = compiled.paper
    conditions = compiled.conditions
    base = compiled.base
    opened = compiled.opened
    exceptions = compiled.exceptions
    steps = compiled.steps
    self.yieldsTo = yieldsTo
    self.voidedBy = voidedBy
    self.suspensions = suspensions
    shared = compiled.isShared && voidedBy.isEmpty && suspensions.isEmpty ? compiled : nil
  }

  /// A norm before it is known what takes it out.
  package final class Compiled: Sendable {
    let rule: Rule
    let rank: Rank
    let createsNoAuthority: Bool
    let cite: String
    let gate: Formula
    let paper: Formula
    let conditions: [Formula]
    let exceptions: [Opening]
    let steps: [Formula]
    let base: Formula
    let opened: Formula
    /// Whether it is the same for every agency that it binds on its day.
    let isShared: Bool

    init(
      rule: Rule, rank: Rank, createsNoAuthority: Bool, cite: String, gate: Formula, paper: Formula,
      conditions: [Formula], exceptions: [Opening], steps: [Formula], isShared: Bool
    ) {
      self.rule = rule
      self.rank = rank
      self.createsNoAuthority = createsNoAuthority
      self.cite = cite
      self.gate = gate
      self.paper = paper
      self.conditions = conditions
      self.exceptions = exceptions
      self.steps = steps
      base = .conjunction([gate, paper] + conditions)
      opened = .disjunction(exceptions.map(\.formula))
      self.isShared = isShared
    }
  }

  /// An exception and when it is open.
  public struct Opening: Sendable {
    /// Its citation, with the law's.
    public let cite: String
    /// Its own exceptions included.
    public let formula: Formula
    /// Where it stands, if it is one to several rules; nil for one of the rule's own.
    package let group: SourceLocation?
  }

  /// A suspension and the acts it is limited to; none: all.
  public struct SuspensionReach: Sendable {
    /// The suspension.
    public let name: QualifiedName
    /// Its citation, with the law's.
    public let cite: String
    /// The order in plain words.
    public let text: String
    /// What its wording rests on.
    public let provenance: Provenance
    /// The acts, their kinds included; empty: all.
    public let acts: [String]
    /// When it takes the norm out: always, but for the day of an hour at which the order begins or ends.
    public let holds: Formula
  }
}

/// A norm with a trigger, ready to be looked at.
public struct DutyNorm: Sendable {
  /// The index into the edition's norms.
  public let norm: Int
  /// What decides whether it is owed.
  public let slice: Slice
  /// The act that it hangs on and the kinds of that act; empty if it hangs on none.
  public let triggerActs: Set<String>
}

extension Trigger {
  /// The act that the trigger hangs on.
  var act: String? {
    switch self {
    case .before(let act), .doing(let act), .refusing(let act): act
    case .receipt, .event, .each: nil
    }
  }
}

/// A `void` of one edition that binds the agency, compiled.
public struct VoidNorm: Sendable {
  /// As the law has it.
  public let clause: VoidClause
  /// Its citation, with the law's.
  public let cite: String
  /// Reading, conditions, and no exception open.
  public let holds: Formula
}

/// A presumption of one edition, compiled.
public struct PresumptionNorm: Sendable {
  /// As the law has it.
  public let clause: Presumption
  /// Its citation, with the law's.
  public let cite: String
  /// When it fills the fact.
  public let condition: Formula
}

/// An untranslated clause of one edition that binds the agency, compiled.
public struct UntranslatedNorm: Sendable {
  /// It is about the paper that is the ground.
  public let paper: Formula
  /// As the law has it.
  public let clause: UntranslatedClause
  /// Its citation, with the law's.
  public let cite: String
  /// When it could matter.
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
