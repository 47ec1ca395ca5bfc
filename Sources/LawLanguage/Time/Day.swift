/// A legal day: a date of the Gregorian calendar without a time or a zone.
///
/// Civil-date arithmetic after Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms".
public struct Day: Hashable, Comparable, Sendable {
  /// Days since 1970-01-01.
  public let number: Int32

  /// The day with this many days since 1970-01-01.
  public init(number: Int32) { self.number = number }

  /// The day of a year, month (1…12) and day (1…31), or nil if there is none.
  public init?(year: Int, month: Int, day: Int) {
    guard (1...9999).contains(year), (1...12).contains(month), day >= 1,
      day <= Day.length(ofMonth: month, year: year)
    else { return nil }
    self.init(unchecked: year, month, day)
  }

  /// Reads `2025-01-22`; nil if the text is not of that form or names no day.
  public init?(_ text: some StringProtocol) {
    let bytes = Array(text.utf8)
    guard bytes.count == 10, bytes[4] == 0x2D, bytes[7] == 0x2D else { return nil }
    func number(_ range: Range<Int>) -> Int? {
      var value = 0
      for byte in bytes[range] {
        guard byte >= 0x30, byte <= 0x39 else { return nil }
        value = value * 10 + Int(byte - 0x30)
      }
      return value
    }
    guard let year = number(0..<4), let month = number(5..<7), let day = number(8..<10) else { return nil }
    self.init(year: year, month: month, day: day)
  }

  private init(unchecked year: Int, _ month: Int, _ day: Int) {
    let shifted = month <= 2 ? year - 1 : year
    let era = (shifted >= 0 ? shifted : shifted - 399) / 400
    let yearOfEra = shifted - era * 400
    let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    number = Int32(era * 146_097 + dayOfEra - 719_468)
  }

  /// Year, month (1…12) and day (1…31).
  public var civil: (year: Int, month: Int, day: Int) {
    let shifted = Int(number) + 719_468
    let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
    let dayOfEra = shifted - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shiftedMonth = (5 * dayOfYear + 2) / 153
    let month = shiftedMonth + (shiftedMonth < 10 ? 3 : -9)
    let day = dayOfYear - (153 * shiftedMonth + 2) / 5 + 1
    return (yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day)
  }

  /// 1 for Monday … 7 for Sunday (ISO 8601).
  public var weekday: Int { ((Int(number) + 3) % 7 + 7) % 7 + 1 }

  /// The number of days of a month.
  public static func length(ofMonth month: Int, year: Int) -> Int {
    switch month {
    case 4, 6, 9, 11: 30
    case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
    default: 31
    }
  }

  /// The day so many days later (earlier if negative).
  public func adding(days: Int) -> Day { Day(number: number + Int32(days)) }

  /// The day so many months later (earlier if negative). A day that does not exist there becomes the first of the next
  /// month, as 29 February becomes 1 March; with `clamped` it becomes the last of that month.
  public func adding(months: Int, clamped: Bool = false) -> Day {
    let (year, month, day) = civil
    let index = year * 12 + (month - 1) + months
    let targetYear = index >= 0 ? index / 12 : (index - 11) / 12
    let targetMonth = index - targetYear * 12 + 1
    let length = Day.length(ofMonth: targetMonth, year: targetYear)
    if day <= length { return Day(unchecked: targetYear, targetMonth, day) }
    let last = Day(unchecked: targetYear, targetMonth, length)
    return clamped ? last : last.adding(days: 1)
  }

  /// Earlier first.
  public static func < (left: Day, right: Day) -> Bool { left.number < right.number }
}

extension Day: CustomStringConvertible {
  /// `2025-01-22`.
  public var description: String {
    let (year, month, day) = civil
    func padded(_ value: Int, _ width: Int) -> String {
      let digits = String(value)
      return String(repeating: "0", count: max(0, width - digits.count)) + digits
    }
    return "\(padded(year, 4))-\(padded(month, 2))-\(padded(day, 2))"
  }
}

/// A period in which something is in force; the last day is in it.
public struct Period: Hashable, Sendable {
  /// The first day in force.
  public let from: Day
  /// The last day in force, nil while there is no end.
  public let until: Day?

  /// A period from a day, to a last day if there is one.
  public init(from: Day, until: Day? = nil) {
    self.from = from
    self.until = until
  }

  /// Whether the day is in the period.
  public func contains(_ day: Day) -> Bool {
    guard day >= from else { return false }
    guard let until else { return true }
    return day <= until
  }

  /// Whether the two share a day.
  public func overlaps(_ other: Period) -> Bool {
    if let until, until < other.from { return false }
    if let end = other.until, end < from { return false }
    return true
  }

  /// Whether every day of the other is in this one.
  public func covers(_ other: Period) -> Bool {
    guard from <= other.from else { return false }
    guard let until else { return true }
    guard let end = other.until else { return false }
    return end <= until
  }
}

/// A moment on the time line, in whole seconds since 1970-01-01T00:00:00Z.
public struct Instant: Hashable, Comparable, Sendable {
  /// Seconds since the Unix epoch.
  public let seconds: Int64

  /// The moment so many seconds after the Unix epoch.
  public init(seconds: Int64) { self.seconds = seconds }

  /// Earlier first.
  public static func < (left: Instant, right: Instant) -> Bool { left.seconds < right.seconds }
}
