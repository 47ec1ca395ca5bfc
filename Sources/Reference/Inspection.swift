import LawLanguage

/// What a set of conditions looks at: all that completions must give a value, and all that its values are cut at.
struct Inspection {
  let situation: Situation
  var tests: [ScopedTest] = []
  var counts: [RecordCount] = []

  /// A test, and whose fields it can name.
  struct ScopedTest: Hashable {
    let test: Test
    let scope: Scope
  }

  /// Whose fields are in reach.
  enum Scope: Hashable {
    case request
    case record(String)
    case paper
  }

  init(_ situation: Situation) { self.situation = situation }

  // MARK: Looking

  /// Looks at all that norms, with what can take them out, depend on.
  mutating func look(at norms: Norms) {
    for norm in norms.norms {
      look(at: norm.rule)
      for suspension in situation.suspensions(of: norm) { suspension.condition.map { look(at: $0) } }
    }
    for exception in norms.exceptions {
      look(at: exception.declaration.conditions, exception.declaration.exceptions)
    }
    for void in norms.voids { look(at: void.declaration.conditions, void.declaration.exceptions) }
  }

  private mutating func look(at rule: Rule) {
    if let condition = rule.paper?.condition { look(at: condition, .paper) }
    look(at: rule.conditions, rule.exceptions)
    for step in rule.steps { if let condition = step.condition { look(at: condition) } }
  }

  private mutating func look(at clauses: [Clause], _ exceptions: [RuleException]) {
    for clause in clauses { look(at: clause.condition) }
    for exception in exceptions { look(at: exception) }
  }

  private mutating func look(at exception: RuleException) {
    look(at: exception.condition)
    for inner in exception.exceptions { look(at: inner) }
  }

  /// Looks at a condition, through definitions.
  mutating func look(at condition: Condition, _ scope: Scope = .request) {
    switch condition {
    case .not(let inner): look(at: inner, scope)
    case .all(let parts), .any(let parts): for part in parts { look(at: part, scope) }
    case .defined(let name):
      guard let definition = situation.library.definition(name, on: situation.request.day) else { return }
      look(at: definition.condition)
    case .test(let test):
      let scoped = ScopedTest(test: test, scope: scope)
      if !tests.contains(scoped) { tests.append(scoped) }
    case .count(let count):
      if !counts.contains(count) { counts.append(count) }
      if let condition = count.condition { look(at: condition, .record(count.records)) }
    }
  }

  /// Looks at a constraint on the request, or on each record of a list.
  mutating func look(at constraint: Constraint) {
    look(at: constraint.condition, constraint.records.map(Scope.record) ?? .request)
  }

  /// Looks at every constraint that ties something unknown here to anything, and so on. These are the constraints that
  /// completions must satisfy.
  mutating func lookAtConstraints() -> [Constraint] {
    var found: [Constraint] = []
    var rest = situation.vocabulary.constraints
    while let index = rest.firstIndex(where: { !unknowns.isDisjoint(with: unknowns(of: $0)) }) {
      let constraint = rest.remove(at: index)
      look(at: constraint)
      found.append(constraint)
    }
    return found
  }

  private func unknowns(of constraint: Constraint) -> Set<Unknown> {
    var alone = Inspection(situation)
    alone.look(at: constraint)
    return alone.unknowns
  }

  // MARK: What was seen

  /// A fact, or a field of all records of a list or of all papers.
  enum Slot: Hashable {
    case fact(String)
    case recordField(list: String, field: String)
    case paperField(String)
  }

  /// A side of a comparison.
  enum Operand: Hashable {
    case slot(Slot)
    /// A day of the law or the request.
    case day(Day)
  }

  func operand(_ subject: Test.Subject, _ scope: Scope) -> Operand? {
    switch (subject, scope) {
    case (.fact(let name), _): .slot(.fact(name))
    case (.date(let date), _): .day(situation.day(of: date))
    case (.field(let field), .record(let list)): .slot(.recordField(list: list, field: field))
    case (.field(let field), .paper): .slot(.paperField(field))
    case (.field, .request): nil
    }
  }

  func operand(_ reference: DateReference, _ scope: Scope) -> Operand? {
    switch reference {
    case .day(let day): .day(day)
    case .subject(let subject): operand(subject, scope)
    }
  }

  /// Every fact and field that is looked at.
  var slots: Set<Slot> {
    var found: Set<Slot> = []
    func see(_ operand: Operand?) {
      if case .slot(let slot) = operand { found.insert(slot) }
    }
    for scoped in tests {
      see(operand(scoped.test.subject, scoped.scope))
      switch scoped.test.comparison {
      case .date(_, let reference):
        see(operand(reference, scoped.scope))
      case .within(_, _, let reference, let notCounting):
        see(operand(reference, scoped.scope))
        if let list = notCounting {
          found.formUnion([.recordField(list: list, field: "start"), .recordField(list: list, field: "end")])
        }
      case .holds, .choice, .number, .bound, .inList: break
      }
    }
    return found
  }

  /// The lists of records that are looked at.
  var lists: Set<String> {
    let leftOut = tests.compactMap { scoped in
      if case .within(_, _, _, let list) = scoped.test.comparison { list } else { nil }
    }
    let tested = slots.compactMap { slot in
      if case .recordField(let list, _) = slot { list } else { nil }
    }
    return Set(counts.map(\.records) + leftOut + tested)
  }

  /// Everything looked at that the request leaves unknown.
  var unknowns: Set<Unknown> {
    let request = situation.request
    var found: Set<Unknown> = []
    for slot in slots {
      switch slot {
      case .fact(let name):
        if request.facts[name] == nil { found.insert(.fact(name)) }
      case .paperField(let field):
        for paper in request.papers.indices where situation.recordedFields(ofPaper: paper)[field] == nil {
          found.insert(.paperField(paper: paper, field: field))
        }
      case .recordField(let list, let field):
        for (index, record) in (request.records[list]?.records ?? []).enumerated() where record[field] == nil {
          found.insert(.recordField(list: list, record: index, field: field))
        }
      }
    }
    for list in lists where !(request.records[list]?.isComplete ?? false) {
      found.insert(.moreRecords(list: list))
    }
    return found
  }
}
