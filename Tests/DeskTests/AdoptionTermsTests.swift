import Desk
import Foundation
import LawLanguage
import Reasoning
import Testing

/// What counsel answers for when law is adopted: initials under wording that was not read whole, and standing positions.
struct AdoptionTermsTests {
  /// The library, with the Illinois rule on holds below `verified`; and with another wording of it.
  private static func unread(_ words: String = "No keeping a person on a detainer") -> [SourceFile] {
    RealLaw.files.map { file in
      guard file.path == "il/trust.md" else { return file }
      let text = String(decoding: file.bytes, as: UTF8.self)
        .replacing(/rule no-hold  cite "15\(a\)"  verified "[^"]*"/, with: #"rule no-hold  cite "15(a)"  unverified"#)
        .replacing("No keeping a person on a detainer", with: words)
      return SourceFile(path: file.path, text: text)
    }
  }

  private static func adopt(
    _ test: TestOffice, initials: (UnreadProvision) -> Bool, positions: [StandingPosition] = [],
    readings: [StandingReading] = []
  ) async throws {
    let crew = try Crew("il-jail")
    let law = test.office.beside
    try await test.office.proposeAdoption(
      of: law.digest,
      on: AdoptionTerms(
        initials: law.unread.filter(initials).map(\.initial), positions: positions, readings: readings),
      reason: "read", by: crew.counsel)
    try await test.office.confirmAdoption(of: law.digest, reason: "read", by: crew.deputy)
  }

  private static func isNoHold(_ provision: UnreadProvision) -> Bool {
    provision.law == "il.trust" && provision.name == "no-hold"
  }

  private static func hold(_ test: TestOffice) async throws -> ProposedAnswer {
    let id = try await test.detainer("il-jail", facts: ["release-due": "2026-02-10T03:00"]).id
    return try #require(try await test.office.caseFile(id, for: Crew("il-jail").officer).proposal?.answer(for: "hold"))
  }

  @Test func anAnswerOnWordingThatNobodyReadIsKeptBackUntilCounselPutsInitialsToIt() async throws {
    let test = try await TestOffice.make(adopting: false)
    try test.office.lay(beside: Self.unread())
    try await Self.adopt(test) { !Self.isNoHold($0) }
    let kept = try await Self.hold(test)
    #expect(kept.answer == .undetermined && kept.basis == nil && kept.window == nil)
    try await Self.adopt(test) { _ in true }
    let given = try await Self.hold(test)
    #expect(given.answer == .prohibited && given.basis == .forbidden)
  }

  @Test func initialsUnderAnotherWordingCountForNothing() async throws {
    let test = try await TestOffice.make(adopting: false)
    try test.office.lay(beside: Self.unread())
    let old = try #require(test.office.beside.unread.first(where: Self.isNoHold)).initial
    try test.office.lay(beside: Self.unread("Never keep a person on a detainer"))
    let law = test.office.beside
    let crew = try Crew("il-jail")
    do {
      try await test.office.proposeAdoption(
        of: law.digest, on: AdoptionTerms(initials: [old]), reason: "read", by: crew.counsel)
      Issue.record("initials under words that are not there")
    } catch {
      guard case .nothingThere = error else { throw error }
    }
  }

  @Test func whatIsKeptBackSaysWhichClauseAndWhatTheLawAsCodedWouldSay() async throws {
    let test = try await TestOffice.make(adopting: false)
    try test.office.lay(beside: Self.unread())
    try await Self.adopt(test) { !Self.isNoHold($0) }
    let id = try await test.detainer("il-jail", facts: ["release-due": "2026-02-10T03:00"]).id
    let file = try await test.office.caseFile(id, for: Crew("il-jail").officer)
    let law = try #require(test.office.adopted)
    let decision = try law.decision(on: file, for: try #require(jails["il-jail"]), at: test.clock.read())
    let withheld = try #require(decision.answers.first { $0.act == "hold" }?.withheld)
    #expect(withheld.answer == .prohibited && withheld.basis == .forbidden)
    #expect(withheld.wanting.map(\.cite) == ["5 ILCS 805 § 15(a)"])
  }

  @Test func theTermsAreThereAfterOpeningAgain() async throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "desk-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: folder) }
    let clock = WallClock(try moment("2026-02-10 02:00"))
    let terms: AdoptionTerms
    do {
      let test = try await TestOffice.make(adopting: false, in: folder)
      let position = StandingPosition(
        fact: try #require(test.office.beside.judgements.first { $0.answers == ["yes", "no"] }).fact, value: "no",
        because: "The county's policy of 2025.")
      let reading = StandingReading(
        contest: "us.section-1373.state-limits", reading: "fall", because: "Counsel's opinion 3.")
      try await Self.adopt(
        test, initials: { $0.law.hasPrefix("il.") }, positions: [position], readings: [reading])
      terms = try #require(test.office.adopted?.terms)
      #expect(!terms.initials.isEmpty && terms.positions == [position] && terms.readings == [reading])
    }
    #expect(try await TestOffice.open(folder, clock).adopted?.terms == terms)
  }

