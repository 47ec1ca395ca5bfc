import LawLanguage

extension Law {
  /// The days on which a test of the request's own dates against a day that the law names turns, and the days after: nothing in
  /// the law begins on them, and yet it says something else.
  var daysThatTestsTurnOn: Set<Day> {
    var days = Set<Day>()
    for condition in conditions { condition.noteTurns(&days) }
    return days
  }

  /// Everything in it that a request must meet.
  private var conditions: [Condition] {
    var found = definitions.map(\.condition) + presumptions.compactMap(\.condition)
    for rule in rules {
      found += rule.conditions.map(\.condition) + rule.exceptions.flatMap(\.all) + rule.steps.compactMap(\.condition)
      found += [rule.paper?.condition].compactMap { $0 }
    }
    for group in exceptions { found += group.conditions.map(\.condition) + group.exceptions.flatMap(\.all) }
    for void in voids { found += void.conditions.map(\.condition) + void.exceptions.flatMap(\.all) }
    for clause in untranslated { found += [clause.condition, clause.paper?.condition].compactMap { $0 } }
    return found
  }
}

extension RuleException {
  /// Its condition, and those of the exceptions in it.
  fileprivate var all: [Condition] { [condition] + exceptions.flatMap(\.all) }
}

extension Condition {
  fileprivate func noteTurns(_ days: inout Set<Day>) {
    switch self {
    case .not(let inner): inner.noteTurns(&days)
    case .all(let parts), .any(let parts): for part in parts { part.noteTurns(&days) }
    case .count(let count): count.condition?.noteTurns(&days)
    case .defined: break
    case .test(let test):
      guard case .date = test.subject else { return }
      switch test.comparison {
      case .date(_, .day(let day)): days.formUnion([day, day.adding(days: 1)])
      case .within(let span, _, .day(let day), _):
        days.formUnion([span.before(day), day, span.after(day)].flatMap { [$0, $0.adding(days: 1)] })
      case .holds, .choice, .number, .bound, .inList, .date, .within: break
      }
    }
  }
}
