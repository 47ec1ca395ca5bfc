/// Whether conditions can be true together, by trying values.
///
/// Each fact takes the values at which one of the conditions' own tests could turn. What is not a plain test of a fact
/// (counts, look-backs, named lists) is taken to be free. So "no" is certain, and "yes" is not.
struct Feasibility {
  /// The most conditions that are tried together. Each clause of a rule is tried with all before it.
  static let mostConditions = 100

  private let definitions: [QualifiedName: Condition]
  private let vocabulary: Vocabulary
  /// With more combinations than this, the answer is "yes".
  private let limit = 4096

  init(laws: [Law], vocabulary: Vocabulary) {
    self.vocabulary = vocabulary
    // A definition with versions says different things on different days, so it stays a free variable.
    var definitions: [QualifiedName: Condition] = [:]
    var versioned: Set<QualifiedName> = []
    for definition in laws.flatMap(\.definitions)
    where definitions.updateValue(definition.condition, forKey: definition.name) != nil {
      versioned.insert(definition.name)
    }
    self.definitions = definitions.filter { !versioned.contains($0.key) }
  }

  func canHold(_ conditions: [Condition]) -> Bool {
    // One test alone can always have its way.
    if conditions.count == 1, case .test = conditions[0] { return true }
    var domains = Domains()
    var written: [Formula] = []
    for condition in conditions { written.append(formula(condition, &domains, depth: 0)) }
    // Where no variable occurs twice, every test can have its way.
    guard domains.occurrences.values.contains(where: { $0 > 1 }) else { return true }
    let variables = domains.values.map { (variable: $0.key, values: $0.value.sorted()) }
    var combinations = 1
    for variable in variables {
      combinations *= variable.values.count
      if combinations > limit { return true }
    }
    var assignment: [Variable: Value] = [:]
    for number in 0..<combinations {
      var rest = number
      for (variable, values) in variables {
        assignment[variable] = values[rest % values.count]
        rest /= values.count
      }
      if written.allSatisfy({ $0.holds(assignment) }) { return true }
    }
    return false
  }

  // MARK: - Conditions as formulas over few variables

  private enum Variable: Hashable {
    case subject(Test.Subject)
    /// Something that may be true or false, whatever else is.
    case free(Condition)
  }

  /// Yes and no are 1 and 0, a choice is its position, a day its number.
  private typealias Value = Int

  private struct Domains {
    var values: [Variable: Set<Value>] = [:]
    var occurrences: [Variable: Int] = [:]

    mutating func add(_ variable: Variable, _ more: some Sequence<Value>) {
      values[variable, default: []].formUnion(more)
      occurrences[variable, default: 0] += 1
    }
  }

  private indirect enum Formula {
    case not(Formula)
    case all([Formula])
    case any([Formula])
    case atom(Variable, @Sendable (Value) -> Bool)

    func holds(_ assignment: [Variable: Value]) -> Bool {
      switch self {
      case .not(let inner): !inner.holds(assignment)
      case .all(let parts): parts.allSatisfy { $0.holds(assignment) }
      case .any(let parts): parts.contains { $0.holds(assignment) }
      case .atom(let variable, let test): assignment[variable].map(test) ?? true
      }
    }
  }

  private func formula(_ condition: Condition, _ domains: inout Domains, depth: Int) -> Formula {
    switch condition {
    case .not(let inner): return .not(formula(inner, &domains, depth: depth))
    case .all(let parts): return .all(parts.map { formula($0, &domains, depth: depth) })
    case .any(let parts): return .any(parts.map { formula($0, &domains, depth: depth) })
    case .test(let test): return atom(test, &domains) ?? free(condition, &domains)
    case .count: return free(condition, &domains)
    case .defined(let name):
      // The depth ends circles, which are reported elsewhere.
      guard depth < 16, let definition = definitions[name] else { return free(condition, &domains) }
      return formula(definition, &domains, depth: depth + 1)
    }
  }

  private func free(_ condition: Condition, _ domains: inout Domains) -> Formula {
    domains.add(.free(condition), 0...1)
    return .atom(.free(condition)) { $0 == 1 }
  }

  private func atom(_ test: Test, _ domains: inout Domains) -> Formula? {
    let variable = Variable.subject(test.subject)
    let choices: [String]
    if case .fact(let name) = test.subject {
      choices = vocabulary.fact(name)?.type.choices ?? []
    } else {
      choices = []
    }
    func atom(_ domain: some Sequence<Value>, _ holds: @escaping @Sendable (Value) -> Bool) -> Formula {
      domains.add(variable, domain)
      return .atom(variable, holds)
    }
    switch test.comparison {
    case .holds: return atom(0...1) { $0 == 1 }
    case .choice(let word):
      guard let wanted = choices.firstIndex(of: word) else { return nil }
      return atom(choices.indices) { $0 == wanted }
    case .inList(.inline(let words)):
      guard !choices.isEmpty else { return nil }
      let wanted = Set(words.compactMap(choices.firstIndex))
      return atom(choices.indices) { wanted.contains($0) }
    case .number(let number): return atom(number - 1...number + 1) { $0 == number }
    case .bound(let bound, let number): return atom(number - 1...number + 1) { bound.holds($0, number) }
    case .date(let order, .day(let day)):
      let number = Int(day.number)
      return atom(number - 1...number + 1) { order.holds(Day(number: Int32($0)), day) }
    case .inList(.named), .date, .within: return nil
    }
  }
}
