import LawLanguage
import Testing

/// The requests and claims that cases are checked into.
@Suite struct CheckerCaseTests {
  private func example(_ lines: String) throws -> Case {
    let text = """
      # A law

      Words.

      ```law
      law il.test  cite "5 ILCS 0"  by statute of IL  in force from 2020-01-01
      rule no-hold  cite "1"  unverified
        county-jail must not hold
      ```

      ```case "title"  official "source"
      \(lines)
      ```
      """
    let result = try Literate.check(SourceFile(path: "il/test.md", text: text))
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
}
