/// All prime implicants of a set of classes, and which of them are needed.
///
/// A cover with few implicants is right where everything is known, and wrong where something is not: `a b or not a c` does not say
/// that `b c` is enough. Three-valued logic is exact over all prime implicants (W. V. Quine, "On Cores and Prime Implicants of
/// Truth Functions", 1959). Found from the diagram after O. Coudert and J. C. Madre (1992).
extension Classes {
  /// The prime implicants that three-valued logic needs, where columns of one source are all known or all unknown: an implicant is
  /// left out if others, which look at no other sources, hold wherever it does.
  mutating func primes(
    of node: Diagrams.Node, sources: [Int], atMost most: Int
  ) throws(TooWide) -> [Implicant] {
    let inside = try diagrams.both(node, feasible)
    guard inside != Diagrams.none else { return [] }
    let infeasible = try diagrams.outside(feasible)
    let wide = try diagrams.either(inside, infeasible)
    var found: [Diagrams.Node: Set<Implicant>] = [:]
    // Those that are needless are many where a choice has many values.
    let all = try diagrams.primes(of: wide, &found, atMost: max(20_000, most))
    struct Candidate {
      let implicant: Implicant
      let sources: Set<Int>
      let classes: Diagrams.Node
    }
    var candidates: [Candidate] = []
    for implicant in all {
      let cube = try diagrams.cube(implicant)
      let classes = try diagrams.both(cube, feasible)
      guard classes != Diagrams.none else { continue }
      candidates.append(
        Candidate(
          implicant: implicant, sources: Set(implicant.literals.keys.map { sources[$0] }), classes: classes))
    }
    candidates.sort { left, right in
      if left.sources.count != right.sources.count { return left.sources.count < right.sources.count }
      if left.implicant.literals.count != right.implicant.literals.count {
        return left.implicant.literals.count < right.implicant.literals.count
      }
      return left.implicant.order.lexicographicallyPrecedes(right.implicant.order)
    }
    var kept: [Candidate] = []
    for candidate in candidates {
      var left = candidate.classes
      for other in kept where other.sources.isSubset(of: candidate.sources) {
        left = try diagrams.without(left, other.classes)
        if left == Diagrams.none { break }
      }
      guard left != Diagrams.none else { continue }
      kept.append(candidate)
      guard kept.count <= most else { throw TooWide(what: .conditions) }
    }
    return kept.map(\.implicant)
  }
}

extension Implicant {
  /// What puts implicants into one order.
  fileprivate var order: [Int] { literals.keys.sorted().flatMap { [$0, literals[$0] == true ? 0 : 1] } }
}

extension Diagrams {
  /// Every prime implicant of a set.
  fileprivate mutating func primes(
    of node: Node, _ known: inout [Node: Set<Implicant>], atMost most: Int
  ) throws(TooWide) -> Set<Implicant> {
    if node == Self.none { return [] }
    if node == Self.every { return [Implicant()] }
    if let found = known[node] { return found }
    let level = level(of: node)
    let (low, high) = (low(node, level), high(node, level))
    let both = try both(low, high)
    let shared = try primes(of: both, &known, atMost: most)
    var found = shared
    for (half, isTrue) in [(low, false), (high, true)] {
      for implicant in try primes(of: half, &known, atMost: most) where !shared.contains(implicant) {
        var longer = implicant
        longer.literals[level] = isTrue
        found.insert(longer)
      }
    }
    guard found.count <= most else { throw TooWide(what: .conditions) }
    known[node] = found
    return found
  }

  /// The classes in which an implicant holds.
  fileprivate mutating func cube(_ implicant: Implicant) throws(TooWide) -> Node {
    var node = Self.every
    for column in implicant.literals.keys.sorted(by: >) {
      let isTrue = implicant.literals[column] == true
      node = try choice(column, low: isTrue ? Self.none : node, high: isTrue ? node : Self.none)
    }
    return node
  }
}
