import Desk
import LawLanguage
import Testing

@Suite struct LetterTranslationTests {
  private typealias F = LettersFixture

  /// The letters, with the Spanish cover in another state.
  private func set(_ state: String) throws -> LetterSet {
    try LetterSet(
      F.folder.files().map { file in
        guard file.path == "es/copy-cover.md" else { return file }
        let text = String(decoding: file.bytes, as: UTF8.self).replacing(
          "translation: draft", with: "translation: \(state)")
        return SourceFile(path: file.path, bytes: Array(text.utf8))
      })
  }

  private func cover(_ set: LetterSet, reads: ReadingLanguage, withDraft: Bool = false) throws -> Letter {
    let request = LetterRequest(
      "copy-cover", to: "person-in-custody", on: try F.california(), occasion: F.occasion, values: F.asks, reads: reads,
      withDraft: withDraft, now: F.now)
    return try set.compose(request, in: F.law())
  }

  @Test func aDraftNeverLeavesAlone() throws {
    let letter = try cover(set("draft"), reads: .tag("es"))
    #expect(letter.parts.map(\.language.lang) == ["en"])
    #expect(letter.interpreter?.languages.map(\.name) == ["Español"])
    #expect(letter.interpreter?.text.contains("no certified text of it in Spanish yet") == true)
  }

  @Test func aDraftGoesBehindTheEnglishTextMarkedAsADraft() throws {
    let letter = try cover(set("draft"), reads: .tag("es"), withDraft: true)
    #expect(letter.parts.map(\.language.lang) == ["en", "es"])
    #expect(letter.parts[1].blocks.first?.kind == .notice)
    #expect(letter.parts[1].blocks.first?.text?.contains("not certified") == true)
    #expect(letter.text.contains("lunes 2 de junio de 2025"))
  }

  @Test func aMachinesTextIsNeverPrinted() throws {
    let letter = try cover(set("machine"), reads: .tag("es"), withDraft: true)
    #expect(letter.parts.map(\.language.lang) == ["en"])
    #expect(letter.interpreter != nil)
  }

  @Test func aCertifiedTextStandsAlone() throws {
    let digest = try #require(try set("draft").digest(of: "copy-cover"))
    let letter = try cover(set("certified by Sample Translator on 2026-01-05 of \(digest)"), reads: .tag("es"))
    #expect(letter.parts.map(\.language.lang) == ["es"])
    #expect(letter.interpreter == nil)
    #expect(letter.record.contains { $0.first == "Ley vigente el" })
    #expect(letter.text.contains("una copia de los papeles"))
  }

  @Test func aCertificateEndsWhenTheEnglishTextChanges() throws {
    let set = try set("certified by Sample Translator on 2026-01-05 of \(String(repeating: "0", count: 64))")
    let day = try #require(Day("2026-01-05"))
    #expect(set.standing(of: "copy-cover", in: "es") == .outdated(by: "Sample Translator", on: day))
    #expect(try cover(set, reads: .tag("es")).parts.map(\.language.lang) == ["en"])
  }

  @Test func aLanguageWithoutTextsIsNamedInItself() throws {
    let letter = try cover(set("draft"), reads: .tag("gu"))
    #expect(letter.interpreter?.languages.map(\.name) == ["ગુજરાતી"])
  }

  @Test func aLanguageThatIsNotInTheDataIsNamedAsTheOfficeNamesIt() throws {
    let letter = try cover(set("draft"), reads: .named("Mam"))
    #expect(letter.interpreter?.text.contains("in Mam yet") == true)
  }

  @Test func whoeversLanguageNobodyKnowsMayPointAtIt() throws {
    let letter = try cover(set("draft"), reads: .unknown)
    #expect(letter.interpreter?.languages.count == 10)
  }

  @Test func anOfficeGetsEnglishWithoutMore() throws {
    let letter = try F.compose(
      "refusal", to: "immigration-agents", on: F.illinois(), LetterState.asked, reads: .unknown)
    #expect(letter.interpreter == nil)
  }

  @Test func anUnknownTagIsRefused() throws {
    let refusal = F.refusal { try cover(set("draft"), reads: .tag("xx")) }
    #expect(refusal == .unknownLanguage("xx"))
  }
}
