import Desk
import Foundation
import GRDB
import LawLanguage
import Ledger
import Testing

struct StoreTests {
  @Test func numbersHaveNoGapsHoweverManyComeAtOnce() async throws {
    let test = try await TestOffice.make()
    let numbers = try await withThrowingTaskGroup(of: Int.self) { group in
      for _ in 0..<40 { group.addTask { try await test.detainer("il-jail").number.count } }
      return try await group.reduce(into: []) { $0.append($1) }
    }
    #expect(numbers.sorted() == Array(1...40))
    try await test.office.ledger.audit()
  }

  @Test func ofTwoWhoDecideAtOnceOneWinsAndTheOtherIsTold() async throws {
    let test = try await TestOffice.make()
    let crew = try Crew("il-jail")
    let receipt = try await test.detainer("il-jail", facts: ["release-due": "2026-02-10T03:00"])
    let outcomes = await withTaskGroup(of: Result<CaseReceipt, OfficeRefusal>.self) { group in
      for staff in [crew.officer, crew.second] {
        group.addTask {
          do throws(OfficeRefusal) {
            return .success(
              try await test.office.perform(
                .decide(act: "hold", choice: .refrain, reason: nil), on: receipt.id, version: receipt.version,
                by: Hand(staff)))
          } catch { return .failure(error) }
        }
      }
      return await group.reduce(into: []) { $0.append($1) }
    }
    let refusals = outcomes.compactMap { if case .failure(let refusal) = $0 { refusal } else { nil } }
    #expect(outcomes.count == 2 && refusals.count == 1)
    guard case .changedMeanwhile(let conflict)? = refusals.first else {
      Issue.record("\(refusals)")
      return
    }
    #expect(conflict.version == receipt.version + 1 && conflict.since.map(\.what.kind) == [.decided])
    #expect(try await test.office.caseFile(receipt.id, for: crew.officer).decisions.count == 1)
  }

  @Test func theSameKeyDoesItOnceAndAnotherCallUnderItIsRefused() async throws {
    let test = try await TestOffice.make()
    let first = try await test.detainer("il-jail", key: "k1")
    let again = try await test.detainer("il-jail", key: "k1")
    #expect(first == again)
    #expect(try await test.office.cases(for: Crew("il-jail").clerk).items.count == 1)
    do {
      _ = try await test.detainer("il-jail", facts: ["custody": "pretrial"], key: "k1")
      Issue.record("the key was taken twice")
    } catch let error as OfficeRefusal {
      guard case .keyReused = error else { throw error }
    }
    let at = try await withThrowingTaskGroup(of: CaseID.self) { group in
      for _ in 0..<8 { group.addTask { try await test.detainer("il-jail", key: "k2").id } }
      return try await group.reduce(into: Set()) { $0.insert($1) }
    }
    #expect(at.count == 1)
  }

