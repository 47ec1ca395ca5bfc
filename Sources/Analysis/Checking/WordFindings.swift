import LawLanguage
import Norms

/// Terms that two laws which bind one agency define in two ways: both may be right, and a reader must know.
struct WordFindings {
  let library: Library

  private var vocabulary: Vocabulary { library.vocabulary }

  var findings: [Finding] {
    let all = library.laws.flatMap { law in law.definitions.map { (law: law, definition: $0) } }
    let byName = Dictionary(grouping: all) { $0.definition.name.name }
    return byName.keys.sorted().flatMap { name -> [Finding] in
      let versions = byName[name] ?? []
      var told = Set<Set<String>>()
      var found: [Finding] = []
      for (index, one) in versions.enumerated() {
        for other in versions[(index + 1)...] where one.law.name != other.law.name {
          let laws: Set = [one.law.name, other.law.name]
          guard !told.contains(laws), let place = commonPlace(one.law, other.law),
            let day = lastCommonDay([one.law.period, one.definition.period, other.law.period, other.definition.period]),
            let classes = differing(one.definition.name, other.definition.name, at: place, on: day)
          else { continue }
          told.insert(laws)
          found.append(
            Finding(
              .twoDefinitions, .note,
              "\(one.law.name) and \(other.law.name) define \(name) in two ways: they differ on "
                + "\(classes.differing) of \(classes.of) classes",
              help: "so on \(day), when both bind agencies of \(place)", at: one.definition.location,
              related: [.init(caption: "the other definition", location: other.definition.location)]))
        }
      }
      return found
    }
  }

  /// A place whose agencies both laws bind.
  private func commonPlace(_ one: Law, _ other: Law) -> String? {
    vocabulary.places.first { place in
      guard place.kind == .jurisdiction && place.name != "US" || place.kind == .locality else { return false }
      let territory = vocabulary.territory(of: place.name)
      return one.binding.contains(where: territory.contains) && other.binding.contains(where: territory.contains)
    }?.name
  }

  private func lastCommonDay(_ periods: [Period]) -> Day? {
    guard let from = periods.map(\.from).max() else { return nil }
    let until = periods.compactMap(\.until).min()
    if let until { return until >= from ? until : nil }
    return from
  }

  /// On how many classes the two come out differently, and of how many; nil if on none, or if that is too wide to say.
  private func differing(
    _ one: QualifiedName, _ other: QualifiedName, at place: String, on day: Day
  ) -> (differing: UInt128, of: UInt128)? {
    let jurisdiction = vocabulary.place(place)?.inside ?? place
    let agency = Request.Agency(
      kind: vocabulary.agencies.first?.name ?? "", locality: jurisdiction == place ? nil : place)
    guard let zone = vocabulary.zoneName(of: place).flatMap({ Zone(identifier: $0) }) else { return nil }
    let edition = Edition(
      library: library, jurisdiction: jurisdiction, agency: agency, day: day,
      asking: [.defined(one), .defined(other)])
    let occasion = Occasion(
      jurisdiction: jurisdiction, agency: agency, act: "", day: day, papers: [])
    let grounded = GroundedFormulas(
      edition: edition, ties: ConstraintTies(of: edition), papers: [],
      readings: edition.markedReadings)
    var table = LookTable()
    let formulas = edition.asked.map { grounded.formula($0, ground: nil, in: &table) }
    guard formulas.count == 2, formulas[0] != formulas[1] else { return nil }
    var looks = Set<Int>()
    for formula in formulas { formula.forEachAtom { looks.insert($0) } }
    do {
      let finding = AxisFinding(sides: [grounded], occasion: occasion, zone: zone)
      var classes = try Classes(axes: finding.axes(of: looks.sorted(), in: &table))
      let left = try classes.set(where: formulas[0])
      let right = try classes.set(where: formulas[1])
      let difference = try classes.diagrams.difference(left, right)
      if try classes.isEmpty(difference) { return nil }
      return (try classes.count(of: difference), try classes.count(of: Diagrams.every))
    } catch {
      return nil
    }
  }
}
