import Analysis
import LawLanguage
import Norms

/// What the records of each row's list come to: the ways in which the counts over it can come out, a bit for each.
///
/// Counts over one list are not independent, and a record of which a field is unknown may pass one or another. So a row's records are
/// gone through with the set of sums that they may have so far; there are few such sets, and each step from one to the next is
/// reckoned once.
struct ListPlan {
  private let classes: RecordClasses
  private let cells: [UInt64]
  private let list: RowList?
  private let parts: [Part]
  /// The sums told apart, nothing first, and the kinds of record: each adds so much.
  private let sums: [[UInt8]]
  private let everyKind: UInt64
  /// By the numbering of parts' ways: which kinds a record may be, as a place among `sets`; -1 until it is met.
  private var setOfWays: [Int32]
  private var sets: [UInt64] = []
  private let adds: [[UInt8]]
  private var states: [UInt64] = [1]
  private var numbersOfStates: [UInt64: Int] = [1: 0]
  /// By state and set; -1 until it is met.
  private var nextStates: [[Int32]] = [[]]
  /// Of the records in hand, the numbers of their parts' ways.
  private var numbers: [Int] = []
  /// By state: the ways that are possible if there are no more records, and if there may be.
  private var finals: [(complete: UInt64, open: UInt64)] = []

  /// One value of a record, and the tests of it.
  private struct Part {
    let part: RecordClasses.Part
    let reading: Reading

    enum Reading {
      /// The way by the word; the last for an unknown.
      case bytes([UInt8], ways: [Int])
      case places([UInt16], ways: [Int])
      case tests([TestReading])
    }
  }

  private enum TestReading {
    case number([Int32], NumberCut)
    /// The days of the record or the row, on either side.
    case days(DayPlace, DayPlace, DayComparison)
    /// A fact of the row.
    case row(LookRow)
    case unknown
  }

  private enum DayPlace {
    case record(RowDays)
    case row(RowDays)
    case fixed(Int32)
  }

  /// One fact of a row, as a byte.
  private struct LookRow {
    let column: RowColumn
    let test: ScalarTest
    let type: ValueType
  }

  private static let mostWays = 1 << 16

  init?(
    _ group: LookGroup, looks: [Look], of table: RowTable, vocabulary: Vocabulary,
    spans: ReckonedSpans, zone: Zone
  ) {
    guard case .records(let classes) = group.kind else { return nil }
    self.classes = classes
    cells = group.cells
    list = table.lists[classes.list]
    var parts: [Part] = []
    for part in classes.parts {
      let reading = Self.reading(
        part, looks, list: table.lists[classes.list], table: table, vocabulary: vocabulary,
        spans: spans, zone: zone)
      parts.append(Part(part: part, reading: reading))
    }
    self.parts = parts
    let ways = parts.reduce(1) { min($0 * ($1.part.cells.count + 1), Self.mostWays + 1) }
    guard ways <= Self.mostWays else { return nil }
    setOfWays = [Int32](repeating: -1, count: ways)
    var adds: [[UInt8]] = []
    Self.forEachChoice(parts.map { Array($0.part.cells.indices) }) { choice in
      let own = Self.adds(choice, parts, classes)
      if !adds.contains(own) { adds.append(own) }
    }
    guard adds.count <= UInt64.bitWidth else { return nil }
    self.adds = adds
    everyKind = adds.count == UInt64.bitWidth ? .max : 1 << UInt64(adds.count) - 1
    sums = classes.sums(of: adds)
    guard sums.count <= UInt64.bitWidth else { return nil }
    finals = [final(of: 1)]
  }

  // MARK: Records

  private static func adds(_ choice: [Int], _ parts: [Part], _ classes: RecordClasses) -> [UInt8] {
    classes.adds { look in
      parts.indices.contains { index in
        guard let bit = parts[index].part.tests.firstIndex(of: look) else { return false }
        return parts[index].part.cells[choice[index]] & 1 << UInt64(bit) != 0
      }
    }
  }

  private static func forEachChoice(_ options: [[Int]], _ visit: ([Int]) -> Void) {
    var choices: [[Int]] = [[]]
    for option in options { choices = choices.flatMap { choice in option.map { choice + [$0] } } }
    for choice in choices { visit(choice) }
  }

  /// Which kinds of record this one may be: a way for each part, or one past the ways for an unknown.
  private func kinds(_ number: Int) -> UInt64 {
    var rest = number
    var options: [[Int]] = []
    for part in parts.reversed() {
      let radix = part.part.cells.count + 1
      let way = rest % radix
      rest /= radix
      options.append(way < part.part.cells.count ? [way] : Array(part.part.cells.indices))
    }
    var found: UInt64 = 0
    Self.forEachChoice(options.reversed()) { choice in
      if let kind = adds.firstIndex(of: Self.adds(choice, parts, classes)) {
        found |= 1 << UInt64(kind)
      }
    }
    return found
  }

