import LawLanguage

/// Where a test looks: a fact, a field of papers, a field of a list's records.
package enum Slot: Hashable, Sendable {
  case fact(String)
  case paper(String)
  case record(String, String)
}

/// All that some predicates look at, and how: what cuts the values of unknowns into those that the law tells apart.
package struct Looks: Sendable {
  package private(set) var tests: [Slot: [ScalarTest.Comparison]] = [:]
  package private(set) var relations: [Relation] = []
  package private(set) var lookBacks: [LookBack] = []
  /// Dates of the request that are held against a slot.
  private(set) var mirrored: [(date: RequestDate, comparison: ScalarTest.Comparison, slot: Slot)] = []
  /// One code for each way of being in the lists, and one that is in none.
  private var codes: [Slot: [String]] = [:]

  /// A look-back that leaves out the days of a list's records.
  package struct LookBack: Sendable {
    package let slot: Slot
    let other: Slot?
    let reference: DateReference
    let span: Span
    let before: Bool
    package let list: String
  }

  /// Two slots whose days a test compares.
  package struct Relation: Sendable {
    package let left: Slot
    package let right: Slot
    let comparison: ScalarTest.Comparison
  }

  /// What the predicates look at, and the constraints on the records of some lists.
  package init(of predicates: [Int], constraining records: [String: [Formula]], in table: [Predicate]) {
    for index in predicates { collect(index, list: nil, in: table) }
    for list in records.keys.sorted() {
      for constraint in records[list] ?? [] { constraint.forEachAtom { collect($0, list: list, in: table) } }
    }
    for (slot, comparisons) in tests { codes[slot] = Looks.codes(comparisons) }
  }

  private mutating func collect(_ index: Int, list: String?, in table: [Predicate]) {
    switch table[index] {
    case .request(let test): collect(test) { _ in nil }
    case .paper(let test): collect(test) { .paper($0) }
    case .record(let test): if let list { collect(test) { .record(list, $0) } }
    case .count(let count): count.condition?.forEachAtom { collect($0, list: count.records, in: table) }
    case .paperKind, .anyPaper, .accompanied, .happened, .reading: break
    }
  }

  private mutating func collect(_ test: ScalarTest, field: (String) -> Slot?) {
    guard let slot = slot(test.subject, field: field) else {
      // A date of the request against an unknown: the cut is on the other side.
      if case .date(let date) = test.subject { collectMirror(of: date, test.comparison, field: field) }
      return
    }
    tests[slot, default: []].append(test.comparison)
    switch test.comparison {
    case .date(_, .subject(let subject)):
      if let other = self.slot(subject, field: field) {
        relations.append(Relation(left: slot, right: other, comparison: test.comparison))
      }
    case .within(let span, let before, let reference, let intervals):
      var other: Slot?
      if case .subject(let subject) = reference { other = self.slot(subject, field: field) }
      if let other { relations.append(Relation(left: slot, right: other, comparison: test.comparison)) }
      if let intervals {
        lookBacks.append(
          LookBack(slot: slot, other: other, reference: reference, span: span, before: before, list: intervals))
      }
    case .holds, .choice, .number, .bound, .member, .date: break
    }
  }

  private mutating func collectMirror(
    of date: RequestDate, _ comparison: ScalarTest.Comparison, field: (String) -> Slot?
  ) {
    let reference: DateReference
    switch comparison {
    case .date(_, let other): reference = other
    case .within(_, _, let other, _): reference = other
    case .holds, .choice, .number, .bound, .member: return
    }
    guard case .subject(let subject) = reference, let slot = slot(subject, field: field) else { return }
    mirrored.append((date, comparison, slot))
  }

  private func slot(_ subject: Test.Subject, field: (String) -> Slot?) -> Slot? {
    switch subject {
    case .fact(let name): .fact(name)
    case .field(let name): field(name)
    case .date: nil
    }
  }

  // MARK: Values that hang on the law alone

  /// One number of each stretch on which no test changes.
  func numbers(of slot: Slot) -> [Int] {
    var cuts = Set<Int>()
    for comparison in tests[slot] ?? [] {
      switch comparison {
      case .number(let value): cuts.formUnion([value, value + 1])
      case .bound(.atLeast, let limit), .bound(.under, let limit): cuts.insert(limit)
      case .bound(.over, let limit), .bound(.atMost, let limit): cuts.insert(limit + 1)
      case .holds, .choice, .member, .date, .within: break
      }
    }
    let sorted = cuts.sorted()
    guard let first = sorted.first else { return [0] }
    return ([first - 1] + sorted).filter { $0 >= 0 }
  }

  func codes(of slot: Slot) -> [String] { codes[slot] ?? [Looks.stranger] }

  private static let stranger = "(in no list)"

  private static func codes(_ comparisons: [ScalarTest.Comparison]) -> [String]? {
    var entries = Set<String>()
    var lists: [Set<String>] = []
    for comparison in comparisons {
      switch comparison {
      case .member(let members): lists.append(members)
      case .holds, .choice, .number, .bound, .date, .within: break
      }
    }
    for list in lists { entries.formUnion(list) }
    guard !entries.isEmpty else { return nil }
    var seen = Set<[Bool]>()
    return (entries.sorted() + [stranger]).filter { entry in
      seen.insert(lists.map { Situation.matches(code: entry, in: $0) }).inserted
    }
  }
}
