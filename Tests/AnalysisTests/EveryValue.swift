import Analysis
import LawLanguage
import Norms

/// The requests of an occasion by brute force: every fact with the values at which a condition turns and the two beside each, every
/// list with up to three records or as many as its counts need. It knows nothing of axes or diagrams.
struct EveryValue {
  private var edition: Edition
  private var occasion: Occasion
  private var told: OccasionClasses.ToldApart
  private var zone: Zone
  private var tests: [Slot: [ScalarTest]] = [:]
  private var related: [(left: Slot, right: Slot, span: Span?)] = []
  private var scalars: [Slot] = []
  private var lists: [String: [Count]] = [:]
  private var constraints: [Formula] = []

  /// What a value belongs to.
  enum Slot: Hashable {
    case fact(String)
    case paper(Int, String)
    case record(String, String)
  }

  private struct Count {
    let column: Int
    let test: CountTest
  }

  /// There is too much to try, or it leaves days out of look-backs.
  struct TooMuch: Error {}

  init(_ occasion: Occasion, in edition: Edition, zone: Zone, told: OccasionClasses.ToldApart) throws(TooMuch) {
    (self.occasion, self.edition, self.zone, self.told) = (occasion, edition, zone, told)
    var used = Set<Slot>()
    for (column, look) in told.columns.enumerated() {
      try note(told.predicates[look.predicate], told.predicates, paper: look.paper, &used)
      if case .count(let count) = told.predicates[look.predicate] {
        lists[count.records, default: []].append(Count(column: column, test: count))
      }
    }
    // A constraint that shares a value with these may tie others to them.
    var open = edition.constraints
    var grew = true
    while grew {
      grew = false
      for constraint in open {
        var own = Set<Slot>()
        var probe = self
        for atom in constraint.atoms { try probe.note(edition.predicates[atom], edition.predicates, paper: nil, &own) }
        guard !own.isDisjoint(with: used) else { continue }
        self = probe
        used.formUnion(own)
        constraints.append(constraint)
        open.removeAll { $0 == constraint }
        grew = true
      }
    }
    for list in lists.keys {
      for constraint in edition.recordConstraints[list] ?? [] {
        for atom in constraint.atoms {
          try note(edition.predicates[atom], edition.predicates, paper: nil, list: list, &used)
        }
      }
    }
    let fixed = occasion.papers.map { edition.library.vocabulary.paper($0)?.fixed ?? [:] }
    scalars = used.filter { slot in
      switch slot {
      case .fact: true
      case .paper(let paper, let field): fixed[paper][field] == nil
      case .record: false
      }
    }.sorted { "\($0)" < "\($1)" }
  }

  // MARK: What turns

  private mutating func note(
    _ predicate: Predicate, _ table: [Predicate], paper: Int?, list: String? = nil, _ used: inout Set<Slot>
  ) throws(TooMuch) {
    switch predicate {
    case .request(let test): try note(test, { _ in nil }, &used)
    case .paper(let test):
      guard let paper else { throw TooMuch() }
      try note(test, { .paper(paper, $0) }, &used)
    case .record(let test):
      guard let list else { throw TooMuch() }
      try note(test, { .record(list, $0) }, &used)
    case .count(let count):
      for atom in count.condition?.atoms ?? [] {
        try note(table[atom], table, paper: nil, list: count.records, &used)
      }
    case .happened(let fact): try note(Self.happened(fact), { _ in nil }, &used)
    case .paperKind, .anyPaper, .accompanied, .reading: throw TooMuch()
    }
  }

  private static func happened(_ fact: String) -> ScalarTest {
    ScalarTest(subject: .fact(fact), comparison: .date(.onOrBefore, .subject(.date(.decided))))
  }

  private mutating func note(
    _ test: ScalarTest, _ field: (String) -> Slot?, _ used: inout Set<Slot>
  ) throws(TooMuch) {
    func slot(_ subject: LawLanguage.Test.Subject) -> Slot? {
      switch subject {
      case .fact(let name): .fact(name)
      case .field(let name): field(name)
      case .date: nil
      }
    }
    var other: Slot?
    var span: Span?
    switch test.comparison {
    case .within(let own, _, let reference, let leftOut):
      guard leftOut == nil else { throw TooMuch() }
      span = own
      if case .subject(let subject) = reference { other = slot(subject) }
    case .date(_, .subject(let subject)): other = slot(subject)
    case .holds, .choice, .number, .bound, .member, .date: break
    }
    let own = slot(test.subject)
    for slot in [own, other].compactMap({ $0 }) {
      used.insert(slot)
      tests[slot, default: []].append(test)
    }
    if let own, let other { related.append((own, other, span)) }
  }

