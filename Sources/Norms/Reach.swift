package import LawLanguage

/// Whom laws and rules bind: one agency, on one day.
package struct Reach: Sendable {
  let library: Library
  let agency: Request.Agency
  let day: Day
  /// Everything that contains the agency's place.
  package let territory: Set<String>

  /// An agency of a jurisdiction on a day.
  package init(library: Library, jurisdiction: String, agency: Request.Agency, day: Day) {
    self.library = library
    self.agency = agency
    self.day = day
    territory = library.vocabulary.territory(of: agency.locality ?? jurisdiction)
  }

  /// Whether the law binds the agency's place.
  package func binds(_ law: Law) -> Bool {
    law.binding.contains { territory.contains($0) }
  }

  /// Whether a rule for these binds the agency.
  package func binds(_ who: Who) -> Bool { reaches(who) && matches(who.agencies) }

  /// Whether a rule for these binds agencies in this place and capacity, of whatever kind.
  func reaches(_ who: Who) -> Bool {
    if !who.places.isEmpty, !who.places.contains(where: territory.contains) { return false }
    return who.capacities.isEmpty || who.capacities.contains(agency.capacity)
  }

  /// Whether the agency, or the one it acts for, is among these.
  package func matches(_ agencies: AgencySet) -> Bool {
    let kinds = [agency.kind, agency.actingFor].compactMap { $0 }
    switch agencies {
    case .any: return true
    case .kind(let kind): return kinds.contains(kind)
    case .named(let name):
      let members = library.kinds(ofClass: name, on: day)
      return kinds.contains { members.contains($0) }
    }
  }

  /// Whether an order takes rules out for the agency.
  package func binds(_ suspension: Suspension) -> Bool {
    if !suspension.places.isEmpty, !suspension.places.contains(where: territory.contains) { return false }
    guard let agencies = suspension.agencies else { return true }
    return matches(agencies)
  }
}
