import Desk
import Foundation
import LawLanguage
import Ledger
import Testing

/// A collector in a folder of its own, which goes when the value goes.
final class TestCollector: Sendable {
  let folder: URL
  let collector: Collector
  let clock: WallClock
  let publisher: Staff
  let counsel: Staff
  let auditor: Staff

  init(at text: String = "2026-02-10 09:00", forms: [String] = ["il-trust"]) async throws {
    folder = FileManager.default.temporaryDirectory.appending(path: "collector-\(UUID().uuidString)")
    let clock = WallClock(try moment(text))
    self.clock = clock
    let crew = try Crew("attorney-general")
    (publisher, counsel, auditor) = (crew.publisher, crew.counsel, crew.auditor)
    collector = try await TestCollector.open(folder, clock, forms)
  }

  static func open(_ folder: URL, _ clock: WallClock, _ forms: [String]) async throws -> Collector {
    let zone = try #require(Zone(identifier: "America/Chicago"))
    let profile = CollectorProfile(
      id: "attorney-general", title: "Attorney General of Example State",
      forms: forms.compactMap { ReportForm.named($0) },
      zone: zone)
    return try await Collector.open(
      folder.path(), profile: profile, logName: "reports.example.gov/log", clock: { clock.read() })
  }

  deinit { try? FileManager.default.removeItem(at: folder) }

  let period = ReportPeriod("2025")

  func link(_ name: String = "Example Sheriff") async throws -> AgencyLink {
    try await collector.add(
      AgencyEntry(name: name, place: "Example County", contact: "reports@example.gov"), by: publisher)
  }