  // MARK: Values

  private func days(_ slot: Slot) -> Set<Day> {
    var days: Set<Day> = [occasion.day]
    for test in tests[slot] ?? [] {
      switch test.comparison {
      case .date(_, .day(let day)): days.insert(day)
      case .within(let span, _, .day(let day), _): days.formUnion([day, span.before(day), span.after(day)])
      case .within(let span, _, _, _): days.formUnion([span.before(occasion.day), span.after(occasion.day)])
      case .holds, .choice, .number, .bound, .member, .date: break
      }
    }
    return days
  }

  private static func beside(_ days: Set<Day>) -> Set<Day> {
    Set(days.flatMap { [$0.adding(days: -1), $0, $0.adding(days: 1)] })
  }

  /// The days worth trying for each value that is one; those of two that are compared turn where the other's do.
  private func allDays() -> [Slot: Set<Day>] {
    var found = tests.keys.reduce(into: [Slot: Set<Day>]()) { $0[$1] = Self.beside(days($1)) }
    for _ in 0..<2 {
      for (left, right, span) in related {
        for (one, other) in [(left, right), (right, left)] {
          let near = (found[other] ?? []).flatMap { day in
            span.map { [day, $0.before(day), $0.after(day)] } ?? [day]
          }
          found[one]?.formUnion(Self.beside(Set(near)))
        }
      }
    }
    return found
  }

  private func type(of slot: Slot) -> ValueType? {
    let vocabulary = edition.library.vocabulary
    switch slot {
    case .fact(let name): return vocabulary.fact(name)?.type
    case .paper(_, let field): return vocabulary.paperField(field)?.type
    case .record(let list, let field): return vocabulary.recordType(list)?.field(field)?.type
    }
  }

  private func values(of slot: Slot, _ days: [Slot: Set<Day>]) -> [FactValue] {
    switch type(of: slot) {
    case .yesNo?: return [.yesNo(true), .yesNo(false)]
    case .choice(let choices)?: return choices.map { .choice($0) }
    case .number?:
      var numbers: Set<Int> = [0]
      for test in tests[slot] ?? [] {
        switch test.comparison {
        case .number(let number), .bound(_, let number): numbers.formUnion([number - 1, number, number + 1])
        case .holds, .choice, .member, .date, .within: break
        }
      }
      return numbers.filter { $0 >= 0 }.sorted().map { .number($0) }
    case .date?: return (days[slot] ?? [occasion.day]).sorted().map { .date($0) }
    case .instant?:
      return (days[slot] ?? [occasion.day]).sorted().map { .instant(zone.instant(of: $0, minutes: 720)) }
    case .code?:
      var codes: Set<String> = ["0/0"]
      for test in tests[slot] ?? [] {
        if case .member(let members) = test.comparison {
          for code in members { codes.formUnion([code, code + "(z)"]) }
        }
      }
      return codes.sorted().map { .code($0) }
    case nil: return []
    }
  }

  // MARK: Trying

  /// A request for each way in which the columns come out.
  func classes(atMost most: Int) throws(TooMuch) -> [[Bool]: Recorded] {
    let days = allDays()
    let choices = scalars.map { values(of: $0, days) }
    let candidates = try lists.keys.sorted().map { list throws(TooMuch) in (list, try records(of: list, days, most)) }
    let tries = candidates.reduce(1) { $0 + $1.1.count }
    guard choices.reduce(tries, { min($0 * max(1, $1.count), most + 1) }) <= most else { throw TooMuch() }
    var found: [[Bool]: Recorded] = [:]
    var position = [Int](repeating: 0, count: choices.count)
    repeat {
      var recorded = Recorded()
      for (index, slot) in scalars.enumerated() where !choices[index].isEmpty {
        let value = choices[index][position[index]]
        switch slot {
        case .fact(let name): recorded.facts[name] = value
        case .paper(let paper, let field): recorded.papers[paper, default: [:]][field] = value
        case .record: break
        }
      }
      collect(recorded, candidates, &found)
    } while advance(&position, choices.map(\.count))
    return found
  }

  private func advance(_ position: inout [Int], _ counts: [Int]) -> Bool {
    for index in position.indices {
      position[index] += 1
      if position[index] < counts[index] { return true }
      position[index] = 0
    }
    return false
  }

