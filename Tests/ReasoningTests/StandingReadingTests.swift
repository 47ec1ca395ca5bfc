import LawLanguage
import Reasoning
import Reference
import Testing

/// An office's own reading of what courts contest.
@Suite struct StandingReadingTests {
  private static func law(loose courts: String = "from ca9") -> (source: String, text: String) {
    (
      "statute of IL",
      """

      contested way  cite "1"  unverified
        reading strict marked  says "Strictly."
        reading loose \(courts)  says "Loosely."
      rule ban  cite "2"  unverified  under way.strict
        jail must not share
      """
    )
  }

  private func decision(
    _ law: (source: String, text: String), reading: String?, of clause: String = "way"
  ) throws -> Decision {
    let example = try ReferenceExample(law)
    let positions = reading.map {
      ReadingPosition(
        contest: QualifiedName(law: "law0", name: clause), reading: $0, office: "Example County",
        because: "Counsel's opinion 3.")
    }
    return try decide(
      example.request("share"), in: example.library, options: DecisionOptions(readings: positions.map { [$0] } ?? []))
  }

  @Test func theAnswerFollowsItSaysSoAndTellsTheContest() throws {
    let marked = try #require(try decision(Self.law(), reading: nil).answers.first)
    #expect(marked.answer == .prohibited)
    let own = try #require(try decision(Self.law(), reading: "loose").answers.first)
    #expect(own.answer == .permitted && own.basis == .silent)
    #expect(
      own.cautions.first { $0.code == .contested }?.text
        == "Courts disagree and none binds this place. As read by Example County: Loosely. (Counsel's opinion 3.) "
        + "Otherwise it would be prohibited if: Strictly.")
  }

  @Test func aCourtThatBindsTheOfficeGoesBefore() throws {
    let decision = try decision(Self.law(loose: "from ca7"), reading: "strict")
    let answer = try #require(decision.answers.first)
    #expect(answer.answer == .permitted && !answer.cautions.contains { $0.code == .contested })
    #expect(decision.receipt.readings.isEmpty)
  }

  @Test(arguments: [("slack", "way"), ("loose", "elsewhere")])
  func aReadingThatTheLawDoesNotHaveChangesNothing(reading: String, clause: String) throws {
    let decision = try decision(Self.law(), reading: reading, of: clause)
    #expect(decision.answers.first?.answer == .prohibited && decision.receipt.readings.isEmpty)
  }

  @Test func theReceiptKeepsTheReadingThatWasFollowed() throws {
    let example = try ReferenceExample(Self.law())
    let decision = try decision(Self.law(), reading: "loose")
    #expect(decision.receipt.readings.map(\.reading) == ["loose"])
    let document = decision.document(in: example.library.vocabulary).written(width: .max)
    #expect(
      document.contains(
        #""readings": [{"contest": "law0.way", "reading": "loose", "office": "Example County", "because": "#))
    let without = try self.decision(Self.law(), reading: nil).document(in: example.library.vocabulary)
    #expect(!without.written().contains("readings"))
  }
}
