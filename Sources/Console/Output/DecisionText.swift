import LawLanguage
import Reasoning

/// A decision for a person: the answers first, then what to do and by when, then why.
struct DecisionText {
  private let session: DecisionSession
  private let explain: Bool
  private let moments: MomentText
  private var page: Page

  init(_ session: DecisionSession, explain: Bool, terminal: Terminal) {
    self.session = session
    self.explain = explain
    moments = MomentText(zone: session.library.vocabulary.zone(of: session.request))
    page = Page(width: terminal.width, hasColour: terminal.hasColour)
  }

  private var decision: Decision { session.decision }
  private var library: Library { session.library }
  private var request: Request { session.request }
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
    if !decision.unused.isEmpty {
      page.gap()
      page.paragraph(
        "Given, but looked at by no law that binds this agency: \(decision.unused.joined(separator: ", ")).",
        look: .yellow)
    }
  }

  // MARK: What to do

  private mutating func writeWhatToDo() {
    DutyText(session: session, moments: moments).write(on: &page)
  }

  // MARK: Why

  private mutating func writeWhy() {
    let texts = decision.answers.map { ReasonText(answer: $0, library: library) }.filter { !$0.isEmpty }
    guard !texts.isEmpty else { return }
    page.heading("Why")
    for text in texts {
      page.gap()
      if decision.answers.count > 1, let act = vocabulary.act(text.answer.act) {
        page.paragraph(act.title.capitalisedFirst + ":", indent: 2, look: .bold)
      }
      text.write(on: &page)
    }
  }

  private mutating func writeChanges() {
    guard decision.answers.contains(where: { $0.answer != .undetermined }) else { return }
    page.heading("What would change it")
    if decision.answers.allSatisfy(\.changes.isEmpty) {
      page.paragraph("No fact that the vocabulary marks as changeable would.", indent: 2)
    }
    for answer in decision.answers {
      guard let act = vocabulary.act(answer.act) else { continue }
      for change in answer.changes {
        let facts = change.facts.map { "\($0.fact.name) is \($0.value)" }.joined(separator: " and ")
        page.paragraph("If \(facts), \(ActSentence.clause(change.answer, act, vocabulary)).", indent: 2, lead: "- ")
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

extension Answer {
  fileprivate var look: Page.Look {
    switch self {
    case .required, .permitted: .green
    case .prohibited: .red
    case .conflict, .undetermined: .yellow
    }
  }
}
