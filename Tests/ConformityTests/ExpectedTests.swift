import Conformity
import LawLanguage
import Reasoning
import Testing

/// Claims and requests as JSON: what is written is read again.
@Suite struct ExpectedTests {
  @Test func claimsOfEveryKindAreReadAsTheyWereWritten() throws {
    let zone = try #require(Zone(identifier: "America/Denver"))
    #expect(try read(Little.claims, zone) == Set(Little.claims))
    let others: [Case.Claim] = [
      .answer(act: "hold", .prohibited, nil, ground: nil, because: []),
      .undetermined(act: "tell", asking: ["old", "convictions.class"]),
      .answer(act: "hold", .conflict, .opposed, ground: nil, because: []),
      .duty(act: "tell", to: nil, due: Instant(seconds: 1_700_000_000), dueDay: nil, because: nil),
      .noDuty(act: "tell", to: "judge", because: nil), .noDuty(act: "hold", to: nil, because: nil),
      .noDuty(act: "tell", to: nil, because: QualifiedName(law: "tt.clocks", name: "copy")),
      .caution(.contested, act: nil, present: true), .caution(.presumed, act: nil, present: false),
      .caution(.basisOpen, act: "hold", present: true), .first(step: "leave", act: "hold", present: false),
      .window(act: "tell", from: nil, until: nil), .window(act: "tell", from: Instant(seconds: 0), until: nil),
    ]
    #expect(try read(others, zone) == Set(others))
  }

  @Test func requestsOfEveryCaseAreReadAsTheyWereWritten() throws {
    for entry in try Checkout.repository.manifest().entries {
      let document = try Checkout.repository.document(entry)
      let library = try LoadedLaw(name: document.name, files: document.files).library
      let originals = Dictionary(grouping: library.cases) { "\($0.location.path) \($0.title)" }
      for example in document.cases {
        let request = try library.request(from: RequestDraft(example.request), now: Instant(seconds: 0))
        let candidates = originals["\(example.path) \(example.title)"] ?? []
        #expect(candidates.contains { $0.request == request }, "\(example.id)")
        #expect(candidates.contains { $0.source == example.source && $0.isOfficial == example.isOfficial })
      }
    }
  }

  @Test(arguments: [
    (#"{"answers": [{"act": "hold", "answer": "forbidden", "basis": null}]}"#, "can only be one of required"),
    (#"{"answers": [{"act": "hold", "answer": "permitted"}]}"#, "basis is missing"),
    (#"{"answers": [{"answer": "permitted", "basis": "silent"}]}"#, "act is missing"),
    (#"{"duties": [{"act": "tell", "due": "tomorrow"}]}"#, "neither a day nor an instant"),
    (#"{"duties": [{"act": "tell", "due": "2025-01-22T16:00:00"}]}"#, "an instant without an offset"),
    (#"{"duties": [{"act": "tell", "rule": "tell-judge"}]}"#, "names no law and rule"),
    (#"{"answers": "hold"}"#, "answers is no list"), (#"{}"#, "asserts nothing"),
  ])
  func whatAssertsNothingThatCanBeHeldIsRefused(_ text: String, _ reason: String) {
    let error = #expect(throws: SuiteError.self) { try Expected.claims(Fields(json: Array(text.utf8), in: "x")) }
    #expect(error?.description.contains(reason) == true, "\(String(describing: error))")
  }

  private func read(_ claims: [Case.Claim], _ zone: Zone) throws -> Set<Case.Claim> {
    let text = Expected.document(claims, zone: zone).written()
    return Set(try Expected.claims(Fields(json: Array(text.utf8), in: "the claims")))
  }
}
