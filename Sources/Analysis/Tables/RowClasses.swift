package import LawLanguage
package import Norms

/// One offer of papers before every row of a table: what tells rows apart, and what the law says of each, whatever days the rows
/// have.
///
/// `OccasionClasses` goes through the requests of one day. Rows have days of their own; so nothing is concluded here from the order
/// of days that differs from row to row, and what is left open by that says so.
package struct RowClasses: Sendable {
  /// The law of the rows.
  package let edition: Edition
  /// The act.
  package let slice: Slice
  /// The kinds of the papers offered, in order.
  package let papers: [String]
  let table: LookTable
  /// The looks that decide, in the order of the columns; lists first.
  package let groups: [LookGroup]
  /// What is said, and what it hangs on.
  package let diagram: DecisionDiagram
  /// Facts and lists that something ties to others, beyond what the diagram knows: while one is unknown, an open answer may be
  /// closer than it says.
  package let tied: Set<String>
  private var classes: Classes
  private let sets: [(end: DecisionDiagram.End, classes: Diagrams.Node)]

  /// What a look's number means.
  package var looks: [Look] { table.looks }

  /// The look of each column.
  package var columns: [Int] { groups.flatMap(\.looks) }

  /// Goes through the classes of all rows with one offer.
  ///
  /// - Throws: `TooWide` if there is more than is gone through, or a look-back leaves days of records out.
  package init(
    of slice: Slice, in edition: Edition, papers: [String], zone: Zone, mostNodes: Int = 200_000
  ) throws(TooWide) {
    self.edition = edition
    self.slice = slice
    self.papers = papers
    var table = LookTable()
    let ties = ConstraintTies(of: edition)
    let grounded = GroundedFormulas(edition: edition, ties: ties, papers: papers, readings: edition.markedReadings)
    let formulas = slice.grounds(among: papers).map { ground in
      SliceFormulas(slice, ground: ground, grounded: grounded, table: &table)
    }
    var looks = Set(formulas.looks.sorted)
    let binding = RowConstraints(bearingOn: looks, grounded: grounded, table: &table)
    looks.formUnion(binding.looks)
    let day = edition.day
    let situation = Situation(
      facts: [:], papers: papers.map { edition.library.vocabulary.paper($0)?.fixed ?? [:] }, paperKinds: papers,
      records: [:], readings: edition.markedReadings, asked: day, decided: day, decidedInstant: nil, acted: day,
      zone: zone, recorded: [:])
    let grouping = LookGrouping(
      table: table, types: ValueTypes([edition.library.vocabulary]), situation: situation, looks: looks.sorted())
    let groups = try grouping.groups()
    let axes = groups.map { group in
      Axis(looks: group.looks, cells: group.cells.map { Axis.Cell(truths: $0, example: Recorded()) })
    }
    var classes = try Classes(axes: axes, tied: binding.formulas, mostNodes: mostNodes)
    let act = try ActClasses(slice, formulas, in: edition, classes: &classes)
    sets = try RowClasses.ends(of: act, &classes)
    diagram = try DecisionDiagram(sets, in: classes.diagrams)
    self.table = table
    self.groups = groups
    self.classes = classes
    let presumed = Set(edition.presumptions.map(\.clause.fact))
    // What is presumed counts as recorded, and a look at what has happened would not know.
    for look in looks {
      if case .happened(let fact) = table.looks[look], presumed.contains(fact) { throw TooWide(what: .values) }
    }
    tied = binding.tied.union(presumed)
  }

  /// Each answer, divided by the norm that decides it and by whether a window bounds it.
  private static func ends(
    of act: ActClasses, _ classes: inout Classes
  ) throws(TooWide) -> [(end: DecisionDiagram.End, classes: Diagrams.Node)] {
    var bounded = Diagrams.none
    for (role, node) in act.roles where role.role == .bounds && !act.edition.norms[role.norm].rule.bounds.isEmpty {
      bounded = try classes.diagrams.either(bounded, node)
    }
    var found: [(end: DecisionDiagram.End, classes: Diagrams.Node)] = []
    for (verdict, node) in act.verdicts {
      var open = try classes.diagrams.both(node, classes.feasible)
      var parts: [(norm: Int?, node: Diagrams.Node)] = []
      for bearing in act.slice.bearing {
        guard let role = verdict.basis.decidingRole,
          let here = act.roles[NormRole(norm: bearing.norm, role: role)]
        else { continue }
        let own = try classes.diagrams.both(open, here)
        guard own != Diagrams.none else { continue }
        parts.append((bearing.norm, own))
        open = try classes.diagrams.without(open, own)
      }
      if open != Diagrams.none { parts.append((nil, open)) }
      for (norm, part) in parts {
        for hasWindow in [false, true] {
          let own = try hasWindow ? classes.diagrams.both(part, bounded) : classes.diagrams.without(part, bounded)
          guard own != Diagrams.none else { continue }
          found.append((DecisionDiagram.End(verdict: verdict, norm: norm, hasWindow: hasWindow), own))
        }
      }
    }
    return found
  }

  // MARK: Implicants

  /// The conditions under which one of some ends is certain, as looks: enough of them that whatever is known of a row's values
  /// makes it certain exactly if one of them holds.
  ///
  /// - Throws: `TooWide` if there are more than somebody would read.
  package mutating func conditions(
    of isWanted: (DecisionDiagram.End) -> Bool, atMost most: Int
  ) throws(TooWide) -> [[(look: Int, isTrue: Bool)]] {
    var wanted = Diagrams.none
    for (end, node) in sets where isWanted(end) { wanted = try classes.diagrams.either(wanted, node) }
    let cubes = try classes.primes(of: wanted, sources: sources, atMost: most)
    return cubes.map { cube in
      cube.literals.sorted { $0.key < $1.key }.map { (classes.look(at: $0.key), $0.value) }
    }
  }

  /// By column, what it is known together with.
  private var sources: [Int] {
    var found: [Int] = []
    for group in groups {
      switch group.kind {
      case .value:
        let source = found.count
        found += group.looks.map { _ in source }
      case .single: found.append(found.count)
      // Each count is known, or not, on its own.
      case .records: for _ in group.looks { found.append(found.count) }
      }
    }
    return found
  }
}

