import LawLanguage
import Reasoning
import Testing

/// The fields of a request: who, where, when and what is asked.
@Suite struct RequestFieldTests {
  @Test func saysEveryFieldThatIsMissing() {
    #expect(
      RequestFixture.mistakes("{}") == [
        "r.json: jurisdiction is missing; write \"jurisdiction\": \"IL\", or add --jurisdiction IL",
        "r.json: agency is missing; write \"agency\": \"county-jail\", or add --agency county-jail",
        "r.json: on is missing; write \"on\": \"2025-01-22\", or add --on 2025-01-22",
        "r.json: nothing is asked: there is no act, no paper and no fact; say what is asked with --act, "
          + "which paper came with --instrument, or what happened with --fact",
      ])
  }

  @Test(arguments: [
    (#""instruments": ["i247a"]"#, "instruments: a request has no such field; did you mean \"papers\"?"),
    (#""agencey": "police""#, "agencey: a request has no such field; did you mean \"agency\"?"),
    (
      #""locality": "lake"}"#,
      "locality: \"lake\" is no locality in Alpha of the vocabulary; did you mean \"lake-county\"?"
    ),
    (
      #""locality": "Lake County""#,
      "locality: \"Lake County\" is no locality in Alpha of the vocabulary; write lake-county"
    ),
    (
      #""capacity": "agent""#,
      "capacity: expected own, on-behalf, contractor or deputised, not \"agent\"; "
        + "write own, on-behalf, contractor or deputised"
    ),
    (
      #""acting-for": "jail""#,
      "acting-for: \"jail\" is no kind of agency of the vocabulary; did you mean \"county-jail\"?"
    ),
    (#""acts": ["holt"]"#, "acts[0]: \"holt\" is no act of the vocabulary; did you mean \"hold\"?"),
    (#""acts": "hold""#, "acts: expected a list, not the text \"hold\"; write [\"hold\"]"),
    (#""asked": "soon""#, "asked: \"soon\" is no date; write year-month-day, such as 2025-01-22"),
    (
      #""at": "2025-01-23T16:00""#,
      "at: this instant falls on 2025-01-23 in the agency's zone, and the day of the act is 2025-01-22; "
        + "make the two agree"
    ),
    (#""locality": 3"#, "locality: expected a text, not 3"),
  ])
  func refusesAFieldThatMeansNothing(_ field: String, _ expected: String) {
    let mistakes = RequestFixture.mistakes(with: field.hasSuffix("}") ? String(field.dropLast()) : field)
    #expect(mistakes.map { $0.drop { $0 != " " }.dropFirst() } == [Substring(expected)])
  }

  /// The help for an agency that a state with these agencies does not have.
  private func help(_ agency: String, agencies: [String]) throws -> String {
    let words = """
      # Words

      ```law
      jurisdiction AA "Alpha"  zone America/Chicago  searched to 2026-01-31
      act hold "keep"
      \(agencies.map { "agency \($0) \"an agency\"" }.joined(separator: "\n"))
      ```
      """
    let law = "# Law\n\nWords.\n\n```law\nlaw aa.law  cite \"1\"  by statute of AA  in force from 2020-01-01\n```\n"
    let library = try #require(
      Library.check([SourceFile(path: "vocabulary.md", text: words), SourceFile(path: "aa/law.md", text: law)]).library)
    let json = "{\"jurisdiction\": \"AA\", \"agency\": \"\(agency)\", \"on\": \"2025-01-22\", \"acts\": [\"hold\"]}"
    let mistakes = RequestFixture.mistakes {
      try library.request(
        from: try RequestDraft(json: RequestText(Array(json.utf8), from: "r.json")), now: RequestFixture.now)
    }
    return mistakes.joined().split(separator: "vocabulary; ").last.map(String.init) ?? ""
  }

  @Test func upToThreeLongerNamesAreSuggestedForOneOfTheirWords() throws {
    #expect(try help("jail", agencies: ["county-jail", "police"]) == "did you mean \"county-jail\"?")
    #expect(
      try help("jail", agencies: ["county-jail", "city-jail", "town-jail", "police"])
        == "did you mean \"county-jail\", \"city-jail\" or \"town-jail\"?")
    #expect(
      try help("Jail", agencies: ["county-jail", "city-jail", "town-jail", "jail-of-last-resort"])
        == "did you mean \"county-jail\", \"city-jail\" or \"town-jail\"?")
  }

  @Test func aShortChoiceIsNamedWhole() throws {
    let eight = ["aaaa", "bbbb", "cccc", "dddd", "eeee", "ffff", "gggg", "hhhh"]
    #expect(try help("zzzzzz", agencies: eight) == "write aaaa, bbbb, cccc, dddd, eeee, ffff, gggg or hhhh")
    #expect(try !help("zzzzzz", agencies: eight + ["iiii"]).contains("aaaa"))
    #expect(try help("zzzzzz", agencies: ["aaaa"]) == "write aaaa")
  }

  @Test func refusesADayBeforeTheFirstLaw() {
    #expect(
      RequestFixture.mistakes(#"{"jurisdiction": "AA", "agency": "police", "on": "2010-01-22", "acts": ["hold"]}"#) == [
        "r.json:1:50: on: 2010-01-22 lies before any law: the library's law for Alpha begins on 2017-08-28; "
          + "ask about that day or a later one"
      ])
  }

  @Test func refusesAJurisdictionTheLibraryHasNoLawFor() {
    #expect(
      RequestFixture.mistakes(#"{"jurisdiction": "CC", "agency": "police", "on": "2025-01-22", "acts": ["hold"]}"#) == [
        "r.json:1:18: jurisdiction: the library has no law for Gamma; `tenth law list` shows what it has"
      ])
  }

  @Test func asksForWhatThePapersAskFor() throws {
    #expect(try RequestFixture.read(with: #""facts": {}"#).acts == ["hold", "notify-release"])
  }

  @Test func anEmptyListOfActsAsksForDutiesOnly() throws {
    #expect(try RequestFixture.read(with: #""acts": []"#).acts == [])
  }

  @Test func asksForDutiesOnlyWhereThereIsNoPaperButAFact() throws {
    let request = try RequestFixture.read(
      #"{"jurisdiction": "AA", "agency": "police", "on": "2025-01-22", "facts": {"booked": "2025-01-20T08:00"}}"#)
    #expect(request.acts == [])
  }

  @Test func wantsAnActWhereNoPaperAsksForOne() {
    #expect(
      RequestFixture.mistakes(#"{"jurisdiction": "AA", "agency": "police", "on": "2025-01-22", "papers": ["i200"]}"#)
        == [
          "r.json: no paper offered (i200) asks for an act of its own; say which with --act: hold or transfer"
        ])
  }

  @Test func todayIsTheDayInTheAgencysZone() throws {
    let draft = try RequestDraft(
      json: RequestText(
        Array(#"{"jurisdiction": "AA", "agency": "police", "on": "today", "acts": ["hold"]}"#.utf8), from: "r.json"))
    // Two in the morning at Greenwich is the evening before in Chicago.
    let request = try RequestFixture.library?.request(from: draft, now: Instant(seconds: 1_737_511_200))
    #expect(request?.day == Day("2025-01-21"))
  }

  @Test func askedAndDecidedTakeADayOrAnInstant() throws {
    let request = try RequestFixture.read(with: #""asked": "2025-01-20", "decided": "2025-01-21T23:30""#)
    #expect(request.askedDay == Day("2025-01-20"))
    #expect(request.asked == nil)
    #expect(request.decidedDay == Day("2025-01-21"))
    #expect(request.decided == Instant(seconds: 1_737_523_800))
  }

  @Test func aRequestThatSaysNoDayOfAskingIsNotDecidedBeforeTheAct() {
    #expect(
      RequestFixture.mistakes(with: #""decided": "2025-01-21""#) == [
        "r.json:1:101: decided: a request cannot be decided before it was made; "
          + "asked is 2025-01-22, the day of the act, decided is 2025-01-21: correct one of them"
      ])
  }

  @Test func anInstantBeforeThereWereTimeZonesIsWrittenInWholeMinutes() throws {
    let library = try #require(RequestFixture.library)
    let request = try RequestFixture.read(with: #""facts": {"booked": "1844-01-22T10:30-06:00"}"#)
    let written = request.document(in: library.vocabulary).written()
    // Mean time in Chicago was 5 hours, 50 minutes and 36 seconds behind Greenwich.
    #expect(written.contains("1844-01-22T10:40:00-05:50"))
    #expect(try RequestFixture.read(written) == request)
  }

  @Test func aRequestWrittenAndReadAgainIsTheSame() throws {
    let library = try #require(RequestFixture.library)
    let request = try RequestFixture.read(
      """
      {"jurisdiction": "AA", "agency": "county-jail", "locality": "lakeside", "acting-for": "police",
       "capacity": "contractor", "on": "2025-01-22", "at": "2025-01-22T02:10:00-06:00", "asked": "2025-01-20",
       "decided": "2025-01-21T23:30", "acts": ["hold"],
       "papers": ["i200", {"kind": "i247a", "received": "2025-01-20T09:00", "signer": "immigration-officer"}],
       "facts": {"age": 34, "crime-witness": true, "convictions": {"at-least": [{"class": "felony"}]},
                 "exigent": {"value": true, "by": "Sgt. Example", "why": "\\"Fire\\""}}}
      """)
    let written = request.document(in: library.vocabulary).written()
    #expect(try RequestFixture.read(written) == request)
  }
}
