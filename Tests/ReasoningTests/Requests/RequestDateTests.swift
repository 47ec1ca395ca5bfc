import LawLanguage
import Reasoning
import Testing

/// Days, times and offsets as requests write them.
@Suite struct RequestDateTests {
  private func booked(_ text: String) throws -> Instant? {
    let request = try RequestFixture.read(with: "\"facts\": {\"booked\": \"\(text)\"}")
    guard case .instant(let instant) = request.facts["booked"] else { return nil }
    return instant
  }

  private func refusal(_ text: String) -> String? {
    RequestFixture.mistakes(with: "\"facts\": {\"booked\": \"\(text)\"}").first?
      .split(separator: "facts.booked: ").last.map(String.init)
  }

  /// Midnight at Greenwich at the start of 2025-01-20.
  private static let midnight: Int64 = 1_737_331_200

  @Test(arguments: [
    ("2025-01-20T00:00Z", 0), ("2025-01-20T23:59Z", 86_340), ("2025-01-20T23:59:59Z", 86_399),
    ("2025-01-20t08:05:07z", 29_107), ("2025-01-20 08:05:07Z", 29_107), ("2025-01-20T08:05:07.999Z", 29_107),
    ("2025-01-20T08:00+00:00", 28_800), ("2025-01-20T08:00-06:00", 50_400), ("2025-01-20T08:00+05:30", 9_000),
    ("2025-01-20T08:00-03:30", 41_400), ("2025-01-20T00:00+23:59", -86_340), ("2025-01-20T00:00-23:59", 86_340),
    ("2025-01-20T08:00", 50_400),
  ])
  func aTimeIsReadWithItsOffset(text: String, seconds: Int64) throws {
    #expect(try booked(text)?.seconds == Self.midnight + seconds)
  }

