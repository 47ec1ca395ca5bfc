import LawLanguage

/// All that the law can say of an act, as one diagram: at each node a look decides the way, at each end is what is said.
///
/// What is known of a row may leave several ways open; the ends that are reached are then what is possible.
package struct DecisionDiagram: Sendable {
  /// A look, by its column, and where the ways lead: to a node, or past the nodes to an end.
  package struct Node: Sendable {
    package let column: Int
    package let low: Int
    package let high: Int
  }

  /// What is said at an end.
  package struct End: Sendable, Hashable {
    package let verdict: Verdict
    /// The norm that decides, permits or exempts, or that denies authority: the first such in the order of the laws, as an index
    /// into the edition.
    package let norm: Int?
    /// Whether a window bounds the act, so that a clock has the last word.
    package let hasWindow: Bool
  }

  /// From the root on: a node's ways lead only to later ones.
  package let nodes: [Node]
  package let ends: [End]
  /// The first node, or an end if no look decides.
  package let root: Int

  /// Where a way leads that nothing can take.
  package static let nowhere = -1

  /// The place of an end, if this is one.
  package func end(_ target: Int) -> Int? { target >= nodes.count ? target - nodes.count : nil }
}

extension DecisionDiagram {
  /// Joins the sets of classes in which each end is reached.
  init(
    _ sets: [(end: End, classes: Diagrams.Node)], in diagrams: Diagrams
  ) throws(TooWide) {
    var joining = Joining(diagrams: diagrams)
    let root = try joining.join(sets.map(\.classes))
    // A node was made after those that it leads to.
    let last = joining.nodes.count - 1
    func place(_ target: Joining.Target) -> Int {
      switch target {
      case .nowhere: DecisionDiagram.nowhere
      case .node(let index): last - index
      case .end(let end): joining.nodes.count + end
      }
    }
    nodes = joining.nodes.reversed().map { Node(column: $0.column, low: place($0.low), high: place($0.high)) }
    ends = sets.map(\.end)
    self.root = place(root)
  }
}

/// Joins diagrams of sets that have nothing in common into one that tells which of them a class is in.
private struct Joining {
  let diagrams: Diagrams
  var nodes: [(column: Int, low: Target, high: Target)] = []
  private var known: [[Diagrams.Node]: Target] = [:]
  private var unique: [Branching: Int] = [:]

  /// More than is gone through a million times in a moment.
  private static let most = 20_000

  enum Target: Hashable {
    case nowhere
    case node(Int)
    case end(Int)
  }

  private struct Branching: Hashable {
    let column: Int
    let low: Target
    let high: Target
  }

  init(diagrams: Diagrams) { self.diagrams = diagrams }

  mutating func join(_ sets: [Diagrams.Node]) throws(TooWide) -> Target {
    if let target = known[sets] { return target }
    let column = sets.map(diagrams.level).min() ?? diagrams.columns
    let target: Target
    if column == diagrams.columns {
      target = sets.firstIndex(of: Diagrams.every).map { .end($0) } ?? .nowhere
    } else {
      let low = try join(sets.map { diagrams.low($0, column) })
      let high = try join(sets.map { diagrams.high($0, column) })
      target = low == high ? low : .node(try node(Branching(column: column, low: low, high: high)))
    }
    known[sets] = target
    return target
  }

  private mutating func node(_ branching: Branching) throws(TooWide) -> Int {
    if let known = unique[branching] { return known }
    guard nodes.count < Self.most else { throw TooWide(what: .nodes) }
    nodes.append((branching.column, branching.low, branching.high))
    unique[branching] = nodes.count - 1
    return nodes.count - 1
  }
}
