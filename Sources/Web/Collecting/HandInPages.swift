import Desk
import Foundation
import LawLanguage
import Ledger
import Reasoning

/// What an agency sees that has a link: handing in a report, and its receipts.
struct HandInPages: Sendable {
  let work: CollectorWork
  let frame: Frame
  /// As often as one address may try links, and one link hand in.
  private let tries = RateLimit(60, within: 600)

  private static let path = "/submit/{secret}"

  init(work: CollectorWork, frame: Frame) {
    self.work = work
    self.frame = frame
  }

  var routes: [Route] {
    [
      Route(.get, HandInPages.path, .anybody, beginsSession: true) { try await start($0) },
      Route(.get, "\(HandInPages.path)/{form}/{period}", .anybody, beginsSession: true) {
        try await page($0, mistakes: [])
      },
      Route(.get, "\(HandInPages.path)/{form}/{period}/template.csv", .anybody) { exchange in
        _ = try await agency(exchange)
        let (form, period) = try work.place(exchange)
        return Reply(body: ReportFileForm(form).empty).with("content-type", "text/csv; charset=utf-8")
          .with("content-disposition", "attachment; filename=\"\(form.id)-\(period).csv\"")
      },
      Route(
        .post, "\(HandInPages.path)/{form}/{period}", .anybody, bodyLimit: DelimitedText.Limits.bytes + 128 * 1024,
        takesFile: true
      ) { try await handIn($0) },
      Route(.get, "\(HandInPages.path)/receipts/{id}/receipt.txt", .anybody) { exchange in
        let found = try await submission(exchange)
        let receipt = try await work.refusing { try work.collector.receipt(of: found) }
        return Reply(body: receipt).with("content-type", "text/plain; charset=utf-8")
      },
      Route(.get, "\(HandInPages.path)/receipts/{id}/receipt.tlog-proof", .anybody) { exchange in
        Reply(body: try await proof(exchange).proof.bytes).with("content-type", "text/plain; charset=utf-8")
      },
      Route(.get, "\(HandInPages.path)/receipts/{id}/entry.json", .anybody) { exchange in
        Reply(body: try await proof(exchange).payload).with("content-type", "application/json")
      },
      // For programs.
      Route(.post, "/api/submit/{form}/{period}", .anybody, bodyLimit: DelimitedText.Limits.bytes) { exchange in
        try await handInByProgram(exchange)
      },
      // As it was once: a secret in an address gets about, in the logs of whatever lies between.
      Route(.post, "/api/submit/{secret}/{form}/{period}", .anybody, bodyLimit: DelimitedText.Limits.bytes) { _ in
        throw Refused(
          .gone,
          "Nothing was handed in. Send the secret as Authorization: Bearer and the secret, to /api/submit/FORM/PERIOD. It has "
            + "now stood in an address: ask whoever sent it for a new link.")
      },
    ]
  }

  // MARK: Who

  private func agency(_ exchange: Exchange) async throws -> CollectedAgency {
    try await agency(of: exchange.parameter("secret"), exchange)
  }

  private func agency(of secret: String, _ exchange: Exchange) async throws -> CollectedAgency {
    try tries.count(String(secret.prefix(64)), at: exchange.now)
    guard let agency = try await work.refusing({ try await work.collector.agency(link: secret) }) else {
      throw Refused(.notFound, "This link opens nothing. Ask whoever sent it for a new one.")
    }
    return agency
  }

  private func submission(_ exchange: Exchange) async throws -> Submission {
    _ = try await agency(exchange)
    let id = try work.id(exchange)
    return try await work.refusing { try await work.collector.submission(id, link: exchange.parameter("secret")) }
  }

  private func proof(_ exchange: Exchange) async throws -> (proof: LogProof, payload: [UInt8]) {
    let found = try await submission(exchange)
    guard let proof = try await work.refusing({ try await work.collector.proof(of: found) }) else {
      throw Refused(.notFound, "The log's next publication brings the proof; it is made daily.")
    }
    return proof
  }

  private func base(_ exchange: Exchange) -> String { "/submit/\(exchange.parameter("secret"))" }

  // MARK: Pages

  private func start(_ exchange: Exchange) async throws -> Reply {
    let agency = try await agency(exchange)
    let submissions = try await work.refusing {
      try await work.collector.submissions(link: exchange.parameter("secret"))
    }
    return frame.reply(Page("Reports of \(agency.name)"), to: exchange.visitor) {
      h1 { "Reports of \(agency.name), \(agency.place)" }
      p { "Whoever has this page's address can hand in reports for this agency. Keep it as you keep a key." }
      for form in work.forms {
        section {
          h2 { form.title }
          p {
            "\(form.cite). "
              + (form.nilReport == .required
                ? "A report is owed even if there is nothing to tell." : "Nothing to tell, no report.")
          }
          ul {
            for period in work.periods(of: form, at: exchange.now) {
              li {
                a(.href("\(base(exchange))/\(form.id)/\(period)")) {
                  period.words
                  span(.class("hidden")) { ": \(form.title)" }
                }
                stand(submissions.filter { $0.form == form.id && $0.period == period }, form, period, exchange)
              }
            }
          }
        }
      }
    }
  }

