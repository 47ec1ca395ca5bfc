import Desk
import Foundation
import LawLanguage
import Ledger
import Testing

/// One person proposes that a record goes, another confirms; and only a schedule that counsel has adopted lets time do it.
struct DisposalTests {
  private static func order() throws -> DisposalGround { try DisposalGround(.courtOrder, reference: "26-EX-0001") }

  private static func schedule(
    _ kind: RetentionSchedule.Kind = .unreadable, years: Int = 2, then: RetentionSchedule.Disposition = .erase
  ) throws -> RetentionSchedule {
    try RetentionSchedule(
      kind, title: "Junk faxes", cite: "Example schedule 7", source: "made up for this test", years: years,
      from: .received, then: then)
  }

  /// A closed case of junk.
  private static func junk(_ test: TestOffice) async throws -> CaseID {
    let crew = try Crew("il-jail")
    let receipt = try await test.office.keepUnreadable(
      NewDocument(Array("illegible".utf8), title: "Fax", mediaType: "text/plain"), why: "x",
      received: test.clock.read(), channel: .fax, by: Hand(crew.clerk))
    try await test.run(.close(reason: "junk", leaving: []), on: receipt.id, by: crew.clerk)
    return receipt.id
  }

  private static func isRefused(_ body: () async throws -> Void) async throws -> Bool {
    do {
      try await body()
      return false
    } catch is OfficeRefusal { return true }
  }

