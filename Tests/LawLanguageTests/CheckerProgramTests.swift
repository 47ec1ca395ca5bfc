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

  @Test func recordsAreCountedFromOne() throws {
    #expect(
      try condition("at least 1 conviction")
        == .count(RecordCount(records: "convictions", atLeast: 1, condition: nil)))
    #expect(
      try condition("at least 3 stay")
        == .count(RecordCount(records: "stays", atLeast: 3, condition: nil)))
  }

  @Test(arguments: [
    ("constitution of US", Rank.federalConstitution, "US"), ("statute of US", .federalStatute, "US"),
    ("regulation of US", .federalRegulation, "US"), ("directive of US", .federalRegulation, "US"),
    ("policy of US", .policy, "US"), ("constitution of IL", .stateConstitution, "IL"),
    ("statute of IL", .stateStatute, "IL"), ("regulation of IL", .stateRegulation, "IL"),
    ("directive of IL", .stateRegulation, "IL"), ("policy of IL", .policy, "IL"),
    ("ordinance of cook-county", .ordinance, "cook-county"), ("policy of chicago", .policy, "chicago"),
    ("cases construing statute of US from ca7", .federalStatute, "ca7"),
    ("cases construing constitution of IL from ilnd", .stateConstitution, "ilnd"),
  ])
  func aLawHasTheRankOfItsSourceAndBindsItsPlace(source: String, rank: Rank, place: String) throws {
    func law(_ more: String) throws -> Law {
      let text = """
        # A law

        ```law
        law il.test  cite "1"  by \(source)  in force from 2020-01-01  \(more)
        ```
        """
      let result = try Literate.check(SourceFile(path: "il/test.md", text: text))
      #expect(result.diagnostics == [])
      return try #require(result.library?.law("il.test"))
    }
    let plain = try law("")
    #expect(plain.rank == rank)
    #expect(plain.binding == [place])
    #expect(plain.createsNoAuthority == false)
    let other = try law("creates no authority  binding FL, chicago")
    #expect(other.binding == ["FL", "chicago"])
    #expect(other.createsNoAuthority)
    #expect(other.rank == rank)
  }

  @Test func boundsStepsAndDueTimesAreReadAsWritten() throws {
    let law = try Literate.law(
      """
      limit bounds  cite "1"  unverified
        county-jail hold
        not before 2 days before release-due
        until born
        until the end of the day of asked
        at most 2 weeks from release-due not counting sundays, il-holidays
        only after judicial-leave when leaves-state  cite "1(a)"
        only after judicial-leave
      rule due-within  cite "2"  unverified
        county-jail must report  each quarter  due within 3 business-days of born not counting saturdays
      rule due-after  cite "3"  unverified
        county-jail must report to judge  on doing hold  due within 1 hour
      rule due-before  cite "4"  unverified
        county-jail must report  at release-due  due at least 2 months before born
      rule due-by  cite "5"  unverified
        county-jail must report  each year  due by june 30
      """)
    let bounds = try #require(law.rules.first)
    #expect(
      bounds.bounds == [
        .notBefore(.offset(2, .days, before: true, .fact("release-due"))), .until(.date(.fact("born"))),
        .until(.endOfDay(.date(.asked))),
        .atMost(hours: 336, from: .fact("release-due"), notCounting: ["sundays", "il-holidays"]),
      ])
    #expect(bounds.steps.map(\.cite) == ["1(a)", "1"])
    #expect(bounds.steps.map { $0.condition != nil } == [true, false])
    #expect(
      law.rules.dropFirst().map(\.due) == [
        .within(3, .businessDays, of: .fact("born"), notCounting: ["saturdays"]),
        .within(1, .hours, of: nil, notCounting: []), .atLeastBefore(2, .months, .fact("born")),
        .by(month: 6, day: 30),
      ])
    #expect(
      law.rules.dropFirst().map(\.trigger)
        == [.each(.quarter), .doing("hold"), .event("release-due"), .each(.year)])
    #expect(law.rules.map(\.recipient) == [nil, nil, "judge", nil, nil])
  }

  @Test func orderContestsAndClausesThatAreNotCodedAreReadAsWritten() throws {
    let law = try Literate.law(
      """
      rule no-hold  cite "1"  unverified
        county-jail in chicago, FL acting as contractor, deputised must not hold
        on a paper in (i247a, i200) where served accompanied by a paper in criminal-warrant
        not accompanied by a paper in i247a
      suspended order  cite "2"  unverified  from 2021-01-01 until 2021-12-31
        rules no-hold  for police  in cook-county  over transfer, hold
      untranslated clause  cite "3"  unverified
        any-agency may permit hold  on a paper in i200  when crime-witness  says "Words."
      presume adult  cite "4"  unverified
        age is 18  when crime-witness
      presume free  cite "5"  unverified
        custody is sentenced
      """)
    let rule = try #require(law.rules.first)
    #expect(rule.who.places == ["chicago", "FL"])
    #expect(rule.who.capacities == [.contractor, .deputised])
    #expect(rule.paper?.list == .inline(["i247a", "i200"]))
    #expect(rule.paper?.condition == .test(LawLanguage.Test(subject: .field("served"), comparison: .holds)))
    #expect(rule.paper?.accompaniment.map(\.present) == [true, false])
    let order = try #require(law.suspensions.first)
    #expect(order.period == Period(from: try #require(Day("2021-01-01")), until: Day("2021-12-31")))
    #expect(order.agencies == .kind("police"))
    #expect(order.places == ["cook-county"])
    #expect(order.acts == ["transfer", "hold"])
    let clause = try #require(law.untranslated.first)
    #expect(clause.paper?.list == .inline(["i200"]))
    #expect(clause.condition == test("crime-witness", .holds))
    #expect(law.presumptions.map(\.value) == [.number(18), .choice("sentenced")])
    #expect(law.presumptions.map(\.condition) == [test("crime-witness", .holds), nil])
  }
}
