import LawLanguage

/// Versions that no day reaches on which anything uses them, and tests of the day of the act that always come out the same.
struct UnreachableDates {
  let library: Library

  /// What a declaration names.
  private enum Word: Hashable {
    case definition(QualifiedName)
    case list(QualifiedName)
    case agencies(QualifiedName)
  }

  var findings: [Finding] { versions + tests }

  // MARK: Versions

  private var versions: [Finding] {
    let used = usedDays
    return library.laws.flatMap { law -> [Finding] in
      let definitions = law.definitions.compactMap { definition in
        finding(
          of: "the version of \(definition.name)", .definition(definition.name), law.period.overlap(definition.period),
          at: definition.location, used)
      }
      func lists(_ all: [MemberList], _ word: (QualifiedName) -> Word) -> [Finding] {
        all.flatMap { list -> [Finding] in
          let days = law.period.overlap(list.period)
          if let whole = finding(of: "the version of \(list.name)", word(list.name), days, at: list.location, used) {
            return [whole]
          }
          return list.members.compactMap { member in
            finding(
              of: "\(member.value) in \(list.name)", word(list.name), days.flatMap { $0.overlap(member.period) },
              at: list.location, used)
          }
        }
      }
      return definitions + lists(law.lists) { .list($0) } + lists(law.classes) { .agencies($0) }
    }
  }

  /// Nil if something uses the word on a day of the version, or nothing uses it at all.
  private func finding(
    of what: String, _ word: Word, _ days: Period?, at location: SourceLocation, _ used: [Word: Set<Period>]
  ) -> Finding? {
    guard let uses = used[word], !uses.isEmpty, let days, !uses.contains(where: { $0.overlap(days) != nil }) else {
      return nil
    }
    let until = days.until.map { " until \($0)" } ?? ""
    return Finding(
      .unreachableDate, .warning,
      "no day reaches \(what) from \(days.from)\(until): nothing that uses it is in force then",
      help: "look at its days beside those of the rules", at: location)
  }

  /// The days on which each word is used by something that is in force and is used itself.
  private var usedDays: [Word: Set<Period>] {
    var used: [Word: Set<Period>] = [:]
    var open: [(word: Word, days: Period)] = []
    for law in library.laws {
      func use(_ words: Set<Word>, _ period: Period) {
        guard let days = law.period.overlap(period) else { return }
        for word in words { open.append((word, days)) }
      }
      for rule in law.rules {
        var words = agencies(rule.who.agencies)
        for clause in rule.conditions { words.formUnion(self.words(clause.condition)) }
        for exception in rule.exceptions { words.formUnion(self.words(exception)) }
        for step in rule.steps { words.formUnion(step.condition.map(self.words) ?? []) }
        words.formUnion(rule.paper.map(self.words) ?? [])
        use(words, rule.period)
      }
      for group in law.exceptions { use(words(group.conditions, group.exceptions), group.period) }
      for void in law.voids { use(words(void.conditions, void.exceptions), void.period) }
      for presumption in law.presumptions { use(presumption.condition.map(words) ?? [], presumption.period) }
      for suspension in law.suspensions { use(suspension.agencies.map(agencies) ?? [], suspension.period) }
      for clause in law.untranslated {
        let own = agencies(clause.who.agencies).union(clause.paper.map(words) ?? [])
        use(own.union(clause.condition.map(words) ?? []), clause.period)
      }
    }
    while let (word, days) = open.popLast() {
      guard used[word, default: []].insert(days).inserted, case .definition(let name) = word,
        let law = library.law(name.law)
      else { continue }
      for version in law.definitions where version.name == name {
        guard let reached = law.period.overlap(version.period).flatMap({ $0.overlap(days) }) else { continue }
        for inner in words(version.condition) { open.append((inner, reached)) }
      }
    }
    return used
  }

  private func agencies(_ set: AgencySet) -> Set<Word> {
    if case .named(let name) = set { [.agencies(name)] } else { [] }
  }

  private func words(_ list: ListReference?) -> Set<Word> {
    if case .named(let name) = list { [.list(name)] } else { [] }
  }

  private func words(_ paper: PaperCondition) -> Set<Word> {
    var found = words(paper.list).union(paper.condition.map(words) ?? [])
    for beside in paper.accompaniment { found.formUnion(words(beside.list)) }
    return found
  }

  private func words(_ clauses: [Clause], _ exceptions: [RuleException]) -> Set<Word> {
    var found = Set<Word>()
    for clause in clauses { found.formUnion(words(clause.condition)) }
    for exception in exceptions { found.formUnion(words(exception)) }
    return found
  }

  private func words(_ exception: RuleException) -> Set<Word> {
    exception.exceptions.reduce(words(exception.condition)) { $0.union(words($1)) }
  }

  private func words(_ condition: Condition) -> Set<Word> {
    switch condition {
    case .not(let inner): return words(inner)
    case .all(let parts), .any(let parts): return parts.reduce(into: []) { $0.formUnion(words($1)) }
    case .defined(let name): return [.definition(name)]
    case .count(let count): return count.condition.map(words) ?? []
    case .test(let test):
      if case .inList(let list) = test.comparison { return words(list) }
      return []
    }
  }

  // MARK: Tests of the day

  private var tests: [Finding] {
    library.laws.flatMap { law in
      law.rules.flatMap { rule -> [Finding] in
        guard let days = law.period.overlap(rule.period) else { return [] }
        let conditions = rule.conditions.map(\.condition) + rule.exceptions.map(\.condition)
        return conditions.flatMap(dayTests).compactMap { order, limit in
          // The truth changes on this day, or on none.
          let turn = order == .onOrAfter || order == .before ? limit : limit.adding(days: 1)
          guard turn <= days.from || days.until.map({ turn > $0 }) ?? false else { return nil }
          return Finding(
            .unreachableDate, .warning,
            "\(rule.name) asks whether the act is \(order.rawValue) \(limit), and that is the same on every day on which "
              + "the rule is in force",
            help: "write the days of the rule, or of its versions, instead", at: rule.location)
        }
      }
    }
  }

  private func dayTests(_ condition: Condition) -> [(DateOrder, Day)] {
    switch condition {
    case .not(let inner): return dayTests(inner)
    case .all(let parts), .any(let parts): return parts.flatMap(dayTests)
    case .defined, .count: return []
    case .test(let test):
      guard case .date(.acted) = test.subject, case .date(let order, .day(let day)) = test.comparison else { return [] }
      return [(order, day)]
    }
  }
}

extension Period {
  /// The days that both have; nil if there are none.
  fileprivate func overlap(_ other: Period) -> Period? {
    let from = max(self.from, other.from)
    let until = [self.until, other.until].compactMap { $0 }.min()
    if let until, until < from { return nil }
    return Period(from: from, until: until)
  }
}
