import LawLanguage

/// Versions that no day reaches on which anything uses them, and tests of the day of the act that always come out the same.
struct UnreachableDates {
  let library: Library

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
      func use(_ used: WordsUsed, by agencies: AgencySet? = nil, _ period: Period) {
        guard let days = law.period.overlap(period) else { return }
        for word in used.words.union(WordsUsed(of: agencies).words) { open.append((word, days)) }
      }
      for rule in law.rules { use(WordsUsed(of: rule), by: rule.who.agencies, rule.period) }
      for group in law.exceptions { use(WordsUsed(of: group), group.period) }
      for void in law.voids { use(WordsUsed(of: void), void.period) }
      for presumption in law.presumptions { use(WordsUsed(of: presumption), presumption.period) }
      for suspension in law.suspensions { use(WordsUsed(of: suspension.agencies), suspension.period) }
      for clause in law.untranslated { use(WordsUsed(of: clause), by: clause.who.agencies, clause.period) }
    }
    while let (word, days) = open.popLast() {
      guard used[word, default: []].insert(days).inserted, case .definition(let name) = word,
        let law = library.law(name.law)
      else { continue }
      for version in law.definitions where version.name == name {
        guard let reached = law.period.overlap(version.period).flatMap({ $0.overlap(days) }) else { continue }
        for inner in WordsUsed(of: version.condition).words { open.append((inner, reached)) }
      }
    }
    return used
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
