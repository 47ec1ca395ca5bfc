/// Circles among what laws declare: definitions, `notwithstanding`, and duties that fire each other.
///
/// Nodes are versions, and one leads to another only while both are in force.
struct CycleChecking {
  let names: Names
  let laws: [Law]
  let findings: Findings

  func check() {
    checkDefinitions()
    checkNotwithstanding()
    checkDuties()
  }

  private func checkDefinitions() {
    let definitions = laws.flatMap(\.definitions)
    let positions = Dictionary(grouping: definitions.indices) { definitions[$0].name }
    let found = circles(among: Array(definitions.indices)) { index in
      definitions[index].condition.definitions.flatMap { positions[$0] ?? [] }
        .filter { definitions[$0].period.overlaps(definitions[index].period) }
    }
    for circle in found {
      findings.reportCircle(
        circle.map { (definitions[$0].name.name, definitions[$0].location) }, "is defined by itself",
        help: "write one of these conditions out, on facts")
    }
    guard found.isEmpty else { return }
    var bounds = DefinitionBounds(definitions)
    bounds.check(findings)
  }

  private func checkNotwithstanding() {
    // Who stands notwithstanding nothing lies on no circle; a rule is large, and few are copied.
    let rules = laws.flatMap { $0.rules.filter { !$0.notwithstanding.isEmpty } }
    let positions = Dictionary(grouping: rules.indices) { rules[$0].name }
    let found = circles(among: Array(rules.indices)) { index in
      rules[index].notwithstanding.flatMap { positions[$0] ?? [] }
        .filter { rules[$0].period.overlaps(rules[index].period) }
    }
    for circle in found {
      findings.reportCircle(
        circle.map { (rules[$0].name.name, rules[$0].location) }, "stands notwithstanding itself",
        help: "let one of these rules yield to the other, not both")
    }
  }

  private func checkDuties() {
    let duties = laws.flatMap { $0.rules.filter(\.isDuty) }
    // Only a trigger on doing an act is fired by another duty; so who waits for which act is looked up by that act.
    var waiting: [String: [Int]] = [:]
    for (index, duty) in duties.enumerated() {
      switch duty.trigger {
      case .before(let act), .doing(let act): waiting[act, default: []].append(index)
      case .receipt, .refusing, .event, .each, nil: break
      }
    }
    let kinds = duties.map { self.kinds(of: $0.who.agencies) }
    let territories = duties.map { territory(of: $0) }
    let found = circles(among: Array(duties.indices)) { index in
      names.vocabulary.lineage(of: duties[index].act).flatMap { waiting[$0] ?? [] }.filter { other in
        duties[other].period.overlaps(duties[index].period) && kinds[index].meets(kinds[other])
          && territories[index].meets(territories[other])
      }
    }
    for circle in found {
      findings.reportCircle(
        circle.map { (duties[$0].name.name, duties[$0].location) }, "waits for itself",
        help: "let one of these duties hang on something else: a paper, an event, a period")
    }
  }

  /// The kinds of agency on any day; nil for all.
  private func kinds(of agencies: AgencySet) -> Set<String>? {
    switch agencies {
    case .any: nil
    case .kind(let kind): [kind]
    case .named(let name):
      Set(
        laws.first { $0.name == name.law }?.classes.filter { $0.name == name }.flatMap { $0.members.map(\.value) } ?? []
      )
    }
  }

  /// The places a duty binds and all that contain them; nil for everywhere.
  private func territory(of duty: Rule) -> Territory {
    let own = duty.who.places.isEmpty ? names.laws[duty.name.law]?.binding ?? [] : duty.who.places
    return Territory(places: own, around: Set(own.flatMap { names.vocabulary.territory(of: $0) }))
  }

  private struct Territory {
    let places: [String]
    let around: Set<String>

    /// Whether one lies in the other.
    func meets(_ other: Territory) -> Bool {
      places.contains { other.around.contains($0) } || other.places.contains { around.contains($0) }
    }
  }
}

extension Set<String>? {
  /// Whether two sets share an element; nil is the set of all.
  fileprivate func meets(_ other: Set<String>?) -> Bool {
    guard let self, let other else { return true }
    return !self.isDisjoint(with: other)
  }
}

extension Condition {
  /// The definitions it names.
  var definitions: [QualifiedName] {
    switch self {
    case .not(let inner): inner.definitions
    case .all(let parts), .any(let parts): parts.flatMap(\.definitions)
    case .defined(let name): [name]
    case .test: []
    case .count(let count): count.condition?.definitions ?? []
    }
  }
}
