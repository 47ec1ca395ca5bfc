import Foundation

/// A time zone of the IANA database: which instant a clock on the wall shows, and which day an instant falls on.
///
/// The only place where Foundation's calendar knowledge enters; days themselves are `Day`'s own arithmetic.
public struct Zone: Sendable, Hashable {
  /// `America/Chicago`.
  public let identifier: String
  private let rules: TimeZone

  /// The zone of that name, or nil if the database has none.
  public init?(identifier: String) {
    guard let rules = TimeZone(identifier: identifier) else { return nil }
    self.identifier = identifier
    self.rules = rules
  }

  /// The version of the time-zone database that is read.
  public static var dataVersion: String { TimeZone.timeZoneDataVersion }

  /// The instant at which a clock there shows so many minutes after midnight of the day.
  ///
  /// Minutes that a clock skips in spring are read as if it had not been moved, so they come out later (2:30 is 3:30);
  /// of minutes that it shows twice in autumn, the earlier counts. 1440 minutes are the next midnight.
  public func instant(of day: Day, minutes: Int) -> Instant {
    let local = Int64(day.number) * 86_400 + Int64(minutes) * 60
    // No zone moves its clock twice within two days, so these are the offsets before and after any change near.
    let before = offset(at: local - 86_400)
    let after = offset(at: local + 86_400)
    let candidates = [local - before, local - after].filter { local - $0 == offset(at: $0) }
    return Instant(seconds: candidates.min() ?? local - before)
  }

  /// The day that a calendar there shows.
  public func day(of instant: Instant) -> Day { Day(number: Int32(local(instant).days)) }

  /// The minutes after midnight that a clock there shows, seconds dropped.
  public func minutes(of instant: Instant) -> Int { Int(local(instant).seconds / 60) }

  private func local(_ instant: Instant) -> (days: Int64, seconds: Int64) {
    let local = instant.seconds + offset(at: instant.seconds)
    let days = local >= 0 ? local / 86_400 : (local - 86_399) / 86_400
    return (days, local - days * 86_400)
  }

  /// Seconds east of Greenwich at a second of the Unix epoch.
  package func offset(at seconds: Int64) -> Int64 {
    Int64(rules.secondsFromGMT(for: Date(timeIntervalSince1970: TimeInterval(seconds))))
  }
}
