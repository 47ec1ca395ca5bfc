/// Calendars: which days are holidays, said as the statute says them.
extension Parser {
  /// `NAME [cite TEXT] holiday, holiday`
  mutating func calendar() throws(Diagnostic) -> CalendarSyntax {
    var calendar = CalendarSyntax(name: try declaredName("the calendar"), cite: nil, holidays: [])
    if at(.cite) {
      mark(.head(0))
      advance()
      calendar.cite = try text("a citation")
    }
    repeat {
      mark(.member)
      let start = current
      let rule = try holidayRule()
      let title = try text("the holiday's name, as a text")
      let (from, until) = try days()
      calendar.holidays.append(
        CalendarSyntax.Holiday(rule: rule, title: title, from: from, until: until, range: range(from: start)))
    } while take(kind: .comma)
    return calendar
  }

  /// `MONTH NUMBER | [(day | WEEKDAY) (after | before)] ORDINAL WEEKDAY of MONTH`
  private mutating func holidayRule() throws(Diagnostic) -> HolidayRule {
    if Parser.months.contains(text(of: current)) {
      let (month, day) = try monthAndDay()
      return .fixed(month: month.value, day: day.value)
    }
    let next = token(ahead: 1).keyword
    guard next == .after || next == .before else { return try weekdayRule(moved: nil) }
    let moved = at(.day) ? 0 : try weekday()
    if at(.day) { advance() }
    let isAfter = at(.after)
    advance()
    return try weekdayRule(moved: (weekday: moved, isAfter: isAfter))
  }

  /// `ORDINAL WEEKDAY of MONTH`, moved to the day (0) or weekday that comes next after or before it.
  private mutating func weekdayRule(moved: (weekday: Int, isAfter: Bool)?) throws(Diagnostic) -> HolidayRule {
    let ordinals = ["first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "last": -1]
    guard at(kind: .word), let ordinal = ordinals[text(of: current)] else {
      throw expected(
        "a holiday",
        help: suggest(Parser.months)
          ?? "write `january 1`, `third monday of january` or `day after fourth thursday of november`")
    }
    advance()
    let weekday = try weekday()
    try expect(.of)
    let month = try month().value
    var offset = 0
    if let moved {
      let distance = moved.isAfter ? moved.weekday - weekday : weekday - moved.weekday
      let days = moved.weekday == 0 ? 1 : (distance + 6) % 7 + 1
      offset = moved.isAfter ? days : -days
    }
    return .weekday(ordinal: ordinal, weekday: weekday, month: month, offset: offset)
  }

  /// Reads `monday` (1) … `sunday` (7).
  private mutating func weekday() throws(Diagnostic) -> Int {
    let weekdays = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"]
    guard at(kind: .word), let index = weekdays.firstIndex(of: text(of: current)) else {
      throw expected("a day of the week", help: suggest(weekdays) ?? "they are written in small letters: `monday`")
    }
    advance()
    return index + 1
  }
}
