import LawLanguage
import Reference
import Testing

private let statute = "statute of IL"
private let day = ReferenceExample.day

@Suite struct ReferenceWindows {
  private func law(_ bounds: String, modal: String = "must") throws -> ReferenceExample {
    try ReferenceExample(
      (
        statute,
        """
        rule r cite "1" unverified any-agency \(modal) notify
        limit l cite "2" unverified any-agency notify \(bounds)
        """
      ))
  }

  @Test func theClockStandsStillOnDaysLeftOut() throws {
    let law = try law("at most 48 hours from release-due not counting saturdays, sundays, il-holidays")
    // From Friday 16:00 before Martin Luther King Jr. Day: 8 hours on Friday, then Tuesday and Wednesday.
    let friday = day.adding(days: -5)
    let due = FactValue.instant(ReferenceExample.instant(friday, hour: 16))
    let finding = try law.finding("notify", facts: ["release-due": due])
    #expect(finding.windowUntil == ReferenceExample.instant(day, hour: 16))
    #expect(finding.rules(.bounds) == ["l"])
    #expect(finding.answer == .required)
  }

  @Test func outsideItsWindowAnActIsProhibited() throws {
    let law = try law("not before 2 days before booked until 1 day after booked")
    var request = law.request("notify")
    for (offset, answer) in [(2, Answer.required), (3, .prohibited), (-1, .required), (-3, .prohibited)] {
      request.facts["booked"] = .date(day.adding(days: offset))
      #expect(try law.finding(request).answer == answer, "\(offset)")
    }
    request.facts["booked"] = .date(day.adding(days: -1))
    request.acted = ReferenceExample.instant(day, hour: 23, minute: 59)
    let finding = try law.finding(request)
    #expect(finding.answer == .required)
    #expect(finding.windowFrom == ReferenceExample.instant(day.adding(days: -3), hour: 0))
    let nextDay = ReferenceExample.instant(day.adding(days: 1), hour: 0)
    #expect(finding.windowUntil == Instant(seconds: nextDay.seconds - 1))
  }

  @Test func anEmptyWindowIsAConflictUnderAMust() throws {
    let bounds = "not before released until the end of the day of booked"
    let facts: [String: FactValue] = ["released": .date(day.adding(days: 1)), "booked": .date(day.adding(days: -1))]
    #expect(try law(bounds).finding("notify", facts: facts).basis == .opposed)
    #expect(try law(bounds, modal: "may").finding("notify", facts: facts).basis == .outsideWindow)
  }

  @Test func aBoundWithoutAnAnchorIsOpen() throws {
    let finding = try law("until 5 hours after release-due").finding("notify")
    #expect(finding.answer == .required)
    #expect(finding.windowIsOpen)
    #expect(finding.cautions.contains(.windowOpen))
  }

  @Test func daysKeepTheTimeOfDayAcrossAChangeOfTheClock() throws {
    let law = try law("until 1 day after release-due")
    let saturday = day.adding(days: 45)  // 2025-03-08; the clock moves that night.
    var request = law.request("notify")
    request.facts["release-due"] = .instant(ReferenceExample.instant(saturday, hour: 12))
    let until = try #require(try law.finding(request).windowUntil)
    #expect(until.seconds - ReferenceExample.instant(saturday, hour: 12).seconds == 23 * 3600)
  }

  @Test func aStepComesFirstUntilItIsDone() throws {
    let law = try law("only after leave when warm")
    #expect(try law.finding("notify").first == ["leave"])
    #expect(try law.finding("notify", facts: ["warm": .yesNo(false)]).first.isEmpty)
    #expect(try law.finding("notify", facts: ["leave": .yesNo(true)]).first.isEmpty)
  }
}

@Suite struct ReferenceDuties {
  @Test func receiptRunsFromWhenThePaperWasReceived() throws {
    let law = try ReferenceExample(
      (
        statute,
        """
        rule r cite "1" unverified any-agency must report to judge on receipt of a paper in detainer where served
          due within 2 business-days
        """
      ))
    var paper = Request.Paper.detainer
    paper.fields["received"] = .instant(ReferenceExample.instant(day.adding(days: -5), hour: 9))
    let open = try law.duties(law.request(papers: [paper]))
    #expect(open.map(\.certain) == [false])
    paper.fields["served"] = .yesNo(true)
    let certain = try law.duties(law.request(papers: [paper]))
    // Friday, then the weekend and a holiday: Tuesday and Wednesday.
    #expect(certain.map(\.dueDay) == [day])
    #expect(certain.map(\.certain) == [true])
    #expect(try law.duties(law.request(papers: [.warrant])).isEmpty)
  }

  @Test func aContingentDutyDropsWithWhatItHangsOn() throws {
    let law = try ReferenceExample(
      (
        statute,
        """
        rule ban cite "1" unverified any-agency must not notify when warm
        rule first cite "2" unverified any-agency must give-copy before notify due at least 24 hours before release-due
        rule refusing cite "3" unverified any-agency must report on refusing notify
        rule chained cite "4" unverified any-agency must report on doing give-copy
        """
      ))
    var request = law.request("notify")
    request.facts = ["warm": .yesNo(false), "release-due": .instant(ReferenceExample.instant(day, hour: 12))]
    let duties = try law.duties(request)
    #expect(duties.map(\.rule.name) == ["first", "refusing", "chained"])
    #expect(duties.map(\.contingent) == [true, true, true])
    #expect(duties[0].due == ReferenceExample.instant(day.adding(days: -1), hour: 12))
    request.facts["warm"] = .yesNo(true)
    #expect(try law.duties(request).map(\.rule.name) == ["refusing"])
  }

  @Test func anEventFiresOnceItHasHappened() throws {
    let law = try ReferenceExample(
      (statute, "rule r cite \"1\" unverified any-agency must report at booked due within 1 month"))
    var request = law.request()
    #expect(try law.duties(request).isEmpty)
    request.facts["booked"] = .date(day)
    #expect(try law.duties(request).map(\.dueDay) == [day.adding(months: 1)])
    request.facts["booked"] = .date(day.adding(days: 1))
    #expect(try law.duties(request).isEmpty)
  }

  @Test func aBanOfHigherRankRemovesADuty() throws {
    let law = try ReferenceExample(
      (statute, "rule ban cite \"1\" unverified any-agency must not report when warm"),
      ("ordinance of cook", "rule r cite \"1\" unverified any-agency must report each year due by march 1"))
    var request = law.request()
    request.facts["warm"] = .yesNo(false)
    #expect(try law.duties(request).map(\.dueDay) == [Day("2025-03-01")])
    request.facts["warm"] = .yesNo(true)
    #expect(try law.duties(request).isEmpty)
  }
}