  private func stand(_ own: [Submission], _ form: ReportForm, _ period: ReportPeriod, _ exchange: Exchange) -> HTML {
    if let last = own.last(where: \.isAccepted) { return .text(", received \(work.words.text(last.received))") }
    guard let due = form.dueDay(of: period) else { return .text(", not received") }
    return .sequence([
      .text(", due \(work.words.text(due)) "),
      work.words.zone.day(of: exchange.now) > due ? span(.class("tag red")) { "Late" } : .empty,
    ])
  }

  private func page(_ exchange: Exchange, mistakes: [Mistake]) async throws -> Reply {
    let agency = try await agency(exchange)
    let (form, period) = try work.place(exchange)
    let own = try await work.refusing { try await work.collector.submissions(link: exchange.parameter("secret")) }
      .filter { $0.form == form.id && $0.period == period }
    let parts = FormParts(typed: mistakes.isEmpty ? Fields() : exchange.form, mistakes: mistakes)
    let page = Page("\(form.title), \(period.words)", hasMistakes: !mistakes.isEmpty)
    return frame.reply(page, to: exchange.visitor, status: mistakes.isEmpty ? .ok : .unprocessable) {
      a(.class("back"), .href(base(exchange))) { "Reports of \(agency.name)" }
      parts.errorSummary
      h1 { "\(form.title), \(period.words)" }
      if !own.isEmpty { received(own, exchange) }
      HandInForm(form: form, parts: parts, base: "\(base(exchange))/\(form.id)/\(period)", exchange: exchange).html
    }
  }

  private func received(_ own: [Submission], _ exchange: Exchange) -> HTML {
    section {
      h2 { "What came" }
      ul {
        for item in own.reversed() {
          li {
            "\(work.words.text(item.received)): "
            item.isAccepted
              ? span(.class("tag green")) { item.words }
              : span(.class("tag red")) { "Does not fit the form, kept" }
            " "
            for (name, title) in [
              ("receipt.txt", "receipt"), ("entry.json", "log entry"), ("receipt.tlog-proof", "proof"),
            ] {
              a(.href("\(base(exchange))/receipts/\(item.id)/\(name)")) {
                title
                span(.class("hidden")) { " of \(work.words.text(item.received))" }
              }
              " "
            }
          }
        }
      }
      p { "The latest that fits counts. Hand in another to put it right; the earlier ones are kept." }
    }
  }

  // MARK: Handing in

  private func handIn(_ exchange: Exchange) async throws -> Reply {
    _ = try await agency(exchange)
    let (form, period) = try work.place(exchange)
    let secret = exchange.parameter("secret")
    do {
      let sent = try HandInForm.read(exchange.form, exchange.file, form)
      let outcome = try await work.refusing(at: sent.field) {
        try await work.collector.submit(
          sent.bytes, form: form.id, period: period, from: .link(secret), with: sent.package)
      }
      guard outcome.mistakes.isEmpty else {
        throw Mistakes(
          list: outcome.mistakes.prefix(50).map { Mistake(field: sent.field, sentence: "\($0).") })
      }
      return .seeOther("\(base(exchange))/\(form.id)/\(period)")
    } catch let mistakes as Mistakes { return try await page(exchange, mistakes: mistakes.list) }
  }

  /// What the link's address ends with, as a program sends it.
  private func bearer(_ exchange: Exchange) throws(Refused) -> String {
    let parts = (exchange.headers["authorization"] ?? "").split(separator: " ", maxSplits: 1)
    guard parts.count == 2, parts[0].lowercased() == "bearer" else {
      throw Refused(
        .unauthorised, "Send Authorization: Bearer and the secret: what the address of your agency's link ends with.",
        headers: [Reply.Header(name: "www-authenticate", value: "Bearer realm=\"tenth\"")])
    }
    return String(parts[1])
  }

  private func handInByProgram(_ exchange: Exchange) async throws -> Reply {
    let secret = try bearer(exchange)
    _ = try await agency(of: secret, exchange)
    let (form, period) = try work.place(exchange)
    let outcome: SubmissionOutcome
    do {
      outcome = try await work.collector.submit(
        exchange.body, form: form.id, period: period, from: .link(secret))
    } catch { throw Refused(error) }
    let mistakes = outcome.mistakes.map { mistake in
      JSON.object([
        "line": .integer(mistake.line), "column": mistake.column.map { .integer($0) } ?? .null,
        "message": .text(mistake.sentence),
      ])
    }
    let document = JSON.object([
      "accepted": .boolean(outcome.submission.isAccepted), "entries": .integer(outcome.submission.entries),
      "receipt": .text(String(decoding: outcome.receipt, as: UTF8.self)), "mistakes": .list(mistakes),
    ])
    var reply = Reply(outcome.submission.isAccepted ? .created : .unprocessable, body: Array(document.written().utf8))
    reply.add("content-type", "application/json")
    return reply
  }
}
