import LawLanguage
import Testing

/// Which words of the vocabulary may share a name, and what is read of a document's title.
@Suite struct CheckerWordTests {
  private func messages(words: String) throws -> [String] {
    let file = SourceFile(path: "il/vocabulary.md", text: "# More words\n\n```law\n\(words)\n```\n")
    return try Literate.check(file).diagnostics.map(\.message)
  }

  private let records = "records visits each visit  asks \"Which?\"\n  field NAME yes-no  asks \"So?\""
  private let others = "records meals each meal  asks \"Which?\"\n  field NAME yes-no  asks \"So?\""
  private let paperField = "paper-field NAME yes-no  asks \"So?\""
  private let fact = "fact NAME yes-no  asks \"So?\""
  private let step = "step NAME \"a step\"  asks \"So?\""
  private let recipient = "recipient NAME \"somebody\""

  private func clashes(_ first: String, _ second: String) throws -> Bool {
    let words = [first, second].joined(separator: "\n").replacing("NAME", with: "one-name")
    return try !messages(words: words).isEmpty
  }

  @Test func fieldsThatAreNeverInScopeTogetherMayShareAName() throws {
    #expect(try !clashes(records, others))
    #expect(try !clashes(records, paperField))
    #expect(try !clashes(paperField, records))
    #expect(try !clashes(recipient, fact))
    #expect(try !clashes(fact, recipient))
  }

  @Test func whatAConditionMayTestHasItsNameAlone() throws {
    #expect(try clashes(paperField, paperField))
    #expect(try clashes(paperField, fact))
    #expect(try clashes(fact, paperField))
    #expect(try clashes(records, fact))
    #expect(try clashes(fact, records))
    #expect(try clashes(step, fact))
    #expect(try clashes(fact, step))
    #expect(try clashes(step, paperField))
    #expect(try clashes(recipient, recipient))
    #expect(try clashes(fact.replacing("NAME", with: "visits"), records))
    #expect(try clashes(fact.replacing("NAME", with: "visit"), records))
  }

  @Test func everyFieldThatAPaperFixesIsLookedAt() throws {
    #expect(try messages(words: "paper i300 \"Form\"  fixes signer is judge, served is yes") == [])
    #expect(
      try messages(words: "paper i300 \"Form\"  fixes signer is judge, served is maybe")
        == ["`served` is yes or no, so it cannot be `maybe`"])
    #expect(
      try messages(words: "paper i300 \"Form\"  fixes signr is judge, signer is judge, served is maybe").count == 2)
    #expect(
      try messages(words: "paper i300 \"Form\"  fixes served is maybe, signer is jugde").count == 2)
  }

  // MARK: Titles

  private func title(_ opening: String) throws -> String? {
    let text = opening + "\n\n```law\nlaw il.test  cite \"1\"  by statute of IL  in force from 2020-01-01\n```\n"
    let result = try Literate.check(SourceFile(path: "il/test.md", text: text))
    return result.library?.law("il.test")?.title
  }

  @Test(arguments: [
    ("# A law", "A law"), ("## A   law  ", "A law"), ("Words.\n\n# A law", "A law"), (" Words.\n\n# A law", "A law"),
    ("#No title\n\n# A law", "A law"), ("# A law\r\n", "A law"), ("# A law\n\n# Another", "A law"),
    ("###### A law # of sorts", "A law # of sorts"),
  ])
  func theTitleOfALawIsTheFirstHeading(opening: String, expected: String) throws {
    #expect(try title(opening) == expected)
  }

  @Test func aMisspeltDefinitionIsSuggested() throws {
    let text = """
      # A law

      ```law
      law il.test  cite "1"  by statute of IL  in force from 2020-01-01
      define rather-quiet-night  cite "1"  when crime-witness
      rule ban  cite "2"  unverified
        any-agency must not hold  when rather-quiet-nigt
      ```

      """
    let found = try Literate.check(SourceFile(path: "il/test.md", text: text)).diagnostics
    #expect(found.contains { $0.help == "did you mean `rather-quiet-night`?" })
  }

  @Test func aHeadingMayHaveSeveralBlocksAndComesOnce() throws {
    let block = "```law\nrule rNAME  cite \"SECTION\"  unverified\n  any-agency must not hold\n```\n"
    func part(_ name: String, _ section: String) -> String {
      block.replacing("NAME", with: name).replacing("SECTION", with: section)
    }
    let text =
      "# A law\n\n```law\nlaw il.test  cite \"1\"  by statute of IL  in force from 2020-01-01\n```\n\n## § 1 One\n\n"
      + part("a", "1") + "\n" + part("b", "1") + "\n## § 2 Two\n\n" + part("c", "2") + "\n## § 2 Again\n\n"
      + part("d", "2")
    let found = try Literate.check(SourceFile(path: "il/test.md", text: text)).diagnostics
    #expect(found.filter { $0.code == .duplicateSection }.map(\.message) == ["§ 2 has a heading already"])
  }
}
