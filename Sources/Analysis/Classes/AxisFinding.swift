import LawLanguage
import Norms

/// Finds the axes of an occasion.
struct AxisFinding {
  let edition: Edition
  let occasion: Occasion
  let grounded: GroundedFormulas
  /// That of the agency's place.
  let zone: Zone

  private var vocabulary: Vocabulary { edition.library.vocabulary }

  func axes(of looks: [Int], in table: inout LookTable) throws(TooWide) -> [Axis] {
    let constraints = edition.constraints.map { grounded.formula($0, ground: nil, in: &table) }
    let recordConstraints = edition.recordConstraints.mapValues { constraints in
      constraints.map { grounded.formula($0, ground: nil, in: &table) }
    }
    let situation = situation
    let grouping = AxisGrouping(
      table: table, vocabulary: vocabulary, constraints: constraints, recordConstraints: recordConstraints,
      fixed: situation.papers)
    let search = AxisSearch(table: table, vocabulary: vocabulary, situation: situation)
    var axes: [Axis] = []
    for group in grouping.groups(of: looks) { axes.append(try search.axis(of: group)) }
    return axes
  }

  /// Nothing known but the papers; all of it on one day.
  var situation: Situation {
    Situation(
      facts: [:], papers: occasion.papers.map { vocabulary.paper($0)?.fixed ?? [:] }, paperKinds: occasion.papers,
      records: [:], readings: grounded.readings,
      asked: occasion.day, decided: occasion.day, decidedInstant: nil, acted: occasion.day, zone: zone, recorded: [:])
  }
}
