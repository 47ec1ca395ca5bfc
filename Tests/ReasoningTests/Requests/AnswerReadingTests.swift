import LawLanguage
import Reasoning
import Testing

/// What somebody types when a fact is asked for, put into the request.
@Suite struct AnswerReadingTests {
  private static let words = "fact weeks number of weeks  asks \"How long?\"\nfact charged code  asks \"Section?\"\n"

  private func example() throws -> ReferenceExample {
    try ReferenceExample(
      ("statute of IL", "\nlist grave of offence  cite \"1\"\n  \"5/1\" \"grave\"\n"), words: Self.words)
  }

  /// The request of a jail with a warrant and a detainer and two convictions of which nothing is known.
  private func request(_ example: ReferenceExample) -> Request {
    var request = example.request("share", papers: [.warrant, .detainer])
    request.records["convictions"] = .init(isComplete: false, records: [[:], [:]])
    return request
  }

  @Test func aPapersFieldIsSetOnThatPaperAlone() throws {
    let example = try example()
    let asked = request(example)
    let path = FactPath.paper(1, kind: "detainer", field: "served")
    let answered = try example.library.request(asked, answering: path, with: "yes")
    var expected = asked
    expected.papers[1].fields["served"] = .yesNo(true)
    #expect(answered == expected)
    let choice = FactPath.paper(1, kind: "detainer", field: "signer")
    #expect(
      try example.library.request(asked, answering: choice, with: "judge").papers[1].fields["signer"]
        == .choice("judge"))
    let absent = FactPath.paper(2, kind: "detainer", field: "served")
    #expect(try example.library.request(asked, answering: absent, with: "yes") == asked)
  }

  @Test func aRecordsFieldIsSetOnThatRecordAlone() throws {
    let example = try example()
    let asked = request(example)
    let answered = try example.library.request(
      asked, answering: .record("convictions", 1, field: "class"), with: "felony")
    #expect(answered.records["convictions"]?.records == [[:], ["class": .choice("felony")]])
    #expect(answered.records["convictions"]?.isComplete == false)
    #expect(
      try example.library.request(asked, answering: .record("convictions", 2, field: "class"), with: "felony") == asked)
    #expect(
      try example.library.request(asked, answering: .record("stays", 0, field: "start"), with: "2025-01-01") == asked)
  }

  @Test(arguments: [
    ("warm", "no", FactValue.yesNo(false)), ("custody", "free", .choice("free")), ("weeks", "3", .number(3)),
    ("booked", "2025-01-02", .date(Day(number: 20_090))), ("charged", "5/1", .code("5/1")),
    ("release-due", "2025-01-22 12:00", .instant(ReferenceExample.instant(ReferenceExample.day, hour: 12))),
  ])
  func aFactIsReadAsItsType(name: String, text: String, value: FactValue) throws {
    let example = try example()
    let asked = request(example)
    var expected = asked
    expected.facts[name] = value
    #expect(try example.library.request(asked, answering: .fact(name), with: text) == expected)
  }

  @Test func whatIsUnknownOrAWholeListLeavesTheRequest() throws {
    let example = try example()
    let asked = request(example)
    #expect(try example.library.request(asked, answering: .fact("warm"), with: "unknown") == asked)
    #expect(try example.library.request(asked, answering: .records("convictions"), with: "yes") == asked)
    #expect(try example.library.request(asked, answering: .fact("nothing"), with: "yes") == asked)
  }

  @Test func everyPathHasTheTypeOfItsWord() throws {
    let vocabulary = try example().library.vocabulary
    #expect(vocabulary.type(of: .fact("warm")) == .yesNo)
    #expect(vocabulary.type(of: .paper(0, kind: "detainer", field: "received")) == .instant)
    #expect(vocabulary.type(of: .record("convictions", 0, field: "offence")) == .code)
    #expect(vocabulary.type(of: .record("convictions", 0, field: "none")) == nil)
    #expect(vocabulary.type(of: .records("convictions")) == nil)
  }

  private func mistakes(_ path: FactPath, _ text: String, words: String = "", facts: [String: FactValue] = [:]) throws
    -> [String]
  {
    let example = try ReferenceExample(
      ("statute of IL", "\nlist grave of offence  cite \"1\"\n  \"5/1\" \"grave\"\n"), words: Self.words + words)
    return RequestFixture.mistakes {
      var asked = request(example)
      asked.facts = facts
      return try example.library.request(asked, answering: path, with: text)
    }
  }

  @Test func whatIsNotOfItsTypeIsRefused() throws {
    #expect(
      try mistakes(.fact("warm"), "maybe").first?.hasSuffix(
        "expected yes or no, not \"maybe\"; write yes, no or unknown")
        == true)
    #expect(try mistakes(.fact("charged"), "5-1").first?.contains("\"5/1\"") == true)
    #expect(try mistakes(.paper(1, kind: "detainer", field: "signer"), "jugde").first?.contains("\"judge\"") == true)
  }

  @Test func whatBreaksAConstraintIsRefused() throws {
    let words = "constraint c  when not warm or not dry  says \"Never both.\"\n"
    #expect(try mistakes(.fact("warm"), "yes", words: words, facts: ["dry": .yesNo(true)]).count == 1)
    #expect(try mistakes(.fact("warm"), "no", words: words, facts: ["dry": .yesNo(true)]) == [])
    #expect(try mistakes(.fact("warm"), "yes", words: words) == [])
  }
}
