import Desk
import LawLanguage
import Reasoning

/// A question of the engine as a form, and the answer as the case records it.
struct QuestionForm: Sendable {
  let question: OpenQuestion
  let zone: Zone

  /// From what somebody knows an answer.
  private static let sources = ["the booking record", "the paper itself", "a court's record", "the person's own words"]

  /// What is recorded.
  enum Answer: Sendable {
    case value(String)
    case list(ListEntry)
    /// Nobody knows.
    case unknown
  }

  // MARK: The form

  func fields(_ parts: FormParts) -> HTML {
    .sequence([
      input(parts),
      // A judgement rests on a reason, not on a source.
      question.isJudgement
        ? parts.lines("why", "Why?", hint: "It is recorded with your name.")
        : parts.radios(
          "source", "From what is this known?",
          QuestionForm.sources.map { FormParts.Option($0, $0.capitalisedFirst) } + [
            FormParts.Option("other", "From something else")
          ])
          + parts.text("other-source", "If from something else, from what?"),
    ])
  }

  private func input(_ parts: FormParts) -> HTML {
    let unknown = FormParts.Option("unknown", "Nobody here knows", hint: "The desk goes on without it where it can.")
    switch question.input {
    case .yesNo:
      return parts.radios(
        "answer", question.question, hint: question.help,
        [FormParts.Option("yes", "Yes"), FormParts.Option("no", "No"), unknown], isHeading: true)
    case .choice(let choices):
      return parts.radios(
        "answer", question.question, hint: question.help,
        choices.map { FormParts.Option($0, $0.spaced) } + [unknown], isHeading: true)
    case .number(let unit):
      return h1 { question.question }
        + parts.text(
          "answer", "In \(unit)", hint: question.help, width: "four", attributes: [Attribute("inputmode", "numeric")])
        + parts.boxes("unknown", "Or", [FormParts.Option("yes", "Nobody here knows")])
    case .day, .moment:
      return parts.date(
        "answer", question.question, hint: question.help, withTime: question.input == .moment, isHeading: true)
        + parts.boxes("unknown", "Or", [FormParts.Option("yes", "Nobody here knows")])
    case .code:
      return h1 { question.question }
        + parts.text("answer", "Section", hint: question.help ?? "As the charge sheet writes it.")
        + parts.boxes("unknown", "Or", [FormParts.Option("yes", "Nobody here knows")])
    case .list(let fields): return list(fields, parts)
    }
  }

  private static let slots = 3

  /// The fields of the form in which a section of a code is written.
  var codeFields: [String] {
    switch question.input {
    case .code: ["answer"]
    case .list(let fields):
      (1...QuestionForm.slots).flatMap { slot in fields.filter { $0.input == .code }.map { "record-\(slot)-\($0.name)" }
      }
    case .yesNo, .choice, .number, .day, .moment: []
    }
  }

  private func list(_ fields: [OpenQuestion.ListField], _ parts: FormParts) -> HTML {
    parts.radios(
      "answer", question.question, hint: question.help,
      [
        FormParts.Option("none", "None"),
        FormParts.Option("all", "Those written below, and no others"),
        FormParts.Option("some", "Those written below, and perhaps others"),
        FormParts.Option("unknown", "Nobody here knows"),
      ], isHeading: true)
      + .sequence(
        (1...QuestionForm.slots).map { slot in
          details(slot == 1 ? [Attribute("open", nil)] : []) {
            summary { "Number \(slot)" }
            for field in fields { recordField(field, "record-\(slot)-\(field.name)", parts) }
          }
        })
  }

  private func recordField(_ field: OpenQuestion.ListField, _ name: String, _ parts: FormParts) -> HTML {
    switch field.input {
    case .yesNo: parts.list(name, field.question, hint: field.help, options(["yes", "no"]))
    case .choice(let choices): parts.list(name, field.question, hint: field.help, options(choices))
    case .day, .moment: parts.date(name, field.question, hint: field.help, withTime: field.input == .moment)
    case .number(let unit): parts.text(name, "\(field.question) (\(unit))", hint: field.help, width: "four")
    case .code:
      parts.text(
        name, field.question, hint: field.help ?? "The section, or what the offence is called. Next you choose.")
    case .list: parts.text(name, field.question, hint: field.help)
    }
  }

  private func options(_ choices: [String]) -> [FormParts.Option] {
    [FormParts.Option("", "Not known")] + choices.map { FormParts.Option($0, $0.spaced) }
  }

