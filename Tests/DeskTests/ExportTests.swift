import Desk
import Foundation
import GRDB
import LawLanguage
import Ledger
import Testing

struct ExportTests {
  private static func folder() -> URL {
    FileManager.default.temporaryDirectory.appending(path: "export-\(UUID().uuidString)")
  }

  /// A decided case with a document and a note, whose entries are published.
  private func published() async throws -> (TestOffice, CaseReceipt) {
    let test = try await TestOffice.make()
    let crew = try Crew("il-jail")
    var receipt = try await test.detainer(
      "il-jail", facts: ["release-due": "2026-02-10T03:00"], person: Person(name: "Sample Person"))
    receipt = try await test.run(
      .decide(act: "hold", choice: .refrain, reason: "no ground"), on: receipt.id, by: crew.officer)
    receipt = try await test.office.attach(
      NewDocument(Array("a letter".utf8), title: "Letter", mediaType: "text/plain", direction: .sent), to: receipt.id,
      version: receipt.version, by: Hand(crew.clerk))
    try await test.office.writeNote("PRIVILEGED advice", about: "whether to hold", in: receipt.id, by: crew.counsel)
    _ = try await test.office.ledger.publish(at: Int(test.clock.read().seconds), by: .daily)
    test.clock.advance(hours: 1)
    return (test, receipt)
  }

  @Test func anExportHoldsWhatTheOfficerSawAndIsProvenByItsOwnFiles() async throws {
    let (test, receipt) = try await published()
    let (crew, folder) = (try Crew("il-jail"), ExportTests.folder())
    defer { try? FileManager.default.removeItem(at: folder) }
    let manifest = try await test.office.export(
      receipt.id, to: folder.path(), by: crew.counsel, confirmedBy: crew.deputy)
    #expect(manifest.events.count == receipt.version && manifest.events.allSatisfy(\.isPublished))
    #expect(manifest.events.map(\.entry) == manifest.events.map(\.entry).sorted())
    let check = try await CaseExportCheck(folder.path(), trusting: await test.office.ledger.verifier)
    #expect(check.isWhole && check.proven == receipt.version, "\(check.faults)")
    #expect(check.log?.isWhole == true)
    // What was decided by can be decided by again.
    let history = try await test.office.history(of: receipt.id, for: crew.counsel)
    let proposal = try #require(history.file.proposal)
    let chronology = try String(contentsOf: folder.appending(path: "chronology.txt"), encoding: .utf8)
    #expect(chronology.contains("engine \(proposal.engine), library \(proposal.library)"))
    #expect(chronology.contains("hold: prohibited") && chronology.contains("reason: no ground"))
    let law = try Data(contentsOf: folder.appending(path: "library/\(proposal.library.prefix(16))/vocabulary.md"))
    #expect(Array(law) == RealLaw.files.first { $0.path == "vocabulary.md" }?.bytes)
    let shown = try #require(history.events.first { if case .proposed = $0.what { true } else { false } })
    guard case .proposed(let first) = shown.what, let document = first.document else {
      Issue.record("no decision was kept")
      return
    }
    let written = try String(contentsOf: folder.appending(path: "decisions/000\(shown.number).json"), encoding: .utf8)
    #expect(written == document)
  }

  @Test func privilegedNotesAreListedAndLeftOutUnlessThePrivilegeIsGivenUp() async throws {
    let (test, receipt) = try await published()
    let crew = try Crew("il-jail")
    for withNotes in [false, true] {
      let folder = ExportTests.folder()
      defer { try? FileManager.default.removeItem(at: folder) }
      _ = try await test.office.export(
        receipt.id, to: folder.path(), withNotes: withNotes, by: crew.counsel, confirmedBy: crew.deputy)
      let list = try String(contentsOf: folder.appending(path: "privilege-log.json"), encoding: .utf8)
      #expect(list.contains("whether to hold") && list.contains("Sample Counsel") && !list.contains("advice"))
      let names = FileManager.default.enumerator(atPath: folder.path())?.compactMap { $0 as? String } ?? []
      let holding = names.filter {
        FileManager.default.contents(atPath: folder.appending(path: $0).path())?
          .range(of: Data("PRIVILEGED".utf8)) != nil
      }
      #expect(holding == (withNotes ? ["notes.json"] : []))
    }
  }

