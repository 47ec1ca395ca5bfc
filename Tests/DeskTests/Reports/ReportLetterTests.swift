import Desk
import LawLanguage
import Testing

@Suite struct ReportLetterTests {
  private func letter() async throws -> Letter {
    let test = try await TestOffice.make()
    let publisher = try Crew("il-jail").publisher
    let period = try #require(ReportPeriod("2025"))
    _ = try await test.office.perform(.certify, on: "il-trust", period, version: 0, by: publisher)
    let view = try await test.office.report("il-trust", period, for: publisher)
    let csv = try await test.office.reportFile("il-trust", period, edition: 1, for: publisher)
    let words = try test.office.words(for: "il-jail")
    #expect(view.letter(edition: 2, csv: csv, office: "Example County Jail", words: words) == nil)
    return try #require(view.letter(edition: 1, csv: csv, office: "Example County Jail", words: words))
  }

  @Test func aCertifiedReportSaysOnPaperWhatItsFileSaysAndWhoCertifiedIt() async throws {
    let text = try await letter().text
    for part in [
      "To the Attorney General of Illinois", "No immigration detainer and no civil immigration warrant was received.",
      "Certified by Sample Publisher", "5 ILCS 805/25", "SHA-256 of the file",
    ] { #expect(text.contains(part), "\(part)") }
  }

  @Test(.enabled(Tools.absence) { Tools.areThere }) func itIsSetAsATaggedPDF() async throws {
    let typesetter = Typesetter(try Tools.typesetting(), limits: Tools.patient)
    let pdf = PDF(bytes: try await typesetter.typeset(letter()))
    await typesetter.stop()
    try pdf.check()
    #expect(pdf.claims.ua && pdf.claims.a)
    #expect(try pdf.words().joined(separator: " ").contains("No immigration detainer"))
  }
}
