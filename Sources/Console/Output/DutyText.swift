import LawLanguage
import Reasoning

/// What to do: first what is certain, then what hangs on an answer, then what returns each year whatever is asked.
struct DutyText {
  let session: DecisionSession
  let moments: MomentText

  private var decision: Decision { session.decision }
  private var words: DutyWords { DutyWords(vocabulary: session.library.vocabulary, moments: moments) }

  func write(on page: inout Page) {
    let steps = decision.answers.flatMap { words.steps(of: $0, namingAct: decision.answers.count > 1) }
    let duties = words.ordered(decision.duties)
    let once = duties.filter { !$0.isPeriodic && $0.isCertain }
    if !steps.isEmpty || !once.isEmpty {
      page.heading("What to do now")
      for step in steps { page.paragraph(step, indent: 2, lead: "- ") }
      for duty in once.filter({ !$0.isContingent }) + once.filter(\.isContingent) {
        write(duty, indent: 2, on: &page)
        if isPast(duty) { page.paragraph("This time has passed. Do it now, and record why it is late.", indent: 4) }
        // What exactly is owed, in the law's plain words.
        if duty.hasOwnWords { page.paragraph(duty.text, indent: 4, look: .dim) }
      }
    }
    write(duties.filter { !$0.isPeriodic && !$0.isCertain }, under: "Also, depending on the answer", on: &page)
    write(duties.filter(\.isPeriodic), under: "Regular reports", on: &page)
  }

  /// Duties under the questions that decide them, each group of questions once.
  private func write(_ duties: [Duty], under heading: String, on page: inout Page) {
    guard !duties.isEmpty else { return }
    page.heading(heading)
    for duty in duties where duty.isCertain { write(duty, indent: 2, on: &page) }
    let uncertain = duties.filter { !$0.isCertain }
    let conditions = DutyConditions(uncertain, in: session)
    var groups: [(conditions: [DutyConditions.Condition], duties: [Duty])] = []
    for duty in uncertain {
      let found = conditions.of(duty)
      if let index = groups.firstIndex(where: { $0.conditions == found }) {
        groups[index].duties.append(duty)
      } else {
        groups.append((found, [duty]))
      }
    }
    for group in groups {
      page.gap()
      write(group.conditions, on: &page)
      for duty in group.duties { write(duty, indent: 4, on: &page) }
    }
  }

  /// The questions of a group. One that is asked above, and whose answer alone settles nothing here, is only referred to.
  private func write(_ conditions: [DutyConditions.Condition], on page: inout Page) {
    var above: [Int] = []
    var isFirst = true
    func write(_ lead: String, _ text: String) {
      let words = isFirst ? lead : "and " + lead
      isFirst = false
      page.paragraph(text, indent: 2, lead: words.capitalisedFirst + " ")
    }
    for condition in conditions {
      if let answers = condition.answers {
        write("if \(answers.joined(separator: " or ")):", condition.question.question)
      } else if let index = decision.questions.firstIndex(of: condition.question) {
        above.append(index + 1)
      } else {
        write("depending on:", condition.question.question)
      }
    }
    let numbers = above.sorted().map(String.init)
    guard let last = numbers.last else { return }
    let others = numbers.dropLast().joined(separator: ", ")
    write("depending", "on \(others.isEmpty ? "answer \(last)" : "answers \(others) and \(last)") above:")
  }

  /// Whether the clock ran out before the instant that the request names as its own.
  private func isPast(_ duty: Duty) -> Bool {
    guard let acted = session.request.acted, let due = duty.due ?? duty.dueDay.flatMap(moments.end) else {
      return false
    }
    return due < acted
  }

  private func write(_ duty: Duty, indent: Int, on page: inout Page) {
    page.paragraph(words.sentence(duty), indent: indent, lead: "- ")
  }
}
