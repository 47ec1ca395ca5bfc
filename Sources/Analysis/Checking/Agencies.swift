import LawLanguage
import Norms

/// The agencies of a jurisdiction on a day, as far as the law tells them apart: one of each sort, acting for itself.
struct Agencies {
  let library: Library
  let jurisdiction: String
  private let localities: [String?]

  init(library: Library, jurisdiction: String) {
    self.library = library
    self.jurisdiction = jurisdiction
    let places = library.vocabulary.places.filter { $0.kind == .locality && $0.inside == jurisdiction }
    localities = [nil] + places.map(\.name)
  }

  /// What binds an agency.
  private struct Sort: Hashable {
    let laws: [String]
    let whos: [Bool]
    let suspensions: [QualifiedName]
    /// The places by which courts choose readings.
    let courts: Set<String>
  }

  func distinct(on day: Day) -> [Request.Agency] {
    let vocabulary = library.vocabulary
    let inForce = library.laws.filter { $0.period.contains(day) }
    let courts = Set(inForce.flatMap(\.contests).flatMap(\.readings).flatMap(\.courts))
      .reduce(into: Set<String>()) { $0.formUnion(vocabulary.court($1)?.binding ?? []) }
    var seen = Set<Sort>()
    var found: [Request.Agency] = []
    for locality in localities {
      let territory = vocabulary.territory(of: locality ?? jurisdiction)
      let laws = inForce.filter { $0.binding.contains(where: territory.contains) }
      let rules = laws.flatMap { law in law.rules.filter { $0.period.contains(day) } }
      var whos: [Who] = []
      for rule in rules where !whos.contains(rule.who) { whos.append(rule.who) }
      let suspensions = laws.flatMap { law in law.suspensions.filter { $0.period.contains(day) } }
      let capacities = Capacity.allCases.filter { capacity in
        capacity == .own || whos.contains { $0.capacities.contains(capacity) }
      }
      for kind in vocabulary.agencies {
        for capacity in capacities {
          let agency = Request.Agency(kind: kind.name, locality: locality, capacity: capacity)
          let reach = Reach(library: library, jurisdiction: jurisdiction, agency: agency, day: day)
          let sort = Sort(
            laws: laws.map(\.name), whos: whos.map(reach.binds),
            suspensions: suspensions.filter(reach.binds).map(\.name), courts: courts.intersection(territory))
          if sort.whos.contains(true), seen.insert(sort).inserted { found.append(agency) }
        }
      }
    }
    return found
  }

  /// The days on which something begins or ends in the law that binds the jurisdiction or a place in it.
  var turningDays: [Day] {
    let territory = localities.reduce(into: Set<String>()) {
      $0.formUnion(library.vocabulary.territory(of: $1 ?? jurisdiction))
    }
    return Epochs(of: library.laws.filter { $0.binding.contains(where: territory.contains) }).turningDays
  }
}
