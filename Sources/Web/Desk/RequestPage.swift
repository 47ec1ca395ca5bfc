import Desk
import LawLanguage
import Reasoning

/// One request on a page: the answer first, then what to do and by when, then why, papers, facts, and what happened.
struct RequestPage: Sendable {
  let file: CaseFile
  let person: Person?
  let events: [CaseEvent]
  let decision: Decision?
  let work: OfficeWork
  let staff: Staff
  let session: Session?
  let now: Instant

  private var words: MomentWords { MomentWords(zone: work.zone) }
  private var law: OfficeLaw { work.law }
  private var vocabulary: Vocabulary { law.library.vocabulary }
  private var base: String { "/requests/\(file.id)" }

  var title: String { "Request \(file.number)" }

  var html: HTML {
    .sequence([
      a(.class("back"), .href("/requests")) { "All requests" },
      h1 { title },
      heading,
      warnings,
      authority,
      boxes?.answers ?? notAsked,
      tasks,
      TaskList(
        file: file, clocks: work.clocks(of: file), staff: staff, words: words, base: base, now: now
      ).html,
      DecidedPart(file: file, events: events, work: work, staff: staff).html,
      why,
      RecordPart(file: file, events: events, work: work, staff: staff).html,
      KeepingPages.links(file, staff),
    ])
  }

  private var boxes: AnswerBoxes? {
    decision.map { AnswerBoxes(decision: $0, library: law.library, file: file) }
  }

  private var onCall: [String] {
    work.office.settings.agencies.first { $0.id == file.opening.agency }?.counselOnCall ?? []
  }

  private var heading: HTML {
    dl(.class("facts")) {
      row("Stage", file.stage.title.capitalisedFirst)
      if staff.may(.readPersons) { row("Person", person?.name ?? "Not recorded yet") }
      row("Reached you", "\(words.text(file.opening.received)), by \(file.opening.channel.title)")
      row("Entered", words.text(file.entered) + entered)
      if let requester = file.opening.requester { row("From", requester) }
      if let due = file.value(of: "release-due") { row("Otherwise released", moment(due)) }
    }
  }

  private var entered: String {
    (file.enteredBy.map { " by \($0.text)" } ?? "") + (file.enteredFor.map { " for \($0)" } ?? "")
  }

  private func row(_ title: String, _ text: String) -> HTML {
    div {
      dt { title }
      dd { text }
    }
  }

  /// A moment as the record keeps it, for a reader.
  private func moment(_ text: String) -> String {
    RecordedMoment.instant(text).map(words.text) ?? text
  }

  private var warnings: HTML {
    .sequence([
      file.stage == .stopped
        ? div(.class("note stop"), .role("alert")) {
          p { strong { "Stop: there is evidence that this person is a US citizen." } }
          p {
            "Call counsel now. Do nothing on the request until counsel has spoken. This is no ground to keep the person, and it stops no clock."
          }
          for name in onCall { p { strong { name } } }
          if let called = file.citizenship?.counselCalled {
            p { "Counsel was reached: \(called.who), \(words.text(called.at))." }
          }
        } : .empty,
      file.overtakenDecisions.isEmpty
        ? .empty
        : div(.class("note stop"), .role("alert")) {
          p { strong { "The law's answer has changed since this was decided." } }
          p { "Look at the answer below and decide again." }
        },
      (file.proposal?.change).map { change in
        let sentences = change.sentences(in: words)
        return sentences.isEmpty || file.proposalCount < 2
          ? .empty
          : details {
            summary { "What changed when the law was asked last" }
            ul { for sentence in sentences { li { sentence } } }
          }
      } ?? .empty,
    ])
  }

  /// Until when the person may be kept under these papers: always said, and never as an order to release.
  private var authority: HTML {
    guard file.closed == nil, let authority = work.keepingAuthority(of: file), authority != .notAsked else {
      return .empty
    }
    return div(.class("note")) { p { strong { authority.sentence(in: words) } } }
  }

  private var notAsked: HTML {
    div(.class("note warn")) {
      p { strong { "The law has not been asked yet." } }
      p { file.notProposed ?? "Record what is missing below." }
      p { "Nothing is issued meanwhile. That is no ground to keep or to release anybody, and stops no clock." }
    }
  }

  // MARK: What to record

  private var tasks: HTML {
    guard file.closed == nil, staff.may(.recordFacts) else { return .empty }
    return .sequence([
      h2 { "To record" },
      ul(.class("tasks")) {
        if staff.may(.readPersons) { task("Whom the papers name", "\(base)/person", isDone: file.hasPerson) }
        for paper in file.papers where paper.cancelled == nil {
          task(
            "Check paper \(paper.number): \(paperTitle(paper))", "\(base)/papers/\(paper.number)",
            isDone: paper.check.names != .unclear)
        }
        let open = file.proposal?.questions ?? []
        if !open.isEmpty {
          task(
            open.count == 1 ? "One question decides the answer" : "Questions that decide the answer",
            "\(base)/questions", isDone: false)
        } else if file.proposal != nil {
          task("Questions that decide the answer", nil, isDone: true)
        }
        let later = file.proposal?.followUps ?? []
        if open.isEmpty, !later.isEmpty {
          task("What duties and reports still need", "\(base)/questions?part=later", isDone: false)
        }
        if asksForCustody {
          task("When the person would otherwise be released", "\(base)/release-due", isDone: file.releaseDue != nil)
        }
        task("Look for other holds", "\(base)/other-holds", isDone: file.otherHolds != nil)
        task("How it ended", "\(base)/outcome", isDone: file.outcome != nil)
        if letters > 0 { task("Letters: \(letters) owed or by policy", "\(base)/letters", isDone: false) }
        if file.outcome != nil { task("Close the request", "\(base)/close", isDone: false) }
      },
      file.citizenship == nil
        ? p { a(.href("\(base)/citizenship")) { "There is evidence that the person is a US citizen" } } : .empty,
    ])
  }

  /// The letters that the law or a policy calls for and that have not gone out.
  private var letters: Int {
    guard let decision, let set = work.press?.set else { return 0 }
    return set.owed(by: decision).filter { owed in
      !owed.isContingent && !file.letters.contains { $0.entry.kind == owed.kind.name && $0.entry.recipient == owed.to }
    }.count
  }

  private var asksForCustody: Bool {
    (file.proposal?.answers ?? []).contains { vocabulary.isKind($0.act, of: "hold") }
  }

  private func task(_ title: String, _ path: String?, isDone: Bool) -> HTML {
    li {
      path.map { path in a(.href(path)) { title } } ?? .text(title)
      span(.class("tag \(isDone ? "green" : "amber")")) { isDone ? "Done" : "To do" }
    }
  }

  private func paperTitle(_ paper: OfferedPaper) -> String {
    vocabulary.paper(paper.check.kind)?.title ?? paper.check.kind
  }

  // MARK: Why

  private var why: HTML {
    guard let boxes, let decision else { return .empty }
    return section {
      h2(.id("why")) { "Why" }
      boxes.reasons
      p(.class("quiet")) {
        "Law of \(decision.receipt.day), library \(String(decision.receipt.library.prefix(12))), "
        "tenth \(decision.receipt.engine)."
      }
    }
  }
}
