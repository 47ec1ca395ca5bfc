import Desk
import LawLanguage
import Reasoning

/// The law, to be read: a list by place, and each law's document with its rules.
struct LawPages: Sendable {
  /// What is shown where there is no office that adopts law: a collector's.
  let book: LawBook
  let shelf: LawShelf?
  let frame: Frame

  var routes: [Route] {
    [
      Route(.get, "/law", .may(.readLaw)) { exchange in try index(exchange) },
      Route(.get, "/law/{law}", .may(.readLaw)) { exchange in try law(exchange) },
    ]
  }

  private func edition(_ exchange: Exchange) throws(Refused) -> LawEdition? {
    try shelf?.edition(waiting: exchange.query["edition"] == "waiting")
  }

  private func index(_ exchange: Exchange) throws(Refused) -> Reply {
    let edition = try edition(exchange)
    let book = edition?.book ?? book
    let gone = (edition?.changes ?? []).filter { book.library.law($0.law) == nil }
    return frame.reply(Page("Law", in: .law), to: exchange.visitor) {
      h1 { "The law of the library" }
      edition?.note("/law")
      p {
        "Each law is a document that counsel can read and the desk runs on. \"Read\" says how many of its rules rest on "
        "the text itself."
      }
      p {
        a(.href("/map")) { "The states at a glance" }
        " · "
        a(.href("/adoption")) { "Which law the desk runs on, and what waits" }
        " · "
        a(.href("/downtime")) { "The downtime card" }
      }
      if !gone.isEmpty {
        h2 { "Laws that are gone" }
        ul { for name in Set(gone.map(\.law)).sorted() { li { a(.href(LawBook.path(of: name))) { name } } } }
      }
      for place in book.places {
        h2(.id("place-\(place.place)")) { place.title }
        if let day = place.searchedTo { p(.class("quiet")) { "Searched to \(day)." } }
        div(.class("table")) {
          table(.class("stack")) {
            caption(.class("hidden")) { "Laws of \(place.title)" }
            thead {
              tr {
                for title in ["Law", "Citation", "Rank", "In force", "Rules read"] { th(.scope("col")) { title } }
              }
            }
            tbody {
              for law in place.laws {
                tr {
                  cell("Law") {
                    a(.href(LawBook.path(of: law.name) + (edition?.query ?? ""))) { law.title }
                    count(edition, law.name)
                  }
                  cell("Citation") { law.cite }
                  cell("Rank") { law.rank.title }
                  cell("In force") { law.period.sentence }
                  cell("Rules read") { "\(law.rules.filter(\.provenance.isVerified).count) of \(law.rules.count)" }
                }
              }
            }
          }
        }
      }
    }
  }

  private func cell(_ title: String, @HTMLBuilder content: () -> HTML) -> HTML {
    td(Attribute("data-label", title), content: content)
  }

  /// How much of a law is otherwise, in words: colour alone would not say it.
  private func count(_ edition: LawEdition?, _ law: String) -> HTML {
    let changes = (edition?.changes ?? []).count { $0.law == law }
    return changes == 0
      ? .empty : .text(" ") + span(.class("tag amber")) { changes == 1 ? "1 change" : "\(changes) changes" }
  }

  private func law(_ exchange: Exchange) throws(Refused) -> Reply {
    let edition = try edition(exchange)
    let book = edition?.book ?? book
    guard let law = book.library.law(exchange.parameter("law")), let source = book.source(of: law) else {
      throw Refused(.notFound, "The library holds no such law. The list of laws has all of them.")
    }
    let document = LawDocument(law: law, source: source, cases: book.cases(of: law), library: book.library)
    return frame.reply(Page(law.title, in: .law), to: exchange.visitor) {
      a(.class("back"), .href("/law\(edition?.query ?? "")")) { "All laws" }
      edition?.note(LawBook.path(of: law.name))
      edition?.differences(in: law.name)
      glances(law, book)
      article(.class("law")) { document.html }
    }
  }
}

extension LawPages {
  /// The maps of the acts that the law speaks of.
  private func glances(_ law: Law, _ book: LawBook) -> HTML {
    let acts = book.library.vocabulary.acts.filter { act in law.rules.contains { $0.act == act.name } }
    guard !acts.isEmpty else { return .empty }
    return details {
      summary { "What every state says of the acts in this law" }
      ul { for act in acts { li { a(.href(MapPages.path(of: act.name))) { "To \(act.title)" } } } }
    }
  }
}

extension Period {
  /// `from 2017-08-28 until 2021-08-01`.
  var sentence: String { "from \(from)" + (until.map { " until \($0)" } ?? "") }
}
