import LawLanguage
import Norms

/// Where a test looks: a fact, a field of papers, a field of a list's records.
enum Slot: Hashable {
  case fact(String)
  case paper(String)
  case record(String, String)
}

/// The values worth supposing for the unknowns of some predicates: one for each cell into which the law's own thresholds cut them.
///
/// A number or day is cut where the truth of a test changes. Days that are compared with one another pass their cuts on,
/// so that every order of the unknown days that the law could tell apart is among the values.
struct Domains {
  let edition: Edition
  let situation: Situation
  private var tests: [Slot: [ScalarTest.Comparison]] = [:]
  private var relations: [Relation] = []
  private var days: [Slot: Set<Day>] = [:]
  private(set) var lookBacks: [LookBack] = []

  /// A look-back that leaves out the days of a list's records.
  struct LookBack {
    let slot: Slot
    let other: Slot?
    let reference: DateReference
    let span: Span
    let before: Bool
    let list: String

    /// Days that the other side has or may have.
    func others(_ domains: Domains) -> [Day] {
      if let other { return domains.known(other) + domains.around(other) }
      return [domains.situation.day(reference, fields: nil)].compactMap { $0 }
    }
  }

  /// Two slots whose days a test compares; `owner` is the list of a record's fields.
  private struct Relation {
    let left: Slot
    let right: Slot
    let comparison: ScalarTest.Comparison
  }

  /// The domains for unknowns of these predicates, in this situation, and of these constraints on records of some lists.
  init(
    of predicates: [Int], constraining records: [String: [Formula]], in edition: Edition, situation: Situation
  ) {
    self.edition = edition
    self.situation = situation
    for index in predicates { collect(index, list: nil) }
    for list in records.keys.sorted() {
      for constraint in records[list] ?? [] { constraint.forEachAtom { collect($0, list: list) } }
    }
    cutDays()
    cutIntervals()
  }

  // MARK: What the law looks at

  private mutating func collect(_ index: Int, list: String?) {
    switch edition.predicates[index] {
    case .request(let test): collect(test) { _ in nil }
    case .paper(let test): collect(test) { .paper($0) }
    case .record(let test): if let list { collect(test) { .record(list, $0) } }
    case .count(let count): count.condition?.forEachAtom { collect($0, list: count.records) }
    case .paperKind, .anyPaper, .accompanied, .happened, .reading: break
    }
  }

  private mutating func collect(_ test: ScalarTest, field: (String) -> Slot?) {
    guard let slot = slot(test.subject, field: field) else {
      // A date of the request against an unknown: the cut is on the other side.
      if case .date(let date) = test.subject { collectMirror(of: date, test.comparison, field: field) }
      return
    }
    tests[slot, default: []].append(test.comparison)
    switch test.comparison {
    case .date(_, .subject(let subject)):
      if let other = self.slot(subject, field: field) {
        relations.append(Relation(left: slot, right: other, comparison: test.comparison))
      }
    case .within(_, _, let reference, let intervals):
      if case .subject(let subject) = reference, let other = self.slot(subject, field: field) {
        relations.append(Relation(left: slot, right: other, comparison: test.comparison))
      }
      if let intervals, case .within(let span, let before, _, _) = test.comparison {
        var other: Slot?
        if case .subject(let subject) = reference { other = self.slot(subject, field: field) }
        lookBacks.append(
          LookBack(slot: slot, other: other, reference: reference, span: span, before: before, list: intervals))
      }
    case .holds, .choice, .number, .bound, .member, .date: break
    }
  }

  private mutating func collectMirror(
    of date: RequestDate, _ comparison: ScalarTest.Comparison, field: (String) -> Slot?
  ) {
    let reference: DateReference
    switch comparison {
    case .date(_, let other): reference = other
    case .within(_, _, let other, _): reference = other
    case .holds, .choice, .number, .bound, .member: return
    }
    guard case .subject(let subject) = reference, let slot = slot(subject, field: field) else { return }
    let day = situation.day(.subject(.date(date)), fields: nil) ?? situation.acted
    days[slot, default: []].formUnion(cuts(comparison, of: day, isOwnSide: false))
  }

