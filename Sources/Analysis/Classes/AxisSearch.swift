import LawLanguage
import Norms

/// Finds the ways in which looks that hang together come out: by the values at which one of them could turn.
struct AxisSearch {
  let table: LookTable
  let types: ValueTypes
  /// What is known on every branch: the papers with what their kinds fix, and the dates of the request.
  let situation: Situation
  private let predicates: [Predicate]

  init(table: LookTable, types: ValueTypes, situation: Situation) {
    self.table = table
    self.types = types
    self.situation = situation
    predicates = table.predicates
  }

  /// Looks that hang together, and what they hang on.
  struct Group: Hashable {
    /// The looks that are wanted.
    let looks: [Int]
    /// What decides them and the constraints, scalars and lists, each in order.
    let scalars: [Source]
    let lists: [String]
    /// What must be so.
    let constraints: [Formula]
    /// What must be so of each record of a list.
    let recordConstraints: [String: [Formula]]
  }

  /// Nobody waits for more combinations of values than this.
  private static let limit = 20_000

  func axis(of group: Group) throws(TooWide) -> Axis {
    guard group.looks.count <= Axis.widest else { throw TooWide(what: .conditions) }
    var all = Set(group.looks)
    for constraint in group.constraints { constraint.forEachAtom { all.insert($0) } }
    let ordered = all.sorted()
    let looks = Looks(of: ordered, constraining: group.recordConstraints, in: predicates)
    let domains = Domains(looks, in: situation)
    let choices = group.scalars.map { values(of: $0, domains) }
    guard choices.reduce(1, { product, values in min(product * values.count, Self.limit + 1) }) <= Self.limit else {
      throw TooWide(what: .values)
    }
    var records = RecordSums(table: table, types: types, domains: domains, looks: ordered, group: group)
    var cells: [Axis.Cell] = []
    var seen = Set<UInt64>()
    var position = [Int](repeating: 0, count: choices.count)
    var left = Self.limit
    repeat {
      var here = situation
      var example = Recorded()
      for (index, source) in group.scalars.enumerated() where !choices[index].isEmpty {
        record(choices[index][position[index]], as: source, in: &here, &example)
      }
      try collect(group, here, example, &records, looks.lookBacks, &cells, &seen, &left, ordered)
    } while advance(&position, choices.map(\.count))
    return Axis(looks: group.looks, cells: cells)
  }

  // MARK: Scalars

  private func values(of source: Source, _ domains: Domains) -> [FactValue] {
    switch source {
    case .fact(let name):
      guard let type = types.ofFact(name) else { return [] }
      return domains.values(of: .fact(name), type: type)
    case .paper(_, let field):
      guard let type = types.ofPaperField(field) else { return [] }
      return domains.values(of: .paper(field), type: type)
    case .list: return []
    }
  }

  private func record(_ value: FactValue, as source: Source, in situation: inout Situation, _ example: inout Recorded) {
    switch source {
    case .fact(let name):
      situation.facts[name] = value
      example.facts[name] = value
    case .paper(let paper, let field):
      situation.papers[paper][field] = value
      example.papers[paper, default: [:]][field] = value
    case .list: break
    }
  }

  /// The next combination; false after the last.
  private func advance(_ position: inout [Int], _ counts: [Int]) -> Bool {
    for index in position.indices.reversed() {
      position[index] += 1
      if position[index] < counts[index] { return true }
      position[index] = 0
    }
    return false
  }

  // MARK: Lists

  /// Goes through the sets of records that lists may hold with these values, and notes each new way.
  private func collect(
    _ group: Group, _ situation: Situation, _ example: Recorded, _ records: inout RecordSums,
    _ lookBacks: [Looks.LookBack], _ cells: inout [Axis.Cell], _ seen: inout Set<UInt64>,
    _ left: inout Int, _ all: [Int]
  ) throws(TooWide) {
    guard !group.lists.isEmpty else {
      left -= 1
      guard left >= 0 else { throw TooWide(what: .values) }
      note(group, situation, example, [:], &cells, &seen)
      return
    }
    var open: [(situation: Situation, example: Recorded, counts: [Int: Bool])] = [(situation, example, [:])]
    let leftOut = Set(lookBacks.map(\.list))
    // The days that are left out come first: what is counted may hang on them.
    for list in group.lists.sorted(by: { leftOut.contains($0) && !leftOut.contains($1) }) {
      let isLeftOut = leftOut.contains(list)
      var next: [(situation: Situation, example: Recorded, counts: [Int: Bool])] = []
      for branch in open {
        if isLeftOut {
          guard !records.counts(list) else { throw TooWide(what: .values) }
          let days = try LeftOutDays(
            of: list, looks: all, table: table, constraints: group.recordConstraints[list] ?? [], in: branch.situation)
          for set in days.sets {
            var branch = branch
            branch.situation.records[list] = Request.RecordList(isComplete: true, records: set)
            branch.example.records[list] = set
            next.append(branch)
          }
        } else {
          for set in try records.sets(of: list, in: branch.situation) {
            var branch = branch
            branch.example.records[list] = set.records
            branch.counts.merge(set.counts) { own, _ in own }
            next.append(branch)
          }
        }
        guard next.count <= left else { throw TooWide(what: .values) }
      }
      open = next
    }
    left -= open.count
    guard left >= 0 else { throw TooWide(what: .values) }
    for branch in open { note(group, branch.situation, branch.example, branch.counts, &cells, &seen) }
  }

  /// Notes how the looks come out, if the constraints allow it and it is new.
  private func note(
    _ group: Group, _ situation: Situation, _ example: Recorded, _ counts: [Int: Bool], _ cells: inout [Axis.Cell],
    _ seen: inout Set<UInt64>
  ) {
    let isAllowed = group.constraints.allSatisfy { constraint in
      constraint.truth { truth(of: $0, situation, counts) } != .no
    }
    guard isAllowed else { return }
    var truths: UInt64 = 0
    for (column, look) in group.looks.enumerated() where truth(of: look, situation, counts) == .yes {
      truths |= 1 << UInt64(column)
    }
    if seen.insert(truths).inserted { cells.append(Axis.Cell(truths: truths, example: example)) }
  }

  private func truth(of look: Int, _ situation: Situation, _ counts: [Int: Bool]) -> Truth {
    counts[look].map { Truth($0) } ?? table.truth(ofAny: look, in: situation)
  }
}

extension LookTable {
  /// The truth of a look that counts nothing, in a record where it looks at one.
  func truth(of look: Int, in situation: Situation, record: [String: FactValue] = [:]) -> Truth {
    switch looks[look] {
    case .request(let test): situation.truth(test, fields: nil)
    case .paper(let paper, let test): situation.truth(test, fields: situation.papers[paper])
    case .record(let test): situation.truth(test, fields: record)
    case .happened(let fact): situation.truth(Look.hasHappened(fact), fields: nil)
    case .count: .unknown
    }
  }
}
