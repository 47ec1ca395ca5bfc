import LawLanguage
import Reasoning

/// A decision for a person: the answers first, then what to do and by when, then why.
struct DecisionText {
  let decision: Decision
  let library: Library
  let explain: Bool
  let moments: MomentText
  private var page: Page

  init(_ decision: Decision, in library: Library, explain: Bool, terminal: Terminal) {
    self.decision = decision
    self.library = library
    self.explain = explain
    moments = MomentText(zone: library.vocabulary.zone(of: decision.receipt.request))
    page = Page(width: terminal.width, hasColour: terminal.hasColour)
  }

  private var request: Request { decision.receipt.request }
  private var vocabulary: Vocabulary { library.vocabulary }

  var text: String {
    var copy = self
    copy.writeAnswers()
    copy.writeWhatToDo()
    copy.writeWhy()
    if explain { copy.writeChanges() }
    copy.writeQuestions(decision.followUps, under: "For later")
    copy.writeReceipt()
    return copy.page.text
  }

  // MARK: The answers

  private mutating func writeAnswers() {
    for answer in decision.answers {
      guard let act = vocabulary.act(answer.act) else { continue }
      let sentence = ActSentence(answer: answer, act: act, request: request, vocabulary: vocabulary)
      page.gap()
      page.paragraph(sentence.sentence, look: answer.answer.look)
      if let basis = sentence.basis { page.paragraph(basis, indent: 2) }
    }
    if decision.answers.isEmpty {
      page.paragraph("Nothing was asked: these are the duties that follow from what is known.")
    }
    writeQuestions(decision.questions, under: "To settle it, find out")
  }

  // MARK: What to do

  private mutating func writeWhatToDo() {
    let steps = decision.answers.flatMap(stepLines)
    let duties = decision.duties.sorted { DutyOrder($0, moments) < DutyOrder($1, moments) }
    guard !steps.isEmpty || !duties.isEmpty else { return }
    page.heading("What to do now")
    for step in steps { page.paragraph(step, indent: 2, lead: "- ") }
    for duty in duties where duty.isCertain && !duty.isContingent { write(duty) }
    for duty in duties where duty.isCertain && duty.isContingent { write(duty) }
    let uncertain = duties.filter { !$0.isCertain }
    if !uncertain.isEmpty { page.paragraph("Perhaps too, depending on what is not known yet:", indent: 2) }
    for duty in uncertain { write(duty, indent: 4) }
  }

  private func stepLines(_ answer: ActAnswer) -> [String] {
    guard let act = vocabulary.act(answer.act), answer.answer == .required || answer.answer == .permitted else {
      return []
    }
    let prefix = decision.answers.count > 1 ? "To \(act.title): " : ""
    var lines = answer.first.map { first in
      let title = vocabulary.steps.first { $0.name == first.step }?.title ?? first.step
      return "\(prefix)first \(title) (\(first.cite))."
    }
    if let window = answer.window {
      let bounds = [
        window.from.map { "from \(moments.text($0))" }, window.until.map { "until \(moments.end($0))" },
      ].compactMap(\.self)
      if !bounds.isEmpty { lines.append("allowed only \(bounds.joined(separator: ", ")): to \(act.title).") }
    }
    return lines.map(\.capitalisedFirst)
  }

  private mutating func write(_ duty: Duty, indent: Int = 2) {
    page.paragraph(sentence(duty), indent: indent, lead: "- ")
  }

  private func sentence(_ duty: Duty) -> String {
    var sentence = vocabulary.act(duty.act)?.title ?? duty.act
    if let to = duty.to {
      sentence += ", to \(vocabulary.recipients.first { $0.name == to }?.title ?? to)"
    }
    if let due = duty.due {
      sentence += ", by \(moments.end(due))"
    } else if let day = duty.dueDay {
      sentence += ", by \(moments.text(day))"
    } else if let after = duty.after, after != duty.trigger {
      sentence += ", \(after)"
    }
    let condition = duty.isContingent ? "\(duty.trigger): " : ""
    return (condition + sentence).capitalisedFirst + " (\(duty.cite))."
  }

  // MARK: Why

