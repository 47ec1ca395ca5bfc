import Desk
import Foundation
import LawLanguage
import Testing

struct AdoptionTests {
  /// The library with one rule of Illinois less, and another said otherwise.
  private static var changed: [SourceFile] {
    RealLaw.files.map { file in
      guard file.path == "il/trust.md" else { return file }
      let text = String(decoding: file.bytes, as: UTF8.self)
      return SourceFile(
        path: file.path,
        text: text.replacing("No keeping a person on a detainer", with: "Never keep a person on a detainer"))
    }
  }

  @Test func nothingIsDecidedOnLawThatNobodyAdopted() async throws {
    let test = try await TestOffice.make(adopting: false)
    do {
      _ = try await test.detainer("il-jail")
      Issue.record("decided on law that nobody adopted")
    } catch let error as OfficeRefusal {
      guard case .nothingAdopted = error else { throw error }
    }
    let standing = try test.office.lawStanding(for: Crew("il-jail").administrator)
    #expect(standing.adopted == nil && standing.waiting == RealLaw.law.digest && standing.changes.count > 50)
  }

  @Test func twoPersonsAdopt() async throws {
    let test = try await TestOffice.make(adopting: false)
    let crew = try Crew("il-jail")
    let digest = test.office.beside.digest
    await #expect(throws: OfficeRefusal.self) {
      try await test.office.proposeAdoption(
        of: digest, on: test.office.beside.everyInitial, reason: "x", by: crew.officer)
    }
    await #expect(throws: OfficeRefusal.self) {
      try await test.office.proposeAdoption(
        of: "00", on: test.office.beside.everyInitial, reason: "x", by: crew.counsel)
    }
    try await test.office.proposeAdoption(
      of: digest, on: test.office.beside.everyInitial, reason: "read", by: crew.counsel)
    do {
      try await test.office.confirmAdoption(of: digest, reason: "read", by: crew.counsel)
      Issue.record("one person adopted alone")
    } catch {
      guard case .secondPersonNeeded = error else { throw error }
    }
    #expect(try test.office.lawStanding(for: crew.counsel).proposed?.by.staff == crew.counsel.id)
    try await test.office.confirmAdoption(of: digest, reason: "read too", by: crew.deputy)
    let standing = try test.office.lawStanding(for: crew.counsel)
    #expect(standing.adopted == digest && standing.waiting == nil && standing.changes.isEmpty)
    #expect(standing.adoption.map(\.kind) == [.proposed, .confirmed])
  }

  @Test func lawThatLiesBesideWaitsWithItsDifferencesAndIsNotDecidedBy() async throws {
    let test = try await TestOffice.make()
    let crew = try Crew("il-jail")
    let adopted = try #require(test.office.adopted).digest
    let id = try await test.detainer("il-jail", facts: ["release-due": "2026-02-10T03:00"]).id
    try test.office.lay(beside: AdoptionTests.changed)
    let standing = try test.office.lawStanding(for: crew.counsel)
    #expect(standing.adopted == adopted && standing.waiting == test.office.beside.digest)
    #expect(standing.files == ["il/trust.md"])
    let change = try #require(standing.changes.first)
    #expect(change.kind == .changed && change.cite == "5 ILCS 805 § 15(a)" && change.law == "il.trust")
    #expect(change.before != change.now)
    #expect(try await test.office.caseFile(id, for: crew.officer).proposal?.library == adopted)
    let digest = test.office.beside.digest
    try await test.office.proposeAdoption(
      of: digest, on: test.office.beside.everyInitial, reason: "read", by: crew.counsel)
    try await test.office.confirmAdoption(of: digest, reason: "read", by: crew.deputy)
    // Every open case is decided again under it.
    #expect(try await test.office.reconsider().map(\.id) == [id])
    #expect(try await test.office.caseFile(id, for: crew.officer).proposal?.library == digest)
  }

  @Test func theAdoptedLawIsKeptThoughTheFilesBesideItChange() async throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "desk-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: folder) }
    let clock = WallClock(try moment("2026-02-10 02:00"))
    try OfficeFolder(folder.path()).prepare(logName: "desk.example.gov/log")
    let crew = try Crew("il-jail")
    let digest: String
    do {
      let office = try await TestOffice.open(folder, clock)
      digest = office.beside.digest
      try await office.proposeAdoption(
        of: digest, on: office.beside.everyInitial, reason: "read", by: crew.counsel)
      try await office.confirmAdoption(of: digest, reason: "read", by: crew.deputy)
    }
    let office = try await TestOffice.open(folder, clock, law: AdoptionTests.changed)
    #expect(office.adopted?.digest == digest && office.beside.digest != digest)
    let standing = try office.lawStanding(for: crew.counsel)
    #expect(standing.waiting == office.beside.digest)
  }
}
