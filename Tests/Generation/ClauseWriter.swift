import LawLanguage

/// Triggers, due times, windows and steps of generated laws.
extension LibraryWriter {
  private static let anchors = ["release-due", "booked", "asked", "released", "acted"]

  mutating func trigger(before act: String, _ law: Int) -> String {
    let acts = GeneratedWords.acts
    let earlier = Array(acts[..<(acts.firstIndex(of: act) ?? 1)]).filter { $0 != act }
    switch random.between(0, 6) {
    case 0, 1:
      note(.onReceipt)
      return "on receipt of a paper in \(random.pick(["detainer", "hold-papers"]))"
    case 2:
      note(.beforeAct)
      return "before \(random.pick(earlier))"
    case 3:
      note(.onDoing)
      return "on doing \(random.pick(earlier))"
    case 4:
      note(.onRefusing)
      return "on refusing \(random.pick(words.focus))"
    case 5:
      note(.atEvent)
      return "at \(random.pick(["booked", "release-due", "released"]))"
    default:
      note(.each)
      return "each \(random.pick(["year", "quarter", "month"]))"
    }
  }

  /// What returns runs from no moment of its own, and only what returns each year is due by a day of the year.
  mutating func due(each recurrence: String?) -> String {
    let anchor = random.pick(Self.anchors)
    let isRecurring = recurrence != nil
    switch random.between(0, 6) {
    case 0:
      note(.withoutDelay)
      return "due without delay"
    case 1 where !isRecurring:
      note(.dueWithin)
      return "due within \(random.pick(["1 day", "48 hours", "2 weeks", "1 month"]))\(leftOut())"
    case 1, 2:
      note(.dueWithinOf)
      return "due within \(random.pick(["3 days", "24 hours", "1 year"])) of \(anchor)\(leftOut())"
    case 3:
      note(.dueBusinessDays)
      return "due within \(random.between(1, 9)) business-days"
        + (isRecurring || random.chance(50) ? " of \(anchor)" : "")
    case 4:
      note(.dueAtLeastBefore)
      return "due at least \(random.pick(["24 hours", "2 days", "3 business-days", "1 month"])) before \(anchor)"
    case 5:
      note(.dueBefore)
      return "due before \(anchor)"
    default:
      guard recurrence == nil || recurrence == "year" else {
        note(.dueBefore)
        return "due before \(anchor)"
      }
      note(.dueBy)
      return "due by \(random.pick(["march 1", "january 22", "december 31", "february 29"]))"
    }
  }

  // MARK: Windows and steps

  mutating func bound() -> String {
    let anchor = random.pick(Self.anchors)
    switch random.between(0, 5) {
    case 0:
      note(.notBefore)
      note(.offset)
      return "not before \(moment()) before \(anchor)"
    case 1:
      note(.until)
      return "until \(anchor)"
    case 2:
      note(.until)
      note(.offset)
      return "until \(moment()) after \(anchor)"
    case 3:
      note(.endOfDay)
      return "until the end of the day of \(anchor)"
    default:
      note(.atMostHours)
      return "at most \(random.pick(["48 hours", "6 hours", "3 days", "100 hours"])) from \(anchor)\(leftOut())"
    }
  }

  private mutating func moment() -> String {
    random.pick(["12 days", "5 hours", "1 month", "1 year", "1 week", "36 hours"])
  }

  private mutating func leftOut() -> String {
    guard random.chance(50) else { return "" }
    note(.daysLeftOut)
    return " not counting " + random.pick(["saturdays, sundays, il-holidays", "sundays", "il-holidays"])
  }

  mutating func step(_ law: Int) -> String {
    note(.step)
    guard random.chance(50) else { return "only after \(random.pick(["leave", "consent"]))" }
    note(.stepWhen)
    return "only after \(random.pick(["leave", "consent"])) when \(condition(in: law))"
  }
}