  private func slot(_ subject: Test.Subject, field: (String) -> Slot?) -> Slot? {
    switch subject {
    case .fact(let name): .fact(name)
    case .field(let name): field(name)
    case .date: nil
    }
  }

  // MARK: Days

  /// Days left of which and from which a test on this side changes, given a day on the other side.
  private static func cuts(_ comparison: ScalarTest.Comparison, against day: Day) -> [Day] {
    switch comparison {
    case .date(let order, _):
      switch order {
      case .onOrAfter, .before: [day]
      case .onOrBefore, .after: [day.adding(days: 1)]
      }
    case .within(let span, let before, _, _):
      before ? [first(span, reaching: day), day.adding(days: 1)] : [day, span.after(day).adding(days: 1)]
    case .holds, .choice, .number, .bound, .member: []
    }
  }

  /// The same for the other side of the comparison, given a day on this side.
  private static func mirrored(_ comparison: ScalarTest.Comparison, of day: Day) -> [Day] {
    switch comparison {
    case .date(let order, _):
      switch order {
      case .onOrAfter, .before: [day.adding(days: 1)]
      case .onOrBefore, .after: [day]
      }
    case .within(let span, let before, _, _):
      before ? [day, span.after(day).adding(days: 1)] : [first(span, reaching: day), day.adding(days: 1)]
    case .holds, .choice, .number, .bound, .member: []
    }
  }

  /// The first day from which the span reaches the limit.
  private static func first(_ span: Span, reaching limit: Day) -> Day {
    var day = span.before(limit)
    while span.after(day) < limit { day = day.adding(days: 1) }
    while span.after(day.adding(days: -1)) >= limit { day = day.adding(days: -1) }
    return day
  }

  private mutating func cutDays() {
    for (slot, comparisons) in tests {
      for comparison in comparisons {
        switch comparison {
        case .date(_, .day(let day)), .within(_, _, .day(let day), _):
          days[slot, default: []].formUnion(cuts(comparison, of: day, isOwnSide: true))
        case .date(_, .subject(.date(let date))), .within(_, _, .subject(.date(let date)), _):
          let day = situation.day(.subject(.date(date)), fields: nil) ?? situation.acted
          days[slot, default: []].formUnion(cuts(comparison, of: day, isOwnSide: true))
        case .holds, .choice, .number, .bound, .member, .date, .within: break
        }
      }
    }
    // Cuts pass from slot to slot, through each once and back to the first.
    let slots = Set(relations.flatMap { [$0.left, $0.right] })
    for round in 0..<min(slots.count, 4) {
      let before = self
      for relation in relations {
        var right = before.known(relation.right) + before.around(relation.right)
        let left = before.known(relation.left) + before.around(relation.left)
        if right.isEmpty && left.isEmpty && round == 0 { right = [situation.acted] }
        guard right.count + left.count < 200 else { continue }
        for day in right {
          days[relation.left, default: []].formUnion(cuts(relation.comparison, of: day, isOwnSide: true))
        }
        for day in left {
          days[relation.right, default: []].formUnion(cuts(relation.comparison, of: day, isOwnSide: false))
        }
      }
    }
  }

  /// An interval with an unknown bound can leave out all there is between the two sides of a look-back, or nothing of it.
  private mutating func cutIntervals() {
    for lookBack in lookBacks {
      let sides = known(lookBack.slot) + around(lookBack.slot) + lookBack.others(self)
      days[.record(lookBack.list, "start"), default: []].formUnion(sides.map { $0.adding(days: 1) })
      days[.record(lookBack.list, "end"), default: []].formUnion(sides)
    }
  }

  /// One day of each stretch that the cuts make: what is worth supposing.
  func around(_ slot: Slot) -> [Day] {
    let cuts = (days[slot] ?? []).sorted()
    return cuts.first.map { [$0.adding(days: -1)] + cuts } ?? []
  }

