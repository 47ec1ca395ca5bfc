import LawLanguage
import Norms

/// The records that an incomplete list may also hold: one set for each way in which the law's counts can come out.
struct Extras {
  let edition: Edition
  let situation: Situation
  let domains: Domains
  /// The counts that look at the list.
  let counts: [CountTest]

  /// Sets of further records; the empty one first. Nil if there are more than can be looked at.
  func values(of list: String) -> [[[String: FactValue]]]? {
    guard let type = edition.library.vocabulary.recordType(list) else { return [[]] }
    guard !counts.isEmpty else { return Intervals(of: list, in: domains).values }
    guard let candidates = candidates(type) else { return nil }
    guard let outer = outerSituations() else { return nil }
    let contributions = distinct(candidates.map { contribution(of: $0, in: outer) })
    return reachable(candidates, contributions, width: outer.count)
  }

  // MARK: Kinds of records

  /// Every record over the fields that are looked at, in the values worth supposing, that the constraints on records allow.
  private func candidates(_ type: RecordType) -> [[String: FactValue]]? {
    var used = Set<String>()
    for count in counts { count.condition?.forEachAtom { note($0, in: &used) } }
    for constraint in edition.recordConstraints[type.name] ?? [] {
      var mentioned = Set<String>()
      constraint.forEachAtom { note($0, in: &mentioned) }
      if !mentioned.isDisjoint(with: used) { used.formUnion(mentioned) }
    }
    var records: [[String: FactValue]] = [[:]]
    for field in type.fields where used.contains(field.name) {
      let values = domains.values(of: .record(type.name, field.name), type: field.type)
      guard records.count * values.count <= 20_000 else { return nil }
      records = records.flatMap { record in
        values.map { value in
          var next = record
          next[field.name] = value
          return next
        }
      }
    }
    return records.filter { record in
      (edition.recordConstraints[type.name] ?? []).allSatisfy { constraint in
        constraint.truth { situation.truth($0, in: edition, ground: nil, record: record) } != .no
      }
    }
  }

  private func note(_ index: Int, in fields: inout Set<String>) {
    guard case .record(let test) = edition.predicates[index] else { return }
    fields.formUnion(test.fields)
  }

  // MARK: What they add to the counts

  /// The situation under each value of the facts of the request that a count's condition waits for: a record is the same record
  /// whatever those facts are.
  private func outerSituations() -> [Situation]? {
    var outer: [FactPath] = []
    for count in counts {
      count.condition?.forEachAtom { atom in
        if case .record = edition.predicates[atom] {
          outer += situation.recordOuterUnknowns(of: atom, in: edition)
        } else {
          outer += situation.unknowns(of: atom, in: edition, ground: nil)
        }
      }
    }
    var situations = [situation]
    var seen = Set<FactPath>()
    for case .fact(let name) in outer where seen.insert(.fact(name)).inserted {
      guard let fact = edition.library.vocabulary.fact(name) else { continue }
      let values = domains.values(of: .fact(name), type: fact.type)
      guard situations.count * values.count <= 256 else { return nil }
      situations = situations.flatMap { situation in
        values.map { situation.supposing(.fact(name), .value($0)) }
      }
    }
    return situations
  }

  private func contribution(of record: [String: FactValue], in situations: [Situation]) -> [UInt8] {
    situations.flatMap { situation in
      counts.map { count in
        let passes = count.condition?.truth { situation.truth($0, in: edition, ground: nil, record: record) } ?? .yes
        return passes == .yes ? 1 : 0
      }
    }
  }

  /// The first index of each distinct contribution that adds anything.
  private func distinct(_ contributions: [[UInt8]]) -> [(record: Int, adds: [UInt8])] {
    var seen = Set<[UInt8]>()
    return contributions.enumerated().compactMap { index, adds in
      adds.contains(1) && seen.insert(adds).inserted ? (index, adds) : nil
    }
  }

  /// All count vectors that sets of records reach, each with such a set. Counts past the largest limit are as good as the limit.
  private func reachable(
    _ candidates: [[String: FactValue]], _ kinds: [(record: Int, adds: [UInt8])], width: Int
  ) -> [[[String: FactValue]]]? {
    let limits = (0..<width).flatMap { _ in counts.map { UInt8(clamping: $0.atLeast) } }
    let start = [UInt8](repeating: 0, count: limits.count)
    var found: [[[String: FactValue]]] = [[]]
    var states = [start]
    var seen: Set<[UInt8]> = [start]
    var next = 0
    while next < states.count {
      for kind in kinds {
        let state = zip(zip(states[next], kind.adds), limits).map { min($0.0 &+ $0.1, $1) }
        guard seen.insert(state).inserted else { continue }
        guard states.count < 2_000 else { return nil }
        states.append(state)
        found.append(found[next] + [candidates[kind.record]])
      }
      next += 1
    }
    return found
  }
}

extension Situation {
  /// Facts of the request that a test inside a record waits for.
  fileprivate func recordOuterUnknowns(of index: Int, in edition: Edition) -> [FactPath] {
    guard case .record(let test) = edition.predicates[index] else { return [] }
    var found: [FactPath] = []
    if case .fact(let name) = test.subject, facts[name] == nil { found.append(.fact(name)) }
    switch test.comparison {
    case .date(_, .subject(.fact(let name))), .within(_, _, .subject(.fact(let name)), _):
      if facts[name] == nil { found.append(.fact(name)) }
    case .holds, .choice, .number, .bound, .member, .date, .within: break
    }
    return found
  }
}
