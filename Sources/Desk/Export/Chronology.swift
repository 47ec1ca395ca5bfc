internal import LawLanguage
internal import Reasoning

/// A case from its beginning, in lines that can be read without any program.
struct Chronology {
  let text: String

  init(_ gathered: GatheredCase, agency: String, key: String, at now: Instant) {
    var lines = [
      "Case \(gathered.number) of \(agency), exported \(now.utc)", "",
      "Times are UTC. Where something was entered later than it happened, both times stand there. Each line's number is",
      "that of its files: events/ holds what was recorded, payloads/ what the log commits to, proofs/ the proof,",
      "decisions/ the whole decision as the officer saw it. library/ holds the law it was decided by.", "",
      "To check all of it: tenth verify FOLDER --key \(key)", "",
      "A proof is missing where the log's entry was not published yet when this was made; ask again after a day.", "",
    ]
    for event in gathered.events { lines += Chronology.lines(event.event, entry: event.entry) }
    if !gathered.notes.isEmpty {
      lines += ["", "Withheld as privileged, see privilege-log.json: \(gathered.notes.count)"]
    }
    text = lines.joined(separator: "\n") + "\n"
  }

  private static func lines(_ event: CaseEvent, entry: Int) -> [String] {
    var head =
      "\(CaseExportManifest.name(event.number))  \(event.recorded.utc)  entry \(entry)  \(event.what.kind.rawValue)"
    head += event.by.map { "  by \($0.text)" } ?? "  by the desk"
    if let other = event.onBehalfOf { head += " for \(other)" }
    var lines = [head]
    if event.happened != event.recorded { lines.append("      happened \(event.happened.utc)") }
    if let why = event.lateBecause { lines.append("      entered late: \(why)") }
    return lines + details(event.what).map { "      \($0)" }
  }

  /// What the line's head does not say; the rest is in the event's file.
  private static func details(_ what: Happening) -> [String] {
    switch what {
    case .opened(let opening):
      ["received \(opening.received.utc) by \(opening.channel.title)"]
        + (opening.requester.map { ["asked by \($0)"] } ?? [])
    case .proposed(let proposal):
      ["engine \(proposal.engine), library \(proposal.library), time zones \(proposal.timeZoneData)"]
        + proposal.answers.map { answer in
          "\(answer.act): \(answer.answer.rawValue)" + (answer.basis.map { ", \($0.rawValue)" } ?? "")
            + (answer.cites.isEmpty ? "" : " (\(answer.cites.joined(separator: "; ")))")
        } + proposal.duties.map { "owed: \($0.title) (\($0.cite))" }
    case .decided(let decision):
      [
        "\(decision.act): \(decision.choice.rawValue)"
          + (decision.proposed.map { "; the law's answer was \($0.rawValue)" } ?? "")
      ] + (decision.reason.map { ["reason: \($0)"] } ?? [])
        + (decision.emergency.map { ["emergency, authority by phone: \($0.phoneAuthority)"] } ?? [])
    case .reviewed(let review):
      ["of decision \(review.decision): \(review.agrees ? "agrees" : "does not agree"); \(review.finding)"]
    case .documentAttached(let document): ["\(document.direction.rawValue): \(document.title), \(document.digest)"]
    case .letterIssued(let letter): ["\(letter.number), \(letter.kind) to \(letter.recipient), \(letter.document)"]
    case .taskDone(let task): ["\(task.task): \(task.how), \(task.at.utc)"]
    case .ended(let outcome): ["\(outcome.kind.rawValue), \(outcome.at.utc)"]
    case .factRecorded(let fact): ["\(fact.fact): \(fact.value ?? "not known"); source: \(fact.source)"]
    case .noted(let text), .citizenshipRaised(let text), .counselCalled(let text), .notProposed(let text),
      .closed(let text), .reopened(let text), .legalHoldPlaced(let text), .legalHoldLifted(let text),
      .sealed(let text), .unsealed(let text):
      [text]
    case .personRecorded, .paperChecked, .paperCorrected, .paperCancelled, .listRecorded, .actsAsked, .actPlanned,
      .taskReopened, .citizenshipSettled, .otherHoldsChecked:
      []
    }
  }
}
