import FuzzProperties
import LawLanguage
import Testing

@Suite struct ParserFenceTests {
  private func found(_ text: String) -> [Finding] { findings(in: SourceFile(path: "a.md", text: text)) }

  private func count(_ text: String) -> Int {
    shape(of: SourceFile(path: "a.md", text: text)).split(separator: "\n").filter {
      $0.hasSuffix("- DeclarationSyntax")
    }
    .count
  }

  @Test(arguments: [
    ("- x\n\n  ```law\n  a\n  ```\n", "```law"), ("> ```law\n> a\n> ```\n", "```law"), (" ```case\n ```\n", "```case"),
    ("1. ```law\n   ```\n", "```law"), ("        ```law\n        ```\n", "```law"), ("> - ~~~case\n", "~~~case"),
  ])
  func aFenceAwayFromColumnOneIsAnError(text: String, underlined: String) {
    let name = underlined.dropFirst(3)
    #expect(
      found(text) == [
        Finding(
          .misplacedFence, "a `\(name)` fence that does not start in column 1 is shown, but not read",
          help: "move the fence to column 1, outside of lists and quotes", underlined: underlined)
      ])
  }

  @Test(arguments: ["~~~law\n~~~\n", "````law\n````\n"])
  func aFenceOfOtherMarksIsAnError(text: String) {
    #expect(
      found(text) == [
        Finding(
          .misplacedFence, "a `law` fence is made of three backticks",
          help: "write ```law here, and close it with three backticks", underlined: String(text.prefix { $0 != "\n" }))
      ])
  }

  @Test(arguments: ["```Law\n```\n", "``` law\n```\n"])
  func theWordFollowsTheBackticksInSmallLetters(text: String) {
    #expect(
      found(text) == [
        Finding(
          .misplacedFence, "`law` follows the three backticks directly, in small letters", help: "write ```law",
          underlined: String(text.prefix { $0 != "\n" }))
      ])
  }

  @Test(arguments: [
    ("```cases\n```\n", "nothing reads a `cases` block", "write ```case"),
    ("```rule\n```\n", "nothing reads a `rule` block", "write ```law"),
    ("```laws x\n```\n", "nothing reads a `laws` block", "write ```law"),
    (
      "```propery \"x\"\n```\n", "nothing reads a `propery` block",
      "write it as ```property in `properties.md` of this folder"
    ),
    (
      "```property \"x\"\n```\n", "a `property` is read in `properties.md` only",
      "write it as ```property in `properties.md` of this folder"
    ),
  ])
  func aBlockThatWasMeantToBeReadIsNotPassedOver(text: String, message: String, help: String) {
    #expect(found(text).map(\.message) == [message])
    #expect(found(text).map(\.help) == [help])
  }

  @Test func propertiesHaveAFileOfTheirOwn() {
    let file = SourceFile(path: "il/properties.md", text: "```property \"x\"\nnever a\n```\n")
    #expect(findings(in: file) == [])
    #expect(found("```sh\nls\n```\n\n```text\nx\n```\n\n````example\n```cases\n```\n````\n") == [])
  }

  @Test func aTitleWithBackticksIsShownAsNoBlock() {
    #expect(found("```case \"`x`\"\n```\n").map(\.code) == [.misplacedFence])
  }

  @Test func aFenceWithinHTMLIsAnError() {
    #expect(found("<!-- kept back\n\n```law\nagency a \"a\"\n```\n-->\n").map(\.code) == [.misplacedFence])
    #expect(found("<div>\n```law\n```\n</div>\n").map(\.code) == [.misplacedFence])
    #expect(found("<!-- done -->\n```law\n```\n") == [])
  }

  @Test func aLawIsAnUnclosedBlockIfTheNextOneBegins() {
    let text = "```law\nagency a \"a\"\n\n# § 2\n\n```law\nagency b \"b\"\n```\n"
    #expect(
      found(text) == [
        Finding(
          .unclosedFence, "this block is never closed", help: "end it with three backticks in column 1",
          underlined: "```law")
      ])
    #expect(count(text) == 1)
  }

  @Test func anotherFenceLeftOpenDoesNotSwallowALaw() {
    let text = "```text\nx\n\n```law\nagency a \"a\"\n```\n"
    #expect(
      found(text) == [
        Finding(
          .unclosedFence, "this fence is still open where a law begins",
          help: "close it; to show a law, open it with four backticks in column 1", underlined: "```")
      ])
    #expect(count(text) == 1)
    #expect(found("1. ~~~\n\n```law\n```\n").map(\.code) == [.unclosedFence])
  }

  @Test func aFenceThatIsNeverClosedIsAnError() {
    #expect(found("~~~text\nx\n").map(\.message) == ["this fence is never closed"])
  }

  @Test(arguments: [
    "````markdown\n```law\nx\n```\n````\n", "~~~markdown\n```law\nx\n```\n~~~\n", "- ```text\n  x\n  ```\n",
  ])
  func aLawThatIsOnlyShownIsNotRead(text: String) {
    #expect(found(text) == [])
    #expect(count(text) == 0)
  }

  @Test func codeWithinASentenceOpensNothing() {
    let text = "``` law ``` is a word, ```x``` too.\n\n```text\n```\n"
    #expect(found("```x``` is code.\n\n```law\nagency a \"a\"\n```\n") == [])
    #expect(found(text).map(\.code) == [.misplacedFence])
  }

  @Test func textBesideAFenceIsAnError() {
    #expect(
      found("```law strict\n```\n") == [
        Finding(
          .textAfterBlock, "text after `law` on the line of the fence is not read",
          help: "start the law on the next line", underlined: "strict")
      ])
    #expect(
      found("```law\n``` end\n") == [
        Finding(
          .textAfterBlock, "text after the backticks that close a block is not read",
          help: "put it on a line of its own, below the block", underlined: "end")
      ])
  }

  @Test func aBlockIsClosedInColumnOne() {
    #expect(found("```law\n  ```\n").map(\.message) == ["a block is closed by three backticks in column 1"])
    #expect(found("```law\n````\n").map(\.message) == ["a block is closed by three backticks in column 1"])
  }

  @Test func whatIsNotUTF8IsNotRead() {
    let bytes = Array("# a\n\nx ".utf8) + [0xC3, 0x28]
    let diagnostics = LawParser.syntax(of: SourceFile(path: "a.md", bytes: bytes)).diagnostics
    #expect(diagnostics.map(\.code) == [.notUTF8])
    #expect(diagnostics.map(\.location.range) == [SourceRange(7, 8)])
    for bytes: [UInt8] in [[0xC0, 0x80], [0xED, 0xA0, 0x80], [0xF4, 0x90, 0x80, 0x80], [0xE2, 0x82], [0x80]] {
      #expect(!LawParser.syntax(of: SourceFile(path: "a.md", bytes: bytes)).diagnostics.isEmpty)
    }
    #expect(found("é € 𐍈 日本") == [])
  }

  @Test func carriageReturnsAndAByteOrderMarkAreTolerated() {
    let plain = "# § 1\n\n```law\nagency a \"a\"\n```\n"
    let windows = "\u{FEFF}" + plain.replacing("\n", with: "\r\n")
    #expect(found(windows) == [])
    #expect(shape(of: SourceFile(path: "a", text: windows)) == shape(of: SourceFile(path: "a", text: plain)))
  }

  @Test func aFileThatIsTooLargeIsNotRead() {
    let bytes = [UInt8](repeating: UInt8(ascii: "`"), count: LawParser.largestFile + 1)
    #expect(LawParser.syntax(of: SourceFile(path: "a", bytes: bytes)).diagnostics.map(\.code) == [.tooLarge])
  }

  @Test(arguments: [
    ("# § 1 #\n", "§ 1"), ("## § 15(a) No holds ##\n\nText.\n", "§ 15(a) No holds"),
    ("§ 2 of\nthe act\n======\n", "§ 2 of the act"),
    ("#no heading\n", ""), ("####### no heading\n", ""), ("# one\n\n# two\n", "two"), ("#\n", ""),
  ])
  func aFindingNamesTheNearestHeading(text: String, heading: String) {
    let file = SourceFile(path: "a.md", text: text + "\n```law\nnonsense\n```\n")
    #expect(LawParser.syntax(of: file).diagnostics.map(\.location.heading) == [heading])
  }

  @Test func theWordsOfASectionAreItsFirstParagraph() {
    func words(_ text: String) -> [String] {
      Mirror(reflecting: LawParser.syntax(of: SourceFile(path: "a.md", text: text)).tree).descendant("blocks")
        .map {
          Mirror(reflecting: $0).children.compactMap { Mirror(reflecting: $0.value).descendant("prose") as? String }
        }
        ?? []
    }
    let block = "```law\n```\n"
    #expect(
      words("# a\n\nNo keeping\na person  here.\n\nMore.\n\n\(block)\nLater.\n\n\(block)") == [
        "No keeping a person here.", "No keeping a person here.",
      ])
    #expect(words("# a\n\n\(block)\nAfter.\n\n\(block)# b\n\(block)") == ["", "", ""])
    #expect(words("Above.\n\n# a\n\nText.\n\(block)") == ["Text."])
  }
}
