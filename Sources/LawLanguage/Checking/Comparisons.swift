/// Tests: that a value is compared with something of its type.
extension Scope {
  func test(_ syntax: TestSyntax) -> Condition? {
    guard let meaning = meaning(of: syntax.name, law: syntax.law) else {
      return nil
    }
    switch meaning {
    case .definition(let name):
      if case .holds = syntax.comparison { return .defined(name) }
      report(
        .wrongType, "`\(syntax.name.value)` is a condition: it holds, or it does not",
        help: "write `\(syntax.name.value)` or `not \(syntax.name.value)`", at: syntax.range)
      return nil
    case .value(let subject, let type):
      return comparison(syntax, subject, type)
    }
  }

  private func comparison(_ syntax: TestSyntax, _ subject: Test.Subject, _ type: ValueType) -> Condition? {
    let name = syntax.name.value
    func test(_ comparison: Test.Comparison, negated: Bool = false) -> Condition {
      let test = Condition.test(Test(subject: subject, comparison: comparison))
      return negated ? .not(test) : test
    }
    func wrong(_ what: String) -> Condition? {
      report(
        .wrongType, "`\(name)` is \(type.phrase), \(what)", help: "write \(type.example(name))", at: syntax.range)
      return nil
    }
    switch syntax.comparison {
    case .holds:
      return type == .yesNo ? test(.holds) : wrong("so it does not hold by itself")
    case .value(let word, let negated):
      guard case .choice = type else { return wrong("so it cannot be `\(word.value)`") }
      return choice(word, of: name, type).map { test(.choice($0), negated: negated) }
    case .number(let number, let unit, let negated):
      guard case .number(let own) = type else { return wrong("so it cannot be \(number.value)") }
      return converted(number, unit, to: own, of: name).map { test(.number($0), negated: negated) }
    case .bound(let bound, let number, let unit):
      guard case .number(let own) = type else { return wrong("so it cannot be \(bound.rawValue) \(number.value)") }
      return converted(number, unit, to: own, of: name).map { test(.bound(bound, $0)) }
    case .inList(let list, let negated):
      guard type.isListed else { return wrong("so it is in no list") }
      return self.list(list, for: type, of: name).map { test(.inList($0), negated: negated) }
    case .date(let order, let date):
      guard type.isDated else { return wrong("so it is not \(order.rawValue) a day") }
      return self.date(date).map { test(.date(order, $0)) }
    case .within(let count, let unit, let before, let date, let notCounting, let clamped):
      guard type.isDated else { return wrong("so it is not within a time of a day") }
      let reference = self.date(date)
      let unit = span(unit, count: count.value)
      var intervals: String?
      if let notCounting {
        guard let found = self.intervals(notCounting) else { return nil }
        intervals = found
      }
      guard let reference, let unit else { return nil }
      let span = Span(count: count.value, unit: unit, leapDayClamped: clamped)
      return test(.within(span, before: before, reference, notCounting: intervals))
    }
  }

  // MARK: - Dates

  /// A day, or something that has one.
  private func date(_ syntax: DateSyntax) -> DateReference? {
    switch syntax {
    case .day(let day): .day(day.value)
    case .name(let name): dated(name).map { .subject($0) }
    }
  }

  /// A fact, field or date of the request that is a date or an instant.
  func dated(_ name: Name) -> Test.Subject? {
    guard let meaning = meaning(of: name, law: nil) else { return nil }
    let phrase: String
    switch meaning {
    case .value(let subject, let type):
      if type.isDated { return subject }
      phrase = type.phrase
    case .definition: phrase = "a condition"
    }
    report(
      .wrongType, "`\(name.value)` is \(phrase), not a date or an instant",
      help: suggest(name.value, dates, else: "name a date: \(dates.map { "`\($0)`" }.joined(separator: ", "))"),
      at: name.range)
    return nil
  }

