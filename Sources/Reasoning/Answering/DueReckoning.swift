import LawLanguage
import Norms

/// When a duty is due, as far as what is recorded tells, and in words from what it runs.
struct DueReckoning {
  let deliberation: Deliberation
  let norm: Norm
  let ground: Int?

  private var trigger: Trigger? { norm.rule.trigger }
  private var clock: Clock { deliberation.clock }
  private var request: Request { deliberation.request }
  private var vocabulary: Vocabulary { deliberation.edition.library.vocabulary }

  struct Reckoned {
    var instant: Instant?
    var day: Day?
    /// Set where no moment can be named.
    var after: String?
    /// The fact that would name it.
    var unknown: FactPath?
  }

  func reckon() -> Reckoned {
    switch norm.rule.due {
    case nil: return Reckoned(after: trigger.map(words(for:)))
    case .withoutDelay: return Reckoned(after: "without delay " + (trigger.map(words(for:)) ?? ""))
    case .within(let count, let unit, let of, let notCounting):
      guard let anchor = of.map({ clock.anchor($0, ground: ground) }) ?? triggerAnchor() else {
        let start = of.map(words(for:)) ?? trigger.map(words(for:)) ?? ""
        return Reckoned(after: "within \(count) \(unit.rawValue) of \(start)", unknown: of.flatMap(path))
      }
      return within(count, unit, of: anchor, notCounting: notCounting)
    case .atLeastBefore(let count, let unit, let date):
      guard let anchor = clock.anchor(date, ground: ground) else {
        return Reckoned(
          after: "at least \(count) \(unit.rawValue) before \(words(for: date))", unknown: path(date))
      }
      guard unit == .businessDays else { return moment(clock.shift(anchor, by: -count, unit)) }
      let day = clock.day(anchor)
      let last = counting(-count, from: day, leavingOut: businessDaysLeftOut)
      return moment(clock.shift(anchor, by: Int(last.number - day.number), .days))
    case .before(let date):
      guard let anchor = clock.anchor(date, ground: ground) else {
        return Reckoned(after: "before \(words(for: date))", unknown: path(date))
      }
      // Before a day is on the day before it at the latest.
      if case .day(let day) = anchor { return Reckoned(day: day.adding(days: -1)) }
      return moment(anchor)
    case .by(let month, let day): return Reckoned(day: next(month: month, day: day))
    }
  }

  /// From what the trigger runs. Doing and refusing lie ahead: their moment is known only if the act's own is.
  private func triggerAnchor() -> Clock.Anchor? {
    switch trigger {
    case .receipt:
      return clock.anchor(.field("received"), ground: ground) ?? clock.anchor(.date(.asked), ground: ground)
    case .event(let fact): return clock.anchor(.fact(fact), ground: ground)
    case .before, .doing, .refusing, .each, nil: return nil
    }
  }

  private func within(_ count: Int, _ unit: TimeUnit, of anchor: Clock.Anchor, notCounting: [String]) -> Reckoned {
    switch unit {
    case .hours:
      switch anchor {
      case .instant(let start): return Reckoned(instant: clock.add(hours: count, to: start, notCounting: notCounting))
      case .day(let day):
        return Reckoned(instant: clock.add(hours: count, to: clock.startOfDay(day), notCounting: notCounting))
      }
    case .businessDays:
      return Reckoned(day: counting(count, from: clock.day(anchor), leavingOut: notCounting + businessDaysLeftOut))
    case .days, .weeks, .months, .years:
      // As many days as the span has, of those that count.
      let day = clock.day(anchor)
      let last = Span(count: count, unit: unit).after(day)
      return Reckoned(day: counting(Int(last.number - day.number), from: day, leavingOut: notCounting))
    }
  }

  /// So many days that count after a day, or before it if negative.
  private func counting(_ count: Int, from start: Day, leavingOut: [String]) -> Day {
    guard !leavingOut.isEmpty else { return start.adding(days: count) }
    var day = start
    var left = abs(count)
    for _ in 0..<100_000 where left > 0 {
      day = day.adding(days: count < 0 ? -1 : 1)
      if !clock.isLeftOut(day, leavingOut) { left -= 1 }
    }
    return day
  }

  /// Saturdays, Sundays and the calendar of the jurisdiction whose law it is, or in which the place of the law lies.
  private var businessDaysLeftOut: [String] {
    let place = deliberation.edition.library.law(norm.rule.name.law).flatMap { vocabulary.place($0.place) }
    let jurisdiction = place?.kind == .jurisdiction ? place : place?.inside.flatMap(vocabulary.place)
    return ["saturdays", "sundays"] + [jurisdiction?.calendar].compactMap { $0 }
  }

  /// The first such day that is not before the day of the act. 29 February is 1 March in a year that has none.
  private func next(month: Int, day: Int) -> Day? {
    let year = request.day.civil.year
    return [year, year + 1].lazy
      .compactMap { Day(year: $0, month: month, day: 1)?.adding(days: day - 1) }
      .first { $0 >= request.day }
  }

  private func moment(_ anchor: Clock.Anchor) -> Reckoned {
    switch anchor {
    case .day(let day): Reckoned(day: day)
    case .instant(let instant): Reckoned(instant: instant)
    }
  }

  private func path(_ subject: Test.Subject) -> FactPath? {
    switch subject {
    case .fact(let name): .fact(name)
    case .field(let field): ground.map { .paper($0, kind: request.papers[$0].kind, field: field) }
    case .date: nil
    }
  }

  // MARK: Words

  func words(for trigger: Trigger) -> String {
    switch trigger {
    case .receipt: "on receipt of the paper"
    case .before(let act): "before you \(title(act))"
    case .doing(let act): "when you \(title(act))"
    case .refusing(let act): "when you decline to \(title(act))"
    case .event(let fact): "after this is known: \(vocabulary.fact(fact)?.question ?? fact)"
    case .each(let recurrence): "each \(recurrence.rawValue)"
    }
  }

  private func words(for subject: Test.Subject) -> String {
    switch subject {
    case .fact(let name), .field(let name): name
    case .date(.asked): "the request"
    case .date(.decided): "the decision"
    case .date(.acted): "the act"
    }
  }

  private func title(_ act: String) -> String { vocabulary.act(act)?.title ?? act }
}

extension Trigger {
  /// The trigger as the law language writes it.
  var written: String {
    switch self {
    case .receipt: "on receipt"
    case .before(let act): "before \(act)"
    case .doing(let act): "on doing \(act)"
    case .refusing(let act): "on refusing \(act)"
    case .event(let fact): "at \(fact)"
    case .each(let recurrence): "each \(recurrence.rawValue)"
    }
  }

  /// Whether it fires again and again, whatever is asked.
  var isPeriodic: Bool { if case .each = self { true } else { false } }
}
