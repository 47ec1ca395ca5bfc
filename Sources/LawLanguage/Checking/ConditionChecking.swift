/// Conditions: the shape, and what their names stand for. What is compared with what is in Comparisons.
extension Scope {
  /// The condition, or nil if something in it is wrong.
  func condition(_ syntax: ConditionSyntax) -> Condition? {
    switch syntax {
    case .not(let inner, _): condition(inner).map { .not($0) }
    case .all(let parts, _): conditions(parts).map { .all($0) }
    case .any(let parts, _): conditions(parts).map { .any($0) }
    case .test(let test): self.test(test)
    case .count(let count): self.count(count)
    }
  }

  private func conditions(_ parts: [ConditionSyntax]) -> [Condition]? {
    let checked = parts.compactMap(condition)
    return checked.count == parts.count ? checked : nil
  }

  private func count(_ syntax: CountSyntax) -> Condition? {
    if case .record(let outer) = values {
      report(
        .misplacedClause, "records cannot be counted for each \(outer.element)",
        help: "put the two conditions side by side, joined by `and`", at: syntax.range)
      return nil
    }
    guard let type = recordType(syntax.record) else { return nil }
    var inner: Condition?
    if let condition = syntax.condition {
      guard let checked = looking(at: .record(type)).condition(condition) else { return nil }
      inner = checked
    }
    var atLeast = 1
    if case .atLeast(let number) = syntax.quantity {
      guard number.value >= 1 else {
        report(
          .badLiteral, "at least \(number.value) is always so",
          help: "count at least 1, or write `no \(type.element)`",
          at: number.range)
        return nil
      }
      atLeast = number.value
    }
    let count = Condition.count(RecordCount(records: type.name, atLeast: atLeast, condition: inner))
    if case .none = syntax.quantity { return .not(count) }
    return count
  }

  // MARK: - Names

  /// What a name in a condition stands for.
  enum Meaning {
    case value(Test.Subject, ValueType)
    case definition(QualifiedName)
  }

  /// A field in scope, a definition of this law, a fact; in this order. No two share a name, so the order never decides.
  func meaning(of name: Name, law lawName: Name?) -> Meaning? {
    if let lawName { return definition(name, of: lawName).map { .definition($0) } }
    if let field = field(named: name.value) { return .value(.field(name.value), field.type) }
    if let law, let versions = law.definitions[name.value] {
      requireInForce("the definition `\(name.value)`", versions, at: name.range, law: law)
      return .definition(QualifiedName(law: law.name, name: name.value))
    }
    if let fact = vocabulary.fact(name.value) { return .value(.fact(name.value), fact.type) }
    if let date = RequestDate(rawValue: name.value) { return .value(.date(date), .instant) }
    misplaced(name)
    return nil
  }

  /// The field of the record or paper in scope.
  private func field(named name: String) -> Field? {
    switch values {
    case .request: nil
    case .record(let type): type.field(name)
    case .paper: vocabulary.paperField(name)
    }
  }

  private func definition(_ name: Name, of lawName: Name) -> QualifiedName? {
    guard law != nil else {
      report(
        .misplacedClause, "a vocabulary cannot use what a law defines",
        help: "write the condition out, on facts and fields", at: lawName.range)
      return nil
    }
    guard let other = otherLaw(lawName) else { return nil }
    guard let versions = other.definitions[name.value] else {
      if let found = other.kinds(of: name.value).first {
        report(
          .unknownName, "`\(name.value)` of \(other.name) is \(found.kind.phrase), not a definition",
          help: suggest(name.value, Array(other.definitions.keys), else: "name a condition that \(other.name) defines"),
          at: name.range, related: [.init(caption: "declared here", location: found.location)])
      } else {
        report(
          .unknownName, "\(other.name) does not define `\(name.value)`",
          help: suggest(
            name.value, Array(other.definitions.keys),
            else: "declare it there: \(NameKind.definition.declaration(of: name.value))"),
          at: name.range, related: [.init(caption: "the law", location: other.location)])
      }
      return nil
    }
    requireInForce("the definition `\(name.value)`", versions, at: name.range, law: other)
    return QualifiedName(law: other.name, name: name.value)
  }

  /// Says why a name can't be tested here.
  private func misplaced(_ name: Name) {
    let word = name.value
    let declared = names.declared[word]
    func entry(_ kind: NameKind) -> [Diagnostic.Related]? {
      declared.first { $0.kind == kind }.map { [.init(caption: "declared here", location: $0.location)] }
    }
    if let related = entry(.paperField) {
      report(
        .paperTestOutsideGround, "`\(word)` is a field of a paper, and papers are tested only in `on a paper in`",
        help: "write `on a paper in … where \(word) …`", at: name.range, related: related)
    } else if let related = entry(.paper) {
      report(
        .paperTestOutsideGround, "`\(word)` is a paper, not a fact",
        help: "a paper is a ground: write `on a paper in \(word)`", at: name.range, related: related)
    } else if let list = law?.lists[word]?.first {
      let help = list.kind == .papers ? "on a paper in \(word)" : "… is in \(word)"
      report(
        list.kind == .papers ? .paperTestOutsideGround : .unknownName,
        "`\(word)` is \(list.kind.phrase), not a fact", help: "write `\(help)`", at: name.range,
        related: [.init(caption: "declared here", location: list.version.location)])
    } else if let term = vocabulary.term(word) {
      report(
        .legalTermAsFact, "`\(word)` is a legal term, not a fact",
        help: "define it for this law: \(NameKind.definition.declaration(of: word))"
          + (lawWith(word, .definition).map { ", or write `\(word) as in \($0)`" } ?? ""), at: name.range,
        related: entry(.term).map { $0.map { .init(caption: term.title, location: $0.location) } } ?? [])
    } else if let related = entry(.recordField) {
      let types = vocabulary.records.filter { $0.field(word) != nil }
      let element = types.first?.element ?? "…"
      report(
        .unknownName,
        "`\(word)` is a field of \(types.map { "`\($0.element)`" }.joined(separator: " and ")), not a fact",
        help: "write `any \(element) where \(word) …`", at: name.range, related: related)
    } else if let type = names.records[word] {
      report(
        .unknownName, "`\(word)` is a list of records, not a fact", help: "write `any \(type.element)`",
        at: name.range, related: entry(.records) ?? entry(.record) ?? [])
    } else if law != nil, let other = lawWith(word, .definition), let versions = names.laws[other]?.definitions[word] {
      report(
        .unknownName, "`\(word)` is defined by \(other), not by this law", help: "write `\(word) as in \(other)`",
        at: name.range, related: versions.prefix(1).map { .init(caption: "defined here", location: $0.location) })
    } else {
      unknown(name, .fact, among: testable)
    }
  }

  /// All names that could stand in a condition here.
  private var testable: [String] {
    var words = vocabulary.facts.map(\.name) + (law.map { Array($0.definitions.keys) } ?? [])
    switch values {
    case .request: break
    case .record(let type): words += type.fields.map(\.name)
    case .paper: words += vocabulary.paperFields.map(\.name)
    }
    return words
  }
}
