import Desk
import Foundation
import LawLanguage
import Ledger
import Testing

/// What is sealed is nowhere in the open; what is erased is nowhere at all.
struct SecrecyTests {
  private static let marker = "XMARKERX"

  private func files(_ test: TestOffice, containing text: String) throws -> [String] {
    let names = FileManager.default.enumerator(atPath: test.folder.path())?.compactMap { $0 as? String } ?? []
    return names.filter { name in
      FileManager.default.contents(atPath: test.folder.appending(path: name).path())?
        .range(of: Data(text.utf8)) != nil
    }
  }

  private func plant(_ test: TestOffice) async throws -> CaseID {
    let crew = try Crew("il-jail")
    let marker = SecrecyTests.marker
    let intake = Intake(
      opening: Opening(
        agency: "il-jail", received: test.clock.read(), channel: .fax, requester: "office \(marker)"),
      papers: [PaperCheck(kind: "i247a", names: .thePerson, boxes: [marker], signer: marker)],
      facts: [FactEntry(fact: "custody", value: "pretrial", source: "sheet \(marker)")])
    let id = try await test.office.receive(
      intake, person: Person(name: marker, identifiers: ["File No.": marker]),
      documents: [NewDocument(Array("fax \(marker)".utf8), title: marker, mediaType: "text/plain")],
      by: Hand(crew.clerk, onBehalfOf: marker, idempotencyKey: "k")
    ).id
    try await test.run(.note("remark \(marker)"), on: id, by: crew.clerk)
    try await test.run(
      .decide(act: "hold", choice: .refrain, reason: "reason \(marker)"), on: id, by: crew.officer)
    try await test.office.writeNote("note \(marker)", about: "subject \(marker)", in: id, by: crew.counsel)
    return id
  }

  @Test func nothingOfAPersonStandsInTheOpenInAnyFile() async throws {
    let test = try await TestOffice.make()
    _ = try await plant(test)
    #expect(try files(test, containing: SecrecyTests.marker).isEmpty)
    #expect(try files(test, containing: "Sample Clerk").isEmpty)
    // The search finds what is in the open.
    #expect(try files(test, containing: "il-jail").isEmpty == false)
    for name in ["keys/master.key", "keys/log.key"] {
      let attributes = try FileManager.default.attributesOfItem(atPath: test.folder.appending(path: name).path())
      #expect(attributes[.posixPermissions] as? Int == 0o600)
    }
  }

  @Test func anErasedCaseLeavesItsNumberATombstoneAndLeaves() async throws {
    let test = try await TestOffice.make()
    let crew = try Crew("il-jail")
    let id = try await plant(test)
    let size = try #require(await test.office.ledger.latest?.checkpoint.size)
    let schedule = try DisposalGround(.schedule, reference: "Example schedule 1")
    try await test.office.adopt(
      RetentionSchedule(
        .request, title: "Requests", cite: "Example schedule 1", source: "made up for this test", years: 5,
        from: .closed, then: .erase), by: crew.counsel)
    await #expect(throws: OfficeRefusal.self) {
      try await test.dispose(.erase, of: id, because: schedule, by: crew.publisher, confirmedBy: crew.counsel)
    }
    for act in ["notify-release"] {
      try await test.run(.decide(act: act, choice: .refrain, reason: "no"), on: id, by: crew.officer)
    }
    test.clock.advance(hours: 1)
    try await test.run(.end(Outcome(.released, at: test.clock.read())), on: id, by: crew.clerk)
    let file = try await test.office.caseFile(id, for: crew.clerk)
    for decision in file.reviewsOwed {
      try await test.run(
        .review(decision: decision.entry.number, agrees: true, finding: "yes"), on: id, by: crew.second)
    }
    let left = file.tasks.map(\.key)
    try await test.run(.close(reason: "done", leaving: left), on: id, by: crew.clerk)
    try await test.run(.placeLegalHold(reason: "a suit"), on: id, by: crew.publisher)
    await #expect(throws: OfficeRefusal.self) {
      try await test.dispose(.erase, of: id, because: schedule, by: crew.publisher, confirmedBy: crew.counsel)
    }
    try await test.run(.liftLegalHold(reason: "settled"), on: id, by: crew.publisher)
    #expect(try await test.office.dispositionsDue(for: crew.publisher).isEmpty)
    await #expect(throws: OfficeRefusal.self, "before its time") {
      try await test.dispose(.erase, of: id, because: schedule, by: crew.publisher, confirmedBy: crew.counsel)
    }
    test.clock.set(try moment("2031-03-01 02:00"))
    #expect(try await test.office.dispositionsDue(for: crew.publisher).map(\.id) == [id])
    let waiting = try await test.office.proposeDisposal(.erase, of: id, because: schedule, by: crew.publisher)
    await #expect(throws: OfficeRefusal.self, "alone") {
      try await test.office.confirmDisposal(waiting.number, of: id, by: crew.publisher)
    }
    try await test.office.confirmDisposal(waiting.number, of: id, by: crew.counsel)
    do {
      _ = try await test.office.caseFile(id, for: crew.clerk)
      Issue.record("an erased case was read")
    } catch {
      guard case .erased = error else { throw error }
    }
    let grown = try #require(await test.office.ledger.latest?.checkpoint.size)
    #expect(grown > size)
    try await test.office.ledger.audit()
    #expect(try files(test, containing: SecrecyTests.marker).isEmpty)
    // Its number is not given again.
    test.clock.set(try moment("2026-12-01 02:00"))
    #expect(try await test.detainer("il-jail").number.count == 2)
  }

  @Test func theMasterKeyIsChangedAndEverythingStillOpens() async throws {
    let test = try await TestOffice.make()
    let crew = try Crew("il-jail")
    let id = try await plant(test)
    let path = test.folder.appending(path: "keys/master.key").path()
    let before = try #require(FileManager.default.contents(atPath: path))
    await #expect(throws: OfficeRefusal.self) { try await test.office.rotateMasterKey(by: crew.officer) }
    let count = try await test.office.rotateMasterKey(by: crew.administrator)
    #expect(count == 4)
    let after = try #require(FileManager.default.contents(atPath: path))
    #expect(before != after && after.range(of: before) == nil)
    #expect(try await test.office.person(of: id, for: crew.officer)?.name == SecrecyTests.marker)
    #expect(try await test.office.notes(of: id, for: crew.counsel).count == 1)
    _ = try await test.detainer("il-jail")
  }

  @Test func aRotationThatWasCutShortIsTakenUp() throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "keys-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let path = folder.appending(path: "master.key").path()
    let first = try MasterKeys.create(path)
    let key = DataKey()
    let wrapped = try first.wrap(key, for: "here")
    let both = try first.addingKey()
    let loaded = try MasterKeys.load(path)
    #expect(loaded.wrapping == both.wrapping && loaded.wrapping != first.wrapping)
    #expect(try loaded.addingKey().wrapping == both.wrapping)
    let opened = try loaded.unwrap(wrapped, of: first.wrapping, for: "here")
    #expect(opened.name(of: "a") == key.name(of: "a"))
    #expect(throws: MasterKeys.Trouble.self) { try loaded.unwrap(wrapped, of: first.wrapping, for: "there") }
    let one = try loaded.droppingOldKey()
    #expect(throws: MasterKeys.Trouble.self) { try one.unwrap(wrapped, of: first.wrapping, for: "here") }
    try FileManager.default.setAttributes([.posixPermissions: 0o644], ofItemAtPath: path)
    #expect(throws: MasterKeys.Trouble.self) { try MasterKeys.load(path) }
  }
}