  @Test func whatIsStoredIsThereAfterOpeningAgain() async throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "desk-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: folder) }
    let clock = WallClock(try moment("2026-02-10 02:00"))
    try OfficeFolder(folder.path()).prepare(logName: "desk.example.gov/log")
    let crew = try Crew("il-jail")
    let id: CaseID
    do {
      let office = try await TestOffice.open(folder, clock)
      try await office.proposeAdoption(
        of: office.beside.digest, on: office.beside.everyInitial, reason: "read", by: crew.counsel)
      try await office.confirmAdoption(of: office.beside.digest, reason: "read", by: crew.deputy)
      let intake = Intake(
        opening: Opening(agency: "il-jail", received: clock.read(), channel: .email),
        papers: [PaperCheck(kind: "i247a", names: .thePerson)])
      let document = NewDocument(Array("a fax".utf8), title: "Fax", mediaType: "text/plain")
      id = try await office.receive(
        intake, person: Person(name: "Sample Person"), documents: [document], by: Hand(crew.clerk)
      ).id
    }
    let office = try await TestOffice.open(folder, clock)
    let file = try await office.caseFile(id, for: crew.clerk)
    #expect(file.papers.count == 1 && file.hasPerson && file.opening.channel == .email)
    #expect(try await office.person(of: id, for: crew.clerk)?.name == "Sample Person")
    let digest = try #require(file.documents.first?.digest)
    #expect(try await office.document(digest, of: id, for: crew.clerk) == Array("a fax".utf8))
    try await office.ledger.audit()
  }

  @Test func anEventIsCommittedToByItsLeaf() async throws {
    let test = try await TestOffice.make()
    let crew = try Crew("il-jail")
    let id = try await test.detainer("il-jail").id
    let history = try await test.office.history(of: id, for: crew.auditor)
    for (event, entry) in zip(history.events, history.logEntries) {
      let payload = try await test.office.ledger.pool.read { try test.office.ledger.payload(of: entry, in: $0) }
      let expected = #"{"case":"\#(id)","digest":"\#(digest(of: try event.encoded()))","event":\#(event.number)}"#
      #expect(String(decoding: payload, as: UTF8.self) == expected)
    }
  }

  @Test func whatCannotBeReadIsKeptWholeAndIsDueAtOnce() async throws {
    let test = try await TestOffice.make()
    let crew = try Crew("il-jail")
    let bytes: [UInt8] = [0xFF, 0x00, 0x7B]
    let receipt = try await test.office.keepUnreadable(
      NewDocument(bytes, title: "Fax", mediaType: "application/octet-stream"), why: "not a form",
      received: test.clock.read(), channel: .fax, by: Hand(crew.program))
    #expect(receipt.stage == .unreadable && receipt.alerts.map(\.kind) == [.unreadable])
    let file = try await test.office.caseFile(receipt.id, for: crew.clerk)
    let digest = try #require(file.documents.first?.digest)
    #expect(try await test.office.document(digest, of: receipt.id, for: crew.clerk) == bytes)
    #expect(try await test.office.dueNow(for: crew.clerk).items.map(\.kind) == [.read])
    // Somebody reads it, and it goes on as any other.
    try await test.run(.checkPaper(PaperCheck(kind: "i247a", names: .thePerson)), on: receipt.id, by: crew.clerk)
    #expect(try await test.office.caseFile(receipt.id, for: crew.clerk).stage != .unreadable)
  }

  @Test func migrationsAreRehearsedOnACopyAndALaterDatabaseIsRefused() async throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "desk-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let path = folder.appending(path: "desk.sqlite").path()
    let pool = try DatabasePool(path: path)
    #expect(try await DeskSchema.rehearse(in: pool).starts(with: ["ledger-1", "desk-1"]))
    #expect(try await pool.read { try !$0.tableExists("desk_case") })
    try await DeskSchema.migrate(pool)
    #expect(try await DeskSchema.rehearse(in: pool).isEmpty)
    try await pool.write { try $0.execute(sql: "INSERT INTO grdb_migrations VALUES ('desk-999')") }
    await #expect(throws: DeskSchema.Later.self) { try await DeskSchema.migrate(pool) }
  }

  @Test func dueNowPagesThroughEverythingOnce() async throws {
    let test = try await TestOffice.make()
    let crew = try Crew("ca-jail")
    for minute in 10..<20 {
      _ = try await test.detainer("ca-jail", facts: ["release-due": "2026-02-10T04:\(minute)"])
    }
    let all = try await test.office.dueNow(for: crew.clerk, limit: 500).items
    #expect(all.count >= 30)
    #expect(all.compactMap(\.due) == all.compactMap(\.due).sorted())
    var (paged, cursor): ([DueItem], String?) = ([], nil)
    repeat {
      let page = try await test.office.dueNow(for: crew.clerk, after: cursor, limit: 7)
      (paged, cursor) = (paged + page.items, page.next)
    } while cursor != nil
    #expect(paged == all)
    await #expect(throws: OfficeRefusal.self) { try await test.office.dueNow(for: crew.clerk, after: "x") }
  }

  @Test func aDecisionSentTwiceUnderOneKeyIsMadeOnce() async throws {
    let test = try await TestOffice.make()
    let crew = try Crew("il-jail")
    let receipt = try await test.detainer("il-jail", facts: ["release-due": "2026-02-10T03:00"])
    let answers = try await withThrowingTaskGroup(of: CaseReceipt.self) { group in
      for _ in 0..<6 {
        group.addTask {
          try await test.office.perform(
            .decide(act: "hold", choice: .refrain, reason: nil), on: receipt.id, version: receipt.version,
            by: Hand(crew.officer, idempotencyKey: "once"))
        }
      }
      return try await group.reduce(into: []) { $0.append($1) }
    }
    #expect(Set(answers).count == 1)
    #expect(try await test.office.caseFile(receipt.id, for: crew.officer).decisions.count == 1)
  }

  @Test func aDecisionOnAnAnswerThatTimeHasChangedIsNotRecorded() async throws {
    let test = try await TestOffice.make(at: "2026-11-25 15:00")
    let crew = try Crew("fl-jail")
    let receipt = try await test.detainer("fl-jail", facts: ["release-due": "2026-11-25T16:00"])
    // The time in which the law allows the hold runs out while the page lies open.
    test.clock.set(try moment("2026-11-27 17:00", "America/New_York"))
    do {
      _ = try await test.office.perform(
        .decide(act: "hold", choice: .act, reason: nil), on: receipt.id, version: receipt.version,
        by: Hand(crew.officer))
      Issue.record("decided on an answer that no longer holds")
    } catch {
      guard case .answerChanged(_, let change) = error else { throw error }
      #expect(change.answers.first { $0.act == "hold" }?.now?.basis == .outsideWindow)
    }
    let file = try await test.office.caseFile(receipt.id, for: crew.officer)
    #expect(file.decisions.isEmpty && file.version == receipt.version + 1)
    #expect(file.holdStatement(in: RealLaw.law.library.vocabulary)?.isOutsideWindow == true)
  }
}
