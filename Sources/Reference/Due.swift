import LawLanguage

/// Page: "Duties", `due`. When a duty is due, from what is recorded.
///
/// Hours, and moments that are recorded, come out as an instant; days and longer units that run from a trigger come out as a day, the
/// last on which the duty is done in time.
struct DueReckoning {
  let situation: Situation
  let duty: Norm
  let ground: Int?

  private var clock: Clock { Clock(situation) }

  func due() -> (instant: Instant?, day: Day?) {
    switch duty.rule.due {
    case nil, .withoutDelay: (nil, nil)
    case .within(let count, let unit, let anchor, let notCounting):
      within(count, unit, of: anchor.map { clock.recorded($0, ground: ground) } ?? triggered, notCounting)
    case .atLeastBefore(let count, let unit, let anchor):
      atLeast(count, unit, before: clock.recorded(anchor, ground: ground))
    case .before(let anchor):
      switch clock.recorded(anchor, ground: ground) {
      case .instant(let instant): (instant, nil)
      case .day(let day): (nil, day.adding(days: -1))
      case nil: (nil, nil)
      }
    case .by(let month, let day):
      (nil, next(month: month, day: day))
    }
  }

  /// What the trigger runs from; nil for triggers that no date is recorded of.
  private var triggered: Clock.Time? {
    switch duty.rule.trigger {
    case .receipt:
      clock.recorded(.field("received"), ground: ground) ?? clock.recorded(.date(.asked), ground: ground)
    case .event(let fact): clock.recorded(.fact(fact), ground: ground)
    case .before, .doing, .refusing, .each, nil: nil
    }
  }

  /// Before a moment, so much earlier at the same time of day; before a day, or in business days, a day.
  private func atLeast(_ count: Int, _ unit: TimeUnit, before end: Clock.Time?) -> (instant: Instant?, day: Day?) {
    guard let end, unit != .businessDays else { return within(-count, unit, of: end, []) }
    switch clock.shifted(end, by: -count, unit) {
    case .instant(let instant): return (instant, nil)
    case .day(let day): return (nil, day)
    }
  }

  private func within(
    _ count: Int, _ unit: TimeUnit, of start: Clock.Time?, _ notCounting: [String]
  ) -> (instant: Instant?, day: Day?) {
    guard let start else { return (nil, nil) }
    let first = clock.day(of: start)
    switch unit {
    case .hours:
      return (clock.running(hours: count, from: clock.firstMoment(of: start), notCounting: notCounting), nil)
    case .days, .weeks, .months, .years:
      // As many days as the span has, of those that count.
      let last = Span(count: count, unit: unit).after(first)
      return (nil, clock.walking(days: Int(last.number - first.number), from: first, notCounting: notCounting))
    case .businessDays:
      let leftOut = notCounting + ["saturdays", "sundays"] + [businessCalendar].compactMap { $0 }
      return (nil, clock.walking(days: count, from: first, notCounting: leftOut))
    }
  }

  /// The calendar of the jurisdiction whose law it is, or that its place lies in.
  private var businessCalendar: String? {
    let place = situation.vocabulary.place(duty.law.place)
    if place?.kind == .jurisdiction { return place?.calendar }
    return place?.inside.flatMap { situation.vocabulary.place($0)?.calendar }
  }

  /// The first such day that is not before the day of the act. 29 February is 1 March in a year that has none.
  private func next(month: Int, day: Int) -> Day? {
    let today = situation.request.day
    let year = today.civil.year
    return [year, year + 1].lazy
      .compactMap { Day(year: $0, month: month, day: 1)?.adding(days: day - 1) }
      .first { $0 >= today }
  }
}
