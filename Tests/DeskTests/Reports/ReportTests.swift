import Desk
import Foundation
import GRDB
import LawLanguage
import Ledger
import Testing

@Suite struct ReportTests {
  private static let year = ReportPeriod("2025")

  private func crew() throws -> Crew { try Crew("il-jail") }

  /// Does something to the TRUST Act's report for 2025, as it stands.
  @discardableResult
  private func run(
    _ command: ReportCommand, _ test: TestOffice, form: String = "il-trust", period: String = "2025",
    by staff: Staff? = nil
  ) async throws -> ReportFile {
    let publisher = try crew().publisher
    let period = try #require(ReportPeriod(period))
    let version = try await test.office.report(form, period, for: publisher).file.version
    return try await test.office.perform(command, on: form, period, version: version, by: staff ?? publisher)
  }

  private func view(_ test: TestOffice, form: String = "il-trust", period: String = "2025") async throws -> ReportView {
    try await test.office.report(form, try #require(ReportPeriod(period)), for: try crew().publisher)
  }

  /// A detainer and a warrant of June 2025, decided on, the person released the next day.
  private func released(_ test: TestOffice, person: Person? = nil) async throws -> CaseID {
    test.clock.set(try moment("2025-06-03 09:15"))
    let receipt = try await test.detainer(
      "il-jail", facts: ["release-due": "2025-06-04T10:00:00-05:00", "custody": "pretrial"], person: person)
    test.clock.set(try moment("2025-06-04 10:30"))
    try await test.run(.end(Outcome(.released, at: test.clock.read())), on: receipt.id, by: try crew().clerk)
    return receipt.id
  }

  private func refusal(_ body: () async throws -> Void) async -> ReportRefusal? {
    do {
      try await body()
      return nil
    } catch OfficeRefusal.report(let refusal) { return refusal } catch { return nil }
  }

  // MARK: What is owed

  @Test func theLawsReportsAreListedWithTheDayByWhichTheyAreDue() async throws {
    let test = try await TestOffice.make()
    let listed = try await test.office.reports(for: try crew().publisher)
    let trust = try #require(listed.first { $0.form.id == "il-trust" })
    #expect(trust.period.description == "2025")
    #expect(trust.due == Day("2026-03-01"))
    guard case .yes(let cite) = trust.owed else { return #expect(Bool(false), "\(trust.owed)") }
    #expect(cite.contains("25"))
    #expect(Set(listed.map(\.form.id)) == ["il-trust", "il-voices", "il-counts"])
  }

  @Test func everyFormRestsOnARuleOfTheLibraryOrSaysThatItHasNone() throws {
    let library = RealLaw.law.library
    for form in ReportForm.all {
      for rule in form.rules {
        let parts = rule.split(separator: "/").map(String.init)
        let law = try #require(library.law(parts[0]), "\(form.id): \(rule)")
        #expect(law.rules.contains { $0.name.name == parts[1] }, "\(form.id): \(rule)")
        #expect(law.place == form.jurisdiction)
      }
    }
    let without = ReportForm.all.filter(\.rules.isEmpty).map(\.id)
    #expect(Set(without) == ["il-counts", "nj-counts", "fl-counts", "ca-forum", "ca-access", "or-requests"])
  }

  @Test func theDayOfAFormIsTheDayOfTheLaw() async throws {
    let test = try await TestOffice.make()
    for agency in ["il-jail", "nj-jail", "fl-jail", "ca-jail"] {
      for listing in try await test.office.reports(for: try Crew(agency).publisher) {
        guard case .yes = listing.owed else { continue }
        #expect(listing.due == listing.form.dueDay(of: listing.period), "\(listing.form.id)")
      }
    }
  }

  // MARK: Nothing came

  @Test func aYearWithoutAnyRequestIsCertifiedAsSuchAndFiled() async throws {
    let test = try await TestOffice.make()
    #expect(try await view(test).sheet.isNil)
    let certified = try await run(.certify, test)
    let certificate = try #require(certified.edition.certificate)
    #expect(
      certificate.content.statement.contains("No immigration detainer and no civil immigration warrant was received."))
    #expect(certificate.by.name == "Sample Publisher")
    let filed = try await run(.file(how: "the Attorney General's portal, confirmation 1", at: test.clock.read()), test)
    #expect(filed.stage == .filed)
    let csv = try await test.office.reportFile(
      "il-trust", try #require(ReportTests.year), edition: 1, for: try crew().publisher)
    #expect(
      String(decoding: csv, as: UTF8.self)
        == "part,entry,date-received,request,response,paper,bail-posted,outcome,outcome-time,to-whom\r\n"
        + "requests,none,,,,,,,,\r\npapers,none,,,,,,,,\r\n")
    #expect(await refusal { _ = try await run(.file(how: "again", at: test.clock.read()), test) } == .isFiled)
  }

  @Test func aYearThatIsNotOverIsNotCertified() async throws {
    let test = try await TestOffice.make(at: "2025-12-31 23:59")
    let period = try #require(ReportTests.year)
    #expect(await refusal { try await run(.certify, test) } == .notOver(period))
    test.clock.set(try moment("2026-01-01 00:00"))
    #expect(try await run(.certify, test).stage == .certified)
  }

  // MARK: What is missing

  @Test func whatNothingRecordsIsMissingAndNeverGuessed() async throws {
    let test = try await TestOffice.make()
    _ = try await released(test, person: Person(name: "Marker Personname"))
    test.clock.set(try moment("2026-02-10 09:00"))
    let sheet = try await view(test).sheet
    let papers = try #require(sheet.lists.first { $0.part.id == "papers" })
    #expect(papers.rows.map { $0.cells["paper"] } == [.value("detainer"), .value("civil warrant")])
    #expect(papers.rows.allSatisfy { $0.cells["date-received"] == .value("2025-06-03") })
    #expect(papers.rows.allSatisfy { $0.cells["outcome-time"] == .value("2025-06-04 10:30") })
    #expect(sheet.gaps.map(\.column.id) == ["bail-posted", "bail-posted"])
    #expect(await refusal { try await run(.certify, test) } == .incomplete(gaps: 2, obstacles: 0))

    try await run(.fill(part: "papers", row: nil, column: "bail-posted", value: nil, source: "court file"), test)
    let certified = try await run(.certify, test)
    #expect(certified.edition.certificate?.content.count == 2)
    let csv = try await test.office.reportFile("il-trust", sheet.period, edition: 1, for: try crew().publisher)
    let text = String(decoding: csv, as: UTF8.self)
    #expect(text.contains("papers,1,2025-06-03,,,detainer,n/a,released,2025-06-04 10:30,n/a\r\n"))
    #expect(!text.contains("Marker") && !text.contains("2025-00001"), "no name and no number of a case")
  }

  @Test func whatACaseSaysIsNotOverwrittenByHandAndNoDetainerIsLeftOut() async throws {
    let test = try await TestOffice.make()
    _ = try await released(test)
    test.clock.set(try moment("2026-02-10 09:00"))
    let row = try #require(try await view(test).sheet.lists.last?.rows.first?.key)
    #expect(
      await refusal {
        try await run(.fill(part: "papers", row: row, column: "outcome", value: "transferred", source: "x"), test)
      } == .noGap)
    #expect(await refusal { try await run(.leaveOut(part: "papers", row: row, reason: "x"), test) } == .staysIn)
    #expect(
      await refusal {
        try await run(.fill(part: "papers", row: row, column: "bail-posted", value: "noon", source: "x"), test)
      } == .value(column: "Date and time criminal bail was posted", why: "write day and time as 2025-03-04 14:05"))
  }

  @Test func aRequestThatCouldNotBeReadStandsInTheWay() async throws {
    let test = try await TestOffice.make(at: "2025-06-01 08:00")
    let document = NewDocument(Array("half a fax".utf8), title: "Fax", mediaType: "text/plain")
    _ = try await test.office.keepUnreadable(
      document, why: "it broke off", received: test.clock.read(), channel: .fax, by: Hand(try crew().clerk))
    test.clock.set(try moment("2026-02-10 09:00"))
    #expect(await refusal { try await run(.certify, test) } == .incomplete(gaps: 0, obstacles: 1))
  }

  @Test func theYearOfAPaperIsThatOfTheAgencysClocks() async throws {
    let test = try await TestOffice.make(at: "2025-12-31 23:30")
    _ = try await test.detainer("il-jail")
    test.clock.set(try moment("2026-02-10 09:00"))
    #expect(try await view(test).sheet.count == 2, "it is 2026 in Greenwich already")
    #expect(try await view(test, period: "2024").sheet.isNil)
  }

  // MARK: Afterwards

  @Test func aCertifiedReportComesOutTheSameAgainWhateverIsRecordedLater() async throws {
    let test = try await TestOffice.make()
    let id = try await released(test)
    test.clock.set(try moment("2026-02-10 09:00"))
    try await run(.fill(part: "papers", row: nil, column: "bail-posted", value: nil, source: "court file"), test)
    try await run(.certify, test)
    #expect(try await view(test).changedSince.isEmpty)
    try await test.run(.end(Outcome(.keptOnOtherGround, at: test.clock.read())), on: id, by: try crew().clerk)
    let changed = try await view(test).changedSince
    #expect(changed.count == 1 && changed[0].contains("What was recorded since changes it"), "\(changed)")

    try await run(.amend(reason: "the outcome was recorded wrongly"), test)
    let second = try await run(.certify, test)
    #expect(second.editions.count == 2 && second.edition.reason == "the outcome was recorded wrongly")
    let publisher = try crew().publisher
    let period = try #require(ReportTests.year)
    let old = try await test.office.reportFile("il-trust", period, edition: 1, for: publisher)
    let new = try await test.office.reportFile("il-trust", period, edition: 2, for: publisher)
    #expect(old != new)
    #expect(digest(of: old) == second.editions[0].certificate?.content.digest)
  }

  @Test func twoWhoWorkOnAReportAtOnceDoNotOverwriteEachOther() async throws {
    let test = try await TestOffice.make()
    let (publisher, period) = (try crew().publisher, try #require(ReportTests.year))
    _ = try await test.office.perform(.certify, on: "il-trust", period, version: 0, by: publisher)
    #expect(
      await refusal { _ = try await test.office.perform(.certify, on: "il-trust", period, version: 0, by: publisher) }
        == .changedMeanwhile)
  }

  @Test func theLogProvesACertificateToWhoeverHoldsTheReport() async throws {
    let test = try await TestOffice.make()
    try await run(.certify, test)
    let (publisher, period) = (try crew().publisher, try #require(ReportTests.year))
    #expect(
      try await test.office.reportProof("il-trust", period, edition: 1, for: publisher) == nil, "not published yet")
    _ = try await test.office.ledger.publish(at: Int(test.clock.read().seconds), by: .daily)
    test.clock.advance(hours: 25)
    let proof = try #require(try await test.office.reportProof("il-trust", period, edition: 1, for: publisher))
    let receipt = try await test.office.reportFile("il-trust", period, edition: 1, receipt: true, for: publisher)
    let csv = try await test.office.reportFile("il-trust", period, edition: 1, for: publisher)
    let entry = LogEntry(number: proof.index, commitment: Commitment(salt: proof.extra ?? [], payload: receipt))
    try proof.check(entry: entry.bytes, trusting: await test.office.ledger.verifier)
    #expect(String(decoding: receipt, as: UTF8.self).contains(digest(of: csv)))
  }

  @Test func onlyThoseWhoKeepReportsDoAnythingToThem() async throws {
    let test = try await TestOffice.make()
    let (crew, period) = (try crew(), try #require(ReportTests.year))
    for staff in [crew.clerk, crew.officer, crew.counsel, crew.auditor, crew.administrator, crew.program] {
      await #expect(throws: OfficeRefusal.self) {
        _ = try await test.office.perform(.certify, on: "il-trust", period, version: 0, by: staff)
      }
    }
    for staff in [crew.clerk, crew.officer, crew.administrator, crew.program] {
      await #expect(throws: OfficeRefusal.self) { _ = try await test.office.report("il-trust", period, for: staff) }
    }
    #expect(try await test.office.report("il-trust", period, for: crew.auditor).sheet.isNil)
    await #expect(throws: OfficeRefusal.self) {
      _ = try await test.office.report("nj-assistance", period, for: crew.publisher)
    }
  }

  // MARK: Publishing

  @Test func aTableIsPublishedByTwoPersonsAndNoneThatOverlaps() async throws {
    let test = try await TestOffice.make()
    _ = try await released(test)
    test.clock.set(try moment("2026-02-10 09:00"))
    let crew = try crew()
    let period = try #require(ReportTests.year)
    try await run(.proposePublication(period), test, form: "il-counts")
    await #expect(throws: OfficeRefusal.self, "the same person") { try await run(.publish, test, form: "il-counts") }
    #expect(try await test.office.publications(of: "il-jail").isEmpty)
    let published = try await run(.publish, test, form: "il-counts", by: crew.counsel)
    #expect(published.stage == .published)
    let shown = try #require(try await test.office.publications(of: "il-jail").first)
    #expect(!shown.table.counts.flatMap(\.self).contains { (1..<5).contains($0 ?? 0) })
    #expect(try await test.office.publications(of: "nj-jail").isEmpty)

    test.clock.set(try moment("2027-02-10 09:00"))
    let longer = try #require(ReportPeriod("2025-2026"))
    #expect(
      await refusal { try await run(.proposePublication(longer), test, form: "il-counts", period: "2026") }
        == .overlaps(period))
  }

  @Test func whatIsFiledIsNeverPublishedAndWhatIsPublishedIsNeverFiled() async throws {
    let test = try await TestOffice.make()
    let period = try #require(ReportTests.year)
    for command in [ReportCommand.proposePublication(period), .keep(place: "a shelf")] {
      guard case .otherKind = await refusal({ try await run(command, test) }) else {
        return #expect(Bool(false), "\(command)")
      }
    }
    for command in [ReportCommand.certify, .file(how: "mail", at: test.clock.read()), .keep(place: "a shelf")] {
      guard case .otherKind = await refusal({ try await run(command, test, form: "il-counts") }) else {
        return #expect(Bool(false), "\(command)")
      }
    }
  }

  // MARK: Other states

  @Test func newJerseysReportGoesToTheProsecutorAndThenToTheAttorneyGeneral() async throws {
    let test = try await TestOffice.make()
    let publisher = try Crew("nj-jail").publisher
    let period = try #require(ReportTests.year)
    var file = try await test.office.perform(.certify, on: "nj-assistance", period, version: 0, by: publisher)
    file = try await test.office.perform(
      .file(how: "by hand", at: test.clock.read()), on: "nj-assistance", period, version: file.version, by: publisher)
    #expect(file.stage == .underWay && file.edition.filings.map(\.content.to) == ["the county prosecutor"])
    file = try await test.office.perform(
      .file(how: "sent on", at: test.clock.read()), on: "nj-assistance", period, version: file.version, by: publisher)
    #expect(file.stage == .filed)
  }

  @Test func californiasTaskForcesAreEnteredByHandAndNoReportOfNothingIsMade() async throws {
    let test = try await TestOffice.make()
    let publisher = try Crew("ca-jail").publisher
    let period = try #require(ReportTests.year)
    #expect(
      await refusal {
        _ = try await test.office.perform(.certify, on: "ca-task-forces", period, version: 0, by: publisher)
      } == .nothingToReport)
    let cells = ["purpose": "Example purpose", "agencies": "Example agencies", "arrests": "12"]
    let file = try await test.office.perform(
      .enterRow(part: "task-forces", cells: cells), on: "ca-task-forces", period, version: 0, by: publisher)
    let sheet = try await test.office.report("ca-task-forces", period, for: publisher).sheet
    #expect(sheet.lists[0].rows[0].cells["immigration-arrests"] == .doesNotApply)
    let certified = try await test.office.perform(
      .certify, on: "ca-task-forces", period, version: file.version, by: publisher)
    #expect(certified.edition.certificate?.content.count == 1)
  }

  @Test func aFormsOwnFileFitsTheForm() async throws {
    let test = try await TestOffice.make()
    _ = try await released(test)
    test.clock.set(try moment("2026-02-10 09:00"))
    try await run(.fill(part: "papers", row: nil, column: "bail-posted", value: "2025-06-03 12:00", source: "x"), test)
    let sheet = try await view(test).sheet
    let content = try ReportFileForm(sheet.form).read(sheet.csv)
    #expect(content.counts == ["papers": 2] && content.nothing == ["requests"])
  }

  @Test(
    arguments: [
      ("part,entry\n", 1, nil), ("", 1, nil),
      ("HEAD\npapers,1,2025-13-01,,,detainer,n/a,released,2025-06-04 10:30,n/a\nrequests,none,,,,,,,,\n", 2, 3),
      ("HEAD\npapers,2,2025-12-01,,,detainer,n/a,released,2025-06-04 10:30,n/a\nrequests,none,,,,,,,,\n", 2, 2),
      ("HEAD\npapers,1,2025-12-01,,,detainer,n/a,set free,2025-06-04 10:30,n/a\nrequests,none,,,,,,,,\n", 2, 8),
      ("HEAD\npapers,1,2025-12-01,help,,detainer,n/a,released,2025-06-04 10:30,n/a\nrequests,none,,,,,,,,\n", 2, 4),
      ("HEAD\nrequests,none,,,,,,,,\n", 2, nil), ("HEAD\npapers,none,,,,,,,,\nother,1,,,,,,,,\n", 3, 1),
      ("HEAD\npapers,none,x,,,,,,,\nrequests,none,,,,,,,,\n", 2, 3),
    ] as [(String, Int, Int?)])
  func aFileThatDoesNotFitIsToldWhere(_ text: String, _ line: Int, _ column: Int?) throws {
    let form = try #require(ReportForm.named("il-trust"))
    let file = ReportFileForm(form)
    let text = text.replacing("HEAD", with: file.header.joined(separator: ","))
    let misfit = #expect(throws: ReportFileForm.Misfit.self) { try file.read(Array(text.utf8)) }
    #expect(
      misfit?.mistakes.first?.line == line && misfit?.mistakes.first?.column == column, "\(String(describing: misfit))")
  }
}
