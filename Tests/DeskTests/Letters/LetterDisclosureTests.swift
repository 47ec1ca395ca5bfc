import Desk
import LawLanguage
import Reasoning
import Testing

/// What may not be told cannot be merged.
@Suite struct LetterDisclosureTests {
  private typealias F = LettersFixture

  private func respond(
    _ decision: Decision, _ values: [MergeField: FieldValue], ruling: (@Sendable (Disclosure) -> Ruling)? = nil
  ) -> LetterRefusal? {
    let said: [MergeField: FieldValue] = [
      .inCustody: .flag(true), .willKeep: .flag(false), .willTell: .flag(false), .willHandOver: .flag(false),
    ]
    return F.refusal {
      try F.compose(
        "response", to: "immigration-agents", on: decision, LetterState.asked.with(said).with(values), ruling: ruling)
    }
  }

  @Test func whatIllinoisForbidsIsNamedWithItsSection() throws {
    let refusal = try respond(F.illinois(#""facts": {"purpose": "civil-immigration"}"#), [:])
    guard case .forbidden(let field, let disclosure, let cites) = refusal else {
      Issue.record("\(String(describing: refusal))")
      return
    }
    #expect(field == .inCustody)
    #expect(disclosure == Disclosure(act: "answer-custody-inquiry", to: "immigration-agents"))
    #expect(cites.map(\.cite).contains("5 ILCS 805 § 15(h)(6)"))
    #expect(refusal?.sentence.contains("5 ILCS 805 § 15(h)(6)") == true)
  }

  @Test func aForbiddenDatumIsRefusedEvenWhereTheTextWouldNotPrintIt() throws {
    let forbidden: @Sendable (Disclosure) -> Ruling = {
      $0.act == "notify-release" ? .forbidden([Citation(law: "x", cite: "§ 1")]) : .allowed([], nil)
    }
    // Nothing is said of a release, yet the hour was handed over.
    let refusal = try respond(F.illinois(), [.release: F.release], ruling: forbidden)
    #expect(
      refusal
        == .forbidden(
          .release, Disclosure(act: "notify-release", to: "immigration-agents"), [Citation(law: "x", cite: "§ 1")]))
  }

  @Test func anUndeterminedDisclosureWaitsForTheFactsThatDecide() throws {
    let refusal = respond(
      try F.illinois(), [:],
      ruling: { _ in .waits(facts: [.fact("purpose")], steps: []) })
    #expect(refusal == .waits(.inCustody, act: "answer-custody-inquiry", facts: [.fact("purpose")], steps: []))
  }

  @Test func theEngineItselfSaysWhatWaits() throws {
    let decision = try F.decision(
      F.request(
        "NJ", on: "2026-11-16", acts: ["answer-custody-inquiry", "hold", "notify-release", "transfer"],
        papers: F.detainer))
    guard case .waits(_, _, let facts, _) = respond(decision, [:]) else {
      Issue.record("\(String(describing: respond(decision, [:])))")
      return
    }
    #expect(!facts.isEmpty)
  }

  @Test func whatNobodyDecidedIsNotTold() throws {
    let decision = try F.decision(F.request("FL", acts: ["hold"], papers: F.sufficient))
    #expect(respond(decision, [.willKeep: .flag(true)]) == .undecided(.inCustody, act: "answer-custody-inquiry"))
  }

  @Test func aConflictGoesToCounsel() throws {
    let cites = [Citation(law: "x", cite: "§ 1"), Citation(law: "y", cite: "§ 2")]
    let refusal = respond(try F.illinois(), [:], ruling: { _ in .contested(cites) })
    #expect(refusal == .contested(.inCustody, act: "answer-custody-inquiry", cites))
  }

  @Test func aDisclosureOutsideItsWindowIsRefused() throws {
    let window = Window(from: nil, until: Instant(seconds: F.now.seconds - 1), isOpen: false)
    let refusal = respond(try F.illinois(), [:], ruling: { _ in .allowed([], window) })
    #expect(refusal == .outsideWindow(.inCustody, act: "answer-custody-inquiry", []))
  }

  @Test func aDisclosureBeforeItsFirstStepWaits() throws {
    // Florida's form takes effect once it was served: until then nothing is announced on it.
    let decision = try F.decision(
      F.request(
        "FL", acts: ["hold", "notify-release", "answer-custody-inquiry", "transfer"],
        papers: #"{"kind": "i247a", "form-complete": true, "shows-cause": true, "served": false}, "i200""#))
    let refusal = respond(decision, [.willKeep: .flag(true), .holdEnds: F.release])
    #expect(refusal == .waits(.willKeep, act: "hold", facts: [], steps: ["copy-served"]))
  }

  @Test func thePersonsOwnDataIsNoDisclosureToThePerson() throws {
    let letter = try F.compose("copy-cover", to: "person-in-custody", on: F.illinois(), F.asks)
    #expect(letter.disclosures == [])
    #expect(letter.text.contains("Sample Person One"))
  }

  @Test func aNoticeThatADutyOwesTellsTheJudgeAndNobodyElse() throws {
    let letter = try F.compose(
      "judge-notice", to: "judge", on: F.florida(),
      [.personName: F.person, .papers: F.papers, .received: F.received])
    #expect(letter.disclosures == [Disclosure(act: "give-notice", to: "judge")])
    let refusal = F.refusal {
      try F.compose(
        "judge-notice", to: "judge", on: F.illinois(),
        [.personName: F.person, .papers: F.papers, .received: F.received])
    }
    #expect(refusal == .undecided(.personName, act: "give-notice"))
  }

  // MARK: Announcing and refusing

  @Test func aLetterAnnouncesNoHoldThatTheLawForbids() throws {
    let values = F.asks.without(.asksInterview).with([
      .willKeep: .flag(true), .willTell: .flag(false), .willHandOver: .flag(false),
    ])
    let refusal = F.refusal {
      try F.compose("statement-of-intent", to: "person-in-custody", on: F.california(), values)
    }
    guard case .announcesForbidden(.willKeep, act: "hold", let cites) = refusal else {
      Issue.record("\(String(describing: refusal))")
      return
    }
    #expect(cites.map(\.cite).contains("Gov. Code § 7284.6(a)(1)(B)"))
  }

  @Test func aHoldIsAnnouncedNoLongerThanItsWindow() throws {
    let values: [MergeField: FieldValue] = [
      .willKeep: .flag(true), .holdEnds: .moment(Instant(seconds: 1_749_067_201)),
    ]
    guard case .outsideWindow(.holdEnds, act: "hold", _) = try respond(F.florida(), values) else {
      Issue.record("a hold of more than 48 hours was announced")
      return
    }
  }

  @Test func aRefusalDoesNotRefuseWhatTheLawCommands() throws {
    let refusal = F.refusal {
      try F.compose("refusal", to: "immigration-agents", on: F.florida(), LetterState.asked)
    }
    guard case .refusesCommanded(act: "hold", let cites) = refusal else {
      Issue.record("\(String(describing: refusal))")
      return
    }
    #expect(cites.map(\.cite).contains("Fla. Stat. § 908.105(1)(c)"))
  }

  @Test func theRefusalIsTheSameWhetherOrNotThePersonIsHere() throws {
    let here = try F.compose(
      "refusal", to: "immigration-agents",
      on: F.illinois(#""facts": {"custody": "pretrial", "held-or-stopped": true, "purpose": "civil-immigration"}"#),
      LetterState.asked)
    let gone = try F.compose(
      "refusal", to: "immigration-agents",
      on: F.illinois(
        #""facts": {"custody": "not-in-custody", "held-or-stopped": false, "purpose": "civil-immigration"}"#),
      LetterState.asked)
    #expect(here == gone)
    #expect(here.disclosures == [])
  }

  @Test func theRefusalHasNoRoomForAName() throws {
    let refusal = F.refusal {
      try F.compose(
        "refusal", to: "immigration-agents", on: F.illinois(), LetterState.asked.with([.personName: F.person]))
    }
    #expect(refusal == .notOfThisKind(.personName, kind: "refusal"))
  }

  @Test func theActsToDecideBeforehandAreNamed() throws {
    let set = try F.set.get()
    let reply = try #require(set.kind("i247a-reply"))
    #expect(
      set.acts(toDecide: reply, to: "immigration-agents", in: "FL")
        == ["answer-custody-inquiry", "notify-release", "share-information"])
    #expect(set.acts(toDecide: reply, to: "immigration-agents", in: "CA").contains("give-criminal-history"))
  }
}
