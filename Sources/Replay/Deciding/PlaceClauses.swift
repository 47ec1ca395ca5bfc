internal import Analysis
internal import LawLanguage

/// What the law of a place says of one act, as far as it begins, ends or binds some kinds of agency and not others.
///
/// To compile an edition takes long, and most of them say what another said: a day on which only other acts' law turned, or a kind of
/// agency that no clause tells from another. Two days and kinds with one mark have the same edition.
struct PlaceClauses {
  private let clauses: [Clause]
  /// The sets of agencies that clauses bind, each once.
  private let sets: [AgencySet]
  private let library: Library

  /// Something that is in force for a while, and whom it binds.
  private struct Clause {
    let law: Period
    let own: Period
    /// The number of the set of agencies; -1 for any.
    let set: Int
  }

  /// Of the laws that can bear on the place, those that speak of an act or of one that it is a kind of or that is a kind of it.
  init(about acts: Set<String>, laws: [Law], territory: Set<String>, library: Library) {
    self.library = library
    var gathering = Gathering()
    for law in laws where law.binding.contains(where: territory.contains) {
      gathering.add(law, about: acts, territory: territory)
    }
    for constraint in library.vocabulary.constraints { gathering.use(WordsUsed(of: constraint.condition)) }
    gathering.follow(in: library)
    clauses = gathering.clauses
    sets = gathering.sets
  }

  /// What marks the law of a day for a kind of agency that acts for itself.
  func mark(of kind: String, on day: Day) -> [UInt64] {
    let isIn = sets.map { set in
      switch set {
      case .any: true
      case .kind(let own): own == kind
      case .named(let name): library.kinds(ofClass: name, on: day).contains(kind)
      }
    }
    var mark = [UInt64](repeating: 0, count: (clauses.count + 63) / 64)
    for (index, clause) in clauses.enumerated()
    where clause.own.contains(day) && clause.law.contains(day) && (clause.set < 0 || isIn[clause.set]) {
      mark[index / 64] |= 1 << UInt64(index % 64)
    }
    return mark
  }

  /// Clauses, and the words that they use.
  private struct Gathering {
    var clauses: [Clause] = []
    var sets: [AgencySet] = []
    private var numbers: [AgencySet: Int] = [:]
    private var words = Set<Word>()

    mutating func use(_ used: WordsUsed) { words.formUnion(used.words) }

    private mutating func note(_ law: Law, _ period: Period, _ agencies: AgencySet = .any) {
      guard agencies != .any else { return clauses.append(Clause(law: law.period, own: period, set: -1)) }
      let number = numbers[agencies] ?? sets.count
      if number == sets.count {
        numbers[agencies] = number
        sets.append(agencies)
      }
      clauses.append(Clause(law: law.period, own: period, set: number))
    }

    /// Clauses that bind, wherever their own words come from.
    mutating func add(_ law: Law, about acts: Set<String>, territory: Set<String>) {
      for place in law.rules.indices where acts.contains(law.rules[place].act) {
        let rule = law.rules[place]
        guard PlaceClauses.canBind(rule.who, territory) else { continue }
        note(law, rule.period, rule.who.agencies)
        use(WordsUsed(of: rule))
      }
      for group in law.exceptions {
        note(law, group.period)
        use(WordsUsed(of: group))
      }
      for void in law.voids {
        note(law, void.period)
        use(WordsUsed(of: void))
      }
      for presumption in law.presumptions {
        note(law, presumption.period)
        use(WordsUsed(of: presumption))
      }
      // All of them are compiled, whatever act they are about.
      for clause in law.untranslated where PlaceClauses.canBind(clause.who, territory) {
        note(law, clause.period, clause.who.agencies)
        use(WordsUsed(of: clause))
      }
      for suspension in law.suspensions { note(law, suspension.period, suspension.agencies ?? .any) }
      for contest in law.contests { note(law, contest.period) }
    }

    /// The versions of definitions and lists that the words stand for, and what these use in turn.
    mutating func follow(in library: Library) {
      var seen = Set<Word>()
      while let word = words.popFirst() {
        guard seen.insert(word).inserted else { continue }
        switch word {
        case .definition(let name):
          for version in library.law(name.law)?.definitions ?? [] where version.name == name {
            note(version.period)
            use(WordsUsed(of: version.condition))
          }
        case .list(let name):
          for list in library.law(name.law)?.lists ?? [] where list.name == name {
            note(list.period)
            for member in list.members { note(member.period) }
          }
        // Which kinds a class has on a day is seen in the mark.
        case .agencies: break
        }
      }
    }

    private mutating func note(_ period: Period) { clauses.append(Clause(law: period, own: period, set: -1)) }
  }

  /// Whether a clause can bind an agency of the territory that acts for itself.
  private static func canBind(_ who: Who, _ territory: Set<String>) -> Bool {
    (who.places.isEmpty || who.places.contains(where: territory.contains))
      && (who.capacities.isEmpty || who.capacities.contains(.own))
  }
}
