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
    var parts = looks.map { Part(looks: [$0], sources: free(table.sources(of: $0)), constraints: []) }
    // A constraint ties all that it looks at; what it ties may be tied to more by another.
    var open = Array(constraints.indices)
    join(&parts)
    while let next = open.firstIndex(where: { constraint in
      let sources = self.free(table.sources(of: constraints[constraint]))
      return parts.contains { !$0.sources.isDisjoint(with: sources) }
    }) {
      let constraint = open.remove(at: next)
      let sources = free(table.sources(of: constraints[constraint]))
      parts.append(Part(looks: [], sources: sources, constraints: [constraint]))
      join(&parts)
    }
    return parts.map(group)
  }

  private struct Part {
    var looks: [Int]
    var sources: Set<Source>
    var constraints: [Int]
  }

  /// What is known, or settled by the papers' kinds, decides nothing any more. A list brings the facts that constraints on its records look at.
  private func free(_ sources: [Source]) -> Set<Source> {
    var found = Set<Source>()
    for source in sources where !settled.contains(source) {
      switch source {
      case .fact: found.insert(source)
      case .paper(let paper, let field): if fixed[paper][field] == nil { found.insert(source) }
      case .list(let list):
        found.insert(source)
        for constraint in recordConstraints[list] ?? [] {
          found.formUnion(table.sources(of: constraint).filter { !settled.contains($0) })
        }
      }
    }
    return found
  }

  private func join(_ parts: inout [Part]) {
    // Most looks are at something that no other is at.
    var seen = Set<Source>()
    if parts.allSatisfy({ part in part.sources.allSatisfy { seen.insert($0).inserted } }) {
      parts.sort { ($0.looks.min() ?? .max) < ($1.looks.min() ?? .max) }
      return
    }
    var joined: [Part] = []
    for part in parts {
      var part = part
      joined.removeAll { other in
        guard !other.sources.isDisjoint(with: part.sources) else { return false }
        part.looks = other.looks + part.looks
        part.sources.formUnion(other.sources)
        part.constraints = other.constraints + part.constraints
        return true
      }
      joined.append(part)
    }
    parts = joined.sorted { ($0.looks.min() ?? .max) < ($1.looks.min() ?? .max) }
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
