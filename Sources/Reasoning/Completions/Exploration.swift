import LawLanguage
import Norms

/// There are more completions than can be looked at.
struct TooOpen: Error {}

/// What is known of a question once something is supposed: its result, or the unknowns that it waits for.
enum Examined<Result> {
  case result(Result)
  case waits([FactPath])
}

/// A question that can be put to each completion.
protocol Examination {
  associatedtype Result: Hashable

  /// The result in a situation, or what it waits for. More known never takes a result back.
  func examine(_ situation: Situation) -> Examined<Result>

  /// What the result still hangs on: two situations with the same rest come to the same, however the unknowns come out.
  func rest(_ situation: Situation) -> Rest<Result>
}

/// What is left of a question in a situation.
struct Rest<Result: Hashable>: Hashable {
  /// What is settled and can only be outdone.
  var settled: Result?
  /// The truth of what is still looked at, in a fixed order.
  var marks: [UInt8] = []
  /// The predicates that are still unknown, and the facts that are looked at by name: what was supposed of these still counts.
  var open = Set<Int>()
  var names = Set<String>()
  /// The papers whose fields are still looked at.
  var papers = Set<Int>()

  mutating func mark(_ truth: Truth, of predicate: Int) {
    marks.append(truth.rawValue)
    if truth == .unknown { open.insert(predicate) }
  }
}

extension Completions {
  /// No more situations than this are looked at.
  static let limit = 20_000

  /// What all completions come to.
  func diagram<Question: Examination>(_ question: Question) throws -> Diagram<Question.Result> {
    var exploration = Exploration(completions: self, question: question)
    let root = try exploration.visit(situation, supposed: [])
    return exploration.diagram.from(root)
  }

  /// Whether the vocabulary's constraints tie the unknown to others.
  func isTied(_ path: FactPath) -> Bool {
    switch path {
    case .fact(let name): edition.constrained.contains(name)
    case .records(let list), .record(let list, _, _):
      edition.constrained.contains(list) || recordConstraints[list] != nil
    case .paper: false
    }
  }

  /// The unknowns that matter.
  func matters<Result: Hashable>(_ diagram: Diagram<Result>) -> Set<FactPath> {
    Set(diagram.matters(tied: isTied).map { diagram.paths[$0] })
  }
}

/// Supposes one unknown after another, only as far as the question waits for it, and draws the diagram of what comes out.
private struct Exploration<Question: Examination> {
  let completions: Completions
  let question: Question
  var diagram = Diagram<Question.Result>()
  private var places: [FactPath: Int] = [:]
  private var visited = 0
  private var known: [Remaining: Int] = [:]

  /// Keys cost more than they save while there is little to look at.
  private static var visitsWithoutMemory: Int { 24 }

  /// What was supposed: the places of the unknowns, and their values.
  typealias Supposed = [(place: Int, value: Int)]

  init(completions: Completions, question: Question) {
    self.completions = completions
    self.question = question
  }

  mutating func visit(_ current: Situation, supposed: Supposed) throws -> Int {
    visited += 1
    guard visited <= Completions.limit else { throw TooOpen() }
    var waits: [FactPath]
    switch completions.consistency(of: current, supposed.map { diagram.paths[$0.place] }) {
    case .inconsistent: return Diagram<Question.Result>.nothing
    case .waits(let paths): waits = paths
    case .consistent:
      switch question.examine(current) {
      case .result(let result): return diagram.end(result)
      case .waits(let paths): waits = paths
      }
    }
    let remaining = visited > Self.visitsWithoutMemory ? remaining(current, supposed) : nil
    if let remaining, let node = known[remaining] { return node }
    let next = try place(of: &waits)
    var branches: [Int] = []
    for (index, value) in diagram.values[next].enumerated() {
      branches.append(
        try visit(current.supposing(diagram.paths[next], value), supposed: supposed + [(next, index)]))
    }
    let node = diagram.choice(next, branches)
    if let remaining { known[remaining] = node }
    return node
  }

  /// The unknown to suppose next. Scalars before lists: which records a list may hold depends on them.
  private mutating func place(of waits: inout [FactPath]) throws -> Int {
    let scalars = waits.filter { if case .records = $0 { false } else { true } }
    if !scalars.isEmpty { waits = scalars }
    for path in waits where places[path] == nil {
      places[path] = diagram.paths.count
      diagram.addUnknown(path, values: try completions.values(of: path))
    }
    guard let next = waits.compactMap({ places[$0] }).min() else { throw TooOpen() }
    return next
  }

  // MARK: Memory

  /// All that the rest of the way depends on.
  private struct Remaining: Hashable {
    let question: Rest<Question.Result>
    let constraints: Rest<Bool>
    let values: [Int]
  }

  private func remaining(_ current: Situation, _ supposed: Supposed) -> Remaining {
    let rest = question.rest(current)
    let constraints = completions.restOfConstraints(current)
    var values: [Int] = []
    for (place, value) in supposed.sorted(by: { $0.place < $1.place })
    where counts(diagram.paths[place], rest) || counts(diagram.paths[place], constraints) {
      values += [place, value]
    }
    return Remaining(question: rest, constraints: constraints, values: values)
  }

  /// Whether it still counts what was supposed of the unknown.
  private func counts<Result>(_ path: FactPath, _ rest: Rest<Result>) -> Bool {
    let name: String
    switch path {
    case .paper(let index, _, _): return rest.papers.contains(index)
    case .fact(let fact): name = fact
    case .records(let list), .record(let list, _, _): name = list
    }
    return rest.names.contains(name) || rest.open.contains { completions.edition.names[$0].contains(name) }
  }
}
