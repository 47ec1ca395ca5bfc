import LawLanguage
import Reasoning
import Reference
import Testing

/// Court orders that begin and end at an hour, decided as the reference interpreter finds.
@Suite struct OrderHoursTests {
  private static let mark = "since-2025-01-22-1430"

  private func example(_ period: String = "from 2025-01-22 14:30", order: String = "") throws -> ReferenceExample {
    try ReferenceExample(
      ("statute of IL", "rule ban  cite \"1\"  unverified\n  jail must not share"),
      (
        "order construing statute of IL from ca7",
        "suspended stop  cite \"2\"  unverified \(period)\n  rules law0.ban\n\(order)"
      ))
  }

  private func answer(
    _ example: ReferenceExample, day: Int = 0, at time: (hour: Int, minute: Int)? = nil, facts: [String: Bool] = [:]
  ) throws -> ActAnswer {
    var request = example.request("share")
    request.day = ReferenceExample.day.adding(days: day)
    request.acted = time.map { ReferenceExample.instant(request.day, hour: $0.hour, minute: $0.minute) }
    request.facts = facts.mapValues { .yesNo($0) }
    return try #require(try example.decision(request).answers.first)
  }

  @Test func aRuleStandsToTheMinuteBeforeItIsSuspended() throws {
    let example = try example()
    let before = try answer(example, at: (14, 29))
    #expect(before.basis == .forbidden && before.reasons.map(\.role) == [.decides])
    let after = try answer(example, at: (14, 30))
    #expect(after.basis == .silent && after.reasons.map(\.role) == [.suspended])
  }

  @Test func withoutAnHourTheDayOfTheOrderIsUndeterminedAndTheHourIsAsked() throws {
    let open = try answer(try example())
    #expect(open.answer == .undetermined && Set(open.possible) == [.prohibited, .permitted])
    #expect(open.asking.map(\.name) == [Self.mark])
  }

  @Test(arguments: [(-1, Basis.forbidden), (1, .silent)])
  func onOtherDaysNoHourIsAsked(day: Int, basis: Basis) throws {
    #expect(try answer(try example(), day: day).basis == basis)
  }

  @Test func whatIsRecordedOfTheHourAnswersWithoutAnInstant() throws {
    #expect(try answer(try example(), facts: [Self.mark: false]).basis == .forbidden)
    #expect(try answer(try example(), facts: [Self.mark: true]).basis == .silent)
  }

  @Test func anOrderEndsAtItsHour() throws {
    let example = try example("from 2025-01-20 until 2025-01-22 14:30")
    #expect(try answer(example, day: -1).basis == .silent)
    #expect(try answer(example, at: (14, 29)).basis == .silent)
    #expect(try answer(example, at: (14, 30)).basis == .forbidden)
    #expect(try answer(example, day: 1).basis == .forbidden)
  }

  @Test func anOrderMayBeginAndEndOnOneDay() throws {
    let example = try example("from 2025-01-22 09:00 until 2025-01-22 14:30")
    #expect(try answer(example, at: (8, 59)).basis == .forbidden)
    #expect(try answer(example, at: (9, 0)).basis == .silent)
    #expect(try answer(example, at: (14, 30)).basis == .forbidden)
  }

  @Test func whoIsPastTheLaterHourOfADayIsNotAskedOfTheEarlier() throws {
    let later = "rule other  cite \"3\"  in force from 2025-01-22 14:30  unverified\n  jail may notify"
    let example = try example("from 2025-01-22 09:00", order: later)
    #expect(try answer(example, facts: [Self.mark: true]).basis == .silent)
    #expect(try answer(example, facts: [Self.mark: false]).asking.map(\.name) == ["since-2025-01-22-0900"])
  }

  @Test func aRuleOfAnOrderCommandsFromItsHour() throws {
    let rule = "rule tell  cite \"3\"  in force from 2025-01-22 14:30  unverified\n  jail must share"
    let example = try example("from 2025-01-22 14:30", order: rule)
    #expect(try answer(example, at: (14, 29)).basis == .forbidden)
    #expect(try answer(example, at: (14, 30)).basis == .commanded)
    #expect(try answer(example, day: 5).basis == .commanded)
  }

  @Test func twoVersionsOfARuleMayMeetAtAnHour() throws {
    let rules = """
      rule tell  cite "3"  in force from 2025-01-20 until 2025-01-22 14:30  unverified
        jail must share
      rule tell  cite "3"  in force from 2025-01-22 14:30  unverified
        jail may share
      """
    let example = try example("from 2025-01-20", order: rules)
    #expect(try answer(example, at: (14, 29)).basis == .commanded)
    #expect(try answer(example, at: (14, 30)).basis == .granted)
    #expect(Set(try answer(example).possible) == [.required, .permitted])
  }

  @Test func theHourOfTheHeadBoundsAllThatAnOrderSays() throws {
    let words = """
      14:30
      rule tell  cite "3"  unverified
        jail must share  when warm
      void local  cite "4"  unverified
        strikes must not share by ordinance
      presume mild  cite "5"  unverified
        warm is yes
      """
    let example = try ReferenceExample(
      ("ordinance of chicago", "rule ban  cite \"1\"  unverified\n  jail must not share"),
      ("order construing statute of IL from ca7", words))
    var request = example.request("share")
    request.day = try #require(Day("2010-01-01"))
    request.acted = ReferenceExample.instant(request.day, hour: 14, minute: 29)
    let before = try #require(try example.decision(request).answers.first)
    #expect(before.basis == .forbidden && !before.cautions.contains { $0.code == .presumed })
    request.acted = ReferenceExample.instant(request.day, hour: 14, minute: 30)
    let after = try #require(try example.decision(request).answers.first)
    #expect(after.basis == .commanded && after.cautions.contains { $0.code == .presumed })
  }

  @Test func theReasonSaysAtWhichHourItWasSuspended() throws {
    let reason = try #require(try answer(try example(), at: (15, 0)).reasons.first)
    #expect(
      reason.facts.first
        == "Is it done at 14:30 on 2025-01-22, by the clock of the place, or later? yes")
  }

  @Test func theHourIsThatOfTheClockOnTheWall() throws {
    let example = try example("from 2025-07-22 14:30")
    var request = example.request("share")
    request.day = try #require(Day("2025-07-22"))
    // Summer time: 14:30 in Chicago is 19:30 UTC.
    request.acted = Instant(seconds: Int64(request.day.number) * 86_400 + (19 * 60 + 29) * 60)
    #expect(try example.decision(request).answers.first?.basis == .forbidden)
    request.acted = Instant(seconds: Int64(request.day.number) * 86_400 + (19 * 60 + 30) * 60)
    #expect(try example.decision(request).answers.first?.basis == .silent)
  }
}
