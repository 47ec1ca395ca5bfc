import LawLanguage

/// Page: "Duties", `due`. When a duty is due, from what is recorded.
///
/// Hours, and moments that are recorded, come out as an instant; days and longer units that run from a trigger come
/// out as a day, the last on which the duty is done in time.
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

  /// Before a moment, so much earlier at the same time of day; before a day, a day.
  private func atLeast(_ count: Int, _ unit: TimeUnit, before end: Clock.Time?) -> (instant: Instant?, day: Day?) {
    guard var start = end else { return (nil, nil) }
    if unit == .businessDays {
      let first = clock.day(of: start)
      let last = clock.walking(days: -count, from: first, notCounting: businessDaysLeftOut)
      start = clock.shifted(start, by: Int(last.number - first.number), .days)
    } else {
      start = clock.shifted(start, by: -count, unit)
    }
    switch start {
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
      return (nil, clock.walking(days: count, from: first, notCounting: notCounting + businessDaysLeftOut))
    }
  }

  /// Saturdays, Sundays and the calendar of the jurisdiction whose law it is, or in which the place of the law lies.
  private var businessDaysLeftOut: [String] {
    let place = situation.vocabulary.place(duty.law.place)
    let jurisdiction = place?.kind == .jurisdiction ? place : place?.inside.flatMap { situation.vocabulary.place($0) }
    return ["saturdays", "sundays"] + [jurisdiction?.calendar].compactMap { $0 }
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
