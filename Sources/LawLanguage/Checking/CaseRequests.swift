/// The request of a case: who is asked what, by which papers, and what is given.
extension Scope {
  /// Nil if its first line or a given is wrong.
  func request(_ syntax: CaseSyntax, _ clock: CaseClock) -> Request? {
    let kind = agency(syntax.agency)
    let actingFor = syntax.actingFor.map { agency($0) }
    let capacity = syntax.capacity.map(self.capacity)
    let acts = syntax.acts.compactMap(act)
    let papers = syntax.papers.compactMap { paper($0) }
    guard let kind, actingFor != .some(nil), capacity != .some(nil), acts.count == syntax.acts.count,
      papers.count == syntax.papers.count
    else { return nil }
    let actor = Request.Agency(
      kind: kind, locality: clock.locality, capacity: (capacity ?? nil) ?? .own, actingFor: actingFor ?? nil)
    var request = Request(
      jurisdiction: clock.jurisdiction, agency: actor, acts: acts,
      papers: papers.map { Request.Paper(kind: $0, fields: vocabulary.paper($0)?.fixed ?? [:]) },
      day: syntax.day.value)
    if let time = syntax.time {
      guard let instant = instant(syntax.day, time.value, clock) else { return nil }
      // The time of a case is that of asking, deciding and doing, until a given moves the first two.
      request.acted = instant
      request.asked = instant
      request.decided = instant
    }
    var givens = CaseGivens(scope: self, clock: clock)
    for given in syntax.givens { givens.add(given, to: &request) }
    givens.requireRecords(in: request)
    return request
  }
}

/// Reads the `given` lines of one case.
struct CaseGivens {
  let scope: Scope
  let clock: CaseClock
  /// What was given, and where.
  private var given: [String: SourceRange] = [:]
  /// The lists said to be complete, and where.
  private var complete: [(list: RecordType, range: SourceRange)] = []

  init(scope: Scope, clock: CaseClock) {
    self.scope = scope
    self.clock = clock
  }

  private var vocabulary: Vocabulary { scope.vocabulary }

  mutating func add(_ syntax: CaseSyntax.Given, to request: inout Request) {
    switch syntax.kind {
    case .fact(let name, let value): fact(name, value, to: &request)
    case .judgement(let name, let holds, let by, let why):
      guard once(name), let fact = vocabulary.fact(name.value), fact.isJudgement else {
        if given[name.value] == nil { requireJudgement(name) }
        return
      }
      given[name.value] = name.range
      request.facts[fact.name] = .yesNo(holds)
      request.judgements[fact.name] = Request.JudgementRecord(by: by.value, why: why.value)
    case .record(let name, let values):
      guard let type = scope.recordType(name) else { return }
      let record = record(type, values)
      request.records[type.name, default: .init(isComplete: false, records: [])].records.append(record)
    case .complete(let name):
      guard let type = scope.recordType(name) else { return }
      complete.append((list: type, range: syntax.range))
      request.records[type.name] = .init(isComplete: true, records: request.records[type.name]?.records ?? [])
    case .none(let name):
      guard let type = scope.recordType(name) else { return }
      if request.records[type.name] != nil { bad("`\(type.name)` are given, so they are not none", at: syntax.range) }
      request.records[type.name] = .init(isComplete: true, records: [])
    }
  }

  /// A complete list without records is told as none, so that a forgotten record shows.
  func requireRecords(in request: Request) {
    for (list, range) in complete where request.records[list.name]?.records.isEmpty != false {
      bad("no `\(list.element)` is given", help: "write `given \(list.name) are none`", at: range)
    }
  }

  // MARK: - Facts, dates and papers

  private mutating func fact(_ name: Name, _ value: CaseSyntax.ValueSyntax, to request: inout Request) {
    guard once(name) else { return }
    given[name.value] = name.range
    if let date = RequestDate(rawValue: name.value) {
      self.date(date, name, value, to: &request)
    } else if let fact = vocabulary.fact(name.value) {
      if fact.isJudgement {
        bad(
          "`\(fact.name)` is a judgement: it is known only with who made it, and why",
          help: "write `given \(fact.name) by \"…\" why \"…\"`", at: name.range)
      } else if let value = self.value(value, fact.type, of: fact.name) {
        request.facts[fact.name] = value
      }
    } else if let dot = name.value.lastIndex(of: ".") {
      paperField(
        name, kind: String(name.value[..<dot]), field: String(name.value[name.value.index(after: dot)...]), value,
        &request)
    } else {
      scope.unknown(name, .fact, among: vocabulary.facts.map(\.name))
    }
  }

