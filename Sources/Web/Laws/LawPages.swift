import Desk
import LawLanguage
import Reasoning

/// The law, to be read: a list by place, and each law's document with its rules.
struct LawPages: Sendable {
  let book: LawBook
  let frame: Frame

  var routes: [Route] {
    [
      Route(.get, "/law", .may(.readLaw)) { exchange in index(exchange) },
      Route(.get, "/law/{law}", .may(.readLaw)) { exchange in try law(exchange) },
    ]
  }

  private func index(_ exchange: Exchange) -> Reply {
    frame.reply(Page("Law", in: .law), to: exchange.visitor) {
      h1 { "The law of the library" }
      p {
        "Each law is a document that counsel can read and the desk runs on. \"Read\" says how many of its rules rest on "
        "the text itself."
      }
      p {
        a(.href("/adoption")) { "Which law the desk runs on, and what waits" }
        " · "
        a(.href("/downtime")) { "The downtime card" }
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
                  cell("Law") { a(.href(LawBook.path(of: law.name))) { law.title } }
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

  private func law(_ exchange: Exchange) throws(Refused) -> Reply {
    guard let law = book.library.law(exchange.parameter("law")), let source = book.source(of: law) else {
      throw Refused(.notFound, "The library holds no such law. The list of laws has all of them.")
    }
    let document = LawDocument(law: law, source: source, cases: book.cases(of: law), library: book.library)
    return frame.reply(Page(law.title, in: .law), to: exchange.visitor) {
      a(.class("back"), .href("/law")) { "All laws" }
      article(.class("law")) { document.html }
    }
  }
}

extension Period {
  /// `from 2017-08-28 until 2021-08-01`.
  var sentence: String { "from \(from)" + (until.map { " until \($0)" } ?? "") }
}

extension Provenance {
  var isVerified: Bool { if case .verified = self { true } else { false } }
}
