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
  /// - Parameter acts: only the rules on these acts; nil: all. What is said of an act is whole if what it is a kind of and its
  ///   kinds are among them.
  package convenience init(
    library: Library, jurisdiction: String, agency: Request.Agency, day: Day, asking conditions: [Condition],
    about acts: Set<String>? = nil
  ) {
    var build = EditionBuilder(
      library: library, jurisdiction: jurisdiction, agency: agency, day: day,
      compiler: ConditionCompiler(library: library, day: day), keeping: nil)
    build.compile(about: acts)
    // The constraints come last: what the law itself looks at is numbered first.
    let constraints = CompiledConstraints(of: library, with: &build.compiler)
    let asked = conditions.map { build.compiler.formula($0) }
    let norms = build.connected()
    var mentions = constraints.mentions
    mentions.extend(to: build.compiler.table.predicates)
    let looksAt = Set(mentions.byName.keys).union(norms.flatMap(\.rule.namedFacts)).union(
      build.presumptions.map(\.clause.fact))
    self.init(build, norms, constraints, asked, mentions, looksAt: looksAt)
  }

  /// Compiles the edition of an agency from what is compiled of its day's law, and conditions besides.
  ///
  /// Its predicates, with their names and places, and what it looks at are those of every edition so far of that law.
  ///
  /// - Parameter acts: only the rules on these acts; nil: all.
  package convenience init(
    of law: DayLaw, jurisdiction: String, agency: Request.Agency, asking conditions: [Condition] = [],
    about acts: Set<String>? = nil
  ) {
    var build = EditionBuilder(
      library: law.library, jurisdiction: jurisdiction, agency: agency, day: law.day, compiler: law.takeCompiler(),
      keeping: law)
    build.compile(about: acts)
    let asked = conditions.map { build.compiler.formula($0) }
    let norms = build.connected()
    law.giveBack(build.compiler)
    self.init(build, norms, law.constraints, asked, law.mentions, looksAt: law.looksAt)
  }

  private init(
    _ build: EditionBuilder, _ norms: [Norm], _ constraints: CompiledConstraints, _ asked: [Formula],
    _ mentions: Mentions, looksAt: Set<String>
  ) {
    library = build.library
    agency = build.agency
    jurisdiction = build.jurisdiction
    day = build.day
    territory = build.reach.territory
    self.norms = norms
    let voids = build.voids
    self.voids = voids
    presumptions = build.presumptions
    untranslated = build.untranslated
    contests = build.contests
    self.constraints = constraints.constraints
    recordConstraints = constraints.recordConstraints
    constrained = constraints.constrained
    predicates = build.compiler.table.predicates
    self.asked = asked
    names = mentions.names
    predicatesByFact = mentions.byFact
    predicatesByName = mentions.byName
    (groundPredicates, groundPlaces) = (mentions.ground.members, mentions.ground.places)
    (countPredicates, countPlaces) = (mentions.counts.members, mentions.counts.places)
    independentPredicates = mentions.independent
    self.looksAt = looksAt
    duties = norms.indices.filter { norms[$0].rule.isDuty }.map { index in
      DutyNorm(
        norm: index,
        slice: Slice(ofDuty: index, norms: norms, voids: voids, vocabulary: build.library.vocabulary),
        triggerActs: norms[index].rule.trigger?.act.map(build.library.vocabulary.kinds) ?? [])
    }
  }
}

extension Rule {
  /// Facts that it looks at beside its conditions: events, steps, and what bounds and dues run from.
  var namedFacts: [String] {
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
