import Desk
import Foundation
import GRDB
import LawLanguage
import Ledger
import Testing

/// A backup that was never restored is a hope: here each is.
struct BackupTests {
  /// A folder for backups and keys, which goes when the value goes.
  private final class Shelf: Sendable {
    let folder = FileManager.default.temporaryDirectory.appending(path: "shelf-\(UUID().uuidString)")
    let key: BackupKey

    init() throws {
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
      key = try BackupKey.create(folder.appending(path: "key").path())
    }

    deinit { try? FileManager.default.removeItem(at: folder) }

    func path(_ name: String) -> String { folder.appending(path: name).path() }
    var names: [String] {
      get throws { try FileManager.default.contentsOfDirectory(atPath: folder.path()).sorted() }
    }
  }

  /// A case with everything that a case can have.
  private func fill(_ test: TestOffice) async throws {
    let crew = try Crew("il-jail")
    let receipt = try await test.office.keepUnreadable(
      NewDocument([UInt8](repeating: 7, count: 3_000_000), title: "Fax", mediaType: "image/tiff"), why: "x",
      received: test.clock.read(), channel: .fax, by: Hand(crew.clerk))
    _ = try await test.office.record(
      Person(name: "Sample Person"), in: receipt.id, version: receipt.version, by: Hand(crew.clerk))
    try await test.office.writeNote("a note", about: "advice", in: receipt.id, by: crew.counsel)
  }

  @Test func aBackupMadeWhileTheDeskWritesOpensWhole() async throws {
    let (test, shelf) = (try await TestOffice.make(), try Shelf())
    try await fill(test)
    let path = try await withThrowingTaskGroup(of: Void.self) { group in
      for _ in 0..<2 {
        group.addTask { while !Task.isCancelled { _ = try await test.detainer("il-jail") } }
      }
      while try await test.office.cases(for: Crew("il-jail").clerk).items.count < 5 { await Task.yield() }
      let path = try await Backup.make(
        of: test.folder.path(), to: shelf.folder.path(), under: shelf.key, at: test.clock.read()
      ).path
      group.cancelAll()
      try await group.waitForAll()
      return path
    }
    let report = try await Backup.drill(path, under: shelf.key, keys: test.folder.path(), in: shelf.folder.path())
    #expect(report.isWhole, "\(report.faults)")
    #expect(report.opened.cases >= 5 && report.opened.documents == 1 && report.opened.notes == 1)
    #expect(report.opened.persons == 1 && report.opened.entries > report.opened.events)
    // Nothing is left behind.
    #expect(try shelf.names == ["key", URL(filePath: path).lastPathComponent].sorted())
  }

  @Test func nothingInABackupCanBeReadWithoutItsKey() async throws {
    let (test, shelf) = (try await TestOffice.make(), try Shelf())
    try await fill(test)
    let path = try await Backup.make(
      of: test.folder.path(), to: shelf.path("one"), under: shelf.key, at: test.clock.read()
    ).path
    let bytes = try Data(contentsOf: URL(filePath: path))
    for text in ["SQLite format", "desk_case", "il-jail", "Sample"] { #expect(bytes.range(of: Data(text.utf8)) == nil) }
    let other = try BackupKey.create(shelf.path("other"))
    #expect(throws: (any Error).self) { try Backup.restore(path, under: other, to: shelf.path("desk")) }
    #expect(try shelf.names == ["key", "one", "other"])
    // Two backups of the same desk have nothing in common but their first word.
    let again = try await Backup.make(
      of: test.folder.path(), to: shelf.path("two"), under: shelf.key, at: test.clock.read()
    ).path
    #expect(try Data(contentsOf: URL(filePath: again)).dropFirst(100).prefix(64) != bytes.dropFirst(100).prefix(64))
  }

  @Test func aBackupThatWasCutOrChangedAnywhereIsRefusedAndLeavesNothing() async throws {
    let (test, shelf) = (try await TestOffice.make(), try Shelf())
    try await fill(test)
    let path = try await Backup.make(
      of: test.folder.path(), to: shelf.path("whole"), under: shelf.key, at: test.clock.read()
    ).path
    let whole = try Data(contentsOf: URL(filePath: path))
    let (head, chunk) = (SealedChunks.headSize, SealedChunks.size + SealedChunks.overhead)
    #expect(whole.count > head + 3 * chunk)
    func changed(_ change: (inout Data) -> Void) -> Data {
      var copy = whole
      change(&copy)
      return copy
    }
    let first = whole[head..<(head + chunk)]
    let bent: [Data] = [
      Data(), whole.prefix(10), whole.prefix(head), whole.prefix(head + chunk), whole.dropLast(1),
      whole.prefix(head + 2 * chunk), whole + Data([0]),
      changed { $0[20] ^= 1 }, changed { $0[head + 5] ^= 1 }, changed { $0[$0.count - 1] ^= 1 },
      changed { $0.replaceSubrange((head + chunk)..<(head + 2 * chunk), with: first) },
    ]
    for (index, data) in bent.enumerated() {
      try data.write(to: URL(filePath: shelf.path("bent")))
      #expect(throws: (any Error).self, "\(index)") {
        try Backup.restore(shelf.path("bent"), under: shelf.key, to: shelf.path("desk"))
      }
      #expect(try shelf.names == ["bent", "key", "whole"], "\(index)")
    }
  }

