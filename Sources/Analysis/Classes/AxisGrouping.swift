import LawLanguage
import Norms

/// Divides looks into those that hang together: through a fact, a paper's field or a list that decides both, or through a
/// constraint.
struct AxisGrouping {
  let table: LookTable
  let types: ValueTypes
  /// The vocabulary's constraints, over looks.
  let constraints: [Formula]
  let recordConstraints: [String: [Formula]]
  /// The fields that papers have by their kind.
  let fixed: [[String: FactValue]]
  /// The facts and lists of which all is known.
  let settled: Set<Source>

  /// The groups, in the order of their first looks.
  func groups(of looks: [Int]) -> [AxisSearch.Group] {
    var ties = SourceTies()
    let own = looks.map { ties.tied(free(table.sources(of: $0))) }
    // A constraint ties all that it looks at; what it ties may be tied to more by another.
    var open = constraints.indices.map { index in
      (index: index, sources: ties.numbers(of: free(table.sources(of: constraints[index]))))
    }
    var bearing: [(index: Int, source: Int)] = []
    while let next = open.firstIndex(where: { ties.isReached(any: $0.sources) }) {
      let constraint = open.remove(at: next)
      ties.tie(constraint.sources)
      bearing.append((constraint.index, constraint.sources[0]))
    }
    var parts: [Part] = []
    var places: [Int: Int] = [:]
    for (look, source) in zip(looks, own) {
      // What hangs on nothing that is free stands by itself.
      guard let source else {
        parts.append(Part(looks: [look]))
        continue
      }
      let first = ties.first(of: source)
      if let place = places[first] {
        parts[place].looks.append(look)
      } else {
        places[first] = parts.count
        parts.append(Part(looks: [look]))
      }
    }
    for (number, source) in ties.sources.enumerated() {
      if let place = places[ties.first(of: number)] { parts[place].sources.append(source) }
    }
    for (index, source) in bearing {
      if let place = places[ties.first(of: source)] { parts[place].constraints.append(index) }
    }
    return parts.map(group).sorted { ($0.looks.first ?? .max) < ($1.looks.first ?? .max) }
  }

  private struct Part {
    var looks: [Int]
    var sources: [Source] = []
    var constraints: [Int] = []
  }

  /// What is known, or settled by the papers' kinds, decides nothing any more. A list brings the facts that constraints on its records look at.
  private func free(_ sources: [Source]) -> [Source] {
    var found: [Source] = []
    for source in sources where !settled.contains(source) {
      switch source {
      case .fact: found.append(source)
      case .paper(let paper, let field): if fixed[paper][field] == nil { found.append(source) }
      case .list(let list):
        found.append(source)
        for constraint in recordConstraints[list] ?? [] {
          found += table.sources(of: constraint).filter { !settled.contains($0) }
        }
      }
    }
    return found
  }

  private func group(_ part: Part) -> AxisSearch.Group {
    var scalars: [Source] = []
    var lists: [String] = []
    for source in part.sources {
      if case .list(let list) = source { lists.append(list) } else { scalars.append(source) }
    }
    return AxisSearch.Group(
      looks: part.looks.sorted(),
      scalars: scalars.count < 2 ? scalars : inOrder(scalars),
      lists: lists.sorted(), constraints: part.constraints.sorted().map { constraints[$0] },
      recordConstraints: recordConstraints.filter { lists.contains($0.key) })
  }

  private func inOrder(_ scalars: [Source]) -> [Source] {
    scalars.map { (source: $0, order: types.order(of: $0)) }
      .sorted { $0.order.lexicographicallyPrecedes($1.order) }.map(\.source)
  }
}

/// Which sources hang together, as far as that was said: disjoint sets. R. Tarjan, "Efficiency of a Good But Not Linear Set Union
/// Algorithm" (1975).
private struct SourceTies {
  private(set) var sources: [Source] = []
  private var numbers: [Source: Int] = [:]
  /// For each source another that it hangs together with; itself, if it is the first of those.
  private var before: [Int] = []
  /// Whether a look hangs on it, directly or through others.
  private var isReached: [Bool] = []

  mutating func numbers(of own: [Source]) -> [Int] {
    own.map { source in
      let number = numbers.number(of: source)
      if number == sources.count {
        sources.append(source)
        before.append(number)
        isReached.append(false)
      }
      return number
    }
  }

  /// Ties what one look hangs on, and gives some of it; nil if it is nothing.
  mutating func tied(_ own: [Source]) -> Int? {
    let numbers = numbers(of: own)
    tie(numbers)
    return numbers.first
  }

  mutating func tie(_ numbers: [Int]) {
    for number in numbers {
      isReached[number] = true
      before[first(of: number)] = first(of: numbers[0])
    }
  }

  func isReached(any numbers: [Int]) -> Bool { numbers.contains { isReached[$0] } }

  func first(of number: Int) -> Int {
    var first = number
    while before[first] != first { first = before[first] }
    return first
  }
}
