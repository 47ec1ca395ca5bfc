/// Conditions: tests joined by `and` or `or`, never both without brackets.
extension Parser {
  /// `term {and term} | term {or term}`
  mutating func condition() throws(Diagnostic) -> ConditionSyntax {
    let first = try term()
    guard at(.and) || at(.or) else { return first }
    let connective = current
    var terms = [first]
    var isMixed = false
    while at(.and) || at(.or) {
      if !(current.keyword == connective.keyword), !isMixed {
        isMixed = true
        report(
          .mixedAndOr, "`and` and `or` side by side need brackets",
          help: "say which belong together: `(a and b) or c`, or `a and (b or c)`", at: current.range,
          related: [
            Diagnostic.Related(
              caption: "the `\(connective.keyword?.rawValue ?? "")` beside it", location: location(connective.range))
          ])
      }
      mark(.connective)
      advance()
      terms.append(try term())
    }
    let range = terms[0].range.union(terms[terms.count - 1].range)
    return connective.keyword == .and ? .all(terms, range) : .any(terms, range)
  }

  /// `not term | ( condition ) | test`
  mutating func term() throws(Diagnostic) -> ConditionSyntax {
    try nested { (parser) throws(Diagnostic) in
      let start = parser.current
      if parser.take(.not) {
        let negated = try parser.term()
        return .not(negated, parser.range(from: start))
      }
      if parser.take(kind: .open) {
        let condition = try parser.condition()
        try parser.expect(kind: .close, help: "close the bracket, or join what follows by `and` or `or`")
        return condition
      }
      if parser.at(.any) || parser.at(.no) || parser.at(.at, .least) { return .count(try parser.count()) }
      return .test(try parser.test())
    }
  }

  /// `any RECORD where …`, `no RECORD where …`, `at least N RECORD where …`
  private mutating func count() throws(Diagnostic) -> CountSyntax {
    let start = current
    let quantity: CountSyntax.Quantity
    if take(.any) {
      quantity = .any
    } else if take(.no) {
      quantity = .none
    } else {
      try expect(.at, .least)
      quantity = .atLeast(try number())
    }
    let record = try name("a kind of record")
    let condition = take(.where) ? try term() : nil
    return CountSyntax(quantity: quantity, record: record, condition: condition, range: range(from: start))
  }

  private mutating func test() throws(Diagnostic) -> TestSyntax {
    let start = current
    let name = try name("a condition")
    let law = take(.as, .in) ? try self.name("the name of a law") : nil
    let comparison = take(.is) ? try comparison() : .holds
    return TestSyntax(name: name, law: law, comparison: comparison, range: range(from: start))
  }

  /// What follows `is`.
  private mutating func comparison() throws(Diagnostic) -> TestSyntax.Comparison {
    if take(.not) {
      if take(.in) { return .inList(try listReference(), negated: true) }
      guard !(at(.at) || at(.over) || at(.under) || at(.on) || at(.before) || at(.after) || at(.within)) else {
        throw expected(
          "a value",
          help: "negate the whole test, as in `not age is over 18`, or say the opposite, as in `is at most 18`")
      }
      return try equality(negated: true)
    }
    if take(.in) { return .inList(try listReference(), negated: false) }
    if let bound = try numberBound() {
      let number = try number()
      return .bound(bound, number, unit: try optionalUnit())
    }
    if take(.on) {
      try expect(.or, help: "a date is compared by `is on or after` and `is on or before`")
      let isAfter = at(.after)
      if !isAfter, !at(.before) { throw expected("`after` or `before`") }
      advance()
      return .date(isAfter ? .onOrAfter : .onOrBefore, try dateOrDay())
    }
    if take(.before) { return .date(.before, try dateOrDay()) }
    if take(.after) { return .date(.after, try dateOrDay()) }
    if take(.within) { return try within() }
    return try equality(negated: false)
  }

  private mutating func numberBound() throws(Diagnostic) -> NumberBound? {
    if take(.over) { return .over }
    if take(.under) { return .under }
    guard take(.at) else { return nil }
    if take(.least) { return .atLeast }
    if take(.most) { return .atMost }
    throw expected("`least` or `most`")
  }

  private mutating func within() throws(Diagnostic) -> TestSyntax.Comparison {
    let (number, unit) = try span()
    let isBefore = at(.before)
    if !isBefore, !at(.after) { throw expected("`before` or `after`", help: "say from which date the look-back runs") }
    advance()
    let date = try dateOrDay()
    let intervals = take(.not, .counting) ? try name("a list of intervals") : nil
    var isClamped = false
    if take(.leap, .day) {
      try expect(.as)
      let (month, day) = try monthAndDay()
      if month.value != 2 || day.value != 28 {
        report(
          .unexpectedText, "a leap day becomes march 1, or by these words february 28",
          help: "write `leap day as february 28`, or nothing", at: month.range.union(day.range))
      }
      isClamped = true
    }
    return .within(number, unit: unit, before: isBefore, date, notCounting: intervals, leapDayClamped: isClamped)
  }

  private mutating func dateOrDay() throws(Diagnostic) -> DateSyntax {
    at(kind: .day) ? .day(try day()) : .name(try name("a day or the name of a date"))
  }

  private mutating func equality(negated: Bool) throws(Diagnostic) -> TestSyntax.Comparison {
    switch current.kind {
    case .number:
      let number = try number()
      return .number(number, unit: try optionalUnit(), negated: negated)
    case .text: return .value(try text(), negated: negated)
    case .day:
      throw expected(
        "a value", help: "a date is compared by `is on or after`, `is on or before`, `is before`, `is after`")
    default: return .value(try name("a value"), negated: negated)
    }
  }

  /// A list's name, perhaps of another law; one entry; or entries in brackets.
  mutating func listReference() throws(Diagnostic) -> ListReferenceSyntax {
    let start = current
    if at(kind: .text) {
      let code = try text()
      return .inline([code], range: code.range)
    }
    guard take(kind: .open) else {
      let name = try name("a list")
      return .named(name, law: take(.as, .in) ? try self.name("the name of a law") : nil)
    }
    var entries: [Located<String>] = []
    repeat { entries.append(at(kind: .text) ? try text() : try name("an entry of the list")) } while take(kind: .comma)
    try expect(kind: .close)
    return .inline(entries, range: range(from: start))
  }

  /// `when condition [cite TEXT]`, after its first word.
  mutating func citedCondition() throws(Diagnostic) -> CitedCondition {
    let condition = try condition()
    return CitedCondition(condition: condition, cite: try gapCitation())
  }

  /// `cite TEXT` within a clause, if it stands here.
  mutating func gapCitation() throws(Diagnostic) -> Located<String>? {
    guard at(.cite) else { return nil }
    mark(.gap)
    advance()
    return try text("a citation")
  }

  /// `unless condition cite TEXT [( unless {unless} )]`
  mutating func exception() throws(Diagnostic) -> ExceptionSyntax {
    let start = current
    try expect(.unless)
    let condition = try condition()
    let cite = try gapCitation()
    var exceptions: [ExceptionSyntax] = []
    if at(kind: .open) {
      mark(.nested)
      exceptions = try nested { (parser) throws(Diagnostic) in
        parser.advance()
        var inner = [try parser.exception()]
        while parser.at(.unless) {
          parser.mark(.nested)
          inner.append(try parser.exception())
        }
        try parser.expect(kind: .close)
        return inner
      }
    }
    return ExceptionSyntax(condition: condition, cite: cite, exceptions: exceptions, range: range(from: start))
  }
}
