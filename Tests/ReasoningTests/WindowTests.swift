import LawLanguage
import Reasoning
import Testing

/// Windows to the second: where they begin and end, and whether an act lies within.
@Suite struct WindowTests {
  private static let day = ReferenceExample.day

  private func answer(
    _ clause: String, acted: Instant? = nil, facts: [String: FactValue] = [:], verb: String = "may",
    asked: Instant? = nil
  ) throws -> ActAnswer {
    let example = try ReferenceExample(
      ("statute of IL", "\nrule bounded  cite \"1\"  unverified\n  jail \(verb) share\n  \(clause)"))
    var request = example.request("share")
    request.facts = facts
    request.acted = acted
    request.asked = asked
    return try #require(try example.decision(request).answers.first)
  }

  private func instant(_ days: Int, hour: Int = 0, minute: Int = 0, second: Int64 = 0) -> Instant {
    let start = ReferenceExample.instant(Self.day.adding(days: days), hour: hour, minute: minute)
    return Instant(seconds: start.seconds + second)
  }

  private func date(_ days: Int) -> FactValue { .date(Self.day.adding(days: days)) }

  // MARK: Inside and outside

  @Test(arguments: [(0, true), (1, false), (-1, true)])
  func notBeforeADayBeginsWithItsFirstMinute(days: Int, isInside: Bool) throws {
    let answer = try answer("not before booked", facts: ["booked": date(days)])
    #expect(answer.answer == (isInside ? .permitted : .prohibited))
    #expect(answer.basis == (isInside ? .granted : .outsideWindow))
    #expect(answer.window == Window(from: instant(days), until: nil, isOpen: false))
  }

  @Test(arguments: [(0, true), (1, true), (-1, false)])
  func untilADayEndsWithItsLastSecond(days: Int, isInside: Bool) throws {
    let answer = try answer("until booked", facts: ["booked": date(days)])
    #expect(answer.answer == (isInside ? .permitted : .prohibited))
    #expect(answer.window == Window(from: nil, until: instant(days + 1, second: -1), isOpen: false))
  }

  @Test func withoutATimeTheActIsSomewhereOnItsDay() throws {
    func answered(_ clause: String, _ due: Instant) throws -> Answer {
      try answer(clause, facts: ["release-due": .instant(due)]).answer
    }
    #expect(try answered("not before release-due", instant(1)) == .prohibited)
    #expect(try answered("not before release-due", instant(1, second: -1)) == .permitted)
    #expect(try answered("until release-due", instant(0)) == .permitted)
    #expect(try answered("until release-due", instant(0, second: -1)) == .prohibited)
  }

  @Test func bothEndsOfAWindowLieWithin() throws {
    let noon = instant(0, hour: 12)
    func answered(_ clause: String, second: Int64) throws -> Answer {
      try answer(clause, acted: Instant(seconds: noon.seconds + second), facts: ["release-due": .instant(noon)]).answer
    }
    #expect(try answered("not before release-due", second: 0) == .permitted)
    #expect(try answered("not before release-due", second: -1) == .prohibited)
    #expect(try answered("until release-due", second: 0) == .permitted)
    #expect(try answered("until release-due", second: 1) == .prohibited)
    #expect(try answered("not before release-due  until release-due", second: 0) == .permitted)
  }

  @Test(arguments: [("may", Answer.prohibited, Basis.outsideWindow), ("must", .conflict, .opposed)])
  func aWindowThatEndsBeforeItBeginsHasNoInside(verb: String, expected: Answer, basis: Basis) throws {
    let noon = FactValue.instant(instant(0, hour: 12))
    let empty = try answer(
      "not before 1 hour after release-due  until release-due", facts: ["release-due": noon], verb: verb)
    #expect(empty.answer == expected)
    #expect(empty.basis == basis)
    let outside = try answer("not before 1 days after release-due", facts: ["release-due": noon], verb: verb)
    #expect(outside.answer == .prohibited)
    #expect(outside.basis == .outsideWindow)
  }

