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

  init(sides: [GroundedFormulas], occasion: Occasion, zone: Zone, known: KnownAxes? = nil) {
    self.sides = sides
    self.occasion = occasion
    self.zone = zone
    self.known = known
    types = ValueTypes(sides.map(\.edition.library.vocabulary))
  }

  func axes(of looks: [Int], in table: inout LookTable) throws(TooWide) -> [Axis] {
    var constraints: [Formula] = []
    var recordConstraints: [String: [Formula]] = [:]
    for side in sides {
      let bearing = side.ties.bearing(on: looks.flatMap { table.sources(of: $0) })
      for constraint in bearing.constraints {
        let own = side.formula(side.edition.constraints[constraint], ground: nil, in: &table)
        if !constraints.contains(own) { constraints.append(own) }
      }
      for list in bearing.lists.sorted() {
        for constraint in side.edition.recordConstraints[list] ?? [] {
          let own = side.formula(constraint, ground: nil, in: &table)
          if !recordConstraints[list, default: []].contains(own) { recordConstraints[list, default: []].append(own) }
        }
      }
    }
    let situation = situation
    let grouping = AxisGrouping(
      table: table, types: types, constraints: constraints, recordConstraints: recordConstraints,
      fixed: situation.papers)
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

  /// Nothing known but the papers; all of it on one day.
  var situation: Situation {
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
