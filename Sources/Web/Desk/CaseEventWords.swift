import Desk
import LawLanguage
import Reasoning

/// What happened in a case, a sentence each. What is said of a person stands elsewhere.
struct CaseEventWords: Sendable {
  let vocabulary: Vocabulary

  func sentence(_ what: Happening) -> String {
    switch what {
    case .opened(let opening): opened(opening)
    case .personRecorded: "recorded whom the papers name"
    case .documentAttached(let document): "attached “\(document.title)”"
    case .letterIssued(let letter): "issued the letter \(letter.number): \(letter.title)"
    case .paperChecked(let number, let check): "checked paper \(number), \(title(ofPaper: check.kind))"
    case .paperCorrected(let number, let check): "corrected paper \(number), \(title(ofPaper: check.kind))"
    case .paperCancelled(let number, let cancellation): "paper \(number) was withdrawn: \(cancellation.reason)"
    case .factRecorded(let entry): fact(entry)
    case .listRecorded(let entry):
      "recorded \(entry.list.spaced.lowercased()): \(entry.records.count)\(entry.isComplete ? "" : " or more"), "
        + "from \(entry.source)"
    case .actsAsked(let acts): "asked about: \(acts.map(title(ofAct:)).joined(separator: "; "))"
    case .actPlanned(let instant): instant == nil ? "took back the planned time" : "planned a time to act"
    case .proposed(let proposal): proposed(proposal)
    case .notProposed(let why): "the law could not be asked: \(why). Nothing was issued"
    case .decided(let decision): decided(decision)
    case .reviewed(let review):
      "looked decision \(review.decision) over and \(review.agrees ? "agrees" : "does not agree"): \(review.finding)"
    case .taskDone(let done): "did what was owed: \(done.how)"
    case .taskReopened(_, let reason): "something recorded as done is not done: \(reason)"
    case .citizenshipRaised(let evidence): "evidence of US citizenship: \(evidence)"
    case .counselCalled(let who): "reached counsel: \(who)"
    case .citizenshipSettled(let finding):
      "counsel: \(finding.mayProceed ? "may go on" : "goes no further"); \(finding.reason)"
    case .otherHoldsChecked(let check):
      "looked for other holds, \(check.found ? "found one" : "found none"): \(check.note)"
    case .ended(let outcome): "it ended: \(outcome.kind.title)"
    case .noted(let text): "remark: \(text)"
    case .closed(let reason): "closed the case: \(reason)"
    case .reopened(let reason): "opened the case again: \(reason)"
    case .legalHoldPlaced(let reason): "placed a legal hold: \(reason)"
    case .legalHoldLifted(let reason): "lifted the legal hold: \(reason)"
    case .sealed(let reason): "sealed the case: \(reason)"
    case .unsealed(let reason): "unsealed the case: \(reason)"
    }
  }

  private func title(ofPaper kind: String) -> String { vocabulary.paper(kind)?.title ?? kind }
  private func title(ofAct act: String) -> String { vocabulary.act(act)?.title ?? act }

  private func opened(_ opening: Opening) -> String {
    switch opening.start {
    case .request: "entered a request that came by \(opening.channel.title)"
    case .event: "began the case without a paper"
    case .unreadable(_, let why): "kept what came in, which could not be read: \(why)"
    }
  }

  private func fact(_ entry: FactEntry) -> String {
    let name = entry.fact.spaced.lowercased()
    guard let value = entry.value else { return "recorded that nobody knows: \(name)" }
    if let judgement = entry.judgement {
      return "judged \(name): \(value.spaced.lowercased()), because \(judgement.why)"
    }
    return "recorded \(name): \(value), from \(entry.source)"
  }

  private func proposed(_ proposal: Proposal) -> String {
    let answers = proposal.answers.map { "\($0.title): \($0.answer.words)" }
    return "the law was asked. " + (answers.isEmpty ? "Only duties follow" : answers.joined(separator: "; "))
  }

  private func decided(_ decision: OfficerDecision) -> String {
    let act = title(ofAct: decision.act)
    let choice = decision.choice == .act ? "decided to \(act)" : "decided not to \(act)"
    let differs = decision.differs ? " (differs from the proposal)" : ""
    let emergency = decision.emergency.map { ", in an emergency: \($0.reason)" } ?? ""
    return choice + differs + emergency + (decision.reason.map { ", because \($0)" } ?? "")
  }
}

extension Outcome.Kind {
  /// In words.
  var title: String {
    switch self {
    case .released: "released by your release procedure"
    case .transferred: "handed over"
    case .keptOnOtherGround: "stays in custody on another ground"
    case .notInCustody: "was not in your custody"
    case .answered: "the request was answered"
    case .withdrawn: "the request was withdrawn"
    }
  }
}
