import Desk
import LawLanguage
import Reasoning

/// What officers decided in a request: on what they saw, beside today's answer; and, for deciders, what would change it.
struct DecidedPart: Sendable {
  let file: CaseFile
  let events: [CaseEvent]
  let work: OfficeWork
  let staff: Staff

  private var words: MomentWords { MomentWords(zone: work.zone) }
  private var vocabulary: Vocabulary { work.law.library.vocabulary }
  private var base: String { "/requests/\(file.id)" }

  var html: HTML {
    let asked = file.proposal?.answers ?? []
    guard !asked.isEmpty || !file.decisions.isEmpty else { return .empty }
    return section {
      h2(.id("decisions")) { "Your agency's decision" }
      for decision in file.decisions { record(decision) }
      open
      wouldChange
    }
  }

  private var open: HTML {
    let open = file.undecidedActs
    guard !open.isEmpty, file.closed == nil else { return .empty }
    if staff.may(.decide) {
      return .sequence([
        p { "A named officer decides. The law's answer is a proposal." },
        div(.class("buttons")) {
          for act in open {
            a(.href("\(base)/decide/\(act)"), .class("button")) { "Decide: \(vocabulary.act(act)?.title ?? act)" }
          }
        },
      ])
    }
    return .sequence([
      p { "Waits for a deciding officer." },
      !staff.may(.breakGlass)
        ? .empty
        : .sequence(
          open.map { act in
            p {
              a(.href("\(base)/emergency/\(act)")) {
                "No officer can be reached: decide in an emergency (\(vocabulary.act(act)?.title ?? act))"
              }
            }
          }),
    ])
  }

  private func record(_ decision: Recorded<OfficerDecision>) -> HTML {
    let entry = decision.entry
    let title = vocabulary.act(entry.act)?.title ?? entry.act
    return div(.class("note \(entry.differs ? "warn" : "done")")) {
      p { strong { "\(decision.by.text): \(entry.choice == .act ? "will" : "will not") \(title)." } }
      p(.class("quiet")) {
        "Decided \(words.text(decision.happened))."
        decision.recorded == decision.happened ? "" : " Entered \(words.text(decision.recorded))."
        entry.differs ? " This is not what the law's answer proposed." : ""
      }
      if let reason = entry.reason, entry.emergency == nil { p { "Reason: \(reason)" } }
      if let emergency = entry.emergency {
        p {
          "In an emergency: \(emergency.reason). Authority by phone from \(emergency.phoneAuthority), "
          "\(words.text(emergency.authorisedAt))."
        }
      }
      review(entry)
      seen(entry)
    }
  }

  private func review(_ decision: OfficerDecision) -> HTML {
    if let review = file.reviews.last(where: { $0.entry.decision == decision.number }) {
      return p {
        "Reviewed by \(review.by.text), \(words.text(review.happened)): "
        "\(review.entry.agrees ? "agrees" : "does not agree"). \(review.entry.finding)"
      }
    }
    guard let due = decision.review else { return .empty }
    return .sequence([
      p { "A second person looks at it by \(words.text(due.due)). \(due.arithmetic.capitalisedFirst)." },
      staff.may(.review)
        ? p { a(.href("\(base)/review/\(decision.number)")) { "Review decision \(decision.number)" } } : .empty,
    ])
  }

  // MARK: What the officer saw

  private func proposal(_ number: Int) -> Proposal? {
    events.lazy.compactMap { event in if case .proposed(let proposal) = event.what { proposal } else { nil } }
      .first { $0.number == number }
  }

  private func seen(_ decision: OfficerDecision) -> HTML {
    guard let number = decision.proposal, let saw = proposal(number), let answer = saw.answer(for: decision.act) else {
      return p(.class("quiet")) { "There was no answer of the law to be had when this was decided." }
    }
    let now = file.proposal?.answer(for: decision.act)
    return details {
      summary { "What \(decision.emergency == nil ? "the officer" : "whoever decided") saw, and what the law says now" }
      dl(.class("facts")) {
        pair("Then", said(answer))
        pair("Now", now.map(said) ?? "Nobody asks for it any more.")
        pair("Law", "of \(words.text(saw.day)); library \(saw.library.prefix(16)); tenth \(saw.engine)")
      }
      changed(since: saw)
      if saw.document != nil {
        p { a(.href("\(base)/proposals/\(number)")) { "The whole decision as it was shown, with its receipt (JSON)" } }
      }
    }
  }

  private func said(_ answer: ProposedAnswer) -> String {
    let cites = answer.cites.isEmpty ? "" : " (\(answer.cites.joined(separator: ", ")))"
    return "\(answer.answer.words.capitalisedFirst)\(answer.basis.map { ": \($0.words)" } ?? "")\(cites)."
  }

  private func pair(_ title: String, _ text: String) -> HTML {
    div {
      dt { title }
      dd { text }
    }
  }

  private func changed(since saw: Proposal) -> HTML {
    guard let now = file.proposal, now.number != saw.number else {
      return p { "Nothing has changed since." }
    }
    let change = DecisionChange(
      cause: .recorded, from: (saw.day, saw.answers, saw.duties), to: (now.day, now.answers, now.duties))
    let sentences = change.sentences(in: words)
    return sentences.isEmpty
      ? p { "It was decided again since, and nothing came out otherwise." }
      : .sequence([p { "What changed since:" }, ul { for sentence in sentences { li { sentence } } }])
  }

  // MARK: What would change it

  /// For deciders, once everything asked is decided: before, it would be a list of what to write down for another answer.
  private var wouldChange: HTML {
    guard staff.may(.decide), file.undecidedActs.isEmpty, !file.decisions.isEmpty, file.outcome == nil,
      let decision = work.explained(file)
    else { return .empty }
    let lines = decision.answers.flatMap { answer -> [String] in
      guard let act = vocabulary.act(answer.act) else { return [] }
      return answer.changes.map { change in
        let facts = change.facts.map { "\(name($0.fact)) \($0.value.spaced.lowercased())" }
        return "If \(facts.joined(separator: " and ")): \(ActSentence.clause(change.answer, act, vocabulary))."
      }
    }
    return details {
      summary { "What would change it" }
      if lines.isEmpty { p { "No fact that can still change would." } }
      ul { for line in lines { li { line } } }
    }
  }

  private func name(_ fact: FactPath) -> String {
    switch fact {
    case .fact(let name): "“\(vocabulary.fact(name)?.question ?? name)”"
    case .paper(_, let kind, let field):
      "“\(vocabulary.paperField(field)?.question ?? field)” of \(vocabulary.paper(kind)?.title ?? kind)"
    case .records(let list): "“\(vocabulary.recordType(list)?.question ?? list)”"
    case .record(let list, let index, let field):
      "number \(index + 1) of \(list.spaced.lowercased()): \(field.spaced.lowercased())"
    }
  }
}
