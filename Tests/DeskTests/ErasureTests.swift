import Desk
import Foundation
import GRDB
import LawLanguage
import Ledger
import Testing

/// What goes when a record goes, and what is remembered where that is cut short.
struct ErasureTests {
  private static let document = Array("a fax that names the person".utf8)

  /// A closed case of junk that names somebody in its record, a document, a remark and a note.
  private static func closedCase(in test: TestOffice) async throws -> CaseID {
    let crew = try Crew("il-jail")
    let receipt = try await test.office.keepUnreadable(
      NewDocument(document, title: "Fax", mediaType: "text/plain"), why: "x", received: test.clock.read(),
      channel: .fax, by: Hand(crew.clerk))
    _ = try await test.office.record(
      Person(name: "Doe-Example, Jordan", identifiers: ["File No.": "A000-000"]), in: receipt.id,
      version: receipt.version, by: Hand(crew.clerk))
    try await test.run(.note("nothing about anybody"), on: receipt.id, by: crew.clerk)
    try await test.run(.note("called about Mr. JORDAN"), on: receipt.id, by: crew.clerk)
    try await test.office.writeNote("ask whether a000-000 is hers", about: "advice", in: receipt.id, by: crew.counsel)
    try await test.office.writeNote("unrelated", about: "advice", in: receipt.id, by: crew.counsel)
    try await test.run(.close(reason: "junk", leaving: []), on: receipt.id, by: crew.clerk)
    return receipt.id
  }

  @Test func forgettingThePersonTakesDocumentsAndTellsWhatElseNamesThem() async throws {
    let test = try await TestOffice.make()
    let crew = try Crew("il-jail")
    let id = try await ErasureTests.closedCase(in: test)
    let gone = try await test.dispose(
      .forgetPerson, of: id, because: DisposalGround(.courtOrder, reference: "26-EX-0001"), by: crew.publisher,
      confirmedBy: crew.counsel)
    #expect(gone.documents == 1 && gone.isScrubbed)
    #expect(try await test.office.person(of: id, for: crew.clerk) == nil)
    await #expect(throws: OfficeRefusal.self) {
      try await test.office.document(digest(of: ErasureTests.document), of: id, for: crew.clerk)
    }
    let history = try await test.office.history(of: id, for: crew.clerk)
    let named = history.events.filter { if case .noted(let text) = $0.what { text.contains("JORDAN") } else { false } }
    #expect(gone.left == named.map { .event($0.number) } + [.note(1)])
    #expect(history.file.hasPerson)
  }

  @Test func erasingTakesTheSaltsOfNotesAndEarlierTombstonesToo() async throws {
    let test = try await TestOffice.make()
    let (crew, ledger) = (try Crew("il-jail"), test.office.ledger)
    let before = try await ledger.pool.read { try Int.fetchOne($0, sql: "SELECT count(*) FROM ledger_secret") ?? 0 }
    let id = try await ErasureTests.closedCase(in: test)
    let order = try DisposalGround(.courtOrder, reference: "26-EX-0002")
    try await test.dispose(.forgetPerson, of: id, because: order, by: crew.publisher, confirmedBy: crew.counsel)
    try await test.dispose(.erase, of: id, because: order, by: crew.publisher, confirmedBy: crew.counsel)
    let last = try #require(await ledger.latest?.checkpoint.size) - 1
    try await ledger.pool.read { db in
      // Of all that was logged about the case, the tombstone alone has a payload.
      #expect(try Int.fetchOne(db, sql: "SELECT count(*) FROM ledger_secret") == before + 1)
      let tombstone = String(decoding: try ledger.payload(of: last, in: db), as: UTF8.self)
      #expect(tombstone.contains(#""ground":"court-order""#) && tombstone.contains(#""reference":"26-EX-0002""#))
      for table in try String.fetchAll(
        db,
        sql: "SELECT m.name FROM sqlite_master m JOIN pragma_table_info(m.name) c ON c.name = 'case_row' "
          + "WHERE m.type = 'table'")
      {
        let rows = try Int.fetchOne(
          db, sql: "SELECT count(*) FROM \(table) t JOIN desk_case c ON c.row = t.case_row WHERE c.id = ?",
          arguments: [id.description])
        #expect(rows == 0, "\(table)")
      }
    }
    try await ledger.audit()
  }

  @Test func aGroundHasNoRoomForAStory() throws {
    #expect(throws: CaseRefusal.self) { try DisposalGround(.law, reference: "") }
    #expect(throws: CaseRefusal.self) { try DisposalGround(.law, reference: String(repeating: "x", count: 81)) }
  }

  /// The wrapped keys of a case, as the database holds them.
  private static func wrappedKeys(_ folder: URL) throws -> [Data] {
    try DatabaseQueue(path: OfficeFolder(folder.path()).database).read { db in
      try Data.fetchAll(db, sql: "SELECT wrapped FROM desk_key WHERE case_row > 0")
    }
  }

  private static func files(_ folder: URL, holding pieces: [Data]) throws -> [String] {
    let names = FileManager.default.enumerator(atPath: folder.path())?.compactMap { $0 as? String } ?? []
    return names.filter { name in
      guard let bytes = FileManager.default.contents(atPath: folder.appending(path: name).path()) else { return false }
      return pieces.contains { bytes.range(of: $0) != nil }
    }
  }

  /// Erases while another connection reads the old state, and is killed before the write-ahead log could be emptied.
  private static func eraseAndDie(in folder: String) async throws {
    let clock = WallClock(try moment("2026-02-10 02:00"))
    let root = URL(filePath: folder, directoryHint: .isDirectory)
    let office = try await TestOffice.open(root, clock)
    let crew = try Crew("il-jail")
    let page = try await office.cases(for: crew.clerk)
    var configuration = Configuration()
    configuration.allowsUnsafeTransactions = true
    let reader = try DatabaseQueue(path: OfficeFolder(folder).database, configuration: configuration)
    try reader.inDatabase { try $0.execute(sql: "BEGIN; SELECT * FROM desk_case") }
    let id = try #require(page.items.first?.id)
    let waiting = try await office.proposeDisposal(
      .erase, of: id, because: DisposalGround(.mistake, reference: "double of 2026-00001"), by: crew.publisher)
    let gone = try await office.confirmDisposal(waiting.number, of: id, by: crew.counsel)
    if gone.isScrubbed { exit(1) }
    _ = reader
    kill(getpid(), SIGKILL)
  }

  @Test func aDeskKilledBetweenErasingAndScrubbingScrubsWhenItIsOpened() async throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "desk-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: folder) }
    let clock: WallClock
    do {
      let test = try await TestOffice.make(in: folder)
      clock = test.clock
      _ = try await ErasureTests.closedCase(in: test)
    }
    let keys = try ErasureTests.wrappedKeys(folder)
    #expect(keys.count == 3)
    let path = folder.path()
    await #expect(processExitsWith: .signal(SIGKILL)) { [path = path as String] in
      try await ErasureTests.eraseAndDie(in: path)
    }
    #expect(try ErasureTests.files(folder, holding: keys).isEmpty == false, "nothing was left to scrub")
    let office = try await TestOffice.open(folder, clock)
    #expect(try ErasureTests.files(folder, holding: keys) == [])
    #expect(try await office.finishErasing())
    #expect(await office.ledger.standing == .signing)
  }
}
