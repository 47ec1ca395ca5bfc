/// A conjunction of columns, each true or false: a set of classes that a reader can be told in a line.
struct Implicant: Sendable, Hashable {
  /// By column.
  var literals: [Int: Bool] = [:]

  /// The same, and a column besides.
  fileprivate func with(_ column: Int, _ isTrue: Bool) -> Implicant {
    var more = self
    more.literals[column] = isTrue
    return more
  }
}

extension Diagrams {
  /// Prime implicants that together cover a set, none of them needless: everything in `least`, nothing outside `most`. After
  /// S. Minato, "Fast Generation of Irredundant Sum-of-Products Forms from Binary Decision Diagrams" (1992).
  mutating func cover(of least: Node, within most: Node) throws(TooWide) -> [Implicant] {
    var known: [Interval: Cover] = [:]
    return try cover(Interval(least: least, most: most), &known).implicants
  }

  private struct Interval: Hashable {
    let least: Node
    let most: Node
  }

  private struct Cover {
    let implicants: [Implicant]
    /// What they cover.
    let node: Node
  }

  /// More than a reader reads.
  private static let mostImplicants = 20_000

  private mutating func cover(
    _ interval: Interval, _ known: inout [Interval: Cover]
  ) throws(TooWide) -> Cover {
    let (least, most) = (interval.least, interval.most)
    if least == Self.none { return Cover(implicants: [], node: Self.none) }
    if most == Self.every { return Cover(implicants: [Implicant()], node: Self.every) }
    if let found = known[interval] { return found }
    let level = min(self.level(of: least), self.level(of: most))
    let (leastLow, leastHigh) = (low(least, level), high(least, level))
    let (mostLow, mostHigh) = (low(most, level), high(most, level))
    // What needs the column to be false, and to be true; then what is left, which hangs on it in neither case.
    let falseOnly = try cover(Interval(least: without(leastLow, mostHigh), most: mostLow), &known)
    let trueOnly = try cover(Interval(least: without(leastHigh, mostLow), most: mostHigh), &known)
    let leftLow = try without(leastLow, falseOnly.node)
    let leftHigh = try without(leastHigh, trueOnly.node)
    let either = try cover(Interval(least: either(leftLow, leftHigh), most: both(mostLow, mostHigh)), &known)
    let chosen = try choice(level, low: falseOnly.node, high: trueOnly.node)
    let node = try self.either(chosen, either.node)
    let implicants =
      falseOnly.implicants.map { $0.with(level, false) } + trueOnly.implicants.map { $0.with(level, true) }
      + either.implicants
    guard implicants.count <= Self.mostImplicants else { throw TooWide(what: .nodes) }
    let found = Cover(implicants: implicants, node: node)
    known[interval] = found
    return found
  }
}

extension Classes {
  /// Prime implicants of a set of feasible classes, as looks; what cannot be is left out of account.
  mutating func implicants(of node: Diagrams.Node) throws(TooWide) -> [[(look: Int, isTrue: Bool)]] {
    let least = try diagrams.both(node, feasible)
    let infeasible = try diagrams.outside(feasible)
    let most = try diagrams.either(node, infeasible)
    return try diagrams.cover(of: least, within: most).map { implicant in
      implicant.literals.sorted { $0.key < $1.key }.map { (look(at: $0.key), $0.value) }
    }
  }
}
