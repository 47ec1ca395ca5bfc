/// An hour at which a court's order begins or ends. The yes/no fact of its name says whether the act lies after it.
///
/// The fact is known from the instant of the act; where only the day of the act is known, it is asked like any other.
public struct HourMark: Sendable, Hashable, Comparable {
  /// The day.
  public let day: Day
  /// Minutes after midnight, by the clock of the agency's place: 1…1439.
  public let minutes: Int

  /// `since-2026-10-05-1430`.
  public var fact: String { "since-\(day)-" + time.filter { $0 != ":" } }

  /// `14:30`.
  public var time: String { clockTime(minutes) }

  /// Earlier first.
  public static func < (left: HourMark, right: HourMark) -> Bool {
    (left.day, left.minutes) < (right.day, right.minutes)
  }

  /// The act is done at this hour or later.
  var isReached: Condition { .test(Test(subject: .fact(fact), comparison: .holds)) }

  /// The fact that says so.
  var word: Fact {
    Fact(
      name: fact, type: .yesNo, question: "Is it done at \(time) on \(day), by the clock of the place, or later?",
      help: "The law is another before and after this hour. If the hour of the act is known, it answers this.",
      source: nil, changeable: false, isJudgement: false)
  }
}

/// A period that begins or ends at an hour of its first or last day.
public struct HourlyPeriod: Sendable, Hashable {
  /// The first and the last day of which some part is in it.
  public let days: Period
  /// Minutes after midnight of the first day from which it runs; nil: the whole day is in it.
  public let from: Int?
  /// Minutes after midnight of the last day at which it is over; nil: the whole day is in it.
  public let until: Int?

  /// `from 2026-10-05 14:30 until 2026-11-02 09:00`.
  public var words: String {
    func time(_ minutes: Int?) -> String { minutes.map { " " + clockTime($0) } ?? "" }
    return "from \(days.from)\(time(from))" + (days.until.map { " until \($0)\(time(until))" } ?? "")
  }

  /// The hours at which it begins and ends.
  var marks: [HourMark] { [start, end].compactMap { $0 } }

  private var start: HourMark? { from.map { HourMark(day: days.from, minutes: $0) } }
  private var end: HourMark? {
    guard let day = days.until else { return nil }
    return until.map { HourMark(day: day, minutes: $0) }
  }

  /// The day of the first hour, the days between, and the day of the last: within each the law of a day is the same, but for
  /// whether the hour is reached. Whatever cuts time at days need know of no hours.
  var parts: [(days: Period, condition: Condition?)] {
    if let start, let end, start.day == end.day {
      return [(Period(from: start.day, until: end.day), .all([start.isReached, .not(end.isReached)]))]
    }
    var parts: [(days: Period, condition: Condition?)] = []
    if let start { parts.append((Period(from: start.day, until: start.day), start.isReached)) }
    let first = start.map { $0.day.adding(days: 1) } ?? days.from
    let last = end.map { $0.day.adding(days: -1) } ?? days.until
    if last.map({ $0 >= first }) ?? true { parts.append((Period(from: first, until: last), nil)) }
    if let end { parts.append((Period(from: end.day, until: end.day), .not(end.isReached))) }
    return parts
  }
}

extension Law {
  /// Whether a version is the first part of what is declared there: what runs from or to an hour stands as several.
  public func isFirstPart(_ period: Period, at location: SourceLocation) -> Bool {
    hourly[location].map { $0.days.from == period.from } ?? true
  }

  /// When what is declared there is in force: `from 2026-10-05 14:30 until 2026-11-02 09:00`; nil if it knows whole days only.
  public func hours(at location: SourceLocation) -> String? { hourly[location]?.words }
}

/// `09:05`.
private func clockTime(_ minutes: Int) -> String {
  func padded(_ value: Int) -> String { value < 10 ? "0\(value)" : String(value) }
  return "\(padded(minutes / 60)):\(padded(minutes % 60))"
}
