import LawLanguage
import Reasoning
import Testing

/// Lists of records and the fields of papers.
@Suite struct RequestRecordTests {
  @Test func aListIsExactlyWhatItHolds() throws {
    let request = try RequestFixture.read(with: #""facts": {"convictions": [{"class": "felony"}, {}]}"#)
    #expect(
      request.records["convictions"]
        == Request.RecordList(isComplete: true, records: [["class": .choice("felony")], [:]]))
  }

  @Test func atLeastLeavesRoomForMore() throws {
    let request = try RequestFixture.read(
      with: #""records": {"convictions": {"at-least": [{"convicted-on": "2019-03-01"}]}}"#)
    let list = request.records["convictions"]
    #expect(list?.isComplete == false)
    #expect(list?.records == [["convicted-on": Day("2019-03-01").map(FactValue.date)].compactMapValues(\.self)])
  }

  @Test(arguments: [#""none""#, "[]"])
  func noneIsCompleteAndEmpty(_ written: String) throws {
    let request = try RequestFixture.read(with: "\"facts\": {\"convictions\": \(written)}")
    #expect(request.records["convictions"] == Request.RecordList(isComplete: true, records: []))
  }

  @Test(arguments: [
    (
      #"{"class": "felony"}"#,
      "facts.convictions: expected a list of records, not an object; "
        + "write [{…}] for exactly these records, or {\"at-least\": [{…}]} if there may be more"
    ),
    (
      #"["felony"]"#,
      "facts.convictions[0]: expected a conviction, not the text \"felony\"; "
        + "write {\"offence\": …, \"class\": …, \"convicted-on\": …}"
    ),
    (
      #"[{}, {"klass": "felony"}]"#,
      "facts.convictions[1].klass: \"klass\" is no field of a conviction of the vocabulary; did you mean \"class\"?"
    ),
    (
      #"{"at-least": [{"class": "felon"}]}"#,
      "facts.convictions.at-least[0].class: expected felony or misdemeanor, not \"felon\"; did you mean \"felony\"?"
    ),
    (
      #"true"#,
      "facts.convictions: expected a list of records, not true; "
        + "write [{…}] for exactly these records, {\"at-least\": [{…}]}, \"none\" or \"unknown\""
    ),
    (
      #"[{"convicted-on": "2030-01-01"}]"#,
      "facts.convictions[0].convicted-on: A conviction cannot lie in the future; "
        + "convicted-on is 2030-01-01, decided is 2025-01-22"
    ),
    (
      #"[{"convicted-on": "2019-02-29"}]"#,
      "facts.convictions[0].convicted-on: \"2019-02-29\" does not exist: February 2019 has 28 days; check the date"
    ),
  ])
  func refusesAListThatIsNone(_ list: String, _ expected: String) {
    let mistakes = RequestFixture.mistakes(with: "\"facts\": {\"convictions\": \(list)}")
    #expect(mistakes.map { $0.drop { $0 != " " }.dropFirst() } == [Substring(expected)])
  }

  @Test func anUnknownCodeIsUnknownWhateverSpaceIsAroundIt() throws {
    let request = try RequestFixture.read(with: #""facts": {"convictions": [{"offence": " unknown\t"}]}"#)
    #expect(request.records["convictions"]?.records == [[:]])
  }

  @Test func refusesAReleaseBeforeTheBooking() {
    let facts = #""facts": {"booked": "2025-01-20T08:00", "released": "2025-01-18T10:00"}"#
    #expect(
      RequestFixture.mistakes(with: facts) == [
        "r.json:1:142: facts.released: A release cannot come before the booking; "
          + "released is 2025-01-18T10:00:00-06:00, booked is 2025-01-20T08:00:00-06:00"
      ])
  }

  @Test func readsThePapersWithTheirFieldsAndWhatTheirKindFixes() throws {
    let request = try RequestFixture.read(
      """
      {"jurisdiction": "AA", "agency": "county-jail", "on": "2025-01-22",
       "papers": [{"kind": "i247a", "received": "2025-01-22T09:00", "form-complete": true}, "i200"]}
      """)
    #expect(request.papers.map(\.kind) == ["i247a", "i200"])
    #expect(request.papers[0].fields["form-complete"] == .yesNo(true))
    #expect(request.papers[0].fields["received"] == .instant(Instant(seconds: 1_737_558_000)))
    #expect(request.papers[1].fields == ["signer": .choice("immigration-officer")])
    #expect(request.acts == ["hold", "notify-release"])
  }

  @Test func readsAFieldOfAPaperAsAQuestionNamesIt() throws {
    let request = try RequestFixture.read(with: #""facts": {"i247a.form-complete": true}"#)
    #expect(request.papers[0].fields["form-complete"] == .yesNo(true))
  }

  @Test func readsAFieldOfARecordAsAQuestionNamesIt() throws {
    let request = try RequestFixture.read(
      with: #""facts": {"convictions[1].class": "felony", "convictions": [{}, {}]}"#)
    #expect(request.records["convictions"]?.records == [[:], ["class": .choice("felony")]])
  }

  @Test(arguments: [
    (#"["i247b"]"#, "papers[0]: \"i247b\" is no paper of the vocabulary; did you mean \"i247a\"?"),
    (#"[{"signer": "judge"}]"#, "papers[0]: a paper needs a kind; write {\"kind\": \"i247a\", …}"),
    (
      #"[{"kind": "i200", "signer": "judge"}]"#,
      "papers[0].signer: Form I-200, warrant for arrest of alien always has signer immigration-officer, not judge; "
        + "check the kind of paper, or leave the field out"
    ),
    (
      #"[{"kind": "i247a", "singer": "judge"}]"#,
      "papers[0].singer: \"singer\" is no field of a paper of the vocabulary; did you mean \"signer\"?"
    ),
    (#""i247a""#, "papers: expected a list, not the text \"i247a\"; write [\"i247a\"]"),
  ])
  func refusesAPaperThatIsNone(_ papers: String, _ expected: String) {
    let mistakes = RequestFixture.mistakes(
      #"{"jurisdiction": "AA", "agency": "police", "on": "2025-01-22", "acts": [], "papers": \#(papers)}"#)
    #expect(mistakes.map { $0.drop { $0 != " " }.dropFirst() } == [Substring(expected)])
  }

  @Test func refusesAFieldOfAPaperThatIsNotOffered() {
    #expect(
      RequestFixture.mistakes(with: #""facts": {"i200.received": "2025-01-22T08:00"}"#) == [
        "r.json:1:100: facts.i200.received: no i200 is offered, so it has no received; "
          + "add --instrument i200, or leave the fact out"
      ])
  }
}
