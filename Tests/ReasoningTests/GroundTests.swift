import LawLanguage
import Reasoning
import Reference
import Testing

/// Which ground an act is answered on, where two papers are offered.
@Suite struct GroundTests {
  /// The answer of a jail in Chicago that is offered a detainer, then a warrant, where it is warm.
  private func answer(_ act: String, _ rules: String...) throws -> ActAnswer {
    let numbered = rules.enumerated().map { "rule r\($0.offset)  cite \"\($0.offset)\"  unverified\n  \($0.element)" }
    let example = try ReferenceExample(("statute of IL", "\n" + numbered.joined(separator: "\n")))
    var request = example.request(act, papers: [.detainer, .warrant])
    request.facts = ["warm": .yesNo(true), "booked": .date(ReferenceExample.day.adding(days: -10))]
    let answer = try #require(try decide(request, in: example.library).answers.first)
    let finding = try example.finding(request)
    #expect(finding.answer == answer.answer)
    #expect(finding.basis == answer.basis)
    #expect(finding.ground == answer.ground)
    return answer
  }

  @Test func requiredIsStrongerThanAConflict() throws {
    let answer = try answer(
      "share", "jail must not share  on a paper in detainer", "jail must share  on a paper in (detainer, warrant)")
    #expect(answer.answer == .required)
    #expect(answer.ground == 1)
  }

  @Test func aConflictIsStrongerThanAPermission() throws {
    let answer = try answer(
      "share", "jail may share  on a paper in detainer", "jail must share  on a paper in warrant",
      "jail must not share  on a paper in warrant")
    #expect(answer.answer == .conflict)
    #expect(answer.ground == 1)
  }

  @Test func aPermissionIsStrongerThanAProhibition() throws {
    let answer = try answer("share", "jail must not share  on a paper in detainer")
    #expect(answer.answer == .permitted)
    #expect(answer.basis == .silent)
    #expect(answer.ground == 1)
  }

  @Test func grantedComesBeforeExempted() throws {
    let answer = try answer(
      "share", "jail must not share  on a paper in detainer  unless warm  cite \"x\"",
      "jail may share  on a paper in warrant")
    #expect(answer.basis == .granted)
    #expect(answer.ground == 1)
  }

  @Test func exemptedComesBeforeSilent() throws {
    let answer = try answer("share", "jail must not share  on a paper in warrant  unless warm  cite \"x\"")
    #expect(answer.basis == .exempted)
    #expect(answer.ground == 1)
  }

  @Test func ofEqualsTheEarlierPaperIsNamed() throws {
    let answer = try answer("share", "jail may share  on a paper in (detainer, warrant)")
    #expect(answer.basis == .granted)
    #expect(answer.ground == 0)
  }

  @Test func outsideTheWindowComesBeforeForbidden() throws {
    let answer = try answer(
      "hold", "jail must not hold  on a paper in detainer",
      "jail may hold  on a paper in warrant  until 2 days after booked")
    #expect(answer.basis == .outsideWindow)
    #expect(answer.ground == 1)
  }

  @Test func forbiddenComesBeforeDenied() throws {
    let answer = try answer(
      "hold", "jail has no authority to hold  on a paper in detainer", "jail must not hold  on a paper in warrant")
    #expect(answer.basis == .forbidden)
    #expect(answer.ground == 1)
  }

  @Test func deniedComesBeforeNoneFound() throws {
    let answer = try answer("hold", "jail has no authority to hold  on a paper in warrant")
    #expect(answer.basis == .authorityDenied)
    #expect(answer.ground == 1)
  }

  @Test func whereNothingIsFoundTheFirstPaperIsNamed() throws {
    let answer = try answer("hold")
    #expect(answer.basis == .noAuthorityFound)
    #expect(answer.ground == 0)
  }

  @Test func aPaperThatNeitherAsksNorEmpowersIsAGroundWhereNoneDoes() throws {
    // A detainer asks for it, so a warrant is no ground.
    let asked = try answer("notify", "jail may notify  on a paper in warrant")
    #expect(asked.basis == .silent)
    #expect(asked.ground == 0)
    let unasked = try answer("report", "jail may report  on a paper in warrant")
    #expect(unasked.basis == .granted)
    #expect(unasked.ground == 1)
  }

  @Test func aGroundThatStandsIsNotOutdoneByAWeakerOneThatHangsOnAList() throws {
    let rules = """

      list asking  cite "1"
        detainer
      rule ban  cite "2"  unverified
        jail must not share  on a paper in asking  when any conviction where class is felony
      """
    let example = try ReferenceExample(("statute of IL", rules))
    for papers in [[Request.Paper(kind: "warrant"), .detainer], [.detainer, Request.Paper(kind: "warrant")]] {
      let answer = try #require(try example.decision(example.request("share", papers: papers)).answers.first)
      #expect(answer.answer == .permitted)
      #expect(answer.asking.isEmpty)
    }
  }
}
