import LawLanguage
import Reasoning
import Testing

/// What each way of reading a contested clause comes to, however much is unknown that does not matter to it.
@Suite struct ReadingTests {
  private static let flags = (0..<20).map { "flag\($0)" }

  /// What it would be under the reading that is not followed.
  private func otherwise(_ rules: [String], act: String = "share", lower: String = "") throws -> String {
    let contest = """

      contested way  cite "1"  unverified
        reading loose from ca9 marked  says "Loose."
        reading strict from ca9  says "Strict."

      """
    let strict = rules.enumerated().map { index, rule in
      let kind = rule.hasPrefix("jail \(act)") ? "limit" : "rule"
      return "\(kind) r\(index)  cite \"\(index)\"  unverified  under way.strict\n  \(rule)\n"
    }
    let example = try ReferenceExample(
      ("statute of IL", contest + strict.joined()), ("ordinance of chicago", "\n" + lower),
      words: Self.flags.map { "fact \($0) yes-no  asks \"?\"\n" }.joined())
    var request = example.request(act)
    request.facts["booked"] = .date(ReferenceExample.day.adding(days: -1))
    let answer = try #require(try decide(request, in: example.library).answers.first)
    let text = answer.cautions.first { $0.code == .contested }?.text ?? ""
    return text.split(separator: "would be ").last.map { $0.split(separator: " if").first.map(String.init) ?? "" } ?? ""
  }

  private var permissions: [String] { Self.flags.map { "jail may share  when \($0)" } }

  @Test func aBanDecidesWhateverMayBePermitted() throws {
    #expect(try otherwise(["jail must not share"] + permissions) == "prohibited")
    #expect(try otherwise(permissions + ["jail must not share"]) == "prohibited")
  }

  @Test func aCommandDecidesWhateverMayBePermitted() throws {
    #expect(try otherwise(["jail must share"] + permissions) == "required")
  }

  @Test func aCommandMayStillBeOutOfTime() throws {
    #expect(try otherwise(["jail must share", "jail share  until booked  when warm"]) == "undetermined")
    #expect(try otherwise(["jail must share", "jail share  until asked  when warm"]) == "required")
    #expect(try otherwise(["jail must not share", "jail share  until booked  when warm"]) == "prohibited")
  }

  @Test func aCommandMayStillLackAuthority() throws {
    #expect(
      try otherwise(["jail must hold", "jail has no authority to hold  when warm"], act: "hold") == "undetermined")
    #expect(
      try otherwise(["jail must not hold", "jail has authority to hold  when warm"], act: "hold")
        == "Courts read a clause here in different ways; the answer is the same in all.")
    #expect(try otherwise(["jail must hold", "jail has authority to hold  when warm"], act: "hold") == "required")
  }

  @Test func aCommandOfTheSameRankMayStandAgainstIt() throws {
    #expect(try otherwise(["jail must share", "jail must not share  when warm"]) == "undetermined")
    #expect(try otherwise(["jail must not share", "jail must share  when warm"]) == "undetermined")
    #expect(try otherwise(["jail must not share", "jail must not share  when warm"]) == "prohibited")
  }

  @Test func aCommandOfLowerRankChangesNothing() throws {
    #expect(
      try otherwise(
        ["jail must not share"], lower: "rule low  cite \"9\"  unverified\n  jail must share  when warm\n")
        == "prohibited")
    #expect(
      try otherwise(
        ["jail must not share"], lower: "rule low  cite \"9\"  unverified\n  jail must share\n") == "prohibited")
    #expect(
      try otherwise(
        ["jail must not share  when warm"], lower: "rule low  cite \"9\"  unverified\n  jail must not share\n")
        == "Courts read a clause here in different ways; the answer is the same in all.")
  }
}
