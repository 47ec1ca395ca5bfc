import LawLanguage
import Norms

/// There are more completions than can be looked at.
struct TooOpen: Error {}

/// What is known of a question once something is supposed: its result, or the unknowns that it waits for.
enum Examined<Result> {
  case result(Result)
  case waits(Waits)
}

/// A question that can be put to each completion.
protocol Examination {
  associatedtype Result: Hashable

  /// The result as far as is known, or what it waits for. More known never takes a result back.
  func examine(_ known: Known) -> Examined<Result>

  /// Facts and lists that it looks at by name, not only through predicates.
  var names: Set<String> { get }

  /// What the result still hangs on: two situations with the same rest come to the same, however the unknowns come out.
  func rest(_ known: Known) -> Rest<Result>

  /// The results in several situations at once, and in which of them each comes out; nil if it still waits in one.
  func results(_ several: Several) -> [(result: Result, lanes: UInt64)]?
}

extension Examination {
  var names: Set<String> { [] }
}

/// What is left of a question in a situation.
struct Rest<Result: Hashable>: Hashable {
  /// What is settled and can only be outdone.
  var settled: Result?
  /// The truth of what is still looked at, in a fixed order.
  var marks: [UInt8] = []
  /// The predicates that are still unknown, and the lists whose records are looked at: what was supposed of these still counts.
  var open = Set<Int>()
  var names = Set<String>()
  /// The papers whose fields are still looked at.
  var papers = Set<Int>()

  mutating func mark(_ truth: Truth, of predicate: Int) {
    marks.append(truth.rawValue)
    if truth == .unknown { open.insert(predicate) }
  }

  /// What is left of a formula: a part that is settled is as good as its truth, whatever settled it.
  mutating func mark(_ formula: Formula, _ truth: (Int) -> Truth) {
    if case .atom(let index) = formula {
      mark(truth(index), of: index)
      return
    }
    let own = formula.truth(truth)
    marks.append(own.rawValue)
    guard own == .unknown else { return }
    switch formula {
    case .constant, .atom: break
    case .not(let part): mark(part, truth)
    case .all(let parts), .any(let parts): for part in parts { mark(part, truth) }
    }
  }
}

extension Completions {
  /// No more situations than this are looked at.
  static let limit = 100_000

  /// What all completions come to.
  func diagram<Question: Examination>(
    _ question: Question, waiting waits: Waits, from known: Known
  ) throws -> Diagram<Question.Result> {
    var exploration = Exploration(completions: self, question: question)
    let root = try exploration.suppose(waits, known, supposed: Supposed())
    return exploration.diagram.from(root)
  }

  /// Whether the vocabulary's constraints tie the unknown to others.
  func isTied(_ path: FactPath) -> Bool {
    switch path {
    case .fact(let name): edition.constrained.contains(name)
    case .records(let list), .record(let list, _, _):
      edition.constrained.contains(list) || plan.recordConstraints[list] != nil
    case .paper: false
    }
  }

  /// The unknowns that matter.
  func matters<Result: Hashable>(_ diagram: Diagram<Result>) -> Set<FactPath> {
    Set(diagram.matters(tied: isTied).map { diagram.paths[$0] })
  }
}

/// What was supposed: the places of the unknowns in the diagram, with the places of their values.
private struct Supposed {
  var values: [(place: Int, value: Int)] = []
  /// Of some lists no set of further records was chosen yet, but some were ruled out.
  var sets: [Int: [Int]] = [:]

  var places: [Int] { values.map(\.place) + sets.keys }

  func adding(_ place: Int, _ value: Int) -> Supposed {
    var next = self
    next.values.append((place, value))
    next.sets[place] = nil
    return next
  }

  func leaving(_ sets: [Int], of place: Int) -> Supposed {
    var next = self
    next.sets[place] = sets
    return next
  }
}

/// Supposes one unknown after another, only as far as the question waits for it, and draws the diagram of what comes out.
private struct Exploration<Question: Examination> {
  let completions: Completions
  let question: Question
  var diagram = Diagram<Question.Result>()
  private var places: [FactPath: Int] = [:]
  private var adds: [Int: [[UInt8]]] = [:]
  private var visited = 0
  private var remembered: [Remaining: Int] = [:]

  private var failedChoices = 0

  /// A question that is not settled by lists a few times is not likely to be the next time.
  private static var mostFailedChoices: Int { 4 }
  /// Keys cost more than they save while there is little to look at.
  private static var visitsWithoutMemory: Int { 24 }

  init(completions: Completions, question: Question) {
    self.completions = completions
    self.question = question
  }

