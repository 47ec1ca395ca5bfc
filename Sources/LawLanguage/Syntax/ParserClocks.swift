/// Windows and due dates.
extension Parser {
  /// `not before moment | until moment | at most N unit from date [not counting …]`, if one stands here.
  mutating func bound() throws(Diagnostic) -> BoundSyntax? {
    let start = current
    guard at(.not, .before) || at(.until) || at(.at, .most) else { return nil }
    mark(.clause(5))
    let kind: BoundSyntax.Kind
    if take(.not, .before) {
      kind = .notBefore(try moment())
    } else if take(.until) {
      kind = .until(try moment())
    } else {
      try expect(.at, .most)
      let (count, unit) = try span()
      try expect(.from, help: "say from which date the clock runs")
      let date = try date()
      kind = .atMost(count, unit: unit, from: date, notCounting: try notCounting())
    }
    return BoundSyntax(bound: kind, range: range(from: start))
  }

  /// `the end of the day of date | [N unit (before | after)] date`
  private mutating func moment() throws(Diagnostic) -> MomentSyntax {
    if take(.the) {
      try expect(.end, .of, .the, .day, .of)
      return .endOfDay(try date())
    }
    guard at(kind: .number) else { return .date(try date()) }
    let (count, unit) = try span()
    let isBefore = at(.before)
    if !isBefore, !at(.after) { throw expected("`before` or `after`") }
    advance()
    return .offset(count, unit: unit, before: isBefore, date: try date())
  }

  /// `due …`
  mutating func due() throws(Diagnostic) -> DueSyntax {
    let start = current
    try expect(.due)
    let kind: DueSyntax.Kind
    switch current.keyword {
    case .without:
      advance()
      try expect(.delay)
      kind = .withoutDelay
    case .within:
      advance()
      let (count, unit) = try span()
      let date = take(.of) ? try date() : nil
      kind = .within(count, unit: unit, of: date, notCounting: try notCounting())
    case .at:
      advance()
      try expect(.least)
      let (count, unit) = try span()
      try expect(.before)
      kind = .atLeastBefore(count, unit: unit, date: try date())
    case .before:
      advance()
      kind = .before(try date())
    case .by:
      advance()
      let (month, day) = try monthAndDay()
      kind = .by(month: month, day: day)
    default: throw expected("`without delay`, `within`, `at least`, `before` or `by`")
    }
    return DueSyntax(kind: kind, range: range(from: start))
  }
}
