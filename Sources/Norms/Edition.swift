public import LawLanguage

/// The law of one day for one agency, compiled: the norms that bind it, as formulas over one table of predicates.
///
/// Immutable, and a class so that the many places that look at it share it.
public final class Edition: Sendable {
  /// What it was compiled from.
  public let library: Library
  /// Who acts.
  public let agency: Request.Agency
  /// `IL`, in whose territory the agency acts.
  public let jurisdiction: String
  /// The day of the act.
  public let day: Day
  /// Everything that contains the agency's place.
  public let territory: Set<String>
  /// All that the norms look at, each once.
  public let predicates: [Predicate]
  /// The names of the facts and lists that each predicate looks at.
  public let names: [Set<String>]
  /// The predicates that look at a fact directly, by its name; without the fact they are unknown.
  public let predicatesByFact: [String: [Int]]
  /// The predicates that look at a fact or list in any way, by its name.
  public let predicatesByName: [String: [Int]]
  /// The predicates that look at the paper that is the ground.
  public let groundPredicates: [Int]
  /// The place of each predicate among them; -1 for one that does not look at it.
  public let groundPlaces: [Int]
  /// The predicates that count records.
  public let countPredicates: [Int]
  /// The place of each predicate among them; -1 for one that counts none.
  public let countPlaces: [Int]
  /// The other predicates that look at no paper and can be known without any fact.
  public let independentPredicates: [Int]
  /// The norms in force that bind the agency, in the order of the laws.
  public let norms: [Norm]
  /// The clauses that strike norms of lower rank.
  public let voids: [VoidNorm]
  /// What fills unknown facts.
  public let presumptions: [PresumptionNorm]
  /// The clauses that are said, not coded.
  public let untranslated: [UntranslatedNorm]
  /// Contested clauses that no court settles for this agency.
  public let contests: [Contest]
  /// Constraints on facts and on records, in order; records by list.
  public let constraints: [Formula]
  /// Constraints on the fields of a record, by list.
  public let recordConstraints: [String: [Formula]]
  /// Names of the facts and lists that constraints tie to others.
  public let constrained: Set<String>
  /// Norms with a trigger.
  public let duties: [DutyNorm]
  /// The facts and lists that anything in it looks at: conditions, constraints, steps, and what clocks run from.
  public let looksAt: Set<String>
  /// What is asked of it besides, over the same predicates.
  package let asked: [Formula]

  /// Compiles the edition.
  public convenience init(library: Library, jurisdiction: String, agency: Request.Agency, day: Day) {
    self.init(library: library, jurisdiction: jurisdiction, agency: agency, day: day, asking: [])
  }

  /// Compiles the edition, and conditions besides that no norm of it need have.
  ///
  /// - Parameter acts: only the rules on these acts; nil: all. What is said of an act is whole if what it is a kind of and
  ///   its kinds are among them.
  package init(
    library: Library, jurisdiction: String, agency: Request.Agency, day: Day, asking conditions: [Condition],
    about acts: Set<String>? = nil
  ) {
    var build = EditionBuilder(library: library, jurisdiction: jurisdiction, agency: agency, day: day)
    build.compile(about: acts)
    asked = conditions.map { build.compiler.formula($0) }
    self.library = library
    self.agency = agency
    self.jurisdiction = jurisdiction
    self.day = day
    territory = build.reach.territory
    norms = build.connected()
    voids = build.voids
    presumptions = build.presumptions
    untranslated = build.untranslated
    contests = build.contests
    constraints = build.constraints
    recordConstraints = build.recordConstraints
    predicates = build.compiler.table.predicates
    let mentions = Mentions(of: predicates)
    let names = mentions.names
    predicatesByFact = mentions.byFact
    predicatesByName = mentions.byName
    (groundPredicates, groundPlaces) = predicates.places(where: \.looksAtGround)
    (countPredicates, countPlaces) = predicates.places { if case .count = $0 { true } else { false } }
    independentPredicates = mentions.independent
    var constrained = Set<String>()
    for constraint in build.constraints { constraint.forEachAtom { constrained.formUnion(names[$0]) } }
    self.names = names
    self.constrained = constrained
    looksAt = names.reduce(into: Set(norms.flatMap(\.rule.namedFacts))) { $0.formUnion($1) }
      .union(build.presumptions.map(\.clause.fact))
    let norms = norms
    let voids = voids
    duties = norms.indices.filter { norms[$0].rule.isDuty }.map { index in
      DutyNorm(
        norm: index,
        slice: Slice(ofDuty: index, norms: norms, voids: voids, vocabulary: library.vocabulary),
        triggerActs: norms[index].rule.trigger?.act.map(library.vocabulary.kinds) ?? [])
    }
  }
}

