import Desk
import LawLanguage
import Reasoning

/// Which law the desk runs on, which waits, and adopting it by two persons.
struct AdoptionPages: Sendable {
  let work: OfficeWork
  let frame: Frame
  private let differences = LawDifferences()

  init(work: OfficeWork, frame: Frame) {
    self.work = work
    self.frame = frame
  }

  var routes: [Route] {
    [
      Route(.get, "/adoption", .may(.readLaw)) { try await show($0, mistakes: []) },
      Route(.post, "/adoption/propose", .may(.adoptLaw)) { try await step($0, .propose) },
      Route(.post, "/adoption/confirm", .may(.adoptLaw)) { try await step($0, .confirm) },
      Route(.post, "/adoption/withdraw", .may(.adoptLaw)) { try await step($0, .withdraw) },
    ]
  }

  private var words: MomentWords { MomentWords(zone: work.zone) }

  private enum Step { case propose, confirm, withdraw }

  private func step(_ exchange: Exchange, _ step: Step) async throws -> Reply {
    let staff = try work.staff(exchange)
    let digest = exchange.form["digest"] ?? ""
    let field = step == .withdraw ? "withdrawal" : "reason"
    guard let reason = exchange.form.text(field) else {
      return try await show(
        exchange, mistakes: [Mistake(field: field, sentence: "Write what you considered, and why.")])
    }
    do {
      try await work.refusing(at: field) {
        switch step {
        case .propose:
          try await work.office.proposeAdoption(of: digest, on: terms.terms(exchange.form), reason: reason, by: staff)
        case .confirm: try await work.office.confirmAdoption(of: digest, reason: reason, by: staff)
        case .withdraw: try await work.office.withdrawAdoption(of: digest, reason: reason, by: staff)
        }
      }
      if step == .confirm { try await decideAgain() }
      return .seeOther("/adoption")
    } catch let mistakes as Mistakes {
      return try await show(exchange, mistakes: mistakes.list)
    }
  }

  /// The first cases at once; the rest follows by the clock.
  private func decideAgain() async throws {
    _ = try await work.refusing { try await work.office.reconsider() }
  }

  /// The terms on which the law beside is adopted, with those of the law in use as they were.
  private var terms: AdoptionTermsForm {
    AdoptionTermsForm(law: work.office.beside, before: work.office.adopted?.terms ?? AdoptionTerms())
  }

  // MARK: The page

  private func show(_ exchange: Exchange, mistakes: [Mistake]) async throws -> Reply {
    let staff = try work.staff(exchange)
    let (standing, preview) = try await work.refusing {
      (try work.office.lawStanding(for: staff), try await work.office.adoptionPreview(for: staff))
    }
    let proved = await proved(standing, exchange)
    let parts = FormParts(typed: exchange.form, mistakes: mistakes)
    let page = Page("The law in use", in: .law, hasMistakes: !mistakes.isEmpty)
    return frame.reply(page, to: exchange.visitor, status: mistakes.isEmpty ? .ok : .unprocessable) {
      a(.class("back"), .href("/law")) { "All laws" }
      parts.errorSummary
      h1 { "The law in use" }
      inUse(standing)
      if let waiting = standing.waiting {
        h2(.id("waiting")) { standing.adopted == nil ? "The law that can be adopted" : "A change waits" }
        p {
          "The library beside the program has the digest "
          code { String(waiting.prefix(16)) }
          standing.adopted == nil
            ? ". Nothing is decided by it before two of counsel have adopted it."
            : ". The desk goes on deciding by the law adopted until two of counsel have adopted this one."
        }
        act(standing, waiting, staff, parts, exchange)
        cases(preview, standing)
        proved
        changes(standing)
      } else if let adopted = standing.adopted {
        p { "Nothing waits: the library beside the program is the one adopted." }
        if staff.may(.adoptLaw) || standing.proposed != nil {
          h2(.id("terms")) { "Initials and standing positions" }
          act(standing, adopted, staff, parts, exchange)
        }
      }
    }
  }

  /// What the waiting law treats differently; nothing while no law is adopted, for then all is new.
  private func proved(_ standing: LawStanding, _ exchange: Exchange) async -> HTML {
    guard standing.waiting != nil, let adopted = work.office.adopted else { return .empty }
    let beside = work.office.beside
    let found = await differences.standing(adopted, beside, on: work.zone.day(of: exchange.now))
    return DifferencesPart(standing: found, vocabulary: beside.library.vocabulary).html
  }

  private func inUse(_ standing: LawStanding) -> HTML {
    guard let adopted = standing.adopted else {
      return div(.class("note warn")) {
        p { strong { "No law is adopted, so nothing is decided." } }
        p { "Counsel reads the library and proposes it; a second person of counsel confirms it." }
      }
    }
    return dl(.class("facts")) {
      row("Digest") { code { adopted } }
      for step in standing.adoption {
        row(step.kind == .proposed ? "Proposed" : "Confirmed") {
          "\(step.by.text), \(words.text(step.at)): \(step.reason)"
        }
      }
      if let law = work.office.adopted {
        row("Answered for") { told(standing.terms, of: law) }
      }
    }
  }

  private func told(_ terms: AdoptionTerms, of law: OfficeLaw) -> HTML {
    ul { for line in AdoptionTermsForm.lines(terms, of: law) { li { line } } }
  }

  private func row(_ title: String, @HTMLBuilder content: () -> HTML) -> HTML {
    div {
      dt { title }
      dd(content: content)
    }
  }

