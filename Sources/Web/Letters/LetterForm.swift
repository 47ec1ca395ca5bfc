import Desk
import LawLanguage
import Reasoning

/// What a letter says, as a form: what the case knows is shown, what it does not know is asked.
struct LetterForm: Sendable {
  let kind: LetterKind
  let recipient: String
  let set: LetterSet
  let ground: LetterGround
  let vocabulary: Vocabulary
  let zone: Zone
  let letterhead: Letterhead

  private var facts: LetterFacts { LetterFacts(ground, in: vocabulary) }
  private var words: MomentWords { MomentWords(zone: zone) }
  private var isToPerson: Bool { recipient == "person-in-custody" }

  // MARK: The form

  func fields(_ parts: FormParts) -> HTML {
    .sequence([
      parts.lines("address", "To whom, line by line?", hint: "As the envelope has it.", value: address),
      isToPerson ? language(parts) : .empty,
      known,
      .sequence(kind.fields.filter(isAsked).map { ask($0, parts) }),
      optional(parts),
    ])
  }

  private var address: String {
    if isToPerson {
      return [ground.person?.name, "in the custody of \(letterhead.office)"].compactMap(\.self).joined(separator: "\n")
    }
    let title = vocabulary.recipient(recipient)?.title.capitalisedFirst ?? recipient
    return recipient == "immigration-agents" ? ground.file.opening.requester ?? title : title
  }

  /// The language that the person is recorded to read, if letters know it.
  private var readsKnown: String? {
    let known = ground.person?.language?.lowercased() ?? ""
    return set.languages.first { [$0.tag.lowercased(), $0.english.lowercased()].contains(known) }?.tag
  }

  /// The form as it would be sent untouched: what the record knows, and nothing else.
  var untouched: Fields {
    var pairs = [Fields.Pair(name: "address", value: address)]
    if let tag = readsKnown {
      pairs.append(Fields.Pair(name: "reads", value: tag))
    } else if let language = ground.person?.language, !language.isEmpty {
      pairs += [Fields.Pair(name: "reads", value: "other"), Fields.Pair(name: "language-name", value: language)]
    }
    if isToPerson {
      pairs += kind.mayHave.filter { facts.value(of: $0) != nil }.map { Fields.Pair(name: "say", value: $0.rawValue) }
    }
    return Fields(pairs)
  }

  private func language(_ parts: FormParts) -> HTML {
    let chosen = readsKnown
    let options = set.languages.map { language in
      FormParts.Option(language.tag, "\(language.english) (\(language.name))", hint: rule(language.tag))
    }
    return .sequence([
      parts.list(
        "reads", "Which language does the person read?",
        hint: "Only a certified translation goes out alone. Otherwise the English text goes out with a line on "
          + "interpreters.",
        [FormParts.Option("", "Nobody knows")]
          + options.map { FormParts.Option($0.value, "\($0.title)\($0.hint ?? "")") }
          + [FormParts.Option("other", "Another language, named below")], value: chosen),
      parts.text("language-name", "If another language, which?"),
      parts.boxes(
        "draft", "A draft translation",
        [FormParts.Option("yes", "Add it behind the English text, marked as a draft, where there is one")]),
    ])
  }

  private func rule(_ tag: String) -> String {
    switch set.standing(of: kind.name, in: tag) {
    case .original: ""
    case .certified: ": certified"
    case .outdated: ": certificate out of date, draft only"
    case .draft: ": draft only"
    case .machine, .missing: ": no text yet, English with an interpreter line"
    }
  }

  /// What the case knows and the letter has to say.
  private var known: HTML {
    let rows = kind.needs.compactMap { field in facts.value(of: field).map { (field, $0) } }
    guard !rows.isEmpty else { return .empty }
    return .sequence([
      h2 { "From the record" },
      dl(.class("facts")) {
        for (field, value) in rows {
          div {
            dt { field.title.capitalisedFirst }
            dd { text(value) }
          }
        }
      },
    ])
  }

  private func text(_ value: FieldValue) -> String {
    switch value {
    case .text(let text): text
    case .texts(let texts): texts.joined(separator: "; ")
    case .moment(let instant): words.ending(instant)
    case .day(let day): words.text(day)
    case .flag(let isYes): isYes ? "Yes" : "No"
    case .choice(let word): word.spaced
    }
  }

  /// Whether somebody has to say it: the case does not know it, and no decision gives it.
  private func isAsked(_ field: MergeField) -> Bool {
    facts.value(of: field) == nil && !LetterFacts.isDecided(field) && field != .personName && field != .papers
      && field != .holdEnds
  }

