import Foundation
package import LawLanguage

/// Clock time in an agency's zone: what instant a time on a wall clock is, and back.
package struct LocalClock: Sendable {
  private let zone: TimeZone

  /// The zone of an IANA name, or nil if there is none.
  package init?(identifier: String) {
    guard let zone = TimeZone(identifier: identifier) else { return nil }
    self.zone = zone
  }

  /// The instants that show this time: none where clocks were put forward over it, two where they were put back.
  package func instants(on day: Day, secondOfDay: Int) -> [Instant] {
    let wall = Int64(day.number) * 86_400 + Int64(secondOfDay)
    // A zone changes its offset by less than a day, so the offsets a day before and after are all there can be.
    let offsets = Set([offset(at: wall - 86_400), offset(at: wall + 86_400)])
    return offsets.map { Instant(seconds: wall - Int64($0)) }
      .filter { offset(at: $0.seconds) == Int(wall - $0.seconds) }
      .sorted()
  }

  /// The day on which an instant falls.
  package func day(of instant: Instant) -> Day { local(instant).day }

  /// RFC 3339 with the zone's offset: `2025-01-22T16:00:00-06:00`.
  package func text(of instant: Instant) -> String {
    let (day, second, offset) = local(instant)
    let sign = offset < 0 ? "-" : "+"
    return "\(day)T\(LocalClock.clock(second)):\(LocalClock.padded(second % 60))"
      + "\(sign)\(LocalClock.padded(abs(offset) / 3600)):\(LocalClock.padded(abs(offset) / 60 % 60))"
  }

  /// The day, and the time of day as `16:00`.
  package func wallTime(of instant: Instant) -> (day: Day, time: String) {
    let (day, second, _) = local(instant)
    return (day, LocalClock.clock(second))
  }

  private func local(_ instant: Instant) -> (day: Day, second: Int, offset: Int) {
    let offset = offset(at: instant.seconds)
    let wall = instant.seconds + Int64(offset)
    let second = (wall % 86_400 + 86_400) % 86_400
    return (Day(number: Int32(clamping: (wall - second) / 86_400)), Int(second), offset)
  }

  private func offset(at seconds: Int64) -> Int {
    zone.secondsFromGMT(for: Date(timeIntervalSince1970: Double(seconds)))
  }

  private static func clock(_ second: Int) -> String { "\(padded(second / 3600)):\(padded(second / 60 % 60))" }

  private static func padded(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
}

extension Vocabulary {
  /// The clock of an agency's place: its own zone, or that of the place around it, or its jurisdiction's.
  package func clock(locality: String?, jurisdiction: String) -> LocalClock? {
    var next = locality
    while let name = next, let place = place(name) {
      if let zone = place.zone { return LocalClock(identifier: zone) }
      next = place.within
    }
    return place(jurisdiction)?.zone.flatMap(LocalClock.init(identifier:))
  }
}