  @Test func ofSeveralBoundsTheNarrowestCount() throws {
    let answer = try answer(
      """
      not before 2 days before booked  not before 1 days before booked  not before 3 days before booked
        until 2 days after booked  until 1 days after booked  until 3 days after booked
      """, facts: ["booked": date(0)])
    #expect(answer.window == Window(from: instant(-1), until: instant(2, second: -1), isOpen: false))
  }

  // MARK: Hours and days

  @Test func daysKeepTheTimeOnTheWallToTheSecond() throws {
    let due = instant(-1, hour: 10, minute: 7, second: 31)
    for (clause, days) in [("until 2 days after release-due", 2), ("until 1 week after release-due", 7)] {
      let answer = try answer(clause, facts: ["release-due": .instant(due)])
      #expect(answer.window?.until == instant(days - 1, hour: 10, minute: 7, second: 31))
    }
    let before = try answer("not before 3 days before release-due", facts: ["release-due": .instant(due)])
    #expect(before.window?.from == instant(-4, hour: 10, minute: 7, second: 31))
    let hours = try answer("until 30 hours after release-due", facts: ["release-due": .instant(due)])
    #expect(hours.window?.until == instant(0, hour: 16, minute: 7, second: 31))
  }

  @Test func anHourThatTheClockShowsTwiceIsKeptToTheSecondToo() throws {
    // The second half past one of 2 November 2025 in Chicago, and 42 seconds.
    let zone = try #require(Zone(identifier: "America/Chicago"))
    let fold = try #require(Day("2025-11-02"))
    let second = Instant(seconds: zone.instant(of: fold.adding(days: 1), minutes: 90).seconds - 86_400 + 42)
    #expect(zone.minutes(of: second) == 90)
    let answer = try answer("until 1 days after release-due", facts: ["release-due": .instant(second)])
    #expect(answer.window?.until == Instant(seconds: second.seconds + 86_400))
  }

  @Test(arguments: [
    // 2025-01-17 is a Friday, 2025-01-20 a holiday.
    (24, "saturdays, sundays", 1), (25, "saturdays, sundays", 3), (24, "sundays", 1), (25, "sundays", 1),
    (48, "saturdays", 3), (49, "saturdays", 3), (48, "saturdays, sundays", 4),
    (48, "saturdays, sundays, il-holidays", 5), (72, "sundays", 4), (23, "saturdays, sundays", 0),
  ])
  func theClockStandsStillOnDaysThatDoNotCount(hours: Int, leftOut: String, days: Int) throws {
    let friday = try #require(Day("2025-01-17"))
    let answer = try answer(
      "at most \(hours) hours from booked not counting \(leftOut)", facts: ["booked": .date(friday)])
    let start = ReferenceExample.instant(friday.adding(days: days), hour: 0)
    let rest = Int64(hours % 24) * 3600
    #expect(answer.window?.until == Instant(seconds: start.seconds + rest))
  }

  @Test func hoursFromAMomentOnADayThatDoesNotCountBeginAtItsEnd() throws {
    let sunday = try #require(Day("2025-01-19"))
    let answer = try answer(
      "at most 10 hours from release-due not counting sundays",
      facts: ["release-due": .instant(ReferenceExample.instant(sunday, hour: 15))])
    #expect(answer.window?.until == ReferenceExample.instant(sunday.adding(days: 1), hour: 10))
  }

  @Test func theEndOfTheDayIsThatOfTheMomentsDay() throws {
    let answer = try answer(
      "until the end of the day of release-due", facts: ["release-due": .instant(instant(0, hour: 23, minute: 59))])
    #expect(answer.window?.until == instant(1, second: -1))
  }

