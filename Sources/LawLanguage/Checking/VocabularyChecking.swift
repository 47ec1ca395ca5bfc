/// What words of the vocabulary say of each other: that it exists, has the right type, and goes in no circle.
struct VocabularyChecking {
  let names: Names
  let findings: Findings

  private var vocabulary: Vocabulary { names.vocabulary }

  /// Checks all words, and gives the constraints among them.
  func check(_ items: [VocabularyCollection.Item]) -> [Constraint] {
    var constraints: [Constraint] = []
    for item in items {
      let scope = Scope(
        names: names, law: nil, section: item.section, period: .always, subject: .vocabulary, findings: findings)
      switch item.word {
      case .jurisdiction(let name, _, let attributes): scope.jurisdiction(name, attributes)
      case .district(let name, _, let attributes): scope.district(name, attributes)
      case .locality(let name, _, let attributes): scope.locality(name, attributes)
      case .court(_, _, let binding): binding.forEach { _ = scope.place($0) }
      case .act(let act): if let parent = act.parent { _ = scope.act(parent) }
      case .paper(let paper): scope.paperKind(paper)
      case .paperField(let field): scope.field(field, "the paper field")
      case .step(let name, _, _): scope.requireNoTerm(name, .step)
      case .fact(let fact): scope.fact(fact)
      case .records(let records): scope.records(records)
      case .constraint(let syntax): if let constraint = scope.constraint(syntax) { constraints.append(constraint) }
      case .calendar(let calendar): scope.calendar(calendar)
      case .circuit, .agency, .recipient, .term: break
      }
    }
    let locations = { (kind: NameKind) in
      { (name: String) in names.declared[name].first { $0.kind == kind }?.location }
    }
    requireNoCircle(
      "is a kind of itself", "let the broadest act be a kind of nothing", among: vocabulary.acts.map(\.name),
      locations(.act)
    ) { act in vocabulary.act(act)?.parent.map { [$0] } ?? [] }
    for act in vocabulary.acts {
      // The first that goes too far; its kinds go with it.
      guard let parent = act.parent, vocabulary.lineage(of: act.name).count > Act.deepest,
        vocabulary.lineage(of: parent).count <= Act.deepest, let location = locations(.act)(act.name)
      else { continue }
      findings.report(
        .tooLarge, "`\(act.name)` is a kind of a kind, more than \(Act.deepest) deep",
        help: "let it be a kind of a broader act", at: location)
    }
    requireNoCircle(
      "lies within itself", "let the largest place lie in nothing smaller", among: vocabulary.places.map(\.name),
      locations(.place)
    ) { name in
      let place = vocabulary.place(name)
      return [place?.inside, place?.within, place?.district, place?.circuit, place?.department].compactMap { $0 }
    }
    return constraints
  }

  private func requireNoCircle(
    _ what: String, _ help: String, among nodes: [String], _ location: (String) -> SourceLocation?,
    next: (String) -> [String]
  ) {
    for circle in circles(among: nodes, next: next) {
      findings.reportCircle(circle, what, help: help, location)
    }
  }
}

extension Scope {
  func requireNoTerm(_ name: Name, _ kind: NameKind) {
    guard vocabulary.term(name.value) != nil else { return }
    report(
      .legalTermAsFact, "`\(name.value)` is a legal term, so it cannot be \(kind.phrase)",
      help: "ask for the raw facts that laws define it from", at: name.range,
      related: names.declared[name.value].filter { $0.kind == .term }.map {
        .init(caption: "the term", location: $0.location)
      })
  }

  fileprivate func fact(_ fact: FactSyntax) {
    requireNoTerm(fact.name, fact.isJudgement ? .judgement : .fact)
    requireQuestion(fact.asks, fact.name, fact.isJudgement ? "the judgement" : "the fact")
    type(fact.type, of: fact.name)
    guard fact.changeable else { return }
    switch fact.type.kind {
    case .yesNo, .choice, .number: break
    case .date, .instant, .code:
      // What another day would change is said by windows, with the moments that count.
      report(
        .wrongType, "`\(fact.name.value)` is \(ValueType(fact.type).phrase), so it cannot be `changeable`",
        help: "mark only a yes or no, a choice or a number, so that its other values can be tried", at: fact.type.range)
    }
  }

  fileprivate func field(_ field: FieldSyntax, _ noun: String) {
    requireNoTerm(field.name, noun == "the paper field" ? .paperField : .recordField)
    requireQuestion(field.asks, field.name, noun)
    type(field.type, of: field.name)
  }

  fileprivate func records(_ records: RecordsSyntax) {
    requireQuestion(records.asks, records.name, "the list of records")
    for field in records.fields { self.field(field, "the field") }
  }

  private func requireQuestion(_ asks: Located<String>?, _ name: Name, _ noun: String) {
    guard asks == nil else { return }
    report(
      .missingWords, "\(noun) `\(name.value)` asks nothing", help: "add `asks \"…\"`: the question in plain words",
      at: name.range)
  }

  private func type(_ type: TypeSyntax, of name: Name) {
    guard case .choice(let values) = type.kind else { return }
    var seen: [String: SourceRange] = [:]
    for value in values {
      if let first = seen[value.value] {
        report(
          .duplicateName, "`\(value.value)` is a value of `\(name.value)` twice", help: "leave one of them out",
          at: value.range, related: [.init(caption: "the first", location: section.location(first))])
      }
      seen[value.value] = value.range
    }
    if values.count < 2 {
      report(
        .wrongType, "`\(name.value)` has nothing to choose from", help: "name two values or more, or make it `yes-no`",
        at: type.range)
    }
  }

  fileprivate func paperKind(_ paper: PaperKindSyntax) {
    for act in paper.asksFor + paper.empowers { _ = self.act(act) }
    for (name, word) in paper.fixes {
      guard let field = vocabulary.paperField(name.value) else {
        unknown(name, .paperField, among: vocabulary.paperFields.map(\.name))
        continue
      }
      guard field.type.value(word.value) == nil else { continue }
      if case .choice = field.type {
        _ = choice(word, of: name.value, field.type)
      } else {
        report(
          .wrongType, "`\(name.value)` is \(field.type.phrase), so it cannot be `\(word.value)`",
          help: field.type == .yesNo ? "write `yes` or `no`" : "leave it to each paper of the kind", at: word.range)
      }
    }
  }

  fileprivate func constraint(_ syntax: ConstraintSyntax) -> Constraint? {
    if syntax.says == nil {
      report(
        .missingWords, "the constraint `\(syntax.name.value)` has no words",
        help: "add `says \"…\"`: what a clerk is told who breaks it", at: syntax.name.range)
    }
    var scope = self
    var records: RecordType?
    if let record = syntax.record {
      guard let type = recordType(record) else { return nil }
      scope = looking(at: .record(type))
      records = type
    }
    guard let condition = scope.condition(syntax.condition) else { return nil }
    return Constraint(
      name: syntax.name.value, records: records?.name, condition: condition, text: syntax.says?.value ?? "",
      location: section.location(syntax.name.range))
  }

  fileprivate func calendar(_ calendar: CalendarSyntax) {
    if calendar.cite == nil {
      report(
        .missingCitation, "the calendar `\(calendar.name.value)` has no citation",
        help: "add `cite \"…\"`: the law that names these days", at: calendar.name.range)
    }
    for holiday in calendar.holidays {
      _ = period(from: holiday.from, until: holiday.until, within: .always)
    }
  }
}
