import LawLanguage

/// Bounds, triggers and dues in the words of the language.
enum ClauseWords {
  static func words(_ bound: WindowBound) -> String {
    switch bound {
    case .notBefore(let moment): "not before \(words(moment))"
    case .until(let moment): "until \(words(moment))"
    case .atMost(let hours, let from, let leftOut):
      "at most \(hours) hours from \(words(from))\(notCounting(leftOut))"
    }
  }

  /// `give-notice to judge on receipt of its paper due without delay`.
  static func words(_ duty: Rule) -> String {
    var text = duty.act
    if let recipient = duty.recipient { text += " to \(recipient)" }
    if let trigger = duty.trigger { text += " \(words(trigger))" }
    if let due = duty.due { text += " due \(words(due))" }
    return text
  }

  private static func words(_ trigger: Trigger) -> String {
    switch trigger {
    case .receipt: "on receipt of its paper"
    case .before(let act): "before \(act)"
    case .doing(let act): "on doing \(act)"
    case .refusing(let act): "on refusing \(act)"
    case .event(let fact): "at \(fact)"
    case .each(let recurrence): "each \(recurrence.rawValue)"
    }
  }

  private static func words(_ due: Due) -> String {
    switch due {
    case .withoutDelay: "without delay"
    case .within(let count, let unit, let of, let leftOut):
      "within \(count) \(unit.rawValue)" + (of.map { " of \(words($0))" } ?? "") + notCounting(leftOut)
    case .atLeastBefore(let count, let unit, let date): "at least \(count) \(unit.rawValue) before \(words(date))"
    case .before(let date): "before \(words(date))"
    case .by(let month, let day): "by \(month)-\(day)"
    }
  }

  private static func words(_ moment: Moment) -> String {
    switch moment {
    case .date(let subject): words(subject)
    case .offset(let count, let unit, let before, let subject):
      "\(count) \(unit.rawValue) \(before ? "before" : "after") \(words(subject))"
    case .endOfDay(let subject): "the end of the day of \(words(subject))"
    }
  }

  private static func words(_ subject: Test.Subject) -> String {
    switch subject {
    case .fact(let name), .field(let name): name
    case .date(let date): date.rawValue
    }
  }

  private static func notCounting(_ calendars: [String]) -> String {
    calendars.isEmpty ? "" : " not counting \(calendars.joined(separator: ", "))"
  }
}
