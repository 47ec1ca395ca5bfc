import Analysis
import LawLanguage
import Reasoning
import Testing

/// Every kind of finding, on a law that shows it and on one a word away that does not.
@Suite struct FindingTests {
  private static let words = "act hold \"keep the person\""
  private static let authority = words + "  needs authority"

  /// What is found, as `level[code]`, without what the small vocabulary always has.
  private func found(_ statute: String, city: String? = nil, words: String = FindingTests.words) throws -> Set<String> {
    let report = try LibraryCheck(SmallLibrary.library(statute, city: city, words: words)).run()
    return Set(report.findings.map { "\($0.level.rawValue)[\($0.code.rawValue)]" })
  }

  private func rule(_ name: String, _ text: String) -> String {
    "rule \(name)  cite \"1\"  verified \"here\"\n  \(text)"
  }

  private func twoRules(_ one: String, _ other: String) -> String { rule("one", one) + "\n\n" + rule("other", other) }

  @Test func oneRankThatCommandsAndForbidsIsAConflict() throws {
    #expect(
      try found(twoRules("jail must hold", "jail must not hold when minor")).contains("error[conflict]"))
    #expect(
      try !found(twoRules("jail must hold", "jail must not tell when minor")).contains("error[conflict]"))
  }

  @Test func aConflictNamesBothRulesAndTheSmallestRequest() throws {
    let library = try SmallLibrary.library(twoRules("jail must hold", "jail must not hold when minor"))
    let finding = try #require(LibraryCheck(library).run().findings.first)
    #expect(
      finding.message
        == "aa.act.one (1 AA 1 § 1) commands to hold and aa.act.other (1 AA 1 § 1) forbids to")
    let witness = try #require(finding.witness)
    #expect(witness.classes == 1)
    #expect(witness.total == 2)
    let age = try #require(witness.recorded.facts["age"])
    #expect(
      witness.caseLines(in: library.vocabulary) == [
        "on 2020-01-01, a jail in AA is asked to hold", "given age is \(age.number)", "given minor",
        "expect conflict hold",
      ])
  }

  @Test func aConflictThatACaseRecordsIsANote() throws {
    let rules = twoRules("jail must hold", "jail must not hold when minor")
    func recorded(_ because: String) -> String {
      rules + "\n```\n\n```case \"both\"  derived \"1 AA 1\"\non 2025-01-22, a jail in AA is asked to hold\n"
        + "given minor\nexpect conflict hold because \(because)"
    }
    #expect(try !found(recorded("one, other")).contains("error[conflict]"))
    #expect(try found(recorded("one")).contains("error[conflict]"))
  }

  @Test func aDayOnWhichOnlyATestOfTheActTurnsIsGoneThrough() throws {
    let tested = "jail must not hold\n  when acted is on or after 2023-05-01"
    #expect(try !found(rule("one", tested)).contains("warning[dead-rule]"))
    #expect(try found(rule("one", tested + "\n  when minor\n  when age is at least 18")).contains("warning[dead-rule]"))
  }

  @Test func aRuleThatNoRequestMeetsIsDead() throws {
    #expect(
      try found(rule("one", "jail must not hold\n  when minor\n  when age is at least 18")).contains(
        "warning[dead-rule]"))
    #expect(
      try !found(rule("one", "jail must not hold\n  when minor\n  when age is at least 17")).contains(
        "warning[dead-rule]"))
  }

  @Test func anExceptionThatNeverOpensIsDead() throws {
    func law(_ age: Int) -> String {
      rule("one", "jail must not hold\n  when minor\n  unless age is at least \(age)  cite \"2\"")
    }
    #expect(try found(law(18)).contains("warning[dead-exception]"))
    #expect(try !found(law(17)).contains("warning[dead-exception]"))
  }

  @Test func aRuleThatAHigherOneAlwaysDecidesBeforeIsShadowed() throws {
    let state = rule("one", "jail must not hold")
    #expect(try found(state, city: rule("city", "jail must not hold")).contains("note[shadowed]"))
    #expect(try !found(state, city: rule("city", "jail must not tell")).contains("note[shadowed]"))
  }

  @Test func aJudgementThatNoAnswerHangsOnIsIdle() throws {
    let state = rule("one", "jail must not hold")
    #expect(try found(state, city: rule("city", "jail must not hold when exigent")).contains("warning[idle-judgement]"))
    #expect(
      try !found(state, city: rule("city", "jail must not tell when exigent")).contains("warning[idle-judgement]"))
  }

  @Test func aPaperThatAsksForWhatNoLawSpeaksOfIsAGap() throws {
    #expect(try found(rule("one", "jail may tell")).contains("note[silent]"))
    #expect(try !found(rule("one", "jail may hold")).contains("note[silent]"))
  }

  @Test func aPaperThatAsksForWhatNoLawGivesAuthorityForIsAGap() throws {
    #expect(try found(rule("one", "jail has authority to tell"), words: Self.authority).contains("note[no-authority]"))
    #expect(try !found(rule("one", "jail has authority to hold"), words: Self.authority).contains("note[no-authority]"))
  }

  @Test func aFactThatNoLawLooksAtIsUnused() throws {
    #expect(try found(rule("one", "jail may hold when minor")).contains("note[unused-fact]"))
    #expect(
      try !found(rule("one", "jail may hold when minor and exigent and age is at least 2")).contains(
        "note[unused-fact]"))
  }

  @Test func whatIsTooWideIsSaidNotCut() throws {
    func law(_ count: Int) -> (rules: String, words: String) {
      let names = ["a", "b", "c", "d", "e", "f", "g"].prefix(count).map { "day-\($0)" }
      let facts = names.map { "fact \($0) date  asks \"When?\"" }
      let ties = zip(names, names.dropFirst()).map {
        "constraint \($0)-first  when \($0) is on or before \($1)  says \"In order.\""
      }
      let tests = names.map { "\($0) is within 1 year before acted" }.joined(separator: " and ")
      return (rule("one", "jail must not hold when \(tests)"), ([Self.words] + facts + ties).joined(separator: "\n"))
    }
    #expect(try found(law(7).rules, words: law(7).words).contains("warning[not-decided]"))
    #expect(try !found(law(2).rules, words: law(2).words).contains("warning[not-decided]"))
  }
}

extension FactValue {
  fileprivate var number: Int { if case .number(let number) = self { number } else { -1 } }
}
