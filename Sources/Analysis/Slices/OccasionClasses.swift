package import LawLanguage
package import Norms

/// One occasion before every request that it can bring: the feasible classes, and what the law says in each.
package struct OccasionClasses: Sendable {
  /// The occasion.
  package let occasion: Occasion
  let table: LookTable
  var classes: Classes
  let act: ActClasses
  /// Nothing known but the papers and the day.
  let situation: Situation

  /// Compiles the law of the day for the agency, and goes through all that can be known. Nil if the agency's place has no time
  /// zone that the machine knows.
  ///
  /// - Parameter solver: If one is given it is asked, and nothing is gone through.
  /// - Throws: `TooWide` if there is more than is gone through, or more than the solver settles.
  package init?(
    _ occasion: Occasion, in library: Library, asking solver: (any SolverProgram)? = nil, mostNodes: Int = 1_000_000
  ) throws(TooWide) {
    let place = occasion.agency.locality ?? occasion.jurisdiction
    guard let zone = library.vocabulary.zoneName(of: place).flatMap({ Zone(identifier: $0) }) else { return nil }
    let edition = Edition(
      library: library, jurisdiction: occasion.jurisdiction, agency: occasion.agency, day: occasion.day)
    try self.init(
      occasion, in: edition, slice: Slice(of: occasion.act, in: edition), readings: edition.markedReadings, zone: zone,
      mostNodes: mostNodes, asking: solver)
  }

  /// The same, of an edition that is compiled.
  package init(
    _ occasion: Occasion, in edition: Edition, slice: Slice, zone: Zone, mostNodes: Int = 1_000_000
  ) throws(TooWide) {
    try self.init(
      occasion, in: edition, slice: slice, readings: edition.markedReadings, zone: zone, mostNodes: mostNodes)
  }

  /// The same, with contested clauses read so. A solver that is given is asked, and nothing is gone through.
  init(
    _ occasion: Occasion, in edition: Edition, slice: Slice, ties: ConstraintTies? = nil,
    readings: [Int], zone: Zone, known: KnownAxes? = nil, mostNodes: Int = 1_000_000,
    asking solver: (any SolverProgram)? = nil
  ) throws(TooWide) {
    self.occasion = occasion
    var table = LookTable()
    let grounded = GroundedFormulas(
      edition: edition, ties: ties ?? ConstraintTies(of: edition), papers: occasion.papers,
      readings: readings)
    let formulas = slice.grounds(among: occasion.papers).map { ground in
      SliceFormulas(slice, ground: ground, grounded: grounded, table: &table)
    }
    let looks = formulas.looks.sorted
    let finding = AxisFinding(sides: [grounded], occasion: occasion, zone: zone, known: known)
    situation = finding.situation
    var classes =
      if let solver {
        try finding.classes(of: looks, asking: solver, in: &table)
      } else {
        try Classes(axes: finding.axes(of: looks, in: &table), mostNodes: mostNodes)
      }
    act = try ActClasses(slice, formulas, in: edition, classes: &classes)
    self.table = table
    self.classes = classes
  }

  // MARK: Reading

  /// What tells the classes apart, for whoever checks them by other means.
  package struct ToldApart: Sendable {
    /// Conditions by their numbers, papers left out.
    package let predicates: [Predicate]
    /// The conditions that are columns, each with the paper that it is about.
    package let columns: [(predicate: Int, paper: Int?)]
  }

  /// What tells the classes apart.
  package var toldApart: ToldApart {
    ToldApart(
      predicates: table.predicates,
      columns: classes.axes.flatMap(\.looks).map { look in
        if case .paper(let paper, _) = table.looks[look] { return (look, paper) }
        return (look, nil)
      })
  }

  /// How many classes there are.
  package mutating func total() throws(TooWide) -> UInt128 { try classes.count(of: Diagrams.every) }

  /// A request for each class, with all known that tells it apart from the others; nil if there are more classes than a number.
  package mutating func everyClass(atMost most: Int) throws(TooWide) -> [(example: Recorded, verdict: Verdict)]? {
    guard try total() <= UInt128(most) else { return nil }
    var found: [(example: Recorded, verdict: Verdict)] = []
    for (verdict, node) in act.verdicts {
      var open = node
      while let next = try classes.someClass(of: open) {
        found.append((classes.example(of: next), verdict))
        open = try classes.diagrams.without(open, classes.single(next))
      }
    }
    return found
  }

  /// The smallest request that gets the verdict; nil if none does.
  package mutating func example(of verdict: Verdict) throws(TooWide) -> Recorded? {
    guard let node = act.verdicts.first(where: { $0.verdict == verdict })?.classes else { return nil }
    return try classes.example(of: node)
  }

  /// The verdicts that some class has, the strongest first.
  package var possibleVerdicts: [Verdict] { act.verdicts.map(\.verdict) }

  /// The verdicts that some class has, with how many have it, the strongest first.
  package mutating func verdicts() throws(TooWide) -> [(verdict: Verdict, count: UInt128)] {
    var found: [(verdict: Verdict, count: UInt128)] = []
    for (verdict, node) in act.verdicts { found.append((verdict, try classes.count(of: node))) }
    return found
  }
}

extension Edition {
  /// How the library reads what courts contest.
  var markedReadings: [Int] {
    contests.map { contest in contest.readings.firstIndex(where: \.marked) ?? 0 }
  }
}
