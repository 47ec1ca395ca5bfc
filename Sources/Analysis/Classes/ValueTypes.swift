import LawLanguage

/// What values facts, papers' fields and records can have, as one vocabulary has it, or two that are compared.
struct ValueTypes: Sendable {
  private let vocabularies: [Vocabulary]

  init(_ vocabularies: [Vocabulary]) { self.vocabularies = vocabularies }

  func ofFact(_ name: String) -> ValueType? { joined(vocabularies.compactMap { $0.fact(name)?.type }) }

  func ofPaperField(_ name: String) -> ValueType? { joined(vocabularies.compactMap { $0.paperField(name)?.type }) }

  /// The fields of a list's records, each once.
  func fields(ofRecords list: String) -> [(name: String, type: ValueType)]? {
    let lists = vocabularies.compactMap { $0.recordType(list) }
    guard !lists.isEmpty else { return nil }
    var names: [String] = []
    for field in lists.flatMap(\.fields) where !names.contains(field.name) { names.append(field.name) }
    return names.compactMap { name in
      joined(lists.compactMap { $0.field(name)?.type }).map { (name, $0) }
    }
  }

  /// Where each source stands in the order of the documents.
  func order(of source: Source) -> [Int] {
    let positions = vocabularies.map { vocabulary in
      switch source {
      case .paper(let paper, let field): [0, paper, vocabulary.position(ofPaperField: field)]
      case .fact(let name): [1, vocabulary.position(ofFact: name)]
      case .list(let name): [2, vocabulary.position(ofRecords: name)]
      }
    }
    return positions.min { $0.lexicographicallyPrecedes($1) } ?? []
  }

  /// Choices that either vocabulary knows can all be made.
  private func joined(_ types: [ValueType]) -> ValueType? {
    guard let first = types.first, types.count > 1, case .choice = first else { return types.first }
    var choices: [String] = []
    for case .choice(let own) in types { choices += own.filter { !choices.contains($0) } }
    return .choice(choices)
  }
}
