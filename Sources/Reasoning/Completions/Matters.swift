import LawLanguage
import Norms

extension Completions {
  /// The facts that matter: those in which two neighbouring completions with different results differ.
  ///
  /// Two completions are neighbours if no consistent one lies between them. Where no constraint ties facts together, neighbours
  /// differ in one fact; where one does, they may differ in all that it ties.
  func matters<Result: Hashable>(_ leaves: [Leaf<Result>]) -> Set<FactPath> {
    let grid = LeafGrid(leaves.map(\.supposed))
    var found = [Bool](repeating: false, count: grid.paths.count)
    var differing: [Int] = []
    for left in leaves.indices {
      for right in leaves.indices.dropFirst(left + 1) where leaves[left].result != leaves[right].result {
        grid.differences(left, right, into: &differing)
        guard differing.count <= 6, !differing.allSatisfy({ found[$0] }) else { continue }
        if areNeighbours(leaves[left].supposed, leaves[right].supposed, differing.map { grid.paths[$0] }) {
          for column in differing { found[column] = true }
        }
      }
    }
    return Set(grid.paths.indices.filter { found[$0] }.map { grid.paths[$0] })
  }

  private func areNeighbours(
    _ first: [FactPath: Supposition], _ second: [FactPath: Supposition], _ differing: [FactPath]
  ) -> Bool {
    if constraints.isEmpty && recordConstraints.isEmpty { return differing.count == 1 }
    let all = (1 << differing.count) - 1
    for choice in 0...all {
      let taken = Set(differing.indices.filter { choice & (1 << $0) != 0 }.map { differing[$0] })
      let isEnd = choice == 0 || choice == all
      // Both ends must be completions, what lies between must not.
      if isConsistent(situation(first, second, taking: taken)) != isEnd { return false }
    }
    return true
  }

  /// The first leaf's suppositions joined with the second's, and the second's values for some.
  private func situation(
    _ first: [FactPath: Supposition], _ second: [FactPath: Supposition], taking taken: Set<FactPath>
  ) -> Situation {
    var joined = second.merging(first) { _, first in first }
    for path in taken { joined[path] = second[path] }
    var result = situation
    // Fields of known records before further records: the indices stay those of the known ones.
    for (path, value) in joined {
      if case .records = path { continue }
      result = result.supposing(path, value)
    }
    for (path, value) in joined {
      if case .records = path { result = result.supposing(path, value) }
    }
    return result
  }
}

/// Suppositions of leaves as small numbers in rows, one column for each path: pairs of leaves are compared by the thousand.
private struct LeafGrid {
  private(set) var paths: [FactPath] = []
  private var cells: [Int32] = []

  init(_ rows: [[FactPath: Supposition]]) {
    var columns: [FactPath: Int] = [:]
    for row in rows {
      for path in row.keys where columns[path] == nil {
        columns[path] = paths.count
        paths.append(path)
      }
    }
    var numbers = [[Supposition: Int32]](repeating: [:], count: paths.count)
    cells = [Int32](repeating: 0, count: rows.count * paths.count)
    for (index, row) in rows.enumerated() {
      for (path, value) in row {
        guard let column = columns[path] else { continue }
        let number = numbers[column][value] ?? Int32(numbers[column].count + 1)
        numbers[column][value] = number
        cells[index * paths.count + column] = number
      }
    }
  }

  /// The columns in which both rows suppose something, and not the same.
  func differences(_ left: Int, _ right: Int, into found: inout [Int]) {
    found.removeAll(keepingCapacity: true)
    let (first, second) = (left * paths.count, right * paths.count)
    for column in paths.indices {
      let (a, b) = (cells[first + column], cells[second + column])
      if a != b && a != 0 && b != 0 { found.append(column) }
    }
  }
}
