package import LawLanguage

/// Dates, times of day and offsets as texts.
package struct DateText {
  /// Why a text is no date or instant, and what to do.
  package struct Refusal: Error, Hashable {
    package let message: String
    package let help: String
  }

  /// A day and perhaps a time; seconds east of Greenwich if an offset was written.
  package struct Parts: Hashable {
    package let day: Day
    package let secondOfDay: Int?
    package let offset: Int?
  }

  private static let monthNames = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
  ]

  /// Reads `2025-01-22`, `2025-01-22T16:00[:30]` and the same with an offset (`-06:00`, `Z`).
  package static func parse(_ text: String) throws(Refusal) -> Parts {
    var scanner = DigitScanner(text)
    guard let year = scanner.digits(4), scanner.take("-"), let month = scanner.digits(2), scanner.take("-"),
      let dayOfMonth = scanner.digits(2)
    else {
      throw Refusal(
        message: "\(quoted(text)) is no date",
        help: text.contains(":")
          ? "write the day before the time, such as 2025-01-22T16:00" : "write year-month-day, such as 2025-01-22")
    }
    let day = try day(year, month, dayOfMonth, text)
    if scanner.isAtEnd { return Parts(day: day, secondOfDay: nil, offset: nil) }
    guard scanner.take("T", "t", " "), let hour = scanner.digits(2), scanner.take(":"), let minute = scanner.digits(2)
    else { throw notATime(text) }
    var second = 0
    if scanner.take(":") {
      guard let written = scanner.digits(2) else { throw notATime(text) }
      second = written
      if scanner.take(".") {
        // Clocks of the law run in seconds: a fraction is read and dropped.
        guard scanner.skipDigits() > 0 else { throw notATime(text) }
      }
    }
    guard hour < 24, minute < 60, second < 60 else {
      throw Refusal(
        message: "\(quoted(text)) names no time of day",
        help: "hours run from 00 to 23, minutes and seconds from 00 to 59")
    }
    let offset = try offset(&scanner, text)
    return Parts(day: day, secondOfDay: hour * 3600 + minute * 60 + second, offset: offset)
  }

  private static func day(_ year: Int, _ month: Int, _ day: Int, _ text: String) throws(Refusal) -> Day {
    guard (1...12).contains(month) else {
      throw Refusal(
        message: "\(quoted(text)) does not exist: months run from 01 to 12",
        help: "write year-month-day, such as 2025-01-22")
    }
    let length = Day.length(ofMonth: month, year: year)
    guard (1...length).contains(day), let found = Day(year: year, month: month, day: day) else {
      throw Refusal(
        message: "\(quoted(text)) does not exist: \(monthNames[month - 1]) \(year) has \(length) days",
        help: "check the date")
    }
    guard RequestLimits.years.contains(year) else {
      let (first, last) = (RequestLimits.years.lowerBound, RequestLimits.years.upperBound)
      throw Refusal(
        message: "\(quoted(text)) lies outside the years \(first) to \(last)", help: "check the year")
    }
    return found
  }

  private static func offset(_ scanner: inout DigitScanner, _ text: String) throws(Refusal) -> Int? {
    if scanner.isAtEnd { return nil }
    if scanner.take("Z", "z") {
      guard scanner.isAtEnd else { throw notATime(text) }
      return 0
    }
    let isWest = scanner.peek == "-"
    guard scanner.take("+", "-"), let hours = scanner.digits(2), scanner.take(":"), let minutes = scanner.digits(2),
      scanner.isAtEnd, hours < 24, minutes < 60
    else { throw notATime(text) }
    return (isWest ? -1 : 1) * (hours * 3600 + minutes * 60)
  }

  private static func notATime(_ text: String) -> Refusal {
    Refusal(
      message: "\(quoted(text)) is no instant",
      help: "write 2025-01-22T16:00 in the agency's time, or with an offset, 2025-01-22T16:00:00-06:00")
  }
}

/// Steps over fixed runs of digits and single marks.
private struct DigitScanner {
  private var rest: Substring.UnicodeScalarView

  init(_ text: String) { rest = Substring(text).unicodeScalars }

  var isAtEnd: Bool { rest.isEmpty }
  var peek: Unicode.Scalar? { rest.first }

  /// Exactly so many digits.
  mutating func digits(_ count: Int) -> Int? {
    var value = 0
    for _ in 0..<count {
      guard let scalar = rest.first, ("0"..."9").contains(scalar) else { return nil }
      value = value * 10 + Int(scalar.value - 0x30)
      rest = rest.dropFirst()
    }
    return value
  }

  mutating func skipDigits() -> Int {
    let digits = rest.prefix { ("0"..."9").contains($0) }.count
    rest = rest.dropFirst(digits)
    return digits
  }

  /// One of the marks.
  mutating func take(_ marks: Unicode.Scalar...) -> Bool {
    guard let scalar = rest.first, marks.contains(scalar) else { return false }
    rest = rest.dropFirst()
    return true
  }
}