extension [Predicate] {
  /// The predicates of a kind, by their numbers, and the place of every predicate among them; -1 for one of another kind.
  fileprivate func places(where belongs: (Predicate) -> Bool) -> (members: [Int], places: [Int]) {
    let members = indices.filter { belongs(self[$0]) }
    var places = [Int](repeating: -1, count: count)
    for (place, index) in members.enumerated() { places[index] = place }
    return (members, places)
  }
}

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
  var constraints: [Formula] = []
  var recordConstraints: [String: [Formula]] = [:]
  private var laws: [Law] = []
  private var readings: [QualifiedName: ReadingChoice] = [:]

  /// How a contested clause is read for this agency.
  private enum ReadingChoice {
    case chosen(String)
    /// The index into `contests`.
    case open(Int)
  }

  init(library: Library, jurisdiction: String, agency: Request.Agency, day: Day) {
    self.library = library
    self.jurisdiction = jurisdiction
    self.agency = agency
    self.day = day
    reach = Reach(library: library, jurisdiction: jurisdiction, agency: agency, day: day)
    compiler = ConditionCompiler(library: library, day: day)
  }

  mutating func compile(about acts: Set<String>?) {
    let binding = library.laws.filter { $0.period.contains(day) && reach.binds($0) }
    for law in binding { settleContests(of: law) }
    for law in binding { compileNorms(of: law, about: acts) }
    laws = binding
    for constraint in library.vocabulary.constraints {
      if let records = constraint.records {
        recordConstraints[records, default: []].append(compiler.formula(constraint.condition, in: .record))
      } else {
        constraints.append(compiler.formula(constraint.condition))
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
    let groups = law.exceptions.filter { $0.period.contains(day) }
    // By place, for most rules are on other acts, and a copy of a rule is not free.
    for place in law.rules.indices where acts?.contains(law.rules[place].act) ?? true {
      guard law.rules[place].period.contains(day), reach.binds(law.rules[place].who) else { continue }
      let rule = law.rules[place]
      var openings = rule.exceptions.map { opening($0, law: law) }
      for group in groups where group.rules.contains(rule.name.name) {
        openings.append(opening(group, law: law))
      }
      norms.append(
        Norm.Compiled(
          rule: rule, rank: law.rank, createsNoAuthority: law.createsNoAuthority,
          cite: law.citation(of: rule.cite), gate: gate(of: rule), paper: formula(rule.paper),
          conditions: rule.conditions.map { compiler.formula($0.condition) }, exceptions: openings,
          steps: rule.steps.map { step in step.condition.map { compiler.formula($0) } ?? .constant(true) }))
    }
    for void in law.voids where void.period.contains(day) {
      let opened = Formula.disjunction(void.exceptions.map { opening($0, law: law).formula })
      let parts = [formula(void.reading)] + void.conditions.map { compiler.formula($0.condition) } + [negation(opened)]
      voids.append(
        VoidNorm(clause: void, cite: law.citation(of: void.cite), holds: .conjunction(parts)))
    }
    for presumption in law.presumptions where presumption.period.contains(day) {
      presumptions.append(
        PresumptionNorm(
          clause: presumption, cite: law.citation(of: presumption.cite),
          condition: presumption.condition.map { compiler.formula($0) } ?? .constant(true)))
    }
    for clause in law.untranslated where clause.period.contains(day) && reach.binds(clause.who) {
      untranslated.append(
        UntranslatedNorm(
          paper: formula(clause.paper), clause: clause, cite: law.citation(of: clause.cite),
          condition: clause.condition.map { compiler.formula($0) } ?? .constant(true)))
    }
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
      let kinds = Set(library.members(of: list, on: day))
      parts.append(.atom(compiler.table.number(of: .paperKind(kinds))))
    } else {
      parts.append(.atom(compiler.table.number(of: .anyPaper)))
    }
    for accompaniment in paper.accompaniment {
      let kinds = Set(library.members(of: accompaniment.list, on: day))
      let beside = Formula.atom(compiler.table.number(of: .accompanied(kinds)))
      parts.append(accompaniment.present ? beside : .not(beside))
    }
    if let condition = paper.condition { parts.append(compiler.formula(condition, in: .paper)) }
    return .conjunction(parts)
  }

  private mutating func opening(_ exception: RuleException, law: Law) -> Norm.Opening {
    let inner = Formula.disjunction(exception.exceptions.map { opening($0, law: law).formula })
    return Norm.Opening(
      cite: law.citation(of: exception.cite),
      formula: .conjunction([compiler.formula(exception.condition), negation(inner)]))
  }

  private mutating func opening(_ group: GroupException, law: Law) -> Norm.Opening {
    let inner = Formula.disjunction(group.exceptions.map { opening($0, law: law).formula })
    let conditions = group.conditions.map { compiler.formula($0.condition) }
    return Norm.Opening(
      cite: law.citation(of: group.cite),
      formula: .conjunction([formula(group.reading)] + conditions + [negation(inner)]))
  }

  private func negation(_ formula: Formula) -> Formula {
    if case .constant(let value) = formula { return .constant(!value) }
    return .not(formula)
  }

  // MARK: What takes a norm out

  /// The norms, each with what may take it out.
  mutating func connected() -> [Norm] {
    var indices: [QualifiedName: [Int]] = [:]
    for (index, norm) in norms.enumerated() { indices[norm.rule.name, default: []].append(index) }
    var yieldsTo = [[Int]](repeating: [], count: norms.count)
    for (index, norm) in norms.enumerated() {
      for name in norm.rule.notwithstanding {
        for target in indices[name] ?? [] { yieldsTo[target].append(index) }
      }
    }
    var voidedBy = [[Int]](repeating: [], count: norms.count)
    for (index, void) in voids.enumerated() {
      guard let rank = library.law(void.clause.name.law)?.rank else { continue }
      for target in norms.indices where strikes(void.clause, norms[target], rank: rank) {
        voidedBy[target].append(index)
      }
    }
    var suspensions = [[Norm.SuspensionReach]](repeating: [], count: norms.count)
    for law in laws {
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

  private func strikes(_ void: VoidClause, _ norm: Norm.Compiled, rank: Rank) -> Bool {
    rank < norm.rank && void.ranks.contains(norm.rank) && void.modalities.contains(norm.rule.modality)
      && void.acts.contains { library.vocabulary.isKind(norm.rule.act, of: $0) }
  }
}

extension Law {
  /// The clause's citation with the law's before it: `5 ILCS 805 § 15(a)`. A clause that begins with a letter is cited whole
  /// already, as cases and forms are; an article is cited after its law.
  public func citation(of clause: String) -> String {
    if clause.isEmpty || clause == cite { return cite }
    guard let first = clause.first, first.isNumber || first == "(" else {
      return clause.lowercased().hasPrefix("art") ? "\(cite), \(clause)" : clause
    }
    // A number with words behind it is a citation of its own: "567 U.S. at 407".
    return clause.hasPrefix(cite) || clause.contains(" ") ? clause : "\(cite) § \(clause)"
  }
}

extension Rule {
  /// Facts that it looks at beside its conditions: events, steps, and what bounds and dues run from.
  fileprivate var namedFacts: [String] {
    var found = steps.map(\.step)
    func note(_ subject: Test.Subject?) {
      if case .fact(let name) = subject { found.append(name) }
    }
    if case .event(let fact) = trigger { found.append(fact) }
    for bound in bounds {
      switch bound {
      case .notBefore(let moment), .until(let moment):
        switch moment {
        case .date(let subject), .endOfDay(let subject), .offset(_, _, _, let subject): note(subject)
        }
      case .atMost(_, let from, _): note(from)
      }
    }
    switch due {
    case .within(_, _, let of, _): note(of)
    case .atLeastBefore(_, _, let date), .before(let date): note(date)
    case .withoutDelay, .by, nil: break
    }
    return found
  }
}
