package import LawLanguage

extension Mapping {
  /// Holds the mapping against the words of a library: every name known, every meaning a value of its fact.
  package func check(against vocabulary: Vocabulary) throws(MappingProblem) {
    var check = MappingCheck(mapping: self, vocabulary: vocabulary)
    check.run()
    guard check.problems.isEmpty else { throw MappingProblem(check.problems) }
  }

  /// What type of value a fact or a field of a paper has.
  static func type(of fact: String, in vocabulary: Vocabulary) -> ValueType? {
    if let known = vocabulary.fact(fact) { return known.type }
    guard let dot = fact.firstIndex(of: "."), vocabulary.paper(String(fact[..<dot])) != nil else { return nil }
    return vocabulary.paperField(String(fact[fact.index(after: dot)...]))?.type
  }
}

private struct MappingCheck {
  let mapping: Mapping
  let vocabulary: Vocabulary
  var problems: [String] = []

  mutating func run() {
    for act in mapping.acts where vocabulary.act(act) == nil { refuse(act, "act", vocabulary.acts.map(\.name), 1) }
    for kind in mapping.agencies where vocabulary.agency(kind) == nil {
      refuse(kind, "kind of agency", vocabulary.agencies.map(\.name), 1)
    }
    for paper in mapping.perhapsWith where vocabulary.paper(paper) == nil {
      refuse(paper, "paper", vocabulary.papers.map(\.name), 1)
    }
    for column in mapping.columns { check(column) }
  }

  private mutating func refuse(_ name: String, _ what: String, _ candidates: [String], _ line: Int) {
    let near = suggestion(for: name, among: candidates)
    problems.append(
      "\(mapping.path):\(line): \"\(name)\" is no \(what) of the vocabulary; "
        + (near.map { "did you mean \"\($0)\"?" } ?? "`tenth law schema` lists them all"))
  }

  private mutating func check(_ column: Mapping.Column) {
    switch column.target {
    case .day:
      for value in column.values {
        guard case .oneOf(let names) = value.meaning else { continue }
        problems.append(
          "\(mapping.path):\(value.line): \"\(names.joined(separator: " or "))\" is no day; a day is read as it is, or is unknown"
        )
      }
    case .jurisdiction:
      one(column, "jurisdiction")
      names(
        column, "jurisdiction",
        vocabulary.places.filter { $0.kind == .jurisdiction }.map(\.name) + StateNames.all.map(\.0))
    case .locality:
      one(column, "locality")
      names(column, "locality", vocabulary.places.filter { $0.kind == .locality }.map(\.name))
    case .place: one(column, "place")
    case .outcome: one(column, "outcome")
    case .agency: names(column, "kind of agency", vocabulary.agencies.map(\.name))
    case .paper, .beside: names(column, "paper", vocabulary.papers.map(\.name))
    case .fact(let name), .judgement(let name): fact(name, column)
    }
  }

  /// Only papers and kinds of agency are tried one after the other: of anything else the first would be taken for the truth.
  private mutating func one(_ column: Mapping.Column, _ what: String) {
    for value in column.values {
      guard case .oneOf(let names) = value.meaning, names.count > 1 else { continue }
      problems.append(
        "\(mapping.path):\(value.line): a row has one \(what), and \(names.joined(separator: " or ")) are \(names.count); "
          + "where it is not recorded which, write: is unknown")
    }
  }

  private mutating func names(_ column: Mapping.Column, _ what: String, _ known: [String]) {
    for value in column.values {
      guard case .oneOf(let names) = value.meaning else { continue }
      for name in names where !known.contains(name) { refuse(name, what, known, value.line) }
    }
  }

  private mutating func fact(_ name: String, _ column: Mapping.Column) {
    if let known = vocabulary.fact(name), known.isJudgement != (column.target == .judgement(name)) {
      problems.append(
        "\(mapping.path):\(column.line): "
          + (known.isJudgement
            ? "\(name) is a judgement; write: is the judgement \(name), if the table records what a named person settled"
            : "\(name) is no judgement; write: is \(name)"))
      return
    }
    guard let type = Mapping.type(of: name, in: vocabulary) else {
      var known = vocabulary.facts.map(\.name)
      if let dot = name.firstIndex(of: ".") { known += vocabulary.paperFields.map { "\(name[..<dot]).\($0.name)" } }
      return refuse(name, "fact", known, column.line)
    }
    let expected: [String]
    switch type {
    case .yesNo: expected = ["yes", "no"]
    case .choice(let choices): expected = choices
    case .number, .date, .instant: expected = []
    case .code:
      problems.append(
        "\(mapping.path):\(column.line): \(name) is a section of a code, and tables write those in too many ways to be mapped"
      )
      return
    }
    if column.isAny, type != .yesNo {
      problems.append("\(mapping.path):\(column.line): \"any of\" needs a yes-no fact, and \(name) is none")
    }
    for value in column.values {
      guard case .oneOf(let names) = value.meaning else { continue }
      if names.count > 1 {
        problems.append(
          "\(mapping.path):\(value.line): a fact has one value; where it is not recorded which, write: is unknown")
      }
      for word in names where !expected.contains(word) {
        let near = suggestion(for: word, among: expected)
        problems.append(
          "\(mapping.path):\(value.line): \"\(word)\" is no value of \(name); "
            + (near.map { "did you mean \"\($0)\"?" }
              ?? (expected.isEmpty ? "its values are read as they are" : "write \(expected.joined(separator: ", "))")))
      }
    }
  }
}
