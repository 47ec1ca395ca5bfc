import LawLanguage

/// Refuses what the vocabulary says cannot be. A constraint is broken only if what is known makes it false for certain.
extension RequestReading {
  mutating func checkConstraints(_ request: Request) {
    let known = KnownValues(library: library, request: request, zone: values.zone)
    for constraint in vocabulary.constraints {
      if let list = constraint.records {
        for (index, record) in (request.records[list]?.records ?? []).enumerated()
        where known.evaluate(constraint.condition, record: record) == false {
          report(constraint, known, record: (list, index, record))
        }
      } else if known.evaluate(constraint.condition, record: nil) == false {
        report(constraint, known, record: nil)
      }
    }
  }

  private mutating func report(
    _ constraint: Constraint, _ known: KnownValues, record: (list: String, index: Int, values: [String: FactValue])?
  ) {
    // What the agency wrote comes before the dates of the request, which often nobody wrote.
    let subjects = constraint.condition.subjects
    var named: [(name: String, shown: String, value: String)] = []
    for subject in subjects {
      let value = known.value(of: subject, record: record?.values)?.text(in: values.zone)
      switch subject {
      case .fact(let name): if let value { named.append((name, name, value)) }
      case .field(let name):
        if let record, let value { named.append(("\(record.list)[\(record.index)].\(name)", name, value)) }
      case .date(let date): if let value { named.append((date.rawValue, date.rawValue, value)) }
      }
    }
    let place = named.compactMap { places[$0.name] }.first
    let text = constraint.text.withoutFullStop
    issues.add(
      place?.location ?? draft.origin, place?.path ?? "", text,
      help: named.isEmpty ? nil : named.map { "\($0.shown) is \($0.value)" }.joined(separator: ", "))
  }
}

extension Condition {
  /// Everything it looks at, in order, once.
  var subjects: [Test.Subject] {
    var found: [Test.Subject] = []
    func add(_ subject: Test.Subject) {
      if !found.contains(subject) { found.append(subject) }
    }
    func walk(_ condition: Condition) {
      switch condition {
      case .not(let inner): walk(inner)
      case .all(let parts), .any(let parts): parts.forEach(walk)
      case .defined: break
      case .count(let count): count.condition.map(walk)
      case .test(let test):
        add(test.subject)
        switch test.comparison {
        case .date(_, .subject(let other)), .within(_, _, .subject(let other), _): add(other)
        case .holds, .choice, .number, .bound, .inList, .date, .within: break
        }
      }
    }
    walk(self)
    return found
  }
}

/// What is known of a request, and what follows from it by Kleene's tables: enough to be certain that something is
/// false.
struct KnownValues {
  let library: Library
  let request: Request
  let zone: Zone?

  /// True, false, or nil if what is known does not say.
  func evaluate(_ condition: Condition, record: [String: FactValue]?) -> Bool? {
    switch condition {
    case .not(let inner): evaluate(inner, record: record).map { !$0 }
    case .all(let parts): all(parts.map { evaluate($0, record: record) })
    case .any(let parts): all(parts.map { evaluate($0, record: record).map { !$0 } }).map { !$0 }
    case .defined(let name):
      library.definition(name, on: request.day).flatMap { evaluate($0.condition, record: record) }
    case .test(let test): evaluate(test, record: record)
    case .count(let count): evaluate(count)
    }
  }

  private func all(_ values: [Bool?]) -> Bool? {
    if values.contains(false) { return false }
    return values.contains(nil) ? nil : true
  }

  private func evaluate(_ count: RecordCount) -> Bool? {
    guard let list = request.records[count.records] else { return nil }
    let passes = list.records.map { record in
      count.condition.map { evaluate($0, record: record) } ?? true
    }
    if passes.filter({ $0 == true }).count >= count.atLeast { return true }
    let possible = passes.filter { $0 != false }.count
    return list.isComplete && possible < count.atLeast ? false : nil
  }

  func value(of subject: Test.Subject, record: [String: FactValue]?) -> FactValue? {
    switch subject {
    case .fact(let name): request.facts[name]
    case .field(let name): record?[name]
    case .date(.asked): .date(request.askedDay)
    case .date(.decided): .date(request.decidedDay)
    case .date(.acted): .date(request.day)
    }
  }

  private func day(of subject: Test.Subject, record: [String: FactValue]?) -> Day? {
    switch value(of: subject, record: record) {
    case .date(let day): day
    case .instant(let instant): zone?.day(of: instant)
    case .yesNo, .choice, .number, .code, nil: nil
    }
  }

  private func evaluate(_ test: Test, record: [String: FactValue]?) -> Bool? {
    let value = value(of: test.subject, record: record)
    switch (test.comparison, value) {
    case (.holds, .yesNo(let holds)): return holds
    case (.choice(let wanted), .choice(let choice)): return choice == wanted
    case (.number(let wanted), .number(let number)): return number == wanted
    case (.bound(let bound, let limit), .number(let number)): return bound.holds(number, limit)
    case (.inList(let list), .choice(let choice)):
      return library.members(of: list, on: request.day).contains(choice)
    case (.inList(let list), .code(let code)):
      return library.members(of: list, on: request.day).contains { code == $0 || code.hasPrefix($0 + "(") }
    case (.date(let order, let reference), _):
      guard let day = day(of: test.subject, record: record), let limit = self.day(reference, record) else { return nil }
      return order.holds(day, limit)
    case (.within(let span, let before, let reference, notCounting: nil), _):
      guard let day = day(of: test.subject, record: record), let anchor = self.day(reference, record) else {
        return nil
      }
      return before ? day <= anchor && span.after(day) >= anchor : day >= anchor && span.before(day) <= anchor
    default: return nil
    }
  }

  private func day(_ reference: DateReference, _ record: [String: FactValue]?) -> Day? {
    switch reference {
    case .day(let day): day
    case .subject(let subject): day(of: subject, record: record)
    }
  }
}
