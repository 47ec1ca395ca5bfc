import LawLanguage
import Testing

/// When declarations hang on each other in a circle: only while all of them are in force for the same agencies.
@Suite struct CheckerCircleTests {
  private func check(_ declarations: String) throws -> [String] {
    try Literate.check(law: declarations).diagnostics.map(\.message)
  }

  /// Two duties of which each waits for the other.
  private func duties(
    _ first: String, _ second: String, firstPeriod: String = "", secondPeriod: String = "", classes: String = ""
  ) throws -> [String] {
    try check(
      """
      \(classes)
      rule copy-first  cite "1"  \(firstPeriod)  unverified
        \(first) must give-copy  before report
      rule report-first  cite "2"  \(secondPeriod)  unverified
        \(second) must report  before give-copy
      """)
  }

  private let circle = ["`copy-first` waits for itself: copy-first → report-first → copy-first"]

  @Test func dutiesOfOneAgencyWaitForEachOther() throws {
    #expect(try duties("county-jail", "county-jail") == circle)
    #expect(try duties("any-agency", "county-jail") == circle)
    #expect(try duties("county-jail in chicago", "county-jail in cook-county") == circle)
    #expect(try duties("county-jail in cook-county", "county-jail in chicago") == circle)
    let custodians = "class custodians  cite \"1\"  county-jail, state-prison"
    #expect(try duties("custodians", "state-prison", classes: custodians) == circle)
  }

  @Test func dutiesOfDifferentAgenciesDoNot() throws {
    #expect(try duties("county-jail", "police") == [])
    let custodians = "class custodians  cite \"1\"  county-jail, state-prison"
    #expect(try duties("custodians", "police", classes: custodians) == [])
  }

  @Test func dutiesOfDifferentPlacesDoNot() throws {
    #expect(try duties("county-jail in IL", "county-jail in FL") == [])
    #expect(try duties("county-jail in chicago", "county-jail in FL") == [])
  }

  @Test func dutiesOfDifferentTimesDoNot() throws {
    #expect(
      try duties(
        "county-jail", "county-jail", firstPeriod: "in force from 2020-01-01 until 2020-12-31",
        secondPeriod: "in force from 2021-01-01") == [])
    #expect(
      try duties(
        "county-jail", "county-jail", firstPeriod: "in force from 2020-01-01 until 2021-01-01",
        secondPeriod: "in force from 2021-01-01") == circle)
  }

  @Test func aDutyOverAKindFiresWhatWaitsForTheBroaderAct() throws {
    #expect(
      try check(
        """
        rule copy-first  cite "1"  unverified
          county-jail must give-copy  before transfer
        rule transport-first  cite "2"  unverified
          county-jail must transport  before give-copy
        """) == ["`copy-first` waits for itself: copy-first → transport-first → copy-first"])
  }

  @Test func whatWaitsForARefusalOrAnEventIsNoCircle() throws {
    #expect(
      try check(
        """
        rule copy-first  cite "1"  unverified
          county-jail must give-copy  on refusing report
        rule report-first  cite "2"  unverified
          county-jail must report  on refusing give-copy
        rule notice-first  cite "3"  unverified
          county-jail must give-notice  at release-due
        """) == [])
  }

  @Test func rulesYieldToEachOtherOnlyWhileBothAreInForce() throws {
    func rules(_ first: String, _ second: String) throws -> [String] {
      try check(
        """
        rule no-hold  cite "1"  in force from 2020-01-01  unverified
          county-jail must not hold  notwithstanding hold
        rule hold  cite "2"  in force from \(first)  unverified
          county-jail must hold
        rule hold  cite "2"  in force from \(second)  unverified
          county-jail must hold  notwithstanding no-hold
        """)
    }
    #expect(
      try rules("2020-01-01 until 2020-12-31", "2021-01-01")
        == ["`no-hold` stands notwithstanding itself: no-hold → hold → no-hold"])
  }

  @Test func aDefinitionOfAnotherTimeIsNoCircle() throws {
    func definitions(_ first: String, _ second: String) throws -> [String] {
      try check(
        """
        define early  cite "1"  in force from \(first)  when late or crime-witness
        define late  cite "1"  in force from \(second)  when early or crime-witness
        define late  cite "1"  in force from 2020-01-01 until 2020-12-31  when crime-suspect
        """)
    }
    #expect(try definitions("2020-01-01 until 2020-12-31", "2021-01-01").filter { $0.contains("itself") } == [])
    #expect(
      try definitions("2020-06-01", "2021-01-01") == ["`early` is defined by itself: early → late → early"])
  }
}
