import LawLanguage
import Norms

/// A part of the space of completions in which something comes out in one way.
struct Leaf<Result> {
  /// What was supposed on the way here; whatever is not named does not matter here.
  let supposed: [FactPath: Supposition]
  let result: Result
}

/// There are more completions than can be looked at one by one.
struct TooOpen: Error {}

/// Goes through the consistent completions of a situation, supposing only what is waited for.
struct Completions {
  let edition: Edition
  let situation: Situation
  private let domains: Domains
  /// Constraints that share an unknown with the predicates looked at, directly or through one another.
  let constraints: [Formula]
  /// Constraints on the records of lists that are counted.
  let recordConstraints: [String: [Formula]]
  private let counts: [String: [CountTest]]

  /// No more leaves than this are visited.
  static let limit = 20_000

  /// The completions as far as these predicates tell them apart.
  init(of predicates: [Int], in edition: Edition, situation: Situation) {
    self.edition = edition
    self.situation = situation
    let linked = Completions.linked(to: predicates, in: edition)
    constraints = linked.constraints
    var all = Set(predicates)
    for constraint in linked.constraints { constraint.forEachAtom { all.insert($0) } }
    var counts: [String: [CountTest]] = [:]
    for index in all.sorted() {
      if case .count(let count) = edition.predicates[index] { counts[count.records, default: []].append(count) }
    }
    self.counts = counts
    recordConstraints = edition.recordConstraints.filter { counts[$0.key] != nil }
    domains = Domains(of: all.sorted(), constraining: recordConstraints, in: edition, situation: situation)
  }

  private static func linked(to predicates: [Int], in edition: Edition) -> (constraints: [Formula], names: Set<String>)
  {
    var names = Set<String>()
    for index in predicates { names.formUnion(edition.names[index]) }
    var open = edition.constraints
    var found: [Formula] = []
    var grew = true
    while grew {
      grew = false
      for constraint in open {
        var mentioned = Set<String>()
        constraint.forEachAtom { mentioned.formUnion(edition.names[$0]) }
        if !mentioned.isDisjoint(with: names) {
          names.formUnion(mentioned)
          found.append(constraint)
          open.removeAll { $0 == constraint }
          grew = true
        }
      }
    }
    return (found, names)
  }

  // MARK: Going through

  /// Visits the completions. `examine` either gives a result, or names the unknown to suppose next.
  func leaves<Result>(_ examine: (Situation) -> Examined<Result>) throws -> [Leaf<Result>] {
    var found: [Leaf<Result>] = []
    var visited = 0
    try visit(situation, [:], examine, &found, &visited)
    return found
  }

  enum Examined<Result> {
    case result(Result)
    case waits([FactPath])
  }

  private func visit<Result>(
    _ current: Situation, _ supposed: [FactPath: Supposition], _ examine: (Situation) -> Examined<Result>,
    _ found: inout [Leaf<Result>], _ visited: inout Int
  ) throws {
    visited += 1
    guard visited <= Completions.limit else { throw TooOpen() }
    let waits: [FactPath]
    switch consistency(of: current, supposed) {
    case .inconsistent: return
    case .waits(let paths): waits = paths
    case .consistent:
      switch examine(current) {
      case .result(let result):
        found.append(Leaf(supposed: supposed, result: result))
        return
      case .waits(let paths): waits = paths
      }
    }
    // Scalars before lists: which records a list may hold depends on them.
    guard let next = waits.first(where: { if case .records = $0 { false } else { true } }) ?? waits.first else {
      throw TooOpen()
    }
    for value in try values(of: next, in: current) {
      var path = supposed
      path[next] = value
      try visit(current.supposing(next, value), path, examine, &found, &visited)
    }
  }

  private enum Consistency {
    case consistent, inconsistent
    case waits([FactPath])
  }

