import LawLanguage
import Norms

/// The records that an incomplete list may also hold: one set for each way in which the law's counts can come out.
struct RecordSets: Sendable {
  /// The empty set first.
  let sets: [[[String: FactValue]]]
  /// What each set adds to each count of the plan, up to what the count still needs; nil where that hangs on other unknowns.
  let adds: [[UInt8]]?
  /// For each count of the plan, the sets with which it comes to what it still needs, 64 to a word; empty where `adds` is nil.
  let enough: [[UInt64]]

  init(sets: [[[String: FactValue]]], adds: [[UInt8]]?, needs: [UInt8]) {
    self.sets = sets
    self.adds = adds
    guard let adds else {
      enough = []
      return
    }
    enough = needs.indices.map { column in
      var words = [UInt64](repeating: 0, count: (sets.count + Lanes.width - 1) / Lanes.width)
      for (set, adds) in adds.enumerated() where adds[column] >= needs[column] {
        words[set / Lanes.width] |= 1 << UInt64(set % Lanes.width)
      }
      return words
    }
  }

  /// All that they hang on beyond the law: requests that agree in it share them.
  struct Key: Hashable, Sendable {
    let list: String
    let asked: Day
    let decided: Day
    let acted: Day
    /// The days worth supposing for the fields of a record.
    let days: [[FactValue]]
    /// The known facts that conditions on records look at.
    let facts: [String: FactValue]
    /// How many records each count still needs.
    let needs: [UInt8]
  }
}

/// Looks for them.
struct RecordSearch {
  let plan: CompletionPlan
  let known: Known
  let domains: Domains

  private var situation: Situation { known.situation }

  private var edition: Edition { plan.edition }

  /// - Throws: `TooOpen` if there are more than can be looked at.
  func sets(of list: String) throws -> RecordSets {
    let own = plan.counts[list] ?? []
    let counts = own.map(\.test)
    guard !counts.isEmpty, let (fields, outer) = plan.records[list] else {
      // Only intervals are looked at.
      return RecordSets(sets: Intervals(of: list, in: domains).values, adds: nil, needs: [])
    }
    let times = fields.filter { $0.type == .date || $0.type == .instant }
    let days = times.map { domains.values(of: .record(list, $0.name), type: $0.type) }
    let needs = own.map { UInt8(clamping: max(0, $0.test.atLeast - known.tally(of: $0.predicate).certain)) }
    func find() throws -> RecordSets {
      let situations = try outerSituations(outer)
      let candidates = try candidates(list, fields)
      return try reachable(
        candidates, distinct(candidates.map { contribution(of: $0, counts, in: situations) }),
        needs: situations.flatMap { _ in needs }, hangsOnOthers: situations.count > 1)
    }
    guard outer.allSatisfy({ situation.facts[$0] != nil }) else { return try find() }
    let key = RecordSets.Key(
      list: list, asked: situation.asked, decided: situation.decided, acted: situation.acted,
      days: days, facts: outer.isEmpty ? [:] : situation.facts.filter { outer.contains($0.key) }, needs: needs)
    return try plan.sets(key, find)
  }

  // MARK: Kinds of records

  /// Every record over the fields that are looked at, in the values worth supposing, that the constraints on records allow.
  private func candidates(_ list: String, _ fields: [Field]) throws -> [[String: FactValue]] {
    var records: [[String: FactValue]] = [[:]]
    for field in fields {
      let values = domains.values(of: .record(list, field.name), type: field.type)
      guard records.count * values.count <= 20_000 else { throw TooOpen() }
      records = records.flatMap { record in
        values.map { value in
          var next = record
          next[field.name] = value
          return next
        }
      }
    }
    return records.filter { record in
      (plan.recordConstraints[list] ?? []).allSatisfy { constraint in
        constraint.truth { situation.truth($0, in: edition, ground: nil, record: record) } != .no
      }
    }
  }

  // MARK: What they add to the counts

  /// The situation under each value of the facts that are unknown: a record is the same record whatever those facts are.
  private func outerSituations(_ names: [String]) throws -> [Situation] {
    var situations = [situation]
    for name in names where situation.facts[name] == nil {
      guard let fact = edition.library.vocabulary.fact(name) else { continue }
      let values = domains.values(of: .fact(name), type: fact.type)
      guard situations.count * values.count <= 256 else { throw TooOpen() }
      situations = situations.flatMap { situation in
        values.map { situation.supposing(.fact(name), .value($0)) }
      }
    }
    return situations
  }

  private func contribution(
    of record: [String: FactValue], _ counts: [CountTest], in situations: [Situation]
  ) -> [UInt8] {
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

  /// All count vectors that sets of records reach, each with such a set. What is more than a count needs is as good as that.
  private func reachable(
    _ candidates: [[String: FactValue]], _ kinds: [(record: Int, adds: [UInt8])], needs: [UInt8], hangsOnOthers: Bool
  ) throws -> RecordSets {
    var found: [[[String: FactValue]]] = [[]]
    var states = [[UInt8](repeating: 0, count: needs.count)]
    var seen = Set(states)
    var next = 0
    while next < states.count {
      for kind in kinds {
        let state = zip(zip(states[next], kind.adds), needs).map { min($0.0 &+ $0.1, $1) }
        guard seen.insert(state).inserted else { continue }
        guard states.count < 2_000 else { throw TooOpen() }
        states.append(state)
        found.append(found[next] + [candidates[kind.record]])
      }
      next += 1
    }
    return RecordSets(sets: found, adds: hangsOnOthers ? nil : states, needs: needs)
  }
}
