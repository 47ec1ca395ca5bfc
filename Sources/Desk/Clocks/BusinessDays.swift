public import LawLanguage

/// Which days an office works, and how the days until then are counted in words.
public struct BusinessDays: Sendable {
  /// The holidays; nil where the jurisdiction has declared none, and only weekends are left out.
  public let calendar: HolidayCalendar?
  /// The clock on the wall.
  public let zone: Zone

  /// Working days by a calendar.
  public init(calendar: HolidayCalendar?, zone: Zone) {
    self.calendar = calendar
    self.zone = zone
  }

  /// Why a day is no working day; nil if it is one.
  public func rest(on day: Day) -> String? {
    if day.weekday == 6 { return "Saturday" }
    if day.weekday == 7 { return "Sunday" }
    return calendar?.holiday(on: day)?.title
  }

  /// The first working day after a day.
  public func next(after day: Day) -> Day {
    var next = day.adding(days: 1)
    // A calendar that leaves no day in a year would be refused when the law is checked.
    for _ in 0..<366 where rest(on: next) != nil { next = next.adding(days: 1) }
    return next
  }

  /// By when a second person looks at what was decided: the end of the next working day.
  func reviewDue(after instant: Instant) -> ReviewDue {
    let words = MomentWords(zone: zone)
    let start = zone.day(of: instant)
    let day = next(after: start)
    let between = (1..<max(1, Int(day.number - start.number))).map { start.adding(days: $0) }
    let skipped = between.map { "\(words.text($0)) (\(rest(on: $0) ?? "no working day"))" }
    var arithmetic = "decided \(words.text(instant)); the next business day is \(words.text(day))"
    if !skipped.isEmpty { arithmetic += "; not counted: \(skipped.joined(separator: "; "))" }
    return ReviewDue(due: words.end(of: day), arithmetic: arithmetic)
  }
}
