public import LawLanguage
public import Reasoning

/// What is asked for when a letter is composed.
public struct LetterRequest: Sendable {
  /// The kind of letter.
  public var kind: String
  /// To whom.
  public var recipient: String
  /// What the law says of the case.
  public var decision: Decision
  /// What every letter says.
  public var occasion: LetterOccasion
  /// What this letter says of the case.
  public var values: [MergeField: FieldValue]
  /// What the one who gets it reads.
  public var reads: ReadingLanguage
  /// Whether a draft translation goes with the English text, marked as a draft.
  public var withDraft: Bool
  /// The present moment.
  public var now: Instant

  /// A letter of a kind to a recipient, for someone whose language nobody knows yet.
  public init(
    _ kind: String, to recipient: String, on decision: Decision, occasion: LetterOccasion,
    values: [MergeField: FieldValue], reads: ReadingLanguage = .unknown, withDraft: Bool = false, now: Instant
  ) {
    self.kind = kind
    self.recipient = recipient
    self.decision = decision
    self.occasion = occasion
    self.values = values
    self.reads = reads
    self.withDraft = withDraft
    self.now = now
  }
}

/// What every letter says: who writes to whom, when, on which case, and where the proof is.
public struct LetterOccasion: Sendable, Hashable {
  /// The office's name.
  public var office: String
  /// Its postal address.
  public var officeAddress: [String]
  /// Whom to ask, and how: `Records desk, (555) 010-0100`.
  public var contact: [String]
  /// The lines of the recipient's address.
  public var recipient: [String]
  /// The day of the letter.
  public var date: Day
  /// The office's number of the case.
  public var caseNumber: String
  /// The office's number of the letter. It must not be counted within the case: a second letter would tell of a first, and
  /// so of someone who was given a copy here.
  public var letterNumber: String
  /// The digest of the decision's receipt. It must be the salted one of the log: whoever knows a plain digest of a receipt
  /// can try out which facts it was made of.
  public var receipt: String
  /// Where the proof is that the letter stands in the log, and how it is checked.
  public var proof: String

  /// The frame of a letter.
  public init(
    office: String, officeAddress: [String], contact: [String], recipient: [String], date: Day, caseNumber: String,
    letterNumber: String, receipt: String, proof: String
  ) {
    self.office = office
    self.officeAddress = officeAddress
    self.contact = contact
    self.recipient = recipient
    self.date = date
    self.caseNumber = caseNumber
    self.letterNumber = letterNumber
    self.receipt = receipt
    self.proof = proof
  }
}
