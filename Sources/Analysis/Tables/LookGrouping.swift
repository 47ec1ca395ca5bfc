import LawLanguage
import Norms

/// Divides the looks of a table's rows into groups, and finds in which ways each can come out.
///
/// More ways than there are would only leave answers open that are not; fewer would make answers certain that are not. Where the
/// ways hang on the dates of a row, or on several values, all are taken.
struct LookGrouping {
  let table: LookTable
  let types: ValueTypes
  /// Nothing known but the papers.
  let situation: Situation
  /// What is to be divided: no tests of records, which their counts bring.
  let looks: [Int]

  /// The groups, lists first.
  func groups() throws(TooWide) -> [LookGroup] {
    var values: [Source: [Int]] = [:]
    var order: [Source] = []
    var lists: [String: [Int]] = [:]
    var singles: [Int] = []
    for look in looks {
      switch table.looks[look] {
      case .count(let list, _, _): lists[list, default: []].append(look)
      case .happened: singles.append(look)
      case .request(let test), .paper(_, let test):
        guard !test.leavesOutDays else { throw TooWide(what: .values) }
        let sources = Set(table.sources(of: look))
        guard let source = sources.first, sources.count == 1 else {
          singles.append(look)
          continue
        }
        if values[source] == nil { order.append(source) }
        values[source, default: []].append(look)
      case .record: throw TooWide(what: .conditions)
      }
    }
    var groups: [LookGroup] = []
    for list in lists.keys.sorted() { groups.append(try group(list, lists[list] ?? [])) }
    for source in order { groups.append(try group(source, values[source] ?? [])) }
    for look in singles {
      groups.append(
        LookGroup(kind: .single, looks: [look], cells: [0, 1], isExact: table.sources(of: look).count <= 1))
    }
    return groups
  }

  // MARK: Values

  private func group(_ source: Source, _ looks: [Int]) throws(TooWide) -> LookGroup {
    let tests = looks.map(test)
    let cells: (cells: [UInt64], isExact: Bool)
    switch source {
    case .fact(let name): cells = try self.cells(tests, type: types.ofFact(name))
    case .paper(let paper, let field):
      if let fixed = situation.papers[paper][field] {
        let truths = tests.map { test in
          var here = situation
          here.facts["value"] = fixed
          return here.truth(ScalarTest(subject: .fact("value"), comparison: test.comparison), fields: nil) == .yes
        }
        cells = ([bits(truths)], true)
      } else {
        cells = try self.cells(tests, type: types.ofPaperField(field))
      }
    case .list: throw TooWide(what: .conditions)
    }
    return LookGroup(kind: .value(source), looks: looks, cells: cells.cells, isExact: cells.isExact)
  }

  private func test(_ look: Int) -> ScalarTest {
    switch table.looks[look] {
    case .request(let test), .paper(_, let test), .record(let test): test
    case .happened(let fact): Look.hasHappened(fact)
    case .count: ScalarTest(subject: .date(.acted), comparison: .holds)
    }
  }

  /// The ways in which tests of one value can come out.
  private func cells(
    _ tests: [ScalarTest], type: ValueType?
  ) throws(TooWide) -> (cells: [UInt64], isExact: Bool) {
    guard let type, tests.count < UInt64.bitWidth else { throw TooWide(what: .conditions) }
    switch type {
    case .date, .instant:
      let days = try DayTests(tests, in: situation)
      return (days.cells, days.isExact)
    case .yesNo, .choice, .number, .code:
      // Every test is of the one value, whatever its name.
      let own = tests.map { ScalarTest(subject: .fact("value"), comparison: $0.comparison) }
      let looks = Looks(of: Array(own.indices), constraining: [:], in: own.map { .request($0) })
      var found: [UInt64] = []
      for value in Domains(looks, in: situation).values(of: .fact("value"), type: type) {
        var here = situation
        here.facts["value"] = value
        let cell = bits(own.map { here.truth($0, fields: nil) == .yes })
        if !found.contains(cell) { found.append(cell) }
      }
      return (found, true)
    }
  }

  private func bits(_ truths: [Bool]) -> UInt64 {
    truths.enumerated().reduce(0) { $1.element ? $0 | 1 << UInt64($1.offset) : $0 }
  }

  // MARK: Lists

  /// More records than this are not tried, and no more sums of them told apart than a word has bits.
  private static let (mostRecords, mostSums) = (50_000, UInt64.bitWidth)

  private func group(_ list: String, _ looks: [Int]) throws(TooWide) -> LookGroup {
    var counts: [RecordClasses.Count] = []
    var tests = Set<Int>()
    for look in looks {
      guard case .count(_, let atLeast, let condition) = table.looks[look], atLeast < UInt8.max else {
        throw TooWide(what: .values)
      }
      counts.append(RecordClasses.Count(look: look, atLeast: atLeast, condition: condition))
      condition?.forEachAtom { tests.insert($0) }
    }
    let classes = RecordClasses(list: list, counts: counts, parts: try parts(of: tests.sorted(), list))
    var kinds: [[UInt8]] = []
    var seen = Set<[UInt8]>()
    var position = [Int](repeating: 0, count: classes.parts.count)
    guard classes.parts.reduce(1, { min($0 * $1.cells.count, Self.mostRecords + 1) }) <= Self.mostRecords else {
      throw TooWide(what: .values)
    }
    repeat {
      let adds = classes.adds { look in
        classes.parts.indices.contains { index in
          guard let bit = classes.parts[index].tests.firstIndex(of: look) else { return false }
          return classes.parts[index].cells[position[index]] & 1 << UInt64(bit) != 0
        }
      }
      if seen.insert(adds).inserted { kinds.append(adds) }
    } while advance(&position, classes.parts.map(\.cells.count))
    var cells: [UInt64] = []
    for sums in classes.sums(of: kinds) {
      let cell = classes.truths(sums)
      if !cells.contains(cell) { cells.append(cell) }
    }
    guard cells.count <= Self.mostSums else { throw TooWide(what: .values) }
    return LookGroup(
      kind: .records(classes), looks: looks, cells: cells, isExact: classes.parts.allSatisfy(\.isExact))
  }

  private func advance(_ position: inout [Int], _ counts: [Int]) -> Bool {
    for index in position.indices.reversed() {
      position[index] += 1
      if position[index] < counts[index] { return true }
      position[index] = 0
    }
    return false
  }

  private func parts(of tests: [Int], _ list: String) throws(TooWide) -> [RecordClasses.Part] {
    var fields: [String: [Int]] = [:]
    var order: [String] = []
    var parts: [RecordClasses.Part] = []
    for look in tests {
      let test = test(look)
      guard !test.leavesOutDays else { throw TooWide(what: .values) }
      let others = table.sources(of: look)
      if case .record = table.looks[look], test.fields.count == 1, others.isEmpty, let field = test.fields.first {
        if fields[field] == nil { order.append(field) }
        fields[field, default: []].append(look)
      } else {
        parts.append(RecordClasses.Part(field: nil, tests: [look], cells: [0, 1], isExact: false))
      }
    }
    let typed = types.fields(ofRecords: list) ?? []
    for field in order {
      let looks = fields[field] ?? []
      let cells = try cells(looks.map(test), type: typed.first { $0.name == field }?.type)
      parts.append(RecordClasses.Part(field: field, tests: looks, cells: cells.cells, isExact: cells.isExact))
    }
    return parts
  }
}

extension ScalarTest {
  /// Whether days of a list's records are left out of it.
  var leavesOutDays: Bool {
    if case .within(_, _, _, .some) = comparison { true } else { false }
  }
}