  private mutating func writeWhy() {
    guard decision.answers.contains(where: { !$0.reasons.isEmpty || !$0.cautions.isEmpty }) else { return }
    page.heading("Why")
    for answer in decision.answers {
      let reasons = bearing(answer)
      let cautions = answer.cautions.filter { $0.code != .windowOpen || answer.mayBeDone }
      guard !reasons.isEmpty || !cautions.isEmpty else { continue }
      if decision.answers.count > 1, let act = vocabulary.act(answer.act) {
        page.gap()
        page.paragraph(act.title.capitalisedFirst + ":", indent: 2, look: .bold)
      }
      for (reason, roles) in reasons {
        write(reason, roles.map(\.words).joined(separator: answer.answer == .undetermined ? " or " : " and "))
      }
      for caution in cautions {
        page.paragraph(caution.text, indent: 2, lead: "! ", look: .yellow)
      }
    }
  }

  /// The reasons, each rule once with all its roles. What bounds an act in time bears on one that may be done.
  private func bearing(_ answer: ActAnswer) -> [(reason: Reason, roles: [Role])] {
    var found: [(reason: Reason, roles: [Role])] = []
    for reason in answer.reasons where reason.role != .bounds || answer.mayBeDone {
      if let index = found.firstIndex(where: { $0.reason.rule == reason.rule }) {
        found[index].roles.append(reason.role)
      } else {
        found.append((reason, [reason.role]))
      }
    }
    return found
  }

  private mutating func write(_ reason: Reason, _ roles: String) {
    page.paragraph("\(reason.cite) \(roles): \(reason.text)", indent: 2, lead: "- ")
    for fact in reason.facts { page.paragraph(fact, indent: 6) }
    for exception in reason.exceptions {
      let state =
        switch exception.isOpen {
        case true?: "applies"
        case false?: "does not apply"
        case nil: "may apply: that is not known"
        }
      let facts = exception.facts.isEmpty ? "" : ": \(exception.facts.joined(separator: "; "))"
      page.paragraph("The exception of \(exception.cite) \(state)\(facts).", indent: 6)
    }
    page.paragraph(reason.provenance.sentence, indent: 6, look: .dim)
  }

  private mutating func writeChanges() {
    guard decision.answers.contains(where: { !$0.changes.isEmpty }) else { return }
    page.heading("What would change it")
    for answer in decision.answers {
      guard let act = vocabulary.act(answer.act) else { continue }
      for change in answer.changes {
        let facts = change.facts.map { "\($0.fact.name) is \($0.value)" }.joined(separator: " and ")
        page.paragraph("If \(facts), \(change.answer.clause(act)).", indent: 2, lead: "- ")
      }
    }
  }

  // MARK: Questions and the receipt

  private mutating func writeQuestions(_ questions: [Question], under heading: String) {
    guard !questions.isEmpty else { return }
    page.heading(heading)
    for (index, question) in questions.enumerated() {
      page.paragraph("\(question.question) [\(question.fact.name)]", indent: 2, lead: "\(index + 1). ")
    }
  }

  private mutating func writeReceipt() {
    page.gap()
    let receipt = decision.receipt
    page.paragraph(
      "Law of \(receipt.day), library \(receipt.library.prefix(12)), tenth \(receipt.engine). No legal advice.",
      look: .dim)
  }
}

/// Duties in the order in which they fall due; those without a known time come after, as the law has them.
private struct DutyOrder: Comparable {
  private let due: Instant?
  init(_ duty: Duty, _ moments: MomentText) { due = duty.due ?? duty.dueDay.flatMap(moments.end) }

  static func < (left: DutyOrder, right: DutyOrder) -> Bool {
    switch (left.due, right.due) {
    case (let left?, let right?): left < right
    case (_?, nil): true
    case (nil, _): false
    }
  }
}

extension ActAnswer {
  /// Whether there is a time in which it may be done, or would be but for that time.
  fileprivate var mayBeDone: Bool { answer != .prohibited || basis == .outsideWindow }
}

extension Role {
  /// After a citation.
  fileprivate var words: String {
    switch self {
    case .decides: "decides"
    case .permits: "permits it"
    case .exempts: "bans it, but not here"
    case .givesAuthority: "gives authority"
    case .deniesAuthority: "denies authority"
    case .bounds: "bounds it in time"
    case .displaced: "says otherwise and is displaced by higher law"
    case .voided: "is void here"
    case .suspended: "is suspended here"
    case .yields: "yields"
    }
  }
}

extension Provenance {
  /// What a rule rests on, in a sentence.
  var sentence: String {
    switch self {
    case .verified(let source): "Rests on the text: \(source)."
    case .secondary(let source): "Rests on a secondary source: \(source)."
    case .unverified: "The text was not checked."
    }
  }
}

extension String {
  /// With a capital first letter.
  var capitalisedFirst: String { prefix(1).uppercased() + dropFirst() }
}
