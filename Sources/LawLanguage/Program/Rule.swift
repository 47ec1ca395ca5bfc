/// A checked norm: `rule` or `limit`.
public struct Rule: Sendable, Hashable {
  /// Its law and its own name. Versions share it.
  public let name: QualifiedName
  /// The citation of the clause, without that of the law.
  public let cite: String
  /// When this version is in force, within its law.
  public internal(set) var period: Period
  /// What its wording rests on.
  public let provenance: Provenance
  /// The reading it belongs to, if its clause is contested.
  public let reading: Reading?
  /// Whom it binds.
  public let who: Who
  /// What it does.
  public let modality: Modality
  /// `must every`.
  public let every: Bool
  /// The act.
  public let act: String
  /// To whom the act is owed.
  public let recipient: String?
  /// Makes it a duty.
  public let trigger: Trigger?
  /// The paper it is limited to; nil on every ground.
  public let paper: PaperCondition?
  /// All must be true.
  public internal(set) var conditions: [Clause]
  /// Any takes the norm away.
  public let exceptions: [RuleException]
  /// Rules that yield to this one.
  public let notwithstanding: [QualifiedName]
  /// What must come first.
  public let steps: [Step]
  /// The bounds of the act.
  public let bounds: [WindowBound]
  /// When the duty is due.
  public let due: Due?
  /// The rule in plain words: its `says`, or the first paragraph of its section.
  public let text: String
  /// Whether the words are the rule's own, not those of its whole section.
  public let hasOwnWords: Bool
  /// Where it stands.
  public let location: SourceLocation

  /// Whether it commands an act only upon a trigger.
  public var isDuty: Bool { trigger != nil }
}

/// A reading of a contested clause.
public struct Reading: Sendable, Hashable {
  /// The `contested` declaration.
  public let contest: QualifiedName
  /// The reading's name.
  public let name: String
}

/// Which agencies a norm binds.
public struct Who: Sendable, Hashable {
  /// The kinds.
  public let agencies: AgencySet
  /// Places of the acting agency; empty: all of the law's own.
  public let places: [String]
  /// Capacities of the acting agency; empty: all.
  public let capacities: [Capacity]
}

/// Kinds of agencies.
public enum AgencySet: Sendable, Hashable {
  case any
  case kind(String)
  case named(QualifiedName)
}

/// A condition with the citation it may have.
public struct Clause: Sendable, Hashable {
  /// What must be true.
  public let condition: Condition
  /// The citation, if it has one of its own.
  public let cite: String?
}

/// An `unless`, with its own exceptions.
public struct RuleException: Sendable, Hashable {
  /// Opens the exception.
  public let condition: Condition
  /// Its citation.
  public let cite: String
  /// Any of these closes it again.
  public let exceptions: [RuleException]
}

/// `on a paper in LIST where …`.
public struct PaperCondition: Sendable, Hashable {
  /// The kinds; nil for any paper.
  public let list: ListReference?
  /// A condition on the paper's fields, on facts and on request dates.
  public let condition: Condition?
  /// Kinds of which another paper must (or must not) lie beside it.
  public let accompaniment: [Accompaniment]

  /// Whether another paper must be there.
  public struct Accompaniment: Sendable, Hashable {
    /// True for `accompanied by`, false for `not accompanied by`.
    public let present: Bool
    /// The kinds.
    public let list: ListReference
  }
}

/// What fires a duty.
public enum Trigger: Sendable, Hashable {
  /// The rule's paper is offered.
  case receipt
  case before(String)
  case doing(String)
  case refusing(String)
  /// A date or instant fact.
  case event(String)
  case each(Recurrence)
}

/// `only after STEP`.
public struct Step: Sendable, Hashable {
  /// The step; the fact of the same name says whether it is done.
  public let step: String
  /// When it is needed at all.
  public let condition: Condition?
  /// Its citation, or the rule's.
  public let cite: String
}

/// A bound of an act's window.
public enum WindowBound: Sendable, Hashable {
  case notBefore(Moment)
  case until(Moment)
  /// At most so many hours from a date, perhaps with days left out: `saturdays`, `sundays` or a calendar's name.
  case atMost(hours: Int, from: Test.Subject, notCounting: [String])
}

/// A moment reckoned from a date of the facts or the request.
public enum Moment: Sendable, Hashable {
  case date(Test.Subject)
  /// So much before or after a date. Units are hours, days, weeks, months or years.
  case offset(Int, TimeUnit, before: Bool, Test.Subject)
  /// 24:00 of its day, printed as 11:59 pm.
  case endOfDay(Test.Subject)
}

/// When a duty is due.
public enum Due: Sendable, Hashable {
  case withoutDelay
  /// From the trigger, or from a date.
  case within(Int, TimeUnit, of: Test.Subject?, notCounting: [String])
  case atLeastBefore(Int, TimeUnit, Test.Subject)
  case before(Test.Subject)
  /// By a day of the year, for the calendar year before.
  case by(month: Int, day: Int)
}
