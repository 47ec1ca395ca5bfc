import LawLanguage
import Norms

/// One query on its way through the occasions that the law tells apart.
struct QueryRun {
  let query: Query
  let jurisdiction: String
  /// The places of the query's conditions among those the library was checked with.
  let conditions: [Int]
  private var numbers = NormNumbers(byPlace: false)
  private var sayings: [Agencies.Saying: Bool] = [:]
  /// Of each act asked about, those whose rules may speak of it.
  private let related: [[String]]
  private var seen = Set<Key>()
  private let axes: KnownAxes
  private let solver: (any SolverProgram)?

  /// What was gone through.
  private struct Key: Hashable {
    let slices: [SliceKey]
    let asked: [Formula]
    let day: Day?
  }

  init(
    query: Query, jurisdiction: String, conditions: [Int], vocabulary: Vocabulary, axes: KnownAxes,
    solver: (any SolverProgram)?
  ) {
    self.query = query
    self.solver = solver
    self.axes = axes
    related = query.terms.map { vocabulary.related(to: $0.act) }
    self.jurisdiction = jurisdiction
    self.conditions = conditions
  }

  /// Whether this was not gone through yet, or can come to something else on another day.
  func isNew(_ saying: Agencies.Saying) -> Bool { sayings[saying] != false }

  /// The smallest request of an agency on a day, if there is one.
  mutating func example(
    _ agency: Request.Agency, _ saying: Agencies.Saying, on day: Day, in laws: SharedDays, bare: SharedDays,
    _ reply: inout Asking.Reply
  ) throws(TooWide) -> Asking.Example? {
    guard
      let zone = laws.library.vocabulary.zoneName(of: agency.locality ?? jurisdiction).flatMap({ Zone(identifier: $0) })
    else { return nil }
    let asked = conditions.map(QueryLibrary.condition)
    let acts = Set(related.joined())
    let whole = laws.law(on: day)
    let edition = Edition(of: whole.law, jurisdiction: jurisdiction, agency: agency, asking: asked, about: acts)
    let numbered = numbers.number(edition, readings: edition.markedReadings)
    let keys = zip(query.terms, related).map { numbered.key($0.act, related: $1, on: day) }
    sayings[saying] = numbered.isAskedDated || keys.contains { $0.day != nil }
    let key = Key(slices: keys, asked: numbered.asked, day: numbered.isAskedDated ? day : nil)
    guard seen.insert(key).inserted else { return nil }
    var sides = [edition]
    var ties = [whole.ties]
    if query.terms.contains(where: \.withoutPolicies) {
      let own = bare.law(on: day)
      sides.append(Edition(of: own.law, jurisdiction: jurisdiction, agency: agency, about: acts))
      ties.append(own.ties)
    }
    let terms = query.terms.map { term in
      let side = term.withoutPolicies ? sides.count - 1 : 0
      return AskedTerm(term: term, side: side, slice: Slice(of: term.act, in: sides[side]))
    }
    let offers =
      query.papers.map { [$0] } ?? Offers(for: terms.map { ($0.slice, sides[$0.side]) }).offers
    for papers in offers {
      let occasion = Occasion(
        jurisdiction: jurisdiction, agency: agency, act: query.terms[0].act, day: day,
        papers: papers)
      if let found = try example(occasion, terms, sides, ties, zone, &reply) { return found }
    }
    return nil
  }

  /// A term, with the side that it is asked of.
  private struct AskedTerm {
    let term: Query.Term
    let side: Int
    let slice: Slice
  }

  private func example(
    _ occasion: Occasion, _ terms: [AskedTerm], _ sides: [Edition], _ ties: [ConstraintTies],
    _ zone: Zone,
    _ reply: inout Asking.Reply
  ) throws(TooWide) -> Asking.Example? {
    let grounded = zip(sides, ties).map { edition, ties in
      GroundedFormulas(
        edition: edition, ties: ties, papers: occasion.papers, readings: edition.markedReadings)
    }
    var table = LookTable()
    let formulas = terms.map { asked in
      asked.slice.grounds(among: occasion.papers).map {
        SliceFormulas(asked.slice, ground: $0, grounded: grounded[asked.side], table: &table)
      }
    }
    let conditions = sides[0].asked.map { grounded[0].formula($0, ground: nil, in: &table) }
    var found = formulas.joined().looks
    for condition in conditions { condition.forEachAtom { found.insert($0) } }
    let looks = found.sorted
    let finding = AxisFinding(sides: grounded, occasion: occasion, zone: zone, known: axes)
    reply.occasions += 1
    do {
      var classes = try Classes(axes: finding.axes(of: looks, in: &table))
      let found = try example(occasion, terms, sides, formulas, conditions, &classes)
      reply.classes += try classes.count(of: Diagrams.every)
      return found
    } catch {
      guard let solver else { throw error }
      var classes = try finding.classes(of: looks, asking: solver, in: &table)
      let found = try example(occasion, terms, sides, formulas, conditions, &classes)
      reply.asked += 1
      return found
    }
  }

  private func example(
    _ occasion: Occasion, _ terms: [AskedTerm], _ sides: [Edition], _ formulas: [[SliceFormulas]],
    _ conditions: [Formula], _ classes: inout Classes
  ) throws(TooWide) -> Asking.Example? {
    var node = classes.feasible
    for condition in conditions {
      let own = try classes.set(where: condition)
      node = try classes.diagrams.both(node, own)
    }
    var acts: [ActClasses] = []
    for (asked, formulas) in zip(terms, formulas) {
      let act = try ActClasses(asked.slice, formulas, in: sides[asked.side], classes: &classes)
      var holding = Diagrams.none
      for (verdict, own) in act.verdicts where asked.term.holds(of: verdict) {
        holding = try classes.diagrams.either(holding, own)
      }
      if asked.term.isNegated { holding = try classes.diagrams.outside(holding) }
      node = try classes.diagrams.both(node, holding)
      acts.append(act)
    }
    guard let truths = try classes.someClass(of: node), let recorded = try classes.example(of: node) else { return nil }
    let single = try classes.single(truths)
    var verdicts: [(act: String, verdict: Verdict)] = []
    for (asked, act) in zip(terms, acts) where !asked.term.withoutPolicies {
      for (verdict, own) in act.verdicts {
        if try !classes.isEmpty(classes.diagrams.both(own, single)) { verdicts.append((asked.term.act, verdict)) }
      }
    }
    return Asking.Example(
      occasion: occasion, recorded: recorded, verdicts: verdicts, classes: try classes.counted(node),
      total: try classes.counted(Diagrams.every))
  }
}