  /// Adds the way of a part to the number of each record of some rows: one loop for each way of reading.
  private mutating func add(_ part: Part, of list: RowList, _ rows: Range<Int>) {
    let first = Int(list.offsets[rows.lowerBound])
    let count = Int(list.offsets[rows.upperBound]) - first
    let radix = part.part.cells.count + 1
    precondition(numbers.count >= count)
    switch part.reading {
    case .bytes(let values, let ways):
      let last = ways.count - 1
      for record in 0..<count {
        numbers[record] = numbers[record] * radix + ways[min(Int(values[first + record]), last)]
      }
    case .places(let values, let ways):
      let last = ways.count - 1
      for record in 0..<count {
        numbers[record] = numbers[record] * radix + ways[min(Int(values[first + record]), last)]
      }
    case .tests(let readings):
      for row in rows {
        for record in Int(list.offsets[row])..<Int(list.offsets[row + 1]) {
          numbers[record - first] =
            numbers[record - first] * radix
            + Self.way(readings, part.part.cells, record: record, row: row)
        }
      }
    }
  }

  private static func way(_ readings: [TestReading], _ cells: [UInt64], record: Int, row: Int)
    -> Int
  {
    var truths: UInt64 = 0
    for bit in readings.indices {
      switch truth(readings[bit], record: record, row: row) {
      case 1: truths |= 1 << UInt64(bit)
      case 0: break
      default: return cells.count
      }
    }
    // A way that was not foreseen is not relied on.
    return cells.firstIndex(of: truths) ?? cells.count
  }

  private static func truth(_ reading: TestReading, record: Int, row: Int) -> UInt8 {
    func day(_ place: DayPlace) -> Int32 {
      switch place {
      case .record(let days): days[record]
      case .row(let days): days[row]
      case .fixed(let day): day
      }
    }
    switch reading {
    case .unknown: return 2
    case .number(let values, let cut):
      guard values[record] != .min else { return 2 }
      switch cut {
      case .equal(let value): return values[record] == value ? 1 : 0
      case .atLeast(let value): return values[record] >= value ? 1 : 0
      case .atMost(let value): return values[record] <= value ? 1 : 0
      }
    case .days(let left, let right, let comparison): return comparison.truth(day(left), day(right))
    case .row(let look):
      guard let value = look.column.value(row, look.type) else { return 2 }
      return look.test.comparison.holds(value) ? 1 : 0
    }
  }

  // MARK: Sums

  private func final(of state: UInt64) -> (complete: UInt64, open: UInt64) {
    (cells(of: state), cells(of: closure(of: state)))
  }

  private func cells(of state: UInt64) -> UInt64 {
    var found: UInt64 = 0
    for index in sums.indices where state & 1 << UInt64(index) != 0 {
      if let cell = cells.firstIndex(of: classes.truths(sums[index])) { found |= 1 << UInt64(cell) }
    }
    return found
  }

  private func next(_ state: UInt64, _ kinds: UInt64) -> UInt64 {
    var found: UInt64 = 0
    for index in sums.indices where state & 1 << UInt64(index) != 0 {
      for kind in adds.indices where kinds & 1 << UInt64(kind) != 0 {
        if let sum = sums.firstIndex(of: classes.sum(sums[index], adds[kind])) {
          found |= 1 << UInt64(sum)
        }
      }
    }
    return found
  }

  private func closure(of state: UInt64) -> UInt64 {
    var found = state
    while true {
      let more = found | next(found, everyKind)
      if more == found { return found }
      found = more
    }
  }

  private mutating func step(_ state: Int, _ set: Int) -> Int {
    let next = next(states[state], sets[set])
    let number: Int
    if let known = numbersOfStates[next] {
      number = known
    } else {
      number = states.count
      states.append(next)
      numbersOfStates[next] = number
      finals.append(final(of: next))
      nextStates.append([Int32](repeating: -1, count: sets.count))
    }
    nextStates[state][set] = Int32(number)
    return number
  }

  /// The ways that are possible, row by row.
  mutating func fill(_ ways: inout [UInt64], _ rows: Range<Int>) {
    guard let list else {
      for row in 0..<rows.count { ways[row] = finals[0].open }
      return
    }
    let first = Int(list.offsets[rows.lowerBound])
    let count = Int(list.offsets[rows.upperBound]) - first
    if numbers.count < count { numbers = [Int](repeating: 0, count: count) }
    for record in 0..<count { numbers[record] = 0 }
    for part in parts { add(part, of: list, rows) }
    for (place, row) in rows.enumerated() {
      var state = 0
      for record in Int(list.offsets[row])..<Int(list.offsets[row + 1]) {
        state = next(state, record: numbers[record - first])
      }
      let isComplete = list.completeness[row] == RowList.Completeness.complete.rawValue
      ways[place] = isComplete ? finals[state].complete : finals[state].open
    }
  }

  /// The state after one more record. Reckoned once for each set of kinds that a record may be.
  private mutating func next(_ state: Int, record number: Int) -> Int {
    let set = setOfWays[number] >= 0 ? Int(setOfWays[number]) : note(number)
    let known = nextStates[state][set]
    return known >= 0 ? Int(known) : step(state, set)
  }

