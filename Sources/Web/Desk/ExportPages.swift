import Desk
import LawLanguage
import Reasoning

/// Handing cases out for discovery: counsel proposes, a second person confirms, counsel fetches the file.
struct ExportPages: Sendable {
  let work: OfficeWork
  let frame: Frame

  var routes: [Route] {
    [
      Route(.get, "/exports", .may(.confirmDisposal)) { try await show($0, mistakes: []) },
      Route(.post, "/exports", .may(.privilegedNotes)) { try await propose($0) },
      Route(.post, "/exports/{number}/confirm", .may(.confirmDisposal)) { exchange in
        try await step(exchange) { try await work.office.confirmExport($0, by: $1) }
      },
      Route(.post, "/exports/{number}/withdraw", .may(.confirmDisposal)) { exchange in
        try await step(exchange) { try await work.office.withdrawExport($0, by: $1) }
      },
      // It is logged each time, so it is no page that is read.
      Route(.post, "/exports/{number}/file", .may(.privilegedNotes)) { try await fetch($0) },
    ]
  }

  private var words: MomentWords { MomentWords(zone: work.zone) }

  // MARK: The page

  private func show(_ exchange: Exchange, mistakes: [Mistake]) async throws -> Reply {
    let staff = try work.staff(exchange)
    let exports = try await work.refusing { try await work.office.exports(for: staff) }
    let parts = FormParts(typed: exchange.form, mistakes: mistakes)
    let page = Page("Handing cases out", in: .cases, hasMistakes: !mistakes.isEmpty)
    return frame.reply(page, to: exchange.visitor, status: mistakes.isEmpty ? .ok : .unprocessable) {
      a(.class("back"), .href("/requests")) { "All requests" }
      parts.errorSummary
      h1 { "Handing cases out" }
      p {
        "For discovery, by counsel and a second person. The file holds, for each case, every event with its proof, the "
        "decisions as the officer saw them with the law they were decided by, documents, letters and the person."
      }
      p {
        strong { "Counsel's notes are left out. " }
          + .text("They are listed by date, author and subject for the privilege log.")
      }
      ul(.class("cards")) { for export in exports { li { card(export, staff, exchange) } } }
      if staff.may(.privilegedNotes) { ask(parts, exchange) }
    }
  }

  private func card(_ export: ExportProposal, _ staff: Staff, _ exchange: Exchange) -> HTML {
    let (isWaiting, isOpen) = (export.isWaiting(at: exchange.now), export.isOpen(at: exchange.now))
    let sealed = export.sealedLeftOut
    return .sequence([
      p {
        strong { "Export \(export.number): \(title(export.range))" }
        ", \(export.cases.count == 1 ? "1 case" : "\(export.cases.count) cases")"
      },
      export.cases.count > 1
        ? details {
          summary { "Which" }
          p { export.cases.map(\.description).joined(separator: ", ") }
        } : .empty,
      sealed > 0
        ? p { "\(sealed == 1 ? "1 sealed case is" : "\(sealed) sealed cases are") left out; name each by its number." }
        : .empty,
      p(.class("quiet")) { standing(export, isWaiting, isOpen) },
      export.handedOut.isEmpty
        ? .empty
        : ul {
          for receipt in export.handedOut {
            li {
              "Fetched by \(receipt.by.text), \(words.text(receipt.at)); the log's entry \(receipt.entry). SHA-256 "
              code { receipt.digest }
            }
          }
        },
      isWaiting && export.by.staff != staff.id ? button("confirm", "Confirm it", of: export, exchange) : .empty,
      isOpen && staff.may(.privilegedNotes) ? button("file", "Fetch the file", of: export, exchange) : .empty,
      isWaiting || isOpen ? button("withdraw", "Withdraw it", of: export, exchange, isSecond: true) : .empty,
    ])
  }

