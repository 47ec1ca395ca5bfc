import LawLanguage
import Norms

/// The sets of records that a list may hold: one for each way in which the counts over it can come out together.
struct RecordSums {
  let domains: Domains
  private let table: LookTable
  private var plans: [String: Plan] = [:]
  private var found: [Contributions: [Sum]] = [:]

  /// What is counted of a list, and of what records.
  private struct Plan {
    var counts: [(look: Int, atLeast: Int, condition: Formula?)] = []
    var candidates: [[String: FactValue]] = []
    var constraints: [Formula] = []
  }

  /// What records add to the counts.
  private struct Contributions: Hashable {
    let list: String
    let adds: [[UInt8]]
    let candidates: [Int]
  }

  /// A set of records, and which counts they come up to.
  struct Sum {
    let records: [[String: FactValue]]
    let counts: [Int: Bool]
  }

  /// Records to try, and ways of adding them up.
  private static let (mostCandidates, mostSums) = (50_000, 20_000)
  private var overflow: Bool = false

  init(table: LookTable, types: ValueTypes, domains: Domains, looks: [Int], group: AxisSearch.Group) {
    self.table = table
    self.domains = domains
    for look in looks {
      guard case .count(let list, let atLeast, let condition) = table.looks[look] else { continue }
      plans[list, default: Plan()].counts.append((look, atLeast, condition))
    }
    for list in plans.keys {
      plans[list]?.constraints = group.recordConstraints[list] ?? []
      guard let candidates = candidates(list, types) else {
        overflow = true
        continue
      }
      plans[list]?.candidates = candidates
    }
  }

  /// Whether records of the list are counted.
  func counts(_ list: String) -> Bool { plans[list] != nil }

  /// Every record over the fields that are looked at, in the values that conditions tell apart; nil if there are too many.
  private func candidates(_ list: String, _ types: ValueTypes) -> [[String: FactValue]]? {
    guard let plan = plans[list], let fields = types.fields(ofRecords: list) else { return [] }
    var used = Set<String>()
    for count in plan.counts { used.formUnion(count.condition.map(self.fields) ?? []) }
    // A constraint that shares a field with what is looked at must leave the others a value.
    var grew = true
    while grew {
      grew = false
      for constraint in plan.constraints where !self.fields(constraint).isDisjoint(with: used) {
        grew = !self.fields(constraint).isSubset(of: used) || grew
        used.formUnion(self.fields(constraint))
      }
    }
    var records: [[String: FactValue]] = [[:]]
    for field in fields where used.contains(field.name) {
      let values = domains.values(of: .record(list, field.name), type: field.type)
      guard records.count * values.count <= Self.mostCandidates else { return nil }
      records = records.flatMap { record in
        values.map { value in record.merging([field.name: value]) { own, _ in own } }
      }
    }
    return records
  }

  private func fields(_ formula: Formula) -> Set<String> {
    var found = Set<String>()
    formula.forEachAtom { if case .record(let test) = table.looks[$0] { found.formUnion(test.fields) } }
    return found
  }

  /// The sets of records, the empty one first, with these values of facts.
  mutating func sets(of list: String, in situation: Situation) throws(TooWide) -> [Sum] {
    guard !overflow, let plan = plans[list] else { throw TooWide(what: .values) }
    var seen = Set<[UInt8]>()
    var kinds: [(adds: [UInt8], candidate: Int)] = []
    for (candidate, record) in plan.candidates.enumerated() {
      let adds = plan.counts.map { count in
        count.condition?.truth { table.truth(of: $0, in: situation, record: record) } ?? .yes == .yes ? UInt8(1) : 0
      }
      guard adds.contains(1), !seen.contains(adds) else { continue }
      let isAllowed = plan.constraints.allSatisfy { constraint in
        constraint.truth { table.truth(of: $0, in: situation, record: record) } != .no
      }
      guard isAllowed else { continue }
      seen.insert(adds)
      kinds.append((adds, candidate))
    }
    let key = Contributions(list: list, adds: kinds.map(\.adds), candidates: kinds.map(\.candidate))
    if let known = found[key] { return known }
    let sums = try sums(of: kinds, plan)
    found[key] = sums
    return sums
  }

  private func sums(
    of kinds: [(adds: [UInt8], candidate: Int)], _ plan: Plan
  ) throws(TooWide) -> [Sum] {
    let needs = plan.counts.map { UInt8(clamping: $0.atLeast) }
    guard plan.counts.allSatisfy({ $0.atLeast < UInt8.max }) else { throw TooWide(what: .values) }
    var states = [[UInt8](repeating: 0, count: needs.count)]
    var sets: [[Int]] = [[]]
    var seen = Set(states)
    var next = 0
    while next < states.count {
      for (index, kind) in kinds.enumerated() {
        let state = needs.indices.map { min(states[next][$0] + kind.adds[$0], needs[$0]) }
        guard seen.insert(state).inserted else { continue }
        guard states.count < Self.mostSums else { throw TooWide(what: .values) }
        states.append(state)
        sets.append(sets[next] + [index])
      }
      next += 1
    }
    return states.indices.map { index in
      Sum(
        records: sets[index].map { plan.candidates[kinds[$0].candidate] },
        counts: Dictionary(
          uniqueKeysWithValues: plan.counts.indices.map { (plan.counts[$0].look, states[index][$0] >= needs[$0]) }))
    }
  }
}
