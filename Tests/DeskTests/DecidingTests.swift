import Desk
import LawLanguage
import Testing

struct DecidingTests {
  @Test func illinoisFindsNoGroundInADetainer() async throws {
    let test = try await TestOffice.make()
    let id = try await test.detainer("il-jail", facts: ["release-due": "2026-02-10T03:00"]).id
    let crew = try Crew("il-jail")
    let file = try await test.office.caseFile(id, for: crew.officer)
    let answer = try #require(file.proposal?.answer(for: "hold"))
    #expect(answer.answer == .prohibited && answer.basis == .forbidden && answer.cites == ["5 ILCS 805 § 15(a)"])
    #expect(file.stage == .proposed)
    // Kept with its offset, so that it means the same for good.
    #expect(file.value(of: "release-due") == "2026-02-10T03:00:00-06:00")
    #expect(try test.office.keepingAuthority(of: file) == .none(ownGroundEnds: try moment("2026-02-10 03:00")))
    let vocabulary = RealLaw.law.library.vocabulary
    let words = try test.office.words(for: "il-jail")
    #expect(
      file.holdStatement(in: vocabulary)?.sentence(in: words)
        == "None of these papers gives a ground to keep the person; release is decided by your release procedure; "
        + "nobody has recorded a check for other holds.")
    try await test.run(
      .checkOtherHolds(OtherHoldsCheck(found: false, note: "jail list")), on: id, by: crew.clerk)
    let checked = try await test.office.caseFile(id, for: crew.officer)
    let sentence = try #require(checked.holdStatement(in: vocabulary)?.sentence(in: words))
    #expect(
      sentence.hasSuffix("other holds checked by Sample Clerk at Tuesday, February 10, 2026, 2:00 am: none found."))
  }

  @Test func anotherCountysWarrantBesideItIsAGroundAndTheDeskDoesNotSpeakOfRelease() async throws {
    let test = try await TestOffice.make()
    let warrant = PaperCheck(kind: "criminal-warrant", names: .thePerson)
    let id = try await test.detainer(
      "il-jail", facts: ["release-due": "2026-02-10T03:00"], extra: [warrant]
    ).id
    let file = try await test.office.caseFile(id, for: Crew("il-jail").officer)
    let answer = try #require(file.proposal?.answer(for: "hold"))
    #expect(answer.answer == .permitted && answer.paper == 3)
    #expect(file.holdStatement(in: RealLaw.law.library.vocabulary) == nil)
  }

  @Test func aPaperThatNamesSomebodyElseIsNoGround() async throws {
    let test = try await TestOffice.make()
    let warrant = PaperCheck(kind: "criminal-warrant", names: .someoneElse)
    let id = try await test.detainer(
      "il-jail", facts: ["release-due": "2026-02-10T03:00"], extra: [warrant]
    ).id
    let crew = try Crew("il-jail")
    let file = try await test.office.caseFile(id, for: crew.officer)
    #expect(file.proposal?.answer(for: "hold")?.answer == .prohibited)
    var corrected = file.papers[2].check
    corrected.names = .thePerson
    let receipt = try await test.run(.correctPaper(number: 3, check: corrected), on: id, by: crew.clerk)
    let change = try #require(receipt.change)
    #expect(change.answers.first { $0.act == "hold" }?.now?.answer == .permitted)
    let sentences = change.sentences(in: try test.office.words(for: "il-jail"))
    #expect(sentences.first?.contains("now “you may”") == true)
  }

  @Test func floridaCommandsTheHoldAndSaysWhenItEndsAndHowThatWasReckoned() async throws {
    // The day before Thanksgiving, 4 pm in Orlando.
    let test = try await TestOffice.make(at: "2026-11-25 15:00")
    let id = try await test.detainer("fl-jail", facts: ["release-due": "2026-11-25T16:00"]).id
    let file = try await test.office.caseFile(id, for: Crew("fl-jail").officer)
    #expect(file.proposal?.answer(for: "hold")?.answer == .required)
    guard case .ends(let end, _, let arithmetic) = try test.office.keepingAuthority(of: file) else {
      Issue.record("no end")
      return
    }
    #expect(end == (try moment("2026-11-27 16:00", "America/New_York")))
    #expect(arithmetic.contains("Thursday, November 26, 2026 (Thanksgiving Day)"))
    #expect(arithmetic.contains("the earliest counts"))
    let clocks = try test.office.clocks(of: file)
    let ends = try #require(clocks.first { $0.kind == .authorityEnds })
    #expect(ends.due == end && ends.title == "authority to keep this person ends")
    #expect(clocks.contains { $0.kind == .duty && $0.title.hasSuffix("to the state attorney") })
    // The person has to be given a copy first, once an officer decides to hold.
    #expect(file.tasks.contains { $0.key == "step/copy-served" && $0.standing == .waits })
  }

  @Test func newJerseyAsksWhatItNeedsAndTheWindowEndsThatNight() async throws {
    let test = try await TestOffice.make()
    let id = try await test.detainer(
      "nj-jail", facts: ["release-due": "2026-02-10T04:30", "final-order-signer": "no-order"]
    ).id
    let crew = try Crew("nj-jail")
    var file = try await test.office.caseFile(id, for: crew.clerk)
    #expect(file.stage == .questions && file.proposal?.document == nil)
    #expect(try test.office.keepingAuthority(of: file) == .notSettled(ownGroundEnds: try moment("2026-02-10 03:30")))
    #expect(file.proposal?.questions.first?.fact == .list("past-crimes"))
    let crime = [
      "offence": "2C:12-1(b)", "degree": "third-degree", "outcome": "convicted", "found-on": "2023-05-02",
      "domestic-violence": "no",
    ]
    let list = ListEntry(list: "past-crimes", isComplete: true, records: [crime], source: "court record, seen")
    try await test.run(.recordList(list), on: id, by: crew.clerk)
    while let question = try await test.office.caseFile(id, for: crew.clerk).proposal?.questions.first {
      let value = if case .list = question.fact { "none" } else { "no" }
      try await test.run(.answer(question.fact, value: value, source: "records"), on: id, by: crew.clerk)
    }
    file = try await test.office.caseFile(id, for: crew.clerk)
    let window = try #require(file.proposal?.answer(for: "hold")?.window)
    #expect(window.until == (try moment("2026-02-11 00:00", "America/New_York")).adding(seconds: -1))
    #expect(file.proposal?.document != nil)
  }

  @Test func californiaOwesCopyAndIntention() async throws {
    let test = try await TestOffice.make()
    let id = try await test.detainer("ca-jail", facts: ["release-due": "2026-02-10T04:30"]).id
    let file = try await test.office.caseFile(id, for: Crew("ca-jail").officer)
    #expect(file.proposal?.answer(for: "hold")?.answer == .prohibited)
    let owed = file.tasks.filter(\.standing.isLeft).map(\.title)
    #expect(owed.contains("give a copy of the paper, to the person in custody"))
    #expect(
      owed.contains("tell the person whether the agency intends to comply with the request, to the person in custody"))
    #expect(file.tasks.contains { $0.standing == .waits && $0.title.contains("same notice of release") })
  }

  @Test func midnightMovesTheLawAndTheCaseIsDecidedAgain() async throws {
    let test = try await TestOffice.make()
    let crew = try Crew("nj-jail")
    let id = try await test.detainer(
      "nj-jail",
      facts: ["release-due": "2026-02-10T04:30", "final-order-signer": "federal-judge", "final-order-lodged": "yes"]
    ).id
    let before = try await test.office.caseFile(id, for: crew.officer)
    #expect(try await test.office.reconsider().isEmpty)
    test.clock.set(try moment("2026-02-11 00:30", "America/New_York"))
    let receipts = try await test.office.reconsider()
    #expect(receipts.map(\.id) == [id])
    let after = try await test.office.caseFile(id, for: crew.officer)
    let (old, new) = (before.proposal?.answer(for: "hold"), after.proposal?.answer(for: "hold"))
    if old?.answer == .permitted || old?.answer == .required {
      #expect(new?.basis == .outsideWindow)
      #expect(receipts.first?.change?.cause == .time)
    }
    // Nothing is left to reconsider until the next midnight.
    #expect(try await test.office.reconsider().isEmpty)
  }

  @Test func aCaseWithoutAPaperLooksAtDutiesOnly() async throws {
    let test = try await TestOffice.make()
    let crew = try Crew("fl-jail")
    let intake = Intake(
      opening: Opening(
        start: .event(fact: "booked"), agency: "fl-jail", received: test.clock.read(), channel: .inPerson),
      facts: [FactEntry(fact: "booked", value: "2026-02-10T01:30", source: "booking sheet")])
    let id = try await test.office.receive(intake, by: Hand(crew.clerk)).id
    let file = try await test.office.caseFile(id, for: crew.officer)
    #expect(file.proposal?.answers.isEmpty == true)
    #expect(file.undecidedActs.isEmpty)
  }
}