  func known(_ slot: Slot) -> [Day] {
    switch slot {
    case .fact(let name): [situation.day(situation.facts[name])].compactMap { $0 }
    case .paper(let field): situation.papers.compactMap { situation.day($0[field]) }
    case .record(let list, let field):
      (situation.records[list]?.records ?? []).compactMap { situation.day($0[field]) }
    }
  }

  /// Days on which a look-back with days left out begins or ceases to hold: the intervals known move its limits, so they are
  /// looked for around each.
  private func cuts(_ comparison: ScalarTest.Comparison, of day: Day, isOwnSide: Bool) -> [Day] {
    guard case .within(let span, let before, _, let list?) = comparison else {
      return isOwnSide ? Domains.cuts(comparison, against: day) : Domains.mirrored(comparison, of: day)
    }
    let leftOut = (situation.records[list]?.records ?? []).reduce(0) { sum, record in
      guard let start = situation.day(record["start"]), let end = situation.day(record["end"]), start <= end else {
        return sum
      }
      return sum + Int(end.number - start.number) + 1
    }
    guard leftOut <= 4_000 else { return [] }
    func holds(_ own: Day) -> Truth {
      isOwnSide
        ? situation.within(own, span, before: before, of: day, notCounting: list)
        : situation.within(day, span, before: before, of: own, notCounting: list)
    }
    let near = [day, span.before(day), span.after(day)].flatMap { base in
      (-(leftOut + 4)...(leftOut + 4)).map(base.adding(days:))
    }
    return near.filter { holds($0) != holds($0.adding(days: -1)) }
  }

  // MARK: Values

  /// The values worth supposing for a slot of a type.
  func values(of slot: Slot, type: ValueType) -> [FactValue] {
    switch type {
    case .yesNo: return [.yesNo(true), .yesNo(false)]
    case .choice(let choices): return choices.map { .choice($0) }
    case .number: return numbers(of: slot).map { .number($0) }
    case .date: return representatives(of: slot).map { .date($0) }
    case .instant:
      return representatives(of: slot).map { .instant(situation.zone.instant(of: $0, minutes: 720)) }
    case .code: return codes(of: slot).map { .code($0) }
    }
  }

  private func representatives(of slot: Slot) -> [Day] {
    let days = around(slot)
    return days.isEmpty ? [situation.acted] : days
  }

  private func numbers(of slot: Slot) -> [Int] {
    var cuts = Set<Int>()
    for comparison in tests[slot] ?? [] {
      switch comparison {
      case .number(let value): cuts.formUnion([value, value + 1])
      case .bound(.atLeast, let limit), .bound(.under, let limit): cuts.insert(limit)
      case .bound(.over, let limit), .bound(.atMost, let limit): cuts.insert(limit + 1)
      case .holds, .choice, .member, .date, .within: break
      }
    }
    let sorted = cuts.sorted()
    guard let first = sorted.first else { return [0] }
    return ([first - 1] + sorted).filter { $0 >= 0 }
  }

  /// One code for each way of being in the lists, and one that is in none.
  private func codes(of slot: Slot) -> [String] {
    var entries = Set<String>()
    for comparison in tests[slot] ?? [] {
      if case .member(let members) = comparison { entries.formUnion(members) }
      if case .choice(let value) = comparison { entries.insert(value) }
    }
    var seen = Set<[Truth]>()
    var found: [String] = []
    for entry in entries.sorted() + ["(in no list)"] {
      let pattern = (tests[slot] ?? []).map { comparison in
        situation.truth(
          ScalarTest(subject: .fact("code"), comparison: comparison), supposing: .code(entry))
      }
      if seen.insert(pattern).inserted { found.append(entry) }
    }
    return found
  }
}

extension Situation {
  /// The truth of a comparison of a value that is given, not looked up.
  fileprivate func truth(_ test: ScalarTest, supposing value: FactValue) -> Truth {
    var situation = self
    if case .fact(let name) = test.subject { situation.facts[name] = value }
    return situation.truth(test, fields: nil)
  }
}
