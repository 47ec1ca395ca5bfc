import LawLanguage
import Reasoning
import Testing

/// Facts: what each type takes, what it refuses and in which words.
@Suite struct RequestFactTests {
  @Test func readsEachTypeOfFact() throws {
    let request = try RequestFixture.read(
      with: """
        "facts": {"crime-witness": false, "custody": "sentenced", "age": 34, "booked": "2025-01-20T08:00",
          "release-due": "2025-01-24T10:00:00-05:00", "judicial-leave": true, "released": null}
        """)
    #expect(request.facts["crime-witness"] == .yesNo(false))
    #expect(request.facts["custody"] == .choice("sentenced"))
    #expect(request.facts["age"] == .number(34))
    #expect(request.facts["judicial-leave"] == .yesNo(true))
    // 8:00 in Chicago, six hours west of Greenwich in January.
    #expect(request.facts["booked"] == .instant(Instant(seconds: 1_737_381_600)))
    #expect(request.facts["release-due"] == .instant(Instant(seconds: 1_737_730_800)))
    #expect(request.facts["released"] == nil)
  }

  @Test func leavesNullAndUnknownUnknown() throws {
    let request = try RequestFixture.read(
      with: #""facts": {"crime-witness": null, "custody": "unknown", "exigent": null, "convictions": "unknown"}"#)
    #expect(request.facts.isEmpty)
    #expect(request.records.isEmpty)
  }

  @Test(arguments: [
    (
      #""crime-witness": "false""#,
      "facts.crime-witness: expected true or false, not the text \"false\"; write false without quotes"
    ),
    (
      #""crime-witness": "No""#,
      "facts.crime-witness: expected true or false, not the text \"No\"; write false without quotes"
    ),
    (
      #""crime-witness": "maybe""#,
      "facts.crime-witness: expected true or false, not the text \"maybe\"; "
        + "write true, false, or null for what is not known"
    ),
    (
      #""crime-witness": 0"#,
      "facts.crime-witness: expected true or false, not 0; write true, false, or null for what is not known"
    ),
    (
      #""custody": "pretrail""#,
      "facts.custody: expected pretrial or sentenced, not \"pretrail\"; did you mean \"pretrial\"?"
    ),
    (#""custody": true"#, "facts.custody: expected pretrial or sentenced, not true; write one of them as a text"),
    (#""age": "34""#, "facts.age: expected a whole number of years, not the text \"34\"; write 34 without quotes"),
    (#""age": 34.5"#, "facts.age: expected a whole number of years, not 34.5; write digits only, from 0 to 1000000000"),
    (#""age": -1"#, "facts.age: expected a whole number of years, not -1; write digits only, from 0 to 1000000000"),
    (
      #""age": 99999999999999999999"#,
      "facts.age: expected a whole number of years, not 99999999999999999999; write digits only, from 0 to 1000000000"
    ),
    (#""age": [34]"#, "facts.age: expected a whole number of years, not a list; write digits only, such as 34"),
    (
      #""booked": "2025-01-20""#,
      "facts.booked: expected a day and a time, not the text \"2025-01-20\"; add the time of day: 2025-01-20T16:00"
    ),
    (
      #""booked": "2025-02-30T10:00""#,
      "facts.booked: \"2025-02-30T10:00\" does not exist: February 2025 has 28 days; check the date"
    ),
    (
      #""booked": "2025-01-20T24:00""#,
      "facts.booked: \"2025-01-20T24:00\" names no time of day; "
        + "hours run from 00 to 23, minutes and seconds from 00 to 59"
    ),
    (
      #""booked": "yesterday""#,
      "facts.booked: \"yesterday\" is no date; write year-month-day, such as 2025-01-22"
    ),
    (
      #""booked": "2025-03-09T02:30""#,
      "facts.booked: \"2025-03-09T02:30\" does not exist: clocks were put forward over it; check the time"
    ),
    (
      #""booked": "2025-11-02T01:30""#,
      "facts.booked: \"2025-11-02T01:30\" happened twice: clocks were put back over it; "
        + "write 2025-11-02T01:30:00-05:00 or 2025-11-02T01:30:00-06:00"
    ),
    (
      #""booked": 20250120"#,
      "facts.booked: expected an instant, not 20250120; write it as a text: \"2025-01-22\" or \"2025-01-22T16:00\""
    ),
    (#""custdy": "pretrial""#, "facts.custdy: \"custdy\" is no fact of the vocabulary; did you mean \"custody\"?"),
    (
      #""judicial-warrant": true"#,
      "facts.judicial-warrant: \"judicial-warrant\" is a legal term, which each law defines, and no fact; "
        + "Laws define it differently. Ask who signed the paper and what it orders"
    ),
    (
      #""agency": "police""#,
      "facts.agency: agency is a field of the request, not a fact; move it out of the facts"
    ),
    (
      #""exigent": true"#,
      "facts.exigent: exigent is a judgement: who made it and why are recorded with it; "
        + "write {\"value\": true, \"by\": \"Sgt. Example\", \"why\": \"…\"}"
    ),
    (
      #""exigent": {"value": true, "by": " "}"#,
      "facts.exigent: exigent is a judgement: who made it and why are recorded with it, and by and why are missing; "
        + "write {\"value\": true, \"by\": \"Sgt. Example\", \"why\": \"…\"}"
    ),
  ])
  func refusesWhatIsNotOfTheType(_ fact: String, _ expected: String) {
    let mistakes = RequestFixture.mistakes(with: "\"facts\": {\(fact)}")
    #expect(mistakes.map { $0.drop { $0 != " " }.dropFirst() } == [Substring(expected)])
  }

  @Test func recordsWhoMadeAJudgementAndWhy() throws {
    let request = try RequestFixture.read(
      with: #""facts": {"exigent": {"value": false, "by": "Sgt. Example", "why": "The door was open."}}"#)
    #expect(request.facts["exigent"] == .yesNo(false))
    #expect(request.judgements["exigent"]?.by == "Sgt. Example")
    #expect(request.judgements["exigent"]?.why == "The door was open.")
  }

  @Test func tellsUpToTwentyMistakesTogether() {
    let facts = (1...25).map { "\"no-such-thing-\($0)\": 1" }.joined(separator: ", ")
    let mistakes = RequestFixture.mistakes(with: "\"facts\": {\(facts)}")
    #expect(mistakes.count == 21)
    #expect(mistakes.last == "and 5 more")
  }
}
