/// A checked condition. Names are looked up, types agree; definitions and lists stay by name, for their version depends on the day.
public indirect enum Condition: Sendable, Hashable {
  case not(Condition)
  case all([Condition])
  case any([Condition])
  /// A definition of a law.
  case defined(QualifiedName)
  case test(Test)
  case count(RecordCount)
}

/// The name of a declaration and the law that declares it: `il.trust` and `no-hold`.
public struct QualifiedName: Sendable, Hashable, Comparable, CustomStringConvertible {
  /// The law's name.
  public let law: String
  /// The declaration's own name.
  public let name: String

  /// A name within a law.
  public init(law: String, name: String) {
    self.law = law
    self.name = name
  }

  /// The own name tells nearly all apart.
  public func hash(into hasher: inout Hasher) { hasher.combine(name) }

  /// `il.trust.no-hold`.
  public var description: String { law + "." + name }

  /// By law, then by name.
  public static func < (left: QualifiedName, right: QualifiedName) -> Bool {
    (left.law, left.name) < (right.law, right.name)
  }
}

/// One comparison of one value.
public struct Test: Sendable, Hashable {
  /// What is looked at.
  public let subject: Subject
  /// What it is compared with.
  public let comparison: Comparison

  /// A comparison of a value.
  public init(subject: Subject, comparison: Comparison) {
    self.subject = subject
    self.comparison = comparison
  }

  /// Where a value comes from.
  public enum Subject: Sendable, Hashable {
    /// A fact of the vocabulary.
    case fact(String)
    /// A field of the record in scope (inside a `RecordCount`) or of the paper in scope (inside a `PaperCondition`).
    case field(String)
    /// A date of the request.
    case date(RequestDate)
  }

  /// The comparisons of the language.
  public enum Comparison: Sendable, Hashable {
    /// A yes/no value is yes.
    case holds
    /// A choice is this one.
    case choice(String)
    /// A number is this one.
    case number(Int)
    /// A number in the fact's own unit.
    case bound(NumberBound, Int)
    /// A choice or code is in a list, or in an inline list of choices.
    case inList(ListReference)
    /// A day (an instant counts as its day in the agency's zone) in an order to another.
    case date(DateOrder, DateReference)
    /// `within N UNIT before|after DATE [not counting RECORDS]`.
    case within(Span, before: Bool, DateReference, notCounting: String?)
  }
}

/// A number of days, weeks, months or years, and what 29 February becomes.
public struct Span: Sendable, Hashable {
  /// How many.
  public let count: Int
  /// Of what; never hours or business days.
  public let unit: TimeUnit
  /// Whether a day that does not exist becomes the last of its month, not the first of the next.
  public let leapDayClamped: Bool

  /// A span of whole units.
  public init(count: Int, unit: TimeUnit, leapDayClamped: Bool = false) {
    self.count = count
    self.unit = unit
    self.leapDayClamped = leapDayClamped
  }

  /// The day this much later.
  public func after(_ day: Day) -> Day { shifted(day, by: count) }

  /// The day this much earlier.
  public func before(_ day: Day) -> Day { shifted(day, by: -count) }

  private func shifted(_ day: Day, by count: Int) -> Day {
    switch unit {
    case .weeks: day.adding(days: 7 * count)
    case .months: day.adding(months: count, clamped: leapDayClamped)
    case .years: day.adding(months: 12 * count, clamped: leapDayClamped)
    case .days, .hours, .businessDays: day.adding(days: count)
    }
  }
}

/// A day written in the law, or a date of the record, the facts or the request.
public enum DateReference: Sendable, Hashable {
  case day(Day)
  case subject(Test.Subject)
}

/// A list by name, or written in place.
public enum ListReference: Sendable, Hashable {
  case named(QualifiedName)
  case inline([String])
}

/// `any`, `no` or `at least N RECORD where CONDITION`. `any` is at least 1; `no` is its negation.
public struct RecordCount: Sendable, Hashable {
  /// The name of the list of records, such as `convictions`.
  public let records: String
  /// How many must pass; 1 or more.
  public let atLeast: Int
  /// What a record must pass; nil if every record counts. It tests fields of the record, facts and request dates.
  public let condition: Condition?

  /// So many records that pass.
  public init(records: String, atLeast: Int, condition: Condition?) {
    self.records = records
    self.atLeast = atLeast
    self.condition = condition
  }
}
