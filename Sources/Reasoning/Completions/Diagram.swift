/// What every completion of some unknowns comes to, as a reduced ordered decision diagram.
///
/// Equal parts of the space of completions are one node, however many completions lie in them, so that what holds of all of
/// them is read off without going through them one by one. After R. Bryant, "Graph-Based Algorithms for Boolean Function
/// Manipulation" (1986), with as many branches as an unknown has values, and a result, or nothing, at the ends.
struct Diagram<Result: Hashable> {
  /// A node, as an index.
  typealias Node = Int

  /// What the constraints forbid: no completion.
  static var nothing: Node { 0 }
  /// The unknowns, in the order of the diagram.
  private(set) var paths: [FactPath] = []
  /// The values of each.
  private(set) var values: [[Supposition]] = []
  /// Where it begins.
  var root: Node = 0

  /// The place of each node's unknown in `paths`; `.max` at an end.
  private var variables: [Int] = [.max]
  /// Where the node's branches begin in `branches`; at an end, the index of its result.
  private var starts: [Int] = [-1]
  private var branches: [Node] = []
  private(set) var results: [Result] = []
  private var ends: [Result: Node] = [:]
  private var unique: [Branching: Node] = [:]

  private struct Branching: Hashable {
    let variable: Int
    let branches: [Node]
  }

  // MARK: Building

  mutating func addUnknown(_ path: FactPath, values: [Supposition]) {
    paths.append(path)
    self.values.append(values)
  }

  mutating func end(_ result: Result) -> Node {
    if let known = ends[result] { return known }
    let node = variables.count
    variables.append(.max)
    starts.append(results.count)
    results.append(result)
    ends[result] = node
    return node
  }

  /// The node that takes one of the branches by the value of an unknown, wherever in the order the branches begin.
  mutating func choice(_ variable: Int, _ branches: [Node]) -> Node {
    guard let first = branches.first, branches.contains(where: { $0 != first }) else {
      return branches.first ?? Self.nothing
    }
    let top = branches.map { variables[$0] }.min() ?? .max
    guard top <= variable else { return node(variable, branches) }
    // The order comes first: a branch that asks an earlier unknown, or the same one again, is asked before.
    if top == variable {
      return choice(variable, branches.indices.map { branch(of: branches[$0], on: variable, value: $0) })
    }
    return choice(
      top,
      values[top].indices.map { value in
        choice(variable, branches.map { branch(of: $0, on: top, value: value) })
      })
  }

  private mutating func node(_ variable: Int, _ branches: [Node]) -> Node {
    let branching = Branching(variable: variable, branches: branches)
    if let known = unique[branching] { return known }
    let node = variables.count
    variables.append(variable)
    starts.append(self.branches.count)
    self.branches += branches
    unique[branching] = node
    return node
  }

  // MARK: Reading

  /// Whether it is a result, or nothing.
  func isEnd(_ node: Node) -> Bool { variables[node] == .max }

  /// The place of the unknown that the node asks; `.max` at an end.
  func variable(of node: Node) -> Int { variables[node] }

  /// Where a node goes if the unknown has the value; the node itself if it does not ask it at once.
  func branch(of node: Node, on variable: Int, value: Int) -> Node {
    variables[node] == variable ? branches[starts[node] + value] : node
  }

  func branches(of node: Node) -> ArraySlice<Node> {
    isEnd(node) ? [] : branches[starts[node]..<starts[node] + values[variables[node]].count]
  }

  func result(at node: Node) -> Result? {
    isEnd(node) && node != Self.nothing ? results[starts[node]] : nil
  }

  /// The nodes that can be reached, each after those it leads to.
  func reachable(from start: Node) -> [Node] {
    var seen: Set<Node> = [start]
    var found: [Node] = []
    func visit(_ node: Node) {
      for branch in branches(of: node) where seen.insert(branch).inserted { visit(branch) }
      found.append(node)
    }
    visit(start)
    return found
  }

  /// The results that some completion has, in the order in which they were found.
  var possible: [Result] { reachable(from: root).sorted().compactMap(result) }

  /// The same diagram from another node.
  func from(_ node: Node) -> Diagram {
    var next = self
    next.root = node
    return next
  }

  /// As it is where an unknown has a value.
  func supposing(_ variable: Int, _ value: Int) -> Diagram {
    var next = self
    var moved: [Node: Node] = [:]
    for node in reachable(from: root) {
      if isEnd(node) {
        moved[node] = node
      } else if self.variable(of: node) == variable {
        moved[node] = moved[branch(of: node, on: variable, value: value)]
      } else {
        moved[node] = next.choice(self.variable(of: node), branches(of: node).map { moved[$0] ?? Self.nothing })
      }
    }
    next.root = moved[root] ?? Self.nothing
    return next
  }

  /// The diagram of something that follows from the results.
  func map<Other: Hashable>(_ transform: (Result) -> Other) -> Diagram<Other> {
    var next = Diagram<Other>()
    for index in paths.indices { next.addUnknown(paths[index], values: values[index]) }
    var moved: [Node: Diagram<Other>.Node] = [:]
    for node in reachable(from: root) {
      if let result = result(at: node) {
        moved[node] = next.end(transform(result))
      } else if node == Self.nothing {
        moved[node] = Diagram<Other>.nothing
      } else {
        moved[node] = next.choice(variable(of: node), branches(of: node).map { moved[$0] ?? 0 })
      }
    }
    next.root = moved[root] ?? 0
    return next
  }
}