  mutating func visit(_ known: Known, supposed: Supposed) throws -> Int {
    visited += 1
    guard visited <= Completions.limit else { throw TooOpen() }
    let waits: Waits
    switch completions.consistency(of: known, supposed.places.map { diagram.paths[$0] }) {
    case .inconsistent: return Diagram<Question.Result>.nothing
    case .waits(let constraints): waits = constraints
    case .consistent:
      switch question.examine(known) {
      case .result(let result): return diagram.end(result)
      case .waits(let own): waits = own
      }
    }
    return try suppose(waits, known, supposed: supposed)
  }

  /// Supposes what the question or a constraint waits for.
  mutating func suppose(_ waits: Waits, _ known: Known, supposed: Supposed) throws -> Int {
    if let node = try chooseRecords(waits, known, supposed) { return node }
    let remaining = visited > Self.visitsWithoutMemory ? remaining(known, supposed) : nil
    if let remaining, let node = remembered[remaining] { return node }
    let next = try place(of: waits)
    let node =
      if let list = diagram.paths[next].listOfRecords {
        try divide(next, list, waits.atoms, known, supposed)
      } else {
        try each(diagram.values[next].indices.map { $0 }, of: next, known, supposed)
      }
    if let remaining { remembered[remaining] = node }
    return node
  }

  /// Supposes each of some values.
  private mutating func each(_ values: [Int], of place: Int, _ known: Known, _ supposed: Supposed) throws -> Int {
    var branches = [Int](repeating: Diagram<Question.Result>.nothing, count: diagram.values[place].count)
    for value in values {
      let next = known.supposing(diagram.paths[place], diagram.values[place][value])
      branches[value] = try visit(next, supposed: supposed.adding(place, value))
    }
    return diagram.choice(place, branches)
  }

  /// The unknown to suppose next. Scalars before lists: which records a list may hold depends on them.
  private mutating func place(of waits: Waits) throws -> Int {
    let scalars = waits.paths.filter { $0.listOfRecords == nil }
    let paths = scalars.isEmpty ? waits.paths : scalars
    try addUnknowns(paths)
    guard let next = paths.compactMap({ places[$0] }).min() else { throw TooOpen() }
    return next
  }

  private mutating func addUnknowns(_ paths: [FactPath]) throws {
    for path in paths where places[path] == nil {
      let place = diagram.paths.count
      places[path] = place
      if let list = path.listOfRecords {
        let found = try completions.sets(of: list)
        diagram.addUnknown(path, values: found.sets.map { .extras($0) })
        adds[place] = found.adds
      } else {
        diagram.addUnknown(path, values: try completions.values(of: path))
      }
    }
  }

  // MARK: Lists

  /// Chooses further records for all the lists at once where nothing else is waited for; nil if that does not settle the
  /// question.
  private mutating func chooseRecords(_ waits: Waits, _ known: Known, _ supposed: Supposed) throws -> Int? {
    guard failedChoices < Self.mostFailedChoices, waits.paths.allSatisfy({ $0.listOfRecords != nil }) else {
      return nil
    }
    try addUnknowns(waits.paths)
    let open = Set(waits.paths.compactMap { places[$0] }).sorted()
    let lists = try open.compactMap { place -> OpenList? in
      guard let name = diagram.paths[place].listOfRecords else { return nil }
      let found = try completions.sets(of: name)
      return OpenList(name: name, found: found, sets: supposed.sets[place] ?? found.sets.indices.map { $0 })
    }
    guard var nodes = completions.nodes(question, with: lists, from: known, end: { diagram.end($0) }) else {
      failedChoices += 1
      return nil
    }
    for (place, list) in zip(open, lists).reversed() {
      nodes = stride(from: 0, to: nodes.count, by: list.sets.count).map { start in
        var branches = [Int](repeating: Diagram<Question.Result>.nothing, count: list.found.sets.count)
        for (position, set) in list.sets.enumerated() { branches[set] = nodes[start + position] }
        return diagram.choice(place, branches)
      }
    }
    return nodes.first
  }

  /// Divides the sets of records that a list may also hold by one predicate waited for: yes, no, or still unknown. Most questions
  /// are answered after a few such divisions, however many sets there are.
  private mutating func divide(
    _ place: Int, _ list: String, _ atoms: [Int], _ known: Known, _ supposed: Supposed
  ) throws -> Int {
    let sets = supposed.sets[place] ?? diagram.values[place].indices.map { $0 }
    // What is looked at by name must be there by name.
    guard !question.names.contains(list) else { return try each(sets, of: place, known, supposed) }
    let touched = (completions.edition.predicatesByName[list] ?? []).filter {
      known.truths[$0] == .unknown && completions.edition.groundPlaces[$0] < 0
    }
    let truths = truths(of: touched, place, list, sets, known)
    guard
      let row = touched.indices.first(where: { row in
        atoms.contains(touched[row]) && truths[row].contains { $0 != truths[row][0] }
      })
    else { return try each(sets, of: place, known, supposed) }
    var branches = [Int](repeating: Diagram<Question.Result>.nothing, count: diagram.values[place].count)
    for truth in [Truth.yes, .no, .unknown] {
      let group = sets.indices.filter { truths[row][$0] == truth }
      guard let first = group.first else { continue }
      var next = known
      for other in touched.indices where group.allSatisfy({ truths[other][$0] == truths[other][first] }) {
        next = next.supposing(truths[other][first], of: touched[other])
      }
      let node = try visit(next, supposed: supposed.leaving(group.map { sets[$0] }, of: place))
      for index in group { branches[sets[index]] = node }
    }
    return diagram.choice(place, branches)
  }

