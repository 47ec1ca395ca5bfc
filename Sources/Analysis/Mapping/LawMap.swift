package import LawLanguage
import Norms

/// What the law of every jurisdiction says of an act, at a glance: one kind of agency, one day, one offer of papers.
package struct LawMap: Sendable {
  /// The act, who is asked, by which papers, and when.
  package let act: String
  package let agency: String
  package let papers: [String]
  package let day: Day
  /// In the order of the vocabulary.
  package let tiles: [Tile]

  /// One jurisdiction.
  package struct Tile: Sendable {
    package let jurisdiction: String
    package let title: String
    /// What the law can answer, the strongest first, with the citations of the rules that decide; empty if it could not be gone
    /// through.
    package let rulings: [(ruling: Ruling, cites: [String])]

    /// The answer, if it is one whatever is known.
    package var answer: Answer? {
      let answers = Set(rulings.map(\.ruling.answer))
      return answers.count == 1 ? answers.first : nil
    }
  }

  /// Goes through every jurisdiction of a library whose law was searched.
  package init(of act: String, asking agency: String, by papers: [String], on day: Day, in library: Library) {
    self.act = act
    self.agency = agency
    self.papers = papers
    self.day = day
    let places = library.vocabulary.places.filter { $0.kind == .jurisdiction && $0.name != "US" }
    tiles = places.filter { place in library.laws.contains { $0.place == place.name } }.map { place in
      let occasion = Occasion(
        jurisdiction: place.name, agency: Request.Agency(kind: agency), act: act, day: day, papers: papers)
      return Tile(
        jurisdiction: place.name, title: place.title, rulings: (try? Self.rulings(occasion, in: library)) ?? [])
    }
  }

  private static func rulings(
    _ occasion: Occasion, in library: Library
  ) throws(TooWide) -> [(ruling: Ruling, cites: [String])] {
    guard var found = try OccasionClasses(occasion, in: library) else { return [] }
    var rulings: [(ruling: Ruling, cites: [String])] = []
    for (verdict, node) in found.act.verdicts {
      var cites: [String] = []
      for (role, own) in found.act.roles where Self.deciding.contains(role.role) {
        if try found.classes.isEmpty(found.classes.diagrams.both(own, node)) { continue }
        cites.append(found.act.edition.norms[role.norm].cite)
      }
      if let index = rulings.firstIndex(where: { $0.ruling == Ruling(verdict) }) {
        rulings[index].cites = Set(rulings[index].cites + cites).sorted()
      } else {
        rulings.append((Ruling(verdict), Set(cites).sorted()))
      }
    }
    return rulings
  }

  private static let deciding: Set<Role> = [.decides, .permits, .exempts, .deniesAuthority]
}
