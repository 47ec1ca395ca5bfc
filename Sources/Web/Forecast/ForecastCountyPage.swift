import Forecasting
import LawLanguage
import Reasoning

/// The county's own page: what the law answers its jail, and what requests cost and bring in both directions.
struct ForecastCountyPage: Sendable {
  let place: ForecastPlace
  let parts: FormParts
  let frame: Frame

  func reply(to visitor: Visitor) -> Reply {
    let isMistaken = !parts.mistakes.isEmpty
    let ledger = CountyLedger(place.model, requests: place.requests)
    return frame.reply(
      Page("Forecast", in: .forecast, hasMistakes: isMistaken), to: visitor, status: isMistaken ? .unprocessable : .ok
    ) {
      parts.errorSummary
      h1 { "What requests cost and bring: \(place.name)" }
      place.reduced
      p { a(.href(explorer)) { "What if law, staff or beds were otherwise?" } }
      form(Attribute("method", "get"), .action(ForecastRoutes.countyPath)) {
        place.fields(parts)
        div(.class("buttons")) { button { "Show" } }
      }
      known(ledger)
      law
      h2(.id("reckoned")) { "What the model reckons" }
      p {
        "Figures \(place.scope), by the year, in dollars of about 2024: low and high hold four fifths of the draws, between "
        "them is the median. Numbers of people under ten are not shown."
      }
      ForecastTables.ledger("What the model reckons, \(place.scope)", ledger.reckoned)
      h2(.id("threatened")) { "What \(place.model.state.code) threatens local agencies with, in either direction" }
      penalties(ledger)
      h2(.id("elsewhere")) { "What others published" }
      p { "No figure of your county follows from these. They say what to ask for." }
      ForecastTables.ledger("What others published", ledger.elsewhere)
      p(.class("quiet")) { "Law: \(place.model.identity.prefix(24))." }
    }
  }

  private var explorer: String {
    var query = ["county=\(place.model.county?.code ?? ForecastPlace.whole)"]
    if let requests = parts.typed.text("requests"), place.requests != nil { query.append("requests=\(requests)") }
    return ForecastRoutes.explorerPath + "?" + query.joined(separator: "&")
  }

  private func known(_ ledger: CountyLedger) -> HTML {
    guard let county = place.model.county else { return .empty }
    return dl(.class("facts")) {
      div {
        dt { "Residents" }
        dd { "\(Figure.plain(Double(county.residents))) on 1 April 2020 (U.S. Census Bureau, Vintage 2021)" }
      }
      div {
        dt { "Agreement under 287(g) for the jail" }
        dd {
          ledger.agreement.map { "Signed by \($0) (ICE, lists to September 2025)" }
            ?? "None listed to September 2025 (ICE)"
        }
      }
    }
  }

  private var law: HTML {
    .sequence([
      h2(.id("law")) { "What the law answers the jail" },
      p {
        "A detainer with an officer's warrant, decided by the engine of live requests as of \(place.model.day)"
        place.model.county == nil ? ", where most residents live." : "."
      },
      ForecastTables.table(
        "What the law answers", ["Convictions", "Hold", "Notice", "Transfer", "The answer about a hold rests on"],
        zip(RequestClass.allCases, place.model.profile).map { kind, answer in
          [kind.words, answer.hold.words, answer.notice.words, answer.transfer.words, answer.ground]
        }),
      ForecastTables.table(
        "People handed over, with \(place.model.state.code)'s own law as a share of without it",
        ["Of those asked for", "The share: the median, and where four fifths of the draws lie"],
        place.model.transfersKept.map { [$0.words, $0.share.words(.rate)] }),
    ])
  }

  private func penalties(_ ledger: CountyLedger) -> HTML {
    guard !ledger.penalties.isEmpty else {
      return p { "The library's documents name no amount for this state, in either direction." }
    }
    return ul {
      for penalty in ledger.penalties {
        li { "\(penalty.direction.rawValue.capitalisedFirst): \(penalty.words) (\(penalty.source))" }
      }
    }
  }
}

/// Tables of the forecast: each scrolls in its own box, and stacks on a narrow screen.
enum ForecastTables {
  static func table(_ title: String, _ heads: [String], _ rows: [[String]]) -> HTML {
    cells(title, heads, rows.map { $0.map(HTML.text) })
  }

  static func ledger(_ title: String, _ lines: [CountyLedger.Line]) -> HTML {
    cells(
      title, ["What", "How much", "Rests on"],
      lines.map { line in
        [
          .text(line.item), .text(FiscalNote.words(line.amount, line.unit)),
          line.grounds.count < 2
            ? .text(line.grounds.first ?? "the line above")
            : ul { for ground in line.grounds { li { ground } } },
        ]
      })
  }

  private static func cells(_ title: String, _ heads: [String], _ rows: [[HTML]]) -> HTML {
    div(.class("table"), .role("region"), .label("\(title), a table"), Attribute("tabindex", "0")) {
      Web.table(.class("stack")) {
        caption { title }
        thead { tr { for head in heads { th(.scope("col")) { head } } } }
        tbody {
          for row in rows {
            tr { for (head, cell) in zip(heads, row) { td(Attribute("data-label", head)) { cell } } }
          }
        }
      }
    }
  }
}
