/// The circles of a graph, each starting at the node that comes first. Of circles that share a node, one is found: a graph
/// of which every node leads to every other has more circles than can be told.
func circles<Node: Hashable>(among nodes: [Node], next: (Node) -> [Node]) -> [[Node]] {
  var found: [[Node]] = []
  var done: Set<Node> = []
  for start in nodes where !done.contains(start) {
    var path: [(node: Node, open: [Node])] = [(start, next(start).reversed())]
    // For each node of the path, the last one up to it that lies on a circle found.
    var lastFound = [-1]
    var position = [start: 0]
    while let last = path.indices.last {
      guard let node = path[last].open.popLast() else {
        done.insert(path[last].node)
        position[path[last].node] = nil
        path.removeLast()
        lastFound.removeLast()
        continue
      }
      if let first = position[node] {
        guard lastFound[last] < first else { continue }
        found.append(path[first...].map(\.node))
        for index in first...last { lastFound[index] = index }
      } else if !done.contains(node) {
        position[node] = path.count
        path.append((node, next(node).reversed()))
        lastFound.append(lastFound[last])
      }
    }
  }
  return found
}

extension Findings {
  /// "`a` is defined by itself: a → b → a", at the first, with all others beside it.
  func reportCircle(
    _ circle: [String], _ what: String, help: String, _ location: (String) -> SourceLocation?
  ) {
    reportCircle(circle.map { (name: $0, location: location($0)) }, what, help: help)
  }

  func reportCircle(_ circle: [(name: String, location: SourceLocation?)], _ what: String, help: String) {
    guard let first = circle.first, let place = first.location else { return }
    let way = (circle.map(\.name) + [first.name]).joined(separator: " → ")
    report(
      .cycle, "`\(first.name)` \(what): \(way)", help: help, at: place,
      related: circle.dropFirst().compactMap { node in
        node.location.map { .init(caption: "`\(node.name)`", location: $0) }
      })
  }
}
