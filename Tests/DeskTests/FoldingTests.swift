import Desk
import Foundation
import LawLanguage
import Testing

struct FoldingTests {
  private func history() async throws -> (TestOffice, CaseFile, [CaseEvent]) {
    let test = try await TestOffice.make()
    let crew = try Crew("ca-jail")
    let id = try await test.detainer("ca-jail", facts: ["release-due": "2026-02-10T04:30", "custody": "pretrial"]).id
    try await test.run(.planAct(at: try moment("2026-02-10 04:00")), on: id, by: crew.clerk)
    try await test.run(.askActs(["share-address"]), on: id, by: crew.clerk)
    try await test.run(.raiseCitizenship(evidence: "x"), on: id, by: crew.clerk)
    try await test.run(.callCounsel(who: "Sample Counsel"), on: id, by: crew.clerk)
    try await test.run(.settleCitizenship(mayProceed: true, reason: "x"), on: id, by: crew.counsel)
    try await test.run(.decide(act: "hold", choice: .refrain, reason: nil), on: id, by: crew.officer)
    try await test.run(.cancelPaper(number: 2, reason: "x"), on: id, by: crew.clerk)
    let history = try await test.office.history(of: id, for: crew.auditor)
    return (test, history.file, history.events)
  }

  @Test func everyEventIsReadBackAsItWasWritten() async throws {
    let (_, _, events) = try await history()
    for event in events { #expect(try CaseEvent(encoded: event.encoded()) == event) }
    #expect(Set(events.map(\.salt)).count == events.count)
  }

  @Test func aCaseIsWhatItsEventsAddUpTo() async throws {
    let (_, file, events) = try await history()
    var folded = try CaseFile(id: file.id, number: file.number, events: events.prefix(1))
    for event in events.dropFirst() { try folded.apply(event) }
    #expect(folded == file && folded.version == events.count)
  }

  @Test func eventsOutOfOrderOrWithoutABeginningAreNoCase() async throws {
    let (_, file, events) = try await history()
    #expect(throws: CaseFile.Unfoldable.self) {
      try CaseFile(id: file.id, number: file.number, events: events.dropFirst())
    }
    var folded = try CaseFile(id: file.id, number: file.number, events: events.prefix(2))
    #expect(throws: CaseFile.Unfoldable.self) { try folded.apply(events[1]) }
    #expect(throws: CaseFile.Unfoldable.self) { try folded.apply(events[3]) }
  }

  @Test func anEventOfALaterFormIsRefusedByName() throws {
    let later = Array(#"{"form":2,"what":{"type":"unheard-of"}}"#.utf8)
    #expect(throws: CaseEvent.Unreadable.self) { try CaseEvent(encoded: later) }
    do { _ = try CaseEvent(encoded: later) } catch { #expect(error.description.contains("the form 2")) }
    #expect(throws: CaseEvent.Unreadable.self) { try CaseEvent(encoded: [0x7B]) }
  }

  @Test func theDecisionAnOfficerSawIsKeptWholeWithItsReceipt() async throws {
    let (_, file, events) = try await history()
    let decision = try #require(file.decision(on: "hold")?.entry)
    let seen = try #require(
      events.compactMap { event -> Proposal? in
        if case .proposed(let proposal) = event.what, proposal.number == decision.proposal { return proposal }
        return nil
      }.first)
    // Whole, though another act was still open.
    let document = try #require(seen.document)
    #expect(seen.isOpen && digest(of: Array(document.utf8)) == seen.digest)
    #expect(seen.library == RealLaw.law.digest && !seen.engine.isEmpty && !seen.timeZoneData.isEmpty)
  }
}
