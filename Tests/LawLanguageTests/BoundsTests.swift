import FuzzProperties
import LawLanguage
import Testing

/// Law that is written to be too much is refused before anything recurses or multiplies.
@Suite struct BoundsTests {
  private func check(_ declarations: [String]) throws -> [Diagnostic] {
    try Literate.check(law: declarations.joined(separator: "\n")).diagnostics
  }

  @Test func definitionsThatDoubleAreRefusedAtTheFirstThatIsTooLarge() throws {
    let chain = (0..<40).map { "define d\($0)  cite \"1\"  when d\($0 + 1) or not d\($0 + 1)" }
    let found = try check(chain + ["define d40  cite \"1\"  when crime-witness"])
    #expect(
      found.map(\.message).first
        == "the definition `d12` stands for more than 10000 tests, with all that it names written out")
    #expect(found.allSatisfy { $0.code == .tooLarge })
  }

  @Test func tenThousandTestsAreNotTooMany() throws {
    func tenfold(_ name: String, _ inner: String, and more: String = "") -> String {
      "define \(name)  cite \"1\"  when " + Array(repeating: inner, count: 10).joined(separator: " or ") + more
    }
    let chain = [
      tenfold("d1", "crime-witness"), tenfold("d2", "d1"), tenfold("d3", "d2"), tenfold("d4", "d3"),
    ]
    #expect(try check(chain) == [])
    #expect(
      try check(chain.dropLast() + [tenfold("d4", "d3", and: " or crime-witness")]).map(\.message) == [
        "the definition `d4` stands for more than 10000 tests, with all that it names written out"
      ])
  }

  @Test func testsOfRecordsAreCountedToo() throws {
    let chain = (0..<40).map { "define d\($0)  cite \"1\"  when d\($0 + 1) and not d\($0 + 1)" }
    let last =
      "define d40  cite \"1\"  when any conviction where (class is felony and convicted-on is after 2020-01-01)"
    #expect(
      try check(chain + [last]).map(\.message)
        == ["d13", "d27"].map {
          "the definition `\($0)` stands for more than 10000 tests, with all that it names written out"
        })
  }

  @Test func aLongChainOfDefinitionsIsRefused() throws {
    let chain = (0..<10_000).map { "define d\($0)  cite \"1\"  when d\($0 + 1)" }
    let found = try check(chain + ["define d10000  cite \"1\"  when crime-witness"])
    #expect(found.contains { $0.message.hasSuffix("stands on more than 64 others, one upon the other") })
    #expect(found.allSatisfy { $0.code == .tooLarge })
  }

  @Test func sixtyFourDefinitionsInARowAreNotTooMany() throws {
    let chain = (0..<64).map { "define d\($0)  cite \"1\"  when d\($0 + 1)" }
    #expect(try check(chain + ["define d64  cite \"1\"  when crime-witness"]) == [])
  }

  @Test func actsThatAreKindsOfEachOtherWithoutEndAreRefused() throws {
    let chain = (0..<3_000).map { "act a\($0) \"x\"  is a a\($0 + 1)" } + ["act a3000 \"x\""]
    let text = "```law\n" + chain.joined(separator: "\n") + "\n```\n"
    let found = Library.check([SourceFile(path: "vocabulary.md", text: text)]).diagnostics
    #expect(found.map(\.message) == ["`a2968` is a kind of a kind, more than 32 deep"])
  }

  @Test func dutiesThatAllFireEachOtherAndThemselvesAreToldOnceEach() throws {
    let duties = (0..<400).map {
      "rule r\($0)  cite \"1\"  unverified  county-jail must report to judge  on doing report  due without delay"
    }
    let found = try check(duties)
    #expect(found.count == 400)
    #expect(found.allSatisfy { $0.code == .cycle && $0.related.isEmpty })
  }

  @Test func whereManyNamesAreUnknownNotAllAreComparedWithAllOthers() throws {
    let found = try check((0..<1_000).map { "define d\($0)  cite \"1\"  when crime-witnes" })
    #expect(found.filter { $0.help == "did you mean `crime-witness`?" }.count == 200)
    #expect(found.count == 1_000)
  }

  @Test func aRuleOfVeryManyConditionsIsNotSearchedForContradictions() throws {
    let clauses = (0..<2_000).map { "when age is over \($0 % 90) or custody is pretrial" }
    #expect(try check(["rule r  cite \"1\"  unverified  county-jail must not hold"] + clauses) == [])
  }

  @Test func aLongWordIsComparedWithNoOther() {
    let word = String(repeating: "x", count: 101)
    #expect(suggestion(for: word, among: [word + "x"]) == nil)
  }

  @Test(.timeLimit(.minutes(1)))
  func declarationsOnOneLongLineAreReadAndLaidOut() throws {
    let line = (0..<150_000).map { "agency a\($0) \"a\"" }.joined(separator: " ")
    let text = try #require(LawFormatter.format(SourceFile(path: "a.md", text: "```law\n\(line)\n```\n")))
    #expect(text.utf8.count { $0 == UInt8(ascii: "\n") } == 150_002)
  }

  @Test(.timeLimit(.minutes(1)))
  func manyExceptionsToASectionOfManyRulesAreChecked() throws {
    let rules = (0..<1_000).map { "rule r\($0)  cite \"15(a)\"  unverified  county-jail must not hold" }
    let exceptions = (0..<1_000).map {
      "exception e\($0)  cite \"1\"  unverified  to section \"15\"  when age is over \($0 % 90)"
    }
    #expect(try check(rules + exceptions) == [])
  }
}
