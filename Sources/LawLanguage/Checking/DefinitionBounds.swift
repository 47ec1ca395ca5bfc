/// Definitions lean on definitions, and are written out where they are used: how far that may go.
///
/// Twenty-five lines that each name the next one twice stand for thirty million tests.
struct DefinitionBounds {
  /// The most definitions that lean on each other in a row.
  static let deepest = 64
  /// The most tests that a definition stands for when all it names is written out.
  static let largest = 10_000

  private struct Extent {
    var depth = 0
    var tests = 0
  }

  private let definitions: [Definition]
  private let positions: [QualifiedName: [Int]]
  private var extents: [Int: Extent] = [:]

  init(_ definitions: [Definition]) {
    self.definitions = definitions
    positions = Dictionary(grouping: definitions.indices) { definitions[$0].name }
  }

  /// Reports the definitions that go too far, not those that only name one of them. There must be no circle.
  mutating func check(_ findings: Findings) {
    for index in order() {
      let extent = extent(of: definitions[index].condition)
      guard extent.depth <= DefinitionBounds.deepest, extent.tests <= DefinitionBounds.largest else {
        let what =
          extent.depth > DefinitionBounds.deepest
          ? "stands on more than \(DefinitionBounds.deepest) others, one upon the other"
          : "stands for more than \(DefinitionBounds.largest) tests, with all that it names written out"
        findings.report(
          .tooLarge, "the definition `\(definitions[index].name.name)` \(what)",
          help: "say it with fewer definitions, or as a list", at: definitions[index].location)
        extents[index] = Extent(depth: 0, tests: 1)
        continue
      }
      extents[index] = Extent(depth: extent.depth + 1, tests: extent.tests)
    }
  }

  /// All of them, those that are named before those that name them.
  private func order() -> [Int] {
    var order: [Int] = []
    var seen = Set<Int>()
    for start in definitions.indices where seen.insert(start).inserted {
      var path = [(index: start, open: next(start))]
      while let last = path.indices.last {
        if let index = path[last].open.popLast() {
          if seen.insert(index).inserted { path.append((index, next(index))) }
        } else {
          order.append(path.removeLast().index)
        }
      }
    }
    return order
  }

  private func next(_ index: Int) -> [Int] {
    definitions[index].condition.definitions.flatMap { positions[$0] ?? [] }
  }

  private func extent(of condition: Condition) -> Extent {
    switch condition {
    case .test: Extent(depth: 0, tests: 1)
    case .not(let inner): extent(of: inner)
    case .count(let count): count.condition.map(extent) ?? Extent(depth: 0, tests: 1)
    case .all(let parts), .any(let parts):
      parts.map(extent).reduce(into: Extent()) { sum, part in
        sum.depth = max(sum.depth, part.depth)
        sum.tests += part.tests
      }
    case .defined(let name):
      (positions[name] ?? []).compactMap { extents[$0] }.reduce(into: Extent()) { most, version in
        most.depth = max(most.depth, version.depth)
        most.tests = max(most.tests, version.tests)
      }
    }
  }
}
