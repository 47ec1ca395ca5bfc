import Analysis
import LawLanguage
import Norms

/// One look over the rows of a table: which column decides it, and how.
struct LookPlanes: Sendable {
  private enum Reading: Sendable {
    case always(Bool)
    case unknown
    case bytes([UInt8], NumberCut, hasUnknown: Bool)
    case integers([Int32], NumberCut, hasUnknown: Bool)
    /// By the place among the words: 0 no, 1 yes; 2 for an unknown, which comes after the words.
    case byWord([UInt8], truths: [UInt8])
    case byPlace([UInt16], truths: [UInt8])
    case days(RowDays, RowDays, DayComparison)
    case happened(RowColumn, RowDays, RowTable)
  }

  private let reading: Reading

  /// How a look is read from a table. A look at records is read with its list.
  init(
    _ look: Look, of table: RowTable, fixed: [[String: FactValue]], spans: ReckonedSpans, zone: Zone
  ) {
    switch look {
    case .request(let test):
      reading = Self.reading(test, of: table, spans: spans, zone: zone) { _ in nil }
    case .paper(let paper, let test):
      if case .field(let name) = test.subject, let value = fixed[paper][name],
        !test.comparison.isOfDays
      {
        reading = .always(test.comparison.holds(value))
      } else {
        let fields = paper < table.papers.count ? table.papers[paper] : [:]
        reading = Self.reading(test, of: table, spans: spans, zone: zone) { fields[$0] }
      }
    case .happened(let fact):
      reading =
        table.facts[fact].map { .happened($0, RowDays($0, zone: zone), table) } ?? .always(false)
    case .count, .record: reading = .unknown
    }
  }

  private static func reading(
    _ test: ScalarTest, of table: RowTable, spans: ReckonedSpans, zone: Zone,
    field: (String) -> RowColumn?
  ) -> Reading {
    func days(_ subject: Test.Subject) -> RowDays {
      switch subject {
      case .fact(let name): RowDays(table.facts[name], zone: zone)
      case .field(let name): RowDays(field(name), zone: zone)
      case .date(let date): RowDays(date, of: table, zone: zone)
      }
    }
    switch test.comparison {
    case .date(_, let reference), .within(_, _, let reference, _):
      let other =
        switch reference {
        case .day(let day): RowDays(.fixed(day.number), zone: zone)
        case .subject(let subject): days(subject)
        }
      // Days in a column against one day of the law are numbers.
      if case .date(let order, .day(let day)) = test.comparison,
        let column = days(test.subject).column
      {
        // The days of a request are always known.
        var isOfRequest = false
        if case .date = test.subject { isOfRequest = true }
        return .integers(column, cut(order, day.number), hasUnknown: !isOfRequest)
      }
      return .days(days(test.subject), other, DayComparison(test.comparison, spans))
    case .holds, .choice, .number, .bound, .member:
      let column: RowColumn? =
        switch test.subject {
        case .fact(let name): table.facts[name]
        case .field(let name): field(name)
        case .date: nil
        }
      return column.map { reading(test.comparison, of: $0) } ?? .unknown
    }
  }

  private static func reading(_ comparison: ScalarTest.Comparison, of column: RowColumn) -> Reading {
    switch (comparison, column.storage) {
    case (.holds, .bytes(let values)): return .bytes(values, .equal(1), hasUnknown: column.hasUnknownByte)
    case (.number(let number), .bytes(let values)):
      return .bytes(values, .equal(Int32(clamping: number)), hasUnknown: column.hasUnknownByte)
    case (.number(let number), .integers(let values)):
      return .integers(values, .equal(Int32(clamping: number)), hasUnknown: true)
    case (.bound(let bound, let limit), .bytes(let values)):
      return .bytes(values, cut(bound, limit), hasUnknown: column.hasUnknownByte)
    case (.bound(let bound, let limit), .integers(let values)):
      return .integers(values, cut(bound, limit), hasUnknown: true)
    case (.choice(let choice), .bytes(let values)):
      guard let place = column.words.firstIndex(of: choice) else {
        return .byWord(values, truths: [UInt8](repeating: 0, count: column.words.count) + [2])
      }
      return .bytes(values, .equal(Int32(place)), hasUnknown: column.hasUnknownByte)
    case (.choice, .places(let values)), (.member, .places(let values)):
      return .byPlace(values, truths: truths(comparison, column.words))
    case (.member, .bytes(let values)):
      return .byWord(values, truths: truths(comparison, column.words))
    case (.holds, _), (.choice, _), (.number, _), (.bound, _), (.member, _), (.date, _),
      (.within, _):
      return .unknown
    }
  }