  private var dates: [String] {
    RequestDate.allCases.map(\.rawValue) + vocabulary.facts.filter { $0.type.isDated }.map(\.name)
  }

  /// Records with a `start` and an `end`, as `not counting` needs.
  private func intervals(_ name: Name) -> String? {
    guard let type = recordType(name) else { return nil }
    for field in ["start", "end"] where type.field(field)?.type.isDated != true {
      report(
        .wrongType, "`\(type.name)` has no date `\(field)`, so its days cannot be left out",
        help: "name a list of records with the dates `start` and `end`", at: name.range,
        related: names.declared[type.name].map { .init(caption: "declared here", location: $0.location) })
      return nil
    }
    return type.name
  }

  // MARK: - Units

  /// The unit of a look-back or a clock.
  func unit(_ name: Name, count: Int, of allowed: [TimeUnit]) -> TimeUnit? {
    if let unit = TimeUnit(name.value, count: count), allowed.contains(unit) { return unit }
    let words = allowed.map(\.rawValue)
    report(
      .unitMismatch, "`\(name.value)` is no unit here", help: suggest(name.value, words, else: listing(words)),
      at: name.range)
    return nil
  }

  private func span(_ name: Name, count: Int) -> TimeUnit? {
    unit(name, count: count, of: [.days, .weeks, .months, .years])
  }

  /// A number in the unit of the fact it is compared with.
  private func converted(_ number: Located<Int>, _ unit: Name?, to own: String, of name: String) -> Int? {
    guard let unit, unit.value != own else { return number.value }
    if number.value == 1, unit.value + "s" == own { return 1 }
    let given = TimeUnit(unit.value, count: number.value)
    guard let given, let target = TimeUnit(rawValue: own), let rate = given.rate(to: target) else {
      report(
        .unitMismatch, "`\(name)` is a number of \(own), not of \(unit.value)",
        help: suggest(unit.value, [own], else: "write the number in \(own)"), at: unit.range)
      return nil
    }
    let (whole, rest) = (number.value * rate.times).quotientAndRemainder(dividingBy: rate.over)
    guard rest == 0 else {
      report(
        .unitMismatch, "\(number.value) \(unit.value) are no whole number of \(own)",
        help: "`\(name)` is a number of \(own): write a number of those", at: number.range.union(unit.range))
      return nil
    }
    return whole
  }
}

extension TimeUnit {
  /// The unit of that name; one may be told in the singular.
  init?(_ word: String, count: Int) {
    if let unit = TimeUnit(rawValue: word) {
      self = unit
    } else if count == 1, let unit = TimeUnit(rawValue: word + "s") {
      self = unit
    } else {
      return nil
    }
  }

  /// How many of the other unit this one is, exactly: so many times, divided by so many.
  func rate(to other: TimeUnit) -> (times: Int, over: Int)? {
    guard let (family, size) = measure, let (otherFamily, otherSize) = other.measure, family == otherFamily else {
      return nil
    }
    return (size, otherSize)
  }

  private enum Family { case hours, months }

  private var measure: (Family, Int)? {
    switch self {
    case .hours: (.hours, 1)
    case .days: (.hours, 24)
    case .weeks: (.hours, 168)
    case .months: (.months, 1)
    case .years: (.months, 12)
    case .businessDays: nil
    }
  }
}

extension ValueType {
  /// Whether it falls on a day.
  var isDated: Bool {
    switch self {
    case .date, .instant: true
    case .yesNo, .choice, .number, .code: false
    }
  }

  /// How a value of the type is tested.
  func example(_ name: String) -> String {
    switch self {
    case .yesNo: "`\(name)` or `not \(name)`"
    case .choice(let values): "`\(name) is \(values.first ?? "…")`"
    case .number(let unit): "`\(name) is at least … \(unit)`"
    case .date, .instant: "`\(name) is on or after …`"
    case .code: "`\(name) is in …` and a list of codes"
    }
  }
}
