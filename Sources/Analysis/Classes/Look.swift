import LawLanguage
package import Norms

/// What a condition looks at, wherever it stands: predicates of several editions and grounds, each once.
package enum Look: Hashable, Sendable {
  /// A fact or a date of the request.
  case request(ScalarTest)
  /// A field of the paper at an index of the offer.
  case paper(Int, ScalarTest)
  /// A field of one record of a list; only within a count.
  case record(ScalarTest)
  /// How many records of a list pass a condition over looks; nil: every record counts.
  case count(list: String, atLeast: Int, condition: Formula?)
  /// The date or instant does not lie after the decision.
  case happened(String)
}

/// Something whose value decides looks: a fact, a paper's field, the records of a list.
package enum Source: Hashable, Sendable {
  case fact(String)
  case paper(Int, field: String)
  case list(String)
}

/// Numbers looks, so that formulas of several editions and grounds are over one numbering.
struct LookTable: Sendable {
  private(set) var looks: [Look] = []
  private var numbers: [Look: Int] = [:]

  mutating func number(of look: Look) -> Int {
    let number = numbers.number(of: look)
    if number == looks.count { looks.append(look) }
    return number
  }

  /// As the values of unknowns are looked for: papers are told apart elsewhere.
  var predicates: [Predicate] {
    looks.map { look in
      switch look {
      case .request(let test): .request(test)
      case .paper(_, let test): .paper(test)
      case .record(let test): .record(test)
      case .count(let list, let atLeast, let condition):
        .count(CountTest(records: list, atLeast: atLeast, condition: condition))
      case .happened(let fact): .request(Look.hasHappened(fact))
      }
    }
  }

  /// What decides a look.
  func sources(of number: Int) -> [Source] {
    switch looks[number] {
    case .request(let test), .record(let test): sources(of: test) { _ in nil }
    case .paper(let paper, let test): sources(of: test) { .paper(paper, field: $0) }
    case .count(let list, _, let condition): [.list(list)] + (condition.map(sources) ?? [])
    case .happened(let fact): [.fact(fact)]
    }
  }

  /// What decides any of a formula's looks.
  func sources(of formula: Formula) -> [Source] {
    var found: [Source] = []
    formula.forEachAtom { found += sources(of: $0) }
    return found
  }

  private func sources(of test: ScalarTest, field: (String) -> Source?) -> [Source] {
    var found: [Source] = []
    func note(_ subject: Test.Subject) {
      switch subject {
      case .fact(let name): found.append(.fact(name))
      case .field(let name): if let source = field(name) { found.append(source) }
      case .date: break
      }
    }
    note(test.subject)
    switch test.comparison {
    case .date(_, .subject(let subject)): note(subject)
    case .within(_, _, let reference, let intervals):
      if case .subject(let subject) = reference { note(subject) }
      if let intervals { found.append(.list(intervals)) }
    case .holds, .choice, .number, .bound, .member, .date: break
    }
    return found
  }
}

extension Look {
  /// An event has happened when it is recorded and does not lie after the decision.
  static func hasHappened(_ fact: String) -> ScalarTest {
    ScalarTest(subject: .fact(fact), comparison: .date(.onOrBefore, .subject(.date(.decided))))
  }
}
