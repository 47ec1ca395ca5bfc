import LawLanguage
import Reasoning
import Reference
import Testing

/// What would change an answer, to the last set of facts.
@Suite struct ChangeTests {
  private static let words = """
    fact a yes-no  asks "A?"  changeable
    fact b yes-no  asks "B?"  changeable
    fact c yes-no  asks "C?"  changeable
    fact d yes-no  asks "D?"  changeable
    fact weeks number of weeks  asks "How long?"  changeable
    fact stage one of early, late, past  asks "Which?"  changeable

    """

  /// The changes, as `a=yes b=no: permitted`, in the order in which they are named.
  private func changes(_ rules: String, constraints: String = "", facts: [String: FactValue]) throws -> [String] {
    let example = try ReferenceExample(("statute of IL", "\n" + rules), words: Self.words + constraints)
    var request = example.request("share")
    request.facts = facts
    let answer = try #require(try example.decision(request, explain: true).answers.first)
    let found = try Reference.changes(to: "share", of: request, in: example.library)
    #expect(found.count == answer.changes.count)
    return answer.changes.map { change in
      change.facts.map { "\($0.fact.name)=\($0.value)" }.joined(separator: " ") + ": \(change.answer.rawValue)"
    }
  }

  private func ban(when condition: String) -> String {
    "rule ban  cite \"1\"  unverified\n  jail must not share  when \(condition)\n"
  }

  @Test func aFactReachedOnlyThroughTheConditionOfAPresumptionIsTried() throws {
    let presumptions = """
      presume cold  cite "2"  unverified
        dry is yes  when a
      presume hot  cite "3"  unverified
        dry is no  when not a

      """
    #expect(try changes(presumptions + ban(when: "dry"), facts: ["a": .yesNo(true)]) == ["a=no: permitted"])
  }

  @Test func aFactReachedOnlyThroughAConstraintIsTried() throws {
    let same = "constraint same  when (a and dry) or (not a and not dry)  says \"Same.\"\n"
    #expect(
      try changes(ban(when: "dry"), constraints: same, facts: ["a": .yesNo(true)]) == ["a=no: permitted"])
  }

  @Test func constraintsCarryAChangeOnFromOneToTheNext() throws {
    let same = """
      constraint one  when (a and b) or (not a and not b)  says "Same."
      constraint two  when (b and dry) or (not b and not dry)  says "Same."

      """
    #expect(
      try changes(ban(when: "dry"), constraints: same, facts: ["a": .yesNo(true)]) == ["a=no: permitted"])
  }

  @Test func whatTheConstraintsForbidIsNoChange() throws {
    let no: FactValue = .yesNo(false)
    #expect(try changes(ban(when: "a"), facts: ["a": no, "warm": no]) == ["a=yes: prohibited"])
    let forbidden = "constraint cold  when not a or warm  says \"Warm.\"\n"
    #expect(try changes(ban(when: "a"), constraints: forbidden, facts: ["a": no, "warm": no]) == [])
  }

  @Test func upToThreeFactsAreChangedTogether() throws {
    let no: FactValue = .yesNo(false)
    let rule = ban(when: "a and b and c and d")
    #expect(try changes(rule, facts: ["a": no, "b": no, "c": no, "d": no]) == [])
    #expect(
      try changes(rule, facts: ["a": no, "b": no, "c": no, "d": .yesNo(true)]) == ["a=yes b=yes c=yes: prohibited"])
    #expect(
      try changes(rule, facts: ["a": no, "b": .yesNo(true), "c": no, "d": .yesNo(true)]) == ["a=yes c=yes: prohibited"])
  }

  @Test func setsAreNamedBySizeAndThenInTheOrderOfTheVocabulary() throws {
    let no: FactValue = .yesNo(false)
    #expect(
      try changes(ban(when: "d or c or (b and a)"), facts: ["a": no, "b": no, "c": no, "d": no])
        == ["c=yes: prohibited", "d=yes: prohibited", "a=yes b=yes: prohibited"])
  }

  @Test func aLargerSetThatLeadsElsewhereIsNamedBesideTheSmaller() throws {
    let no: FactValue = .yesNo(false)
    let rules = ban(when: "a and not b") + "rule order  cite \"2\"  unverified\n  jail must share  when a and b"
    #expect(
      try changes(rules, facts: ["a": no, "b": no]) == ["a=yes: prohibited", "a=yes b=yes: required"])
  }

  @Test func aChangeThatLeavesTheAnswerOpenIsNone() throws {
    #expect(try changes(ban(when: "a and dry"), facts: ["a": .yesNo(false)]) == [])
  }

  @Test func whatIsPresumedCanBeRecordedOtherwise() throws {
    let presumed = "presume so  cite \"2\"  unverified\n  a is yes\n"
    #expect(try changes(presumed + ban(when: "a"), facts: [:]) == ["a=no: permitted"])
  }

  @Test(arguments: [
    ("weeks is at least 4", 5, ["weeks=3: permitted"]), ("weeks is at least 4", 3, ["weeks=4: prohibited"]),
    ("weeks is over 4", 5, ["weeks=4: permitted"]), ("weeks is over 4", 4, ["weeks=5: prohibited"]),
    ("weeks is at most 4", 4, ["weeks=5: permitted"]), ("weeks is at most 4", 9, ["weeks=4: prohibited"]),
    ("weeks is under 4", 3, ["weeks=4: permitted"]), ("weeks is under 4", 4, ["weeks=3: prohibited"]),
    ("weeks is 4", 4, ["weeks=3: permitted", "weeks=5: permitted"]), ("weeks is 4", 9, ["weeks=4: prohibited"]),
    ("weeks is 0", 0, ["weeks=1: permitted"]), ("weeks is under 1", 0, ["weeks=1: permitted"]),
    ("weeks is at least 4 and weeks is under 10", 6, ["weeks=3: permitted", "weeks=10: permitted"]),
  ])
  func numbersAreTriedOnceForEachStretch(condition: String, recorded: Int, expected: [String]) throws {
    #expect(try changes(ban(when: condition), facts: ["weeks": .number(recorded)]) == expected)
  }

  @Test func everyOtherChoiceIsTried() throws {
    let rules =
      ban(when: "stage is early") + "rule order  cite \"2\"  unverified\n  jail must share  when stage is late"
    #expect(
      try changes(rules, facts: ["stage": .choice("past")]) == ["stage=early: prohibited", "stage=late: required"])
    #expect(
      try changes(rules, facts: ["stage": .choice("late")]) == ["stage=early: prohibited", "stage=past: permitted"])
  }
}
