import LawLanguage
import Norms

/// The consistent completions of a situation, as far as some predicates tell them apart.
struct Completions {
  let edition: Edition
  let situation: Situation
  private let domains: Domains
  /// Constraints that share an unknown with the predicates looked at, directly or through one another.
  let constraints: [Formula]
  /// Constraints on the records of lists that are counted.
  let recordConstraints: [String: [Formula]]
  private let counts: [String: [CountTest]]

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

  // MARK: Consistency

  enum Consistency {
    case consistent, inconsistent
    case waits([FactPath])
  }

  /// Whether the constraints on what was supposed allow it; unknowns that they link to it must be supposed too.
  func consistency(of current: Situation, _ supposed: [FactPath]) -> Consistency {
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
          case .unknown where supposed.contains { $0.isField(of: list, at: index) }:
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

  private func touches(_ index: Int, _ supposed: [FactPath]) -> Bool {
    let names = edition.names[index]
    return supposed.contains { path in
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

  /// What the constraints still hang on.
  func restOfConstraints(_ current: Situation) -> Rest<Bool> {
    var rest = Rest<Bool>()
    for (index, constraint) in constraints.enumerated()
    where constraint.truth({ current.truth($0, in: edition, ground: nil) }) == .unknown {
      rest.marks.append(UInt8(truncatingIfNeeded: index))
      constraint.forEachAtom { rest.mark(current.truth($0, in: edition, ground: nil), of: $0) }
    }
    // Which records a constraint is about is seen only field by field.
    rest.names.formUnion(recordConstraints.keys)
    return rest
  }

  // MARK: Values

  /// The values worth supposing for an unknown.
  func values(of path: FactPath) throws -> [Supposition] {
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