  @Test func theRequestsOwnDatesAreDaysUnlessTheirTimeIsKnown() throws {
    #expect(try answer("until 1 days after asked").window?.until == instant(2, second: -1))
    #expect(
      try answer("until 1 days after asked", asked: instant(0, hour: 9)).window?.until == instant(1, hour: 9))
    #expect(try answer("at most 5 hours from acted").window?.until == instant(0, hour: 5))
    #expect(
      try answer("at most 5 hours from acted", acted: instant(0, hour: 9)).window?.until == instant(0, hour: 14))
  }

  // MARK: What is unknown

  private func decision(_ rules: String, facts: [String: FactValue] = [:]) throws -> Decision {
    let example = try ReferenceExample(("statute of IL", "\n" + rules))
    var request = example.request("share")
    request.facts = facts
    return try example.decision(request)
  }

  @Test func theDatesThatWouldCloseWindowsAreAskedAfterwardsInTheOrderOfTheLaws() throws {
    let rules = """
      rule first  cite "1"  unverified
        jail may share  until released  until asked
      limit second  cite "2"  unverified
        jail share  not before booked  until the end of the day of release-due
      """
    let open = try decision(rules)
    #expect(open.answers[0].answer == .permitted)
    #expect(open.answers[0].window == Window(from: nil, until: instant(1, second: -1), isOpen: true))
    #expect(open.answers[0].cautions.map(\.code) == [.unverified, .windowOpen])
    #expect(open.questions.isEmpty)
    #expect(open.followUps.map(\.fact.name) == ["released", "booked", "release-due"])
    let closed = try decision(
      rules, facts: ["released": date(0), "booked": date(0), "release-due": .instant(instant(0, hour: 3))])
    #expect(closed.followUps.isEmpty)
    #expect(closed.answers[0].cautions.map(\.code) == [.unverified])
  }

  @Test func whatIsForbiddenHasNoWindow() throws {
    let banned = try decision(
      """
      rule ban  cite "1"  unverified
        jail must not share
      limit bounded  cite "2"  unverified
        jail share  until released
      """)
    #expect(banned.answers[0].window == nil)
    #expect(banned.followUps.isEmpty)
    #expect(banned.answers[0].reasons.map(\.role) == [.decides])
  }

  @Test func boundsThatAllCompletionsShareAreTheWindow() throws {
    let same = try decision(
      """
      rule one  cite "1"  unverified
        jail may share  when warm  until 1 days after booked  not before booked
      rule two  cite "2"  unverified
        jail may share  when not warm  until 1 days after booked
      """, facts: ["booked": date(0)])
    #expect(same.answers[0].window == Window(from: nil, until: instant(2, second: -1), isOpen: false))
    let other = try decision(
      """
      rule one  cite "1"  unverified
        jail may share  when warm  until 1 days after booked
      rule two  cite "2"  unverified
        jail may share  when not warm  until 2 days after booked
      """, facts: ["booked": date(0)])
    #expect(other.answers[0].window == nil)
    #expect(other.answers[0].answer == .permitted)
    let sometimes = try decision(
      """
      rule one  cite "1"  unverified
        jail may share  when warm  until released
      rule two  cite "2"  unverified
        jail may share
      """)
    #expect(sometimes.answers[0].window == nil)
  }

  // MARK: Steps

  @Test func stepsThatComeFirstAreNamedOnceAndWhileTheyMayBeNeeded() throws {
    let rules = """
      rule one  cite "1"  unverified
        jail may share  only after leave  cite "1(a)"
      limit two  cite "2"  unverified
        jail share  only after leave when dry  cite "2(a)"
      """
    #expect(try decision(rules).answers[0].first.map { [$0.step, $0.cite] } == [["leave", "L § 1(a)"]])
    #expect(try decision(rules, facts: ["leave": .yesNo(false)]).answers[0].first.count == 1)
    #expect(try decision(rules, facts: ["leave": .yesNo(true)]).answers[0].first == [])
    let conditional = """
      limit two  cite "2"  unverified
        jail share  only after leave when dry
      """
    #expect(try decision(conditional).answers[0].first.map(\.step) == ["leave"])
    #expect(try decision(conditional, facts: ["dry": .yesNo(true)]).answers[0].first.map(\.step) == ["leave"])
    #expect(try decision(conditional, facts: ["dry": .yesNo(false)]).answers[0].first == [])
  }
}
