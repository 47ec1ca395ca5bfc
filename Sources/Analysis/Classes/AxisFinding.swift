import LawLanguage
import Norms

/// Finds the axes of an occasion, under one edition or under two that are compared.
struct AxisFinding {
  let occasion: Occasion
  /// That of the agency's place.
  let zone: Zone
  /// The editions, each with how it looks at the occasion. What one of them does not allow cannot be.
  private let sides: [GroundedFormulas]
  private let types: ValueTypes
  /// Those of other occasions under the same vocabularies, if there are any.
  private let known: KnownAxes?
  /// What is known of a request, if it is one that is asked about; otherwise nothing is.
  private let request: Situation?

  init(
    sides: [GroundedFormulas], occasion: Occasion, zone: Zone, known: KnownAxes? = nil, request: Situation? = nil
  ) {
    self.sides = sides
    self.request = request
    self.occasion = occasion
    self.zone = zone
    self.known = known
    types = ValueTypes(sides.map(\.edition.library.vocabulary))
  }

  /// What must be so of all that bears on some looks.
  private struct Bearing {
    var constraints: [Formula] = []
    var recordConstraints: [String: [Formula]] = [:]
  }

  private func bearing(on looks: [Int], in table: inout LookTable) -> Bearing {
    var found = Bearing()
    for side in sides {
      let bearing = side.ties.bearing(on: looks.flatMap { table.sources(of: $0) })
      for constraint in bearing.constraints {
        let own = side.formula(side.edition.constraints[constraint], ground: nil, in: &table)
        if !found.constraints.contains(own) { found.constraints.append(own) }
      }
      for list in bearing.lists.sorted() {
        for constraint in side.edition.recordConstraints[list] ?? [] {
          let own = side.formula(constraint, ground: nil, in: &table)
          if !found.recordConstraints[list, default: []].contains(own) {
            found.recordConstraints[list, default: []].append(own)
          }
        }
      }
    }
    return found
  }

  /// The classes as a solver tells them apart, without going through them.
  func classes(of looks: [Int], asking solver: any SolverProgram, in table: inout LookTable) throws(TooWide) -> Classes
  {
    let bearing = bearing(on: looks, in: &table)
    let script = try LookScript(
      table: table, types: types, situation: situation, looks: looks, constraints: bearing.constraints,
      recordConstraints: bearing.recordConstraints)
    return Classes(asking: WideClasses(solver: solver, script: script, looks: looks, zone: zone))
  }

  /// Some looks, and those that constraints on what they look at have besides.
  func joined(_ looks: [Int], in table: inout LookTable) -> [Int] {
    var all = Set(looks)
    for constraint in bearing(on: looks, in: &table).constraints { constraint.forEachAtom { all.insert($0) } }
    return all.sorted()
  }

  func axes(of looks: [Int], in table: inout LookTable) throws(TooWide) -> [Axis] {
    let bearing = bearing(on: looks, in: &table)
    let situation = situation
    let grouping = AxisGrouping(
      table: table, types: types, constraints: bearing.constraints, recordConstraints: bearing.recordConstraints,
      fixed: situation.papers, settled: settled)
    let search = AxisSearch(table: table, types: types, situation: situation)
    var axes: [Axis] = []
    var numbering = KnownAxes.Numbering()
    for group in grouping.groups(of: looks) {
      guard let known else {
        axes.append(try search.axis(of: group))
        continue
      }
      let key = known.key(of: group, in: table, situation, &numbering)
      if let cells = known.cells(of: key) {
        axes.append(Axis(looks: group.looks, cells: cells))
      } else {
        let axis = try search.axis(of: group)
        known.remember(axis.cells, as: key)
        axes.append(axis)
      }
    }
    return axes
  }

  /// The facts and lists of which all is known.
  private var settled: Set<Source> {
    guard let request else { return [] }
    return Set(request.facts.keys.map { .fact($0) } + request.records.filter(\.value.isComplete).keys.map { .list($0) })
  }

  /// What is known of the request; otherwise nothing but the papers, and all of it on one day.
  var situation: Situation {
    if let request { return request }
    let vocabularies = sides.map(\.edition.library.vocabulary)
    return Situation(
      facts: [:],
      papers: occasion.papers.map { kind in
        vocabularies.compactMap { $0.paper(kind)?.fixed }.reduce([:]) { $0.merging($1) { own, _ in own } }
      },
      paperKinds: occasion.papers, records: [:], readings: sides.first?.readings ?? [],
      asked: occasion.day, decided: occasion.day, decidedInstant: nil, acted: occasion.day, zone: zone, recorded: [:])
  }
}
