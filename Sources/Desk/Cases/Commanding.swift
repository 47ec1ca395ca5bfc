internal import LawLanguage

extension CaseFile {
  /// What a command makes happen; nothing does where it is refused.
  ///
  /// - Throws: `CaseRefusal`, in words for whoever gave the command.
  public func happenings(for command: CaseCommand, in context: CaseContext) throws(CaseRefusal) -> [Happening] {
    if !command.isAboutKeeping {
      guard sealed == nil else { throw .isSealed }
      guard closed == nil else { throw .isClosed }
    }
    switch command {
    case .checkPaper(let check): return [.paperChecked(number: papers.count + 1, try checked(check, nil, context))]
    case .correctPaper(let number, let check):
      let paper = try paper(number)
      guard paper.cancelled == nil else { throw .paperCancelled(number) }
      return [.paperCorrected(number: number, try checked(check, number, context))]
    case .cancelPaper(let number, let reason):
      guard try paper(number).cancelled == nil else { throw .paperCancelled(number) }
      let why = try TextBounds.text(reason, "the reason")
      return [.paperCancelled(number: number, .init(at: context.happened, reason: why))]
    case .recordFact(let fact, let value, let source):
      return [try recorded(fact, value, from: source, judgedWhy: nil, in: context)]
    case .judge(let fact, let value, let why):
      return [try recorded(fact, value, from: context.staff.name, judgedWhy: why, in: context)]
    case .recordList(let list): return [try recorded(list, in: context)]
    case .answer(let asked, let value, let source): return try answer(asked, value, source, in: context)
    case .askActs(let acts):
      for act in acts where context.vocabulary.act(act) == nil { throw .notAsked(act) }
      return [.actsAsked(acts)]
    case .planAct(let at):
      if let at, at < opening.received { throw .beforeReceipt("the time of the act") }
      return [.actPlanned(at)]
    case .decide(let act, let choice, let reason): return [try decided(act, choice, reason, nil, in: context)]
    case .breakGlass(let act, let choice, let emergency):
      return [try decided(act, choice, emergency.reason, emergency, in: context)]
    case .review(let decision, let agrees, let finding):
      return [try reviewed(decision, agrees, finding, by: context.staff)]
    case .doTask(let task): return try did(task, in: context)
    case .reopenTask(let task, let reason):
      guard done[task] != nil else { throw .taskNotDone(task) }
      return [.taskReopened(task: task, reason: try TextBounds.text(reason, "the reason"))]
    case .raiseCitizenship(let evidence):
      return [.citizenshipRaised(evidence: try TextBounds.text(evidence, "what was seen, and where"))]
    case .callCounsel(let who):
      guard citizenship != nil else { throw .noCitizenshipQuestion }
      return [.counselCalled(who: try TextBounds.text(who, "who was reached", limit: TextBounds.short))]
    case .settleCitizenship(let mayProceed, let reason):
      guard citizenship != nil else { throw .noCitizenshipQuestion }
      return [.citizenshipSettled(.init(mayProceed: mayProceed, reason: try TextBounds.text(reason, "the reason")))]
    case .checkOtherHolds(let check):
      let note = try TextBounds.text(check.note, "what was looked at, and what was there")
      return [.otherHoldsChecked(OtherHoldsCheck(found: check.found, note: note))]
    case .end(let outcome): return [try ended(outcome, in: context)]
    case .note(let text): return [.noted(try TextBounds.text(text, "the remark"))]
    case .close(let reason, let leaving): return [try closed(reason, leaving)]
    case .reopen(let reason):
      guard sealed == nil else { throw .isSealed }
      guard closed != nil else { throw .isNotClosed }
      return [.reopened(reason: try TextBounds.text(reason, "the reason"))]
    case .placeLegalHold(let reason): return [.legalHoldPlaced(reason: try TextBounds.text(reason, "the reason"))]
    case .liftLegalHold(let reason):
      guard legalHold != nil else { throw .noLegalHold }
      return [.legalHoldLifted(reason: try TextBounds.text(reason, "the reason"))]
    case .seal(let reason):
      guard sealed == nil else { throw .isSealed }
      return [.sealed(reason: try TextBounds.text(reason, "the reason"))]
    case .unseal(let reason):
      guard sealed != nil else { throw .isNotSealed }
      return [.unsealed(reason: try TextBounds.text(reason, "the reason"))]
    case .proposeAgain: return []
    }
  }

  private func paper(_ number: Int) throws(CaseRefusal) -> OfferedPaper {
    guard papers.indices.contains(number - 1) else { throw .noPaper(number) }
    return papers[number - 1]
  }

  // MARK: Decisions