  private func date(
    _ date: RequestDate, _ name: Name, _ value: CaseSyntax.ValueSyntax, to request: inout Request
  ) {
    var instant: Instant?
    let day: Day
    switch value {
    case .day(let written): day = written.value
    case .moment(let written, let minutes):
      day = written.value
      instant = scope.instant(written, minutes, clock)
    case .yesNo, .word, .text, .number:
      bad("`\(name.value)` is an instant", help: "write `given \(name.value) is 2025-01-22 16:00`", at: value.range)
      return
    }
    switch date {
    case .asked: (request.asked, request.askedDay) = (instant, day)
    case .decided: (request.decided, request.decidedDay) = (instant, day)
    case .acted:
      bad("the day of the act is that of the case", help: "write it at the start: `on \(day) at 16:00`", at: name.range)
    }
  }

  private func paperField(
    _ name: Name, kind: String, field: String, _ value: CaseSyntax.ValueSyntax, _ request: inout Request
  ) {
    guard scope.paper(Name(value: kind, range: name.range)) != nil else { return }
    guard request.papers.contains(where: { $0.kind == kind }) else {
      bad("no `\(kind)` is offered in this case", help: "add `by an \(kind)` to its first line", at: name.range)
      return
    }
    guard let type = vocabulary.paperField(field)?.type else {
      scope.unknown(
        Name(value: field, range: name.range), .paperField, among: vocabulary.paperFields.map(\.name))
      return
    }
    guard let typed = self.value(value, type, of: field) else { return }
    if let fixed = vocabulary.paper(kind)?.fixed[field], fixed != typed {
      bad(
        "every `\(kind)` has the same `\(field)`, and it is another", help: "leave this out: its kind says it",
        at: name.range)
      return
    }
    for index in request.papers.indices where request.papers[index].kind == kind {
      request.papers[index].fields[field] = typed
    }
  }

  private func record(
    _ type: RecordType, _ values: [(field: Name, value: CaseSyntax.ValueSyntax)]
  ) -> [String: FactValue] {
    var record: [String: FactValue] = [:]
    for (name, value) in values {
      guard let field = type.field(name.value) else {
        scope.unknown(name, .recordField, among: type.fields.map(\.name))
        continue
      }
      if record[field.name] != nil {
        bad("`\(field.name)` is given twice", help: "leave one of them out", at: name.range)
      }
      record[field.name] = self.value(value, field.type, of: field.name)
    }
    return record
  }

  // MARK: - Values

  private func value(_ syntax: CaseSyntax.ValueSyntax, _ type: ValueType, of name: String) -> FactValue? {
    switch (syntax, type) {
    case (.yesNo(let holds, _), .yesNo): return .yesNo(holds)
    case (.word(let word), .choice): return scope.choice(word, of: name, type).map { .choice($0) }
    case (.number(let number), .number): return .number(number.value)
    case (.text(let code), .code): return .code(code.value)
    case (.day(let day), .date): return .date(day.value)
    case (.moment(let day, let minutes), .instant):
      return scope.instant(day, minutes, clock).map { .instant($0) }
    default:
      scope.report(
        .wrongType, "`\(name)` is \(type.phrase), not \(syntax.phrase)", help: "write \(type.given(name))",
        at: syntax.range)
      return nil
    }
  }

  private func once(_ name: Name) -> Bool {
    guard let first = given[name.value] else { return true }
    scope.report(
      .badCase, "`\(name.value)` is given twice", help: "leave one of them out", at: name.range,
      related: [.init(caption: "the first", location: scope.section.location(first))])
    return false
  }

  private func requireJudgement(_ name: Name) {
    if vocabulary.fact(name.value) != nil {
      bad(
        "`\(name.value)` is a fact, not a judgement", help: "write `given \(name.value)` without who and why",
        at: name.range)
    } else {
      scope.unknown(name, .judgement, among: vocabulary.facts.filter(\.isJudgement).map(\.name))
    }
  }

  private func bad(_ message: String, help: String = "leave one of them out", at range: SourceRange) {
    scope.report(.badCase, message, help: help, at: range)
  }
}

extension CaseSyntax.ValueSyntax {
  var range: SourceRange {
    switch self {
    case .yesNo(_, let range): range
    case .word(let word), .text(let word): word.range
    case .number(let number): number.range
    case .day(let day), .moment(let day, _): day.range
    }
  }

  /// In words, with an article.
  fileprivate var phrase: String {
    switch self {
    case .yesNo: "yes or no"
    case .word(let word): "`\(word.value)`"
    case .text: "a text"
    case .number: "a number"
    case .day: "a day without a time"
    case .moment: "a day with a time"
    }
  }
}

extension ValueType {
  /// How a value of the type is given.
  fileprivate func given(_ name: String) -> String {
    switch self {
    case .yesNo: "`\(name)` or `not \(name)`"
    case .choice(let values): "`\(name) is \(values.first ?? "…")`"
    case .number: "`\(name) is` and a number"
    case .date: "`\(name) is 2025-01-22`"
    case .instant: "`\(name) is 2025-01-22 16:00`"
    case .code: "`\(name) is \"…\"`"
    }
  }
}
