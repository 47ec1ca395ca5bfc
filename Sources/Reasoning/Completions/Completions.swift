import LawLanguage
import Norms

/// The consistent completions of a situation, as far as some predicates tell them apart.
///
/// A class so that what is found of its lists is found once.
final class Completions {
  let plan: CompletionPlan
  /// As recorded and presumed.
  let known: Known
  private let domains: Domains
  private var setsFound: [String: RecordSets] = [:]

  var edition: Edition { plan.edition }

  init(_ plan: CompletionPlan, of known: Known) {
    self.plan = plan
    self.known = known
    domains = Domains(plan.looks, in: known.situation)
  }

  // MARK: Consistency

  enum Consistency {
    case consistent, inconsistent
    case waits(Waits)
  }

  /// Whether the constraints on what was supposed allow it; unknowns that they link to it must be supposed too.
  func consistency(of current: Known, _ supposed: [FactPath]) -> Consistency {
    guard !supposed.isEmpty else { return .consistent }
    var waits = Waits()
    for constraint in plan.constraints {
      var touched = false
      constraint.forEachAtom { atom in touched = touched || touches(atom, supposed) }
      guard touched else { continue }
      switch constraint.truth({ current.truths[$0] }) {
      case .yes: break
      case .no: return .inconsistent
      case .unknown:
        constraint.forEachUnsettledAtom({ current.truths[$0] }) {
          waits.add($0, current.situation, edition, ground: nil)
        }
      }
    }
    let situation = current.situation
    for list in plan.recordConstraints.keys.sorted() {
      for (index, record) in (situation.records[list]?.records ?? []).enumerated() {
        for constraint in plan.recordConstraints[list] ?? [] {
          switch constraint.truth({ situation.truth($0, in: edition, ground: nil, record: record) }) {
          case .yes: break
          case .no: return .inconsistent
          case .unknown where supposed.contains { $0.isField(of: list, at: index) }:
            // What was supposed of a record must leave its other fields a value.
            waits.paths += unknownFields(constraint, of: record, list, index)
          case .unknown: break
          }
        }
      }
    }
    return waits.paths.isEmpty ? .consistent : .waits(waits)
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

  /// What the constraints still hang on.
  func restOfConstraints(_ current: Known) -> Rest<Bool> {
    var rest = Rest<Bool>()
    for (index, constraint) in plan.constraints.enumerated()
    where constraint.truth({ current.truths[$0] }) == .unknown {
      rest.marks.append(UInt8(truncatingIfNeeded: index))
      rest.mark(constraint) { current.truths[$0] }
    }
    // Which records a constraint is about is seen only field by field.
    rest.names.formUnion(plan.recordConstraints.keys)
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
    case .records(let list): return try sets(of: list).sets.map { .extras($0) }
    }
  }

  /// From the situation as recorded, so that a set of records means the same on every branch.
  func sets(of list: String) throws -> RecordSets {
    if let found = setsFound[list] { return found }
    let found = try RecordSearch(plan: plan, known: known, domains: domains).sets(of: list)
    setsFound[list] = found
    return found
  }
}

extension FactPath {
  fileprivate func isField(of list: String, at index: Int) -> Bool {
    if case .record(let own, let position, _) = self { own == list && position == index } else { false }
  }
}