  private func decided(
    _ act: String, _ choice: Choice, _ reason: String?, _ emergency: BreakGlass?, in context: CaseContext
  ) throws(CaseRefusal) -> Happening {
    let stands = proposal?.answer(for: act)
    if let proposal, stands == nil, !proposal.answers.isEmpty || emergency == nil { throw .notAsked(act) }
    if proposal == nil, emergency == nil { throw .noProposal(notProposed ?? "the law has not been asked") }
    // To leave a request undone is always possible; to carry it out waits for counsel.
    if choice == .act, citizenship?.stops ?? false { throw .stoppedForCitizenship }
    var why: String?
    if let emergency {
      why = try TextBounds.text(emergency.reason, "the reason why it could not wait")
      _ = try TextBounds.text(
        emergency.phoneAuthority, "who gave authority over the phone", limit: TextBounds.short)
      guard emergency.authorisedAt <= context.now else { throw .inTheFuture("the time of the call") }
    } else if let reason, !reason.trimmingSpace.isEmpty {
      why = try TextBounds.text(reason, "the reason")
    }
    let differs = stands.map { choice.differs(from: $0.answer) } ?? true
    if differs, why == nil, let stands { throw .reasonNeeded(proposed: stands.answer) }
    var review: ReviewDue?
    if differs || emergency != nil {
      let zone = try context.zone()
      let calendar = context.law.calendar(of: context.profile.jurisdiction)
      review = BusinessDays(calendar: calendar, zone: zone).reviewDue(after: context.happened)
    }
    return .decided(
      OfficerDecision(
        number: decisions.count + 1, act: act, choice: choice, proposal: stands == nil ? nil : proposal?.number,
        proposed: stands?.answer, reason: why, emergency: emergency, review: review))
  }

  private func reviewed(
    _ number: Int, _ agrees: Bool, _ finding: String, by staff: Staff
  ) throws(CaseRefusal) -> Happening {
    guard let decision = decisions.first(where: { $0.entry.number == number }) else { throw .noDecision(number) }
    guard reviewsOwed.contains(decision) else { throw .nothingToReview(number) }
    guard decision.by.staff != staff.id else { throw .reviewerDecided }
    return .reviewed(Review(decision: number, agrees: agrees, finding: try TextBounds.text(finding, "what you found")))
  }

  // MARK: Tasks and the end

  private func did(_ task: TaskDone, in context: CaseContext) throws(CaseRefusal) -> [Happening] {
    guard done[task.task] == nil else { throw .taskDone(task.task) }
    guard let known = tasks.first(where: { $0.key == task.task }) else { throw .noTask(task.task) }
    guard task.at <= context.now else { throw .inTheFuture("the time at which it was done") }
    if let document = task.document, !documents.contains(where: { $0.digest == document }) {
      throw .noDocument(document)
    }
    let how = try TextBounds.text(task.how, "how it was done")
    let entry = TaskDone(task: task.task, at: task.at, how: how, document: task.document)
    guard case .step(let step) = known.kind else { return [.taskDone(entry)] }
    // That a step is done is a fact, and may change what the law says.
    return [
      .taskDone(entry), .factRecorded(FactEntry(fact: step.step, value: "yes", source: how)),
    ]
  }

  private func ended(_ outcome: Outcome, in context: CaseContext) throws(CaseRefusal) -> Happening {
    guard outcome.at <= context.now else { throw .inTheFuture("the time at which it ended") }
    guard outcome.at >= opening.received else { throw .beforeReceipt("the time at which it ended") }
    if let note = outcome.note { _ = try TextBounds.text(note, "the remark") }
    var toWhom = outcome.toWhom
    if let toWhom { _ = try TextBounds.text(toWhom, "to whom the person was handed over", limit: TextBounds.short) }
    if outcome.kind == .transferred {
      toWhom = try TextBounds.text(outcome.toWhom ?? "", "to whom the person was handed over", limit: TextBounds.short)
    }
    return .ended(
      Outcome(outcome.kind, at: outcome.at, toWhom: toWhom, pickedUp: outcome.pickedUp, note: outcome.note))
  }

  private func closed(_ reason: String, _ leaving: [String]) throws(CaseRefusal) -> Happening {
    let why = try TextBounds.text(reason, "the reason")
    guard outcome != nil || (proposal == nil && notProposed == nil) || askedNothing else { throw .hasNotEnded }
    guard reviewsOwed.isEmpty else { throw .reviewsLeft(reviewsOwed.count) }
    let left = tasks.filter { $0.standing.isLeft && !leaving.contains($0.key) }
    guard left.isEmpty else { throw .dutiesLeft(left.map { "\($0.title) (\($0.key))" }) }
    return .closed(reason: why)
  }

  private var askedNothing: Bool { proposal?.answers.isEmpty ?? false }
}
