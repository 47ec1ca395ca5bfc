/// References to lists: of papers in `on a paper in`, of codes and choices in `is in`.
extension Scope {
  /// Kinds of paper: a list of this law or another, one kind, or kinds written in place.
  func papers(_ syntax: ListReferenceSyntax) -> ListReference? {
    switch syntax {
    case .inline(let kinds, _):
      let known = kinds.compactMap { paper($0, code: .unknownListEntry) }
      return known.count == kinds.count ? .inline(known) : nil
    case .named(let name, let lawName):
      if lawName == nil, law?.lists[name.value] == nil, vocabulary.paper(name.value) != nil {
        return .inline([name.value])
      }
      guard let (owner, versions) = listVersions(name, lawName, orAmong: vocabulary.papers.map(\.name)) else {
        return nil
      }
      require(.papers, name, versions)
      return .named(QualifiedName(law: owner.name, name: name.value))
    }
  }

  /// Codes, or values of a choice that the compared fact can have.
  func list(_ syntax: ListReferenceSyntax, for type: ValueType, of subject: String) -> ListReference? {
    switch syntax {
    case .inline(let words, _):
      for word in words {
        _ = choice(word, of: subject, type, code: .unknownListEntry)
        // The place of a text holds its quotes.
        if type == .code, word.range.upper - word.range.lower == word.value.utf8.count {
          report(
            .unknownListEntry, "`\(subject)` is a code, and this is none", help: "put the code between quotes",
            at: word.range)
        }
      }
      return .inline(words.map(\.value))
    case .named(let name, let lawName):
      if lawName == nil, law?.lists[name.value] == nil, type.choices.contains(name.value) {
        report(
          .unknownName, "`\(name.value)` is a value of `\(subject)`, not a list",
          help: "write `\(subject) is \(name.value)`", at: name.range)
        return nil
      }
      guard let (owner, versions) = listVersions(name, lawName, orAmong: []) else { return nil }
      require(type == .code ? .codes : .choices, name, versions)
      if case .choice(let values) = type {
        for version in versions where version.kind == .choices {
          guard let stranger = version.members.first(where: { !values.contains($0) }) else { continue }
          report(
            .unknownListEntry, "the list `\(name.value)` has `\(stranger)`, which is not a value of `\(subject)`",
            help: "use a list of values of `\(subject)`: \(listing(values))", at: name.range,
            related: [.init(caption: "the list", location: version.version.location)])
        }
      }
      return .named(QualifiedName(law: owner.name, name: name.value))
    }
  }

  private func listVersions(
    _ name: Name, _ lawName: Name?, orAmong others: [String]
  ) -> (LawNames, [LawNames.ListVersion])? {
    guard let law else {
      report(
        .misplacedClause, "a vocabulary has no lists: they belong to laws",
        help: "write the values in place, as in `(a, b)`", at: name.range)
      return nil
    }
    var owner = law
    if let lawName {
      guard let other = otherLaw(lawName) else { return nil }
      owner = other
    }
    guard let versions = owner.lists[name.value] else {
      unknown(name, .list, among: Array(owner.lists.keys) + others)
      return nil
    }
    requireInForce("the list `\(name.value)`", versions.map(\.version), at: name.range, law: owner)
    return (owner, versions)
  }

  private func require(_ kind: ListKind, _ name: Name, _ versions: [LawNames.ListVersion]) {
    guard let wrong = versions.first(where: { $0.kind != kind }) else { return }
    report(
      .wrongType, "`\(name.value)` is \(wrong.kind.phrase), not \(kind.phrase)",
      help: "name \(kind.phrase) here", at: name.range,
      related: [.init(caption: "declared here", location: wrong.version.location)])
  }

  /// A value of a choice, as written.
  func choice(
    _ word: Name, of subject: String, _ type: ValueType, code: DiagnosticCode = .unknownName
  ) -> String? {
    guard case .choice(let values) = type else { return word.value }
    if values.contains(word.value) { return word.value }
    report(
      code, "`\(word.value)` is not a value of `\(subject)`", help: suggest(word.value, values, else: listing(values)),
      at: word.range)
    return nil
  }
}
