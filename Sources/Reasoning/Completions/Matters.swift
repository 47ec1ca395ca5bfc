import LawLanguage
import Norms

extension Completions {
  /// The facts that matter: those in which two neighbouring completions with different results differ.
  ///
  /// Two completions are neighbours if no consistent one lies between them. Where no constraint ties facts together, neighbours
  /// differ in one fact; where one does, they may differ in all that it ties.
  func matters<Result: Hashable>(_ leaves: [Leaf<Result>]) -> Set<FactPath> {
    var found = Set<FactPath>()
    let groups = Dictionary(grouping: leaves.indices, by: { leaves[$0].result })
    guard groups.count > 1 else { return found }
    for left in leaves.indices {
      for right in leaves.indices.dropFirst(left + 1) where leaves[left].result != leaves[right].result {
        let (first, second) = (leaves[left].supposed, leaves[right].supposed)
        let differing = first.keys.filter { path in second[path].map { $0 != first[path] } ?? false }
        guard !differing.allSatisfy(found.contains) else { continue }
        if differing.count == 1 {
          let both = [[], Set(differing)].map { situation(first, second, taking: $0) }
          if both.allSatisfy(isConsistent) { found.formUnion(differing) }
        } else if differing.count <= 6, areNeighbours(first, second, differing) {
          found.formUnion(differing)
        }
      }
    }
    return found
  }

  private func areNeighbours(
    _ first: [FactPath: Supposition], _ second: [FactPath: Supposition], _ differing: [FactPath]
  ) -> Bool {
    guard !constraints.isEmpty || !edition.recordConstraints.isEmpty else { return false }
    for choice in 1..<((1 << differing.count) - 1) {
      let taken = Set(differing.indices.filter { choice & (1 << $0) != 0 }.map { differing[$0] })
      if isConsistent(situation(first, second, taking: taken)) { return false }
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
