import Desk
import LawLanguage
import Reasoning

/// The register of agencies, and what belongs to each.
struct RegisterPages: Sendable {
  let work: CollectorWork
  let frame: Frame

  var routes: [Route] {
    [
      Route(.get, "/agencies", .may(.readLog)) { try await register($0, mistakes: []) },
      Route(.post, "/agencies", .may(.publish)) { try await add($0) },
      Route(.post, "/agencies/import", .may(.publish), bodyLimit: 128 * 1024) { try await importFile($0) },
      Route(.get, "/agencies/{id}", .may(.readLog)) { try await agency($0, mistakes: []) },
      Route(.post, "/agencies/{id}/link", .may(.publish)) { try await renewLink($0) },
      Route(.post, "/agencies/{id}/key", .may(.publish)) { try await setKey($0) },
      Route(.post, "/agencies/{id}/remove", .may(.publish)) { try await remove($0) },
    ]
  }

  // MARK: The register

  private func register(_ exchange: Exchange, mistakes: [Mistake]) async throws -> Reply {
    let staff = try work.staff(exchange)
    let all = try await work.refusing { try await work.collector.agencies(for: staff) }
    let parts = FormParts(typed: mistakes.isEmpty ? Fields() : exchange.form, mistakes: mistakes)
    let page = Page("Agencies", in: .register, hasMistakes: !mistakes.isEmpty)
    return frame.reply(page, to: exchange.visitor, status: mistakes.isEmpty ? .ok : .unprocessable) {
      parts.errorSummary
      h1 { "Agencies" }
      p { "\(all.count) agenc\(all.count == 1 ? "y is" : "ies are") to report." }
      if staff.may(.publish) {
        details(mistakes.contains { ["name", "place", "contact"].contains($0.field) } ? [Attribute("open", nil)] : []) {
          summary { "Add one agency" }
          form(.post, .action("/agencies")) {
            FormToken.field(exchange.visitor.session)
            parts.text("name", "Name", hint: "For example: Example County Sheriff")
            parts.text("place", "Place", hint: "The county or city.")
            parts.text("contact", "Whom to write to", hint: "An e-mail or postal address of the office.")
            div(.class("buttons")) { button { "Add the agency" } }
          }
        }
        details(mistakes.contains { $0.field == "register" } ? [Attribute("open", nil)] : []) {
          summary { "Add many from a file" }
          form(.post, .action("/agencies/import")) {
            FormToken.field(exchange.visitor.session)
            pasteField(
              "register", "The file's text (CSV)",
              hint: "Its first row is: \(AgencyEntry.columns.joined(separator: ",")). All of it is added, or nothing.",
              parts)
            div(.class("buttons")) { button { "Add them all" } }
          }
        }
      }
      if !all.isEmpty {
        ul { for agency in all { li { a(.href("/agencies/\(agency.id)")) { "\(agency.name), \(agency.place)" } } } }
      }
    }
  }

  private func add(_ exchange: Exchange) async throws -> Reply {
    let staff = try work.staff(exchange)
    do {
      let form = exchange.form
      var mistakes: [Mistake] = []
      for (field, sentence) in [
        ("name", "Write the agency's name."), ("place", "Write where it is."), ("contact", "Write whom to write to."),
      ] where form.text(field) == nil { mistakes.append(Mistake(field: field, sentence: sentence)) }
      guard mistakes.isEmpty else { throw Mistakes(list: mistakes) }
      let entry = AgencyEntry(
        name: form.text("name") ?? "", place: form.text("place") ?? "", contact: form.text("contact") ?? "")
      let link = try await work.refusing(at: "name") { try await work.collector.add(entry, by: staff) }
      return links([link], exchange)
    } catch let mistakes as Mistakes { return try await register(exchange, mistakes: mistakes.list) }
  }

  private func importFile(_ exchange: Exchange) async throws -> Reply {
    let staff = try work.staff(exchange)
    do {
      let bytes = Array((exchange.form["register"] ?? "").utf8)
      let links = try await work.refusing(at: "register") {
        try await work.collector.importRegister(bytes, by: staff)
      }
      return self.links(links, exchange)
    } catch let mistakes as Mistakes { return try await register(exchange, mistakes: mistakes.list) }
  }

