import LawLanguage

/// What a library does with its lists of offences on a day: under which conditions it looks at one, and which rules rest on that.
struct OffenceUses: Sendable {
  /// One place where a list is looked at.
  struct Look: Sendable, Hashable {
    /// The list of records, such as `convictions`; nil for a fact.
    let records: String?
    /// What must be so of the same record for the list to count.
    let beside: [Condition]
    /// Whether being in the list is what is asked, or not being in it.
    let isIn: Bool
  }

  private(set) var looks: [QualifiedName: [Look]] = [:]
  private(set) var rules: [QualifiedName: [OffenceRule]] = [:]
  private var direct: [QualifiedName: Set<QualifiedName>] = [:]
  private var built: [QualifiedName: Set<QualifiedName>] = [:]

  init(_ library: Library, on day: Day) {
    let laws = library.laws.filter { $0.period.contains(day) }
    for definition in laws.flatMap(\.definitions) where definition.period.contains(day) {
      var reading = ConditionLists()
      reading.read(definition.condition)
      note(reading)
      direct[definition.name, default: []].formUnion(reading.found.map(\.list))
      built[definition.name, default: []].formUnion(reading.definitions)
    }
    for law in laws {
      let rules = law.rules.filter { $0.period.contains(day) }
      for rule in rules {
        var reading = ConditionLists()
        reading.read(rule.conditions, rule.exceptions)
        if let condition = rule.paper?.condition { reading.read(condition) }
        add(reading, to: [rule])
      }
      for exception in law.exceptions where exception.period.contains(day) {
        var reading = ConditionLists()
        reading.read(exception.conditions, exception.exceptions)
        add(reading, to: rules.filter { exception.rules.contains($0.name.name) })
      }
    }
  }

  private mutating func note(_ reading: ConditionLists) {
    for (list, look) in reading.found where !(looks[list]?.contains(look) ?? false) {
      looks[list, default: []].append(look)
    }
  }

  /// Lists that stand in the conditions themselves, and those of the definitions that they stand on.
  private mutating func add(_ reading: ConditionLists, to rules: [Rule]) {
    note(reading)
    var lists = Set(reading.found.map(\.list))
    var open = Array(reading.definitions)
    var seen = reading.definitions
    while let name = open.popLast() {
      lists.formUnion(direct[name] ?? [])
      for next in built[name] ?? [] where seen.insert(next).inserted { open.append(next) }
    }
    for rule in rules {
      let entry = OffenceRule(name: rule.name, act: rule.act, provenance: rule.provenance)
      for list in lists where !(self.rules[list]?.contains(entry) ?? false) {
        self.rules[list, default: []].append(entry)
      }
    }
  }
}

/// The lists and definitions that a condition looks at.
private struct ConditionLists {
  private(set) var found: [(list: QualifiedName, look: OffenceUses.Look)] = []
  private(set) var definitions: Set<QualifiedName> = []

  mutating func read(_ clauses: [Clause], _ exceptions: [RuleException]) {
    for clause in clauses { read(clause.condition) }
    for exception in exceptions { read(exception) }
  }

  private mutating func read(_ exception: RuleException) {
    read(exception.condition)
    for inner in exception.exceptions { read(inner) }
  }

  mutating func read(_ condition: Condition) { read(condition, of: nil, beside: [], isPlain: true) }

  private mutating func read(_ condition: Condition, of records: String?, beside: [Condition], isPlain: Bool) {
    switch condition {
    case .not(let inner): read(inner, of: records, beside: beside, isPlain: !isPlain)
    case .all(let parts):
      for (index, part) in parts.enumerated() {
        // Among conditions of facts the others are no part of the same record.
        let others = parts.enumerated().filter { $0.offset != index && !$0.element.looksAtLists }.map(\.element)
        read(part, of: records, beside: records == nil ? [] : beside + others, isPlain: isPlain)
      }
    case .any(let parts): for part in parts { read(part, of: records, beside: beside, isPlain: isPlain) }
    case .defined(let name): definitions.insert(name)
    case .count(let count):
      if let inner = count.condition { read(inner, of: count.records, beside: [], isPlain: isPlain) }
    case .test(let test):
      guard case .inList(.named(let list)) = test.comparison else { return }
      found.append((list, OffenceUses.Look(records: records, beside: beside, isIn: isPlain)))
    }
  }
}
