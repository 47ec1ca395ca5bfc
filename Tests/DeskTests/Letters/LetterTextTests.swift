import Desk
import Foundation
import LawLanguage
import Testing

/// What letters say, word for word. `TENTH_RECORD=1` writes the texts anew; read them before they are committed.
@Suite struct LetterTextTests {
  private typealias F = LettersFixture

  static let goldens = F.root.appending(path: "Tests/Fixtures/Letters")

  @Test(arguments: LetterState.all) func everyLetterSaysInEachStateWhatWasReviewed(_ state: LetterState) throws {
    let file = Self.goldens.appending(path: "\(state.testDescription).txt")
    let text = try state.make().text
    if ProcessInfo.processInfo.environment["TENTH_RECORD"] == "1" {
      try FileManager.default.createDirectory(at: Self.goldens, withIntermediateDirectories: true)
      try Data(text.utf8).write(to: file)
    }
    #expect(try text == String(contentsOf: file, encoding: .utf8))
  }

  @Test(arguments: LetterState.all) func everyLetterNamesLawDayOfficeContactCaseReceiptAndProof(_ state: LetterState)
    throws
  {
    let text = try state.make().text
    for must in [
      "Law: ", "Law as of: ", F.occasion.office, F.occasion.contact[0], "Case: 2025-00017",
      "Receipt of the decision: sha256 9f2c6ab1", "Proof: L-7Q2K.tlog-proof",
    ] {
      #expect(text.contains(must), "\(must)")
    }
  }

  @Test func aLetterIsTheSameDataWhenItIsReadBack() throws {
    let letter = try F.compose("copy-cover", to: "person-in-custody", on: F.california(), F.asks, reads: .unknown)
    let bytes = try letter.canonical()
    #expect(try JSONDecoder().decode(Letter.self, from: Data(bytes)) == letter)
    #expect(try letter.canonical() == bytes)
  }

  // MARK: Values

  @Test func whatIsMissingIsNamed() throws {
    let refusal = F.refusal {
      try F.compose("copy-cover", to: "person-in-custody", on: F.california(), F.asks.without(.papers, .asksHold))
    }
    #expect(refusal == .missing([.papers, .asksHold], kind: "copy-cover"))
  }

  @Test func anIntentionThatWasNotGivenIsNeverTakenForNo() throws {
    let refusal = F.refusal {
      try F.compose("statement-of-intent", to: "person-in-custody", on: F.california(), F.asks.without(.asksInterview))
    }
    #expect(refusal == .missing([.willKeep], kind: "statement-of-intent"))
  }

  @Test func aValueOfAnotherTypeIsRefused() throws {
    let refusal = F.refusal {
      try F.compose("copy-cover", to: "person-in-custody", on: F.california(), F.asks.with([.received: .text("today")]))
    }
    #expect(refusal == .wrongType(.received))
  }

  @Test(arguments: [
    ("", "it is empty"), ("\u{202E}eno nosreP", "it has the sign U+202E, which does not show"),
    ("a\u{0}b", "it has the sign U+0, which does not show"),
    ("\u{1B}[31m", "it has the sign U+1B, which does not show"),
    (String(repeating: "x", count: 401), "it is longer than 400 signs"),
    (String(repeating: "x", count: 1_000_000), "it is longer than 400 signs"),
  ])
  func textThatDoesNotShowWhatItIsIsRefused(_ text: String, _ why: String) throws {
    let refusal = F.refusal {
      try F.compose("copy-cover", to: "person-in-custody", on: F.california(), F.asks.with([.personName: .text(text)]))
    }
    #expect(refusal == .unprintable("person-name", why: why))
  }

  @Test func lineBreaksInAValueBecomeSpaces() throws {
    let letter = try F.compose(
      "copy-cover", to: "person-in-custody", on: F.california(),
      F.asks.with([.personName: .text(" Sample\n\tPerson  One ")]))
    #expect(letter.text.contains("Your name: Sample Person One\n"))
  }

  @Test func theEndOfASpanAtMidnightIsTheDayBefore() throws {
    let values = LetterState.asked.with([
      .inCustody: .flag(true), .willKeep: .flag(true), .holdEnds: .moment(Instant(seconds: 1_749_009_600)),
      .willTell: .flag(false), .willHandOver: .flag(false),
    ])
    let decision = try F.florida()
    let letter = try F.compose(
      "response", to: "immigration-agents", on: decision, values.with([.willTell: .flag(true), .release: F.release]))
    #expect(letter.text.contains("until Tuesday, June 3, 2025, 11:59 pm at the latest"))
  }

  // MARK: Plain words

  @Test func lettersForThePersonCanBeReadInEighthGrade() throws {
    let set = try F.set.get()
    for state in LetterState.all {
      let letter = try state.make()
      guard set.kind(letter.kind)?.to == ["person-in-custody"] else { continue }
      let text = letter.parts[0].blocks.flatMap { block in
        [block.text].compactMap { $0 } + (block.items ?? []).map { $0.hasSuffix(".") ? $0 : $0 + "." }
      }.joined(separator: " ")
      let grade = ReadingGrade(of: text).grade
      #expect(grade <= 8, "\(state.testDescription): \(grade)")
    }
  }
}

/// Flesch and Kincaid's grade, with syllables counted as groups of vowels.
struct ReadingGrade {
  let grade: Double

  init(of text: String) {
    let sentences = max(1, text.filter { ".!?".contains($0) }.count)
    let words = text.split { !$0.isLetter && $0 != "'" && $0 != "-" }
    let syllables = words.map(Self.syllables).reduce(0, +)
    let count = Double(max(1, words.count))
    grade = 0.39 * count / Double(sentences) + 11.8 * Double(syllables) / count - 15.59
  }

  static func syllables(_ word: Substring) -> Int {
    let letters = Array(word.lowercased())
    var groups = 0
    var wasVowel = false
    for letter in letters {
      let isVowel = "aeiouy".contains(letter)
      if isVowel, !wasVowel { groups += 1 }
      wasVowel = isVowel
    }
    if letters.count > 2, letters.last == "e", letters[letters.count - 2] != "l", groups > 1 { groups -= 1 }
    return max(1, groups)
  }
}