  @discardableResult
  func submit(_ text: String, _ link: AgencyLink) async throws -> SubmissionOutcome {
    try await collector.submit(
      Array(text.utf8), form: "il-trust", period: try #require(period), from: .link(link.secret))
  }

  func standing(_ link: AgencyLink) async throws -> AgencyStanding {
    let all = try await collector.standings("il-trust", try #require(period), for: auditor)
    return try #require(all.first { $0.id == link.id })
  }

  static let header = "part,entry,date-received,request,response,paper,bail-posted,outcome,outcome-time,to-whom\n"
  static let none = header + "requests,none,,,,,,,,\npapers,none,,,,,,,,\n"
  static let one = header + "requests,none,,,,,,,,\npapers,1,2025-06-03,,,detainer,n/a,released,2025-06-04 10:30,n/a\n"
}

@Suite struct CollectorTests {
  private func refusal(_ body: () async throws -> Void) async -> ReportRefusal? {
    do {
      try await body()
      return nil
    } catch OfficeRefusal.report(let refusal) { return refusal } catch { return nil }
  }

  @Test func aReportThatFitsIsAcceptedAndOneThatDoesNotIsKeptWhole() async throws {
    let test = try await TestCollector()
    let link = try await test.link()
    let good = try await test.submit(TestCollector.one, link)
    #expect(good.submission.isAccepted && good.submission.entries == 1 && good.mistakes.isEmpty)
    let broken = TestCollector.header + "papers,1,yesterday,,,detainer,n/a,released,2025-06-04 10:30,n/a\n"
    let bad = try await test.submit(broken, link)
    #expect(!bad.submission.isAccepted)
    #expect(bad.mistakes.first?.description == "Line 2, column 3: “Date received”: write the day as 2025-03-04")
    let kept = try await test.collector.file(bad.submission.id, for: test.auditor)
    #expect(kept.bytes == Array(broken.utf8))
    #expect(try await test.standing(link).accepted?.id == good.submission.id, "what does not fit counts as nothing")
  }

  @Test func aLaterReportTakesTheEarlierOnesPlaceAndBothAreKept() async throws {
    let test = try await TestCollector()
    let link = try await test.link()
    try await test.submit(TestCollector.none, link)
    #expect(try await test.standing(link).words == "nothing to report")
    test.clock.set(try moment("2026-04-01 09:00"))
    try await test.submit(TestCollector.one, link)
    let standing = try await test.standing(link)
    #expect(standing.isAmended && standing.accepted?.entries == 1 && standing.submissions.count == 2)
    #expect(!standing.isLate, "the first came in time")
  }

  @Test func aReportAfterItsDayIsLate() async throws {
    let test = try await TestCollector(at: "2026-03-01 23:59")
    let (one, two) = (try await test.link("One"), try await test.link("Two"))
    try await test.submit(TestCollector.none, one)
    test.clock.set(try moment("2026-03-02 00:00"))
    try await test.submit(TestCollector.none, two)
    #expect(try await !test.standing(one).isLate)
    #expect(try await test.standing(two).isLate)
  }

  @Test func aReceiptIsSignedAndProvenByTheLog() async throws {
    let test = try await TestCollector()
    let link = try await test.link()
    let outcome = try await test.submit(TestCollector.none, link)
    let note = try SignedNote(outcome.receipt)
    try note.check(trusting: [test.collector.receiptVerifier])
    let text = String(decoding: note.text, as: UTF8.self)
    #expect(text.contains("sha256 \(digest(of: TestCollector.none.utf8))\n") && text.contains("accepted yes"))
    #expect(throws: (any Error).self) { try note.check(trusting: []) }
    _ = try await test.collector.ledger.publish(at: Int(test.clock.read().seconds), by: .daily)
    test.clock.advance(hours: 25)
    let proof = try #require(try await test.collector.proof(of: outcome.submission))
    let entry = LogEntry(
      number: proof.proof.index, commitment: Commitment(salt: proof.proof.extra ?? [], payload: proof.payload))
    try proof.proof.check(entry: entry.bytes, trusting: await test.collector.ledger.verifier)
  }

  @Test func aRegisterWithAMistakeChangesNothing() async throws {
    let test = try await TestCollector()
    let file = "name,place,contact\nOne,Example County,one@example.gov\nTwo,,two@example.gov\nOne,Example County,x\n"
    let refused = await refusal { _ = try await test.collector.importRegister(Array(file.utf8), by: test.publisher) }
    guard case .register(let mistakes) = refused else { return #expect(Bool(false), "\(String(describing: refused))") }
    #expect(mistakes.map(\.line) == [3, 4] && mistakes.map(\.column) == [2, 1])
    #expect(try await test.collector.agencies(for: test.auditor).isEmpty)
    let good = "name,place,contact\r\nOne,Example County,one@example.gov\r\nTwo,Example County,two@example.gov\r\n"
    #expect(try await test.collector.importRegister(Array(good.utf8), by: test.publisher).count == 2)
    // One that is there already stops the whole file.
    let more = "name,place,contact\nThree,Example County,x\nTwo,Example County,y\n"
    #expect(await refusal { _ = try await test.collector.importRegister(Array(more.utf8), by: test.publisher) } != nil)
    #expect(try await test.collector.agencies(for: test.auditor).map(\.name) == ["One", "Two"])
  }

  @Test func aLinkOpensItsAgencyAloneAndNothingOnceItIsRenewed() async throws {
    let test = try await TestCollector()
    let (one, two) = (try await test.link("One"), try await test.link("Two"))
    let outcome = try await test.submit(TestCollector.none, one)
    await #expect(throws: OfficeRefusal.self) {
      _ = try await test.collector.submission(outcome.submission.id, link: two.secret)
    }
    let renewed = try await test.collector.renewLink(of: one.id, by: test.publisher)
    #expect(try await test.collector.agency(link: one.secret) == nil)
    #expect(try await test.collector.agency(link: renewed.secret)?.id == one.id)
    for guess in ["", "x", "' OR 1=1 --", String(repeating: "0", count: 32)] {
      #expect(try await test.collector.agency(link: guess) == nil)
    }
  }

  @Test func nobodyIsListedWithoutNoticeThatHasRunOutAndASecondPerson() async throws {
    let test = try await TestCollector(at: "2026-03-02 09:00")
    let period = try #require(test.period)
    let (one, two, three) = (try await test.link("One"), try await test.link("Two"), try await test.link("Three"))
    try await test.submit(TestCollector.none, one)
    func propose() async -> ReportRefusal? {
      await refusal { try await test.collector.proposeList("il-trust", period, by: test.publisher) }
    }
    guard case .listNotDue = await propose() else { return #expect(Bool(false), "no notice was sent") }
    let standings = try await test.collector.standings("il-trust", period, for: test.publisher)
    #expect(Set(test.collector.remindersDue(standings).map(\.id)) == [two.id, three.id])
    let until = try #require(Day("2026-03-20"))
    try await test.collector.recordNotice(
      to: [two.id, three.id], "il-trust", period, until: until, how: "by mail", by: test.publisher)
    test.clock.set(try moment("2026-03-20 23:00"))
    guard case .listNotDue = await propose() else { return #expect(Bool(false), "the notice has not run out") }
    test.clock.set(try moment("2026-03-21 09:00"))
    #expect(await propose() == nil)
    let list = try #require(try await test.collector.proposedLists(for: test.auditor).first)
    #expect(Set(list.agencies.map(\.id)) == [two.id, three.id])
    await #expect(throws: OfficeRefusal.self, "the same person") {
      try await test.collector.publishList(list.id, by: test.publisher)
    }
    #expect(try await test.collector.publishedLists().isEmpty)
    try await test.submit(TestCollector.none, three)
    try await test.collector.publishList(list.id, by: test.counsel)
    #expect(try await test.collector.publishedLists().first?.agencies.map(\.id) == [two.id], "three reported meanwhile")
    try await test.submit(TestCollector.none, two)
    #expect(try await test.collector.publishedLists().first?.agencies.first?.reported == Day("2026-03-21"))
  }

  @Test func aNoticeLeavesTime() async throws {
    let test = try await TestCollector(at: "2026-03-02 09:00")
    let link = try await test.link()
    let until = try #require(Day("2026-03-15"))
    guard
      case .listNotDue = await refusal({
        try await test.collector.recordNotice(
          to: [link.id], "il-trust", try #require(test.period), until: until, how: "by mail", by: test.publisher)
      })
    else { return #expect(Bool(false), "thirteen days are not enough") }
  }

  @Test func aReportOfATenthDeskIsHeldAgainstItsOwnLog() async throws {
    let office = try await TestOffice.make()
    let (jail, period) = (try Crew("il-jail").publisher, try #require(ReportPeriod("2025")))
    _ = try await office.office.perform(.certify, on: "il-trust", period, version: 0, by: jail)
    _ = try await office.office.ledger.publish(at: Int(office.clock.read().seconds), by: .daily)
    office.clock.advance(hours: 25)
    let csv = try await office.office.reportFile("il-trust", period, edition: 1, for: jail)
    let receipt = try await office.office.reportFile("il-trust", period, edition: 1, receipt: true, for: jail)
    let proof = try #require(try await office.office.reportProof("il-trust", period, edition: 1, for: jail)).bytes
    let test = try await TestCollector(at: "2026-02-12 09:00")
    let link = try await test.link()
    func submit(_ csv: [UInt8], _ receipt: [UInt8], _ proof: [UInt8]) async throws -> SubmissionOutcome {
      try await test.collector.submit(
        csv, form: "il-trust", period: period, from: .link(link.secret), with: .init(receipt: receipt, proof: proof))
    }
    guard case .proof = await refusal({ _ = try await submit(csv, receipt, proof) }) else {
      return #expect(Bool(false), "the register has no key yet")
    }
    let key = await office.office.ledger.verifier.text
    try await test.collector.setLogKey(key, of: link.id, by: test.publisher)
    var forged = receipt
    forged[forged.count / 2] ^= 1
    for (csv, receipt) in [(csv + Array("\r\n".utf8), receipt), (csv, forged)] {
      guard case .proof = await refusal({ _ = try await submit(csv, receipt, proof) }) else {
        return #expect(Bool(false), "another file, or a forged receipt, was taken")
      }
    }
    #expect(try await test.standing(link).submissions.isEmpty, "a report that its proof does not prove is not taken")
    let outcome = try await submit(csv, receipt, proof)
    #expect(outcome.submission.isAccepted && outcome.submission.isProven)
  }

  @Test func aCollectorIsReopenedAsItWas() async throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "collector-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: folder) }
    let clock = WallClock(try moment("2026-02-10 09:00"))
    let publisher = try Crew("attorney-general").publisher
    let secret: String
    do {
      let collector = try await TestCollector.open(folder, clock, ["il-trust"])
      secret = try await collector.add(
        AgencyEntry(name: "One", place: "Example County", contact: "Marker Contact"), by: publisher
      ).secret
    }
    let again = try await TestCollector.open(folder, clock, ["il-trust"])
    let agency = try #require(try await again.agency(link: secret))
    #expect(try await again.agency(agency.id, for: publisher).contact == "Marker Contact")
    for file in try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil) {
      guard let bytes = try? Data(contentsOf: file) else { continue }
      #expect(bytes.range(of: Data("Marker Contact".utf8)) == nil, "\(file.lastPathComponent)")
      #expect(bytes.range(of: Data(secret.utf8)) == nil, "\(file.lastPathComponent)")
    }
  }

  @Test func onlyStaffOfTheCollectorDoAnything() async throws {
    let test = try await TestCollector()
    let stranger = try Crew("il-jail").publisher
    let entry = AgencyEntry(name: "One", place: "Example County", contact: "x")
    for staff in [stranger, test.auditor, test.counsel] {
      await #expect(throws: OfficeRefusal.self) { _ = try await test.collector.add(entry, by: staff) }
    }
    await #expect(throws: OfficeRefusal.self) { _ = try await test.collector.agencies(for: stranger) }
  }
}
