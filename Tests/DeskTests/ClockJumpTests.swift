import Desk
import Foundation
import LawLanguage
import Ledger
import Testing

/// A clock on the wall that is wrong, and is put right.
struct ClockJumpTests {
  @Test func aClockThatFellBackLosesNothingAndPublishesNothingTwice() async throws {
    let test = try await TestOffice.make(at: "2026-11-01 05:30")
    let (crew, ledger) = (try Crew("il-jail"), test.office.ledger)
    func publish() async throws -> Publication? {
      try await ledger.publish(at: Int(test.clock.read().seconds), by: .daily)
    }
    let first = try await test.detainer("il-jail", facts: ["release-due": "2026-11-01T09:00"])
    #expect(try await publish() != nil)
    test.clock.advance(hours: -3)
    #expect(try await publish() == nil)
    // What the case remembers lies in the future now; it goes on all the same.
    let receipt = try await test.run(.note("the clock was put back"), on: first.id, by: crew.clerk)
    #expect(receipt.version == first.version + 1)
    let second = try await test.detainer("il-jail", facts: ["release-due": "2026-11-01T09:00"])
    #expect(second.number.count == first.number.count + 1)
    _ = try await test.office.reconsider()
    test.clock.advance(hours: 3)
    #expect(try await publish() == nil)
    let history = try await test.office.history(of: first.id, for: crew.clerk)
    #expect(history.events.map(\.number) == Array(1...history.events.count))
    #expect(history.logEntries == history.logEntries.sorted())
    try await ledger.audit()
    // An arrival may not lie after the clock: that is said, not stored.
    test.clock.advance(hours: -24)
    let opening = Opening(agency: "il-jail", received: try moment("2026-11-01 04:00"), channel: .fax)
    await #expect(throws: OfficeRefusal.self) {
      try await test.office.receive(
        Intake(opening: opening, papers: [PaperCheck(kind: "i247a", names: .thePerson)]), by: Hand(crew.clerk))
    }
  }

  @Test func aClockThatJumpedYearsAheadAndBackLeavesNumbersAndTheLogWhole() async throws {
    let test = try await TestOffice.make()
    let (crew, ledger) = (try Crew("il-jail"), test.office.ledger)
    let first = try await test.detainer("il-jail", facts: ["release-due": "2026-02-10T03:00"])
    #expect(try await ledger.publish(at: Int(test.clock.read().seconds), by: .daily) != nil)
    let right = test.clock.read()
    test.clock.set(try moment("2031-02-10 02:00"))
    let ahead = try await test.detainer("il-jail")
    #expect(ahead.number.year == 2031 && ahead.number.count == 1)
    _ = try await test.office.reconsider()
    #expect(try await ledger.publish(at: Int(test.clock.read().seconds), by: .daily) != nil)
    test.clock.set(right)
    // What was open then can be decided now.
    try await test.run(.decide(act: "hold", choice: .refrain, reason: nil), on: first.id, by: crew.officer)
    #expect(try await test.office.caseFile(first.id, for: crew.clerk).decisions.count == 1)
    let again = try await test.detainer("il-jail")
    #expect(again.number.year == 2026 && again.number.count == 2)
    // The log is not silent for five years.
    test.clock.advance(hours: 24)
    #expect(try await ledger.publish(at: Int(test.clock.read().seconds), by: .daily) != nil)
    try await ledger.audit()
  }
}
