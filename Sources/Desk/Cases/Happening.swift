public import LawLanguage

/// What can happen in a case.
public enum Happening: Sendable, Hashable {
  /// A request came in, or the case began without one.
  case opened(Opening)
  /// The record of the person was written, or corrected; what it says stands apart.
  case personRecorded
  /// A document was attached.
  case documentAttached(AttachedDocument)
  /// A letter went out; its PDF is a document of the case.
  case letterIssued(IssuedLetter)
  /// A paper was looked at for the first time.
  case paperChecked(number: Int, PaperCheck)
  /// A paper was looked at again; what was found before stays in the record.
  case paperCorrected(number: Int, PaperCheck)
  /// A paper was withdrawn.
  case paperCancelled(number: Int, OfferedPaper.Cancellation)
  /// A fact or judgement was recorded or corrected.
  case factRecorded(FactEntry)
  /// A list was recorded or corrected.
  case listRecorded(ListEntry)
  /// The acts asked about were settled anew.
  case actsAsked([String])
  /// When the agency means to act; nil: not known.
  case actPlanned(Instant?)
  /// The engine proposed a decision.
  case proposed(Proposal)
  /// The engine could not decide; nothing was issued.
  case notProposed(why: String)
  /// A named officer decided.
  case decided(OfficerDecision)
  /// A second person looked at a decision.
  case reviewed(Review)
  /// A duty or step was done.
  case taskDone(TaskDone)
  /// A duty or step was recorded as done by mistake.
  case taskReopened(task: String, reason: String)
  /// Evidence of US citizenship came up.
  case citizenshipRaised(evidence: String)
  /// Counsel was reached about it.
  case counselCalled(who: String)
  /// Counsel said what it comes to.
  case citizenshipSettled(CitizenshipQuestion.Finding)
  /// Somebody looked for other holds.
  case otherHoldsChecked(OtherHoldsCheck)
  /// It ended.
  case ended(Outcome)
  /// A remark.
  case noted(String)
  /// Nothing is left to do.
  case closed(reason: String)
  /// Something is left to do after all.
  case reopened(reason: String)
  /// It must be kept, whatever a schedule says.
  case legalHoldPlaced(reason: String)
  /// It need not be kept any longer than its schedule says.
  case legalHoldLifted(reason: String)
  /// Most may not see it any more.
  case sealed(reason: String)
  /// Those who could see it before may again.
  case unsealed(reason: String)

  /// The name under which it is written; never changed.
  public enum Kind: String, Sendable, Hashable, Codable, CaseIterable {
    case opened
    case personRecorded = "person-recorded"
    case documentAttached = "document-attached"
    case letterIssued = "letter-issued"
    case paperChecked = "paper-checked"
    case paperCorrected = "paper-corrected"
    case paperCancelled = "paper-cancelled"
    case factRecorded = "fact-recorded"
    case listRecorded = "list-recorded"
    case actsAsked = "acts-asked"
    case actPlanned = "act-planned"
    case proposed
    case notProposed = "not-proposed"
    case decided, reviewed
    case taskDone = "task-done"
    case taskReopened = "task-reopened"
    case citizenshipRaised = "citizenship-raised"
    case counselCalled = "counsel-called"
    case citizenshipSettled = "citizenship-settled"
    case otherHoldsChecked = "other-holds-checked"
    case ended, noted, closed, reopened
    case legalHoldPlaced = "legal-hold-placed"
    case legalHoldLifted = "legal-hold-lifted"
    case sealed, unsealed
  }

  /// What kind of happening it is.
  public var kind: Kind {
    switch self {
    case .opened: .opened
    case .personRecorded: .personRecorded
    case .documentAttached: .documentAttached
    case .letterIssued: .letterIssued
    case .paperChecked: .paperChecked
    case .paperCorrected: .paperCorrected
    case .paperCancelled: .paperCancelled
    case .factRecorded: .factRecorded
    case .listRecorded: .listRecorded
    case .actsAsked: .actsAsked
    case .actPlanned: .actPlanned
    case .proposed: .proposed
    case .notProposed: .notProposed
    case .decided: .decided
    case .reviewed: .reviewed
    case .taskDone: .taskDone
    case .taskReopened: .taskReopened
    case .citizenshipRaised: .citizenshipRaised
    case .counselCalled: .counselCalled
    case .citizenshipSettled: .citizenshipSettled
    case .otherHoldsChecked: .otherHoldsChecked
    case .ended: .ended
    case .noted: .noted
    case .closed: .closed
    case .reopened: .reopened
    case .legalHoldPlaced: .legalHoldPlaced
    case .legalHoldLifted: .legalHoldLifted
    case .sealed: .sealed
    case .unsealed: .unsealed
    }
  }

  /// Whether it can change what the engine says.
  public var bearsOnDecision: Bool {
    switch self {
    case .opened, .paperChecked, .paperCorrected, .paperCancelled, .factRecorded, .listRecorded, .actsAsked,
      .actPlanned, .ended, .taskDone, .taskReopened:
      true
    case .personRecorded, .documentAttached, .letterIssued, .proposed, .notProposed, .decided, .reviewed,
      .citizenshipRaised, .counselCalled, .citizenshipSettled, .otherHoldsChecked, .noted, .closed, .reopened,
      .legalHoldPlaced,
      .legalHoldLifted, .sealed, .unsealed:
      false
    }
  }
}
