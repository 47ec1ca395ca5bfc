import Desk
import Foundation
import LawLanguage
import Reasoning
import Testing

/// What leaves the office.
@Suite(.enabled(if: Tools.areThere, Tools.absence)) struct TypesettingTests {
  private typealias F = LettersFixture

  private func typeset(_ letter: Letter) async throws -> PDF {
    let typesetter = Typesetter(try Tools.typesetting(), limits: Tools.patient)
    let bytes: [UInt8]
    do {
      bytes = try await typesetter.typeset(letter)
    } catch {
      await typesetter.stop()
      throw error
    }
    await typesetter.stop()
    return PDF(bytes: bytes)
  }

  private func words(_ text: String) -> [String] { text.split(whereSeparator: \.isWhitespace).map(String.init) }

  @Test(arguments: LetterState.all) func thePageSaysWordForWordWhatTheLetterSays(_ state: LetterState) async throws {
    let letter = try state.make()
    let pdf = try await typeset(letter)
    // Names from the right to the left come with marks of direction from pdftotext.
    let page = try pdf.words().joined().replacing(/[\u{202A}-\u{202E}]/, with: "")
    #expect(page == words(letter.text).joined())
  }

  @Test(arguments: LetterState.all) func everyLetterIsTaggedWholeEmbeddedAndOfBothStandards(_ state: LetterState)
    async throws
  {
    let pdf = try await typeset(state.make())
    let information = try pdf.information()
    #expect(information.contains(/Tagged: +yes/))
    #expect(information.contains(/Title: +\S/))
    #expect(information.contains(/JavaScript: +no/))
    try pdf.check()
    let fonts = try pdf.fonts()
    #expect(!fonts.isEmpty)
    #expect(fonts.allSatisfy { $0.isEmbedded })
    #expect(pdf.claims.ua)
    #expect(pdf.claims.a)
  }

  @Test func theSameLetterIsTheSameBytes() async throws {
    let letter = try F.compose("copy-cover", to: "person-in-custody", on: F.california(), F.asks)
    let (one, two) = (try await typeset(letter), try await typeset(letter))
    #expect(one.bytes == two.bytes)
  }

  // MARK: Injection

  private static let markup =
    ##"#panic("x") *b* _i_ $x$ `c` <l> @r \u{41} [y] {z} // k /* l */ = h ~ -- ' " #read("typeset.py") \ ]"##

  @Test func markupInAnyFieldComesOutAsText() async throws {
    let evil = Self.markup
    let occasion = LetterOccasion(
      office: "1 " + evil, officeAddress: ["2 " + evil], contact: ["3 " + evil], recipient: ["4 " + evil],
      date: F.occasion.date, caseNumber: "5 " + evil, letterNumber: "6 " + evil, receipt: "7 " + evil,
      proof: "8 " + evil)
    let letter = try F.compose(
      "consent-form", to: "person-in-custody", on: interview(),
      [.personName: .text("A " + evil), .interviewWith: .text("B " + evil), .interviewPurpose: .text("C " + evil)],
      occasion: occasion, reads: .named("D " + evil))
    let page = try await typeset(letter).words().joined()
    let printed = words(evil).joined()
    for mark in ["1", "2", "3", "4", "5", "6", "7", "8", "A", "B", "C", "D"] {
      #expect(page.contains(mark + printed), "\(mark)")
    }
  }

  @Test func markupInALetterThatAnswersARequestComesOutAsText() async throws {
    let evil = Self.markup
    let letter = try F.compose(
      "i247a-reply", to: "immigration-agents", on: F.florida(),
      [
        .received: F.received, .reference: .text("A " + evil), .bookingNumber: .text("B " + evil),
        .latestCharge: .text("C " + evil),
      ])
    let page = try await typeset(letter).words().joined()
    for mark in ["A", "B", "C"] { #expect(page.contains(mark + words(evil).joined()), "\(mark)") }
  }

  private func interview() throws -> Decision {
    try F.decision(
      F.request(
        "CA", acts: ["allow-interview"], papers: #""interview-request""#, #""facts": {"purpose": "civil-immigration"}"#)
    )
  }

  // MARK: Scripts

  static let samples: [(tag: String, text: String, font: String)] = [
    ("es", "¿Qué pasará después? Señor Núñez", "NotoSans-Regular"),
    ("zh-Hans", "移民局要求本办公室继续拘留您。直骨角", "NotoSansCJKsc"),
    ("zh-Hant", "移民局要求本辦公室繼續拘留您。直骨角", "NotoSansCJKtc"),
    ("vi", "Cơ quan di trú đã yêu cầu văn phòng này giữ quý vị", "NotoSans-Regular"),
    ("ko", "이민국이 귀하를 더 오래 구금해 달라고 요청했습니다", "NotoSansCJKkr"),
    ("tl", "Hiniling ng mga ahente ng imigrasyon na panatilihin ka", "NotoSans-Regular"),
    ("hi", "आप्रवासन अधिकारियों ने इस कार्यालय से आपको रखने को कहा है", "NotoSansDevanagari"),
    ("gu", "ઇમિગ્રેશન એજન્ટોએ આ કચેરીને વિનંતી કરી છે", "NotoSansGujarati"),
    ("pt", "Os agentes de imigração pediram informações à prisão", "NotoSans-Regular"),
    ("ar", "طلب موظفو الهجرة من هذا المكتب", "NotoSansArabic"),
  ]

  @Test(arguments: samples.map(\.tag)) func everyLanguageThatALawNamesIsSetInItsOwnScript(_ tag: String) async throws {
    let sample = try #require(Self.samples.first { $0.tag == tag })
    let letter = try written(sample.text, in: tag)
    let pdf = try await typeset(letter)
    let page = try pdf.words(raw: false).joined(separator: " ").replacing(/[\u{202A}-\u{202E}]/, with: "")
    #expect(page.contains(sample.text))
    #expect(try pdf.fonts().contains { $0.name.contains(sample.font) })
    #expect(try pdf.fonts().allSatisfy { $0.isEmbedded })
    #expect(pdf.claims.ua && pdf.claims.a)
  }

  /// A letter of one paragraph in a language, as a certified text would come out.
  private func written(_ text: String, in tag: String) throws -> Letter {
    let letter = try F.compose("copy-cover", to: "person-in-custody", on: F.california(), F.asks)
    let named = try F.compose("copy-cover", to: "person-in-custody", on: F.california(), F.asks, reads: .tag(tag))
    let setting = try #require(named.interpreter?.languages.first)
    var data = try #require(try JSONSerialization.jsonObject(with: Data(letter.canonical())) as? [String: Any])
    let language = try JSONSerialization.jsonObject(with: JSONEncoder().encode(setting))
    data["language"] = language
    data["parts"] = [["language": language, "title": text, "blocks": [["kind": "paragraph", "text": text]]]]
    return try JSONDecoder().decode(Letter.self, from: JSONSerialization.data(withJSONObject: data))
  }

  @Test func aSignThatNoFontHasIsRefusedAndTheNextLetterIsSet() async throws {
    let typesetter = Typesetter(try Tools.typesetting(), limits: Tools.patient)
    let parrot = try F.compose(
      "copy-cover", to: "person-in-custody", on: F.california(), F.asks.with([.personName: .text("Sample 🦜 Person")]))
    guard case .refused = await error({ try await typesetter.typeset(parrot) }) else {
      Issue.record("a letter with a blank in it was set")
      return
    }
    let good = try F.compose("copy-cover", to: "person-in-custody", on: F.california(), F.asks)
    #expect(try await !typesetter.typeset(good).isEmpty)
    await typesetter.stop()
  }

  // MARK: Batches

  @Test func oneLetterThatFailsDoesNotKeepBackTheBatch() async throws {
    let good = try F.compose("copy-cover", to: "person-in-custody", on: F.california(), F.asks)
    let bad = try F.compose(
      "copy-cover", to: "person-in-custody", on: F.california(), F.asks.with([.personName: .text("🦜")]))
    let typesetter = Typesetter(try Tools.typesetting(), limits: Tools.patient)
    let steps = Recorded<Bool>()
    try await typesetter.typeset([good, bad, good, good]) { step in
      #expect(step.total == 4)
      if case .success = step.result { steps.add(true) } else { steps.add(false) }
    }
    await typesetter.stop()
    #expect(steps.all == [true, false, true, true])
  }

  @Test func manyCallersAreServedByOneTypesetterEachWithItsOwnLetter() async throws {
    let typesetter = Typesetter(try Tools.typesetting(), limits: Tools.patient)
    let decision = try F.california()
    try await withThrowingTaskGroup(of: Void.self) { group in
      for number in 1...20 {
        group.addTask {
          let letter = try F.compose(
            "copy-cover", to: "person-in-custody", on: decision,
            F.asks.with([.personName: .text("Sample Number\(number)x")]))
          #expect(try await PDF(bytes: typesetter.typeset(letter)).words().contains("Number\(number)x"))
        }
      }
      try await group.waitForAll()
    }
    await typesetter.stop()
  }

  private func error(_ body: () async throws -> [UInt8]) async -> TypesettingError? {
    do {
      _ = try await body()
      return nil
    } catch {
      return error as? TypesettingError
    }
  }
}