  @Test func anExportThatWasChangedAnywhereIsNotWhole() async throws {
    let (test, receipt) = try await published()
    let (crew, folder) = (try Crew("il-jail"), ExportTests.folder())
    defer { try? FileManager.default.removeItem(at: folder) }
    let manifest = try await test.office.export(
      receipt.id, to: folder.path(), by: crew.counsel, confirmedBy: crew.publisher)
    let verifier = await test.office.ledger.verifier
    // One file of the law stands for all of it.
    let own = manifest.files.keys.filter { !$0.hasPrefix("library/") || $0.hasSuffix("/vocabulary.md") }.sorted()
    for path in own + ["log/checkpoint", "log/tile/0/000"] {
      let file = folder.appending(path: path)
      let bytes = try Data(contentsOf: file)
      var bent = bytes
      bent[bent.count / 2] ^= 1
      try bent.write(to: file)
      let check = try? await CaseExportCheck(folder.path(), trusting: verifier)
      #expect(check?.isWhole != true, "\(path)")
      try bytes.write(to: file)
    }
    #expect(try await CaseExportCheck(folder.path(), trusting: verifier).isWhole)
    // An event and its digest changed together still do not fit the log.
    let file = folder.appending(path: "events/0002.json")
    var bytes = try Data(contentsOf: file)
    bytes[bytes.count / 2] ^= 1
    try bytes.write(to: file)
    var text = try String(contentsOf: folder.appending(path: "export.json"), encoding: .utf8)
    let old = try #require(manifest.files["events/0002.json"])
    text.replace(old, with: digest(of: bytes))
    try text.write(to: folder.appending(path: "export.json"), atomically: true, encoding: .utf8)
    #expect(try await CaseExportCheck(folder.path(), trusting: verifier).isWhole == false)
  }

  @Test func anExportNeedsCounselAndASecondPersonAndIsLogged() async throws {
    let (test, receipt) = try await published()
    let crew = try Crew("il-jail")
    for (one, two) in [(crew.clerk, crew.deputy), (crew.counsel, crew.counsel), (crew.counsel, crew.clerk)] {
      let folder = ExportTests.folder()
      await #expect(throws: OfficeRefusal.self) {
        try await test.office.export(receipt.id, to: folder.path(), by: one, confirmedBy: two)
      }
      #expect(!FileManager.default.fileExists(atPath: folder.path()))
    }
    let folder = ExportTests.folder()
    defer { try? FileManager.default.removeItem(at: folder) }
    _ = try await test.office.export(receipt.id, to: folder.path(), by: crew.counsel, confirmedBy: crew.deputy)
    let ledger = test.office.ledger
    let last = try #require(await ledger.latest?.checkpoint.size) - 1
    let payload = try await ledger.pool.read { String(decoding: try ledger.payload(of: last, in: $0), as: UTF8.self) }
    #expect(payload.contains("case.exported") && payload.contains(crew.counsel.id) && payload.contains(crew.deputy.id))
  }

  @Test func anAuditShowsTheWholeLogInItsOrderAndWordForWord() async throws {
    let (test, receipt) = try await published()
    let (crew, ledger) = (try Crew("il-jail"), test.office.ledger)
    _ = try await test.detainer("nj-jail")
    let path = ExportTests.folder().path()
    defer { try? FileManager.default.removeItem(atPath: path) }
    await #expect(throws: OfficeRefusal.self) { try await test.office.exportAudit(to: path, by: crew.officer) }
    let count = try await test.office.exportAudit(to: path, by: crew.auditor)
    struct Line: Decodable {
      struct Event: Decodable { let what, recorded, `case`: String; let by: String? }
      let number: Int?
      let commit, salt, payload, checkpoint: String?
      let event: Event?
    }
    let text = try String(contentsOfFile: path, encoding: .utf8)
    #expect(!text.contains("Sample Person") && !text.contains("no ground") && !text.contains("nj-jail"))
    let lines = try text.split(separator: "\n").map { try JSONDecoder().decode(Line.self, from: Data($0.utf8)) }
    let entries = lines.dropFirst().dropLast()
    #expect(entries.compactMap(\.number) == Array(0..<count))
    var tree = MemoryRoot()
    for line in entries {
      let commit = try #require(line.commit.flatMap { Data(base64Encoded: $0) })
      if let payload = line.payload {
        let salt = try #require(line.salt.flatMap { Data(base64Encoded: $0) })
        #expect(Commitment(salt: Array(salt), payload: Array(payload.utf8)).bytes == Array(commit))
      }
      tree.add(LogEntry(number: try #require(line.number), commitment: try #require(Commitment(bytes: Array(commit)))))
    }
    let signed = try SignedCheckpoint(Array(try #require(lines.last?.checkpoint).utf8))
    try signed.note.check(trusting: [await ledger.verifier])
    #expect(signed.checkpoint.size == count && signed.checkpoint.root == tree.edge.root)
    let history = try await test.office.history(of: receipt.id, for: crew.auditor)
    let shown = entries.compactMap(\.event).filter { $0.case == "\(receipt.number)" }
    #expect(shown.map(\.what) == history.events.map(\.what.kind.rawValue))
    #expect(shown.map(\.by) == history.events.map(\.by?.staff))
  }

  private struct MemoryRoot {
    var edge = RightEdge()
    mutating func add(_ entry: LogEntry) { _ = edge.append(.leaf(entry.bytes)) }
  }
}