  private mutating func note(_ number: Int) -> Int {
    let kinds = kinds(number)
    let set: Int
    if let known = sets.firstIndex(of: kinds) {
      set = known
    } else {
      set = sets.count
      sets.append(kinds)
      for state in nextStates.indices { nextStates[state].append(-1) }
    }
    setOfWays[number] = Int32(set)
    return set
  }
}

// MARK: - Reading

extension ListPlan {
  private static func reading(
    _ part: RecordClasses.Part, _ looks: [Look], list: RowList?, table: RowTable,
    vocabulary: Vocabulary, spans: ReckonedSpans, zone: Zone
  ) -> Part.Reading {
    let tests = part.tests.map { looks[$0] }
    if let field = part.field, let column = list?.fields[field] {
      let comparisons = tests.compactMap { look in
        if case .record(let test) = look { test.comparison } else { nil }
      }
      switch column.storage {
      case .bytes(let values) where !column.words.isEmpty:
        return .bytes(values, ways: ways(part, comparisons, words: column.words))
      case .places(let values):
        return .places(values, ways: ways(part, comparisons, words: column.words))
      case .bytes(let values): return .bytes(values, ways: ways(part, comparisons))
      case .integers, .instants: break
      }
    }
    return .tests(
      tests.map {
        reading($0, list: list, table: table, vocabulary: vocabulary, spans: spans, zone: zone)
      })
  }

  /// The way that each word comes out.
  private static func ways(
    _ part: RecordClasses.Part, _ comparisons: [ScalarTest.Comparison], words: [String]
  ) -> [Int] {
    let truths = comparisons.map { LookPlanes.truths($0, words) }
    return words.indices.map { word in
      way(
        part,
        truths.enumerated().reduce(0) { $1.element[word] == 1 ? $0 | 1 << UInt64($1.offset) : $0 })
    } + [part.cells.count]
  }

  /// The way that each yes, no or small number comes out.
  private static func ways(_ part: RecordClasses.Part, _ comparisons: [ScalarTest.Comparison])
    -> [Int]
  {
    (0..<255).map { value in
      way(
        part,
        comparisons.enumerated().reduce(0) { truths, next in
          let holds =
            next.element == .holds ? value == 1 : next.element.holds(.number(value))
          return holds ? truths | 1 << UInt64(next.offset) : truths
        })
    } + [part.cells.count]
  }

  private static func way(_ part: RecordClasses.Part, _ truths: UInt64) -> Int {
    part.cells.firstIndex(of: truths) ?? part.cells.count
  }

  private static func reading(
    _ look: Look, list: RowList?, table: RowTable, vocabulary: Vocabulary, spans: ReckonedSpans,
    zone: Zone
  ) -> TestReading {
    let test: ScalarTest
    var isOfRecord = false
    switch look {
    case .record(let own):
      test = own
      isOfRecord = true
    case .request(let own): test = own
    case .paper, .happened, .count: return .unknown
    }
    func place(_ subject: Test.Subject) -> DayPlace {
      switch subject {
      case .fact(let name): .row(RowDays(table.facts[name], zone: zone))
      case .field(let name):
        isOfRecord ? .record(RowDays(list?.fields[name], zone: zone)) : .fixed(RowDays.unknown)
      case .date(let date): .row(RowDays(date, of: table, zone: zone))
      }
    }
    switch test.comparison {
    case .date(_, let reference), .within(_, _, let reference, _):
      let other: DayPlace =
        switch reference {
        case .day(let day): .fixed(day.number)
        case .subject(let subject): place(subject)
        }
      return .days(place(test.subject), other, DayComparison(test.comparison, spans))
    case .number(let number):
      guard case .field(let name) = test.subject else { return row(test, table, vocabulary) }
      guard case .integers(let values) = list?.fields[name]?.storage else { return .unknown }
      return .number(values, .equal(Int32(clamping: number)))
    case .bound(let bound, let limit):
      guard case .field(let name) = test.subject else { return row(test, table, vocabulary) }
      guard case .integers(let values) = list?.fields[name]?.storage else { return .unknown }
      return .number(values, LookPlanes.cut(bound, limit))
    case .holds, .choice, .member: return row(test, table, vocabulary)
    }
  }

  private static func row(_ test: ScalarTest, _ table: RowTable, _ vocabulary: Vocabulary)
    -> TestReading
  {
    guard case .fact(let name) = test.subject, let column = table.facts[name],
      let type = vocabulary.fact(name)?.type
    else { return .unknown }
    return .row(LookRow(column: column, test: test, type: type))
  }
}

extension ScalarTest.Comparison {
  /// Whether a known value that is no day passes.
  func holds(_ value: FactValue) -> Bool {
    switch (self, value) {
    case (.holds, .yesNo(let yes)): yes
    case (.choice(let expected), .choice(let choice)): choice == expected
    case (.member(let members), .choice(let choice)): members.contains(choice)
    case (.member(let members), .code(let code)): Situation.matches(code: code, in: members)
    case (.number(let expected), .number(let number)): number == expected
    case (.bound(let bound, let limit), .number(let number)): bound.holds(number, limit)
    default: false
    }
  }
}
