import Desk
import LawLanguage
import Ledger

/// The office's reports: the list, each report, its files, and what everybody may see.
struct ReportRoutes: Sendable {
  let work: ReportWork
  let frame: Frame

  init(_ work: ReportWork, _ frame: Frame) {
    self.work = work
    self.frame = frame
  }

  private static let path = "/reports/{form}/{period}"

  var routes: [Route] {
    let pages = ReportPages(work: work, frame: frame)
    let fill = ReportFillPages(work: work, frame: frame)
    func step(
      _ name: String, _ access: Access = .may(.publish), at field: String, _ read: @escaping ReportForms.Reading
    ) -> Route {
      Route(.post, "\(ReportRoutes.path)/\(name)", access) { exchange in
        do {
          try await work.perform(try read(exchange.form, exchange.now, work.zone), exchange, refusalAt: field)
          return pages.back(exchange)
        } catch let mistakes as Mistakes { return try await pages.report(exchange, mistakes: mistakes.list) }
      }
    }
    return [
      Route(.get, "/reports", .may(.readLog)) { try await pages.list($0) },
      Route(.get, ReportRoutes.path, .may(.readLog)) { try await pages.report($0, mistakes: []) },
      Route(.get, "\(ReportRoutes.path)/fill", .may(.publish)) { try await fill.page($0, mistakes: []) },
      Route(.post, "\(ReportRoutes.path)/fill", .may(.publish)) { try await fill.record($0) },
      Route(.get, "\(ReportRoutes.path)/{edition}/report.csv", .may(.readLog)) { exchange in
        try await download(exchange, "csv", "text/csv; charset=utf-8", work.file(exchange, receipt: false))
      },
      Route(.get, "\(ReportRoutes.path)/{edition}/receipt.json", .may(.readLog)) { exchange in
        try await download(exchange, "json", "application/json", work.file(exchange, receipt: true))
      },
      Route(.get, "\(ReportRoutes.path)/{edition}/report.pdf", .may(.readLog)) { exchange in
        try await download(exchange, "pdf", "application/pdf", work.pdf(exchange))
      },
      Route(.get, "\(ReportRoutes.path)/{edition}/report.tlog-proof", .may(.readLog)) { exchange in
        guard let proof = try await work.proof(exchange) else {
          throw Refused(
            .notFound,
            "The log's next publication brings the proof; it is made daily. The report itself can be sent before.")
        }
        return download(exchange, "tlog-proof", "text/plain; charset=utf-8", proof.bytes)
      },
      step("certify", at: "certify", ReportForms.certify), step("file", at: "how", ReportForms.file),
      step("keep", at: "place", ReportForms.keep), step("amend", at: "amendment", ReportForms.amend),
      step("enter", at: "enter", ReportForms.enter), step("leave-out", at: "why-out", ReportForms.leaveOut),
      step("propose", at: "propose", ReportForms.propose),
      // The second person may be counsel, whose role keeps no reports: the office decides who it may be.
      step("publish", .may(.readLog), at: "publish", ReportForms.publish),
      step("decline", .may(.readLog), at: "decline", ReportForms.decline),
      Route(.get, "/transparency", .anybody) { try await TransparencyPage(work: work, frame: frame).page($0) },
      Route(.get, "/transparency/{form}/{period}/table.csv", .anybody) { exchange in
        let form = exchange.parameter("form")
        let found = try await work.publications().first {
          $0.form.id == form && $0.period.description == exchange.parameter("period")
        }
        guard let found else { throw Refused(.notFound, "No such table is published.") }
        return download(exchange, "csv", "text/csv; charset=utf-8", found.table.csv)
      },
    ]
  }

  private func download(_ exchange: Exchange, _ ending: String, _ type: String, _ bytes: [UInt8]) -> Reply {
    // Names of forms and periods hold letters, digits and hyphens alone: both were found before.
    let name = "\(exchange.parameter("form"))-\(exchange.parameter("period")).\(ending)"
    return Reply(body: bytes).with("content-type", type).with("content-disposition", "attachment; filename=\"\(name)\"")
  }
}

/// What the forms of a report's page say.
enum ReportForms {
  typealias Reading = @Sendable (Fields, Instant, Zone) throws -> ReportCommand

  static let certify: Reading = { form, _, _ in
    guard form["agree"] == "yes" else { throw Mistakes("agree", "Tick that you certify it in your name.") }
    return .certify
  }

  static let file: Reading = { form, now, zone in
    guard let how = form.text("how") else { throw Mistakes("how", "Write how it was sent, and their number for it.") }
    do {
      return .file(how: how, at: try DateParts(form, "sent").readInstant(in: zone))
    } catch let unreadable as DateParts.Unreadable { throw Mistakes("sent", unreadable.sentence) }
  }

  static let keep: Reading = { form, _, _ in
    guard let place = form.text("place") else { throw Mistakes("place", "Write where it is kept, and who shows it.") }
    return .keep(place: place)
  }

  static let amend: Reading = { form, _, _ in
    guard let reason = form.text("amendment") else {
      throw Mistakes("amendment", "Write what is to be put right, and why.")
    }
    return .amend(reason: reason)
  }

  static let enter: Reading = { form, _, _ in
    let cells = form.pairs.filter { $0.name.hasPrefix("cell-") }.map { (String($0.name.dropFirst(5)), $0.value) }
    return .enterRow(part: form["part"] ?? "", cells: Dictionary(cells) { first, _ in first })
  }

  static let leaveOut: Reading = { form, _, _ in
    // The key of a row may hold anything but the first mark.
    let entry = (form.text("entry") ?? "").split(separator: "|", maxSplits: 1).map(String.init)
    guard entry.count == 2 else { throw Mistakes("entry", "Choose the entry.") }
    guard let reason = form.text("why-out") else {
      throw Mistakes("why-out", "Write why the entry does not belong here.")
    }
    return .leaveOut(part: entry[0], row: entry[1], reason: reason)
  }

  static let propose: Reading = { form, _, _ in
    guard let period = form["span"].flatMap({ ReportPeriod($0) }) else { throw Mistakes("propose", "Choose a table.") }
    return .proposePublication(period)
  }

  static let publish: Reading = { _, _, _ in .publish }

  static let decline: Reading = { form, _, _ in
    guard let reason = form.text("reason") else { throw Mistakes("reason", "Write why it should not be published.") }
    return .decline(reason: reason)
  }
}
