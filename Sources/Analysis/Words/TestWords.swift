import LawLanguage
import Norms

/// Tests in the words of the language, as a law would write them.
struct TestWords {
  let library: Library
  let day: Day

  /// `age is at least 18`, or what must be so if it is not: `age is under 18`.
  func words(_ test: ScalarTest, before prefix: String = "", isTrue: Bool) -> String {
    let name = prefix + TestWords.name(test.subject)
    switch test.comparison {
    case .holds: return isTrue ? name : "not \(name)"
    case .choice(let value): return "\(name) is \(isTrue ? "" : "not ")\(value)"
    case .number(let value):
      let own = "\(name) is \(value)"
      return isTrue ? own : "not \(own)"
    case .bound(let bound, let value): return "\(name) is \((isTrue ? bound : bound.opposite).rawValue) \(value)"
    case .member(let members): return "\(name) is \(isTrue ? "" : "not ")in \(list(members))"
    case .date(let order, let reference):
      return "\(name) is \((isTrue ? order : order.opposite).rawValue) \(date(reference, prefix))"
    case .within(let span, let before, let reference, let leftOut):
      let unit = span.count == 1 ? String(span.unit.rawValue.dropLast()) : span.unit.rawValue
      let counted = leftOut.map { " not counting \($0)" } ?? ""
      let own =
        "\(name) is within \(span.count) \(unit) \(before ? "before" : "after") \(date(reference, prefix))\(counted)"
      return isTrue ? own : "not \(own)"
    }
  }

  /// `any conviction where class is felony`, or `no conviction where …`.
  func words(_ formula: Formula?, of list: String, atLeast: Int, isTrue: Bool, _ atom: (Int, Bool) -> String) -> String
  {
    let element = library.vocabulary.recordType(list)?.element ?? list
    let quantity =
      atLeast == 1 ? (isTrue ? "any" : "no") : (isTrue ? "at least \(atLeast)" : "not at least \(atLeast)")
    guard let formula else { return "\(quantity) \(element)" }
    let condition = words(formula, isTrue: true, isInner: false, atom)
    switch formula {
    case .all, .any: return "\(quantity) \(element) where (\(condition))"
    case .atom, .not, .constant: return "\(quantity) \(element) where \(condition)"
    }
  }

  /// A condition over tests.
  func words(_ formula: Formula, isTrue: Bool, isInner: Bool, _ atom: (Int, Bool) -> String) -> String {
    switch formula {
    case .constant(let value): return value == isTrue ? "always" : "never"
    case .atom(let number): return atom(number, isTrue)
    case .not(let inner): return words(inner, isTrue: !isTrue, isInner: isInner, atom)
    case .all(let parts), .any(let parts):
      var isConjunction = false
      if case .all = formula { isConjunction = true }
      let joint = isConjunction == isTrue ? " and " : " or "
      let text = parts.map { words($0, isTrue: isTrue, isInner: true, atom) }.joined(separator: joint)
      return isInner ? "(\(text))" : text
    }
  }

  /// A list by its name, or else its members.
  private func list(_ members: Set<String>) -> String {
    for law in library.laws {
      for list in law.lists where list.period.contains(day) && Set(list.members(on: day)) == members {
        return list.name.name
      }
    }
    return "(\(members.sorted().joined(separator: ", ")))"
  }

  private func date(_ reference: DateReference, _ prefix: String) -> String {
    switch reference {
    case .day(let day): return day.description
    case .subject(let subject):
      if case .field = subject { return prefix + TestWords.name(subject) }
      return TestWords.name(subject)
    }
  }

  private static func name(_ subject: Test.Subject) -> String {
    switch subject {
    case .fact(let name), .field(let name): name
    case .date(let date): date.rawValue
    }
  }
}

extension NumberBound {
  /// What holds exactly where this does not.
  fileprivate var opposite: NumberBound {
    switch self {
    case .atLeast: .under
    case .under: .atLeast
    case .atMost: .over
    case .over: .atMost
    }
  }
}

extension DateOrder {
  /// What holds of every day exactly where this does not.
  fileprivate var opposite: DateOrder {
    switch self {
    case .onOrAfter: .before
    case .before: .onOrAfter
    case .onOrBefore: .after
    case .after: .onOrBefore
    }
  }
}