  // MARK: What can be done

  private func act(
    _ standing: LawStanding, _ digest: String, _ staff: Staff, _ parts: FormParts, _ exchange: Exchange
  ) -> HTML {
    guard let proposed = standing.proposed else {
      guard staff.may(.adoptLaw) else { return p { "Counsel has not proposed it yet." } }
      return form("propose", digest, exchange) {
        terms.fields(parts)
        parts.lines(
          "reason", "What did you read, and why should the desk run on it?",
          hint: "It is kept with your name. A second person of counsel confirms it.")
        div(.class("buttons")) { button { "Propose it" } }
      }
    }
    let said = div(.class("note")) {
      p { strong { "\(proposed.by.text) proposed it, \(words.text(proposed.at))." } }
      p { proposed.reason }
      told(proposed.terms ?? AdoptionTerms(), of: work.office.beside)
    }
    guard staff.may(.adoptLaw) else { return said }
    let isOther = proposed.digest != digest
    let withdraw = details(parts.mistakes.contains { $0.field == "withdrawal" } ? [Attribute("open", nil)] : []) {
      summary { "Withdraw the proposal" }
      form("withdraw", proposed.digest, exchange) {
        parts.lines("withdrawal", "Why is it withdrawn?")
        div(.class("buttons")) { button(.class("second")) { "Withdraw it" } }
      }
    }
    if isOther {
      return .sequence([
        said,
        div(.class("note warn")) {
          p {
            "What was proposed is no longer what lies beside the program. Withdraw it, and propose what is there now."
          }
        }, withdraw,
      ])
    }
    if proposed.by.staff == staff.id {
      return .sequence([said, p { "Somebody else of counsel confirms it, not you." }, withdraw])
    }
    return .sequence([
      said,
      form("confirm", digest, exchange) {
        parts.lines(
          "reason", "What did you read, and why do you confirm it?",
          hint: "From then on the desk decides by it, and open requests are decided again.")
        div(.class("buttons")) { button { "Confirm it" } }
      }, withdraw,
    ])
  }

  private func form(
    _ step: StaticString, _ digest: String, _ exchange: Exchange, @HTMLBuilder content: () -> HTML
  ) -> HTML {
    Web.form(.post, .action("/adoption/\(step)")) {
      FormToken.field(exchange.visitor.session)
      input(.type("hidden"), .name("digest"), .value(digest))
      content()
    }
  }

  // MARK: What would be otherwise

  private func cases(_ preview: AdoptionPreview, _ standing: LawStanding) -> HTML {
    guard standing.adopted != nil, preview.looked > 0 else { return .empty }
    return .sequence([
      h2 { "Open requests that it would change" },
      p(.class("quiet")) {
        "\(preview.looked) open requests were decided by both, now. \(preview.cases.count) would come out otherwise."
        preview.isCut ? " Older ones were not looked at." : ""
      },
      ul(.class("cards")) {
        for entry in preview.cases {
          li {
            p { a(.href("/requests/\(entry.id)")) { "Request \(entry.number)" } }
            if let change = entry.change {
              ul { for sentence in change.sentences(in: words).dropFirst() { li { sentence } } }
            } else {
              p {
                entry.trouble.map { "It could not be decided: \($0)." }
                  ?? "It can be decided by this law, and could not before."
              }
            }
          }
        }
      },
    ])
  }

  /// The most provisions that are shown one by one.
  private static let mostShown = 400

  private func changes(_ standing: LawStanding) -> HTML {
    var order: [String] = []
    for change in standing.changes where !order.contains(change.law) { order.append(change.law) }
    let isFirst = standing.adopted == nil
    return .sequence([
      h2 { isFirst ? "What it holds" : "What it changes" },
      p(.class("quiet")) {
        "\(standing.changes.count) provisions in \(order.count) laws; \(standing.files.count) files, prose and words included."
      },
      isFirst
        ? ul {
          for law in order {
            let provisions = standing.changes.filter { $0.law == law }
            li {
              a(.href(LawBook.path(of: law))) { provisions.first?.title ?? law }
              ": \(provisions.count) provisions"
            }
          }
        } : .sequence(order.map { name in law(standing.changes.filter { $0.law == name }) }),
      isFirst
        ? .empty
        : details {
          summary { "Files that differ: \(standing.files.count)" }
          ul { for file in standing.files.prefix(AdoptionPages.mostShown) { li { code { file } } } }
        },
    ])
  }

  private func law(_ changes: [ProvisionChange]) -> HTML {
    guard let first = changes.first else { return .empty }
    return .sequence([
      h3 { "\(first.title): \(changes.count)" },
      .sequence(changes.prefix(AdoptionPages.mostShown).map(provision)),
    ])
  }

  private func provision(_ change: ProvisionChange) -> HTML {
    let (word, colour) =
      switch change.kind {
      case .added: ("Added", "green")
      case .removed: ("Gone", "red")
      case .changed: ("Changed", "amber")
      }
    return div(.class("rule")) {
      p {
        strong { change.cite }
        " \(change.name) "
        span(.class("tag \(colour)")) { word }
      }
      details {
        summary { "What it says" }
        if let before = change.before {
          p { strong { "Until now" } }
          pre(Attribute("tabindex", "0"), .label("Until now: \(change.name)")) { code { before } }
        }
        if let now = change.now {
          p { strong { "From now on" } }
          pre(Attribute("tabindex", "0"), .label("From now on: \(change.name)")) { code { now } }
        }
      }
    }
  }
}