  @Test func nothingIsWrittenOverByABackupOrARestore() async throws {
    let (test, shelf) = (try await TestOffice.make(), try Shelf())
    let path = try await Backup.make(
      of: test.folder.path(), to: shelf.path("one"), under: shelf.key, at: test.clock.read()
    ).path
    await #expect(throws: BackupTrouble.self) {
      try await Backup.make(of: test.folder.path(), to: path, under: shelf.key, at: test.clock.read())
    }
    #expect(throws: BackupTrouble.self) { try Backup.restore(path, under: shelf.key, to: test.folder.path()) }
    #expect(throws: BackupKey.Trouble.self) { try BackupKey.create(shelf.path("key")) }
    #expect(await test.office.ledger.standing == .signing)
  }

  @Test func aDrillFindsWhatDoesNotOpen() async throws {
    let (test, shelf) = (try await TestOffice.make(), try Shelf())
    try await fill(test)
    let pool = test.office.ledger.pool
    try await pool.write { try $0.execute(sql: "UPDATE desk_person SET sealed = zeroblob(60)") }
    let path = try await Backup.make(
      of: test.folder.path(), to: shelf.path("one"), under: shelf.key, at: test.clock.read()
    ).path
    let report = try await Backup.drill(path, under: shelf.key, keys: test.folder.path(), in: shelf.folder.path())
    #expect(report.faults.contains { $0.contains("2026-00001") })
    // With another desk's keys nothing opens.
    let stranger = try await TestOffice.make()
    await #expect(throws: MasterKeys.Trouble.self) {
      try await Backup.drill(path, under: shelf.key, keys: stranger.folder.path(), in: shelf.folder.path())
    }
    #expect(try shelf.names == ["key", "one"])
  }

  @Test func aRestoredOldDeskIsReadAndSignsNothingUntilItsLogIsRenewed() async throws {
    let (shelf, crew) = (try Shelf(), try Crew("il-jail"))
    let home = shelf.folder.appending(path: "home")
    let clock = WallClock(try moment("2026-02-10 02:00"))
    let (path, kept): (String, CaseID)
    do {
      let test = try await TestOffice.make(in: home)
      kept = try await test.detainer("il-jail").id
      path = try await Backup.make(of: home.path(), to: shelf.path("one"), under: shelf.key, at: clock.read()).path
      _ = try await test.detainer("il-jail")
    }
    for hasMemory in [false, true] {
      let folder = shelf.folder.appending(path: "restored-\(hasMemory)")
      _ = try Backup.restore(path, under: shelf.key, to: folder.path())
      for name in ["keys"] + (hasMemory ? ["log-checkpoint"] : []) {
        try FileManager.default.copyItem(at: home.appending(path: name), to: folder.appending(path: name))
      }
      do {
        let restored = try await TestOffice.reopen(folder, clock)
        guard case .refused(let refusal) = await restored.office.ledger.standing else {
          Issue.record("a restored old desk signs")
          continue
        }
        #expect(hasMemory == (refusal != .memoryMissing))
        #expect(try await restored.office.caseFile(kept, for: crew.clerk).papers.count == 2)
        await #expect(throws: OfficeRefusal.self) { try await restored.detainer("il-jail") }
        await #expect(throws: OfficeRefusal.self, "nor by a key used again") {
          try await restored.detainer("il-jail", key: "k")
        }
        #expect(try await restored.office.cases(for: crew.clerk).items.count == 1)
      }
      let key = try await Backup.goOn(
        OfficeFolder(folder.path()), statement: "Restored by A. Example.", as: "desk.example.gov/log-2")
      #expect(key.hasPrefix("desk.example.gov/log-2+"))
      let again = try await TestOffice.reopen(folder, clock)
      #expect(await again.office.ledger.latest?.checkpoint.origin == "desk.example.gov/log-2")
      _ = try await again.detainer("il-jail")
      try await again.office.ledger.audit()
    }
    // Where nothing is lost, the last checkpoint beside it is enough.
    let whole = try await Backup.make(of: home.path(), to: shelf.path("two"), under: shelf.key, at: clock.read()).path
    let folder = shelf.folder.appending(path: "whole")
    _ = try Backup.restore(whole, under: shelf.key, to: folder.path())
    for name in ["keys", "log-checkpoint"] {
      try FileManager.default.copyItem(at: home.appending(path: name), to: folder.appending(path: name))
    }
    #expect(await (try TestOffice.open(folder, clock)).ledger.standing == .signing)
    await #expect(throws: BackupTrouble.self, "nothing is to be decided") {
      try await Backup.goOn(OfficeFolder(folder.path()), statement: "x", as: "desk.example.gov/log-3")
    }
  }
}
