public import LawLanguage

/// A step in letting a case's record go: one person proposes, another confirms. Like the ground, it has no room for a
/// story.
public struct DisposalStep: Sendable, Hashable, Codable {
  /// Which step.
  public enum Kind: String, Sendable, Hashable, Codable { case proposed, confirmed, withdrawn }
  /// Which step.
  public let kind: Kind
  /// What is to go.
  public let what: RetentionSchedule.Disposition
  /// Why.
  public let ground: DisposalGround
  /// The version of the case that was looked at; a case that was changed since is looked at again.
  public let version: Int
  /// Who.
  public let by: Signature
  /// When.
  public let at: Instant

  /// How many days a proposal waits for a second person.
  public static let life: Int64 = 30

  /// When it lapses, if it is a proposal that nobody has confirmed.
  public var lapses: Instant { at.adding(seconds: DisposalStep.life * 86_400) }
}

/// A proposal to let a case's record go, which waits for a second person.
public struct WaitingDisposal: Sendable, Hashable {
  /// Its number, by which it is confirmed: so nobody confirms another one than they have read.
  public let number: Int
  /// The case.
  public let id: CaseID
  /// The number of the case.
  public let caseNumber: CaseNumber
  /// What was proposed, by whom, when and why.
  public let step: DisposalStep
}

/// Whether and how a case's record can go.
public struct DisposalStanding: Sendable, Hashable {
  /// The number of the case.
  public let number: CaseNumber
  /// Why nothing of it can go now; nil where it can.
  public let obstacle: CaseRefusal?
  /// Whether it is sealed: then no schedule lets it go, but an order or another law may.
  public let isSealed: Bool
  /// Whether the record of the person, or a document, is still there.
  public let hasPerson: Bool
  /// The schedules by which its time has come.
  public let due: [RetentionSchedule]
  /// What waits for a second person.
  public let waiting: WaitingDisposal?
  /// Every step so far, the oldest first.
  public let steps: [DisposalStep]
}
