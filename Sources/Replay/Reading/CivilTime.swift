package import LawLanguage
internal import Reasoning

/// A day and perhaps a time of day, as a table writes it: without a zone, unless it says its offset.
package struct CivilTime: Hashable, Sendable {
  /// The day.
  package let day: Day
  /// Seconds after midnight; nil where only a day is written.
  package let second: Int?
  /// Seconds east of Greenwich; nil where none is written.
  package let offset: Int?

  /// A day, perhaps with a time.
  package init(day: Day, second: Int? = nil, offset: Int? = nil) {
    self.day = day
    self.second = second
    self.offset = offset
  }

  /// Which comes first in `1/2/2025`.
  package enum Order: Hashable, Sendable { case monthFirst, dayFirst }

  /// Why a text is no date.
  package enum Mistake: Error, Hashable {
    case form, noSuchDay, noSuchTime, order

    /// What to do; what was written is not repeated.
    package var sentence: String {
      switch self {
      case .form: "no date that is known; write year-month-day, such as 2025-01-22 or 2025-01-22T16:00"
      case .noSuchDay: "a day that does not exist; check the date"
      case .noSuchTime: "a time of day that does not exist; check the time"
      case .order: "a date with strokes, and the mapping does not say \"days are written month first\" or \"day first\""
      }
    }
  }

  /// As the law's own reader takes it: `2025-01-22T16:00:30`.
  package var text: String {
    guard let second else { return day.description }
    func padded(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
    let zone = offset.map { "\($0 < 0 ? "-" : "+")\(padded(abs($0) / 3600)):\(padded(abs($0) / 60 % 60))" } ?? ""
    return "\(day)T\(padded(second / 3600)):\(padded(second / 60 % 60)):\(padded(second % 60))\(zone)"
  }

  /// A number that tells moments apart; of two ways to write one moment it is the same.
  var key: Int64 {
    let wall = Int64(day.number) * 86_400 + Int64(second ?? 0) - Int64(offset ?? 0)
    return wall * 4 + (second == nil ? 2 : 0) + (offset == nil ? 0 : 1)
  }

  /// The day in a zone, where an offset tells which moment it is; otherwise the day as written.
  package func day(in zone: Zone?) -> Day {
    guard let zone, let second, let offset else { return day }
    return zone.day(of: Instant(seconds: Int64(day.number) * 86_400 + Int64(second - offset)))
  }

  /// The instants that it may be: none if the clocks of the zone skipped it, two if they showed it twice, or if only a day is
  /// written.
  package func instants(in zone: Zone) -> [Instant] {
    guard let second else { return [] }
    guard let offset else { return zone.instants(showing: second, on: day) }
    return [Instant(seconds: Int64(day.number) * 86_400 + Int64(second - offset))]
  }

  /// So many hours later, for finding the day: in a zone the hours that pass there, without one those of a clock that is never
  /// moved.
  package func adding(hours: Int, in zone: Zone? = nil) -> CivilTime {
    if let zone, let instant = instants(in: zone).first {
      let later = Instant(seconds: instant.seconds + Int64(hours) * 3_600)
      return CivilTime(day: zone.day(of: later), second: zone.minutes(of: later) * 60)
    }
    let total = Int(day.number) * 86_400 + (second ?? 0) + hours * 3600
    let second = (total % 86_400 + 86_400) % 86_400
    return CivilTime(day: Day(number: Int32((total - second) / 86_400)), second: second, offset: offset)
  }

  /// Reads `2025-01-22`, `2025-01-22T16:00:30.5Z`, `2025-01-22 16:00`, `20250122`, `1/22/2025 4:05 PM`, `22-Jan-2025`.
  package static func read(_ data: [UInt8], _ cell: Range<Int>, order: Order?) throws(Mistake) -> CivilTime {
    var text = Scanner(data: data, at: cell.lowerBound, end: cell.upperBound)
    let day = try text.day(order)
    guard !text.isAtEnd else { return CivilTime(day: day) }
    guard text.take("T") || text.take(" ") || text.take("t") else { throw .form }
    text.skipSpaces()
    let second = try text.time()
    return CivilTime(day: day, second: second, offset: try text.offset())
  }

  private struct Scanner {
    let data: [UInt8]
    var at: Int
    let end: Int

    var isAtEnd: Bool { at >= end }
    var next: UInt8 { at < end ? data[at] : 0 }

    mutating func take(_ mark: Unicode.Scalar) -> Bool {
      guard next == UInt8(ascii: mark), at < end else { return false }
      at += 1
      return true
    }

    mutating func skipSpaces() { while next == 0x20, at < end { at += 1 } }

    /// Up to so many digits.
    mutating func number(_ most: Int) -> (value: Int, digits: Int)? {
      var (value, digits) = (0, 0)
      while digits < most, next >= 0x30, next <= 0x39 {
        value = value * 10 + Int(next - 0x30)
        digits += 1
        at += 1
      }
      return digits > 0 ? (value, digits) : nil
    }

    mutating func day(_ order: Order?) throws(Mistake) -> Day {
      guard let first = number(8) else { throw .form }
      if first.digits == 8 { return try found(first.value / 10_000, first.value / 100 % 100, first.value % 100) }
      if take("-") {
        if first.digits <= 2, let month = monthName() {
          guard take("-"), let year = number(4) else { throw .form }
          return try found(century(year), month, first.value)
        }
        guard first.digits == 4, let month = number(2), take("-"), let day = number(2) else { throw .form }
        return try found(first.value, month.value, day.value)
      }
      guard first.digits <= 2, take("/"), let second = number(2), take("/"), let year = number(4) else { throw .form }
      switch order {
      case .monthFirst: return try found(century(year), first.value, second.value)
      case .dayFirst: return try found(century(year), second.value, first.value)
      case nil: throw .order
      }
    }

    /// Two digits are of this century: no record here is older.
    private func century(_ year: (value: Int, digits: Int)) -> Int {
      year.digits == 2 ? 2000 + year.value : year.value
    }

    private func found(_ year: Int, _ month: Int, _ day: Int) throws(Mistake) -> Day {
      guard (1900...2200).contains(year), let day = Day(year: year, month: month, day: day) else { throw .noSuchDay }
      return day
    }

    private mutating func monthName() -> Int? {
      guard end - at >= 3 else { return nil }
      let name = String(decoding: data[at..<at + 3], as: UTF8.self).lowercased()
      let names = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]
      guard let index = names.firstIndex(of: name) else { return nil }
      at += 3
      return index + 1
    }

    mutating func time() throws(Mistake) -> Int {
      guard let hour = number(2), take(":"), let minute = number(2) else { throw .form }
      var second = 0
      if take(":") {
        guard let written = number(2) else { throw .form }
        second = written.value
        if take(".") { _ = number(9) }
      }
      skipSpaces()
      var hours = hour.value
      if next | 0x20 == UInt8(ascii: "a") || next | 0x20 == UInt8(ascii: "p") {
        guard (1...12).contains(hours) else { throw .noSuchTime }
        hours = hours % 12 + (next | 0x20 == UInt8(ascii: "p") ? 12 : 0)
        at += 1
        guard next | 0x20 == UInt8(ascii: "m") else { throw .form }
        at += 1
      }
      guard hours < 24, minute.value < 60, second < 60 else { throw .noSuchTime }
      return hours * 3600 + minute.value * 60 + second
    }

    mutating func offset() throws(Mistake) -> Int? {
      guard !isAtEnd else { return nil }
      if take("Z") || take("z") {
        guard isAtEnd else { throw .form }
        return 0
      }
      let isWest = next == UInt8(ascii: "-")
      guard take("+") || take("-"), let hours = number(2), hours.digits == 2, hours.value < 24 else { throw .form }
      // `+00`, as databases write it.
      var minutes = (value: 0, digits: 2)
      if !isAtEnd {
        _ = take(":")
        guard let written = number(2) else { throw .form }
        minutes = written
      }
      guard minutes.digits == 2, isAtEnd, minutes.value < 60 else { throw .form }
      return (isWest ? -1 : 1) * (hours.value * 3600 + minutes.value * 60)
    }
  }
}
