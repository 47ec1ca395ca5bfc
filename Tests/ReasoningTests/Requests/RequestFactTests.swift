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
    for number in [1, 20] { #expect(mistakes[number - 1].contains("\"no-such-thing-\(number)\" is no fact")) }
    #expect(mistakes.last == "and 5 more")
  }

  @Test func anErrorIsALineForEachMistakeAndHowManyMore() {
    func error(_ count: Int) -> RequestError {
      RequestError((1...count).map { RequestIssue(at: .commandLine, "mistake \($0)") })
    }
    #expect(error(1).description == "the command line: mistake 1")
    #expect(error(20).omitted == 0)
    #expect(error(20).description.split(separator: "\n").last == "the command line: mistake 20")
    #expect(error(22).description.split(separator: "\n").suffix(2) == ["the command line: mistake 20", "and 2 more"])
  }

  @Test func whereAMistakeIsIsTold() {
    let places: [(RequestLocation, String)] = [
      (.file("r.json", nil), "r.json"), (.file("r.json", SourcePosition(line: 3, column: 14)), "r.json:3:14"),
      (.commandLine, "the command line"), (.answer, "your answer"), (.flag("--fact age=1"), "--fact age=1"),
    ]
    for (place, text) in places {
      #expect(RequestIssue(at: place, "it is wrong").description == "\(text): it is wrong")
    }
    #expect(
      RequestIssue(at: .answer, path: "facts.age", "it is wrong", help: "mend it").description
        == "your answer: facts.age: it is wrong; mend it")
  }

  @Test(arguments: [
    ("yes", true), ("Yes", true), ("TRUE", true), ("true", true), ("no", false), ("NO", false), ("false", false),
  ])
  func aBareWordSaysYesOrNo(word: String, expected: Bool) throws {
    #expect(try read(word: word, as: "crime-witness").facts["crime-witness"] == .yesNo(expected))
  }

  @Test func aBareWordIsReadByItsType() throws {
    #expect(try read(word: "34", as: "age").facts["age"] == .number(34))
    #expect(try read(word: "0", as: "age").facts["age"] == .number(0))
    #expect(try read(word: "1000000000", as: "age").facts["age"] == .number(1_000_000_000))
    #expect(try read(word: "pretrial", as: "custody").facts["custody"] == .choice("pretrial"))
    #expect(try read(word: "unknown", as: "custody").facts["custody"] == nil)
    for (word, expected) in [
      ("1000000001", "not 1000000001; write digits only, from 0 to 1000000000"),
      ("034", "not 034; write digits only, from 0 to 1000000000"), ("", "not nothing; write digits only, such as 34"),
      ("old", "not old; write digits only, such as 34"),
    ] {
      #expect(
        RequestFixture.mistakes { try read(word: word, as: "age") }
          == ["--fact: expected a whole number of years, \(expected)"])
    }
    #expect(
      RequestFixture.mistakes { try read(word: "perhaps", as: "crime-witness") }
        == ["--fact: expected yes or no, not \"perhaps\"; write yes, no or unknown"])
  }

  /// A request in which a flag gives the fact as a bare word.
  private func read(word: String, as fact: String) throws -> Request {
    let library = try #require(RequestFixture.library)
    let json = #"{"jurisdiction": "AA", "agency": "police", "on": "2025-01-22", "papers": ["i247a"]}"#
    var draft = try RequestDraft(json: RequestText(Array(json.utf8), from: "r.json"))
    draft.setFact(fact, to: WrittenValue(.word(word), at: .flag("--fact")))
    return try library.request(from: draft, now: RequestFixture.now)
  }
}
