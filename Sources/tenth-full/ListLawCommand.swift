import ArgumentParser
import Console
import LawLanguage
import Reasoning

/// The laws of the library.
struct ListLawCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "List the laws of the library and what their wording rests on.")

  @OptionGroup(title: "Library") var place: LibraryOption

  @Flag(help: "Print JSON.")
  var json = false

  func run() throws {
    let loaded = try LoadedLibrary.whole(in: LibraryFolder.find(place.laws), asJSON: json)
    Output.print(json ? document(loaded).written() : text(loaded))
  }

  /// The places whose law there is, in the order of the files.
  private func places(_ loaded: LoadedLibrary) -> [(place: String, laws: [Law])] {
    var places: [(place: String, laws: [Law])] = []
    for law in loaded.library.laws {
      if let index = places.firstIndex(where: { $0.place == law.place }) {
        places[index].laws.append(law)
      } else {
        places.append((law.place, [law]))
      }
    }
    return places
  }

  private func text(_ loaded: LoadedLibrary) -> String {
    let terminal = Terminal.current
    var page = Page(width: terminal.width, hasColour: terminal.hasColour)
    for (name, laws) in places(loaded) {
      let place = loaded.vocabulary.place(name)
      page.heading(place?.title ?? name)
      if let searched = place?.searchedTo { page.paragraph("Searched to \(searched).", indent: 2) }
      for law in laws {
        page.paragraph("\(law.name): \(law.title), \(law.cite)", indent: 2)
        page.paragraph("\(law.rank.title), in force \(law.period.words); \(Provenances(law).words)", indent: 6)
      }
    }
    if page.lines.isEmpty { page.paragraph("The library holds no law yet.") }
    return page.text
  }

  private func document(_ loaded: LoadedLibrary) -> JSON {
    .list(
      loaded.library.laws.map { law in
        let provenances = Provenances(law)
        return .object([
          "law": .text(law.name), "title": .text(law.title), "cite": .text(law.cite), "place": .text(law.place),
          "rank": .text(law.rank.title), "from": .text(law.period.from.description),
          "until": .text(orNull: law.period.until?.description), "path": .text(law.path),
          "rules": .object([
            "verified": .integer(provenances.verified), "secondary": .integer(provenances.secondary),
            "unverified": .integer(provenances.unverified),
          ]),
        ])
      })
  }
}

/// How many rules of a law rest on what.
private struct Provenances {
  let verified: Int
  let secondary: Int
  let unverified: Int

  init(_ law: Law) {
    func count(_ word: String) -> Int { law.rules.filter { $0.provenance.word == word }.count }
    (verified, secondary, unverified) = (count("verified"), count("secondary"), count("unverified"))
  }

  var words: String {
    let rules = verified + secondary + unverified
    return
      "\(rules) \(rules == 1 ? "rule" : "rules"), \(verified) verified, \(secondary) from secondary sources, "
      + "\(unverified) not verified"
  }
}

extension Period {
  /// `from 2017-08-28`, `from 2017-08-28 until 2021-08-01`.
  var words: String { "from \(from)" + (until.map { " until \($0)" } ?? "") }
}
