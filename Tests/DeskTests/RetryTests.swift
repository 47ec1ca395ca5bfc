import Desk
import Foundation
import LawLanguage
import Ledger
import Testing

/// Nobody is told that something is recorded before the log that holds it is signed.
struct RetryTests {
  @Test func aRetryIsNotAnsweredBeforeItsLogIsSigned() async throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "desk-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: folder) }
    let (files, clock) = (FileManager.default, WallClock(try moment("2026-02-10 02:00")))
    let memory = URL(filePath: OfficeFolder(folder.path()).memory)
    let aside = folder.appending(path: "aside")
    do {
      let test = try await TestOffice.make(in: folder)
      // The file that remembers what was signed cannot be written: what is stored stays unsigned.
      try files.moveItem(at: memory, to: aside)
      try files.createDirectory(at: memory, withIntermediateDirectories: false)
      for _ in 0..<3 {
        do {
          _ = try await test.detainer("il-jail", key: "once")
          Issue.record("it said recorded")
        } catch let refusal as OfficeRefusal {
          guard case .notRecorded = refusal else { throw refusal }
        }
      }
    }
    try files.removeItem(at: memory)
    try files.moveItem(at: aside, to: memory)
    let again = try await TestOffice.reopen(folder, clock)
    let receipt = try await again.detainer("il-jail", key: "once")
    let size = try #require(await again.office.ledger.latest?.checkpoint.size)
    #expect(try #require(receipt.logEntries.max()) < size)
    #expect(try await again.office.cases(for: Crew("il-jail").clerk).items.map(\.id) == [receipt.id])
  }

  @Test func anAgencyKeepsItsNameInsideWhateverPeopleCallIt() async throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "desk-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: folder) }
    let office = OfficeFolder(folder.path())
    try office.prepare(logName: "desk.example.gov/log")
    #expect(try await Office.agencyName(in: office, otherwise: "example-jail") == "example-jail")
    #expect(try await Office.agencyName(in: office, otherwise: "example-detention-center") == "example-jail")
  }

  @Test func aDeskFromBeforeKeepsTheNameOfItsCases() async throws {
    let test = try await TestOffice.make()
    _ = try await test.detainer("il-jail")
    #expect(try await Office.agencyName(in: OfficeFolder(test.folder.path()), otherwise: "renamed") == "il-jail")
  }
}