  /// Whether the constraints on what was supposed allow it; unknowns that they link to it must be supposed too.
  private func consistency(of current: Situation, _ supposed: [FactPath: Supposition]) -> Consistency {
    guard !supposed.isEmpty else { return .consistent }
    var waits: [FactPath] = []
    for constraint in constraints {
      var touched = false
      constraint.forEachAtom { atom in touched = touched || touches(atom, supposed) }
      guard touched else { continue }
      switch constraint.truth({ current.truth($0, in: edition, ground: nil) }) {
      case .yes: break
      case .no: return .inconsistent
      case .unknown: constraint.forEachAtom { waits += current.unknowns(of: $0, in: edition, ground: nil) }
      }
    }
    for list in recordConstraints.keys.sorted() {
      for (index, record) in (current.records[list]?.records ?? []).enumerated() {
        for constraint in recordConstraints[list] ?? [] {
          switch constraint.truth({ current.truth($0, in: edition, ground: nil, record: record) }) {
          case .yes: break
          case .no: return .inconsistent
          case .unknown where supposed.keys.contains { $0.isField(of: list, at: index) }:
            // What was supposed of a record must leave its other fields a value.
            waits += unknownFields(constraint, of: record, list, index)
          case .unknown: break
          }
        }
      }
    }
    return waits.isEmpty ? .consistent : .waits(waits)
  }

  private func unknownFields(
    _ constraint: Formula, of record: [String: FactValue], _ list: String, _ index: Int
  ) -> [FactPath] {
    var found: [FactPath] = []
    constraint.forEachAtom { atom in
      guard case .record(let test) = edition.predicates[atom] else { return }
      for field in test.fields where record[field] == nil { found.append(.record(list, index, field: field)) }
    }
    return found
  }

  private func touches(_ index: Int, _ supposed: [FactPath: Supposition]) -> Bool {
    let names = edition.names[index]
    return supposed.keys.contains { path in
      switch path {
      case .fact(let name): names.contains(name)
      case .records(let list), .record(let list, _, _): names.contains(list)
      case .paper: false
      }
    }
  }

  /// Whether a situation satisfies the constraints that are looked at, as far as it is known.
  func isConsistent(_ current: Situation) -> Bool {
    for constraint in constraints
    where constraint.truth({ current.truth($0, in: edition, ground: nil) }) == .no { return false }
    for (list, constraints) in recordConstraints {
      for record in current.records[list]?.records ?? [] {
        for constraint in constraints
        where constraint.truth({ current.truth($0, in: edition, ground: nil, record: record) }) == .no { return false }
      }
    }
    return true
  }

  // MARK: Values

  /// The values worth supposing for an unknown.
  func values(of path: FactPath, in current: Situation) throws -> [Supposition] {
    let vocabulary = edition.library.vocabulary
    switch path {
    case .fact(let name):
      guard let fact = vocabulary.fact(name) else { return [] }
      return domains.values(of: .fact(name), type: fact.type).map { .value($0) }
    case .paper(_, _, let field):
      guard let type = vocabulary.paperField(field)?.type else { return [] }
      return domains.values(of: .paper(field), type: type).map { .value($0) }
    case .record(let list, _, let field):
      guard let type = vocabulary.recordType(list)?.field(field)?.type else { return [] }
      return domains.values(of: .record(list, field), type: type).map { .value($0) }
    case .records(let list):
      // From the situation as recorded, so that a set of records means the same on every branch.
      let extras = Extras(edition: edition, situation: situation, domains: domains, counts: counts[list] ?? [])
      guard let sets = extras.values(of: list) else { throw TooOpen() }
      return sets.map { .extras($0) }
    }
  }
}

extension FactPath {
  fileprivate func isField(of list: String, at index: Int) -> Bool {
    if case .record(let own, let position, _) = self { own == list && position == index } else { false }
  }
}

extension ScalarTest {
  /// The fields it looks at.
  var fields: [String] {
    var found: [String] = []
    if case .field(let name) = subject { found.append(name) }
    switch comparison {
    case .date(_, .subject(.field(let name))), .within(_, _, .subject(.field(let name)), _): found.append(name)
    case .holds, .choice, .number, .bound, .member, .date, .within: break
    }
    return found
  }
}
