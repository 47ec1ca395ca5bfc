import LawLanguage

/// Gathers and compiles what is in force and binds the agency.
struct EditionBuilder {
  let library: Library
  let jurisdiction: String
  let agency: Request.Agency
  let day: Day
  let reach: Reach
  var compiler: ConditionCompiler
  private var norms: [Norm.Compiled] = []
  var voids: [VoidNorm] = []
  var presumptions: [PresumptionNorm] = []
  var untranslated: [UntranslatedNorm] = []
  var contests: [Contest] = []
  /// The laws in force that bind the agency, by their places in the library: a copy of a law is not free.
  private var laws: [Int] = []
  /// Where what is compiled is kept for other agencies, if it is.
  private let kept: DayLaw?
  private var readings: [QualifiedName: ReadingChoice] = [:]
  /// Whether the agency is in a class, for those that were asked about: many rules bind the same.
  private var isInClass: [QualifiedName: Bool] = [:]

  /// How a contested clause is read for this agency.
  private enum ReadingChoice {
    case chosen(String)
    /// The index into `contests`.
    case open(Int)
  }

  init(
    library: Library, jurisdiction: String, agency: Request.Agency, day: Day, compiler: ConditionCompiler,
    keeping kept: DayLaw?
  ) {
    self.library = library
    self.jurisdiction = jurisdiction
    self.agency = agency
    self.day = day
    self.compiler = compiler
    self.kept = kept
    reach = Reach(library: library, jurisdiction: jurisdiction, agency: agency, day: day)
  }

  mutating func compile(about acts: Set<String>?) {
    laws = library.laws.indices.filter { index in
      library.laws[index].period.contains(day) && library.laws[index].binding.contains(where: reach.territory.contains)
    }
    for law in laws where !library.laws[law].contests.isEmpty { settleContests(of: library.laws[law]) }
    for law in laws {
      if let kept = kept?.norms(of: law) {
        takeNorms(of: library.laws[law], about: acts, keeping: kept)
      } else {
        compileNorms(of: library.laws[law], about: acts)
      }
    }
  }

  // MARK: Courts

  /// A court that binds the agency's place chooses; if none does, or more than one reading is chosen, all stay open.
  private mutating func settleContests(of law: Law) {
    for contest in law.contests where contest.period.contains(day) {
      let chosen = contest.readings.filter { reading in
        reading.courts.contains { court in
          library.vocabulary.court(court)?.binding.contains(where: reach.territory.contains) ?? false
        }
      }
      if chosen.count == 1 {
        readings[contest.name] = .chosen(chosen[0].name)
      } else {
        readings[contest.name] = .open(contests.count)
        contests.append(contest)
      }
    }
  }

  /// True while the reading is the one that is followed. A contest that is not in force chooses nothing.
  private mutating func formula(_ reading: Reading?) -> Formula {
    guard let reading else { return .constant(true) }
    switch readings[reading.contest] {
    case nil: return .constant(false)
    case .chosen(let name): return .constant(name == reading.name)
    case .open(let contest):
      guard let index = contests[contest].readings.firstIndex(where: { $0.name == reading.name }) else {
        return .constant(false)
      }
      return .atom(compiler.table.number(of: .reading(contest: contest, reading: index)))
    }
  }

  // MARK: Norms

  private mutating func compileNorms(of law: Law, about acts: Set<String>?) {
    // By place, for most rules are on other acts, and a copy of a rule is not free.
    for place in law.rules.indices where acts?.contains(law.rules[place].act) ?? true {
      guard law.rules[place].period.contains(day), binds(law.rules[place].who) else { continue }
      norms.append(norm(law.rules[place], of: law, isShared: false))
    }
    voids += compiledVoids(of: law)
    presumptions += compiledPresumptions(of: law)
    for clause in law.untranslated where clause.period.contains(day) && binds(clause.who) {
      untranslated.append(compiled(clause, of: law))
    }
  }

  /// The same, of a law that all agencies read alike: what one of them needed is there for the next.
  private mutating func takeNorms(of law: Law, about acts: Set<String>?, keeping kept: DayLaw.LawNorms) {
    let places = (acts ?? Set(kept.places.keys)).flatMap { kept.places[$0] ?? [] }.sorted()
    for place in places where binds(law.rules[place].who) {
      if let known = kept.norms[place] {
        norms.append(known)
      } else {
        let own = norm(law.rules[place], of: law, isShared: true)
        kept.norms[place] = own
        norms.append(own)
      }
    }
    if kept.voids == nil {
      kept.voids = compiledVoids(of: law)
      kept.presumptions = compiledPresumptions(of: law)
      kept.untranslated = law.untranslated.filter { $0.period.contains(day) }.map { compiled($0, of: law) }
    }
    voids += kept.voids ?? []
    presumptions += kept.presumptions ?? []
    for clause in kept.untranslated ?? [] where binds(clause.clause.who) { untranslated.append(clause) }
  }

  private mutating func norm(_ rule: Rule, of law: Law, isShared: Bool) -> Norm.Compiled {
    kept?.note(rule.namedFacts)
    var openings = rule.exceptions.map { opening($0, law: law) }
    for group in law.exceptions where group.period.contains(day) && group.rules.contains(rule.name.name) {
      openings.append(opening(group, law: law))
    }
    return Norm.Compiled(
      rule: rule, rank: law.rank, createsNoAuthority: law.createsNoAuthority,
      cite: law.citation(of: rule.cite), gate: gate(of: rule), paper: formula(rule.paper),
      conditions: rule.conditions.map { compiler.formula($0.condition) }, exceptions: openings,
      steps: rule.steps.map { step in step.condition.map { compiler.formula($0) } ?? .constant(true) },
      isShared: isShared)
  }