extension Basis {
  /// The part that the norm plays which an answer with this basis rests on.
  package var decidingRole: Role? {
    switch self {
    case .commanded, .forbidden, .opposed: .decides
    case .granted: .permits
    case .exempted: .exempts
    case .authorityDenied: .deniesAuthority
    case .silent, .noAuthorityFound, .outsideWindow: nil
    }
  }
}

/// What the vocabulary's constraints say of looks that every row settles one by one; the others only tie.
struct RowConstraints {
  private(set) var formulas: [Formula] = []
  private(set) var looks = Set<Int>()
  /// The facts and lists that constraints tie together in ways that are left out here.
  private(set) var tied = Set<String>()

  init(bearingOn looks: Set<Int>, grounded: GroundedFormulas, table: inout LookTable) {
    let sources = looks.sorted().flatMap { table.sources(of: $0) }
    let bearing = grounded.ties.bearing(on: sources)
    for constraint in bearing.constraints {
      var probe = table
      let formula = grounded.formula(grounded.edition.constraints[constraint], ground: nil, in: &probe)
      var atoms = Set<Int>()
      formula.forEachAtom { atoms.insert($0) }
      if atoms.allSatisfy({ probe.isPlain($0) }) {
        table = probe
        formulas.append(formula)
        self.looks.formUnion(atoms)
      } else {
        grounded.edition.constraints[constraint].forEachAtom { tied.formUnion(grounded.edition.names[$0]) }
      }
    }
    for list in bearing.lists.sorted() { tieRecords(of: list, lookedAtBy: looks, in: grounded.edition, table) }
  }

  /// Ties a list whose records are constrained in what counts look at, and the facts that such constraints look at.
  /// Records are told apart as if every combination of their values could be; a constraint may rule out the one that
  /// leaves an answer open.
  private mutating func tieRecords(
    of list: String, lookedAtBy looks: Set<Int>, in edition: Edition, _ table: LookTable
  ) {
    var tested = Set<String>()
    for look in looks {
      guard case .count(let counted, _, let condition) = table.looks[look], counted == list else { continue }
      condition?.forEachAtom { atom in
        if case .record(let test) = table.looks[atom] { tested.formUnion(test.fields) }
      }
    }
    for constraint in edition.recordConstraints[list] ?? [] {
      var fields = Set<String>()
      var names = Set<String>()
      constraint.forEachAtom { atom in
        names.formUnion(edition.names[atom])
        if case .record(let test) = edition.predicates[atom] { fields.formUnion(test.fields) }
      }
      // What is held against no fact and no field that is looked at changes nothing that is counted.
      guard !names.isEmpty || !fields.isDisjoint(with: tested) else { continue }
      tied.insert(list)
      tied.formUnion(names)
    }
  }
}

extension LookTable {
  /// Whether one value that is no day decides the look.
  fileprivate func isPlain(_ look: Int) -> Bool {
    guard case .request(let test) = looks[look], sources(of: look).count == 1 else { return false }
    switch test.comparison {
    case .holds, .choice, .number, .bound, .member: return true
    case .date, .within: return false
    }
  }
}