  /// The part of the form at which a mistake with a field is told: where it is asked, or chosen, or else the first.
  func place(of name: String) -> String {
    guard let field = MergeField(rawValue: name) else { return name }
    if kind.fields.contains(field), isAsked(field) { return name }
    return kind.mayHave.contains(field) && facts.value(of: field) != nil ? "say" : "address"
  }

  private func ask(_ field: MergeField, _ parts: FormParts) -> HTML {
    let question = field.title.capitalisedFirst
    let hint = kind.needs.contains(field) ? nil : "Leave it empty, and the letter does not say it."
    switch field.form {
    case .text, .texts: return parts.text(field.rawValue, question, hint: hint)
    case .moment, .end: return parts.date(field.rawValue, question, hint: hint, withTime: true)
    case .day: return parts.date(field.rawValue, question, hint: hint)
    case .flag:
      return parts.radios(
        field.rawValue, question, hint: hint, [FormParts.Option("yes", "Yes"), FormParts.Option("no", "No")])
    case .choice(let words):
      return parts.radios(
        field.rawValue, question, hint: hint,
        [FormParts.Option("", "Not said")] + words.map { FormParts.Option($0, $0.spaced) }, value: "")
    }
  }

  /// What the case knows and the letter may say.
  private func optional(_ parts: FormParts) -> HTML {
    let options = kind.mayHave.compactMap { field in
      facts.value(of: field).map { FormParts.Option(field.rawValue, "\(field.title.capitalisedFirst): \(text($0))") }
    }
    guard !options.isEmpty else { return .empty }
    // To agents nothing is told that nobody chose to tell.
    let values = recipient == "immigration-agents" ? [] : options.map(\.value)
    return parts.boxes(
      "say", "What the letter may say", hint: "The law is asked about each before the letter is written.", options,
      values: parts.typed.pairs.isEmpty ? values : [])
  }

  // MARK: What was filled in

  /// What the letter is to say.
  func read(_ form: Fields) throws(Mistakes) -> (
    values: [MergeField: FieldValue], address: [String], reads: ReadingLanguage, withDraft: Bool
  ) {
    var values: [MergeField: FieldValue] = [:]
    var mistakes: [Mistake] = []
    let said = Set(form.all("say"))
    for field in kind.fields {
      if let value = facts.value(of: field) {
        if kind.needs.contains(field) || said.contains(field.rawValue) { values[field] = value }
      } else if isAsked(field) {
        do throws(Mistakes) { values[field] = try answer(field, form) } catch { mistakes += error.list }
      }
    }
    // What an officer decided is said whole.
    if case .flag(true) = values[.willKeep], let end = facts.value(of: .holdEnds), kind.fields.contains(.holdEnds) {
      values[.holdEnds] = end
    }
    for field in kind.mayHave where LetterFacts.isDecided(field) && values[field] == nil {
      if isToPerson, let value = facts.value(of: field) { values[field] = value }
    }
    let lines = (form["address"] ?? "").split(whereSeparator: \.isNewline).map(String.init).filter {
      !$0.allSatisfy(\.isWhitespace)
    }
    if lines.isEmpty { mistakes.append(Mistake(field: "address", sentence: "Write to whom the letter goes.")) }
    let reads: ReadingLanguage
    switch form.text("reads") {
    case nil: reads = .unknown
    case "other"?:
      if let name = form.text("language-name") {
        reads = .named(name)
      } else {
        reads = .unknown
        mistakes.append(Mistake(field: "language-name", sentence: "Write which language it is."))
      }
    case let tag?: reads = .tag(tag)
    }
    guard mistakes.isEmpty else { throw Mistakes(list: mistakes) }
    return (values, lines, isToPerson ? reads : .unknown, form["draft"] == "yes")
  }

  private func answer(_ field: MergeField, _ form: Fields) throws(Mistakes) -> FieldValue? {
    let name = field.rawValue
    switch field.form {
    case .text: return form.text(name).map { .text($0) }
    case .texts: return form.text(name).map { .texts([$0]) }
    case .moment, .end:
      let parts = DateParts(form, name)
      guard !parts.isEmpty else { return nil }
      do { return .moment(try parts.readInstant(in: zone)) } catch { throw Mistakes(name, error.sentence) }
    case .day:
      let parts = DateParts(form, name)
      guard !parts.isEmpty else { return nil }
      do { return .day(try parts.readDay()) } catch { throw Mistakes(name, error.sentence) }
    case .flag: return form.text(name).map { .flag($0 == "yes") }
    case .choice: return form.text(name).map { .choice($0) }
    }
  }
}
