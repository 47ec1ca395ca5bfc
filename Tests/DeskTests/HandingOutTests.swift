import Desk
import Foundation
import GRDB
import LawLanguage
import Ledger
import Testing

/// Cases handed out from the desk that serves: two persons, one file, its digest in the log.
struct HandingOutTests {
  /// Unpacks an archive with the system's own program.
  private static func unpack(_ bytes: [UInt8]) throws -> URL {
    let folder = FileManager.default.temporaryDirectory.appending(path: "unpacked-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    let file = folder.appending(path: "export.tar")
    try Data(bytes).write(to: file)
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = ["tar", "-xf", file.path(), "-C", folder.path()]
    try process.run()
    process.waitUntilExit()
    #expect(process.terminationStatus == 0)
    return folder
  }

  private static func isRefused(_ body: () async throws -> Void) async throws -> Bool {
    do {
      try await body()
      return false
    } catch is OfficeRefusal { return true }
  }

  @Test func whatIsHandedOutUnpacksIntoExportsThatProveThemselves() async throws {
    let (test, crew) = (try await TestOffice.make(), try Crew("il-jail"))
    let cases = [
      try await test.detainer("il-jail", person: Person(name: "Sample Person")),
      try await test.detainer("il-jail", person: Person(name: "Another Sample")),
    ]
    try await test.office.writeNote("PRIVILEGED advice", about: "whether", in: cases[0].id, by: crew.counsel)
    _ = try await test.office.ledger.publish(at: Int(test.clock.read().seconds), by: .daily)
    test.clock.advance(hours: 1)
    let proposal = try await test.office.proposeExport(of: .all, by: crew.counsel)
    #expect(proposal.cases == cases.map(\.number))
    // What comes in later is not among what was confirmed.
    let later = try await test.detainer("il-jail")
    try await test.office.confirmExport(proposal.number, by: crew.publisher)
    let handed = try await test.office.handOut(proposal.number, to: crew.counsel)
    #expect(handed.receipt.digest == digest(of: handed.bytes))
    let text = String(decoding: handed.bytes, as: UTF8.self)
    #expect(text.contains("Sample Person") && !text.contains("PRIVILEGED") && !text.contains("\(later.number)/"))
    let folder = try HandingOutTests.unpack(handed.bytes)
    defer { try? FileManager.default.removeItem(at: folder) }
    for number in proposal.cases {
      let check = try await CaseExportCheck(
        folder.appending(path: number.description).path(), trusting: await test.office.ledger.verifier)
      #expect(check.isWhole && check.proven == check.manifest.events.count, "\(check.faults)")
      #expect(check.log?.isWhole == true)
    }
    let logged = try await test.office.ledger.pool.read { db in
      String(decoding: try test.office.ledger.payload(of: handed.receipt.entry, in: db), as: UTF8.self)
    }
    #expect(logged.contains(handed.receipt.digest) && !logged.contains("Sample Person"))
  }

  @Test func aSealedCaseIsHandedOutOnlyByItsNumber() async throws {
    let (test, crew) = (try await TestOffice.make(), try Crew("il-jail"))
    let (first, second) = (try await test.detainer("il-jail"), try await test.detainer("il-jail"))
    try await test.run(.seal(reason: "26-EX-0003"), on: first.id, by: crew.publisher)
    let all = try await test.office.proposeExport(of: .all, by: crew.counsel)
    #expect(all.cases == [second.number] && all.sealedLeftOut == 1)
    let one = try await test.office.proposeExport(of: .one(first.number), by: crew.counsel)
    #expect(one.cases == [first.number])
    let day = try #require(Day("2026-02-10"))
    let days = try await test.office.proposeExport(of: .received(from: day, to: day), by: crew.counsel)
    #expect(days.cases == [second.number] && days.sealedLeftOut == 1)
    #expect(
      try await HandingOutTests.isRefused {
        try await test.office.proposeExport(
          of: .received(from: day.adding(days: 1), to: day.adding(days: 9)), by: crew.counsel)
      })
    #expect(
      try await HandingOutTests.isRefused {
        try await test.office.proposeExport(of: .one(first.number), by: Crew("nj-jail").counsel)
      }, "another agency's")
  }

  @Test func nothingIsHandedOutByOnePersonNorAfterItEnded() async throws {
    let (test, crew) = (try await TestOffice.make(), try Crew("il-jail"))
    _ = try await test.detainer("il-jail")
    for staff in [crew.clerk, crew.officer, crew.publisher, crew.auditor, crew.administrator] {
      #expect(try await HandingOutTests.isRefused { try await test.office.proposeExport(of: .all, by: staff) })
    }
    let proposal = try await test.office.proposeExport(of: .all, by: crew.counsel)
    for staff in [crew.counsel, crew.clerk, crew.officer, crew.auditor, crew.administrator] {
      #expect(
        try await HandingOutTests.isRefused { try await test.office.confirmExport(proposal.number, by: staff) })
    }
    #expect(
      try await HandingOutTests.isRefused { _ = try await test.office.handOut(proposal.number, to: crew.counsel) })
    try await test.office.confirmExport(proposal.number, by: crew.deputy)
    #expect(
      try await HandingOutTests.isRefused { _ = try await test.office.handOut(proposal.number, to: crew.publisher) })
    _ = try await test.office.handOut(proposal.number, to: crew.deputy)
    test.clock.advance(hours: Int(ExportProposal.lasts) * 24)
    #expect(
      try await HandingOutTests.isRefused { _ = try await test.office.handOut(proposal.number, to: crew.counsel) })
    let other = try await test.office.proposeExport(of: .all, by: crew.counsel)
    test.clock.advance(hours: Int(ExportProposal.waits) * 24)
    #expect(
      try await HandingOutTests.isRefused { try await test.office.confirmExport(other.number, by: crew.deputy) })
  }
}
