import Analysis
import LawLanguage
import Norms

/// The days that tests hold against one another, row by row or record by record.
struct RowDays: Sendable {
  /// No day.
  static let unknown = Int32.min

  /// Where a test finds a day.
  enum Place: Sendable {
    case fixed(Int32)
    case column([Int32])
    case instants([Int64])
    case missing
  }

  private let zone: Zone
  private let place: Place

  init(_ place: Place, zone: Zone) {
    self.place = place
    self.zone = zone
  }

  init(_ column: RowColumn?, zone: Zone) {
    switch column?.storage {
    case .integers(let days): self.init(.column(days), zone: zone)
    case .instants(let instants): self.init(.instants(instants), zone: zone)
    case .bytes, .places, nil: self.init(.missing, zone: zone)
    }
  }

  init(_ date: RequestDate, of table: RowTable, zone: Zone) {
    switch date {
    case .acted: self.init(.column(table.acted), zone: zone)
    case .asked: self.init(.column(table.asked), zone: zone)
    case .decided: self.init(.column(table.decided), zone: zone)
    }
  }

  /// The days, if they stand in a column as they are.
  var column: [Int32]? { if case .column(let days) = place { days } else { nil } }

  /// The day of a row or record.
  subscript(index: Int) -> Int32 {
    switch place {
    case .fixed(let day): day
    case .column(let days): days[index]
    case .instants(let instants):
      instants[index] == .min
        ? Self.unknown : zone.day(of: Instant(seconds: instants[index])).number
    case .missing: Self.unknown
    }
  }
}

/// The day after each span that a law reckons with, made once for the law: a calendar is slow to ask a million times.
struct ReckonedSpans: Sendable {
  /// 1900-01-01 to 2100: what records of persons hold. Other days are reckoned one by one.
  static let days: ClosedRange<Int32> = -25_567...47_482

  private var later: [Span: [Int32]] = [:]

  init(of looks: [Look]) {
    for look in looks {
      switch look {
      case .request(let test), .paper(_, let test), .record(let test):
        guard case .within(let span, _, _, _) = test.comparison, later[span] == nil else {
          continue
        }
        later[span] = Self.days.map { span.after(Day(number: $0)).number }
      case .count, .happened: break
      }
    }
  }

  subscript(span: Span) -> [Int32] { later[span] ?? [] }
}

/// A comparison of two days.
struct DayComparison: Sendable {
  private let comparison: ScalarTest.Comparison
  /// The day after the span, by the day.
  private let later: [Int32]

  init(_ comparison: ScalarTest.Comparison, _ spans: ReckonedSpans) {
    self.comparison = comparison
    if case .within(let span, _, _, _) = comparison { later = spans[span] } else { later = [] }
  }

  /// 0 no, 1 yes, 2 unknown.
  func truth(_ day: Int32, _ other: Int32) -> UInt8 {
    guard day != RowDays.unknown, other != RowDays.unknown else { return 2 }
    switch comparison {
    case .date(let order, _):
      switch order {
      case .onOrAfter: return day >= other ? 1 : 0
      case .onOrBefore: return day <= other ? 1 : 0
      case .before: return day < other ? 1 : 0
      case .after: return day > other ? 1 : 0
      }
    case .within(let span, let before, _, _):
      let (early, late) = before ? (day, other) : (other, day)
      guard early <= late else { return 0 }
      let end =
        !later.isEmpty && ReckonedSpans.days.contains(early)
        ? later[Int(early - ReckonedSpans.days.lowerBound)] : span.after(Day(number: early)).number
      return end >= late ? 1 : 0
    case .holds, .choice, .number, .bound, .member: return 0
    }
  }
}
