import Desk
import Foundation
import LawLanguage
import Testing

@Suite struct LetterSetTests {
  @Test func theLettersThatShipHaveNoMistake() {
    switch LettersFixture.set {
    case .success(let set): #expect(set.kinds.count >= 12)
    case .failure(let error): Issue.record("\(error)")
    }
  }

  @Test func everyActRecipientPaperDutyAndRuleOfTheLettersIsInTheLibrary() throws {
    let mistakes = try LettersFixture.set.get().mistakes(against: LettersFixture.law())
    #expect(mistakes == [])
  }

  @Test func lettersForThePersonAreThereInSpanishAsADraft() throws {
    let set = try LettersFixture.set.get()
    for kind in set.kinds where kind.to.contains("person-in-custody") {
      #expect(set.standing(of: kind.name, in: "es") == .draft, "\(kind.name)")
    }
  }

  @Test func everyLanguageThatALawAsksForIsKnownWithItsSourceAndDay() throws {
    let set = try LettersFixture.set.get()
    for required in set.requiredLanguages {
      #expect(required.languages.allSatisfy { set.language($0) != nil }, "\(required.cite)")
      #expect(!required.source.isEmpty)
      #expect(Day(required.read) != nil, "\(required.cite)")
    }
    let form = try #require(set.kind("consent-form"))
    let asked = set.languages(for: form, in: "CA").flatMap(\.languages)
    #expect(asked == ["en", "es", "zh-Hans", "zh-Hant", "tl", "vi", "ko"])
  }

  // MARK: Mistakes

  /// The mistakes when one file says something else.
  private func mistakes(_ path: String, _ change: (String) -> String) throws -> [String] {
    let files = try LettersFixture.folder.files().map { file in
      guard file.path == path else { return file }
      return SourceFile(path: path, bytes: Array(change(String(decoding: file.bytes, as: UTF8.self)).utf8))
    }
    do {
      _ = try LetterSet(files)
      return []
    } catch {
      return error.mistakes.map(\.description)
    }
  }

  @Test func aMisspeltFieldIsAMistakeAtItsLine() throws {
    let found = try mistakes("en/refusal.md") { $0.replacing("{reference}", with: "{referense}") }
    #expect(
      found.contains { $0.hasPrefix("en/refusal.md:10: there is no field referense; the fields are person-name") })
  }

  @Test func aFieldThatTheLetterDoesNotHaveIsAMistake() throws {
    let found = try mistakes("en/refusal.md") { $0.replacing("{received}", with: "{release}") }
    #expect(found == ["en/refusal.md:11: letters.json does not give refusal the field release"])
  }

  @Test func aFieldThatMayBeMissingIsPrintedOnlyBehindAnIf() throws {
    let found = try mistakes("en/refusal.md") { $0.replacing("[if reference] ", with: "") }
    #expect(found == ["en/refusal.md:10: reference may be missing: say [if reference] before it"])
  }

  @Test func aFlagIsTestedAndNeverPrinted() throws {
    let found = try mistakes("en/copy-cover.md") { $0.replacing("{received}", with: "{asks-hold}") }
    #expect(found == ["en/copy-cover.md:14: asks-hold is only tested, as in [if asks-hold]"])
  }

  @Test func aDatumThatNoActDescribesMakesTheLetterAMistake() throws {
    let found = try mistakes("letters.json") {
      $0.replacing(#""mayHave": ["booking-number", "court-case"]"#, with: #""mayHave": ["release"]"#)
    }
    #expect(found.contains { $0.contains("no act says what telling judge the release of a person is") })
  }

  @Test func aTextWithoutATranslationStateIsAMistake() throws {
    let found = try mistakes("es/copy-cover.md") { $0.replacing("translation: draft", with: "translation: fine") }
    #expect(found.first?.contains("say translation: original, draft, machine, or certified by NAME") == true)
  }

  @Test func anActThatTheVocabularyDoesNotHaveIsAMistakeAgainstTheLibrary() throws {
    let files = try LettersFixture.folder.files().map { file in
      file.path == "disclosures.json"
        ? SourceFile(
          path: file.path,
          bytes: Array(
            String(decoding: file.bytes, as: UTF8.self).replacing("share-address", with: "share-adress").utf8))
        : file
    }
    let found = try LetterSet(files).mistakes(against: LettersFixture.law())
    #expect(found.map(\.text) == ["the vocabulary has no act share-adress"])
  }

  @Test func theFolderIsFoundByNameThenByEnvironmentThenBesideTheProgram() throws {
    let path = LettersFixture.folder.path
    #expect(try LettersFolder.find(named: path, environment: [:], program: "/none/tenth").path == path)
    #expect(
      try LettersFolder.find(named: nil, environment: ["TENTH_LETTERS": path], program: "/none/tenth").path == path)
    do {
      _ = try LettersFolder.find(named: nil, environment: [:], program: "/none/bin/tenth")
      Issue.record("found a folder that is not there")
    } catch {
      #expect(error.sentence.contains("--letters, for TENTH_LETTERS, in /none/bin/tenth_tenth.resources/Letters"))
      #expect(error.sentence.contains("/none/share/tenth/Letters"))
    }
  }
}
