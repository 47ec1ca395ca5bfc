import Foundation
import LawLanguage
import Reasoning
import Replay
import Testing

@Suite("Stays past the last local release") struct StayTests {
  /// Bookings of nobody, made up to go every way there is.
  private static let bookings = """
    booking,booked_at_shifted,hours_in_jail,immigration_hold,released_to_immigration
    A,2017-03-06T15:00,50,1,1
    B,2017-03-06T15:00,30,1,1
    C,2017-03-06T15:00,90,1,0
    D,2017-03-06T15:00,20,1,0
    E,2017-03-06T15:00,20,1,0
    F,2017-03-06T15:00,20,1,0
    G,2017-03-06T15:00,70,1,0
    H,2017-03-06T15:00,20,1,0
    I,2017-03-06T15:00,20,0,0

    """
  private static let charges = """
    booking,n,jurisdiction,hours_from_booking_to_charge_release
    A,1,SUP,10
    A,2,PD1,1
    A,3,IMM,50
    B,1,SUP,30
    B,2,IMM,30
    C,1,SUP,41.5
    C,2,IMM,90
    D,1,IMM,20
    E,1,SUP,20
    F,1,SUP,
    F,2,IMM,20
    G,1,SUP,22
    G,2,IMM,
    H,1,SUP,25
    H,2,IMM,20
    I,1,SUP,20

    """

  private func figures(_ bookings: String, _ charges: String, _ written: Written = Written()) throws -> ReplayFigures {
    let files = [TableFile(name: "bookings.csv", text: bookings), TableFile(name: "charges.csv", text: charges)]
    return try ReplayPlan.over(files, try Places.mapping("jail-bookings"), jurisdiction: "WA", other: Day("2026-11-21"))
      .run(written)
  }

  @Test("each way a stay can be recorded is measured, or not, for a reason")
  func ways() throws {
    let written = Written()
    let found = try figures(StayTests.bookings, StayTests.charges, written)
    let stays = try #require(found.stays)
    #expect(found.setAside == [.noPaper: 1])
    // A, 40 h; C, 48 h 30 min; G by the end of the stay, 48 h: not more than 48.
    #expect(stays.kept.map(\.minutes) == [40 * 60, 48 * 60 + 30, 48 * 60])
    #expect(stays.pastRelease == 3)
    #expect(stays.past48 == 1)
    #expect(stays.withRelease == 1)
    #expect(stays.localOutlasts == 1)
    #expect(stays.unmeasured == [.noLocal: 1, .noHold: 1, .localTime: 1])
    #expect(stays.unmeasurable == 3)
    #expect(try written.rows(.held).map { $0[1] } == ["40", "0", "48.5", "", "", "", "48", "-5"])
  }

  @Test("a copy with other times gives its own figures")
  func perturbed() throws {
    let other = StayTests.charges.replacing("A,3,IMM,50", with: "A,3,IMM,60")
    #expect(try figures(StayTests.bookings, other).stays?.past48 == 2)
  }

  @Test("a row of the charges that cannot be read ends the run: without it a stay would be measured wrongly")
  func badCharge() throws {
    let other = StayTests.charges.replacing("H,1,SUP,25", with: "H,1,SUP,25,too many,cells,here,and,there")
    #expect { try figures(StayTests.bookings, other) } throws: { "\($0)".contains("stays would be measured wrongly") }
  }

  @Test("the law of the day left it contested, today's forbids it, and months are not told of moved dates")
  func laws() throws {
    let found = try figures(StayTests.bookings, StayTests.charges)
    let library = try #require(wholeLibrary)
    let tables = try MappedTables.find(
      [
        TableFile(name: "bookings.csv", text: StayTests.bookings),
        TableFile(name: "charges.csv", text: StayTests.charges),
      ], among: [try Places.mapping("jail-bookings")])
    let plan = ReplayPlan(
      tables, law: LawChoice(library, digests: .init(of: library), day: nil, title: "the law of the day"),
      other: LawChoice(library, digests: .init(of: library), day: Day("2026-11-21"), title: "today's"),
      jurisdiction: "WA")
    let report = ReplayReport(found, plan: plan, command: "tenth replay").markdown
    #expect(report.contains("prohibited (authority contested: no law found that gives it, none that denies it)"))
    #expect(report.contains("RCW § 10.93.160(8)"))
    #expect(report.contains("Clocks that leave out holidays are refused"))
    #expect(!report.contains("## By month"))
  }

  @Test("of Pierce County's 204 holds 193 can be measured, 44 ran past release, 7 past 48 hours")
  func pierce() throws {
    guard let bookings = Places.table("pierce-bookings/bookings.csv"),
      let charges = Places.table("pierce-bookings/charges.csv")
    else { return print("skipped: ../shared/data/pierce-bookings is not there") }
    let found = try ReplayPlan.over([bookings, charges], try Places.mapping("jail-bookings"), jurisdiction: "WA").run()
    let stays = try #require(found.stays)
    #expect(found.decided == 204)
    #expect(stays.stays == 204)
    // Six bookings have no local row; five no row of the hold.
    #expect(stays.unmeasured == [.noLocal: 6, .noHold: 5])
    #expect(stays.pastRelease == 44)
    #expect(stays.past48 == 7)
    #expect(stays.kept.map { $0.minutes / 60 }.sorted().suffix(7) == [69, 76, 89, 225, 993, 1416, 1631])
    #expect(stays.withRelease == 84)
    #expect(stays.localOutlasts == 65)
  }
}
