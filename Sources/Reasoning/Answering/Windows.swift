import LawLanguage
import Norms

/// Moments and spans, reckoned from what is recorded.
///
/// "Windows and steps" and "Duties" in `docs/language.md`. A bound whose anchor is unknown is open; it is never supposed.
final class Clock {
  let situation: Situation
  let edition: Edition
  /// Instants of the request's own dates, where they are known.
  let asked: Instant?
  let decided: Instant?
  let acted: Instant?

  init(situation: Situation, edition: Edition, asked: Instant?, decided: Instant?, acted: Instant?) {
    self.situation = situation
    self.edition = edition
    self.asked = asked
    self.decided = decided
    self.acted = acted
  }

  /// A day, or a moment of one.
  enum Anchor {
    case day(Day)
    case instant(Instant)
  }

  func anchor(_ subject: Test.Subject, ground: Int?) -> Anchor? {
    switch subject {
    case .date(.asked): return asked.map { .instant($0) } ?? .day(situation.asked)
    case .date(.decided): return decided.map { .instant($0) } ?? .day(situation.decided)
    case .date(.acted): return acted.map { .instant($0) } ?? .day(situation.acted)
    case .fact, .field:
      switch situation.value(subject, fields: ground.map { situation.papers[$0] }) {
      case .date(let day): return .day(day)
      case .instant(let instant): return .instant(instant)
      case .yesNo, .choice, .number, .code, nil: return nil
      }
    }
  }

  func startOfDay(_ day: Day) -> Instant { situation.zone.instant(of: day, minutes: 0) }
  func startOfNextDay(_ day: Day) -> Instant { startOfDay(day.adding(days: 1)) }
  /// The last second of the day: what may be done until its end may not be done on the next.
  func endOfDay(_ day: Day) -> Instant { Instant(seconds: startOfNextDay(day).seconds - 1) }

  /// The window that the bounds of these norms leave; nil if they have none.
  func window(of norms: [Int], ground: Int?) -> Window? {
    var window = Window(from: nil, until: nil, isOpen: false)
    var isBounded = false
    for index in norms {
      for bound in edition.norms[index].rule.bounds {
        isBounded = true
        guard let limit = limit(of: bound, ground: ground) else {
          window.isOpen = true
          continue
        }
        switch bound {
        case .notBefore: window.from = max(window.from ?? limit, limit)
        case .until, .atMost: window.until = min(window.until ?? limit, limit)
        }
      }
    }
    return isBounded ? window : nil
  }

  private func limit(of bound: WindowBound, ground: Int?) -> Instant? {
    switch bound {
    case .notBefore(let moment):
      switch self.moment(moment, ground: ground) {
      case .day(let day): return startOfDay(day)
      case .instant(let instant): return instant
      case nil: return nil
      }
    case .until(let moment):
      switch self.moment(moment, ground: ground) {
      case .day(let day): return endOfDay(day)
      case .instant(let instant): return instant
      case nil: return nil
      }
    case .atMost(let hours, let from, let notCounting):
      guard let anchor = anchor(from, ground: ground) else { return nil }
      return add(hours: hours, to: instant(anchor), notCounting: notCounting)
    }
  }

  /// A day counts from its first minute.
  private func instant(_ anchor: Anchor) -> Instant {
    switch anchor {
    case .day(let day): startOfDay(day)
    case .instant(let instant): instant
    }
  }

  private func moment(_ moment: Moment, ground: Int?) -> Anchor? {
    switch moment {
    case .date(let subject): return anchor(subject, ground: ground)
    case .endOfDay(let subject): return anchor(subject, ground: ground).map { .instant(endOfDay(day($0))) }
    case .offset(let count, let unit, let before, let subject):
      return anchor(subject, ground: ground).map { shift($0, by: before ? -count : count, unit) }
    }
  }

  func day(_ anchor: Anchor) -> Day {
    switch anchor {
    case .day(let day): day
    case .instant(let instant): situation.zone.day(of: instant)
    }
  }

  /// Hours run; days and longer keep the time of day on the wall.
  func shift(_ anchor: Anchor, by count: Int, _ unit: TimeUnit) -> Anchor {
    if unit == .hours { return .instant(Instant(seconds: instant(anchor).seconds + Int64(count) * 3600)) }
    let span = Span(count: abs(count), unit: unit)
    let day = day(anchor)
    let target = count < 0 ? span.before(day) : span.after(day)
    guard case .instant(let instant) = anchor else { return .day(target) }
    let minutes = situation.zone.minutes(of: instant)
    let seconds = (instant.seconds - situation.zone.instant(of: day, minutes: minutes).seconds) % 60
    return .instant(Instant(seconds: situation.zone.instant(of: target, minutes: minutes).seconds + seconds))
  }

  /// Running hours, while the clock stands still from midnight to midnight on days that are left out.
  func add(hours: Int, to start: Instant, notCounting: [String]) -> Instant {
    guard !notCounting.isEmpty else { return Instant(seconds: start.seconds + Int64(hours) * 3600) }
    var remaining = Int64(hours) * 3600
    var now = start
    var day = situation.zone.day(of: start)
    // Forty years of days bound a clock that a calendar would never let run.
    for _ in 0..<14_610 {
      let end = startOfNextDay(day)
      if !isLeftOut(day, notCounting) {
        let available = end.seconds - now.seconds
        if remaining <= available { return Instant(seconds: now.seconds + remaining) }
        remaining -= available
      }
      now = end
      day = day.adding(days: 1)
    }
    return now
  }

  func isLeftOut(_ day: Day, _ notCounting: [String]) -> Bool {
    notCounting.contains { name in
      switch name {
      case "saturdays": day.weekday == 6
      case "sundays": day.weekday == 7
      default: edition.library.vocabulary.calendar(name)?.holiday(on: day) != nil
      }
    }
  }

  /// Where the act lies in its window. An unknown instant is somewhere on the day of the act.
  func position(in window: Window) -> Position {
    if let from = window.from, let until = window.until, from > until { return .empty }
    if let acted {
      if let from = window.from, acted < from { return .outside }
      if let until = window.until, acted > until { return .outside }
      return .inside
    }
    let start = startOfDay(situation.acted)
    let end = startOfNextDay(situation.acted)
    if let from = window.from, from >= end { return .outside }
    if let until = window.until, until < start { return .outside }
    return .inside
  }

  enum Position { case inside, outside, empty }
}
