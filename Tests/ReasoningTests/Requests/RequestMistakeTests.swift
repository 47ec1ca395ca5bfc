import LawLanguage
import Reasoning
import Testing

/// The mistakes of a request, each in the words in which it is told.
@Suite struct RequestMistakeTests {
  /// The mistakes without their place.
  private func mistakes(with fields: String) -> [String] {
    RequestFixture.mistakes(with: fields).map { $0.split(separator: " ", maxSplits: 1).last.map(String.init) ?? "" }
  }

  @Test(arguments: [
    (#""facts": 3"#, "facts: expected an object, not 3; write {\"NAME\": VALUE}"),
    (#""records": ["felony"]"#, "records: expected an object, not a list; write {\"NAME\": VALUE}"),
    (#""acts": 3"#, "acts: expected a list, not 3; write [\"3\"]"),
    (#""acts": {}"#, "acts: expected a list, not an object in braces; write [ACT]"),
    (#""acts": [3]"#, "acts[0]: expected the name of an act, not 3"),
    (#""acts": ["hold", null]"#, "acts[1]: expected the name of an act, not null"),
    (#""capacity": true"#, "capacity: expected a text, not true"),
    (#""county": "Lake""#, "county: a request has no such field; did you mean \"locality\"?"),
    (#""day": "Lake""#, "day: a request has no such field; did you mean \"on\"?"),
    (
      #""colour": "red""#,
      "colour: a request has no such field; the fields are jurisdiction, agency, locality, acting-for, capacity, on, "
        + "at, asked, decided, acts, papers, facts, records; facts stand under \"facts\""
    ),
    (
      #""facts": {"age": 20}, "records": {"age": 21}"#,
      "records.age: is written twice, first at r.json:1:100 as facts.age; keep one of the two"
    ),
    (
      #""facts": {"convictionz[0].class": "felony"}"#,
      "facts.convictionz[0].class: \"convictionz\" is no list of records of the vocabulary; "
        + "did you mean \"convictions\"?"
    ),
    (
      #""facts": {"convictions": [{}], "convictions[0].clas": "felony"}"#,
      "facts.convictions[0].clas: \"clas\" is no field of a conviction of the vocabulary; did you mean \"class\"?"
    ),
    (
      #""facts": {"convictions": [{}], "convictions[1].class": "felony"}"#,
      "facts.convictions[1].class: the request has 1 convictions, and the first is convictions[0]; "
        + "add the record with convictions+={…}"
    ),
    (
      #""facts": {"convictions[0].class": "felony"}"#,
      "facts.convictions[0].class: the request has 0 convictions, and the first is convictions[0]; "
        + "add the record with convictions+={…}"
    ),
    (
      #""facts": {"convictions": [{}], "convictions[0].class": "felon"}"#,
      "facts.convictions[0].class: expected felony or misdemeanor, not \"felon\"; did you mean \"felony\"?"
    ),
    (
      #""facts": {"convictions[-1].class": "felony"}"#,
      "facts.convictions[-1].class: \"convictions[-1].class\" is no fact of the vocabulary; "
        + "`tenth law schema` lists them all"
    ),
    (
      #""facts": {"convictions[0]class": "felony"}"#,
      "facts.convictions[0]class: \"convictions[0]class\" is no fact of the vocabulary; "
        + "`tenth law schema` lists them all"
    ),
    (
      #""facts": {"convictions]0[.class": "felony"}"#,
      "facts.convictions]0[.class: \"convictions]0[.class\" is no fact of the vocabulary; "
        + "`tenth law schema` lists them all"
    ),
    (
      #""facts": {"convictions": {"at-least": 3}}"#,
      "facts.convictions.at-least: expected a list, not 3; write {\"at-least\": [{…}]}"
    ),
    (
      #""facts": {"convictions": {"at-least": [], "at-most": []}}"#,
      "facts.convictions: expected a list of records, not an object; "
        + "write [{…}] for exactly these records, or {\"at-least\": [{…}]} if there may be more"
    ),
    (
      #""facts": {"i247a.sealed": true}"#,
      "facts.i247a.sealed: \"sealed\" is no field of a paper of the vocabulary; write signer, received or form-complete"
    ),
    (
      #""facts": {"i247a.signer": "clerk"}"#,
      "facts.i247a.signer: expected judge or immigration-officer, not \"clerk\"; write judge or immigration-officer"
    ),
    (
      #""facts": {"exigent": {"value": true, "by": "Sgt. Example", "why": "Fire.", "when": "now"}}"#,
      "facts.exigent.when: a judgement has no such field; "
        + "write {\"value\": true, \"by\": \"Sgt. Example\", \"why\": \"…\"}"
    ),
    (
      #""facts": {"exigent": {"by": "Sgt. Example", "why": "Fire."}}"#,
      "facts.exigent: exigent is a judgement: who made it and why are recorded with it, and value is missing; "
        + "write {\"value\": true, \"by\": \"Sgt. Example\", \"why\": \"…\"}"
    ),
    (
      #""facts": {"exigent": {"value": "so", "by": "Sgt. Example", "why": "Fire."}}"#,
      "facts.exigent: expected true or false, not the text \"so\"; write true, false, or null for what is not known"
    ),
    (
      #""facts": {"crime-witness": []}"#,
      "facts.crime-witness: expected true or false, not a list; write true, false, or null for what is not known"
    ),
    (
      #""facts": {"custody": ["free"]}"#,
      "facts.custody: expected pretrial or sentenced, not a list; write one of them as a text"
    ),
    (
      #""facts": {"age": "old"}"#,
      "facts.age: expected a whole number of years, not the text \"old\"; write digits only, such as 34"
    ),
    (
      #""facts": {"convictions": [{"offence": "  "}]}"#,
      "facts.convictions[0].offence: expected a section of a code, not an empty text; "
        + "write it as the code does, such as \"720 ILCS 5/9-1\""
    ),
    (
      #""facts": {"convictions": [{"offence": 12}]}"#,
      "facts.convictions[0].offence: expected a section of a code, not 12; "
        + "write it as the code does, such as \"720 ILCS 5/9-1\""
    ),
  ])
  func isToldInItsOwnWords(fields: String, expected: String) {
    #expect(mistakes(with: fields) == [expected])
  }

  @Test(arguments: [
    (#"[3]"#, "papers[0]: expected a paper, not 3; write its kind, \"i247a\", or {\"kind\": \"i247a\", …}"),
    (#"[null]"#, "papers[0]: expected a paper, not null; write its kind, \"i247a\", or {\"kind\": \"i247a\", …}"),
    (#"["i200", {"kind": []}]"#, "papers[1].kind: expected a kind of paper, not a list"),
    (#"[{"kind": "i247"}]"#, "papers[0].kind: \"i247\" is no paper of the vocabulary; did you mean \"i247a\"?"),
    (
      #"[{"kind": "i247a", "received": "noon"}]"#,
      "papers[0].received: \"noon\" is no date; write year-month-day, such as 2025-01-22"
    ),
  ])
  func aPaperIsToldToBeNone(papers: String, expected: String) {
    #expect(
      RequestFixture.mistakes(
        #"{"jurisdiction": "AA", "agency": "police", "on": "2025-01-22", "acts": [], "papers": \#(papers)}"#
      ).map { $0.split(separator: " ", maxSplits: 1).last.map(String.init) } == [expected])
  }

  @Test func ofTwoPapersOfAKindItMustBeSaidWhoseFieldItIs() {
    #expect(
      RequestFixture.mistakes(
        #"{"jurisdiction": "AA", "agency": "police", "on": "2025-01-22", "papers": ["i247a", "i247a"], "#
          + #""facts": {"i247a.form-complete": true}}"#
      ).map { $0.split(separator: " ", maxSplits: 1).last.map(String.init) } == [
        "facts.i247a.form-complete: 2 papers of the kind i247a are offered: whose form-complete?; "
          + "write the fields of each under \"papers\" in a request file"
      ])
  }

  @Test func nullIsNothing() throws {
    let request = try RequestFixture.read(
      with: #""acts": null, "facts": null, "records": null, "locality": null, "asked": null"#)
    #expect(request.acts == ["hold", "notify-release"])
    #expect(request.facts.isEmpty)
    #expect(request.agency.locality == nil)
    #expect(request.askedDay == request.day)
  }

  @Test func anActAskedTwiceIsAskedOnce() throws {
    #expect(try RequestFixture.read(with: #""acts": ["transfer", "hold", "transfer"]"#).acts == ["transfer", "hold"])
  }

  @Test func oneRequestHoldsSoMuchAndNoMore() throws {
    func facts(_ count: Int) -> String {
      "\"facts\": {" + (0..<count).map { "\"f\($0)\": null" }.joined(separator: ", ") + "}"
    }
    func records(_ count: Int) -> String {
      "\"facts\": {\"convictions\": [" + Array(repeating: "{}", count: count).joined(separator: ", ") + "]}"
    }
    func acts(_ count: Int) -> String {
      "\"acts\": [" + Array(repeating: "\"hold\"", count: count).joined(separator: ", ") + "]"
    }
    #expect(mistakes(with: acts(100)) == [])
    #expect(
      mistakes(with: acts(101)) == [
        "acts: a request may have 100 acts, and this one has 101; divide it into several requests"
      ])
    #expect(mistakes(with: facts(500)).first?.contains("is no fact of the vocabulary") == true)
    #expect(
      mistakes(with: facts(501)) == [
        "facts: a request may have 500 facts, and this one has 501; give what the law asks for and nothing else"
      ])
    #expect(try RequestFixture.read(with: records(200)).records["convictions"]?.records.count == 200)
    #expect(
      mistakes(with: records(201)) == [
        "facts.convictions: a list may have 200 records, and this one has 201; give those that the law asks for"
      ])
  }

  @Test func sixteenPapersAreOfferedAndNoMore() throws {
    func request(_ count: Int) -> String {
      let papers = Array(repeating: "\"i247a\"", count: count).joined(separator: ", ")
      return #"{"jurisdiction": "AA", "agency": "police", "on": "2025-01-22", "papers": [\#(papers)]}"#
    }
    #expect(try RequestFixture.read(request(16)).papers.count == 16)
    #expect(
      RequestFixture.mistakes(request(17)).map { $0.split(separator: " ", maxSplits: 1).last.map(String.init) }
        == ["papers: a request may have 16 papers, and this one has 17; divide it into several requests"])
  }

  // MARK: - Flags

  /// A request of flags over a file that names one list; `words` gives facts by flags.
  private func read(
    _ file: String = "", _ change: (inout RequestDraft) -> Void
  ) throws -> Request {
    let library = try #require(RequestFixture.library)
    let json = #"{"jurisdiction": "AA", "agency": "police", "on": "2025-01-22", "papers": ["i247a"]\#(file)}"#
    var draft = try RequestDraft(json: RequestText(Array(json.utf8), from: "r.json"))
    change(&draft)
    return try library.request(from: draft, now: RequestFixture.now)
  }

  private let flag = RequestLocation.flag("--fact")
  private var felony: WrittenValue {
    let member = WrittenValue.Member(
      name: "class", location: flag, value: WrittenValue(.word("felony"), at: flag))
    return WrittenValue(.object([member]), at: flag)
  }

  @Test func aFlagAddsARecordAndCloses() throws {
    let felon: [String: FactValue] = ["class": .choice("felony")]
    let list = #", "facts": {"convictions": [{}]}"#
    #expect(
      try read { $0.addRecord(felony, to: "convictions") }.records["convictions"]
        == Request.RecordList(isComplete: false, records: [felon]))
    #expect(
      try read(list) { $0.addRecord(felony, to: "convictions") }.records["convictions"]
        == Request.RecordList(isComplete: false, records: [[:], felon]))
    #expect(
      try read(list) {
        $0.addRecord(felony, to: "convictions")
        $0.closeList("convictions", at: flag)
      }.records["convictions"] == Request.RecordList(isComplete: true, records: [[:], felon]))
    #expect(
      try read {
        $0.closeList("convictions", at: flag)
        $0.addRecord(felony, to: "convictions")
        $0.setFact("convictions", to: WrittenValue(.list([]), at: flag))
      }.records["convictions"] == Request.RecordList(isComplete: true, records: [felon]))
  }

  @Test func aFlagStandsInPlaceOfTheFile() throws {
    let request = try read(#", "facts": {"age": 17, "custody": "pretrial"}"#) {
      $0.setFact("age", to: WrittenValue(.word("20"), at: flag))
    }
    #expect(request.facts == ["age": .number(20), "custody": .choice("pretrial")])
  }

  @Test func aSingleFactIsNoList() {
    #expect(
      RequestFixture.mistakes { try read { $0.addRecord(felony, to: "age") } }
        == ["--fact: age is a single fact, not a list; write age=VALUE"])
    #expect(
      RequestFixture.mistakes { try read { $0.closeList("custody", at: flag) } }
        == ["--fact: expected pretrial or sentenced, not \"complete\"; write pretrial or sentenced"])
  }

  @Test func aFlagIsToldByItself() {
    func mistakes(_ name: String, _ content: WrittenValue.Content) -> [String] {
      RequestFixture.mistakes { try read { $0.setFact(name, to: WrittenValue(content, at: flag)) } }
    }
    #expect(mistakes("agency", .word("x")) == ["--fact: agency is a field of the request, not a fact; use --agency"])
    #expect(
      mistakes("convictions", .word("some")) == [
        "--fact: convictions: expected a list of records, not \"some\"; "
          + "write convictions+={…} to add one, convictions=none, =complete or =unknown"
      ])
    #expect(
      mistakes("exigent", .word("yes")) == [
        "--fact: exigent is a judgement: who made it and why are recorded with it; "
          + "write --fact 'exigent={value: yes, by: \"Sgt. Example\", why: \"…\"}'"
      ])
    #expect(
      mistakes("i247a.signer", .word("x")) == [
        "--fact: i247a.signer: expected judge or immigration-officer, not \"x\"; write judge or immigration-officer"
      ])
  }
}
