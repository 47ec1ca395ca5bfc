import Desk
import LawLanguage
import Reasoning

/// What was collected: by form and period, and who is late.
struct CollectedPages: Sendable {
  let work: CollectorWork
  let frame: Frame

  var routes: [Route] {
    [
      Route(.get, "/", .staff) { try await overview($0) },
      Route(.get, "/collected/{form}/{period}", .may(.readLog)) { try await report($0, mistakes: []) },
      Route(.post, "/collected/{form}/{period}/notice", .may(.publish)) { try await recordNotice($0) },
      Route(.post, "/collected/{form}/{period}/list", .may(.publish)) { try await proposeList($0) },
      Route(.get, "/submissions/{id}/file", .may(.readLog)) { try await file($0) },
    ]
  }

  // MARK: Overview

  private func overview(_ exchange: Exchange) async throws -> Reply {
    guard let staff = exchange.visitor.staff, staff.may(.readLog) else {
      return frame.reply(Page("Start"), to: exchange.visitor) {
        h1 { "Start" }
        p { "What you are here for shows no reports. The law and the log are open to you." }
      }
    }
    var rows: [(form: ReportForm, period: ReportPeriod, standings: [AgencyStanding])] = []
    for form in work.forms {
      for period in work.periods(of: form, at: exchange.now).prefix(2) {
        rows.append(
          (form, period, try await work.refusing { try await work.collector.standings(form.id, period, for: staff) }))
      }
    }
    let waiting = try await work.refusing { try await work.collector.proposedLists(for: staff) }
    return frame.reply(Page("Reports collected", in: .collected), to: exchange.visitor) {
      h1 { "Reports collected" }
      for list in waiting { NonReporterPages(work: work, frame: frame).waiting(list, staff, exchange) }
      div(.class("table")) {
        table(.class("stack")) {
          caption(.class("hidden")) { "Reports by form and period" }
          thead { tr { for title in ["Report", "Period", "Came", "Missing", "Due"] { th(.scope("col")) { title } } } }
          tbody { for row in rows { self.row(row.form, row.period, row.standings) } }
        }
      }
    }
  }

  private func row(_ form: ReportForm, _ period: ReportPeriod, _ standings: [AgencyStanding]) -> HTML {
    let came = standings.filter { $0.accepted != nil }.count
    return tr {
      td(Attribute("data-label", "Report")) {
        a(.href("/collected/\(form.id)/\(period)")) {
          form.title
          span(.class("hidden")) { ", \(period.words)" }
        }
      }
      td(Attribute("data-label", "Period")) { period.words }
      td(Attribute("data-label", "Came")) { "\(came) of \(standings.count)" }
      td(Attribute("data-label", "Missing")) { "\(standings.count - came)" }
      td(Attribute("data-label", "Due")) { form.dueDay(of: period).map(work.words.text) ?? "No day is known" }
    }
  }

  // MARK: A form and period

  private func report(_ exchange: Exchange, mistakes: [Mistake]) async throws -> Reply {
    let (form, period) = try work.place(exchange)
    let staff = try work.staff(exchange)
    let all = try await work.refusing { try await work.collector.standings(form.id, period, for: staff) }
    let parts = FormParts(typed: mistakes.isEmpty ? Fields() : exchange.form, mistakes: mistakes)
    let reminders = work.collector.remindersDue(all)
    let came = all.filter { $0.accepted != nil }
    let page = Page("\(form.title), \(period.words)", in: .collected, hasMistakes: !mistakes.isEmpty)
    return frame.reply(page, to: exchange.visitor, status: mistakes.isEmpty ? .ok : .unprocessable) {
      a(.class("back"), .href("/")) { "Reports collected" }
      parts.errorSummary
      h1 { "\(form.title), \(period.words)" }
      dl(.class("facts")) {
        for (name, value) in [
          ("Law", form.cite), ("Due", form.dueDay(of: period).map(work.words.text) ?? "No day is known"),
          ("Came", "\(came.count) of \(all.count)"), ("Late", "\(all.filter(\.isLate).count)"),
          ("Amended", "\(all.filter(\.isAmended).count)"),
          ("Entries in all", "\(came.reduce(0) { $0 + ($1.accepted?.entries ?? 0) })"),
        ] {
          div {
            dt { name }
            dd { value }
          }
        }
      }
      if staff.may(.publish) { notice(reminders, parts, exchange) + list(all, exchange, parts) }
      agencies("Nothing came, or nothing that fits", all.filter { $0.accepted == nil })
      agencies("Came", came)
    }
  }

