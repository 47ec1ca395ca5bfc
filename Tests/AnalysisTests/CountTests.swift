import Analysis
import LawLanguage
import Testing

/// Classes are counted exactly: thresholds in order, constraints kept, and only what records can do together.
@Suite struct CountTests {
  private func verdicts(_ rules: String, words: String = "") throws -> [String: UInt128] {
    let library = try SmallLibrary.library(rules, words: "act hold \"keep the person\"\n" + words)
    let day = try #require(Day("2025-06-02"))
    let occasion = Occasion(
      jurisdiction: "AA", agency: Request.Agency(kind: "jail"), act: "hold", day: day, papers: [])
    var classes = try #require(try OccasionClasses(occasion, in: library))
    let found = try classes.verdicts()
    #expect(try classes.total() == found.map(\.count).reduce(0, +))
    return Dictionary(uniqueKeysWithValues: found.map { ($0.verdict.basis.rawValue, $0.count) })
  }

  private func ban(_ condition: String) -> String {
    "rule one  cite \"1\"  verified \"here\"\n  jail must not hold when \(condition)"
  }

  @Test func twoThresholdsMakeThreeClasses() throws {
    #expect(try verdicts(ban("age is at least 21 or age is under 18")) == ["forbidden": 2, "silent": 1])
  }

  @Test func aConstraintLeavesOutWhatCannotBe() throws {
    // Of four ways only a minor of eighteen cannot be.
    #expect(try verdicts(ban("minor or age is at least 18")) == ["forbidden": 2, "silent": 1])
  }

  @Test func aThousandMillionClassesAreCountedAtOnce() throws {
    let names = (0..<30).map { "flag-\($0)" }
    let words = names.map { "fact \($0) yes-no  asks \"Is it so?\"" }.joined(separator: "\n")
    #expect(
      try verdicts(ban(names.joined(separator: " and ")), words: words)
        == ["forbidden": 1, "silent": (1 << 30) - 1])
  }

  @Test func countsOfOneListComeOutOnlyAsRecordsCanMakeThem() throws {
    let words = """
      records convictions each conviction  asks "Which convictions?"
        field class one of felony, misdemeanor  asks "Which class?"
      """
    // No conviction at all, one of either class alone, or both: no felony without a conviction.
    #expect(
      try verdicts(ban("any conviction and no conviction where class is felony"), words: words)
        == ["forbidden": 1, "silent": 2])
  }
}
