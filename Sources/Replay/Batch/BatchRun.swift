import Analysis
import LawLanguage
import Norms
import Reasoning

extension BatchLaw {
  /// Decides every row.
  package func decide(_ table: RowTable) -> RowDecisions {
    var decisions = RowDecisions(
      answers: [UInt8](repeating: Answer.undetermined.place, count: table.count),
      norms: [Int16](repeating: -1, count: table.count),
      possible: [UInt8](repeating: 0, count: table.count))
    run(table) { first, block in
      block.write(to: &decisions, from: first)
    } open: { row in
      let decided = exact(row, of: table)
      decisions.exact += 1
      decisions.answers[row] = decided.answer.place
      decisions.norms[row] = Int16(truncatingIfNeeded: decided.norm ?? -1)
      decisions.possible[row] = decided.possible
    }
    return decisions
  }

  /// Counts how rows are decided.
  ///
  /// - Parameter leavesOpen: Whether rows that the bitsets leave open stay undetermined, as in a query, and are not put to the
  ///   engine of single requests: it takes some milliseconds for each.
  package func count(_ table: RowTable, leavesOpen: Bool = false) -> RowCounts {
    var counts = RowCounts()
    run(table) { _, block in
      block.add(to: &counts)
    } open: { row in
      let decided = leavesOpen ? Exact(answer: .undetermined, norm: nil, possible: 0) : exact(row, of: table)
      counts.exact += 1
      counts.answers[Int(decided.answer.place)] += 1
      counts.norms[decided.norm ?? -1, default: 0] += 1
    }
    return counts
  }

  /// One row through the engine of single requests.
  struct Exact {
    let answer: Answer
    let norm: Int?
    let possible: UInt8
  }

  func exact(_ row: Int, of table: RowTable) -> Exact {
    let request = offer.request(row, of: table, vocabulary: prepared.edition.library.vocabulary)
    guard let answer = prepared.decide(request).answers.first else {
      return Exact(answer: .undetermined, norm: nil, possible: 0)
    }
    let role = answer.answer == .undetermined ? nil : answer.basis?.decidingRole
    let deciding = role.flatMap { role in
      slice.bearing.first { bearing in
        answer.reasons.contains { $0.role == role && $0.rule == name(ofNorm: bearing.norm) }
      }
    }
    return Exact(
      answer: answer.answer, norm: deciding?.norm,
      possible: answer.possible.reduce(0) { $0 | 1 << $1.place })
  }

  private func run(
    _ table: RowTable, block visit: (Int, Block) -> Void, open note: (Int) -> Void
  ) {
    guard let classes, let steps, let program = Program(classes, steps, table, self) else {
      for row in 0..<table.count { note(row) }
      return
    }
    var running = program
    var first = 0
    while first < table.count {
      let rows = first..<min(first + Planes.rows, table.count)
      running.run(rows)
      running.block.forEachOpenRow { note(first + $0) }
      visit(first, running.block)
      first = rows.upperBound
    }
  }
}

/// The steps bound to one table's columns, and what they leave behind for a block of rows.
private struct Program {
  private let steps: DiagramSteps
  private let root: Int
  private let nodes: Int
  private let ends: [DecisionDiagram.End]
  private let looks: [(column: Int, planes: LookPlanes)]
  /// Groups that an unknown value leaves more open than it is: their columns, or the list.
  private let loose: [LookGroup]
  private let columnsOfLoose: [[Int]]
  private var lists: [(plan: ListPlan, isLoose: Bool)]
  private var planes: [Planes]
  private var ways = [UInt64](repeating: 0, count: Planes.rows)
  private var sharing = [UInt64](repeating: 0, count: Planes.words)
  private var current = [UInt64](repeating: 0, count: Planes.words)
  private var reach: [UInt64]
  private var packing = Packing()
  var block: Block