  private func notice(_ reminders: [AgencyStanding], _ parts: FormParts, _ exchange: Exchange) -> HTML {
    guard !reminders.isEmpty else { return .empty }
    return section {
      h2 { "Notices to send" }
      p {
        "\(reminders.count) agenc\(reminders.count == 1 ? "y has" : "ies have") not reported and got no notice. Send it, then record "
        "it here: nobody is listed as not reporting without one."
      }
      form(.post, .action(path(exchange) + "/notice")) {
        FormToken.field(exchange.visitor.session)
        parts.boxes(
          "agency", "To whom?",
          reminders.prefix(300).map { FormParts.Option("\($0.id)", "\($0.agency.name), \($0.agency.place)") },
          values: reminders.map { "\($0.id)" })
        parts.text("how", "How was it sent?", hint: "For example: by mail and e-mail.")
        parts.date(
          "until", "What is the last day on which they may still report?",
          hint: "At least \(Collector.leastDays) days from now.")
        div(.class("buttons")) { button { "Record the notices" } }
      }
    }
  }

  private func list(_ all: [AgencyStanding], _ exchange: Exchange, _ parts: FormParts) -> HTML {
    guard all.contains(where: { $0.accepted == nil && $0.noticeUntil != nil }) else { return .empty }
    return section {
      h2 { "The list of those who did not report" }
      p { "It names those whose notice has run out, and is shown to everybody once a second person agrees." }
      form(.post, .action(path(exchange) + "/list")) {
        FormToken.field(exchange.visitor.session)
        div(.class(parts.mistakes.contains { $0.field == "list" } ? "group wrong" : "group")) {
          for mistake in parts.mistakes where mistake.field == "list" { p(.class("error")) { mistake.sentence } }
          button(.id("list")) { "Propose the list" }
        }
      }
    }
  }

  private func path(_ exchange: Exchange) -> String {
    "/collected/\(exchange.parameter("form"))/\(exchange.parameter("period"))"
  }

  private func agencies(_ title: String, _ standings: [AgencyStanding]) -> HTML {
    guard !standings.isEmpty else { return .empty }
    return section {
      h2 { title }
      div(.class("table")) {
        table(.class("stack")) {
          caption(.class("hidden")) { title }
          thead {
            tr { for name in ["Agency", "Stands", "Last received", "Notice until"] { th(.scope("col")) { name } } }
          }
          tbody { for standing in standings { agency(standing) } }
        }
      }
    }
  }

  private func agency(_ standing: AgencyStanding) -> HTML {
    tr {
      td(Attribute("data-label", "Agency")) {
        a(.href("/agencies/\(standing.id)")) { "\(standing.agency.name), \(standing.agency.place)" }
      }
      td(Attribute("data-label", "Stands")) {
        standing.words.capitalisedFirst + " "
        if standing.isLate { span(.class("tag red")) { "Late" } }
        if standing.isAmended { span(.class("tag blue")) { "Amended" } }
        if standing.accepted?.isProven ?? false { span(.class("tag green")) { "Proven" } }
      }
      td(Attribute("data-label", "Last received")) {
        standing.submissions.last.map { work.words.text($0.received) } ?? "Nothing"
      }
      td(Attribute("data-label", "Notice until")) { standing.noticeUntil.map(work.words.text) ?? "None" }
    }
  }

  // MARK: Doing

  private func recordNotice(_ exchange: Exchange) async throws -> Reply {
    let (form, period) = try work.place(exchange)
    let staff = try work.staff(exchange)
    do {
      let ids = exchange.form.all("agency").compactMap { CaseID($0) }
      guard !ids.isEmpty else { throw Mistakes("agency", "Tick to whom the notice went.") }
      guard let how = exchange.form.text("how") else { throw Mistakes("how", "Write how it was sent.") }
      let until: Day
      do { until = try DateParts(exchange.form, "until").readDay() } catch { throw Mistakes("until", error.sentence) }
      try await work.refusing(at: "until") {
        try await work.collector.recordNotice(to: ids, form.id, period, until: until, how: how, by: staff)
      }
      return .seeOther(path(exchange))
    } catch let mistakes as Mistakes { return try await report(exchange, mistakes: mistakes.list) }
  }

  private func proposeList(_ exchange: Exchange) async throws -> Reply {
    let (form, period) = try work.place(exchange)
    let staff = try work.staff(exchange)
    do {
      try await work.refusing(at: "list") { try await work.collector.proposeList(form.id, period, by: staff) }
      return .seeOther("/")
    } catch let mistakes as Mistakes { return try await report(exchange, mistakes: mistakes.list) }
  }

  /// What was handed in, as it came; whatever it is, it is saved and never shown in a page.
  private func file(_ exchange: Exchange) async throws -> Reply {
    let (id, staff) = (try work.id(exchange), try work.staff(exchange))
    let found = try await work.refusing { try await work.collector.file(id, for: staff) }
    let name = "\(found.submission.form)-\(found.submission.period)-\(id.description.prefix(8)).csv"
    return Reply(body: found.bytes).with("content-type", "application/octet-stream")
      .with("content-disposition", "attachment; filename=\"\(name)\"")
  }
}
