import Desk
import LawLanguage
import Reasoning

/// Filling what the law asks for and no case says.
struct ReportFillPages: Sendable {
  let work: ReportWork
  let frame: Frame

  func page(_ exchange: Exchange, mistakes: [Mistake]) async throws -> Reply {
    let view = try await work.view(exchange)
    let asked = exchange.form.pairs.isEmpty ? exchange.query : exchange.form
    guard
      let gap = view.sheet.gaps.first(where: {
        $0.part.id == asked["part"] && $0.column.id == asked["column"] && $0.row.key == asked["row"]
      })
    else { throw Refused(.notFound, "Nothing is missing there any more.") }
    let parts = FormParts(typed: exchange.form, mistakes: mistakes)
    let (form, period) = (view.file.form, view.file.period)
    let page = Page("\(gap.column.title), \(form.title)", in: .reports, hasMistakes: !mistakes.isEmpty)
    let back = "/reports/\(form.id)/\(period)"
    let alike = view.sheet.gaps.filter { $0.part == gap.part && $0.column == gap.column }.count
    return frame.reply(page, to: exchange.visitor, status: mistakes.isEmpty ? .ok : .unprocessable) {
      a(.class("back"), .href(back)) { "\(form.title), \(period.words)" }
      parts.errorSummary
      h1 { gap.column.title }
      p { "\(gap.part.title), entry \(gap.entry). \(gap.why)" }
      if let origin = gap.row.origin { p { a(.href("/requests/\(origin)")) { "The request that it comes from" } } }
      Web.form(.post, .action("\(back)/fill")) {
        FormToken.field(exchange.visitor.session)
        input(.type("hidden"), .name("version"), .value("\(view.file.version)"))
        for name in ["part", "column", "row"] { input(.type("hidden"), .name(name), .value(asked[name] ?? "")) }
        value(gap.column, parts)
        parts.text("source", "How do you know?", hint: "For example: court file, jail roster. Nobody's name.")
        if alike > 1 {
          parts.radios(
            "reach", "For which entries?",
            [
              FormParts.Option("one", "This entry alone"),
              FormParts.Option("all", "All \(alike) entries of this list where it is missing"),
            ], value: "one")
        }
        div(.class("buttons")) {
          button { "Save and go on" }
          a(.href(back)) { "Not now" }
        }
      }
    }
  }

  private func value(_ column: ReportColumn, _ parts: FormParts) -> HTML {
    if case .choice(let words) = column.kind {
      let options = words.map { FormParts.Option($0, $0.capitalisedFirst) }
      let none = column.mayNotApply ? [FormParts.Option("n/a", "It does not apply")] : []
      return parts.radios("value", column.title, options + none)
    }
    return parts.text("value", column.title, hint: column.kind.hint(mayNotApply: column.mayNotApply))
  }

  func record(_ exchange: Exchange) async throws -> Reply {
    let form = exchange.form
    do {
      guard let source = form.text("source") else { throw Mistakes("source", "Write how you know it.") }
      let text = form.text("value")
      let command = ReportCommand.fill(
        part: form["part"] ?? "", row: form["reach"] == "all" ? nil : form["row"] ?? "", column: form["column"] ?? "",
        value: text == "n/a" ? nil : text, source: source)
      try await work.perform(command, exchange, refusalAt: "value")
      return ReportPages(work: work, frame: frame).back(exchange)
    } catch let mistakes as Mistakes { return try await page(exchange, mistakes: mistakes.list) }
  }
}
