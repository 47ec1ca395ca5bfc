import Desk

/// A report's entries as they would be certified now.
struct ReportPreview: Sendable {
  let view: ReportView
  let canChange: Bool

  /// As many entries as a page shows; the file has all.
  private static let most = 200

  var html: HTML {
    guard !view.sheet.lists.isEmpty else { return .empty }
    return section {
      h2 { view.file.edition.certificate == nil ? "Preview" : "As it would come out now" }
      for list in view.sheet.lists { self.list(list) }
    }
  }

  private func list(_ list: ReportList) -> HTML {
    section {
      h3 { list.part.title }
      if list.rows.isEmpty { p { list.part.nothing.isEmpty ? "Nothing." : list.part.nothing } }
      if !list.rows.isEmpty {
        div(.class("table"), Attribute("tabindex", "0"), .role("region"), .label("\(list.part.title), a table")) {
          table(.class("stack")) {
            caption(.class("hidden")) { list.part.title }
            thead {
              tr {
                th(.scope("col")) { "Entry" }
                for column in list.part.columns { th(.scope("col")) { column.title } }
              }
            }
            tbody {
              for (index, row) in list.rows.prefix(ReportPreview.most).enumerated() {
                self.row(row, index + 1, list.part)
              }
            }
          }
        }
        if list.rows.count > ReportPreview.most {
          p { "And \(list.rows.count - ReportPreview.most) more, in the file." }
        }
      }
    }
  }

  private func row(_ row: ReportRow, _ number: Int, _ part: ReportPart) -> HTML {
    tr {
      td(Attribute("data-label", "Entry")) {
        if let origin = row.origin {
          a(.href("/requests/\(origin)")) { "\(number)" }
        } else {
          "\(number)"
        }
      }
      for column in part.columns {
        td(Attribute("data-label", column.title)) {
          cell(row.cells[column.id], isFilled: row.filled.contains(column.id))
        }
      }
    }
  }

  private func cell(_ cell: ReportCell?, isFilled: Bool) -> HTML {
    switch cell {
    case .value(let text): .sequence([.text(text), isFilled ? span(.class("quiet")) { " (filled in)" } : .empty])
    case .doesNotApply: .text("Does not apply")
    case .missing, nil: span(.class("tag amber")) { "Missing" }
    }
  }
}