  /// The truth of each predicate with each of the sets.
  private func truths(of touched: [Int], _ place: Int, _ list: String, _ sets: [Int], _ known: Known) -> [[Truth]] {
    let edition = completions.edition
    let counts = completions.plan.counts[list] ?? []
    return touched.map { predicate in
      guard let adds = adds[place], let column = counts.firstIndex(where: { $0.predicate == predicate }) else {
        return sets.map { set in
          known.situation.supposing(diagram.paths[place], diagram.values[place][set])
            .truth(predicate, in: edition, ground: nil)
        }
      }
      let tally = known.tally(of: predicate)
      return sets.map { set in
        let added = Int(adds[set][column])
        if tally.certain + added >= counts[column].test.atLeast { return .yes }
        return tally.possible + added >= counts[column].test.atLeast ? .unknown : .no
      }
    }
  }

  // MARK: Memory

  /// All that the rest of the way depends on.
  private struct Remaining: Hashable {
    let question: Rest<Question.Result>
    let constraints: Rest<Bool>
    let tallies: [Int]
    let values: [Int]
  }

  private func remaining(_ known: Known, _ supposed: Supposed) -> Remaining {
    let rest = question.rest(known)
    let constraints = completions.restOfConstraints(known)
    let names = question.names
    let (tallies, decided) = tallies(known, open: rest.open.union(constraints.open))
    func counts(_ place: Int) -> Bool {
      let path = diagram.paths[place]
      if case .record(let list, let index, _) = path, decided.contains(RecordPlace(list: list, index: index)) {
        return names.contains(list)
      }
      return path.subject.map(names.contains) ?? false || self.counts(path, rest) || self.counts(path, constraints)
    }
    var values: [Int] = []
    for (place, value) in supposed.values.sorted(by: { $0.place < $1.place }) where counts(place) {
      values += [place, value]
    }
    for place in supposed.sets.keys.sorted() where counts(place) {
      values += [-1, place] + (supposed.sets[place] ?? [])
    }
    return Remaining(question: rest, constraints: constraints, tallies: tallies, values: values)
  }

  private struct RecordPlace: Hashable {
    let list: String
    let index: Int
  }

  /// Of each count that is still open, how many records pass and how many may; and the records on which all that is still open is
  /// decided: of these the tallies say all.
  private func tallies(_ known: Known, open: Set<Int>) -> (tallies: [Int], decided: Set<RecordPlace>) {
    let edition = completions.edition
    var tallies: [Int] = []
    var undecided = Set<RecordPlace>()
    var lists = Set<String>()
    for predicate in open.sorted() {
      guard case .count(let count) = edition.predicates[predicate] else {
        // Look-backs leave out the days of records one by one.
        lists.formUnion(edition.names[predicate])
        continue
      }
      var passing = (certain: 0, possible: 0)
      for (index, record) in (known.situation.records[count.records]?.records ?? []).enumerated() {
        switch known.situation.truth(count, of: record, in: edition) {
        case .yes: passing = (passing.certain + 1, passing.possible + 1)
        case .unknown:
          passing.possible += 1
          undecided.insert(RecordPlace(list: count.records, index: index))
        case .no: break
        }
      }
      tallies += [passing.certain, passing.possible]
    }
    var decided = Set<RecordPlace>()
    for (list, records) in known.situation.records
    where !lists.contains(list) && completions.plan.recordConstraints[list] == nil {
      for index in records.records.indices {
        let place = RecordPlace(list: list, index: index)
        if !undecided.contains(place) { decided.insert(place) }
      }
    }
    return (tallies, decided)
  }

  /// Whether it still counts what was supposed of the unknown.
  private func counts<Result>(_ path: FactPath, _ rest: Rest<Result>) -> Bool {
    guard let name = path.subject else {
      guard case .paper(let index, _, _) = path else { return false }
      return rest.papers.contains(index) && rest.open.contains { completions.edition.groundPlaces[$0] >= 0 }
    }
    return rest.names.contains(name) || rest.open.contains { completions.edition.names[$0].contains(name) }
  }
}
