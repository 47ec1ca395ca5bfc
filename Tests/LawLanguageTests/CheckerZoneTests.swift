import LawLanguage
import Testing

@Suite struct CheckerZoneTests {
  private let chicago = Zone(identifier: "America/Chicago")

  private func day(_ text: String) throws -> Day { try #require(Day(text)) }

  @Test func anUnknownZoneIsNone() {
    #expect(Zone(identifier: "America/Chicagoo") == nil)
  }

  @Test func winterAndSummerHaveTheirOffsets() throws {
    let zone = try #require(chicago)
    #expect(zone.instant(of: try day("2025-01-22"), minutes: 16 * 60) == Instant(seconds: 1_737_583_200))
    #expect(zone.instant(of: try day("2025-07-01"), minutes: 0) == Instant(seconds: 1_751_346_000))
  }

  @Test func aSkippedMinuteIsLater() throws {
    let zone = try #require(chicago)
    let skipped = zone.instant(of: try day("2025-03-09"), minutes: 150)
    #expect(skipped == zone.instant(of: try day("2025-03-09"), minutes: 210))
    #expect(zone.minutes(of: skipped) == 210)
  }

  @Test func aRepeatedMinuteIsTheEarlier() throws {
    let zone = try #require(chicago)
    let first = zone.instant(of: try day("2025-11-02"), minutes: 90)
    #expect(zone.minutes(of: first) == 90)
    let hourLater = Instant(seconds: first.seconds + 3600)
    #expect(zone.minutes(of: hourLater) == 90)
  }

  @Test func theLastMinuteOfADayIsFollowedByTheNext() throws {
    let zone = try #require(chicago)
    let midnight = zone.instant(of: try day("2025-01-22"), minutes: 1440)
    #expect(midnight == zone.instant(of: try day("2025-01-23"), minutes: 0))
    #expect(zone.day(of: midnight) == (try day("2025-01-23")))
    #expect(zone.day(of: Instant(seconds: midnight.seconds - 1)) == (try day("2025-01-22")))
  }

  @Test func daysBefore1970AreDaysToo() throws {
    let zone = try #require(Zone(identifier: "Asia/Tokyo"))
    let instant = zone.instant(of: try day("1969-12-31"), minutes: 1)
    #expect(zone.day(of: instant) == (try day("1969-12-31")))
    #expect(zone.minutes(of: instant) == 1)
  }
}
