import LawLanguage
import Testing

/// Errors to the letter: what they say, what they underline, what they advise.
@Suite struct ParserErrorTests {
  private func found(_ law: String) -> [Finding] { findings(in: document(law: law)) }

  @Test(arguments: [
    ("shall", "write `must` for `shall`"), ("can", "write `may` for `can`"), ("mst", "did you mean `must`?"),
  ])
  func anotherModalVerbIsExplained(word: String, help: String) {
    #expect(
      found("rule r cite \"1\" unverified\n  police \(word) hold") == [
        Finding(
          .unexpectedText, "expected `must`, `must not`, `may` or `has authority to`, found `\(word)`", help: help,
          underlined: word)
      ])
  }

  @Test func aMistypedClauseIsSuggested() {
    #expect(
      found("rule r cite \"1\" unverified\n  police must hold\n    wehn x") == [
        Finding(
          .unexpectedText, "expected another part of this `rule`, or a new declaration, found `wehn`",
          help: "did you mean `when`?", underlined: "wehn")
      ])
  }

  @Test func aMistypedDeclarationIsSuggested() {
    #expect(
      found("rulee r cite \"1\"\n  police must hold\nagency b \"b\"") == [
        Finding(
          .unexpectedText, "expected a declaration, found `rulee`", help: "did you mean `rule`?", underlined: "rulee")
      ])
  }

  @Test func aMistypedPartOfTheHeadIsSuggested() {
    #expect(
      found("rule r cite \"1\" verfied \"x\"\n  police must hold") == [
        Finding(
          .unexpectedText, "expected a part of the head, found `verfied`", help: "did you mean `verified`?",
          underlined: "verfied")
      ])
  }

  @Test func aReservedWordIsNoName() {
    #expect(
      found("rule when cite \"1\" unverified police must hold") == [
        Finding(
          .reservedWord, "`when` is a word of the language and cannot be a name", help: "give the rule another name",
          underlined: "when")
      ])
    #expect(
      found("rule r cite \"1\" unverified police must hold when any") == [
        Finding(.unexpectedText, "expected a kind of record, found the end of the block", underlined: "")
      ])
    #expect(
      found("rule r cite \"1\" unverified police must unless") == [
        Finding(
          .unexpectedText, "expected an act, found `unless`",
          help: "`unless` is a word of the language and cannot be a name", underlined: "unless")
      ])
  }

  @Test func andBesideOrNeedsBrackets() {
    #expect(
      found("define d cite \"1\" when x and y or z and w") == [
        Finding(
          .mixedAndOr, "`and` and `or` side by side need brackets",
          help: "say which belong together: `(a and b) or c`, or `a and (b or c)`", underlined: "or",
          related: ["the `and` beside it: and"])
      ])
    #expect(found("define d cite \"1\" when (x and y) or (z and w)") == [])
  }

  @Test func whereTakesOneTest() {
    #expect(
      found("rule r cite \"1\" unverified police must hold\n  on a paper in i200 where served and x") == [
        Finding(
          .unexpectedText, "expected a clause, found `and`", help: "`where` takes one test, or one pair of brackets",
          underlined: "and")
      ])
  }

  @Test func aNegatedComparisonIsSaidTheOtherWayRound() {
    #expect(
      found("define d cite \"1\" when age is not at least 18") == [
        Finding(
          .unexpectedText, "expected a value, found `at`",
          help: "negate the whole test, as in `not age is over 18`, or say the opposite, as in `is at most 18`",
          underlined: "at")
      ])
  }

  @Test func aDateIsComparedByOrder() {
    #expect(
      found("define d cite \"1\" when booked is 2025-01-01") == [
        Finding(
          .unexpectedText, "expected a value, found `2025-01-01`",
          help: "a date is compared by `is on or after`, `is on or before`, `is before`, `is after`",
          underlined: "2025-01-01")
      ])
  }

  @Test func aWindowIsBoundToADateOfTheRequest() {
    #expect(
      found("rule r cite \"1\" unverified police must hold until 2025-01-01") == [
        Finding(
          .unexpectedText, "expected the name of a date, found `2025-01-01`",
          help: "a clock runs from a fact, or from `asked`, `decided` or `acted`", underlined: "2025-01-01")
      ])
  }

  @Test func aSecondDueIsAnError() {
    #expect(
      found("rule r cite \"1\" unverified police must hold due without delay due before asked") == [
        Finding(
          .unexpectedText, "there is more than one `due` here", help: "keep one of them",
          underlined: "due before asked",
          related: ["the first is here: due without delay"])
      ])
  }

  @Test func aTypeIsSuggested() {
    #expect(
      found("fact x yesno asks \"q\"") == [
        Finding(.unexpectedText, "expected a type, found `yesno`", help: "did you mean `yes-no`?", underlined: "yesno")
      ])
  }

  @Test func aHolidayIsADayThatExists() {
    #expect(
      found("calendar c cite \"1\" june 31 \"x\"") == [
        Finding(.badLiteral, "there is no june 31", help: "write a day that exists", underlined: "june 31")
      ])
    #expect(found("calendar c cite \"1\" first munday of may \"x\"").map(\.help) == ["did you mean `monday`?"])
  }

  @Test func bracketsNestSoDeepAndNoDeeper() {
    func nested(_ depth: Int) -> [Finding] {
      let open = String(repeating: "(", count: depth)
      return found("define d cite \"1\" when \(open)x\(String(repeating: ")", count: depth))")
    }
    #expect(nested(63) == [])
    #expect(
      nested(5000) == [
        Finding(
          .tooLarge, "brackets and negations are nested more than 64 deep",
          help: "define a part of the condition by a name of its own", underlined: "(")
      ])
    #expect(found("define d cite \"1\" when " + String(repeating: "not ", count: 5000) + "x").count == 1)
    let unless = String(repeating: "(unless x cite \"1\" ", count: 5000)
    #expect(found("rule r cite \"1\" unverified police must hold unless x cite \"1\" \(unless)").count == 1)
  }

  @Test func oneFileReportsManyErrorsAndNoCascade() {
    let law = """
      rule a cite "1" unverified
        police must
          unless x cite "2"
      rule b cite "1" unverified
        police shall hold
          when and or not
          only after
      records convictions each conviction
        field x nonsense
        field y date
      list c cite "1"
        one, two,
      agency d "d"
      fact e yes-no aks "q"
      agency f "f"
      """
    #expect(found(law).map(\.underlined) == ["unless", "shall", "nonsense", "agency", "aks"])
  }

  @Test func anIndentedWordOfADeclarationStartsNoDeclarationAfterAnError() {
    let law = "jurisdiction IL \"Illinois\" zone\n  , circuit ca7\n  circuit ca8\nagency d \"d\""
    #expect(found(law).map(\.underlined) == [","])
  }

  @Test func aCaseReportsEachLineOnce() {
    let body = """
      on 2025-01-22 a jail in IL is asked to hold
      given age is 3 years
      given x by "Sgt. Example"
      expect mst hold
      expect may hold, granted
      expect must hold
      """
    #expect(
      findings(in: document(case: body)) == [
        Finding(
          .unexpectedText, "expected `,`, found `a`",
          help: "begin as in `on 2025-01-22, a county-jail in IL is asked to hold`", underlined: "a"),
        Finding(
          .unexpectedText, "a number that is given has no unit", help: "it is in the fact's own unit",
          underlined: "years"),
        Finding(.unexpectedText, "expected `why`, found `expect`", underlined: "expect"),
        Finding(
          .unexpectedText, "expected what is expected, found `mst`", help: "did you mean `must`?", underlined: "mst"),
        Finding(
          .unexpectedText, "expected the basis of the answer, found the end of the block",
          help:
            "it is one of `commanded`, `forbidden`, `authority-denied`, `no-authority-found`, `outside-window`, `granted`, `exempted`, `silent`, `opposed`, `basis-open`",
          underlined: ""),
      ])
  }

  @Test func theTitleOfACaseIsItsFence() {
    #expect(
      findings(in: document(case: "on 2025-01-22, a jail in IL is asked nothing", info: "case \"t\" source \"x\"")) == [
        Finding(
          .unexpectedText, "expected `official \"…\"` or `derived \"…\"`, found `source`",
          help: "a case opens as ```case \"title\" official \"source\"", underlined: "source")
      ])
  }

  @Test func atMostTwoHundredFindingsAreReported() {
    #expect(found(String(repeating: "agency ; \n", count: 500)).count == LawParser.mostDiagnostics)
  }
}