  private func records(
    of list: String, _ days: [Slot: Set<Day>], _ most: Int
  ) throws(TooMuch) -> [[String: FactValue]] {
    var records: [[String: FactValue]] = [[:]]
    for slot in tests.keys.sorted(by: { "\($0)" < "\($1)" }) {
      guard case .record(list, let field) = slot else { continue }
      let values = values(of: slot, days)
      guard records.count * values.count <= most else { throw TooMuch() }
      records = records.flatMap { record in values.map { record.merging([field: $0]) { $1 } } }
    }
    return records
  }

  private func collect(
    _ recorded: Recorded, _ candidates: [(String, [[String: FactValue]])], _ found: inout [[Bool]: Recorded]
  ) {
    let situation = situation(recorded)
    let isAllowed = constraints.allSatisfy { constraint in
      constraint.truth { situation.truth($0, in: edition, ground: nil) } != .no
    }
    guard isAllowed else { return }
    var truths = told.columns.map { column in
      truth(told.predicates[column.predicate], situation, paper: column.paper, record: nil) == .yes
    }
    var ways: [(truths: [Int: Bool], records: [String: [[String: FactValue]]])] = [([:], [:])]
    for (list, records) in candidates {
      let own = sets(of: list, records, situation)
      ways = ways.flatMap { way in
        own.map { set in
          (way.truths.merging(set.truths) { $1 }, way.records.merging([list: set.records]) { $1 })
        }
      }
    }
    for way in ways {
      for (column, isTrue) in way.truths { truths[column] = isTrue }
      guard found[truths] == nil else { continue }
      var recorded = recorded
      recorded.records = way.records
      found[truths] = recorded
    }
  }

  /// Every choice of some records, as the counts over the list come out.
  private func sets(
    of list: String, _ records: [[String: FactValue]], _ situation: Situation
  ) -> [(truths: [Int: Bool], records: [[String: FactValue]])] {
    let counts = lists[list] ?? []
    let bounds = edition.recordConstraints[list] ?? []
    var kinds: [[Bool]: [String: FactValue]] = [:]
    for record in records {
      let isAllowed = bounds.allSatisfy { bound in
        bound.truth { situation.truth($0, in: edition, ground: nil, record: record) } != .no
      }
      guard isAllowed else { continue }
      let passes = counts.map { count in
        (count.test.condition?.truth { truth(told.predicates[$0], situation, paper: nil, record: record) } ?? .yes)
          == .yes
      }
      if kinds[passes] == nil { kinds[passes] = record }
    }
    let longest = max(3, counts.reduce(0) { $0 + $1.test.atLeast })
    let all = kinds.sorted { "\($0.key)" < "\($1.key)" }
    var sums: [[Int]: [[String: FactValue]]] = [[Int](repeating: 0, count: counts.count): []]
    for _ in 0..<longest {
      for (sum, chosen) in sums {
        for kind in all {
          let next = sum.indices.map { min(sum[$0] + (kind.key[$0] ? 1 : 0), counts[$0].test.atLeast) }
          if sums[next] == nil { sums[next] = chosen + [kind.value] }
        }
      }
    }
    return sums.map { sum, chosen in
      let truths = counts.indices.map { (counts[$0].column, sum[$0] >= counts[$0].test.atLeast) }
      return (Dictionary(uniqueKeysWithValues: truths), chosen)
    }
  }

  private func truth(
    _ predicate: Predicate, _ situation: Situation, paper: Int?, record: [String: FactValue]?
  ) -> Truth {
    switch predicate {
    case .request(let test): situation.truth(test, fields: nil)
    case .paper(let test): situation.truth(test, fields: paper.map { situation.papers[$0] })
    case .record(let test): situation.truth(test, fields: record)
    case .happened(let fact): situation.truth(Self.happened(fact), fields: nil)
    case .count, .paperKind, .anyPaper, .accompanied, .reading: .unknown
    }
  }

  private func situation(_ recorded: Recorded) -> Situation {
    let fixed = occasion.papers.map { edition.library.vocabulary.paper($0)?.fixed ?? [:] }
    return Situation(
      facts: recorded.facts,
      papers: fixed.enumerated().map { $1.merging(recorded.papers[$0] ?? [:]) { own, _ in own } },
      paperKinds: occasion.papers, records: [:], readings: [], asked: occasion.day, decided: occasion.day,
      decidedInstant: nil, acted: occasion.day, zone: zone, recorded: recorded.facts)
  }
}

extension Formula {
  fileprivate var atoms: [Int] {
    var found: [Int] = []
    forEachAtom { found.append($0) }
    return found
  }
}
