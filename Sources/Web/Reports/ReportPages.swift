import Desk
import LawLanguage
import Reasoning

/// The list of reports, and the page of each.
struct ReportPages: Sendable {
  let work: ReportWork
  let frame: Frame

  func back(_ exchange: Exchange) -> Reply {
    .seeOther("/reports/\(exchange.parameter("form"))/\(exchange.parameter("period"))")
  }

  // MARK: The list

  func list(_ exchange: Exchange) async throws -> Reply {
    let reports = try await work.all(exchange)
    let today = work.zone.day(of: exchange.now)
    let owed = reports.filter { $0.owed.isOwed }
    let others = reports.filter { !$0.owed.isOwed }
    return frame.reply(Page("Reports", in: .reports), to: exchange.visitor) {
      h1 { "Reports" }
      p {
        "Three kinds, and none becomes another: what is filed with an authority, what is kept for inspection, and counts that "
        "everybody may see."
      }
      table(owed, "What the law asks for", today)
      table(others, "What the office may make, or owes under conditions that are not recorded", today)
    }
  }

  private func table(_ reports: [ReportListing], _ title: String, _ today: Day) -> HTML {
    guard !reports.isEmpty else { return .empty }
    return section {
      h2 { title }
      div(.class("table")) {
        Web.table(.class("stack")) {
          caption(.class("hidden")) { title }
          thead { tr { for name in ["Report", "Period", "Due", "Stands"] { th(.scope("col")) { name } } } }
          tbody { for report in reports { row(report, today) } }
        }
      }
    }
  }

  private func row(_ report: ReportListing, _ today: Day) -> HTML {
    tr {
      td(Attribute("data-label", "Report")) {
        a(.href("/reports/\(report.form.id)/\(report.period)")) { report.form.title }
        br()
        span(.class("quiet")) { report.form.cite }
      }
      td(Attribute("data-label", "Period")) { report.period.words }
      td(Attribute("data-label", "Due")) { due(report, today) }
      td(Attribute("data-label", "Stands")) { report.stage.title.capitalisedFirst }
    }
  }

  private func due(_ report: ReportListing, _ today: Day) -> HTML {
    guard let due = report.due else { return .text(report.owed.isOwed ? "No day is known" : "–") }
    if report.filed != nil { return span(.class("tag green")) { "Met" } }
    return .sequence([
      .text(work.words.text(due) + " "),
      due < today
        ? span(.class("tag red")) { "Late" }
        : due < today.adding(days: 31) ? span(.class("tag amber")) { "Within a month" } : .empty,
    ])
  }

  // MARK: A report

  func report(_ exchange: Exchange, mistakes: [Mistake]) async throws -> Reply {
    let view = try await work.view(exchange)
    let parts = FormParts(typed: mistakes.isEmpty ? Fields() : exchange.form, mistakes: mistakes)
    let (form, period) = (view.file.form, view.file.period)
    let page = Page("\(form.title), \(period.words)", in: .reports, hasMistakes: !mistakes.isEmpty)
    let steps = ReportSteps(
      view: view, parts: parts, exchange: exchange, words: work.words, office: work.title(exchange))
    return frame.reply(page, to: exchange.visitor, status: mistakes.isEmpty ? .ok : .unprocessable) {
      a(.class("back"), .href("/reports")) { "All reports" }
      parts.errorSummary
      h1 { "\(form.title), \(period.words)" }
      facts(view)
      for sentence in view.changedSince { div(.class("note warn")) { p { sentence } } }
      steps.html
      ReportPreview(view: view, canChange: exchange.visitor.staff?.may(.publish) ?? false).html
      files(view)
      history(view)
    }
  }

  private func facts(_ view: ReportView) -> HTML {
    let (form, listing) = (view.file.form, view.listing)
    let due: String =
      if let day = listing.due { work.words.text(day) } else if case .noDayKnown(let why) = form.due { why } else {
        "No day"
      }
    let rows = [
      ("Law", form.cite), ("Owed", listing.owed.words), ("Due", due), ("What becomes of it", form.kindWords),
      ("Stands", view.file.stage.title),
      ("If nothing came", form.nilReport == .required ? "That is certified and reported" : "No report is made"),
      ("What its columns rest on", form.basis),
    ]
    return dl(.class("facts")) {
      for (name, value) in rows {
        div {
          dt { name }
          dd { value.capitalisedFirst }
        }
      }
    }
  }

  private func files(_ view: ReportView) -> HTML {
    let certified = view.file.editions.filter { $0.certificate != nil }
    guard !certified.isEmpty else { return .empty }
    let base = "/reports/\(view.file.form.id)/\(view.file.period)"
    return section {
      h2(.id("files")) { "Files" }
      ul {
        for edition in certified {
          li {
            "Edition \(edition.number), certified by \(edition.certificate?.by.text ?? ""): "
            for (index, kind) in [
              ("report.csv", "CSV"), ("report.pdf", "PDF"), ("receipt.json", "receipt"), ("report.tlog-proof", "proof"),
            ].enumerated() {
              if index > 0 { ", " }
              a(.href("\(base)/\(edition.number)/\(kind.0)")) {
                kind.1
                span(.class("hidden")) { " of edition \(edition.number)" }
              }
            }
            if let reason = edition.reason { ". Puts right: \(reason)" }
          }
        }
      }
      p(.class("quiet")) {
        "The receipt is what the log holds of the report. With it, the proof and the log's key anybody can check that this "
        "file is the one that was certified."
      }
    }
  }

  private func history(_ view: ReportView) -> HTML {
    guard !view.history.isEmpty else { return .empty }
    return section {
      h2 { "What happened" }
      ol(.class("events")) {
        for event in view.history {
          li {
            span(.class("quiet")) { work.words.text(event.recorded) }
            br()
            "\(event.by.text): \(event.what.words)."
          }
        }
      }
    }
  }
}

extension ReportListing.Owed {
  /// Whether it belongs among what the law asks for.
  var isOwed: Bool {
    if case .yes = self { return true }
    return false
  }

  var words: String {
    switch self {
    case .yes(let cite): "yes (\(cite))"
    case .notKnown(let cite): "that hangs on something not recorded (\(cite))"
    case .no: "not as the law stands for this agency on what is recorded"
    case .choice: "no rule of the library asks this agency for it; the office may make it"
    }
  }
}

extension ReportHappening {
  /// For the list of what happened.
  var words: String {
    switch self {
    case .filled(let fill):
      "filled “\(fill.column)” of \(fill.row == nil ? "every entry where it was missing" : "an entry") of “\(fill.part)” from: \(fill.source)"
    case .rowEntered(let part, _): "entered a row of “\(part)”"
    case .rowLeftOut(_, _, let reason): "left an entry out: \(reason)"
    case .certified(let certificate): "certified: \(certificate.statement)"
    case .filed(let filing): "sent to \(filing.to): \(filing.how)"
    case .kept(let place): "kept for inspection: \(place)"
    case .amended(let reason): "began another edition: \(reason)"
    case .publicationProposed(let proposal): "proposed to publish the table for \(proposal.period.words)"
    case .published: "agreed as second person: published"
    case .publicationDeclined(let reason): "did not agree to publish: \(reason)"
    }
  }
}