  /// The links, shown this once.
  private func links(_ links: [AgencyLink], _ exchange: Exchange) -> Reply {
    frame.reply(Page("Links", in: .register), to: exchange.visitor) {
      h1 { links.count == 1 ? "A link for \(links[0].name)" : "Links for \(links.count) agencies" }
      p {
        "Send each agency its own. Whoever has a link can hand in reports for that agency and see what it handed in. Links are "
        "shown only now; a new one can be made at any time."
      }
      pre(Attribute("tabindex", "0"), .role("region"), .label("Links")) {
        code { links.map { "\($0.name)\t\(work.origin())/submit/\($0.secret)" }.joined(separator: "\n") }
      }
      p { a(.href("/agencies")) { "All agencies" } }
    }
  }

  // MARK: An agency

  private func agency(_ exchange: Exchange, mistakes: [Mistake]) async throws -> Reply {
    let (id, staff) = (try work.id(exchange), try work.staff(exchange))
    let found = try await work.refusing { try await work.collector.agency(id, for: staff) }
    let parts = FormParts(typed: mistakes.isEmpty ? Fields() : exchange.form, mistakes: mistakes)
    let page = Page(found.agency.name, in: .register, hasMistakes: !mistakes.isEmpty)
    return frame.reply(page, to: exchange.visitor, status: mistakes.isEmpty ? .ok : .unprocessable) {
      a(.class("back"), .href("/agencies")) { "All agencies" }
      parts.errorSummary
      h1 { "\(found.agency.name), \(found.agency.place)" }
      dl(.class("facts")) {
        div {
          dt { "Write to" }
          dd { found.contact }
        }
        div {
          dt { "Key of its own log" }
          dd { found.agency.logKey ?? "None is recorded" }
        }
      }
      h2 { "What it handed in" }
      if found.submissions.isEmpty { p { "Nothing." } }
      ul { for item in found.submissions.reversed() { li { submission(item) } } }
      if staff.may(.publish) {
        act("link", "Make a new link", exchange) { p { "The old link opens nothing any more." } }
        details(mistakes.contains { $0.field == "key" } ? [Attribute("open", nil)] : []) {
          summary { "Record the key of its own log" }
          act("key", "Record the key", exchange) {
            parts.text(
              "key", "Key", hint: "As it stands on the agency's own site, such as desk.example.gov/log+530d903a+…")
          }
        }
        details(mistakes.contains { $0.field == "reason" } ? [Attribute("open", nil)] : []) {
          summary { "Take it out of the register" }
          act("remove", "Take it out", exchange) { parts.lines("reason", "Why does it not report any more?") }
        }
      }
    }
  }

  private func submission(_ item: Submission) -> HTML {
    .sequence([
      .text("\(item.form), \(item.period.words): "),
      item.isAccepted
        ? span(.class("tag green")) { item.words }
        : span(.class("tag red")) { "Does not fit the form" },
      .text(" \(item.channel.title.capitalisedFirst), \(work.words.text(item.received)). "),
      a(.href("/submissions/\(item.id)/file")) {
        "The file"
        span(.class("hidden")) { " of \(item.form), \(item.period.words), received \(work.words.text(item.received))" }
      },
    ])
  }

  private func act(_ what: String, _ send: String, _ exchange: Exchange, @HTMLBuilder fields: () -> HTML) -> HTML {
    form(.post, .action("/agencies/\(exchange.parameter("id"))/\(what)")) {
      FormToken.field(exchange.visitor.session)
      fields()
      div(.class("buttons")) { button(.class("second")) { send } }
    }
  }

  private func renewLink(_ exchange: Exchange) async throws -> Reply {
    let (id, staff) = (try work.id(exchange), try work.staff(exchange))
    return links([try await work.refusing { try await work.collector.renewLink(of: id, by: staff) }], exchange)
  }

  private func setKey(_ exchange: Exchange) async throws -> Reply {
    let (id, staff) = (try work.id(exchange), try work.staff(exchange))
    do {
      guard let key = exchange.form.text("key") else { throw Mistakes("key", "Write the key.") }
      try await work.refusing(at: "key") { try await work.collector.setLogKey(key, of: id, by: staff) }
      return .seeOther("/agencies/\(id)")
    } catch let mistakes as Mistakes { return try await agency(exchange, mistakes: mistakes.list) }
  }

  private func remove(_ exchange: Exchange) async throws -> Reply {
    let (id, staff) = (try work.id(exchange), try work.staff(exchange))
    do {
      guard let reason = exchange.form.text("reason") else { throw Mistakes("reason", "Write why.") }
      try await work.refusing(at: "reason") { try await work.collector.remove(id, reason: reason, by: staff) }
      return .seeOther("/agencies")
    } catch let mistakes as Mistakes { return try await agency(exchange, mistakes: mistakes.list) }
  }
}