  @Test func nobodyConfirmsTheirOwnProposalAndCounselProposesNone() async throws {
    let (test, crew) = (try await TestOffice.make(), try Crew("il-jail"))
    let id = try await DisposalTests.junk(test)
    let order = try DisposalTests.order()
    for staff in [crew.counsel, crew.clerk, crew.officer, crew.auditor, crew.administrator, crew.program] {
      #expect(
        try await DisposalTests.isRefused {
          try await test.office.proposeDisposal(.erase, of: id, because: order, by: staff)
        })
    }
    let waiting = try await test.office.proposeDisposal(.erase, of: id, because: order, by: crew.publisher)
    #expect(try await test.office.disposalsWaiting(for: crew.counsel) == [waiting])
    for staff in [crew.publisher, crew.clerk, crew.officer, crew.auditor, crew.administrator, crew.program] {
      #expect(
        try await DisposalTests.isRefused {
          try await test.office.confirmDisposal(waiting.number, of: id, by: staff)
        })
    }
    #expect(try await test.office.caseFile(id, for: crew.clerk).id == id, "something went")
    #expect(
      try await DisposalTests.isRefused {
        try await test.office.confirmDisposal(waiting.number, of: id, by: Crew("nj-jail").counsel)
      }, "another agency's counsel")
    try await test.office.confirmDisposal(waiting.number, of: id, by: crew.counsel)
    #expect(try await test.office.disposalsWaiting(for: crew.counsel).isEmpty)
    try await test.office.ledger.audit()
  }

  @Test func aProposalThatWasWithdrawnOrHasLapsedIsConfirmedByNobody() async throws {
    let (test, crew) = (try await TestOffice.make(), try Crew("il-jail"))
    let id = try await DisposalTests.junk(test)
    let order = try DisposalTests.order()
    let first = try await test.office.proposeDisposal(.erase, of: id, because: order, by: crew.publisher)
    #expect(
      try await DisposalTests.isRefused {
        try await test.office.proposeDisposal(.forgetPerson, of: id, because: order, by: crew.publisher)
      }, "two at once")
    try await test.office.withdrawDisposal(first.number, of: id, by: crew.counsel)
    #expect(
      try await DisposalTests.isRefused {
        try await test.office.confirmDisposal(first.number, of: id, by: crew.counsel)
      })
    let second = try await test.office.proposeDisposal(.erase, of: id, because: order, by: crew.publisher)
    #expect(
      try await DisposalTests.isRefused {
        try await test.office.confirmDisposal(first.number, of: id, by: crew.counsel)
      }, "not the one that was read")
    test.clock.advance(hours: Int(DisposalStep.life) * 24)
    #expect(try await test.office.disposal(of: id, for: crew.counsel).waiting == nil)
    #expect(try await test.office.disposalsWaiting(for: crew.counsel).isEmpty)
    #expect(
      try await DisposalTests.isRefused {
        try await test.office.confirmDisposal(second.number, of: id, by: crew.counsel)
      })
    // A lapsed one is no obstacle to another.
    let third = try await test.office.proposeDisposal(.erase, of: id, because: order, by: crew.publisher)
    try await test.office.confirmDisposal(third.number, of: id, by: crew.counsel)
  }

  @Test func whatWasChangedSinceItWasProposedIsProposedAgain() async throws {
    let (test, crew) = (try await TestOffice.make(), try Crew("il-jail"))
    let id = try await DisposalTests.junk(test)
    let waiting = try await test.office.proposeDisposal(
      .erase, of: id, because: DisposalTests.order(), by: crew.publisher)
    try await test.run(.placeLegalHold(reason: "a suit"), on: id, by: crew.publisher)
    let standing = try await test.office.disposal(of: id, for: crew.counsel)
    #expect(standing.obstacle != nil && standing.waiting == waiting)
    #expect(
      try await DisposalTests.isRefused {
        try await test.office.confirmDisposal(waiting.number, of: id, by: crew.counsel)
      }, "under a legal hold")
    try await test.run(.liftLegalHold(reason: "settled"), on: id, by: crew.publisher)
    #expect(
      try await DisposalTests.isRefused {
        try await test.office.confirmDisposal(waiting.number, of: id, by: crew.counsel)
      }, "changed since")
  }

  @Test func forgettingKeepsItsStepsAndErasingTakesThemToo() async throws {
    let (test, crew) = (try await TestOffice.make(), try Crew("il-jail"))
    let id = try await DisposalTests.junk(test)
    try await test.dispose(
      .forgetPerson, of: id, because: DisposalTests.order(), by: crew.publisher, confirmedBy: crew.counsel)
    let standing = try await test.office.disposal(of: id, for: crew.publisher)
    #expect(standing.steps.map(\.kind) == [.proposed, .confirmed] && !standing.hasPerson)
    #expect(standing.steps.last?.by.staff == crew.counsel.id)
    try await test.dispose(
      .erase, of: id, because: DisposalTests.order(), by: crew.publisher, confirmedBy: crew.counsel)
    #expect(
      try await DisposalTests.isRefused { _ = try await test.office.disposal(of: id, for: crew.publisher) })
  }

  // MARK: Schedules

  @Test func onlyAnAdoptedScheduleOfTheRightKindLetsTimeDoIt() async throws {
    let (test, crew) = (try await TestOffice.make(), try Crew("il-jail"))
    let id = try await DisposalTests.junk(test)
    let ground = try DisposalGround(.schedule, reference: "Example schedule 7")
    test.clock.set(try moment("2030-01-01 02:00"))
    #expect(
      try await DisposalTests.isRefused {
        try await test.office.proposeDisposal(.erase, of: id, because: ground, by: crew.publisher)
      }, "no schedule")
    for staff in [crew.publisher, crew.officer, crew.administrator] {
      #expect(try await DisposalTests.isRefused { try await test.office.adopt(DisposalTests.schedule(), by: staff) })
    }
    try await test.office.adopt(DisposalTests.schedule(.request), by: crew.counsel)
    #expect(try await test.office.dispositionsDue(for: crew.publisher).isEmpty, "of another kind")
    try await test.office.adopt(DisposalTests.schedule(years: 9), by: crew.counsel)
    #expect(try await test.office.dispositionsDue(for: crew.publisher).isEmpty, "before its time")
    #expect(
      try await DisposalTests.isRefused { try await test.office.adopt(DisposalTests.schedule(), by: crew.deputy) },
      "two that speak of the same")
    let nine = try #require(await test.office.schedules(for: crew.publisher).last)
    #expect(nine.by.staff == crew.counsel.id && nine.schedule.years == 9)
    try await test.office.endSchedule(nine.number, by: crew.counsel)
    try await test.office.adopt(DisposalTests.schedule(), by: crew.deputy)
    #expect(try await test.office.dispositionsDue(for: crew.publisher).map(\.id) == [id])
    #expect(try await test.office.dispositionsDue(for: Crew("nj-jail").publisher).isEmpty)
    #expect(
      try await DisposalTests.isRefused {
        try await test.office.proposeDisposal(.forgetPerson, of: id, because: ground, by: crew.publisher)
      }, "the schedule says another thing")
    let waiting = try await test.office.proposeDisposal(.erase, of: id, because: ground, by: crew.publisher)
    // Ended meanwhile: the proposal has no ground any more.
    let two = try #require(await test.office.schedules(for: crew.publisher).last)
    try await test.office.endSchedule(two.number, by: crew.counsel)
    #expect(
      try await DisposalTests.isRefused {
        try await test.office.confirmDisposal(waiting.number, of: id, by: crew.counsel)
      })
  }

  @Test func aSealComesBeforeEverySchedule() async throws {
    let (test, crew) = (try await TestOffice.make(), try Crew("il-jail"))
    let id = try await DisposalTests.junk(test)
    try await test.office.adopt(DisposalTests.schedule(), by: crew.counsel)
    test.clock.set(try moment("2030-01-01 02:00"))
    #expect(try await test.office.dispositionsDue(for: crew.publisher).map(\.id) == [id])
    try await test.run(.seal(reason: "26-EX-0002"), on: id, by: crew.publisher)
    #expect(try await test.office.dispositionsDue(for: crew.publisher).isEmpty)
    let ground = try DisposalGround(.schedule, reference: "Example schedule 7")
    #expect(
      try await DisposalTests.isRefused {
        try await test.office.proposeDisposal(.erase, of: id, because: ground, by: crew.publisher)
      })
    // By an order it goes, though whoever keeps the records cannot read it.
    try await test.dispose(
      .erase, of: id, because: DisposalTests.order(), by: crew.publisher, confirmedBy: crew.counsel)
  }

  @Test func aScheduleSaysWhoseWordItIs() throws {
    #expect(throws: CaseRefusal.self) {
      try RetentionSchedule(
        .request, title: "Requests", cite: "Example", source: " ", years: 2, from: .closed, then: .erase)
    }
    #expect(throws: CaseRefusal.self) {
      try RetentionSchedule(
        .request, title: "Requests", cite: "Example", source: "x", years: 0, from: .closed, then: .erase)
    }
  }
}
