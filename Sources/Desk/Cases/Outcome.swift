public import LawLanguage

/// How it ended for the person, or for the request.
public struct Outcome: Sendable, Hashable, Codable {
  /// What happened.
  public enum Kind: String, Sendable, Hashable, Codable, CaseIterable {
    /// The person was released.
    case released
    /// The person was handed over.
    case transferred
    /// The person stays in custody on another ground.
    case keptOnOtherGround = "kept-on-other-ground"
    /// The person was never in this agency's custody.
    case notInCustody = "not-in-custody"
    /// The request was answered, and was not about custody.
    case answered
    /// The request was withdrawn.
    case withdrawn
  }

  /// What happened.
  public let kind: Kind
  /// When.
  public let at: Instant
  /// To whom the person was handed over.
  public let toWhom: String?
  /// Whether those who asked came for the person; nil where nobody was to come.
  public let pickedUp: Bool?
  /// Anything else.
  public let note: String?

  /// An end.
  public init(
    _ kind: Kind, at: Instant, toWhom: String? = nil, pickedUp: Bool? = nil, note: String? = nil
  ) {
    self.kind = kind
    self.at = at
    self.toWhom = toWhom
    self.pickedUp = pickedUp
    self.note = note
  }
}

/// That a duty or step was done.
public struct TaskDone: Sendable, Hashable, Codable {
  /// Which: the `key` of the duty or step.
  public let task: String
  /// When it was done.
  public let at: Instant
  /// How: `handed to the person in the housing unit`.
  public let how: String
  /// The digest of the document that shows it.
  public let document: String?

  /// Done at a time.
  public init(task: String, at: Instant, how: String, document: String? = nil) {
    self.task = task
    self.at = at
    self.how = how
    self.document = document
  }
}

/// Evidence that the person is a US citizen, and what counsel found. While it is open nothing is done on the request;
/// it is no ground to keep anybody, and stops no clock.
public struct CitizenshipQuestion: Sendable, Hashable, Codable {
  /// What was seen or said, and where: never the document.
  public let evidence: String
  /// Since when the office knows.
  public let raised: Instant
  /// When counsel was reached, and who.
  public internal(set) var counselCalled: Call?
  /// What counsel found.
  public internal(set) var finding: Finding?

  /// A call.
  public struct Call: Sendable, Hashable, Codable {
    /// Who was reached.
    public let who: String
    /// When.
    public let at: Instant
  }

  /// What counsel says that the evidence comes to.
  public struct Finding: Sendable, Hashable, Codable {
    /// Whether the request may be dealt with as any other.
    public let mayProceed: Bool
    /// Why.
    public let reason: String
  }

  /// Whether the flow stands still: until counsel has said that it may go on.
  public var stops: Bool { finding?.mayProceed != true }
}

/// That somebody looked for other holds on the person.
public struct OtherHoldsCheck: Sendable, Hashable, Codable {
  /// Whether there were any.
  public let found: Bool
  /// What was looked at, and what was there.
  public let note: String

  /// A look at the other holds.
  public init(found: Bool, note: String) {
    self.found = found
    self.note = note
  }
}