  private func standing(_ export: ExportProposal, _ isWaiting: Bool, _ isOpen: Bool) -> String {
    var text = "Proposed by \(export.by.text), \(words.text(export.at))."
    if let confirmed = export.confirmed { text += " Confirmed by \(confirmed.by.text), \(words.text(confirmed.at))." }
    if export.isWithdrawn { return text + " Withdrawn." }
    let end = words.text(export.ends)
    if isWaiting { return text + " It waits for a second person, until \(end)." }
    return text + (isOpen ? " Counsel can fetch it until \(end)." : " It ended \(end).")
  }

  private func title(_ range: ExportRange) -> String {
    switch range {
    case .one(let number): "request \(number)"
    case .received(let first, let last): "received from \(words.text(first)) to \(words.text(last))"
    case .all: "all"
    }
  }

  private func button(
    _ step: StaticString, _ title: String, of export: ExportProposal, _ exchange: Exchange, isSecond: Bool = false
  ) -> HTML {
    form(.post, .action("/exports/\(export.number)/\(step)"), .class("inline")) {
      FormToken.field(exchange.visitor.session)
      Web.button((isSecond ? [.class("second")] : []) + [.label("\(title): export \(export.number)")]) { title }
    }
  }

  private func ask(_ parts: FormParts, _ exchange: Exchange) -> HTML {
    .sequence([
      h2 { "Propose an export" },
      form(.post, .action("/exports")) {
        FormToken.field(exchange.visitor.session)
        parts.radios(
          "range", "Which cases?", hint: "At most \(ExportProposal.most) at once.",
          [
            FormParts.Option("one", "One, by its number"), FormParts.Option("days", "Those received on certain days"),
            FormParts.Option("all", "All"),
          ])
        parts.text(
          "number", "If one: its number", hint: "Such as 2026-00017. A sealed one is handed out only so.", width: "time"
        )
        parts.date("from", "If by days: the first day")
        parts.date("to", "If by days: the last day")
        div(.class("buttons")) { Web.button { "Propose it" } }
      },
    ])
  }

  // MARK: What can be done

  private func range(_ form: Fields) throws(Mistakes) -> ExportRange {
    func day(_ name: String) throws(Mistakes) -> Day {
      do { return try DateParts(form, name).readDay() } catch { throw Mistakes(name, error.sentence) }
    }
    switch form["range"] {
    case "one"?:
      guard let number = form.text("number").flatMap(CaseNumber.init) else {
        throw Mistakes("number", "Write the number as 2026-00017.")
      }
      return .one(number)
    case "days"?:
      let (first, last) = (try day("from"), try day("to"))
      guard first <= last else { throw Mistakes("to", "The last day is before the first; correct one of the two.") }
      return .received(from: first, to: last)
    case "all"?: return .all
    default: throw Mistakes("range", "Say which cases.")
    }
  }

  private func propose(_ exchange: Exchange) async throws -> Reply {
    let staff = try work.staff(exchange)
    do {
      let range = try range(exchange.form)
      try await work.refusing {
        do { _ = try await work.office.proposeExport(of: range, by: staff) } catch OfficeRefusal.nothingThere(let what)
        {
          throw Mistakes("range", "There is no \(what).")
        }
      }
      return .seeOther("/exports")
    } catch let mistakes as Mistakes {
      return try await show(exchange, mistakes: mistakes.list)
    }
  }

  private func step(
    _ exchange: Exchange, _ body: (Int, Staff) async throws -> Void
  ) async throws -> Reply {
    let (staff, number) = (try work.staff(exchange), Int(exchange.parameter("number")) ?? 0)
    try await work.refusing { try await body(number, staff) }
    return .seeOther("/exports")
  }

  private func fetch(_ exchange: Exchange) async throws -> Reply {
    let (staff, number) = (try work.staff(exchange), Int(exchange.parameter("number")) ?? 0)
    let export = try await work.refusing { try await work.office.handOut(number, to: staff) }
    // Its number and nothing else: no name, and no case's number.
    return Download(bytes: export.bytes, name: "export-\(number).tar", mediaType: "application/x-tar").reply
  }
}
