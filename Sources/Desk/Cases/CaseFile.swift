public import LawLanguage

/// A case as it stands: what its events add up to.
public struct CaseFile: Sendable, Hashable {
  /// Its name inside the program.
  public let id: CaseID
  /// The number under which the office knows it.
  public let number: CaseNumber
  /// How many events it has; what a writer says to have seen.
  public internal(set) var version = 0
  /// How it began.
  public internal(set) var opening: Opening
  /// When it was entered, and by whom.
  public internal(set) var entered: Instant
  /// Who entered it.
  public internal(set) var enteredBy: Signature?
  /// On whose behalf.
  public internal(set) var enteredFor: String?
  /// When something was last recorded.
  public internal(set) var changed: Instant
  /// Whether a record of the person has been written.
  public internal(set) var hasPerson = false
  /// Its documents.
  public internal(set) var documents: [AttachedDocument] = []
  /// The letters that went out, in order.
  public internal(set) var letters: [Recorded<IssuedLetter>] = []
  /// Its papers by number, withdrawn ones too.
  public internal(set) var papers: [OfferedPaper] = []
  /// What is recorded of each fact, the last entry valid; earlier ones are what was corrected.
  public internal(set) var facts: [String: [Recorded<FactEntry>]] = [:]
  /// What is recorded of each list, the last entry valid.
  public internal(set) var lists: [String: [Recorded<ListEntry>]] = [:]
  /// The acts asked about beyond what the papers ask for.
  public internal(set) var acts: [String]
  /// When the agency means to act.
  public internal(set) var plannedAct: Instant?
  /// What the engine proposed last.
  public internal(set) var proposal: Proposal?
  /// How many proposals there were.
  public internal(set) var proposalCount = 0
  /// Why the engine could not decide, where it could not.
  public internal(set) var notProposed: String?
  /// What officers decided, in order.
  public internal(set) var decisions: [Recorded<OfficerDecision>] = []
  /// What second persons found, in order.
  public internal(set) var reviews: [Recorded<Review>] = []
  /// What was done, by the key of the duty or step.
  public internal(set) var done: [String: Recorded<TaskDone>] = [:]
  /// Whether there is evidence that the person is a US citizen.
  public internal(set) var citizenship: CitizenshipQuestion?
  /// The last look for other holds.
  public internal(set) var otherHolds: Recorded<OtherHoldsCheck>?
  /// How it ended; nil while it has not.
  public internal(set) var outcome: Outcome?
  /// Why it is closed; nil while it is not.
  public internal(set) var closed: Recorded<String>?
  /// Why it must be kept; nil where nothing says so.
  public internal(set) var legalHold: String?
  /// Why most may not see it; nil where they may.
  public internal(set) var sealed: String?

  /// The events do not make a case.
  public struct Unfoldable: Error, Sendable, Hashable, CustomStringConvertible {
    /// A sentence for a person.
    public let description: String
  }

  /// Folds the events of a case, all of them, in order.
  public init(id: CaseID, number: CaseNumber, events: some Sequence<CaseEvent>) throws(Unfoldable) {
    var iterator = events.makeIterator()
    guard let first = iterator.next(), case .opened(let opening) = first.what else {
      throw Unfoldable(description: "a case begins with how it was opened")
    }
    self.id = id
    self.number = number
    self.opening = opening
    acts = opening.acts
    entered = first.recorded
    enteredBy = first.by
    enteredFor = first.onBehalfOf
    changed = first.recorded
    version = 1
    while let event = iterator.next() { try apply(event) }
  }

  /// Where it stands in its life.
  public var stage: CaseStage {
    if closed != nil { return .closed }
    if case .unreadable = opening.start, proposal == nil { return .unreadable }
    if citizenship?.stops ?? false { return .stopped }
    if outcome != nil { return .ended }
    guard let proposal else { return .received }
    if undecidedActs.isEmpty { return .decided }
    return proposal.isOpen ? .questions : .proposed
  }

  /// The papers offered as grounds, in order: those that the engine is asked about.
  public var offeredPapers: [OfferedPaper] { papers.filter(\.isOffered) }

  /// What is recorded of a fact now; nil where nothing is, or nothing any more.
  public func value(of fact: String) -> String? { facts[fact]?.last?.entry.value }

  /// What was decided last about an act.
  public func decision(on act: String) -> Recorded<OfficerDecision>? { decisions.last { $0.entry.act == act } }

  /// The acts asked about on which nobody has decided.
  public var undecidedActs: [String] {
    (proposal?.answers ?? []).map(\.act).filter { decision(on: $0) == nil }
  }

  /// The decisions that a second person has yet to look at.
  public var reviewsOwed: [Recorded<OfficerDecision>] {
    decisions.filter { decision in
      decision.entry.review != nil && !reviews.contains { $0.entry.decision == decision.entry.number }
    }
  }

  /// The decisions that are no longer what the engine proposes: what was decided is to be looked at again.
  public var overtakenDecisions: [Recorded<OfficerDecision>] {
    guard let proposal else { return [] }
    return proposal.answers.compactMap { answer in
      guard let decision = decision(on: answer.act), decision.entry.proposed != answer.answer,
        decision.entry.choice.differs(from: answer.answer)
      else { return nil }
      return decision
    }
  }

  /// When the person would otherwise be released, as recorded: RFC 3339.
  public var releaseDue: String? { value(of: "release-due") }
}

/// Where a case stands in its life.
public enum CaseStage: String, Sendable, Hashable, Codable, CaseIterable {
  /// What came in could not be read; somebody must.
  case unreadable
  /// Entered, and not decided by the engine.
  case received
  /// The engine needs to know more.
  case questions
  /// The engine has proposed; an officer decides.
  case proposed
  /// There is evidence of US citizenship; counsel is to be called.
  case stopped
  /// Decided; things may be left to do.
  case decided
  /// It has ended; things may be left to do.
  case ended
  /// Nothing is left to do.
  case closed
  /// Erased: the number is all that is left.
  case erased

  /// In words.
  public var title: String {
    switch self {
    case .unreadable: "could not be read"
    case .received: "received"
    case .questions: "questions open"
    case .proposed: "to be decided"
    case .stopped: "stopped: evidence of citizenship"
    case .decided: "decided"
    case .ended: "ended"
    case .closed: "closed"
    case .erased: "erased"
    }
  }
}
