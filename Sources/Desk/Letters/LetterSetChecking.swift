public import LawLanguage

extension LetterSet {
  /// What does not fit together within the letters' own files.
  func mistakesInside() -> [LetterMistake] {
    var found: [LetterMistake] = []
    func note(_ path: String, _ text: String, line: Int? = nil) {
      found.append(LetterMistake(path: path, line: line, text: text))
    }
    if languages.first?.tag != Self.original { note("languages.json", "\(Self.original) stands first") }
    for language in languages {
      guard let words = language.words else { continue }
      if words.weekdays.count != 7 || words.months.count != 12 {
        note("languages.json", "\(language.tag) needs seven weekdays and twelve months")
      }
    }
    for kind in kinds {
      if text(of: kind.name, in: Self.original) == nil { note("letters.json", "\(kind.name) has no English text") }
      for recipient in kind.to where recipient != disclosures.own {
        for field in kind.fields {
          guard let datum = field.tells,
            !disclosures.disclosures.contains(where: { $0.to == recipient && $0.tells == datum })
          else { continue }
          note(
            "disclosures.json",
            "no act says what telling \(recipient) the \(datum.rawValue) of a person is (\(kind.name))")
        }
      }
    }
    for text in allTexts {
      guard let kind = kind(text.letter) else {
        note(text.path, "letters.json has no letter \(text.letter)")
        continue
      }
      if language(text.language)?.words == nil { note(text.path, "languages.json has no words in \(text.language)") }
      if (text.language == Self.original) != (text.translation == .original) {
        note(text.path, "the English text is the original, and only that", line: 1)
      }
      let known = Set(kind.fields).union([.byPolicy])
      for piece in text.all {
        for field in piece.fields where !known.contains(field) {
          note(text.path, "letters.json does not give \(kind.name) the field \(field.rawValue)", line: piece.line)
        }
        for field in piece.printed where kind.mayHave.contains(field) && !piece.isSafe(without: field) {
          note(text.path, "\(field.rawValue) may be missing: say [if \(field.rawValue)] before it", line: piece.line)
        }
      }
    }
    return found
  }

  /// What does not fit the library: words that its vocabulary does not have, and laws, duties and rules that are not there.
  public func mistakes(against library: Library) -> [LetterMistake] {
    var found: [LetterMistake] = []
    func note(_ path: String, _ text: String) { found.append(LetterMistake(path: path, line: nil, text: text)) }
    let vocabulary = library.vocabulary
    for kind in kinds {
      for recipient in kind.to where vocabulary.recipient(recipient) == nil {
        note("letters.json", "\(kind.name): the vocabulary has no recipient \(recipient)")
      }
      for act in kind.refuses where vocabulary.act(act) == nil {
        note("letters.json", "\(kind.name): the vocabulary has no act \(act)")
      }
      for paper in kind.policy.flatMap(\.papers) + (kind.paper.map { [$0] } ?? []) where vocabulary.paper(paper) == nil
      {
        note("letters.json", "\(kind.name): the vocabulary has no paper \(paper)")
      }
      for step in kind.steps where vocabulary.step(step) == nil {
        note("letters.json", "\(kind.name): the vocabulary has no step \(step)")
      }
      for call in kind.owed {
        let isThere = library.law(call.law)?.rules.contains {
          $0.isDuty && $0.act == call.act && $0.recipient.map(kind.to.contains) == true
        }
        if isThere != true {
          note("letters.json", "\(kind.name): \(call.law) owes no \(call.act) to \(kind.to.joined(separator: ", "))")
        }
      }
      for name in kind.grounds.flatMap(\.names)
      where library.law(name.law)?.rules.contains(where: { $0.name == name }) != true {
        note("letters.json", "\(kind.name): there is no rule \(name)")
      }
    }
    for act in disclosures.disclosures.map(\.act) where vocabulary.act(act) == nil {
      note("disclosures.json", "the vocabulary has no act \(act)")
    }
    for act in MergeField.allCases.compactMap(\.intends) where vocabulary.act(act) == nil {
      note("letters.json", "the vocabulary has no act \(act)")
    }
    return found
  }
}

extension LetterText.Piece {
  /// The fields that it prints.
  var printed: [MergeField] {
    (label + runs).compactMap { run in
      switch run {
      case .text: nil
      case .field(let field): field
      }
    }
  }

  var fields: [MergeField] { printed + guards.map(\.field) }

  /// Whether the piece is left out when the field is not given: it asks for the field, or for a flag that goes with it.
  fileprivate func isSafe(without field: MergeField) -> Bool {
    guards.contains { $0.field == field && $0.test == .holds } || guards.contains { $0.field.brings == field }
  }
}

extension MergeField {
  /// The field that must be given where this flag is yes.
  var brings: MergeField? {
    switch self {
    case .willKeep: .holdEnds
    case .willTell: .release
    default: nil
    }
  }
}
