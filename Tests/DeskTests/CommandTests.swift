import Desk
import LawLanguage
import Reasoning
import Testing

/// What each command takes, and what it refuses.
struct CommandTests {
  private func refusal(
    _ command: CaseCommand, on id: CaseID, in test: TestOffice, by staff: Staff
  ) async throws -> CaseRefusal? {
    do {
      try await test.run(command, on: id, by: staff)
      return nil
    } catch let error as OfficeRefusal {
      guard case .refused(let refusal) = error else { throw error }
      return refusal
    }
  }

  @Test func factsAreHeldAgainstTheVocabulary() async throws {
    let test = try await TestOffice.make()
    let crew = try Crew("il-jail")
    let id = try await test.detainer("il-jail").id
    func refused(_ fact: String, _ value: String?, _ source: String = "records") async throws -> CaseRefusal? {
      try await refusal(.recordFact(fact: fact, value: value, source: source), on: id, in: test, by: crew.clerk)
    }
    #expect(try await refused("immigration-status", "x") == .noFact("immigration-status"))
    #expect(try await refused("custody", "pretrial", " ") == .textNeeded("the source"))
    #expect(
      try await refused("custody", "pretrial", String(repeating: "x", count: 5_000))
        == .textTooLong("the source", limit: 4_000))
    guard case .request(let error)? = try await refused("custody", "pretrail") else {
      Issue.record("a misspelt value was taken")
      return
    }
    #expect(error.issues.first?.help?.contains("pretrial") == true)
    #expect(try await refused("custody", "pretrial") == nil)
    #expect(try await refused("custody", "sentenced", "court order, seen") == nil)
    let file = try await test.office.caseFile(id, for: crew.clerk)
    #expect(file.value(of: "custody") == "sentenced")
    #expect(file.facts["custody"]?.map(\.entry.value) == ["pretrial", "sentenced"])
    #expect(file.facts["custody"]?.last?.by.name == "Sample Clerk")
    #expect(try await refused("custody", nil) == nil)
    #expect(try await test.office.caseFile(id, for: crew.clerk).value(of: "custody") == nil)
  }

  @Test func whatCannotBeIsRefused() async throws {
    let test = try await TestOffice.make()
    let crew = try Crew("il-jail")
    let id = try await test.detainer("il-jail", facts: ["booked": "2026-02-09T10:00"]).id
    let release = CaseCommand.recordFact(fact: "released", value: "2026-02-08T09:00", source: "log")
    guard case .request? = try await refusal(release, on: id, in: test, by: crew.clerk) else {
      Issue.record("a release before the booking was taken")
      return
    }
  }

  @Test func judgementsAreSettledInSomebodysOwnNameWithAReason() async throws {
    let test = try await TestOffice.make()
    let crew = try Crew("nj-jail")
    let id = try await test.detainer("nj-jail").id
    let name = "exigent-danger"
    #expect(
      try await refusal(.recordFact(fact: name, value: "yes", source: "x"), on: id, in: test, by: crew.clerk)
        == .isJudgement(name))
    #expect(
      try await refusal(.judge(fact: name, value: "no", why: ""), on: id, in: test, by: crew.officer)
        == .textNeeded("the reason"))
    #expect(
      try await refusal(.judge(fact: "custody", value: "pretrial", why: "x"), on: id, in: test, by: crew.officer)
        == .isNoJudgement("custody"))
    #expect(try await refusal(.judge(fact: name, value: "no", why: "calm"), on: id, in: test, by: crew.officer) == nil)
    let entry = try await test.office.caseFile(id, for: crew.officer).facts[name]?.last?.entry
    #expect(entry?.judgement?.by == "Sample Officer" && entry?.judgement?.why == "calm")
    await #expect(throws: OfficeRefusal.self) {
      try await test.run(.judge(fact: name, value: "no", why: "calm"), on: id, by: crew.clerk)
    }
  }

  @Test func papersAreCheckedCorrectedAndCancelled() async throws {
    let test = try await TestOffice.make()
    let crew = try Crew("il-jail")
    let id = try await test.detainer("il-jail", facts: ["release-due": "2026-02-10T03:00"]).id
    func refused(_ command: CaseCommand) async throws -> CaseRefusal? {
      try await refusal(command, on: id, in: test, by: crew.clerk)
    }
    guard case .request? = try await refused(.checkPaper(PaperCheck(kind: "i247z"))) else {
      Issue.record("an unknown kind was taken")
      return
    }
    #expect(try await refused(.checkPaper(PaperCheck(kind: "i205", documents: ["00"]))) == .noDocument("00"))
    #expect(try await refused(.checkPaper(PaperCheck(kind: "i205", attachedTo: 9))) == .noPaper(9))
    let late = PaperCheck.Service(at: try moment("2026-02-10 03:00"), by: "Sample Clerk")
    #expect(
      try await refused(.checkPaper(PaperCheck(kind: "i205", served: late)))
        == .inTheFuture("the time at which the person was given the paper"))
    #expect(try await refused(.correctPaper(number: 7, check: PaperCheck(kind: "i205"))) == .noPaper(7))
    #expect(try await refused(.cancelPaper(number: 1, reason: "")) == .textNeeded("the reason"))
    #expect(try await refused(.cancelPaper(number: 1, reason: "withdrawn by phone")) == nil)
    #expect(try await refused(.cancelPaper(number: 1, reason: "again")) == .paperCancelled(1))
    let file = try await test.office.caseFile(id, for: crew.clerk)
    #expect(file.offeredPapers.map(\.number) == [2])
    // What is left asks for nothing by itself.
    #expect(file.proposal?.answers.isEmpty == true)
  }

  @Test func anOfficerMayDifferWithAReasonAndASecondPersonReviewsByTheNextBusinessDay() async throws {
    // A Friday before Presidents' Day, which Illinois keeps.
    let test = try await TestOffice.make(at: "2026-02-13 02:00")
    let crew = try Crew("il-jail")
    let id = try await test.detainer("il-jail", facts: ["release-due": "2026-02-13T03:00"]).id
    func refused(_ command: CaseCommand, _ staff: Staff) async throws -> CaseRefusal? {
      try await refusal(command, on: id, in: test, by: staff)
    }
    let keep = CaseCommand.decide(act: "hold", choice: .act, reason: nil)
    #expect(try await refused(keep, crew.officer) == .reasonNeeded(proposed: .prohibited))
    #expect(
      try await refused(.decide(act: "lease-beds", choice: .act, reason: "x"), crew.officer) == .notAsked("lease-beds"))
    await #expect(throws: OfficeRefusal.self) { try await test.run(keep, on: id, by: crew.clerk) }
    #expect(try await refused(.decide(act: "hold", choice: .act, reason: "on advice of counsel"), crew.officer) == nil)
    var file = try await test.office.caseFile(id, for: crew.officer)
    let review = try #require(file.decisions.first?.entry.review)
    #expect(review.due == (try moment("2026-02-18 00:00")).adding(seconds: -1))
    #expect(review.arithmetic.contains("Monday, February 16, 2026"))
    #expect(file.decisions.first?.entry.differs == true)
    #expect(try test.office.clocks(of: file).contains { $0.kind == .review && $0.due == review.due })
    #expect(try await refused(.review(decision: 1, agrees: true, finding: "x"), crew.officer) == .reviewerDecided)
    #expect(try await refused(.review(decision: 2, agrees: true, finding: "x"), crew.second) == .noDecision(2))
    #expect(try await refused(.review(decision: 1, agrees: false, finding: "I would not have"), crew.second) == nil)
    #expect(try await refused(.review(decision: 1, agrees: true, finding: "x"), crew.second) == .nothingToReview(1))
    file = try await test.office.caseFile(id, for: crew.officer)
    #expect(file.reviewsOwed.isEmpty && file.reviews.first?.entry.agrees == false)
  }

  @Test func whoeverTheAgencyNamesBreaksGlassWithReasonAndPhoneAuthority() async throws {
    let test = try await TestOffice.make()
    let crew = try Crew("il-jail")
    let id = try await test.detainer("il-jail", facts: ["release-due": "2026-02-10T02:30"]).id
    func emergency(_ authority: String, at: String = "2026-02-10 02:00") throws -> CaseCommand {
      .breakGlass(
        act: "hold", choice: .refrain,
        emergency: BreakGlass(
          reason: "release due within the hour", phoneAuthority: authority, authorisedAt: try moment(at)))
    }
    #expect(
      try await refusal(emergency(""), on: id, in: test, by: crew.clerk)
        == .textNeeded("who gave authority over the phone"))
    #expect(
      try await refusal(emergency("Sample Counsel", at: "2026-02-10 05:00"), on: id, in: test, by: crew.clerk)
        == .inTheFuture("the time of the call"))
    let receipt = try await test.run(emergency("Sample Counsel"), on: id, by: crew.clerk)
    #expect(receipt.alerts.map(\.kind) == [.breakGlass])
    await #expect(throws: OfficeRefusal.self) {
      try await test.run(emergency("Sample Counsel"), on: id, by: crew.officer)
    }
    let file = try await test.office.caseFile(id, for: crew.officer)
    #expect(file.reviewsOwed.count == 1)
    #expect(file.decisions.last?.entry.emergency?.phoneAuthority == "Sample Counsel")
  }

  @Test func evidenceOfCitizenshipStopsTheRequestAndNoClock() async throws {
    let test = try await TestOffice.make(at: "2026-11-25 15:00")
    let crew = try Crew("fl-jail")
    let id = try await test.detainer("fl-jail", facts: ["release-due": "2026-11-25T16:00"]).id
    let clocks = try test.office.clocks(of: await test.office.caseFile(id, for: crew.officer))
    #expect(
      try await refusal(.callCounsel(who: "x"), on: id, in: test, by: crew.clerk) == .noCitizenshipQuestion)
    let receipt = try await test.run(
      .raiseCitizenship(evidence: "US passport shown at the counter"), on: id, by: crew.clerk)
    #expect(receipt.stage == .stopped && receipt.alerts.map(\.kind) == [.citizenship])
    let file = try await test.office.caseFile(id, for: crew.officer)
    let stopped = try test.office.clocks(of: file)
    #expect(stopped.first { $0.kind == .callCounsel } != nil)
    for clock in clocks { #expect(stopped.contains(clock)) }
    #expect(
      try await refusal(.decide(act: "hold", choice: .act, reason: "x"), on: id, in: test, by: crew.officer)
        == .stoppedForCitizenship)
    await #expect(throws: OfficeRefusal.self) {
      try await test.run(.settleCitizenship(mayProceed: true, reason: "x"), on: id, by: crew.officer)
    }
    try await test.run(.callCounsel(who: "Sample Counsel"), on: id, by: crew.clerk)
    try await test.run(
      .settleCitizenship(mayProceed: true, reason: "another person's passport"), on: id, by: crew.counsel)
    #expect(
      try await refusal(.decide(act: "hold", choice: .act, reason: nil), on: id, in: test, by: crew.officer) == nil)
  }

  @Test func aCaseEndsAndClosesOnceNothingIsLeft() async throws {
    let test = try await TestOffice.make()
    let crew = try Crew("ca-jail")
    let id = try await test.detainer("ca-jail", facts: ["release-due": "2026-02-10T04:30"]).id
    func refused(_ command: CaseCommand, _ staff: Staff? = nil) async throws -> CaseRefusal? {
      try await refusal(command, on: id, in: test, by: staff ?? crew.clerk)
    }
    let close = CaseCommand.close(reason: "done", leaving: [])
    #expect(try await refused(close) == .hasNotEnded)
    #expect(
      try await refused(.end(Outcome(.released, at: try moment("2026-02-11 03:00"))))
        == .inTheFuture("the time at which it ended"))
    #expect(
      try await refused(.end(Outcome(.released, at: try moment("2026-02-09 03:00"))))
        == .beforeReceipt("the time at which it ended"))
    #expect(
      try await refused(.end(Outcome(.transferred, at: test.clock.read())))
        == .textNeeded("to whom the person was handed over"))
    for act in ["hold", "notify-release"] {
      try await test.run(.decide(act: act, choice: .refrain, reason: "not enough is known"), on: id, by: crew.officer)
    }
    test.clock.advance(hours: 4)
    #expect(try await refused(.end(Outcome(.released, at: test.clock.read()))) == nil)
    guard case .reviewsLeft? = try await refused(close) else {
      Issue.record("closed with a review left")
      return
    }
    let owed = try await test.office.caseFile(id, for: crew.officer).reviewsOwed
    for decision in owed {
      try await test.run(
        .review(decision: decision.entry.number, agrees: true, finding: "so would I"), on: id, by: crew.second)
    }
    guard case .dutiesLeft? = try await refused(close) else {
      Issue.record("closed with duties left")
      return
    }
    #expect(try await refused(.doTask(TaskDone(task: "none", at: test.clock.read(), how: "x"))) == .noTask("none"))
    for task in try await test.office.caseFile(id, for: crew.clerk).tasks where task.standing.isLeft {
      let done = TaskDone(task: task.key, at: test.clock.read(), how: "handed over in the housing unit")
      #expect(try await refused(.doTask(done)) == nil)
      #expect(try await refused(.doTask(done)) == .taskDone(task.key))
    }
    #expect(try await refused(.reopen(reason: "x")) == .isNotClosed)
    #expect(try await refused(close) == nil)
    #expect(try await refused(.note("x")) == .isClosed)
    #expect(try await test.office.dueNow(for: crew.clerk).items.isEmpty)
    #expect(try await refused(.reopen(reason: "a letter came")) == nil)
  }

  @Test func whatIsEnteredLateCarriesBothTimes() async throws {
    let test = try await TestOffice.make(at: "2026-02-10 04:30")
    let crew = try Crew("il-jail")
    let id = try await test.detainer("il-jail", facts: ["release-due": "2026-02-10T05:00"]).id
    let late = Hand.Late(happened: try moment("2026-02-10 02:20"), because: "server stopped at 02:10, card used")
    try await test.run(.decide(act: "hold", choice: .refrain, reason: nil), on: id, by: crew.officer, late: late)
    let event = try #require(try await test.office.history(of: id, for: crew.officer).events.last)
    #expect(event.happened == late.happened && event.recorded == test.clock.read())
    #expect(event.lateBecause == late.because)
    let ahead = Hand.Late(happened: try moment("2026-02-10 09:00"), because: "x")
    await #expect(throws: OfficeRefusal.self) {
      try await test.run(.note("x"), on: id, by: crew.clerk, late: ahead)
    }
  }

  @Test func aSealedCaseIsSeenByFewAndChangedByNone() async throws {
    let test = try await TestOffice.make()
    let crew = try Crew("il-jail")
    let id = try await test.detainer("il-jail", facts: ["release-due": "2026-02-10T03:00"]).id
    try await test.run(.seal(reason: "court order"), on: id, by: crew.publisher)
    await #expect(throws: OfficeRefusal.self) { try await test.office.caseFile(id, for: crew.officer) }
    for staff in [crew.auditor, crew.publisher] {
      await #expect(throws: OfficeRefusal.self) { try await test.office.caseFile(id, for: staff) }
    }
    let version = try await test.office.caseFile(id, for: crew.counsel).version
    #expect(try await test.office.dueNow(for: crew.officer).items.isEmpty)
    #expect(try await test.office.cases(for: crew.officer).items.isEmpty)
    // Whoever keeps the records lifts the seal without reading what is under it.
    _ = try await test.office.perform(
      .unseal(reason: "order lifted"), on: id, version: version, by: Hand(crew.publisher))
    _ = try await test.office.caseFile(id, for: crew.officer)
  }
}
