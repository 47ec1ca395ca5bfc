import LawLanguage
import Testing

/// The requests and claims that cases are checked into.
@Suite struct CheckerCaseTests {
  private func example(_ lines: String) throws -> Case {
    let block = """
      ```case "title"  official "source"
      \(lines)
      ```
      """
    let result = try Literate.check(Literate.ban(with: block))
    #expect(result.diagnostics.map(\.message) == [])
    return try #require(result.library?.cases.first)
  }

  private func instant(_ zone: String, _ day: String, _ minutes: Int) throws -> Instant {
    try #require(Zone(identifier: zone)).instant(of: try #require(Day(day)), minutes: minutes)
  }

  @Test func aLocalityHasTheZoneOfItsJurisdiction() throws {
    let request = try example(
      """
      on 2025-01-22 at 16:00, a county-jail in chicago acting for police acting as contractor is asked to hold
      expect must not hold, forbidden
      """
    ).request
    #expect(request.jurisdiction == "IL")
    #expect(
      request.agency
        == Request.Agency(kind: "county-jail", locality: "chicago", capacity: .contractor, actingFor: "police"))
    #expect(request.acted == (try instant("America/Chicago", "2025-01-22", 960)))
    #expect(request.asked == request.acted)
    #expect(request.decided == request.acted)
  }

  @Test func askedAndDecidedMoveAlone() throws {
    let request = try example(
      """
      on 2025-01-22 at 16:00, a county-jail in FL is asked to hold
      given asked is 2025-01-20
      given decided is 2025-01-21 09:30
      expect must not hold, no-authority-found
      """
    ).request
    #expect(request.asked == nil)
    #expect(request.askedDay == Day("2025-01-20"))
    #expect(request.decided == (try instant("America/New_York", "2025-01-21", 570)))
    #expect(request.decidedDay == Day("2025-01-21"))
    #expect(request.acted == (try instant("America/New_York", "2025-01-22", 960)))
  }

  @Test func givensAreTyped() throws {
    let request = try example(
      """
      on 2025-01-22, a county-jail in IL is asked to hold, by an i247a with an i200
      given custody is sentenced
      given not crime-witness
      given age is 17
      given born is 2007-03-01
      given charged-under is "720 ILCS 5/9-1"
      given release-due is 2025-01-22 16:00
      given exigent by "Sgt. Example" why "a fire"
      given i247a.served
      given a conviction where class is felony, convicted-on is 2019-03-01
      given stays are none
      expect must not hold, forbidden
      """
    ).request
    #expect(
      request.facts == [
        "custody": .choice("sentenced"), "crime-witness": .yesNo(false), "age": .number(17),
        "born": .date(try #require(Day("2007-03-01"))), "charged-under": .code("720 ILCS 5/9-1"),
        "release-due": .instant(try instant("America/Chicago", "2025-01-22", 960)), "exigent": .yesNo(true),
      ])
    #expect(request.judgements == ["exigent": Request.JudgementRecord(by: "Sgt. Example", why: "a fire")])
    #expect(
      request.papers == [
        Request.Paper(kind: "i247a", fields: ["served": .yesNo(true)]),
        Request.Paper(kind: "i200", fields: ["signer": .choice("immigration-officer")]),
      ])
    #expect(request.records["convictions"]?.isComplete == false)
    #expect(request.records["convictions"]?.records.first?["class"] == .choice("felony"))
    #expect(request.records["stays"] == Request.RecordList(isComplete: true, records: []))
  }

  @Test func claimsNameRulesOfTheirOwnLawFirst() throws {
    let claims = try example(
      """
      on 2025-01-22, a county-jail in IL is asked to hold, by an i247a
      expect must not hold, forbidden, on i247a, because no-hold
      expect conflict hold because no-hold, fl.neighbour.neighbour-copy
      expect undetermined hold asking age, i247a.signer, convictions, convictions.class
      expect duty give-copy to person-in-custody due 2025-01-23 because fl.neighbour.neighbour-copy
      expect no caution presumed over hold
      """
    ).expectations.map(\.claim)
    let noHold = QualifiedName(law: "il.test", name: "no-hold")
    let copy = QualifiedName(law: "fl.neighbour", name: "neighbour-copy")
    #expect(
      claims == [
        .answer(act: "hold", .prohibited, .forbidden, ground: "i247a", because: [noHold]),
        .answer(act: "hold", .conflict, .opposed, ground: nil, because: [noHold, copy]),
        .undetermined(act: "hold", asking: ["age", "i247a.signer", "convictions", "convictions.class"]),
        .duty(
          act: "give-copy", to: "person-in-custody", due: nil, dueDay: Day("2025-01-23"), because: copy),
        .caution(.presumed, act: "hold", present: false),
      ])
  }

  @Test func claimsOfWhatComesWithAnAnswerAreRead() throws {
    let claims = try example(
      """
      on 2025-01-22, a county-jail in IL is asked to hold and transfer, by an i247a
      expect may transfer, silent
      expect must hold, commanded
      expect first judicial-leave for transfer
      expect window hold from 2025-01-22 08:00 until 2025-01-24 10:30
      expect window transfer until 2025-01-24 10:30
      expect window transfer from 2025-01-22 08:00
      expect duty give-copy
      expect duty give-copy due 2025-01-23 09:15
      expect no duty report
      expect no duty give-notice to judge
      expect no duty give-copy because fl.neighbour.neighbour-copy
      expect caution not-asked
      expect undetermined transfer asking age
      """
    ).expectations.map(\.claim)
    let (eight, end) = (
      try instant("America/Chicago", "2025-01-22", 480), try instant("America/Chicago", "2025-01-24", 630)
    )
    #expect(
      claims == [
        .answer(act: "transfer", .permitted, .silent, ground: nil, because: []),
        .answer(act: "hold", .required, .commanded, ground: nil, because: []),
        .first(step: "judicial-leave", act: "transfer", present: true),
        .window(act: "hold", from: eight, until: end),
        .window(act: "transfer", from: nil, until: end),
        .window(act: "transfer", from: eight, until: nil),
        .duty(act: "give-copy", to: nil, due: nil, dueDay: nil, because: nil),
        .duty(
          act: "give-copy", to: nil, due: try instant("America/Chicago", "2025-01-23", 555), dueDay: nil, because: nil),
        .noDuty(act: "report", to: nil, because: nil), .noDuty(act: "give-notice", to: "judge", because: nil),
        .noDuty(act: "give-copy", to: nil, because: QualifiedName(law: "fl.neighbour", name: "neighbour-copy")),
        .caution(.notAsked, act: nil, present: true), .undetermined(act: "transfer", asking: ["age"]),
      ])
  }

  @Test func aBasisBelongsToItsAnswer() throws {
    let bases: [(String, [String])] = [
      ("must", ["commanded"]), ("may", ["granted", "exempted", "silent"]),
      ("must not", ["forbidden", "authority-denied", "no-authority-found", "outside-window"]),
    ]
    for (verb, fitting) in bases {
      for basis in fitting {
        #expect(
          try example("on 2025-01-22, a county-jail in IL is asked to hold\nexpect \(verb) hold, \(basis)")
            .expectations.count == 1)
      }
    }
  }

  @Test func aListBegunWithARecordIsAtLeastThatUntilItIsComplete() throws {
    func list(_ givens: String) throws -> Request.RecordList? {
      try example(
        """
        on 2025-01-22, a county-jail in IL is asked to hold
        \(givens)
        expect must not hold, forbidden
        """
      ).request.records["convictions"]
    }
    let felony: [String: FactValue] = ["class": .choice("felony")]
    #expect(try list("given age is 17") == nil)
    #expect(
      try list("given a conviction where class is felony\ngiven a conviction")
        == Request.RecordList(isComplete: false, records: [felony, [:]]))
    #expect(
      try list("given a conviction where class is felony\ngiven convictions are complete")
        == Request.RecordList(isComplete: true, records: [felony]))
    #expect(
      try list("given convictions are complete\ngiven a conviction where class is felony")
        == Request.RecordList(isComplete: true, records: [felony]))
  }

  @Test func aTownHasTheZoneOfItsCountyBeforeThatOfItsState() throws {
    let text = """
      # A law

      Words.

      ```law
      locality gulf-county "Gulf County"  in FL  zone America/Chicago
      locality wewahitchka "Wewahitchka"  in FL  within gulf-county
      locality miami "Miami"  in FL
      law fl.test  cite "0"  by statute of FL  in force from 2020-01-01
      ```

      ```case "in the west"  derived "nothing"
      on 2025-01-22 at 16:00, a county-jail in wewahitchka is asked nothing
      expect no duty report
      ```

      ```case "in the east"  derived "nothing"
      on 2025-01-22 at 16:00, a county-jail in miami is asked nothing
      expect no duty report
      ```
      """
    let result = try Literate.check(SourceFile(path: "fl/test.md", text: text))
    let cases = try #require(result.library?.cases)
    #expect(
      cases.map(\.request.acted) == [
        try instant("America/Chicago", "2025-01-22", 960), try instant("America/New_York", "2025-01-22", 960),
      ])
  }

  @Test func noTimeOfDayIsKnownWhereThereIsNoZone() throws {
    let text = """
      # A law

      Words.

      ```law
      locality dc "District of Columbia"  in US
      law us.test  cite "1 USC 0"  by statute of US  in force from 2020-01-01
      ```

      ```case "in the district"  derived "nothing"
      on 2025-01-22, a county-jail in dc is asked to hold
      given release-due is 2025-01-24 10:00
      expect may hold, silent
      ```

      ```case "at a time"  derived "nothing"
      on 2025-01-22 at 16:00, a county-jail in US is asked to hold
      expect may hold, silent
      ```
      """
    let result = try Literate.check(SourceFile(path: "us/test.md", text: text))
    #expect(
      result.diagnostics.map(\.message) == [
        "`dc` has no known time zone, so no time of day is known there",
        "`US` has no known time zone, so no time of day is known there",
      ])
  }
}
