import LawLanguage

/// Reckoning in the agency's zone, from what is recorded.
struct Clock {
  let situation: Situation

  init(_ situation: Situation) { self.situation = situation }

  /// A recorded date: with a time or without.
  enum Time: Hashable {
    case day(Day)
    case instant(Instant)
  }

  private var zone: Zone { situation.zone }
  private var request: Request { situation.request }

  // MARK: Anchors

  /// What is recorded of a date. `asked`, `decided` and `acted` without an instant are dates without a time.
  func recorded(_ subject: Test.Subject, ground: Int?) -> Time? {
    switch subject {
    case .fact(let name): request.facts[name].flatMap(time(of:))
    case .field(let name): ground.flatMap { situation.recordedFields(ofPaper: $0)[name].flatMap(time(of:)) }
    case .date(.asked): request.asked.map(Time.instant) ?? .day(request.askedDay)
    case .date(.decided): request.decided.map(Time.instant) ?? .day(request.decidedDay)
    case .date(.acted): request.acted.map(Time.instant) ?? .day(request.day)
    }
  }

  func time(of value: FactValue) -> Time? {
    switch value {
    case .date(let day): .day(day)
    case .instant(let instant): .instant(instant)
    case .yesNo, .choice, .number, .code: nil
    }
  }

  // MARK: Days and moments

  func day(of time: Time) -> Day {
    switch time {
    case .day(let day): day
    case .instant(let instant): zone.day(of: instant)
    }
  }

  func midnight(before day: Day) -> Instant { zone.instant(of: day, minutes: 0) }
  func midnight(after day: Day) -> Instant { zone.instant(of: day, minutes: 1440) }
  /// What may be done until the end of a day may not be done on the next.
  func lastSecond(of day: Day) -> Instant { Instant(seconds: midnight(after: day).seconds - 1) }

  func firstMoment(of time: Time) -> Instant {
    switch time {
    case .day(let day): midnight(before: day)
    case .instant(let instant): instant
    }
  }

  func lastMoment(of time: Time) -> Instant {
    switch time {
    case .day(let day): lastSecond(of: day)
    case .instant(let instant): instant
    }
  }

  // MARK: Offsets

  /// So much later, or earlier if negative. Hours are 3600 seconds, and of a date they run from its first moment.
  /// Other units move a date to a date, and an instant to the same time of day.
  func shifted(_ time: Time, by count: Int, _ unit: TimeUnit) -> Time {
    if unit == .hours {
      return .instant(Instant(seconds: firstMoment(of: time).seconds + Int64(count) * 3600))
    }
    let target = Span(count: count, unit: unit).after(day(of: time))
    switch time {
    case .day:
      return .day(target)
    case .instant(let instant):
      let seconds = ((instant.seconds % 60) + 60) % 60
      let minute = zone.instant(of: target, minutes: zone.minutes(of: instant))
      return .instant(Instant(seconds: minute.seconds + seconds))
    }
  }

  // MARK: Days left out

  /// `saturdays`, `sundays`, or a day of a calendar.
  func isLeftOut(_ day: Day, by names: [String]) -> Bool {
    names.contains { name in
      switch name {
      case "saturdays": day.weekday == 6
      case "sundays": day.weekday == 7
      default: situation.vocabulary.calendar(name)?.holiday(on: day) != nil
      }
    }
  }

  /// The moment when so many hours have run; the clock stands still from midnight to midnight of the days left out.
  func running(hours: Int, from start: Instant, notCounting names: [String]) -> Instant {
    var now = start
    var left = Int64(hours) * 3600
    while true {
      let day = zone.day(of: now)
      let end = midnight(after: day)
      if !isLeftOut(day, by: names) {
        if left <= end.seconds - now.seconds { return Instant(seconds: now.seconds + left) }
        left -= end.seconds - now.seconds
      }
      now = end
    }
  }

  /// The last of so many days after a day (before it, if negative), not counting the days left out.
  func walking(days: Int, from start: Day, notCounting names: [String]) -> Day {
    var day = start
    var left = abs(days)
    while left > 0 {
      day = day.adding(days: days < 0 ? -1 : 1)
      if !isLeftOut(day, by: names) { left -= 1 }
    }
    return day
  }
}
