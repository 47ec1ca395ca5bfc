internal import LawLanguage

/// Why the desk does not do something, in words for whoever asked.
public enum OfficeRefusal: Error, Sendable, CustomStringConvertible {
  /// No role of theirs permits it.
  case notPermitted(OfficeAction)
  /// There is no such case, or none that they may know of: another agency's look like none.
  case noCase
  /// The configuration has no such agency.
  case noAgency(String)
  /// The case is sealed, and they may not see sealed ones.
  case sealed
  /// The case was erased.
  case erased
  /// Somebody else has changed the case since it was read. Nothing was recorded.
  case changedMeanwhile(Conflict)
  /// Time or law changed the answer since it was shown. The new answer is recorded; the decision is not.
  case answerChanged(version: Int, DecisionChange)
  /// It cannot be done to this case.
  case refused(CaseRefusal)
  /// It cannot be done to this report.
  case report(ReportRefusal)
  /// The law has no place for a standing position.
  case position(PositionTrouble)
  /// No law is adopted, so nothing is decided and nothing issued.
  case nothingAdopted
  /// It needs two persons.
  case secondPersonNeeded
  /// There is nothing of that kind to confirm, find or do.
  case nothingThere(String)
  /// The key was used for another call.
  case keyReused
  /// What was handed in is larger than it may be.
  case tooLarge(String, limit: Int)
  /// It could not be recorded, so nothing was issued. Repeat it with the same key: it is done once.
  case notRecorded(Trouble)
  /// The disk is full: nothing was recorded and nothing issued. Reading goes on.
  case diskFull
  /// Other law was adopted in this very moment; nothing was recorded.
  case lawChanged
  /// What is stored cannot be read.
  case unreadable(Trouble)

  /// Why something could not be recorded: for whoever asked, and for those who run the desk.
  public struct Trouble: Sendable, Hashable, ExpressibleByStringInterpolation {
    /// In plain words.
    public let sentence: String
    /// What the database or the disk said, for the program's log alone: it can name files and statements.
    public let detail: String?

    /// Trouble that a sentence says whole, unless there is more for those who run the desk.
    public init(_ sentence: String, detail: String? = nil) {
      self.sentence = sentence
      self.detail = detail
    }

    /// Trouble that a sentence says whole.
    public init(stringLiteral sentence: String) { self.init(sentence) }
  }

  /// That somebody else was first.
  public struct Conflict: Sendable, Hashable {
    /// The version that the case has now.
    public let version: Int
    /// What was recorded since, the oldest first, and by whom.
    public let since: [CaseEvent]
  }

  /// A sentence for a person.
  public var description: String {
    switch self {
    case .notPermitted: "your role does not permit this"
    case .noCase: "there is no such case"
    case .noAgency(let id): "no agency “\(id)” is configured"
    case .sealed: "the case is sealed"
    case .erased: "the case was erased; its number is all that is left"
    case .changedMeanwhile(let conflict):
      "the case was changed while you looked at it, by "
        + (conflict.since.last?.by?.text ?? "the desk") + "; nothing of yours was recorded: look at it again"
    case .answerChanged:
      "the law's answer has changed since you looked; your decision was not recorded: look at the new answer"
    case .refused(let refusal): refusal.description
    case .report(let refusal): refusal.description
    case .position(let trouble): trouble.description
    case .nothingAdopted: "no law is adopted, so nothing is decided: counsel adopts it, with a second person"
    case .secondPersonNeeded: "a second person does this, not the one who proposed it"
    case .nothingThere(let what): "there is no \(what)"
    case .keyReused: "this idempotency key was used for another call; take a new one"
    case .tooLarge(let what, let limit): "\(what) is too large: at most \(limit) bytes"
    case .notRecorded(let why):
      "it could not be recorded, so nothing is issued: \(why.sentence). Use the downtime card, and enter it later with both times"
    case .diskFull:
      "the disk is full, so nothing was recorded and nothing is issued. Tell your administrator to make room, use the "
        + "downtime card, and enter it later with both times"
    case .lawChanged: "other law was adopted in this very moment; nothing was recorded: do it again"
    case .unreadable(let why): "what is stored cannot be read: \(why.sentence)"
    }
  }
}
