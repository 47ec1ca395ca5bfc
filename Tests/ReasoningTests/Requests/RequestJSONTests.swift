import LawLanguage
import Reasoning
import Testing

/// What the JSON reader refuses, and where it says the mistake is.
@Suite struct RequestJSONTests {
  @Test(arguments: [
    ("[1, 2", "r.json:1:6: expected a comma or ] after a value of the list, not the end of the file"),
    ("{\"a\" 1}", "r.json:1:6: expected a colon after \"a\", not \"1\""),
    ("{\"a\": 1 \"b\": 2}", "r.json:1:9: expected a comma or } after the value of \"a\", not \"\"\""),
    ("{\"a\": 1,}", "r.json:1:9: expected a field's name in double quotes, not \"}\"; remove the comma before it"),
    ("{\"a\": [1,]}", "r.json:1:10: expected a value, not \"]\"; remove the comma before it"),
    ("{\"a\": }", "r.json:1:7: expected a value for \"a\", not \"}\""),
    ("{a: 1}", "r.json:1:2: expected a field's name in double quotes, not \"a\""),
    ("{'a': 1}", "r.json:1:2: expected a field's name in double quotes, not \"'\"; write \" instead of '"),
    ("{\"a\": 'b'}", "r.json:1:7: JSON texts stand in double quotes; write \" instead of '"),
    ("{\n  \"a\": True\n}", "r.json:2:8: True is no JSON value; write true"),
    ("{\"a\": no}", "r.json:1:7: no is no JSON value; write false"),
    ("{\"a\": hold}", "r.json:1:7: hold is no JSON value; write texts in double quotes: \"hold\""),
    (
      "{\"on\": 2025-01-22}",
      "r.json:1:8: 2025-01-22 is no JSON value; write dates and other texts in double quotes: \"2025-01-22\""
    ),
    ("{\"a\": 01}", "r.json:1:7: 01 is no JSON value; write dates and other texts in double quotes: \"01\""),
    ("{\"a\": \"b}", "r.json:1:7: the quotes opened here are never closed"),
    (
      "{\"a\": \"b\nc\"}", #"r.json:1:7: a text ends on its own line; close the quotes, or write \n for a line break"#
    ),
    ("{\"a\": \"\\q\"}", #"r.json:1:8: \q is no escape of JSON; write \\ for a backslash"#),
    ("{\"a\": \"\\ud800\"}", #"r.json:1:8: expected four hexadecimal digits of a character after \u"#),
    ("{} {}", "r.json:1:4: expected the end of the file, not \"{\"; write one JSON object"),
    ("hello", "r.json:1:1: hello is no JSON value; write texts in double quotes: \"hello\""),
  ])
  func refusesWhatIsNotJSON(_ json: String, _ expected: String) {
    #expect(RequestFixture.mistakes(json) == [expected])
  }

  @Test(arguments: [
    "-1", "-0", "0.25", "1.5", "10.05", "1e2", "1E2", "1e+2", "1E-20", "-1.5e+10", "0e1", "100000000000",
  ])
  func everyNumberOfJSONIsOneThoughNoAge(number: String) {
    #expect(
      RequestFixture.mistakes(with: "\"facts\": {\"age\": \(number)}") == [
        "r.json:1:107: facts.age: expected a whole number of years, not \(number); "
          + "write digits only, from 0 to 1000000000"
      ])
  }

  @Test(arguments: [
    "01", "00", "-01", "1.", "1.e2", "1e", "1e+", "1E-", "-", "-a", "1.2.3", "1e2e3", "1e2.5", "1+1", "1-1", "2e+-1",
    "12a", "0x10", "1_000",
  ])
  func whatOnlyLooksLikeANumberIsRefused(number: String) throws {
    let mistake = try #require(RequestFixture.mistakes(with: "\"facts\": {\"age\": \(number)}").first)
    #expect(mistake.hasPrefix("r.json:1:107: ") || mistake.hasPrefix("r.json:1:108: "))
    #expect(!mistake.contains("whole number"))
  }

  @Test(arguments: [
    (#""\ud83d""#, 8), (#""\ud83dx""#, 8), (#""\ud83d\n""#, 8), (#""\ud83d\u0041""#, 8), (#""\ud83d\ud83d""#, 8),
    (#""\udc00""#, 8), (#""\u12""#, 8), (#""\u12g4""#, 8), (#""\u""#, 8),
  ])
  func halfACharacterIsRefused(text: String, column: Int) {
    #expect(
      RequestFixture.mistakes("{\"a\": \(text)}") == [
        #"r.json:1:\#(column): expected four hexadecimal digits of a character after \u"#
      ])
  }

  @Test func aControlCharacterInATextIsRefused() {
    #expect(
      RequestFixture.mistakes("{\"a\": \"b\u{1F}c\"}") == [
        #"r.json:1:9: a control character stands in a text; remove it, or write it as \u00.."#
      ])
  }

  @Test func everyEscapeIsRead() throws {
    let request = try RequestFixture.read(
      with: #""facts": {"exigent": {"value": true, "by": "\"\\\/", "why": "a\b\f\n\r\t\u00e9\uD83D\uDE00b"}}"#)
    #expect(
      request.judgements["exigent"]
        == Request.JudgementRecord(by: "\"\\/", why: "a\u{8}\u{C}\n\r\té😀b"))
  }

  @Test func countsColumnsInCharacters() {
    #expect(
      RequestFixture.mistakes("{\"agéncy\": nope}") == [
        "r.json:1:12: nope is no JSON value; write texts in double quotes: \"nope\""
      ])
  }

  @Test func refusesAFieldWrittenTwiceAndShowsBothPlaces() {
    let json = """
      {"jurisdiction": "AA", "agency": "police",
       "facts": {"age": 20,
                 "age": 17},
       "agency": "county-jail"}
      """
    #expect(
      RequestFixture.mistakes(json) == [
        "r.json:3:12: \"age\" is written twice, first at r.json:2:12; keep one of the two",
        "r.json:4:2: \"agency\" is written twice, first at r.json:1:24; keep one of the two",
      ])
  }

  @Test func readsEscapesAsTheCharactersTheyStandFor() throws {
    let request = try RequestFixture.read(
      with: #""facts": {"convictions": [{"offence": "720 \u0049LCS \ud83d\ude00 5\/9-1"}]}"#)
    #expect(request.records["convictions"]?.records.first?["offence"] == .code("720 ILCS 😀 5/9-1"))
  }

  @Test func readsSixtyFourLevelsAndRefusesSixtyFive() {
    func nested(_ depth: Int) -> String {
      String(repeating: "[", count: depth) + String(repeating: "]", count: depth)
    }
    #expect(
      RequestFixture.mistakes(nested(64)) == [
        "r.json:1:1: expected an object with the fields of a request, not a list; "
          + "write the fields in braces, as `tenth law schema` describes them"
      ])
    #expect(
      RequestFixture.mistakes(nested(65)) == [
        "r.json:1:65: a request may be nested 64 deep, and this goes deeper; "
          + "a request needs four levels: facts, a list of records, a record, its field"
      ])
    #expect(RequestFixture.mistakes(nested(500_000)).count == 1)
  }

  @Test func showsNoControlCharactersOfARequestOnATerminal() {
    #expect(
      RequestFixture.mistakes(with: #""facts": {"cust\u001b[2Jody": "x"}"#) == [
        "r.json:1:100: facts.cust\\u{1b}[2Jody: \"cust\\u{1b}[2Jody\" is no fact of the vocabulary; "
          + "`tenth law schema` lists them all"
      ])
  }
}