  @Test(arguments: ["2025-01-20T24:00", "2025-01-20T23:60", "2025-01-20T23:59:60", "2025-01-20T99:99:99Z"])
  func aTimeThatNoClockShowsIsRefused(text: String) {
    #expect(
      refusal(text)
        == "\"\(text)\" names no time of day; hours run from 00 to 23, minutes and seconds from 00 to 59")
  }

  @Test(arguments: [
    "2025-01-20T8:00", "2025-01-20T08", "2025-01-20T08:0", "2025-01-20T08:00:", "2025-01-20T08:00:1",
    "2025-01-20T08:00:00.", "2025-01-20T08:00:00.Z", "2025-01-20X08:00", "2025-01-20T08:00+6:00", "2025-01-20T08:00+06",
    "2025-01-20T08:00+06:0", "2025-01-20T08:00+24:00", "2025-01-20T08:00+00:60", "2025-01-20T08:00ZZ",
    "2025-01-20T08:00Z1", "2025-01-20T08:00-06:00x", "2025-01-20T08:00 ",
  ])
  func aTimeWrittenAnotherWayIsRefused(text: String) throws {
    #expect(try #require(refusal(text)).hasPrefix("\"\(text)\""))
  }

  @Test(arguments: [
    ("2025-00-20", "does not exist: months run from 01 to 12; write year-month-day, such as 2025-01-22"),
    ("2025-13-20", "does not exist: months run from 01 to 12; write year-month-day, such as 2025-01-22"),
    ("2025-01-00", "does not exist: January 2025 has 31 days; check the date"),
    ("2025-04-31", "does not exist: April 2025 has 30 days; check the date"),
    ("2025-12-32", "does not exist: December 2025 has 31 days; check the date"),
    ("2100-02-29", "does not exist: February 2100 has 28 days; check the date"),
    ("1799-12-31", "lies outside the years 1800 to 2199; check the year"),
    ("2200-01-01", "lies outside the years 1800 to 2199; check the year"),
    ("25-01-20", "is no date; write year-month-day, such as 2025-01-22"),
    ("2025-1-20", "is no date; write year-month-day, such as 2025-01-22"),
    ("2025/01/20", "is no date; write year-month-day, such as 2025-01-22"),
    ("20250120", "is no date; write year-month-day, such as 2025-01-22"),
    ("", "is no date; write year-month-day, such as 2025-01-22"),
  ])
  func aDayThatIsNoneIsRefused(text: String, expected: String) {
    #expect(refusal(text) == "\"\(text)\" \(expected)")
  }

  @Test(arguments: ["1800-01-01", "2199-12-31", "2024-02-29", "2000-02-29", "2025-12-31", "2025-01-01"])
  func aDayThatExistsIsRead(text: String) throws {
    #expect(try booked(text + "T12:00Z") != nil)
  }

  @Test func aDayTakesNoTime() {
    #expect(
      RequestFixture.mistakes(with: #""facts": {"convictions": [{"convicted-on": "2019-03-01T10:00"}]}"#).map {
        $0.drop { $0 != " " }.dropFirst()
      } == [
        "facts.convictions[0].convicted-on: expected a day without a time, not the text \"2019-03-01T10:00\"; "
          + "write 2019-03-01"
      ])
    #expect(
      RequestFixture.mistakes(with: #""facts": {"convictions": [{"convicted-on": 2019}]}"#).map {
        $0.drop { $0 != " " }.dropFirst()
      } == [
        "facts.convictions[0].convicted-on: expected a day, not 2019; write it as a text: \"2025-01-22\""
      ])
  }

  // MARK: - The agency's clock

  @Test(arguments: [
    ("Asia/Kolkata", 1_737_331_200, "2025-01-20T05:30:00+05:30"),
    ("America/St_Johns", 1_737_331_200, "2025-01-19T20:30:00-03:30"),
    ("America/Chicago", 1_737_331_261, "2025-01-19T18:01:01-06:00"),
    ("GMT", 0, "1970-01-01T00:00:00+00:00"), ("GMT", -1, "1969-12-31T23:59:59+00:00"),
    ("Pacific/Auckland", 1_737_331_200, "2025-01-20T13:00:00+13:00"),
  ])
  func anInstantIsWrittenAsTheClockThereShowsIt(identifier: String, seconds: Int64, text: String) throws {
    let zone = try #require(Zone(identifier: identifier))
    #expect(zone.rfc3339(Instant(seconds: seconds)) == text)
    #expect(Instant(seconds: seconds).text(in: zone) == text)
  }

  @Test func withoutAZoneAnInstantIsWrittenAtGreenwich() {
    #expect(Instant(seconds: 0).text(in: nil) == "1970-01-01T00:00:00+00:00")
  }

  @Test func aRequestCannotBeDecidedBeforeItWasMade() {
    func mistakes(_ fields: String) -> [Substring] {
      RequestFixture.mistakes(with: fields).map { $0.drop { $0 != " " }.dropFirst() }
    }
    #expect(
      mistakes(#""asked": "2025-01-23""#) == [
        "asked: a request cannot be decided before it was made; "
          + "asked is 2025-01-23, decided is 2025-01-22, the day of the act: correct one of them"
      ])
    #expect(
      mistakes(#""asked": "2025-01-21T10:00", "decided": "2025-01-21T09:59""#) == [
        "asked: a request cannot be decided before it was made; "
          + "asked is 2025-01-21, decided is 2025-01-21: correct one of them"
      ])
    #expect(mistakes(#""asked": "2025-01-21T10:00", "decided": "2025-01-21T10:00""#) == [])
    #expect(mistakes(#""asked": "2025-01-22", "decided": "2025-01-22""#) == [])
    #expect(mistakes(#""asked": "2025-01-21T10:00", "decided": "2025-01-21""#) == [])
  }

  @Test func theClockOfALocalityIsItsOwn() throws {
    let words = """
      ```law
      jurisdiction AA "Alpha"  zone America/Chicago  searched to 2026-11-21
      locality lake-county "Lake County"  in AA  zone America/Denver
      locality lakeside "Lakeside"  in AA  within lake-county
      agency police "police"
      act hold "keep"
      ```
      """
    let law = """
      # Law

      Words.

      ```law
      law aa.law  cite "1"  by statute of AA  in force from 2020-01-01
      ```
      """
    let library = try #require(
      Library.check([SourceFile(path: "vocabulary.md", text: words), SourceFile(path: "aa/law.md", text: law)]).library)
    func read(_ place: String) throws -> Instant? {
      let json = """
        {"jurisdiction": "AA", "agency": "police", \(place)"on": "2025-01-22", "at": "2025-01-22T16:00", "acts": ["hold"]}
        """
      let draft = try RequestDraft(json: RequestText(Array(json.utf8), from: "r.json"))
      return try library.request(from: draft, now: RequestFixture.now).acted
    }
    #expect(try read("")?.seconds == 1_737_583_200)
    #expect(try read(#""locality": "lake-county", "#)?.seconds == 1_737_586_800)
    #expect(try read(#""locality": "lakeside", "#)?.seconds == 1_737_586_800)
  }

  @Test func aTimeWithoutAPlaceCouldBeAny() {
    #expect(
      RequestFixture.mistakes(
        #"{"agency": "police", "on": "today", "acts": ["hold"], "facts": {"booked": "2025-01-20T08:00"}}"#
      ).map { $0.split(separator: ": ", maxSplits: 1).last } == [
        "jurisdiction is missing; write \"jurisdiction\": \"IL\", or add --jurisdiction IL",
        "on: which day is today depends on the agency's zone, and its place is not known; write the day",
        "facts.booked: the agency's zone is not known, so this time could be any; add an offset, -06:00",
      ])
  }
}
