import FuzzProperties
import LawLanguage
import Testing

@Suite struct LexerTests {
  /// The findings in a place where a number is expected.
  private func number(_ literal: String) -> [Finding] {
    findings(in: document(law: "define d cite \"1\"\n  when age is at least \(literal)"))
  }

  private func day(_ literal: String) -> [Finding] {
    findings(in: document(law: "define d cite \"1\" in force from \(literal)\n  when x"))
  }

  @Test func aDayThatDoesNotExistIsAnError() {
    #expect(
      day("2025-02-30") == [
        Finding(.badLiteral, "there is no day `2025-02-30`", help: "write a day that exists", underlined: "2025-02-30")
      ])
    #expect(day("2024-02-29") == [])
  }

  @Test(arguments: ["2025-2-3", "22-01-2025", "2025/01/22"])
  func aDayIsWrittenInOneWay(literal: String) {
    #expect(
      day(literal) == [
        Finding(
          .badLiteral, "`\(literal)` is not a day", help: "write year, month and day as `2025-01-22`",
          underlined: literal)
      ])
  }

  @Test func numbersAreWhole() {
    #expect(
      number("12.5") == [
        Finding(
          .badLiteral, "`12.5` is not a whole number", help: "use a smaller unit, or round as the law says",
          underlined: "12.5")
      ])
    #expect(
      number("1,000") == [
        Finding(
          .badLiteral, "a number has no commas", help: "write its digits without a break", underlined: "1,000")
      ])
    #expect(
      number("1000000000") == [
        Finding(
          .badLiteral, "this number is too large", help: "a number has at most nine digits", underlined: "1000000000")
      ])
    #expect(number("999999999") == [])
  }

  @Test func aNumberIsNotNegative() {
    #expect(
      number("-5") == [
        Finding(
          .badLiteral, "there are no negative numbers", help: "say it the other way round, with `before` or `under`",
          underlined: "-")
      ])
  }

  @Test(arguments: ["24:00", "9:30", "12:60", "12:30:00"])
  func aTimeOfDayIsWrittenInOneWay(literal: String) {
    #expect(
      findings(in: document(case: "on 2025-01-22 at \(literal), a jail in IL is asked nothing")) == [
        Finding(
          .badLiteral, "`\(literal)` is not a time of day", help: "write hours and minutes as `09:30`, up to `23:59`",
          underlined: literal)
      ])
  }

  @Test func aTextEndsOnItsLine() {
    #expect(
      findings(in: document(law: "agency a \"a jail\nagency b \"b\"")) == [
        Finding(
          .badLiteral, "this text is never closed", help: "close it with `\"` on the same line",
          underlined: "\"a jail")
      ])
  }

  @Test func aQuoteWithinATextIsEscaped() {
    let file = document(law: #"agency a "a \"jail\" or C:\\""#)
    #expect(findings(in: file) == [])
    #expect(shape(of: file).contains(#"title a "jail" or C:\"#))
    #expect(findings(in: document(law: #"agency a "a\n""#)).map(\.underlined) == ["\\"])
  }

  @Test func typographicQuotesAreOneError() {
    #expect(
      findings(in: document(law: "agency a “a jail” \nagency b \"b\"")) == [
        Finding(
          .badLiteral, "a text stands between straight quotes", help: "write `\"` before and after it",
          underlined: "“a jail”")
      ])
  }

  @Test func aCharacterThatTurnsTheLineIsAnError() {
    #expect(findings(in: document(law: "agency a \"x\u{202E}y\"")).map(\.underlined) == ["\u{202E}"])
    #expect(findings(in: document(law: "agency a \"x\" # \u{2066}y")).map(\.underlined) == ["\u{2066}"])
  }

  @Test func aStrangeCharacterIsOneErrorAndNoMore() {
    #expect(
      findings(in: document(law: "agency a \"a\";\nagency b \"b\" → \nagency c \"c\"")) == [
        Finding(
          .unexpectedText, "unexpected `;`",
          help: "outside of texts there are only names, numbers, days, times, commas and round brackets",
          underlined: ";"),
        Finding(
          .unexpectedText, "unexpected `→`",
          help: "outside of texts there are only names, numbers, days, times, commas and round brackets",
          underlined: "→"),
      ])
  }

  @Test(arguments: ["no_hold", "no-hold-", "il..trust", "a/b"])
  func aNameIsMadeOfLettersDigitsDotsAndHyphens(name: String) {
    #expect(
      findings(in: document(law: "agency \(name) \"a\"")) == [
        Finding(
          .badLiteral, "`\(name)` is not a name",
          help: "a name is made of letters, digits, single dots and hyphens", underlined: name)
      ])
  }

  @Test func aNameStartsWithALetter() {
    #expect(
      findings(in: document(law: "agency 287g \"a\"")) == [
        Finding(
          .badLiteral, "`287g` is neither a number nor a name", help: "a name starts with a letter",
          underlined: "287g")
      ])
  }

  @Test func aCommentEndsWithItsLine() {
    let plain = document(law: "agency a \"a # b\"\nagency c \"c\"")
    let commented = document(law: "# first\nagency a # rule \"\n\"a # b\"# x\nagency c \"c\" #")
    #expect(findings(in: commented) == [])
    #expect(shape(of: plain) == shape(of: commented))
  }
}
