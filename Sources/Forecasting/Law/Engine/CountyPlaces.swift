internal import LawLanguage

/// Which place of the library's words stands for a county when its jail is asked.
///
/// Counties of one federal district and department in whose name nobody has made law are answered alike: the first stands
/// for all. A state that runs its jails itself is asked as a whole.
struct CountyPlaces: Sendable {
  private let byTitle: [String: String]
  private let byCode: [String: String]
  private let alike: [String: String]

  /// Counties, and places that are their equivalents, whose place has not the county's name as its title.
  static let named: [String: String] = [
    "02020": "anchorage", "02110": "juneau", "06075": "san-francisco", "08031": "denver", "12031": "duval-county",
    "13021": "bibb-county-ga", "13059": "clarke-county-ga", "13215": "muscogee-county", "13245": "richmond-county-ga",
    "20209": "wyandotte-county", "24510": "baltimore-city", "29510": "st-louis", "36005": "new-york-city",
    "36047": "new-york-city", "36061": "new-york-city", "36081": "new-york-city", "36085": "new-york-city",
    "42101": "philadelphia", "51510": "alexandria-va", "51710": "norfolk-va", "51760": "richmond-va",
    "51770": "roanoke-va", "51810": "virginia-beach",
  ]

  init(_ library: Library) throws(LawProblem) {
    let localities = library.vocabulary.places.filter { $0.kind == .locality }
    let states = Set(localities.compactMap(\.inside))
    let known = Set(localities.map(\.name))
    let table = CountyTable.unitedStates
    for (code, name) in CountyPlaces.named.sorted(by: { $0.key < $1.key }) where !known.contains(name) {
      guard let county = table.index(of: code), states.contains(table.states[table.all[county].state].code) else {
        continue
      }
      throw LawProblem(
        "the model asks for county \(code) in the name of \"\(name)\", which the library does not declare; "
          + "declare the locality, or give CountyPlaces the name it has now")
    }
    let own = CountyPlaces.placesWithLaw(library)
    var standing: [String: String] = [:]
    var alike: [String: String] = [:]
    var byTitle: [String: String] = [:]
    for place in localities where place.within == nil {
      guard let state = place.inside else { continue }
      // "Lake County, Illinois" where several states have one.
      let title = place.title.split(separator: ",").first.map(String.init) ?? place.title
      byTitle["\(state) \(title)"] = place.name
      let isOwn = own.contains(place.name) || localities.contains { $0.within == place.name && own.contains($0.name) }
      let group = "\(state) \(place.district ?? place.name) \(place.department ?? "")"
      if !isOwn, standing[group] == nil { standing[group] = place.name }
      alike[place.name] = isOwn ? place.name : standing[group]
    }
    self.byTitle = byTitle
    self.alike = alike
    byCode = CountyPlaces.named
  }

  /// The place to ask for, the state itself where the library knows no such county.
  func place(of county: County, in state: String) -> String {
    guard !UsualFacts.unifiedSystems.contains(state) else { return state }
    return name(of: county, in: state).flatMap { alike[$0] } ?? state
  }

  /// The county that a place of the library's words is; nil if there is none, or if the place has several.
  func county(called place: String, in state: State) -> County? {
    let found = CountyTable.unitedStates.all[state.counties].filter { name(of: $0, in: state.code) == place }
    return found.count == 1 ? found.first : nil
  }

  private func name(of county: County, in state: String) -> String? {
    byCode[county.code] ?? byTitle["\(state) \(county.name) County"]
      // Parishes and boroughs carry the word in their name; a bare name may be a city's.
      ?? (CountyPlaces.carriesItsKind(county.name) ? byTitle["\(state) \(county.name)"] : nil)
  }

  private static func carriesItsKind(_ name: String) -> Bool {
    ["Parish", "Borough", "Area", "Municipality", "city"].contains { name.hasSuffix(" \($0)") }
  }

  /// Places that any law is of, binds, or names.
  private static func placesWithLaw(_ library: Library) -> Set<String> {
    library.laws.reduce(into: []) { places, law in
      places.insert(law.place)
      places.formUnion(law.binding)
      for rule in law.rules { places.formUnion(rule.who.places) }
      for suspension in law.suspensions { places.formUnion(suspension.places) }
    }
  }
}
