import Desk
import LawLanguage
import Reasoning

/// What can be done to a report next, as forms on its page.
struct ReportSteps: Sendable {
  let view: ReportView
  let parts: FormParts
  let exchange: Exchange
  let words: MomentWords
  /// The agency, as people call it.
  let office: String

  private var file: ReportFile { view.file }
  private var form: ReportForm { file.form }
  private var keeps: Bool { exchange.visitor.staff?.may(.publish) ?? false }

  var html: HTML {
    switch form.destination {
    case .published: publication
    case .filed, .held: file.edition.certificate == nil ? preparing : afterwards
    }
  }

  private func act(_ name: String, _ send: String, @HTMLBuilder fields: () -> HTML = { .empty }) -> HTML {
    Web.form(.post, .action("/reports/\(form.id)/\(file.period)/\(name)")) {
      FormToken.field(exchange.visitor.session)
      input(.type("hidden"), .name("version"), .value("\(file.version)"))
      fields()
      div(.class("buttons")) { button(.id(name)) { send } }
    }
  }

  // MARK: Filed and kept

  private var preparing: HTML {
    let (gaps, obstacles) = (view.sheet.gaps, view.sheet.obstacles)
    return section {
      h2 { "What is missing" }
      for caution in view.sheet.cautions { div(.class("note warn")) { p { caution } } }
      for obstacle in obstacles { div(.class("note stop")) { p { obstacle } } }
      if gaps.isEmpty, obstacles.isEmpty { p { "Nothing." } }
      if !gaps.isEmpty {
        p {
          "\(gaps.count) value\(gaps.count == 1 ? " is" : "s are") asked for by the law and not recorded. None is guessed."
        }
        ul(.class("tasks")) { for gap in gaps.prefix(100) { li { gapLine(gap) } } }
        if gaps.count > 100 { p { "And \(gaps.count - 100) more." } }
      }
      if keeps { entering + leavingOut + certifying }
    }
  }

  private func gapLine(_ gap: ReportSheet.Gap) -> HTML {
    let target =
      "/reports/\(form.id)/\(file.period)/fill?part=\(gap.part.id)&column=\(gap.column.id)&row="
      + gap.row.key.replacing("/", with: "%2F")
    return .sequence([
      span {
        "\(gap.part.title), entry \(gap.entry): \(gap.column.title). "
        span(.class("quiet")) { gap.why }
      },
      keeps
        ? a(.href(target)) {
          "Fill"
          span(.class("hidden")) { " “\(gap.column.title)” of entry \(gap.entry), \(gap.part.title)" }
        } : .empty,
    ])
  }

  private var entering: HTML {
    .sequence(
      form.parts.filter { $0.source == .enteredByHand }.map { part in
        details(parts.mistakes.contains { $0.field == "enter" } ? [Attribute("open", nil)] : []) {
          summary { "Enter a row of “\(part.title)”" }
          act("enter", "Enter the row") {
            input(.type("hidden"), .name("part"), .value(part.id))
            for column in part.columns {
              parts.text("cell-\(column.id)", column.title, hint: column.kind.hint(mayNotApply: column.mayNotApply))
            }
          }
        }
      })
  }

  /// As many entries as one can be chosen from; of more, the case is put right.
  private static let mostChoices = 500

  /// Entries that may belong to another report, or to none: left out one by one, each with a reason that stays.
  private var leavingOut: HTML {
    let entries = view.sheet.lists.filter { $0.part.source.mayBeLeftOut || $0.part.source.isByHand }.flatMap { list in
      list.rows.enumerated().map { index, row in
        FormParts.Option("\(list.part.id)|\(row.key)", "\(list.part.title), entry \(index + 1)")
      }
    }
    guard !entries.isEmpty else { return .empty }
    let isWrong = parts.mistakes.contains { ["entry", "why-out"].contains($0.field) }
    return details(isWrong ? [Attribute("open", nil)] : []) {
      summary { "Leave an entry out" }
      p { "It stays in its request and in the record of this report, with your name and the reason." }
      act("leave-out", "Leave it out") {
        parts.list(
          "entry", "Which entry?", hint: "As they are numbered in the preview below.",
          [FormParts.Option("", "Choose")] + entries.prefix(ReportSteps.mostChoices))
        parts.lines("why-out", "Why does it not belong here?", hint: "Write no name.")
      }
    }
  }

