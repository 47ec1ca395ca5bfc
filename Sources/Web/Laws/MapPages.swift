import Analysis
import Desk
import LawLanguage

/// What the law of every jurisdiction of the library says of one act, at a glance: as a table, and as a map of tiles.
struct MapPages: Sendable {
  /// What is shown where there is no office that adopts law.
  let book: LawBook
  let shelf: LawShelf?
  let frame: Frame
  private let maps = LawMaps()

  init(book: LawBook, shelf: LawShelf?, frame: Frame) {
    self.book = book
    self.shelf = shelf
    self.frame = frame
  }

  var routes: [Route] { [Route(.get, "/map", .may(.readLaw)) { try await show($0) }] }

  /// The address of an act's map.
  static func path(of act: String) -> String { "/map?act=\(act)" }

  /// No paper, in the form.
  private static let none = "none"

  private func show(_ exchange: Exchange) async throws -> Reply {
    let law = shelf.map { $0.adopted() ?? $0.beside() }
    let library = law?.library ?? book.library
    let vocabulary = library.vocabulary
    let query = exchange.query
    guard let act = query["act"].map(vocabulary.act) ?? vocabulary.acts.first,
      let agency = query["agency"].map(vocabulary.agency) ?? vocabulary.agencies.first
    else { throw Refused(.notFound, "The vocabulary has no such act or no such kind of agency.") }
    let usual = vocabulary.papers.first { $0.asksFor.contains(act.name) }
    let paper = query["paper"] == Self.none ? nil : query["paper"].map(vocabulary.paper) ?? usual
    guard query["paper"] == nil || query["paper"] == Self.none || paper != nil else {
      throw Refused(.notFound, "The vocabulary has no such kind of paper.")
    }
    let day = Day(number: Int32(clamping: exchange.now.seconds / 86_400))
    let map = await maps.map(
      LawMaps.Key(digest: law?.digest, act: act.name, agency: agency.name, paper: paper?.name, day: day),
      of: library, files: law?.files)
    let by = paper.map { ", by \($0.title)" } ?? ", by no paper"
    let title = "To \(act.title), asked of \(agency.title)\(by), on \(day)"
    return frame.reply(Page("The states at a glance", in: .law), to: exchange.visitor) {
      a(.class("back"), .href("/law")) { "All laws" }
      h1 { "The states at a glance" }
      choice(vocabulary, act: act.name, agency: agency.name, paper: paper?.name ?? Self.none)
      h2(.id("map")) { title }
      p { counts(map) }
      p(.class("quiet")) {
        "It depends: the answer hangs on what is known of the person or the paper. This is the law of the whole library, read "
        "for an agency of the state's own; what binds your agency is said on each request."
      }
      div(.class("map"), .role("region"), .label("Map of tiles"), Attribute("tabindex", "0")) {
        MapDrawing(map: map, title: title).html
      }
      table(map, title)
    }
  }

  private func choice(_ vocabulary: Vocabulary, act: String, agency: String, paper: String) -> HTML {
    let parts = FormParts()
    return form(Attribute("method", "get"), .action("/map")) {
      parts.list("act", "Which act?", vocabulary.acts.map { .init($0.name, $0.title) }, value: act)
      parts.list("agency", "Who is asked?", vocabulary.agencies.map { .init($0.name, $0.title) }, value: agency)
      parts.list(
        "paper", "By which paper?",
        [.init(Self.none, "No paper")] + vocabulary.papers.map { .init($0.name, $0.title) }, value: paper)
      div(.class("buttons")) { button { "Show" } }
    }
  }

  /// `Must not: 12. May: 20.`
  private func counts(_ map: LawMap) -> String {
    var words: [String] = []
    for tile in map.tiles where !words.contains(tile.words) { words.append(tile.words) }
    return words.sorted().map { word in
      "\(word.prefix(1).uppercased())\(word.dropFirst()): \(map.tiles.count { $0.words == word })."
    }.joined(separator: " ")
  }

  private func table(_ map: LawMap, _ title: String) -> HTML {
    let cell = { (title: String, content: HTML) in td(Attribute("data-label", title)) { content } }
    let known = Set(book.places.map(\.place))
    return div(.class("table")) {
      Web.table(.class("stack")) {
        caption { title }
        thead {
          tr { for title in ["Place", "Answer", "It rests on", "Rules that decide"] { th(.scope("col")) { title } } }
        }
        tbody {
          for tile in map.tiles {
            tr {
              cell(
                "Place",
                known.contains(tile.jurisdiction)
                  ? a(.href("/law#place-\(tile.jurisdiction)")) { tile.title } : .text(tile.title))
              cell("Answer", span(.class("tag")) { tile.words })
              cell("It rests on", .text(tile.basis.isEmpty ? "–" : tile.basis))
              cell("Rules that decide", .text(cites(tile)))
            }
          }
        }
      }
    }
  }

  private func cites(_ tile: LawMap.Tile) -> String {
    var found: [String] = []
    for cite in tile.rulings.flatMap(\.cites) where !found.contains(cite) { found.append(cite) }
    return found.isEmpty ? "none" : found.joined(separator: "; ")
  }
}
