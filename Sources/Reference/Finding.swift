public import LawLanguage

/// What the reference interpreter finds for a request: plain data, to be compared with what a faster path decides.
public struct Finding: Sendable, Hashable {
  /// One per act asked, in order.
  public var answers: [ActFinding]
  /// What is owed, in order of the laws and their rules.
  public var duties: [DutyFinding]
}

/// What the law says of one act.
public struct ActFinding: Sendable, Hashable {
  /// The act asked about.
  public var act: String
  /// The answer that all completions give, or `undetermined`.
  public var answer: Answer
  /// Nil while undetermined, or if completions differ in it.
  public var basis: Basis?
  /// The index of the paper it rests on; nil for none, while undetermined, or if completions differ in it.
  public var ground: Int?
  /// The answers that completions give.
  public var possible: Set<Answer>
  /// The first moment at which the act may be done; nil for none, or if completions differ in it.
  public var windowFrom: Instant?
  /// The last moment at which the act may be done; nil for none, or if completions differ in it.
  public var windowUntil: Instant?
  /// Whether some bound hangs on a date that is not recorded.
  public var windowIsOpen: Bool
  /// The steps that come first, in order of the laws.
  public var first: [String]
  /// The norms that all completions rest on; of an undetermined act, those that any rests on.
  public var reasons: Set<NormReason>
  /// What a reader must also know.
  public var cautions: Set<CautionCode>
  /// The facts that matter, as a user writes them: `age`, `i247a.signer`, `convictions`, `convictions[0].class`.
  public var matters: Set<String>
  /// How many unknowns were looked at, those that constraints tie to them included.
  public var unknowns: Int
  /// How many completions they have.
  public var completions: Int
}

/// A norm and the part it plays.
public struct NormReason: Sendable, Hashable {
  /// The rule.
  public var rule: QualifiedName
  /// Its part.
  public var role: Role

  /// A norm in a part.
  public init(_ rule: QualifiedName, _ role: Role) {
    self.rule = rule
    self.role = role
  }
}

/// A duty that is owed, or may be.
public struct DutyFinding: Sendable, Hashable {
  /// The rule that commands it.
  public var rule: QualifiedName
  /// Whether it hangs on an act being done or refused.
  public var contingent: Bool
  /// Whether every completion owes it.
  public var certain: Bool
  /// When it is due, if the law counts hours or names a moment that is recorded.
  public var due: Instant?
  /// On which day it is due, if the law counts days.
  public var dueDay: Day?
}

/// Why a request could not be interpreted.
public enum InterpretationError: Error, Hashable {
  /// There are more completions than the caller allowed.
  case tooManyCompletions
  /// What is recorded breaks the vocabulary's constraints.
  case inconsistentRequest
  /// Neither the locality nor the jurisdiction has a time zone.
  case noZone(place: String)
}
