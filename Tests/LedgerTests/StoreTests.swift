import Foundation
import GRDB
import Ledger
import Testing

struct StoreTests {
  @Test func theEventIsPartOfTheTransactionThatItTellsOf() async throws {
    let office = try await TestLedger.make()
    let store = office.store
    try await store.pool.write { try $0.execute(sql: "CREATE TABLE request (id INTEGER PRIMARY KEY, entry INTEGER)") }
    let committed = try await store.commit { db in
      let number = try store.append(Array("received".utf8), in: db)
      try db.execute(sql: "INSERT INTO request (entry) VALUES (?)", arguments: [number])
      return number
    }
    #expect(committed.value == 0 && committed.signed.checkpoint.size == 1)
    struct Refused: Error {}
    await #expect(throws: Refused.self) {
      try await store.commit { db in
        try store.append(Array("never".utf8), in: db)
        try db.execute(sql: "INSERT INTO request (entry) VALUES (99)")
        throw Refused()
      }
    }
    let (size, requests) = try await store.pool.read { db in
      (try StoredLog(db: db).size(), try Int.fetchAll(db, sql: "SELECT entry FROM request"))
    }
    #expect(size == 1 && requests == [0])
    #expect(await store.latest == committed.signed)
  }

  @Test func anEntryOutsideATransactionIsRefused() async throws {
    let store = try await TestLedger.make().store
    await #expect(throws: LedgerError.notInTransaction) {
      try await store.pool.writeWithoutTransaction { db in _ = try store.append([1], in: db) }
    }
    await #expect(throws: LedgerError.payloadTooLarge(bytes: 1_048_577)) {
      try await store.commit { db in try store.append([UInt8](repeating: 0, count: 1_048_577), in: db) }
    }
  }

  @Test func transactionsThatWaitTogetherAreSignedTogetherAndFailAlone() async throws {
    let office = try await TestLedger.make()
    let store = office.store
    struct Odd: Error {}
    let outcomes = await withTaskGroup(of: (Int, Committed<Int>?).self) { group in
      for number in 0..<100 {
        group.addTask {
          let committed = try? await store.commit { db in
            let entry = try store.append(Array("\(number)".utf8), in: db)
            if number % 5 == 0 { throw Odd() }
            return entry
          }
          return (number, committed)
        }
      }
      return await group.reduce(into: [:]) { $0[$1.0] = .some($1.1) }
    }
    #expect(outcomes.count == 100)
    for (number, committed) in outcomes {
      #expect((committed == nil) == (number % 5 == 0))
      guard let committed else { continue }
      #expect(committed.value < committed.signed.checkpoint.size)
      let payload = try await store.pool.read { try store.payload(of: committed.value, in: $0) }
      #expect(payload == Array("\(number)".utf8))
    }
    #expect(await store.latest?.checkpoint.size == 80)
    try await store.audit()
  }

  @Test func durabilityIsSetAfterOpeningAndReadBack() async throws {
    let store = try await TestLedger.make().store
    let synchronous = try await store.pool.writeWithoutTransaction { try Int.fetchOne($0, sql: "PRAGMA synchronous") }
    #expect(synchronous == 2)
  }

  @Test func aDatabaseWithoutAWriteAheadLogIsRefused() async throws {
    let folder = try TestLedger.temporaryFolder()
    defer { try? FileManager.default.removeItem(at: folder) }
    let pool = try DatabasePool(path: folder.appending(path: "office.sqlite").path())
    try await pool.writeWithoutTransaction { _ = try String.fetchOne($0, sql: "PRAGMA journal_mode = DELETE") }
    let signer = try Ed25519Signer.generate(name: TestLedger.name)
    await #expect(throws: LedgerError.notDurable(setting: "journal_mode", value: "delete")) {
      _ = try await LedgerStore.open(pool, signer: signer, memory: folder.appending(path: "signed").path())
    }
  }

  @Test func twoProcessesCannotHaveOneLedgerOpen() async throws {
    let office = try await TestLedger.make()
    await #expect(throws: LedgerError.openElsewhere) { _ = try await TestLedger.open(office.folder) }
  }

  @Test(arguments: [0, 1, 2, 255, 256, 257, 1_000]) func everyEntryHasAProof(size: Int) async throws {
    let office = try await TestLedger.make()
    try await office.fill(size)
    let verifier = await office.store.verifier
    for number in Set([0, 1, size / 2, 254, 255, 256, size - 1]) where (0..<size).contains(number) {
      let proof = try #require(try await office.store.proof(of: number, to: .latest))
      let entry = try await office.store.pool.read { try office.store.entry(number, in: $0) }
      try LogProof(proof.bytes).check(entry: entry.bytes, trusting: verifier)
    }
    #expect(try await office.store.proof(of: size, to: .latest) == nil)
    #expect(try await office.store.proof(of: -1, to: .latest) == nil)
  }

  @Test func aProofMayCarryTheSaltForWhoeverHoldsThePayload() async throws {
    let office = try await TestLedger.make()
    try await office.add("the letter")
    let proof = try #require(try await office.store.proof(of: 0, to: .latest, revealingSalt: true))
    let made = LogEntry(
      number: 0, commitment: Commitment(salt: try #require(proof.extra), payload: Array("the letter".utf8)))
    try proof.check(entry: made.bytes, trusting: await office.store.verifier)
    #expect(try await office.store.proof(of: 0, to: .latest)?.extra == nil)
  }

  // MARK: Opening again

  /// A copy of a ledger's folder as a backup would have it, with the file that remembers or without.
  private func copy(_ office: TestLedger, memory: Bool = true) async throws -> URL {
    let copy = try TestLedger.temporaryFolder()
    let target = try DatabasePool(path: copy.appending(path: "office.sqlite").path())
    try office.store.pool.backup(to: target)
    try target.close()
    for file in memory ? ["key", "signed"] : ["key"] {
      try FileManager.default.copyItem(at: office.folder.appending(path: file), to: copy.appending(path: file))
    }
    return copy
  }

  @Test func goesOnWhereItStopped() async throws {
    let office = try await TestLedger.make()
    try await office.add("one")
    let again = try await TestLedger.open(copy(office))
    #expect(await again.standing == .signing)
    let next = try await again.commit { try again.append([2], in: $0) }
    #expect(next.value == 1 && next.signed.checkpoint.size == 2)
  }

  @Test func catchesUpWithWhatWasStoredAndNotSigned() async throws {
    let office = try await TestLedger.make()
    try await office.add("one")
    let folder = try await copy(office)
    let pool = try DatabasePool(path: folder.appending(path: "office.sqlite").path())
    try await pool.write { _ = try StoredLog(db: $0).append([Commitment.padding()]) }
    try pool.close()
    let again = try await TestLedger.open(folder)
    #expect(await again.latest?.checkpoint.size == 2)
  }

  @Test func aRestoredOlderCopyIsReadButNotSigned() async throws {
    let office = try await TestLedger.make()
    try await office.add("one")
    let older = try await copy(office, memory: false)
    try await office.add("two")
    try FileManager.default.copyItem(at: office.folder.appending(path: "signed"), to: older.appending(path: "signed"))
    let again = try await TestLedger.open(older)
    #expect(await again.standing == .refused(.olderCopy(remembered: 2, stored: 1)))
    await #expect(throws: LedgerError.refused(.olderCopy(remembered: 2, stored: 1))) {
      try await again.commit { try again.append([3], in: $0) }
    }
    let payload = try await again.pool.read { try again.payload(of: 0, in: $0) }
    #expect(payload == Array("one".utf8))
  }

  @Test func anotherHistoryIsNotSigned() async throws {
    let office = try await TestLedger.make()
    try await office.add("one")
    let other = try await copy(office)
    try await office.add("two")
    let fork = try await TestLedger.open(other)
    _ = try await fork.commit { db in
      try fork.append([9], in: db)
      return try fork.append([10], in: db)
    }
    let signed = other.appending(path: "signed")
    try FileManager.default.removeItem(at: signed)
    try FileManager.default.copyItem(at: office.folder.appending(path: "signed"), to: signed)
    let reopened = try await copyOf(fork, in: other)
    #expect(await reopened.standing == .refused(.otherHistory(size: 2)))
  }

  private func copyOf(_ store: LedgerStore, in folder: URL, key: String = "key") async throws -> LedgerStore {
    let copy = try TestLedger.temporaryFolder()
    let target = try DatabasePool(path: copy.appending(path: "office.sqlite").path())
    try store.pool.backup(to: target)
    try target.close()
    for file in [key, "signed"] {
      try FileManager.default.copyItem(at: folder.appending(path: file), to: copy.appending(path: file))
    }
    return try await TestLedger.open(copy, key: key)
  }

  @Test func aMissingOrBrokenMemoryIsRefused() async throws {
    let office = try await TestLedger.make()
    try await office.add("one")
    let bare = try await TestLedger.open(copy(office, memory: false))
    #expect(await bare.standing == .refused(.memoryMissing))
    let broken = try await copy(office)
    try Data("nonsense".utf8).write(to: broken.appending(path: "signed"))
    guard case .refused(.memoryUnreadable) = await (try TestLedger.open(broken)).standing else {
      Issue.record("a broken file was believed")
      return
    }
    let foreign = try await copy(office)
    _ = try KeyFile.create(foreign.appending(path: "other").path(), name: TestLedger.name)
    let standing = await (try TestLedger.open(foreign, key: "other")).standing
    #expect(standing == .refused(.memoryByOtherKey(name: TestLedger.name)))
  }

  /// Two places are written in turn: a write that was cut leaves the one before it, and the database is ahead of that.
  @Test func aMemoryThatIsHalfWrittenIsTheOneBefore() async throws {
    let office = try await TestLedger.make()
    for number in 0..<4 { try await office.add("\(number)") }
    for place in 0..<2 {
      let folder = try await copy(office)
      let file = folder.appending(path: "signed")
      var bytes = Array(try Data(contentsOf: file))
      #expect(bytes.count == 32_768)
      bytes[place * 16_384 + 60] ^= 1
      try Data(bytes).write(to: file)
      let again = try await TestLedger.open(folder)
      #expect(await again.standing == .signing)
      #expect(await again.latest?.checkpoint.size == 4)
    }
    let folder = try await copy(office)
    var bytes = Array(try Data(contentsOf: folder.appending(path: "signed")))
    bytes[60] ^= 1
    bytes[16_384 + 60] ^= 1
    try Data(bytes).write(to: folder.appending(path: "signed"))
    let broken = await (try TestLedger.open(folder)).standing
    #expect(broken == .refused(.memoryUnreadable("neither of its two places is whole")))
  }

  @Test func goesOnAfterALossOnlyUnderANewNameAndSaysSo() async throws {
    let office = try await TestLedger.make()
    try await office.add("one")
    let older = try await copy(office, memory: false)
    let lost = try await office.add("two").signed
    try FileManager.default.copyItem(at: office.folder.appending(path: "signed"), to: older.appending(path: "signed"))
    let again = try await TestLedger.open(older)
    let sameName = try Ed25519Signer.generate(name: TestLedger.name)
    await #expect(throws: LedgerError.nameTaken(TestLedger.name)) {
      _ = try await again.acknowledge("restored", continuingAs: sameName)
    }
    #expect(await again.standing == .refused(.olderCopy(remembered: 2, stored: 1)))
    let newName = try KeyFile.create(older.appending(path: "key2").path(), name: "desk.example.gov/log-2")
    let committed = try await again.acknowledge("Restored by A. Example.", continuingAs: newName)
    #expect(committed.value == 1 && committed.signed.checkpoint.origin == "desk.example.gov/log-2")
    let payload = try await again.pool.read { String(decoding: try again.payload(of: 1, in: $0), as: UTF8.self) }
    #expect(payload.contains("Restored by A. Example.") && payload.contains(lost.checkpoint.root.base64))
    #expect(await again.standing == .signing)
    await #expect(throws: LedgerError.nothingToAcknowledge) {
      _ = try await again.acknowledge("again", continuingAs: sameName)
    }
    let later = try await copyOf(again, in: older, key: "key2")
    #expect(await later.standing == .signing)
  }

  @Test func damageIsNeverSignedNorAcknowledged() async throws {
    let office = try await TestLedger.make()
    try await office.fill(3)
    let folder = try await copy(office)
    let pool = try DatabasePool(path: folder.appending(path: "office.sqlite").path())
    try await pool.write { db in
      try db.execute(sql: "DROP TRIGGER ledger_hash_stays; DELETE FROM ledger_hash WHERE position = 3")
    }
    try pool.close()
    let again = try await TestLedger.open(folder)
    guard case .refused(.damaged) = await again.standing else {
      Issue.record("damage was signed")
      return
    }
    let signer = try Ed25519Signer.generate(name: "x.example/log")
    await #expect(throws: LedgerError.nothingToAcknowledge) {
      _ = try await again.acknowledge("", continuingAs: signer)
    }
  }

  // MARK: Tables

  @Test(arguments: [
    "DELETE FROM ledger_entry", "UPDATE ledger_entry SET commitment = zeroblob(32)", "DELETE FROM ledger_hash",
    "UPDATE ledger_hash SET hash = zeroblob(32)",
  ])
  func noStatementChangesWhatIsInTheLog(sql: String) async throws {
    let office = try await TestLedger.make()
    try await office.fill(2)
    await #expect(throws: DatabaseError.self) { try await office.store.pool.write { try $0.execute(sql: sql) } }
  }

  @Test func anAuditFindsAChangedEntryHashOrPayload() async throws {
    for sql in [
      "DROP TRIGGER ledger_entry_is_fixed; UPDATE ledger_entry SET commitment = zeroblob(32) WHERE number = 1",
      "DROP TRIGGER ledger_hash_is_fixed; UPDATE ledger_hash SET hash = zeroblob(32) WHERE position = 2",
      "UPDATE ledger_secret SET sealed = zeroblob(40) WHERE number = 2",
    ] {
      let office = try await TestLedger.make()
      for number in 0..<3 { try await office.add("\(number)") }
      try await office.store.audit()
      try await office.store.pool.write { try $0.execute(sql: sql) }
      await #expect(throws: (any Error).self) { try await office.store.audit() }
    }
  }

  @Test func whatIsErasedIsInNoFileAnyMore() async throws {
    let office = try await TestLedger.make()
    let store = office.store
    let marker = "MARKER-Ana-Ejemplo-1987"
    for number in 0..<40 { try await office.add("\(marker) \(number) " + String(repeating: "x", count: 900)) }
    func files() throws -> [String] {
      try FileManager.default.contentsOfDirectory(atPath: office.folder.path()).filter { name in
        try Data(contentsOf: office.folder.appending(path: name)).range(of: Data(marker.utf8)) != nil
      }
    }
    #expect(try !files().isEmpty)
    let tombstone = try await store.commit { try store.erase(Array(0..<40), recording: Array("erased".utf8), in: $0) }
    try await store.scrub()
    #expect(try files() == [])
    #expect(tombstone.value == 40)
    await #expect(throws: LedgerError.erased(3)) { try await store.pool.read { _ = try store.payload(of: 3, in: $0) } }
    try await store.audit()
    #expect(await LogVerification(LogFolder(try office.export().path())).isWhole)
  }

  @Test func payloadsAreKeptAsTheSealKeepsThem() async throws {
    struct Reversing: PayloadSeal {
      func seal(_ plain: [UInt8], number: Int) -> [UInt8] { plain.reversed() + [UInt8(number)] }
      func open(_ sealed: [UInt8], number: Int) -> [UInt8] { sealed.dropLast().reversed() }
    }
    let office = try await TestLedger.make(seal: Reversing())
    try await office.add("backwards")
    let payload = try await office.store.pool.read { try office.store.payload(of: 0, in: $0) }
    #expect(payload == Array("backwards".utf8))
    let stored = try await office.store.pool.read { try Data.fetchOne($0, sql: "SELECT sealed FROM ledger_secret") }
    #expect(stored?.range(of: Data("sdrawkcab".utf8)) != nil)
  }
}
