import LawLanguage

extension Diagram {
  /// The unknowns that matter: those in which two neighbouring completions with different results differ, as places in `paths`.
  ///
  /// Two completions are neighbours if no consistent one lies between them. Where no constraint ties unknowns together,
  /// neighbours differ in one; where one does, they may differ in all that it ties, and only in such.
  func matters(tied: (FactPath) -> Bool) -> Set<Int> {
    var single = SingleChanges(diagram: self)
    var found = Set<Int>()
    let nodes = reachable(from: root)
    for node in nodes where !isEnd(node) && !found.contains(variable(of: node)) {
      if single.matters(at: node) { found.insert(variable(of: node)) }
    }
    let tiedHere = Set(nodes.filter { !isEnd($0) }.map(variable(of:)).filter { tied(paths[$0]) })
    if tiedHere.count > 1, !tiedHere.isSubset(of: found) {
      var joint = JointChanges(diagram: self, tied: tiedHere)
      found.formUnion(joint.changing([root]) ?? [])
    }
    return found
  }
}

/// Completions that differ in one unknown and in their results.
private struct SingleChanges<Result: Hashable> {
  let diagram: Diagram<Result>
  private var known: [Pair: Bool] = [:]

  private struct Pair: Hashable {
    let first: Int
    let second: Int
  }

  init(diagram: Diagram<Result>) { self.diagram = diagram }

  /// Whether two values of the node's unknown give different results where all else is the same.
  mutating func matters(at node: Int) -> Bool {
    let branches = Array(Set(diagram.branches(of: node)))
    for first in branches.indices {
      for second in branches.indices.dropFirst(first + 1) where differ(branches[first], branches[second]) {
        return true
      }
    }
    return false
  }

  /// Whether some completion has a result in both, and not the same.
  private mutating func differ(_ one: Int, _ other: Int) -> Bool {
    if one == other || one == Diagram<Result>.nothing || other == Diagram<Result>.nothing { return false }
    if diagram.isEnd(one) && diagram.isEnd(other) { return true }
    let pair = Pair(first: min(one, other), second: max(one, other))
    if let known = known[pair] { return known }
    let top = min(diagram.variable(of: one), diagram.variable(of: other))
    let found = diagram.values[top].indices.contains { value in
      differ(diagram.branch(of: one, on: top, value: value), diagram.branch(of: other, on: top, value: value))
    }
    known[pair] = found
    return found
  }
}

/// Completions that differ in several unknowns at once, because the constraints allow none between.
///
/// Goes down the diagram from both completions together, and from every mixture of the two: the first corner is one
/// completion, the last the other, and all between them must come to nothing.
private struct JointChanges<Result: Hashable> {
  let diagram: Diagram<Result>
  let tied: Set<Int>
  private var known: [[Int]: Set<Int>?] = [:]

  /// Unknowns that one step may change together.
  private static var limit: Int { 8 }

  init(diagram: Diagram<Result>, tied: Set<Int>) {
    self.diagram = diagram
    self.tied = tied
  }

  /// The unknowns changed from here on by neighbours that these corners lead to; nil if they lead to none.
  mutating func changing(_ corners: [Int]) -> Set<Int>? {
    let nothing = Diagram<Result>.nothing
    guard let first = corners.first, let last = corners.last, first != nothing, last != nothing else { return nil }
    if corners.count > 1 {
      // A corner that goes where one of the two goes is a completion, as that is.
      let between = corners.dropFirst().dropLast()
      guard first != last,
        !between.contains(where: { $0 == first || $0 == last || diagram.isEnd($0) && $0 != nothing })
      else { return nil }
    }
    let top = corners.map(diagram.variable(of:)).min() ?? .max
    if top == .max {
      return corners.count > 1 ? [] : nil
    }
    if let known = known[corners] { return known }
    var found: Set<Int>?
    let values = diagram.values[top].indices
    let moved = values.map { value in corners.map { diagram.branch(of: $0, on: top, value: value) } }
    for value in values {
      if let later = changing(moved[value]) { found = (found ?? []).union(later) }
    }
    if tied.contains(top), corners.count < 1 << Self.limit {
      for one in values {
        for other in values where other != one {
          if let later = changing(moved[one] + moved[other]) { found = (found ?? []).union(later).union([top]) }
        }
      }
    }
    known[corners] = found
    return found
  }
}