  private var certifying: HTML {
    guard view.sheet.gaps.isEmpty, view.sheet.obstacles.isEmpty else { return .empty }
    if view.sheet.isNil, form.nilReport == .notRequired {
      return p { "Nothing came in this period, and the law wants no report of nothing." }
    }
    return section {
      h2 { view.sheet.isNil ? "Certify that nothing came" : "Certify" }
      p { "You certify in your own name, and it then stands as it is:" }
      div(.class("note")) { p { view.sheet.statement(office) } }
      act("certify", "Certify in my name") {
        parts.boxes("agree", "Your certificate", [FormParts.Option("yes", "I certify this")])
      }
    }
  }

  private var afterwards: HTML {
    section {
      h2 { "What to do next" }
      if keeps { sending + keeping + amending } else { p { "Whoever keeps the reports does that." } }
    }
  }

  private var sending: HTML {
    guard case .filed(let route) = form.destination, file.edition.filings.count < route.count else { return .empty }
    return section {
      h3 { "Send it to \(route[file.edition.filings.count])" }
      p { "Download the files below and send them. The desk sends nothing by itself. Then record it here." }
      act("file", "Record that it was sent") {
        parts.text("how", "How was it sent?", hint: "For example: their web page, confirmation number 1234.")
        parts.date("sent", "When was it sent?", value: DateParts(exchange.now, in: words.zone), withTime: true)
      }
    }
  }

  private var keeping: HTML {
    guard case .held(let readers) = form.destination, file.edition.kept == nil else { return .empty }
    return section {
      h3 { "Keep it for inspection" }
      p { "It is shown to \(readers)." }
      act("keep", "Record where it is kept") { parts.text("place", "Where is it kept, and who shows it?") }
    }
  }

  private var amending: HTML {
    details(parts.mistakes.contains { $0.field == "amendment" } ? [Attribute("open", nil)] : []) {
      summary { "Put it right with another edition" }
      p { "This edition and its files stay. The new one is prepared from what is recorded now." }
      act("amend", "Begin another edition") { parts.lines("amendment", "What is to be put right, and why?") }
    }
  }

  // MARK: Published

  private var publication: HTML {
    section {
      if let proposal = file.edition.proposal {
        h2 { file.edition.published == nil ? "Proposed for publication" : "Published" }
        p { "Proposed by \(proposal.by.text), \(words.text(proposal.at))." }
        PublicFigures(
          title: "\(form.title), \(proposal.content.period.words)", table: proposal.content.table, id: "proposed"
        ).html
        if let agreed = file.edition.published {
          p { "Agreed by \(agreed.by.text), \(words.text(agreed.at))." }
          p { a(.href("/transparency")) { "As everybody sees it" } }
          if keeps { amending }
        } else if exchange.visitor.staff?.id == proposal.by.staff {
          p { "A second person has to agree: somebody who keeps records, or counsel." }
        } else {
          act("publish", "Agree, and publish")
          details(parts.mistakes.contains { ["decline", "reason"].contains($0.field) } ? [Attribute("open", nil)] : [])
          {
            summary { "Do not agree" }
            act("decline", "Send it back") { parts.lines("reason", "Why should it not be published?") }
          }
        }
      } else {
        h2 { "Propose a table" }
        p {
          "Counts below \(PublicTable.smallest) are left out, and with them every count from which they would follow. What was "
          "published once cannot be taken back, so tables that overlap are never published."
        }
        for offer in view.offers { self.offer(offer) }
      }
    }
  }

  private func offer(_ offer: ReportView.Offer) -> HTML {
    section {
      h3 { offer.period.words }
      if let table = offer.table {
        if table.saysLittle { p { "So few came that more is left out than shown. A longer period says more." } }
        PublicFigures(title: "\(form.title), \(offer.period.words)", table: table, id: "offer-\(offer.period)").html
        if keeps {
          act("propose", "Propose the table for \(offer.period.words)") {
            input(.type("hidden"), .name("span"), .value("\(offer.period)"))
          }
        }
      } else if let refusal = offer.refusal {
        p { "\(refusal)".capitalisedFirst + "." }
      }
    }
  }
}

extension ReportColumn.Kind {
  /// How to write a value.
  func hint(mayNotApply: Bool) -> String {
    let how =
      switch self {
      case .day: "Write 2025-03-04."
      case .moment: "Write 2025-03-04 14:05."
      case .number: "Write a whole number."
      case .choice(let words): "One of: \(words.joined(separator: ", "))."
      case .text: "One line, with nobody's name in it."
      }
    return how + (mayNotApply ? " Leave it empty where it does not apply." : "")
  }
}
