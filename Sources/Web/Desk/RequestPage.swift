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
      decided,
      why,
      papers,
      facts,
      history,
    ])
  }

  private var boxes: AnswerBoxes? {
    decision.map { AnswerBoxes(decision: $0, library: law.library, file: file) }
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
        if file.outcome != nil { task("Close the request", "\(base)/close", isDone: false) }
      },
      file.citizenship == nil
        ? p { a(.href("\(base)/citizenship")) { "There is evidence that the person is a US citizen" } } : .empty,
    ])
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

  // MARK: What officers decided

  private var decided: HTML {
    let asked = file.proposal?.answers ?? []
    guard !asked.isEmpty || !file.decisions.isEmpty else { return .empty }
    return section {
      h2(.id("decisions")) { "Your agency's decision" }
      for decision in file.decisions { record(decision) }
      let open = file.undecidedActs
      if !open.isEmpty, file.closed == nil {
        if staff.may(.decide) {
          p { "A named officer decides. The law's answer is a proposal." }
          div(.class("buttons")) {
            for act in open {
              a(.href("\(base)/decide/\(act)"), .class("button")) {
                "Decide: \(vocabulary.act(act)?.title ?? act)"
              }
            }
          }
        } else {
          p { "Waits for a deciding officer." }
          if staff.mayBreakGlass {
            for act in open {
              p {
                a(.href("\(base)/emergency/\(act)")) {
                  "No officer can be reached: decide in an emergency (\(vocabulary.act(act)?.title ?? act))"
                }
              }
            }
          }
        }
      }
    }
  }

  private func record(_ decision: Recorded<OfficerDecision>) -> HTML {
    let entry = decision.entry
    let title = vocabulary.act(entry.act)?.title ?? entry.act
    return div(.class("note \(entry.differs ? "warn" : "done")")) {
      p { strong { "\(decision.by.text): \(entry.choice == .act ? "will" : "will not") \(title)." } }
      p(.class("quiet")) {
        "Decided \(words.text(decision.happened))."
        entry.differs ? " This is not what the law's answer proposed." : ""
      }
      if let reason = entry.reason { p { "Reason: \(reason)" } }
      if let emergency = entry.emergency {
        p { "In an emergency: \(emergency.reason). Authority by phone from \(emergency.phoneAuthority)." }
      }
      review(entry)
    }
  }

  private func review(_ decision: OfficerDecision) -> HTML {
    if let review = file.reviews.last(where: { $0.entry.decision == decision.number }) {
      return p {
        "Reviewed by \(review.by.text): \(review.entry.agrees ? "agrees" : "does not agree"). \(review.entry.finding)"
      }
    }
    guard let due = decision.review else { return .empty }
    return .sequence([
      p { "A second person looks at it by \(words.text(due.due)). \(due.arithmetic)" },
      staff.may(.review)
        ? p { a(.href("\(base)/review/\(decision.number)")) { "Review decision \(decision.number)" } } : .empty,
    ])
  }

  // MARK: Why, papers, facts, history

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

  private var papers: HTML {
    guard !file.papers.isEmpty else { return .empty }
    return section {
      h2 { "Papers" }
      ul(.class("cards")) {
        for paper in file.papers {
          li {
            p {
              strong { "\(paper.number). \(paperTitle(paper).capitalisedFirst)" }
              if let cancelled = paper.cancelled { " Withdrawn \(words.text(cancelled.at)): \(cancelled.reason)." }
            }
            p(.class("quiet")) { paperLine(paper.check) }
          }
        }
      }
    }
  }

  private func paperLine(_ check: PaperCheck) -> String {
    let names =
      switch check.names {
      case .thePerson: "names the person"
      case .someoneElse: "names somebody else: not counted as a ground"
      case .nobody: "names nobody"
      case .unclear: "not looked over yet"
      }
    var parts = [names]
    if let isSigned = check.isSigned { parts.append(isSigned ? "signed" : "not signed") }
    if let signer = check.signer { parts.append("by \(signer)") }
    if !check.boxes.isEmpty { parts.append("box \(check.boxes.joined(separator: " and ")) ticked") }
    if let served = check.served { parts.append("given to the person \(words.text(served.at)) by \(served.by)") }
    return parts.joined(separator: ", ").capitalisedFirst + "."
  }

  private var facts: HTML {
    let known = file.facts.compactMap { name, entries in entries.last.map { (name, $0) } }.sorted { $0.0 < $1.0 }
    guard !known.isEmpty || !file.lists.isEmpty else { return .empty }
    return section {
      h2 { "What is known" }
      dl(.class("facts")) {
        for (name, recorded) in known {
          div {
            dt { vocabulary.fact(name)?.question ?? name.spaced }
            dd {
              recorded.entry.value.map { moment($0).spacedValue } ?? "Nobody knows"
              span(.class("quiet")) { " (\(recorded.entry.source); \(recorded.by.text))" }
            }
          }
        }
        for (name, entries) in file.lists.sorted(by: { $0.key < $1.key }) {
          if let entry = entries.last?.entry {
            row(
              vocabulary.recordType(name)?.question ?? name.spaced,
              entry.records.isEmpty
                ? (entry.isComplete ? "None" : "Not known")
                : "\(entry.records.count)\(entry.isComplete ? "" : " or more")")
          }
        }
      }
    }
  }

  private var history: HTML {
    let sentences = CaseEventWords(vocabulary: vocabulary)
    return section {
      h2(.id("events")) { "What happened" }
      ol(.class("events")) {
        for event in events {
          li {
            span(.class("quiet")) { words.text(event.happened) }
            br()
            "\(event.by?.text ?? "The desk"): \(sentences.sentence(event.what))."
            if let late = event.lateBecause {
              span(.class("quiet")) { " Entered later, \(words.text(event.recorded)): \(late)." }
            }
          }
        }
      }
    }
  }
}

extension String {
  /// `yes` as a reader writes it; a time as it is.
  fileprivate var spacedValue: String { count < 40 && !contains(" ") ? spaced : self }
}
