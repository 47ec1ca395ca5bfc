import LawLanguage
import Testing

/// What the checked program says of what was written.
@Suite struct CheckerProgramTests {
  private func condition(_ written: String) throws -> Condition {
    let law = try Literate.law(
      """
      list codes of offence  cite "1"
        "720 ILCS 5/9-1"
      define grown-up  cite "1"
        when age is at least 18
      rule may-share  cite "1"  unverified
        county-jail may share-information
          when \(written)
      """)
    return try #require(law.rules.first?.conditions.first?.condition)
  }

  private func test(_ fact: String, _ comparison: LawLanguage.Test.Comparison) -> Condition {
    .test(LawLanguage.Test(subject: .fact(fact), comparison: comparison))
  }

  @Test func namesStandForFieldsThenDefinitionsThenFacts() throws {
    #expect(try condition("grown-up") == .defined(QualifiedName(law: "il.test", name: "grown-up")))
    #expect(try condition("crime-witness") == test("crime-witness", .holds))
    #expect(
      try condition("any conviction where class is felony")
        == .count(
          RecordCount(
            records: "convictions", atLeast: 1,
            condition: .test(LawLanguage.Test(subject: .field("class"), comparison: .choice("felony"))))))
  }

  @Test func negationsAreOfTheWholeTest() throws {
    #expect(try condition("custody is not pretrial") == .not(test("custody", .choice("pretrial"))))
    #expect(
      try condition("charged-under is not in codes")
        == .not(test("charged-under", .inList(.named(QualifiedName(law: "il.test", name: "codes"))))))
    #expect(
      try condition("no conviction")
        == .not(.count(RecordCount(records: "convictions", atLeast: 1, condition: nil))))
  }

  @Test(arguments: [
    ("age is at least 216 months", "age", 18), ("days-held is at least 2 weeks", "days-held", 14),
    ("days-held is at least 48 hours", "days-held", 2), ("age is at least 1 year", "age", 1),
    ("age is at least 18", "age", 18),
  ])
  func unitsConvertToTheFactsOwn(written: String, fact: String, number: Int) throws {
    #expect(try condition(written) == test(fact, .bound(.atLeast, number)))
  }

  @Test func aSinglePaperIsAListOfOne() throws {
    let law = try Literate.law(
      """
      rule no-hold  cite "1"  unverified
        county-jail must not hold  on a paper in i247a
      """)
    #expect(law.rules.first?.paper?.list == .inline(["i247a"]))
  }

  @Test func aPeriodEndsWithItsLaw() throws {
    let text = """
      # A law

      Words.

      ```law
      law il.test  cite "1"  by policy of chicago  in force from 2020-01-01 until 2022-12-31
      rule no-hold  cite "1"  in force from 2021-01-01  unverified
        county-jail must not hold
      ```
      """
    let result = try Literate.check(SourceFile(path: "il/test.md", text: text))
    let law = try #require(result.library?.law("il.test"))
    let period = try #require(law.rules.first?.period)
    #expect(period.from == Day("2021-01-01"))
    #expect(period.until == Day("2022-12-31"))
    #expect(law.rank == .policy)
    #expect(law.binding == ["chicago"])
  }

  @Test func anExceptionToASectionReachesTheRulesUnderIt() throws {
    let law = try Literate.law(
      """
      rule in-section  cite "15(a)"  unverified
        county-jail must not hold
      limit in-section-too  cite "15"  unverified
        county-jail hold  until release-due
      rule beside  cite "151"  unverified
        county-jail must not transfer
      rule under-another  cite "15-5"  unverified
        county-jail must not transport
      exception shield  cite "16"  unverified
        to section "15"  when crime-witness
      """)
    #expect(law.exceptions.first?.rules == ["in-section", "in-section-too"])
  }

  @Test func aVoidReachesTheLowerRanksOfItsWords() throws {
    let law = try Literate.law(
      """
      void lower  cite "1"  unverified
        strikes must not hold by regulation, policy, ordinance
      """)
    #expect(law.voids.first?.ranks == [.stateRegulation, .ordinance, .policy])
  }

  @Test func wordsAreTheRulesOwnOrItsSections() throws {
    let law = try Literate.law(
      """
      rule own  cite "1"  unverified
        county-jail must not hold  says "No holds."
      rule sections  cite "1"  unverified
        county-jail must not transfer
      """)
    #expect(law.rules.map(\.text) == ["No holds.", "What the section says."])
  }

  @Test func stepsAreChangeableFactsAfterTheOthers() throws {
    let vocabulary = try #require(try Literate.check(law: "").library?.vocabulary)
    #expect(vocabulary.facts.last?.name == "judicial-leave")
    #expect(vocabulary.fact("judicial-leave")?.changeable == true)
    #expect(vocabulary.fact("exigent")?.isJudgement == true)
  }

  @Test func paperFieldsThatAKindFixesHaveTheirTypes() throws {
    let vocabulary = try #require(try Literate.check(law: "").library?.vocabulary)
    #expect(vocabulary.paper("i200")?.fixed == ["signer": .choice("immigration-officer")])
  }

  @Test func rootDocumentsComeBeforeFolders() throws {
    let file = SourceFile(path: "a/vocabulary.md", text: "```law\nfact of-a yes-no  asks \"A?\"\n```\n")
    let vocabulary = try #require(try Literate.check(file).library?.vocabulary)
    #expect(vocabulary.facts.dropLast().last?.name == "of-a")
  }
}
