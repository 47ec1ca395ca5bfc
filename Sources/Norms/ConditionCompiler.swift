import LawLanguage

/// Turns conditions into formulas over one table of predicates, with the definitions and lists of one day.
struct ConditionCompiler {
  let library: Library
  let day: Day
  var table = PredicateTable()
  private var definitions: [QualifiedName: Formula] = [:]
  /// Tests against lists, as the law writes them: hundreds of codes are gathered once, not wherever they are named.
  private var written: [WrittenTest: Formula] = [:]
  /// What is asked of papers by their kinds.
  private var papers: [ListedPaper: Formula] = [:]

  /// A list of papers, and whether it is the ground that is in it or a paper beside it.
  private struct ListedPaper: Hashable {
    let list: ListReference
    let isBeside: Bool
  }

  /// A test, and what its field belongs to.
  private struct WrittenTest: Hashable {
    let test: Test
    let scope: Scope
  }

  init(library: Library, day: Day) {
    self.library = library
    self.day = day
  }

  /// What a field belongs to, where a condition tests one.
  enum Scope { case request, paper, record }

  mutating func formula(_ condition: Condition, in scope: Scope = .request) -> Formula {
    switch condition {
    case .not(let inner): return .not(formula(inner, in: scope))
    case .all(let parts): return .conjunction(parts.map { formula($0, in: scope) })
    case .any(let parts): return .disjunction(parts.map { formula($0, in: scope) })
    case .defined(let name): return definition(name)
    case .test(let test):
      guard case .inList = test.comparison else { return .atom(table.number(of: predicate(test, in: scope))) }
      let key = WrittenTest(test: test, scope: scope)
      if let known = written[key] { return known }
      let atom = Formula.atom(table.number(of: predicate(test, in: scope)))
      written[key] = atom
      return atom
    case .count(let count):
      let inner = count.condition.map { formula($0, in: .record) }
      let test = CountTest(records: count.records, atLeast: count.atLeast, condition: inner)
      return .atom(table.number(of: .count(test)))
    }
  }

  /// A paper is in a list: the ground, or one beside it.
  mutating func paper(in list: ListReference, isBeside: Bool) -> Formula {
    let key = ListedPaper(list: list, isBeside: isBeside)
    if let known = papers[key] { return known }
    let kinds = Set(library.members(of: list, on: day))
    let atom = Formula.atom(table.number(of: isBeside ? .accompanied(kinds) : .paperKind(kinds)))
    papers[key] = atom
    return atom
  }

  /// A definition without a version in force defines nothing: it is false. The checker refuses rules that need one.
  private mutating func definition(_ name: QualifiedName) -> Formula {
    if let known = definitions[name] { return known }
    definitions[name] = .constant(false)
    var compiled = Formula.constant(false)
    if let definition = library.definition(name, on: day) { compiled = formula(definition.condition) }
    definitions[name] = compiled
    return compiled
  }

  private func predicate(_ test: Test, in scope: Scope) -> Predicate {
    let scalar = ScalarTest(subject: test.subject, comparison: comparison(test.comparison))
    // A fact is the same fact inside a record or a paper; only what looks at a field belongs to one.
    guard looksAtField(test) else { return .request(scalar) }
    switch scope {
    case .request: return .request(scalar)
    case .paper: return .paper(scalar)
    case .record: return .record(scalar)
    }
  }

  private func looksAtField(_ test: Test) -> Bool {
    if case .field = test.subject { return true }
    switch test.comparison {
    case .date(_, .subject(.field)), .within(_, _, .subject(.field), _): return true
    default: return false
    }
  }

  private func comparison(_ comparison: Test.Comparison) -> ScalarTest.Comparison {
    switch comparison {
    case .holds: .holds
    case .choice(let value): .choice(value)
    case .number(let value): .number(value)
    case .bound(let bound, let value): .bound(bound, value)
    case .inList(let list): .member(Set(library.members(of: list, on: day)))
    case .date(let order, let reference): .date(order, reference)
    case .within(let span, let before, let reference, let intervals):
      .within(span, before: before, reference, notCounting: intervals)
    }
  }
}
