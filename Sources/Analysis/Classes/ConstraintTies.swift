import LawLanguage
import Norms

/// Which facts and lists the constraints of an edition tie together, looked up once for all its slices.
struct ConstraintTies: Sendable {
  /// The names that each constraint looks at.
  private let names: [Set<String>]
  /// The constraints that look at a name.
  private let byName: [String: [Int]]
  /// The facts that constraints on the records of a list look at.
  private let byList: [String: Set<String>]

  /// Of an edition.
  init(of edition: Edition) {
    self.init(edition.constraints, edition.recordConstraints, names: edition.names)
  }

  /// Of all editions with these constraints.
  init(of constraints: CompiledConstraints) {
    self.init(constraints.constraints, constraints.recordConstraints, names: constraints.names)
  }

  private init(_ constraints: [Formula], _ recordConstraints: [String: [Formula]], names looks: [Set<String>]) {
    func mentioned(in formula: Formula) -> Set<String> {
      var found = Set<String>()
      formula.forEachAtom { found.formUnion(looks[$0]) }
      return found
    }
    names = constraints.map(mentioned)
    var byName: [String: [Int]] = [:]
    for (index, own) in names.enumerated() {
      for name in own { byName[name, default: []].append(index) }
    }
    self.byName = byName
    byList = recordConstraints.mapValues {
      $0.map(mentioned).reduce(into: []) { $0.formUnion($1) }
    }
  }

  /// The constraints that bear on some facts and lists, through others if need be, in order; and the lists among all that they
  /// look at.
  func bearing(on sources: [Source]) -> (constraints: [Int], lists: Set<String>) {
    var open = Set(
      sources.compactMap { source in
        switch source {
        case .fact(let name), .list(let name): name
        case .paper: nil
        }
      })
    var seen = Set<String>()
    var found = Set<Int>()
    while let name = open.popFirst() {
      guard seen.insert(name).inserted else { continue }
      for constraint in byName[name] ?? [] where found.insert(constraint).inserted {
        open.formUnion(names[constraint])
      }
      open.formUnion(byList[name] ?? [])
    }
    return (found.sorted(), seen.filter { byList[$0] != nil })
  }
}