  /// The truth of a comparison for each word, and at the end for an unknown.
  static func truths(_ comparison: ScalarTest.Comparison, _ words: [String]) -> [UInt8] {
    words.map { word in
      switch comparison {
      case .choice(let choice): word == choice ? 1 : 0
      // A choice never has a bracket, so it matches as what it is.
      case .member(let members): Situation.matches(code: word, in: members) ? 1 : 0
      case .holds, .number, .bound, .date, .within: 0
      }
    } + [2]
  }

  private static func cut(_ order: DateOrder, _ day: Int32) -> NumberCut {
    switch order {
    case .onOrAfter: .atLeast(day)
    case .after: .atLeast(day + 1)
    case .onOrBefore: .atMost(day)
    case .before: .atMost(day - 1)
    }
  }

  static func cut(_ bound: NumberBound, _ limit: Int) -> NumberCut {
    switch bound {
    case .atLeast: .atLeast(Int32(clamping: limit))
    case .over: .atLeast(Int32(clamping: limit + 1))
    case .atMost: .atMost(Int32(clamping: limit))
    case .under: .atMost(Int32(clamping: limit - 1))
    }
  }

  /// An event is in the past if it is recorded and does not lie after the decision, to the second where both are known so.
  private static func hasHappened(
    _ row: Int, _ column: RowColumn, _ days: RowDays, _ table: RowTable
  ) -> Bool {
    if case .instants(let instants) = column.storage, let decided = table.decidedAt?[row],
      decided != .min
    {
      return instants[row] != .min && instants[row] <= decided
    }
    let day = days[row]
    return day != RowDays.unknown && day <= table.decided[row]
  }

  /// Fills the planes of a block.
  func fill(_ planes: inout Planes, _ rows: Range<Int>, _ packing: inout Packing) {
    let first = rows.lowerBound
    switch reading {
    case .always(let value):
      for word in 0..<Planes.words {
        planes.mayBeTrue[word] = value ? .max : 0
        planes.mayBeFalse[word] = value ? 0 : .max
      }
    case .unknown:
      for word in 0..<Planes.words {
        planes.mayBeTrue[word] = .max
        planes.mayBeFalse[word] = .max
      }
    case .bytes(let values, let cut, let hasUnknown):
      packing.fill(&planes, values, rows, cut, hasUnknown: hasUnknown)
    case .integers(let values, let cut, let hasUnknown):
      packing.fill(&planes, values, rows, cut, hasUnknown: hasUnknown)
    case .byWord(let values, let truths):
      let last = truths.count - 1
      packing.fill(&planes, count: rows.count) { truths[min(Int(values[first + $0]), last)] }
    case .byPlace(let values, let truths):
      let last = truths.count - 1
      packing.fill(&planes, count: rows.count) { truths[min(Int(values[first + $0]), last)] }
    case .days(let left, let right, let comparison):
      packing.fill(&planes, count: rows.count) {
        comparison.truth(left[first + $0], right[first + $0])
      }
    case .happened(let column, let days, let table):
      packing.fill(&planes, count: rows.count) {
        Self.hasHappened(first + $0, column, days, table) ? 1 : 0
      }
    }
  }
}

extension ScalarTest.Comparison {
  /// Whether it holds days against each other.
  var isOfDays: Bool {
    switch self {
    case .date, .within: true
    case .holds, .choice, .number, .bound, .member: false
    }
  }
}
