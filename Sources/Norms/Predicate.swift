public import LawLanguage

/// What a numbered predicate looks at.
public enum Predicate: Sendable, Hashable {
  /// A fact or a date of the request.
  case request(ScalarTest)
  /// A field of the paper that is the ground.
  case paper(ScalarTest)
  /// A field of one record of a list.
  case record(ScalarTest)
  /// How many records of a list pass.
  case count(CountTest)
  /// The ground is a paper of one of these kinds.
  case paperKind(Set<String>)
  /// The ground is a paper.
  case anyPaper
  /// Another paper of one of these kinds lies beside the ground.
  case accompanied(Set<String>)
  /// The date or instant is recorded, and does not lie after the decision. Never unknown.
  case happened(String)
  /// A contested clause is read in this way: the index of the contest and of the reading.
  case reading(contest: Int, reading: Int)
}

extension Predicate {
  /// Whether it looks at the paper that is the ground.
  var looksAtGround: Bool {
    switch self {
    case .paper, .paperKind, .anyPaper, .accompanied: true
    case .request, .record, .count, .happened, .reading: false
    }
  }

  /// Whether it counts the records of a list.
  var countsRecords: Bool { if case .count = self { true } else { false } }
}

/// A comparison whose lists are those of the day.
public struct ScalarTest: Sendable, Hashable {
  /// What is compared.
  public let subject: Test.Subject
  /// With what.
  public let comparison: Comparison

  /// A comparison of a value.
  public init(subject: Test.Subject, comparison: Comparison) {
    self.subject = subject
    self.comparison = comparison
  }

  /// As `Test.Comparison`, with the members of lists in place of their names.
  public enum Comparison: Sendable, Hashable {
    case holds
    case choice(String)
    case number(Int)
    case bound(NumberBound, Int)
    case member(Set<String>)
    case date(DateOrder, DateReference)
    case within(Span, before: Bool, DateReference, notCounting: String?)
  }
}

extension ScalarTest {
  /// The fields it looks at.
  package var fields: [String] {
    var found: [String] = []
    if case .field(let name) = subject { found.append(name) }
    switch comparison {
    case .date(_, .subject(.field(let name))), .within(_, _, .subject(.field(let name)), _): found.append(name)
    case .holds, .choice, .number, .bound, .member, .date, .within: break
    }
    return found
  }
}

/// `any`, or `at least N`, of the records pass.
public struct CountTest: Sendable, Hashable {
  /// The list's name.
  public let records: String
  /// 1 or more.
  public let atLeast: Int
  /// What a record must pass, over the same table of predicates; nil: every record counts.
  public let condition: Formula?

  /// So many records that pass.
  package init(records: String, atLeast: Int, condition: Formula?) {
    self.records = records
    self.atLeast = atLeast
    self.condition = condition
  }
}

/// Numbers predicates as conditions are compiled; equal ones share a number.
struct PredicateTable {
  private(set) var predicates: [Predicate] = []
  private var index: [Predicate: Int] = [:]

  mutating func number(of predicate: Predicate) -> Int {
    let number = index.number(of: predicate)
    if number == predicates.count { predicates.append(predicate) }
    return number
  }
}
