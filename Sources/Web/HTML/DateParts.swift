import LawLanguage

/// A date as it is typed into three fields, and perhaps a time.
struct DateParts: Sendable, Hashable {
  var month = ""
  var day = ""
  var year = ""
  var time = ""

  init() {}

  /// What was sent under these names.
  init(_ fields: Fields, _ name: String) {
    month = fields.text("\(name)-month") ?? ""
    day = fields.text("\(name)-day") ?? ""
    year = fields.text("\(name)-year") ?? ""
    time = fields.text("\(name)-time") ?? ""
  }

  /// A moment to begin with.
  init(_ instant: Instant, in zone: Zone) {
    let civil = zone.day(of: instant).civil
    (month, day, year) = ("\(civil.month)", "\(civil.day)", "\(civil.year)")
    let minutes = zone.minutes(of: instant)
    time =
      "\((minutes / 60 + 11) % 12 + 1):\(minutes % 60 < 10 ? "0" : "")\(minutes % 60) \(minutes < 720 ? "am" : "pm")"
  }

  /// A day to begin with, the time to be given.
  init(dayOf instant: Instant, in zone: Zone) {
    self.init(instant, in: zone)
    time = ""
  }

  var isEmpty: Bool { month.isEmpty && day.isEmpty && year.isEmpty && time.isEmpty }

  /// What keeps it from being read.
  struct Unreadable: Error { let sentence: String }

  /// The day. Years of two digits are of this century; months may be names.
  func readDay() throws(Unreadable) -> Day {
    guard let month = monthNumber, let day = Int(day), var year = Int(year), year >= 0 else {
      throw Unreadable(sentence: "Give the month, the day and the year as numbers, such as 11 20 2026.")
    }
    if self.year.count <= 2 { year += 2000 }
    guard (1900...2200).contains(year), let found = Day(year: year, month: month, day: day) else {
      throw Unreadable(sentence: "There is no such day: check the month, the day and the year.")
    }
    return found
  }

  private var monthNumber: Int? {
    if let number = Int(month) { return number }
    let names = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]
    return names.firstIndex(of: String(month.lowercased().prefix(3))).map { $0 + 1 }
  }

  /// Minutes since midnight: `2:05 pm`, `2:05p`, `14:05`, `1405`, `0205`.
  func readTime() throws(Unreadable) -> Int {
    let unreadable = Unreadable(sentence: "Give the time as 2:05 am, 2:05 pm or 14:05.")
    var text = time.lowercased().filter { !$0.isWhitespace && $0 != "." }
    if text == "noon" { return 720 }
    if text == "midnight" { return 0 }
    var half: Character?
    if text.hasSuffix("m") { text.removeLast() }
    if let last = text.last, last == "a" || last == "p" {
      half = last
      text.removeLast()
    }
    let parts = text.split(separator: ":", omittingEmptySubsequences: false)
    var hour: Int?
    var minute: Int? = 0
    if parts.count == 2, parts[1].count == 2 {
      (hour, minute) = (Int(parts[0]), Int(parts[1]))
    } else if parts.count == 1, text.count == 4 {
      (hour, minute) = (Int(text.prefix(2)), Int(text.suffix(2)))
    } else if parts.count == 1, half != nil {
      hour = Int(text)
    }
    guard var hour, let minute, (0..<60).contains(minute) else { throw unreadable }
    if let half {
      guard (1...12).contains(hour) else { throw unreadable }
      hour = hour % 12 + (half == "p" ? 12 : 0)
    }
    guard (0..<24).contains(hour) else { throw unreadable }
    return hour * 60 + minute
  }

  /// The moment, on the clocks of a zone.
  func readInstant(in zone: Zone) throws(Unreadable) -> Instant {
    let day = try readDay()
    return zone.instant(of: day, minutes: try readTime())
  }
}
