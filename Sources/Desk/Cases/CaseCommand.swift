public import LawLanguage

/// What somebody at the desk can do to a case.
public enum CaseCommand: Sendable, Hashable, Codable {
  /// Record what a paper says that has not been looked at yet.
  case checkPaper(PaperCheck)
  /// Record anew what a paper says.
  case correctPaper(number: Int, check: PaperCheck)
  /// Record that a paper was withdrawn.
  case cancelPaper(number: Int, reason: String)
  /// Record a fact, or correct it; no value where nobody knows any more.
  case recordFact(fact: String, value: String?, source: String)
  /// Record a list, or correct it.
  case recordList(ListEntry)
  /// Answer what the engine asks.
  case answer(AskedFact, value: String?, source: String)
  /// Settle a judgement, with a reason, in one's own name.
  case judge(fact: String, value: String, why: String)
  /// Settle which acts are asked about beyond what the papers ask for.
  case askActs([String])
  /// Say when the agency means to act; nil: not known.
  case planAct(at: Instant?)
  /// Decide about an act. A reason is needed where it differs from the proposal, or the proposal is open.
  case decide(act: String, choice: Choice, reason: String?)
  /// Decide in an emergency.
  case breakGlass(act: String, choice: Choice, emergency: BreakGlass)
  /// Look over what somebody else decided.
  case review(decision: Int, agrees: Bool, finding: String)
  /// Record that a duty or step was done.
  case doTask(TaskDone)
  /// Record that it was not done after all.
  case reopenTask(task: String, reason: String)
  /// Record evidence of US citizenship. Never the document: what was seen, and where.
  case raiseCitizenship(evidence: String)
  /// Record that counsel was reached.
  case callCounsel(who: String)
  /// Say what the evidence comes to.
  case settleCitizenship(mayProceed: Bool, reason: String)
  /// Record a look for other holds.
  case checkOtherHolds(OtherHoldsCheck)
  /// Record how it ended.
  case end(Outcome)
  /// Add a remark.
  case note(String)
  /// Close the case, naming by key the duties that are knowingly left undone.
  case close(reason: String, leaving: [String])
  /// Open it again.
  case reopen(reason: String)
  /// Keep it, whatever its schedule says.
  case placeLegalHold(reason: String)
  /// Let its schedule decide again.
  case liftLegalHold(reason: String)
  /// Hide it from most.
  case seal(reason: String)
  /// Show it again.
  case unseal(reason: String)
  /// Decide again, though nothing was recorded.
  case proposeAgain

  /// What somebody must be permitted to do.
  public var action: OfficeAction {
    switch self {
    case .checkPaper, .correctPaper, .cancelPaper, .recordFact, .recordList, .answer, .askActs, .planAct, .doTask,
      .reopenTask, .raiseCitizenship, .callCounsel, .checkOtherHolds, .end, .note, .proposeAgain:
      .recordFacts
    case .judge: .judge
    case .decide: .decide
    case .breakGlass: .breakGlass
    case .review: .review
    case .settleCitizenship: .settleCitizenship
    case .close, .reopen: .closeCases
    case .placeLegalHold, .liftLegalHold, .seal, .unseal: .keepRecords
    }
  }

  /// Whether it can be done to a case that is closed or sealed.
  var isAboutKeeping: Bool {
    switch self {
    case .placeLegalHold, .liftLegalHold, .seal, .unseal, .reopen: true
    case .checkPaper, .correctPaper, .cancelPaper, .recordFact, .recordList, .answer, .judge, .askActs, .planAct,
      .decide, .breakGlass, .review, .doTask, .reopenTask, .raiseCitizenship, .callCounsel, .settleCitizenship,
      .checkOtherHolds, .end, .note, .close, .proposeAgain:
      false
    }
  }
}

/// By whose hand something is entered, and when it happened.
public struct Hand: Sendable, Hashable {
  /// Who enters it.
  public let staff: Staff
  /// For whom they enter it, where not for themselves: `Sergeant Sample, by phone`.
  public let onBehalfOf: String?
  /// When it happened, and why it is entered only now; nil: it happens now.
  public let late: Late?
  /// A key of the caller's: the same call with the same key is done once, and answered the same again.
  public let idempotencyKey: String?

  /// What is entered after an outage carries both times.
  public struct Late: Sendable, Hashable, Codable {
    /// When it happened.
    public let happened: Instant
    /// Why it was not entered then: `server stopped from 02:10 to 04:00, downtime card used`.
    public let because: String

    /// Something that happened before it could be entered.
    public init(happened: Instant, because: String) {
      self.happened = happened
      self.because = because
    }
  }

  /// By somebody, now, for themselves.
  public init(_ staff: Staff, onBehalfOf: String? = nil, late: Late? = nil, idempotencyKey: String? = nil) {
    self.staff = staff
    self.onBehalfOf = onBehalfOf
    self.late = late
    self.idempotencyKey = idempotencyKey
  }
}
