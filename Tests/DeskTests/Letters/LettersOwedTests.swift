import Desk
import LawLanguage
import Reasoning
import Testing

@Suite struct LettersOwedTests {
  private func owed(_ decision: Decision) throws -> [String] {
    try LettersFixture.set.get().owed(by: decision).map { "\($0.kind.name) to \($0.to)" }
  }

  @Test func californiaOwesTheCopyTheIntentionAndTheSameNoticeToTwo() throws {
    let found = try owed(LettersFixture.california())
    #expect(
      found == [
        "copy-cover to person-in-custody", "statement-of-intent to person-in-custody",
        "release-notice-to-person to person-in-custody", "release-notice-to-designee to attorney-or-designee",
      ])
  }

  @Test func newJerseyOwesANoticeAndACopy() throws {
    let found = try owed(LettersFixture.newJersey())
    #expect(found == ["notice-of-request to person-in-custody", "copy-cover to person-in-custody"])
  }

  @Test func newJerseyRemindsOfTheAttorneyGeneralsForms() throws {
    let notice = try #require(try LettersFixture.set.get().owed(by: LettersFixture.newJersey()).first)
    #expect(notice.kind.caution?.contains("Attorney General has forms") == true)
  }

  @Test func floridaOwesNoticeToTheJudgeAndToTheStateAttorney() throws {
    let found = try owed(LettersFixture.florida())
    #expect(found.contains("judge-notice to judge"))
    #expect(found.contains("state-attorney-notice to state-attorney"))
    #expect(!found.contains { $0.hasPrefix("sentencing-judge") })
  }

  @Test func illinoisOwesNothingAndOffersACopyByPolicy() throws {
    let letters = try LettersFixture.set.get().owed(by: LettersFixture.illinois())
    #expect(letters.map(\.kind.name) == ["copy-cover"])
    #expect(letters.first?.isByPolicy == true)
    guard case .policy(let policy) = letters.first?.call else {
      Issue.record("\(letters)")
      return
    }
    #expect(policy.why.hasPrefix("Illinois law asks for no copy"))
  }

  @Test func aCopyIsOwedWhereAHoldIsAllowedOnlyAfterIt() throws {
    let decision = try LettersFixture.decision(
      LettersFixture.request(
        "FL", acts: ["hold"],
        papers: #"{"kind": "i247a", "form-complete": true, "shows-cause": true, "served": false}, "i200""#))
    let cover = try #require(try LettersFixture.set.get().owed(by: decision).first { $0.kind.name == "copy-cover" })
    guard case .step(let step, before: "hold") = cover.call else {
      Issue.record("\(cover.call)")
      return
    }
    #expect(step.step == "copy-served")
    let letter = try LettersFixture.compose(
      "copy-cover", to: "person-in-custody", on: decision, LettersFixture.asks)
    #expect(letter.text.contains("Law: Form I-247A (3/17)\n"))
    #expect(!letter.text.contains("our own policy"))
  }

  @Test func aDutyThatIsNotSettledIsOwedButNotCertainly() throws {
    let decision = try LettersFixture.decision(
      LettersFixture.request("FL", acts: ["hold"], papers: LettersFixture.detainer))
    let notice = try #require(try LettersFixture.set.get().owed(by: decision).first { $0.kind.name == "judge-notice" })
    #expect(!notice.isCertain)
  }

  @Test func aLetterThatNothingCallsForIsRefused() throws {
    let refusal = LettersFixture.refusal {
      try LettersFixture.compose(
        "notice-of-request", to: "person-in-custody", on: LettersFixture.illinois(), LettersFixture.asks)
    }
    #expect(refusal == .notOwed(kind: "notice-of-request", recipient: "person-in-custody"))
  }
}
