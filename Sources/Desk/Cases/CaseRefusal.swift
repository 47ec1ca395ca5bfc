public import LawLanguage
public import Reasoning

/// Why something cannot be done to a case. Nothing was recorded.
public enum CaseRefusal: Error, Sendable, Hashable, CustomStringConvertible {
  /// A text is needed: which.
  case textNeeded(String)
  /// A text is longer than it may be.
  case textTooLong(String, limit: Int)
  /// Something is said to have happened after now.
  case inTheFuture(String)
  /// Something is said to have happened before the request came in.
  case beforeReceipt(String)
  /// The case is closed.
  case isClosed
  /// The case is not closed.
  case isNotClosed
  /// The case is sealed.
  case isSealed
  /// The case is not sealed.
  case isNotSealed
  /// There is no such paper in the case.
  case noPaper(Int)
  /// The paper was withdrawn already.
  case paperCancelled(Int)
  /// The case has no document of this digest.
  case noDocument(String)
  /// The vocabulary has no such fact, or it is none that can be recorded so.
  case noFact(String)
  /// The fact is a judgement: it is settled in somebody's own name, with a reason.
  case isJudgement(String)
  /// The fact is no judgement.
  case isNoJudgement(String)
  /// What is recorded cannot be read against the vocabulary, or cannot be so: every mistake.
  case request(RequestError)
  /// The vocabulary knows no time zone for the agency's place.
  case noZone(String)
  /// The act is not asked about in this case.
  case notAsked(String)
  /// The proposal to decide on is not there, and why.
  case noProposal(String)
  /// A reason is needed: the decision is not what was proposed.
  case reasonNeeded(proposed: Answer)
  /// There is evidence of US citizenship; nothing is done on the request until counsel has spoken.
  case stoppedForCitizenship
  /// There is no evidence of citizenship to speak about.
  case noCitizenshipQuestion
  /// The case has no decision of this number.
  case noDecision(Int)
  /// The decision needs no review, or has had it.
  case nothingToReview(Int)
  /// Whoever decided cannot review it too.
  case reviewerDecided
  /// The case has no such duty or step.
  case noTask(String)
  /// It is done already.
  case taskDone(String)
  /// It is not done.
  case taskNotDone(String)
  /// It has ended already; reopen it or correct the end.
  case hasNotEnded
  /// Duties are left, by their words and keys.
  case dutiesLeft([String])
  /// Reviews are left.
  case reviewsLeft(Int)
  /// There is a legal hold.
  case underLegalHold(String)
  /// There is no legal hold.
  case noLegalHold

  /// A sentence for a person.
  public var description: String {
    switch self {
    case .textNeeded(let what): "\(what) is missing; write it"
    case .textTooLong(let what, let limit): "\(what) is too long; write at most \(limit) characters"
    case .inTheFuture(let what): "\(what) lies in the future; correct the date or the time"
    case .beforeReceipt(let what): "\(what) lies before the request came in; correct one of the two"
    case .isClosed: "the case is closed; open it again first"
    case .isNotClosed: "the case is not closed"
    case .isSealed: "the case is sealed"
    case .isNotSealed: "the case is not sealed"
    case .noPaper(let number): "the case has no paper \(number)"
    case .paperCancelled(let number): "paper \(number) was withdrawn; enter it as a new paper if it came again"
    case .noDocument: "the case has no such document; attach it first"
    case .noFact(let name): "the law knows no fact “\(name)”"
    case .isJudgement(let name): "“\(name)” is a judgement: somebody settles it in their own name, with a reason"
    case .isNoJudgement(let name): "“\(name)” is no judgement; record it as a fact, with its source"
    case .request(let error): error.issues.map(\.forPeople).joined(separator: "; ")
    case .noZone(let place): "the law's vocabulary knows no time zone for \(place)"
    case .notAsked(let act): "“\(act)” is not asked about in this case; add it to the acts asked about first"
    case .noProposal(let why): "there is nothing to decide on: \(why)"
    case .reasonNeeded(let proposed):
      proposed == .undetermined
        ? "the law's answer still depends on what is not known; say why you decide now"
        : "the law says “\(proposed.words)”; say why you decide otherwise"
    case .stoppedForCitizenship:
      "there is evidence that the person is a US citizen: call counsel, and do nothing on the request until counsel "
        + "has spoken; this is no ground to keep the person, and stops no clock"
    case .noCitizenshipQuestion: "no evidence of citizenship is recorded in this case"
    case .noDecision(let number): "the case has no decision \(number)"
    case .nothingToReview(let number): "decision \(number) waits for no review"
    case .reviewerDecided: "a second person reviews a decision, not the one who made or entered it"
    case .noTask: "the case has no such duty or step"
    case .taskDone: "it is recorded as done already"
    case .taskNotDone: "it is not recorded as done"
    case .hasNotEnded: "record first how it ended"
    case .dutiesLeft(let duties): "still to be done: \(duties.joined(separator: "; "))"
    case .reviewsLeft(let count):
      count == 1 ? "one decision waits for its review" : "\(count) decisions wait for their review"
    case .underLegalHold(let reason): "the case is under a legal hold: \(reason)"
    case .noLegalHold: "the case is under no legal hold"
    }
  }
}

extension RequestIssue {
  /// The mistake without the place in a file, which a person at the desk has not written.
  fileprivate var forPeople: String {
    var sentence = path.isEmpty ? message : "\(path): \(message)"
    if let help { sentence += " (\(help))" }
    return sentence
  }
}

/// The bounds of what people write.
package enum TextBounds {
  /// A reason, a source, a remark.
  package static let long = 4_000
  /// A name, a title.
  package static let short = 300

  /// The text without space around it; refused where nothing is left, or too much.
  package static func text(_ text: String, _ what: String, limit: Int = long) throws(CaseRefusal) -> String {
    let trimmed = text.trimmingSpace
    guard !trimmed.isEmpty else { throw .textNeeded(what) }
    guard trimmed.utf8.count <= limit else { throw .textTooLong(what, limit: limit) }
    return trimmed
  }
}

extension String {
  var trimmingSpace: String {
    guard let first = firstIndex(where: { !$0.isWhitespace }), let last = lastIndex(where: { !$0.isWhitespace }) else {
      return ""
    }
    return String(self[first...last])
  }
}