  @Test func aPositionThatTheLawHasNoPlaceForIsRefused() throws {
    let law = RealLaw.law
    let known = try #require(law.judgements.first { $0.answers == ["yes", "no"] }).fact
    let good = StandingPosition(fact: known, value: "yes", because: "x")
    try law.check([good])
    #expect(throws: PositionTrouble.twice(known)) { try law.check([good, good]) }
    #expect(throws: PositionTrouble.noJudgement("custody")) {
      try law.check([StandingPosition(fact: "custody", value: "pretrial", because: "x")])
    }
    #expect(throws: PositionTrouble.unknownFact("moonlight")) {
      try law.check([StandingPosition(fact: "moonlight", value: "yes", because: "x")])
    }
    #expect(throws: PositionTrouble.notAValue(fact: known, value: "perhaps", choices: ["yes", "no"])) {
      try law.check([StandingPosition(fact: known, value: "perhaps", because: "x")])
    }
    #expect(throws: PositionTrouble.withoutGround(known)) {
      try law.check([StandingPosition(fact: known, value: "yes", because: " ")])
    }
  }

  @Test func aReadingThatTheLawDoesNotHaveIsRefused() throws {
    let law = RealLaw.law
    let clause = "us.section-1373.state-limits"
    func taken(_ reading: String, of clause: String = clause, because: String = "x") -> StandingReading {
      StandingReading(contest: clause, reading: reading, because: because)
    }
    try law.check([taken("fall")])
    #expect(throws: PositionTrouble.notContested("il.trust.no-hold")) {
      try law.check([taken("fall", of: "il.trust.no-hold")])
    }
    #expect(throws: PositionTrouble.noReading(contest: clause, reading: "rise", choices: ["stand", "fall"])) {
      try law.check([taken("rise")])
    }
    #expect(throws: PositionTrouble.twice(clause)) { try law.check([taken("fall"), taken("stand")]) }
    #expect(throws: PositionTrouble.withoutGround(clause)) { try law.check([taken("fall", because: " ")]) }
  }

  @Test func termsOfBeforeThereWereReadingsAreRead() throws {
    let old = Data(#"{"initials": [], "positions": []}"#.utf8)
    #expect(try JSONDecoder().decode(AdoptionTerms.self, from: old) == AdoptionTerms())
  }

  @Test func anAnswerFollowsTheReadingThatTheOfficeAdopted() async throws {
    let words = """
      # Copies (made up)

      ```law
      law il.copies  cite "Made-up Act"  by statute of IL  in force from 2020-01-01
      ```

      ## § 1 Copies

      The jail gives no copy, as some courts read it.

      ```law
      contested copies  cite "1"  verified "made up"
        reading strict marked  says "No copy may be given."
        reading loose  says "A copy may be given."
      rule no-notice  cite "1"  verified "made up"  under copies.strict
        county-jail must not notify-release
      ```
      """
    let test = try await TestOffice.make(adopting: false)
    try test.office.lay(beside: RealLaw.files + [SourceFile(path: "il/copies.md", text: words)])
    let reading = StandingReading(contest: "il.copies.copies", reading: "loose", because: "Counsel's opinion 3.")
    try await Self.adopt(test, initials: { _ in true }, readings: [reading])
    let id = try await test.detainer("il-jail", facts: ["release-due": "2026-02-10T03:00"]).id
    let file = try await test.office.caseFile(id, for: Crew("il-jail").officer)
    let law = try #require(test.office.adopted)
    let profile = try #require(jails["il-jail"])
    let decision = try law.decision(on: file, for: profile, at: test.clock.read())
    #expect(decision.receipt.readings.map(\.reading) == ["loose"])
    #expect(decision.receipt.readings.map(\.office) == [profile.title])
    let reasons = decision.answers.first { $0.act == "notify-release" }?.reasons ?? []
    #expect(!reasons.contains { $0.rule.law == "il.copies" })
  }

  @Test func anOpenRequestIsDecidedAgainAtTheHourOfAnOrder() async throws {
    let words = """
      # An order (made up)

      ```law
      law il.order  cite "No. 1"  by order construing constitution of US from ilnd  in force from 2026-02-10 04:30  binding IL
      ```

      ## ¶ 1 Release dates

      The jail tells no release date.

      ```law
      rule no-date  cite "No. 1 ¶ 1"  verified "made up"
        county-jail must not notify-release
      ```
      """
    let test = try await TestOffice.make(adopting: false)
    try test.office.lay(beside: RealLaw.files + [SourceFile(path: "il/order.md", text: words)])
    try await Self.adopt(test) { _ in true }
    let id = try await test.detainer("il-jail").id
    func laws() async throws -> Set<String> {
      let file = try await test.office.caseFile(id, for: Crew("il-jail").officer)
      return Set(file.proposal?.answer(for: "notify-release")?.rules.map(\.law) ?? [])
    }
    #expect(try await !laws().contains("il.order"))
    test.clock.set(try moment("2026-02-10 04:29"))
    _ = try await test.office.reconsider()
    #expect(try await !laws().contains("il.order"))
    test.clock.set(try moment("2026-02-10 04:30"))
    _ = try await test.office.reconsider()
    #expect(try await laws().contains("il.order"))
  }

  @Test func theSameLawCanBeAdoptedOnOtherTermsAndNotTwiceOnTheSame() async throws {
    let test = try await TestOffice.make()
    let crew = try Crew("il-jail")
    let law = test.office.beside
    do {
      try await test.office.proposeAdoption(of: law.digest, on: law.everyInitial, reason: "x", by: crew.counsel)
      Issue.record("adopted what is adopted")
    } catch {
      guard case .nothingThere = error else { throw error }
    }
    try await test.office.proposeAdoption(of: law.digest, on: AdoptionTerms(), reason: "x", by: crew.counsel)
    #expect(try test.office.lawStanding(for: crew.counsel).proposed?.terms == AdoptionTerms())
  }
}
