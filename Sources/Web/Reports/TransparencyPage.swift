import Desk
import LawLanguage

/// What everybody may see of the office's work: tables of counts, and nothing else.
struct TransparencyPage: Sendable {
  let work: ReportWork
  let frame: Frame

  func page(_ exchange: Exchange) async throws -> Reply {
    let tables = try await work.publications()
    return frame.reply(Page("Published figures"), to: exchange.visitor) {
      h1 { "Published figures" }
      p {
        "How often immigration agents asked this office for something, and what came of it. Counts below "
        "\(PublicTable.smallest) are left out, and with them those from which they would follow: so few that somebody could be "
        "recognised. They show as “left out”."
      }
      if tables.isEmpty { p { "Nothing has been published yet." } }
      for table in tables {
        section {
          h2 { "\(table.form.title), \(table.period.words)" }
          PublicFigures(
            title: "\(table.form.title), \(table.period.words)", table: table.table,
            id: "\(table.form.id)-\(table.period)"
          ).html
          p(.class("quiet")) {
            "Published \(work.words.text(work.zone.day(of: table.from)))"
            if table.edition > 1 { ", edition \(table.edition)" }
            ". "
            a(.href("/transparency/\(table.form.id)/\(table.period)/table.csv")) {
              "Download it as CSV"
              span(.class("hidden")) { ": \(table.form.title), \(table.period.words)" }
            }
          }
        }
      }
    }
  }
}

/// A public table, and its totals as bars: lengths with their words and numbers beside them, so that no colour is needed.
struct PublicFigures: Sendable {
  let title: String
  let table: PublicTable
  let id: String

  var html: HTML { bars + figures }

  private static let leftOut = "left out"

  private var figures: HTML {
    div(.class("table"), Attribute("tabindex", "0"), .role("region"), .label("\(title), a table")) {
      Web.table {
        caption { title }
        thead {
          tr {
            td()
            for name in table.columns + ["Total"] { th(.scope("col")) { name } }
          }
        }
        tbody {
          for (name, cells) in zip(table.rows + ["Total"], table.counts) {
            tr {
              th(.scope("row")) { name }
              for cell in cells { td { cell.map(String.init) ?? PublicFigures.leftOut } }
            }
          }
        }
      }
    }
  }

  // MARK: Bars

  private static let (svg, rect, text) = (Tag("svg"), Tag("rect"), Tag("text"))
  private static let width = 320
  private static let line = 44

  /// The totals of the rows; none where all are left out.
  private var bars: HTML {
    let totals = zip(table.rows, table.counts.map { $0.last ?? nil }).map { (name: $0.0, count: $0.1) }
    let most = totals.compactMap(\.count).max() ?? 0
    guard most > 0 else { return .empty }
    let height = totals.count * PublicFigures.line
    let spoken = totals.map { "\($0.name): \($0.count.map(String.init) ?? PublicFigures.leftOut)" }.joined(
      separator: "; ")
    return PublicFigures.svg(
      Attribute("viewBox", "0 0 \(PublicFigures.width) \(height)"), .class("bars"), .role("img"),
      .label("\(title). \(spoken)")
    ) {
      for (index, total) in totals.enumerated() { bar(total.name, total.count, most, y: index * PublicFigures.line) }
    }
  }

  private func bar(_ name: String, _ count: Int?, _ most: Int, y: Int) -> HTML {
    let room = PublicFigures.width - 70
    let length = max(1, (count ?? 0) * room / most)
    return .sequence([
      PublicFigures.text(Attribute("x", "0"), Attribute("y", "\(y + 14)")) { name },
      count == nil || count == 0
        ? .empty
        : PublicFigures.rect(
          Attribute("x", "0"), Attribute("y", "\(y + 20)"), Attribute("width", "\(length)"), Attribute("height", "16")),
      PublicFigures.text(Attribute("x", "\((count ?? 0) > 0 ? length + 6 : 0)"), Attribute("y", "\(y + 33)")) {
        count.map(String.init) ?? PublicFigures.leftOut
      },
    ])
  }
}
