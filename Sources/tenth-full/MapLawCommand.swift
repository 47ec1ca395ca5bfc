import Analysis
import ArgumentParser
import Console
import Foundation
import LawLanguage
import Reasoning

/// The library at a glance.
struct MapLawCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "map", abstract: "Show what every jurisdiction says of an act, as a table or as a map of tiles.",
    discussion: """
      Example:
        tenth law map --act hold --on 2025-01-22 --agency county-jail --instrument i247a --svg > hold.svg
      """)

  @Option(help: ArgumentHelp("The act.", valueName: "name"), completion: WordCompletion.acts)
  var act: String

  @Option(help: ArgumentHelp("The day of the act; today, if none is given.", valueName: "day"))
  var on: String?

  @Option(help: ArgumentHelp("Who is asked.", valueName: "kind"), completion: WordCompletion.agencies)
  var agency = "county-jail"

  @Option(
    help: ArgumentHelp("A paper that is offered; may be given more than once.", valueName: "kind"),
    completion: WordCompletion.papers)
  var instrument: [String] = []

  @OptionGroup(title: "Library") var place: LibraryOption

  @Flag(help: "Print a drawing (SVG).")
  var svg = false

  @Flag(help: "Print JSON.")
  var json = false

  func run() throws {
    let loaded = try LoadedLibrary.whole(in: LibraryFolder.find(place.laws), asJSON: json)
    let vocabulary = loaded.vocabulary
    func require(_ isKnown: Bool, _ option: String, _ name: String, _ what: String) throws(Refusal) {
      guard isKnown else { throw .sentence("\(option) \(Page.printable(name)): the vocabulary has no such \(what)") }
    }
    try require(vocabulary.act(act) != nil, "--act", act, "act")
    try require(vocabulary.agency(agency) != nil, "--agency", agency, "kind of agency")
    for paper in instrument { try require(vocabulary.paper(paper) != nil, "--instrument", paper, "kind of paper") }
    let now = Date().formatted(.iso8601.year().month().day())
    guard let day = Day(on ?? now) else {
      throw Refusal.sentence("--on \(Page.printable(on ?? "")) is no day; write it like 2025-01-22")
    }
    let map = LawMap(of: act, asking: agency, by: instrument, on: day, in: loaded.library)
    let by = instrument.isEmpty ? "" : ", by " + instrument.map(\.withArticle).joined(separator: " with ")
    let title = "\(act), asked of \(agency.withArticle) on \(day)\(by)"
    Output.print(
      svg ? TileMap(map, title: title).svg : json ? document(map).written() : text(map, title))
  }

  private func text(_ map: LawMap, _ title: String) -> String {
    let terminal = Terminal.current
    var page = Page(width: terminal.width, hasColour: terminal.hasColour)
    page.paragraph(title, look: .bold)
    for tile in map.tiles {
      page.paragraph("\(tile.jurisdiction)  \(tile.words) (\(tile.basis))")
      for (ruling, cites) in tile.rulings where !cites.isEmpty {
        page.paragraph(
          "\(ruling.answer.rawValue), \(ruling.basis.rawValue): \(cites.joined(separator: "; "))", indent: 4)
      }
    }
    return page.text
  }

  private func document(_ map: LawMap) -> JSON {
    .object([
      "act": .text(map.act), "agency": .text(map.agency), "papers": .texts(map.papers),
      "on": .text(map.day.description),
      "jurisdictions": .list(
        map.tiles.map { tile in
          .object([
            "jurisdiction": .text(tile.jurisdiction), "answer": .text(tile.words),
            "rulings": .list(
              tile.rulings.map { ruling, cites in
                .object([
                  "answer": .text(ruling.answer.rawValue), "basis": .text(ruling.basis.rawValue),
                  "cites": .texts(cites),
                ])
              }),
          ])
        }),
    ])
  }
}
