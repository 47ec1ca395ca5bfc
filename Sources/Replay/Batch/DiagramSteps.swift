import Analysis

/// A decision diagram as a straight run of steps over planes: which rows reach each node, from the root on. The rows that reach an end
/// are those of which it may be said.
struct DiagramSteps: Sendable {
  /// Where a way leads. The first to reach a node or end sets its rows, later ones add theirs.
  struct Way: Sendable {
    let target: Int
    let isFirst: Bool
  }

  /// The rows of a node go on by a column.
  struct Step: Sendable {
    let node: Int
    let column: Int
    let low: Way?
    let high: Way?
  }

  /// The rows of a node go on by what their list may come to.
  struct ListStep: Sendable {
    let node: Int
    let ways: [(cells: UInt64, way: Way)]
  }

  /// What is done for each list, in order.
  let lists: [(group: Int, steps: [ListStep])]
  /// What is done then.
  let steps: [Step]
  /// The columns that steps look at.
  let columns: [Int]
  /// How many nodes and ends there are.
  let places: Int

  init(_ diagram: DecisionDiagram, groups: [LookGroup]) {
    var written: Set<Int> = [diagram.root]
    func way(_ target: Int) -> Way? {
      guard target != DecisionDiagram.nowhere else { return nil }
      return Way(target: target, isFirst: written.insert(target).inserted)
    }
    func isNode(_ target: Int) -> Bool { target >= 0 && target < diagram.nodes.count }
    var live: [Int] = [diagram.root]
    var lists: [(group: Int, steps: [ListStep])] = []
    var first = 0
    for (index, group) in groups.enumerated() {
      guard case .records = group.kind else { break }
      let columns = first..<first + group.looks.count
      first = columns.upperBound
      var steps: [ListStep] = []
      var next: [Int] = []
      for place in live {
        guard isNode(place), columns.contains(diagram.nodes[place].column) else {
          next.append(place)
          continue
        }
        var targets: [(target: Int, cells: UInt64)] = []
        for (number, cell) in group.cells.enumerated() {
          var target = place
          while isNode(target), columns.contains(diagram.nodes[target].column) {
            let node = diagram.nodes[target]
            target =
              cell & 1 << UInt64(node.column - columns.lowerBound) != 0 ? node.high : node.low
          }
          if let known = targets.firstIndex(where: { $0.target == target }) {
            targets[known].cells |= 1 << UInt64(number)
          } else {
            targets.append((target, 1 << UInt64(number)))
          }
        }
        let ways = targets.compactMap { target in
          way(target.target).map { (cells: target.cells, way: $0) }
        }
        next += targets.map(\.target).filter { $0 != DecisionDiagram.nowhere }
        steps.append(ListStep(node: place, ways: ways))
      }
      lists.append((index, steps))
      var seen = Set<Int>()
      live = next.filter { seen.insert($0).inserted }
    }
    self.lists = lists
    var steps: [Step] = []
    var columns = Set<Int>()
    var reached = Set(live)
    for index in diagram.nodes.indices where reached.contains(index) {
      let node = diagram.nodes[index]
      columns.insert(node.column)
      reached.formUnion([node.low, node.high])
      steps.append(Step(node: index, column: node.column, low: way(node.low), high: way(node.high)))
    }
    self.steps = steps
    self.columns = columns.sorted()
    places = diagram.nodes.count + diagram.ends.count
  }
}
