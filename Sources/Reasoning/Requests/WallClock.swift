package import LawLanguage

/// Times of day on an agency's wall.
extension Zone {
  /// The instants at which a clock there shows this: none where it was put forward over the time, two where it was put
  /// back.
  package func instants(showing secondOfDay: Int, on day: Day) -> [Instant] {
    let wall = Int64(day.number) * 86_400 + Int64(secondOfDay)
    // No zone moves its clock twice within two days, so these are all the offsets there can be.
    let offsets = Set([offset(at: wall - 86_400), offset(at: wall + 86_400)])
    return offsets.map { Instant(seconds: wall - $0) }.filter { wall - $0.seconds == offset(at: $0.seconds) }.sorted()
  }

  /// RFC 3339 with the zone's offset: `2025-01-22T16:00:00-06:00`.
  package func rfc3339(_ instant: Instant) -> String {
    // RFC 3339 has whole minutes; clocks before 1883 stood apart by minutes and seconds.
    let offset = offset(at: instant.seconds) / 60 * 60
    let local = instant.seconds + offset
    let second = (local % 86_400 + 86_400) % 86_400
    let day = Day(number: Int32((local - second) / 86_400))
    let sign = offset < 0 ? "-" : "+"
    return "\(day)T\(Zone.padded(second / 3600)):\(Zone.padded(second / 60 % 60)):\(Zone.padded(second % 60))"
      + "\(sign)\(Zone.padded(abs(offset) / 3600)):\(Zone.padded(abs(offset) / 60 % 60))"
  }

  /// The time of day, as `16:00`.
  package func time(of instant: Instant) -> String {
    let minutes = Int64(minutes(of: instant))
    return "\(Zone.padded(minutes / 60)):\(Zone.padded(minutes % 60))"
  }

  private static func padded(_ number: Int64) -> String { number < 10 ? "0\(number)" : "\(number)" }
}

extension Vocabulary {
  /// The zone of the agency that a request is about.
  package func zone(of request: Request) -> Zone? { zone(of: request.agency.locality ?? request.jurisdiction) }
}
