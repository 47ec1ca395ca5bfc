package import LawLanguage

/// Days and moments as an office writes them: `Wednesday, January 22, 2025, 4:00 pm`.
package struct MomentText: Sendable {
  let zone: Zone?

  package init(zone: Zone?) { self.zone = zone }

  private static let weekdays = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]
  private static let months = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
  ]

  package func text(_ day: Day) -> String {
    let (year, month, dayOfMonth) = day.civil
    return "\(MomentText.weekdays[day.weekday - 1]), \(MomentText.months[month - 1]) \(dayOfMonth), \(year)"
  }

  package func text(_ instant: Instant) -> String {
    guard let zone else { return "second \(instant.seconds) of the Unix epoch" }
    return text(zone.day(of: instant), minutes: zone.minutes(of: instant))
  }

  /// The end of a span. Midnight is the end of the day before it: 11:59 pm, lest anybody takes it for the next day.
  package func end(_ instant: Instant) -> String {
    guard let zone, zone.minutes(of: instant) == 0 else { return text(instant) }
    return text(zone.day(of: instant).adding(days: -1), minutes: 24 * 60 - 1)
  }

  /// The instant at which a day ends.
  package func end(_ day: Day) -> Instant? { zone?.instant(of: day, minutes: 24 * 60) }

  private func text(_ day: Day, minutes: Int) -> String {
    let (hour, minute) = (minutes / 60, minutes % 60)
    let clock = "\((hour + 11) % 12 + 1):\(minute < 10 ? "0" : "")\(minute) \(hour < 12 ? "am" : "pm")"
    return "\(text(day)), \(clock)"
  }
}
