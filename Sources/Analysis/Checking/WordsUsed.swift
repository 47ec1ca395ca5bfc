package import LawLanguage

/// What a clause names of what laws declare.
package enum Word: Hashable {
  case definition(QualifiedName)
  case list(QualifiedName)
  case agencies(QualifiedName)
}

/// The words that clauses use, and whether they hold anything against a day that the law names.
package struct WordsUsed {
  package private(set) var words = Set<Word>()
  private(set) var namesDay = false

  /// Whom it binds left out.
  package init(of rule: Rule) {
    note(rule.conditions)
    note(rule.exceptions)
    for step in rule.steps { note(step.condition) }
    note(rule.paper)
  }

  package init(of group: GroupException) {
    note(group.conditions)
    note(group.exceptions)
  }

  package init(of void: VoidClause) {
    note(void.conditions)
    note(void.exceptions)
  }

  package init(of presumption: Presumption) { note(presumption.condition) }

  /// Whom it concerns left out.
  package init(of clause: UntranslatedClause) {
    note(clause.paper)
    note(clause.condition)
  }

  package init(of condition: Condition) { note(condition) }

  /// The class that is named, if one is.
  init(of agencies: AgencySet?) {
    if case .named(let name) = agencies { words.insert(.agencies(name)) }
  }

  mutating func join(_ other: WordsUsed) {
    words.formUnion(other.words)
    namesDay = namesDay || other.namesDay
  }

  private mutating func note(_ clauses: [Clause]) { for clause in clauses { note(clause.condition) } }

  private mutating func note(_ exceptions: [RuleException]) {
    for exception in exceptions {
      note(exception.condition)
      note(exception.exceptions)
    }
  }

  private mutating func note(_ paper: PaperCondition?) {
    guard let paper else { return }
    note(paper.list)
    note(paper.condition)
    for beside in paper.accompaniment { note(beside.list) }
  }

  private mutating func note(_ list: ListReference?) {
    if case .named(let name) = list { words.insert(.list(name)) }
  }

  private mutating func note(_ condition: Condition?) {
    switch condition {
    case nil: break
    case .not(let inner): note(inner)
    case .all(let parts), .any(let parts): for part in parts { note(part) }
    case .defined(let name): words.insert(.definition(name))
    case .count(let count): note(count.condition)
    case .test(let test):
      switch test.comparison {
      case .inList(let list): note(list)
      case .date(_, .day), .within(_, _, .day, _): namesDay = true
      case .holds, .choice, .number, .bound, .date, .within: break
      }
    }
  }
}