  // MARK: The answer

  /// What was answered, and from what it is known; mistakes name the field.
  func read(_ form: Fields) throws(Mistakes) -> (answer: Answer, source: String) {
    var mistakes: [Mistake] = []
    var source = form.text("source") ?? ""
    if source == "other" || source.isEmpty { source = form.text("other-source") ?? "" }
    let isUnknown = form["answer"] == "unknown" || form["unknown"] == "yes"
    if question.isJudgement {
      source = form.text("why") ?? ""
      if source.isEmpty, !isUnknown { mistakes.append(Mistake(field: "why", sentence: "Write why you judge so.")) }
    } else if source.isEmpty, !isUnknown {
      mistakes.append(Mistake(field: "source", sentence: "Choose from what this is known, or write it."))
    }
    var answer = Answer.unknown
    do throws(Mistakes) {
      if !isUnknown { answer = try value(form, source) }
    } catch {
      mistakes = error.list + mistakes
    }
    guard mistakes.isEmpty else { throw Mistakes(list: mistakes) }
    return (answer, isUnknown && source.isEmpty ? "asked at the desk" : source)
  }

  /// What is answered, as the case records it.
  func command(_ form: Fields) throws(Mistakes) -> CaseCommand {
    let (answer, source) = try read(form)
    return switch (answer, question.fact) {
    case (.list(let entry), _): .recordList(entry)
    case (.value(let value), .fact(let fact)) where question.isJudgement: .judge(fact: fact, value: value, why: source)
    case (.value(let value), let fact): .answer(fact, value: value, source: source)
    case (.unknown, let fact): .answer(fact, value: nil, source: source)
    }
  }

  private func value(_ form: Fields, _ source: String) throws(Mistakes) -> Answer {
    if case .list(let fields) = question.input { return .list(try list(fields, form, source)) }
    return .value(try value(question.input, "answer", form))
  }

  private func value(_ input: OpenQuestion.Input, _ name: String, _ form: Fields) throws(Mistakes) -> String {
    switch input {
    case .yesNo, .choice:
      guard let text = form.text(name) else { throw Mistakes(name, "Choose an answer.") }
      return text
    case .number:
      guard let text = form.text(name), Int(text) != nil else { throw Mistakes(name, "Write a whole number.") }
      return text
    case .code, .list:
      guard let text = form.text(name) else { throw Mistakes(name, "Write the section.") }
      return text
    case .day:
      do { return try DateParts(form, name).readDay().description } catch { throw Mistakes(name, error.sentence) }
    case .moment:
      do { return zone.rfc3339(try DateParts(form, name).readInstant(in: zone)) } catch {
        throw Mistakes(name, error.sentence)
      }
    }
  }

  private func list(
    _ fields: [OpenQuestion.ListField], _ form: Fields, _ source: String
  ) throws(Mistakes) -> ListEntry {
    guard case .list(let name) = question.fact, let answer = form["answer"], ["none", "all", "some"].contains(answer)
    else { throw Mistakes("answer", "Choose an answer.") }
    var records: [[String: String]] = []
    var mistakes: [Mistake] = []
    for slot in 1...QuestionForm.slots where answer != "none" {
      var record: [String: String] = [:]
      for field in fields {
        let name = "record-\(slot)-\(field.name)"
        let isEmpty = form.text(name) == nil && DateParts(form, name).isEmpty
        guard !isEmpty else { continue }
        do throws(Mistakes) { record[field.name] = try value(field.input, name, form) } catch { mistakes += error.list }
      }
      if !record.isEmpty { records.append(record) }
    }
    guard mistakes.isEmpty else { throw Mistakes(list: mistakes) }
    if answer != "none", records.isEmpty { throw Mistakes("answer", "Write at least one below, or choose \"None\".") }
    return ListEntry(list: name, isComplete: answer != "some", records: records, source: source)
  }
}

/// What is wrong with a form.
struct Mistakes: Error, Sendable {
  let list: [Mistake]

  init(list: [Mistake]) { self.list = list }
  init(_ field: String, _ sentence: String) { list = [Mistake(field: field, sentence: sentence)] }
}

extension String {
  /// A word of the vocabulary for a reader: `not in custody`.
  var spaced: String { replacing("-", with: " ").capitalisedFirst }
}

func + (left: HTML, right: HTML) -> HTML { .sequence([left, right]) }
