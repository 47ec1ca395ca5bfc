import Desk
import LawLanguage
import Reasoning

/// What is owed in a case, by when, and what was done.
struct TaskList: Sendable {
  let file: CaseFile
  let clocks: [CaseClock]
  let staff: Staff
  let words: MomentWords
  let base: String
  let now: Instant

  var html: HTML {
    guard let proposal = file.proposal else { return .empty }
    let tasks = file.tasks
    let windows = proposal.answers.filter { $0.window?.until != nil || $0.window?.from != nil }
    guard !tasks.isEmpty || !windows.isEmpty else { return .empty }
    let shown = tasks.filter { task in
      switch task.standing {
      case .owed, .done: true
      case .waits, .uncertain, .dropped: false
      }
    }
    return section {
      h2(.id("to-do")) { "What to do, and by when" }
      for answer in windows { window(answer) }
      if shown.isEmpty { p { "Nothing is owed yet." } }
      ul(.class("cards")) { for task in shown { card(task) } }
      fold("Waits for what nobody has decided or done yet", tasks.filter { $0.standing == .waits })
      fold("Depends on what is not known yet", tasks.filter { $0.standing == .uncertain })
      fold("No longer owed, for it will not be done", tasks.filter { $0.standing == .dropped })
    }
  }

  private func fold(_ title: String, _ tasks: [CaseTask]) -> HTML {
    guard !tasks.isEmpty else { return .empty }
    return details {
      summary { "\(title): \(tasks.count)" }
      ul {
        for task in tasks {
          li { "\(task.title.capitalisedFirst)\(when(task).map { ", \($0)" } ?? "") (\(task.cite))." }
        }
      }
    }
  }

  private func window(_ answer: ProposedAnswer) -> HTML {
    let bounds = [
      answer.window?.from.map { "from \(words.text($0))" }, answer.window?.until.map { "until \(words.ending($0))" },
    ].compactMap(\.self).joined(separator: " ")
    let arithmetic = clocks.filter { $0.key == "from/\(answer.act)" || $0.key == "until/\(answer.act)" }.map(
      \.arithmetic)
    return div(.class("note warn")) {
      p { strong { "Allowed only \(bounds): \(answer.title)." } }
      for sentence in arithmetic where !sentence.isEmpty { p(.class("quiet")) { "\(sentence.capitalisedFirst)." } }
    }
  }

  private func when(_ task: CaseTask) -> String? {
    guard case .duty(let duty) = task.kind else { return nil }
    return duty.when(in: words)
  }

  private func clock(_ task: CaseTask) -> CaseClock? { clocks.first { $0.key == task.key } }

  private func due(_ task: CaseTask) -> Instant? {
    if let due = clock(task)?.due { return due }
    guard case .duty(let duty) = task.kind else { return nil }
    return duty.due ?? duty.dueDay.map(words.end(of:))
  }

  private func card(_ task: CaseTask) -> HTML {
    var done: Recorded<TaskDone>?
    if case .done(let recorded) = task.standing { done = recorded }
    let isLate = done == nil && due(task).map { $0 < now } ?? false
    return li(isLate ? [.class("late")] : []) {
      p {
        strong { task.title.capitalisedFirst }
        " (\(task.cite)) "
        span(.class("tag \(done != nil ? "green" : isLate ? "red" : "amber")")) {
          done != nil ? "Done" : isLate ? "Late" : "To do"
        }
      }
      if let when = when(task) { p(.class("when")) { when.capitalisedFirst } }
      if let clock = clock(task), done == nil, !clock.arithmetic.isEmpty {
        p(.class("quiet")) { "\(clock.arithmetic.capitalisedFirst)." }
      }
      if let done {
        p(.class("quiet")) { "\(done.by.text), \(words.text(done.entry.at)): \(done.entry.how)." }
      } else if file.closed == nil, staff.may(.recordFacts) {
        p { a(.href("\(base)/tasks?task=\(task.key)")) { "Record that it was done: \(task.title)" } }
      }
    }
  }
}
