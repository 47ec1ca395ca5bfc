import LawLanguage
import Reasoning

/// Asks, one at a time, what an answer hangs on, and stops as soon as nothing does any more.
struct Interview {
  let vocabulary: Vocabulary
  let terminal: Terminal

  /// Nobody is there to answer any more.
  private struct Ended: Error {}

  func run(_ session: inout DecisionSession) throws {
    guard session.decision.isUndetermined else { return }
    say("The answer depends on facts that are not known yet. Type ? for help, or nothing if you do not know.")
    // What was asked and stays unknown is not asked again.
    var asked: Set<FactPath> = []
    while session.decision.isUndetermined,
      let question = session.decision.questions.first(where: { !asked.contains($0.fact) })
    {
      asked.insert(question.fact)
      do {
        if let request = try answer(question, session) { session.decide(request) }
      } catch is Ended {
        break
      }
    }
    Output.print("")
  }

  // MARK: One question

  /// The request with the answer; nil if it stays unknown.
  private func answer(_ question: Question, _ session: DecisionSession) throws -> Request? {
    if case .records(let list) = question.fact, let type = vocabulary.recordType(list) {
      return try records(type, question, session)
    }
    guard let type = vocabulary.type(of: question.fact) else { return nil }
    guard
      let request = try value(
        question.fact, type, question.question, help: question.help, session.request, session.library)
    else { return nil }
    guard case .fact(let name) = question.fact, vocabulary.fact(name)?.isJudgement ?? false else { return request }
    guard let record = try judgement() else { return nil }
    var judged = request
    judged.judgements[name] = record
    return judged
  }

  /// The request with a single value that is typed until it can be used; nil if it stays unknown.
  private func value(
    _ path: FactPath, _ type: ValueType, _ question: String, help: String?, _ request: Request, _ library: Library
  ) throws -> Request? {
    say(question)
    let choices: [String] = if case .choice(let choices) = type { choices } else { [] }
    for (index, choice) in choices.enumerated() { say(choice, lead: "\(index + 1)  ") }
    while let typed = try read(prompt(for: type), help: help) {
      let number = Int(typed).map { $0 - 1 }
      let text = number.flatMap { choices.indices.contains($0) ? choices[$0] : nil } ?? typed
      do {
        return try library.request(request, answering: path, with: text)
      } catch {
        for issue in error.issues { say("\(issue.message)\(issue.help.map { "; \($0)" } ?? "").".capitalisedFirst) }
      }
    }
    return nil
  }

  private func prompt(for type: ValueType) -> String {
    switch type {
    case .yesNo: "yes or no"
    case .choice(let choices): "1 to \(choices.count)"
    case .number(let unit): "number of \(unit)"
    case .date: "day, such as 2025-01-22"
    case .instant: "day and time, such as 2025-01-22T16:00"
    case .code: "section, such as 720 ILCS 5/9-1"
    }
  }

  /// Who settles a judgement, and why; nil if nobody says.
  private func judgement() throws -> Request.JudgementRecord? {
    say("This is a judgement. Who makes it, and why, is recorded with it.")
    guard let by = try read("name and rank", help: nil), let why = try read("why", help: nil) else { return nil }
    return Request.JudgementRecord(by: by, why: why)
  }

  // MARK: Lists

  private func records(_ type: RecordType, _ question: Question, _ session: DecisionSession) throws -> Request? {
    var request = session.request
    let known = request.records[type.name]?.records.count ?? 0
    say(question.question + (known > 0 ? " \(known) recorded so far." : ""))
    while true {
      let count = request.records[type.name]?.records.count ?? 0
      let choices = count == 0 ? "none, or add to enter one" : "add, all if these are all, or more if there may be more"
      guard let typed = try read(choices, help: question.help) else { return count > known ? request : nil }
      switch (typed.lowercased(), count) {
      case ("none", 0):
        request.records[type.name] = Request.RecordList(isComplete: true, records: [])
        return request
      case ("add", _):
        request = try added(type, to: request, session.library)
      case ("all", 1...):
        request.records[type.name]?.isComplete = true
        return request
      case ("more", 1...):
        request.records[type.name]?.isComplete = false
        return request
      default: say("Type \(choices).")
      }
    }
  }

  /// The request with one more record, field by field.
  private func added(_ type: RecordType, to request: Request, _ library: Library) throws -> Request {
    var request = request
    let index = request.records[type.name]?.records.count ?? 0
    request.records[type.name, default: Request.RecordList(isComplete: false, records: [])].records.append([:])
    for field in type.fields {
      let path = FactPath.record(type.name, index, field: field.name)
      request = try value(path, field.type, field.question, help: field.help, request, library) ?? request
    }
    return request
  }

  // MARK: The terminal

  private func say(_ text: String, lead: String = "") {
    var page = Page(width: terminal.width, hasColour: terminal.hasColour)
    page.paragraph(text, indent: lead.isEmpty ? 0 : 2, lead: lead)
    Output.print(page.text)
  }

  /// What is typed, trimmed; nil for nothing. A question mark shows the help and asks again.
  private func read(_ prompt: String, help: String?) throws -> String? {
    while true {
      Output.prompt("(\(prompt)) > ")
      guard let line = readLine() else { throw Ended() }
      let typed = line.split(whereSeparator: \.isWhitespace).joined(separator: " ")
      guard typed == "?" else { return typed.isEmpty ? nil : typed }
      say(help ?? "There is no further help on this. Leave it empty if you do not know.")
    }
  }
}

extension Decision {
  /// Whether some answer still hangs on a fact.
  var isUndetermined: Bool { answers.contains { $0.answer == .undetermined } }
}