  private mutating func compiledVoids(of law: Law) -> [VoidNorm] {
    law.voids.filter { $0.period.contains(day) }.map { void in
      let opened = Formula.disjunction(void.exceptions.map { opening($0, law: law).formula })
      let parts = [formula(void.reading)] + void.conditions.map { compiler.formula($0.condition) } + [negation(opened)]
      return VoidNorm(clause: void, cite: law.citation(of: void.cite), holds: .conjunction(parts))
    }
  }

  private mutating func compiledPresumptions(of law: Law) -> [PresumptionNorm] {
    law.presumptions.filter { $0.period.contains(day) }.map { presumption in
      kept?.note([presumption.fact])
      return PresumptionNorm(
        clause: presumption, cite: law.citation(of: presumption.cite),
        condition: presumption.condition.map { compiler.formula($0) } ?? .constant(true))
    }
  }

  private mutating func compiled(_ clause: UntranslatedClause, of law: Law) -> UntranslatedNorm {
    UntranslatedNorm(
      paper: formula(clause.paper), clause: clause, cite: law.citation(of: clause.cite),
      condition: clause.condition.map { compiler.formula($0) } ?? .constant(true))
  }

  private mutating func binds(_ who: Who) -> Bool {
    guard reach.reaches(who) else { return false }
    guard case .named(let name) = who.agencies else { return reach.matches(who.agencies) }
    if let known = isInClass[name] { return known }
    let isIn = reach.matches(who.agencies)
    isInClass[name] = isIn
    return isIn
  }

  private mutating func gate(of rule: Rule) -> Formula {
    guard case .event(let fact) = rule.trigger else { return formula(rule.reading) }
    return .conjunction([formula(rule.reading), .atom(compiler.table.number(of: .happened(fact)))])
  }

  /// The ground is such a paper; without a paper named, any ground is.
  private mutating func formula(_ paper: PaperCondition?) -> Formula {
    guard let paper else { return .constant(true) }
    var parts: [Formula] = []
    if let list = paper.list {
      parts.append(compiler.paper(in: list, isBeside: false))
    } else {
      parts.append(.atom(compiler.table.number(of: .anyPaper)))
    }
    for accompaniment in paper.accompaniment {
      let beside = compiler.paper(in: accompaniment.list, isBeside: true)
      parts.append(accompaniment.present ? beside : .not(beside))
    }
    if let condition = paper.condition { parts.append(compiler.formula(condition, in: .paper)) }
    return .conjunction(parts)
  }

  private mutating func opening(_ exception: RuleException, law: Law) -> Norm.Opening {
    let inner = Formula.disjunction(exception.exceptions.map { opening($0, law: law).formula })
    return Norm.Opening(
      cite: law.citation(of: exception.cite),
      formula: .conjunction([compiler.formula(exception.condition), negation(inner)]), group: nil)
  }

  private mutating func opening(_ group: GroupException, law: Law) -> Norm.Opening {
    let inner = Formula.disjunction(group.exceptions.map { opening($0, law: law).formula })
    let conditions = group.conditions.map { compiler.formula($0.condition) }
    return Norm.Opening(
      cite: law.citation(of: group.cite),
      formula: .conjunction([formula(group.reading)] + conditions + [negation(inner)]), group: group.location)
  }

  private func negation(_ formula: Formula) -> Formula {
    if case .constant(let value) = formula { return .constant(!value) }
    return .not(formula)
  }

  // MARK: What takes a norm out

  /// The norms, each with what may take it out.
  mutating func connected() -> [Norm] {
    var indices: [QualifiedName: [Int]] = [:]
    if laws.contains(where: { !library.laws[$0].suspensions.isEmpty })
      || norms.contains(where: { !$0.rule.notwithstanding.isEmpty })
    {
      for index in norms.indices { indices[norms[index].rule.name, default: []].append(index) }
    }
    var yieldsTo = [[Int]](repeating: [], count: norms.count)
    for index in norms.indices {
      for name in norms[index].rule.notwithstanding {
        for target in indices[name] ?? [] { yieldsTo[target].append(index) }
      }
    }
    var voidedBy = [[Int]](repeating: [], count: norms.count)
    for (index, void) in voids.enumerated() {
      guard let rank = library.law(void.clause.name.law)?.rank else { continue }
      for target in norms.indices where strikes(void.clause, target, rank: rank) {
        voidedBy[target].append(index)
      }
    }
    var suspensions = [[Norm.SuspensionReach]](repeating: [], count: norms.count)
    for place in laws where !library.laws[place].suspensions.isEmpty {
      let law = library.laws[place]
      for suspension in law.suspensions where suspension.period.contains(day) && reach.binds(suspension) {
        let reach = Norm.SuspensionReach(
          name: suspension.name, cite: law.citation(of: suspension.cite), text: suspension.text,
          provenance: suspension.provenance, acts: suspension.acts,
          holds: suspension.condition.map { compiler.formula($0) } ?? .constant(true))
        for name in suspension.rules {
          for target in indices[name] ?? [] { suspensions[target].append(reach) }
        }
      }
    }
    return norms.indices.map { index in
      Norm(
        norms[index], yieldsTo: yieldsTo[index], voidedBy: voidedBy[index], suspensions: suspensions[index])
    }
  }

  private func strikes(_ void: VoidClause, _ norm: Int, rank: Rank) -> Bool {
    rank < norms[norm].rank && void.ranks.contains(norms[norm].rank)
      && void.modalities.contains(norms[norm].rule.modality)
      && void.acts.contains { library.vocabulary.isKind(norms[norm].rule.act, of: $0) }
  }
}