  init?(_ classes: RowClasses, _ steps: DiagramSteps, _ table: RowTable, _ law: BatchLaw) {
    self.steps = steps
    root = classes.diagram.root
    nodes = classes.diagram.nodes.count
    ends = classes.diagram.ends
    let vocabulary = law.prepared.edition.library.vocabulary
    let fixed = law.offer.papers.map { vocabulary.paper($0)?.fixed ?? [:] }
    var lists: [(plan: ListPlan, isLoose: Bool)] = []
    for (index, _) in steps.lists {
      let group = classes.groups[index]
      guard
        let plan = ListPlan(
          group, looks: classes.looks, of: table, vocabulary: vocabulary, spans: law.spans,
          zone: law.zone)
      else { return nil }
      lists.append((plan, classes.isLoose(group)))
    }
    self.lists = lists
    let columns = classes.columns
    var loose: [LookGroup] = []
    var columnsOfLoose: [[Int]] = []
    var wanted = Set(steps.columns)
    var first = 0
    for group in classes.groups {
      let own = Array(first..<first + group.looks.count)
      first += group.looks.count
      if case .records = group.kind { continue }
      guard classes.isLoose(group), !wanted.isDisjoint(with: own) else { continue }
      loose.append(group)
      columnsOfLoose.append(own)
      wanted.formUnion(own)
    }
    self.loose = loose
    self.columnsOfLoose = columnsOfLoose
    looks = wanted.sorted().map { column in
      (
        column,
        LookPlanes(
          classes.looks[columns[column]], of: table, fixed: fixed, spans: law.spans, zone: law.zone)
      )
    }
    planes = [Planes](repeating: Planes(), count: columns.count)
    reach = [UInt64](repeating: 0, count: steps.places * Planes.words)
    block = Block(ends: ends)
  }

  mutating func run(_ rows: Range<Int>) {
    for (column, look) in looks { look.fill(&planes[column], rows, &packing) }
    let all = Block.valid(rows.count)
    block.begin(all)
    for word in 0..<Planes.words { reach[root * Planes.words + word] = all[word] }
    for index in lists.indices {
      lists[index].plan.fill(&ways, rows)
      if lists[index].isLoose {
        packing.fill(&sharing, ways.map { $0 & ($0 &- 1) }, count: rows.count, sharing: .max)
        block.loosen(sharing)
      }
      for step in steps.lists[index].steps {
        load(step.node)
        for (cells, way) in step.ways {
          packing.fill(&sharing, ways, count: rows.count, sharing: cells)
          store(way, sharing)
        }
      }
    }
    for step in steps.steps {
      load(step.node)
      if let low = step.low { store(low, planes[step.column].mayBeFalse) }
      if let high = step.high { store(high, planes[step.column].mayBeTrue) }
    }
    for columns in columnsOfLoose {
      for column in columns {
        for word in 0..<Planes.words {
          sharing[word] = planes[column].mayBeTrue[word] & planes[column].mayBeFalse[word]
        }
        block.loosen(sharing)
      }
    }
    block.finish(reach, from: nodes * Planes.words)
  }

  private mutating func load(_ node: Int) { Self.copy(reach, node * Planes.words, to: &current) }

  private static func copy(_ reach: [UInt64], _ first: Int, to current: inout [UInt64]) {
    let rows = reach.span.extracting(first..<first + Planes.words)
    var cells = current.mutableSpan
    precondition(cells.count == Planes.words)
    for word in 0..<Planes.words { cells[word] = rows[word] }
  }

  private mutating func store(_ way: DiagramSteps.Way, _ plane: [UInt64]) {
    Self.send(current, by: plane, to: &reach, way.target * Planes.words, isFirst: way.isFirst)
  }

  /// The rows that may go this way reach its target.
  private static func send(
    _ current: [UInt64], by plane: [UInt64], to reach: inout [UInt64], _ first: Int, isFirst: Bool
  ) {
    precondition(current.count == Planes.words && plane.count == Planes.words)
    let rows = current.span
    let open = plane.span
    var cells = reach.mutableSpan
    precondition(first >= 0 && first + Planes.words <= cells.count)
    if isFirst {
      for word in 0..<Planes.words { cells[first &+ word] = rows[word] & open[word] }
    } else {
      for word in 0..<Planes.words { cells[first &+ word] |= rows[word] & open[word] }
    }
  }
}

extension RowClasses {
  /// Whether more may follow from an unknown value of the group than its ways say.
  func isLoose(_ group: LookGroup) -> Bool {
    guard group.isExact else { return true }
    switch group.kind {
    case .value(.fact(let name)): return tied.contains(name)
    case .value(.list(let name)): return tied.contains(name)
    case .value(.paper): return false
    case .records(let records): return tied.contains(records.list)
    case .single: return false
    }
  }
}
