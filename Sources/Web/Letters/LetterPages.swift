import Desk
import LawLanguage
import Ledger
import Reasoning

/// The letters of a request: which are owed, what one says, and issuing it.
struct LetterPages: Sendable {
  let work: OfficeWork
  let frame: Frame

  var routes: [Route] {
    [
      Route(.get, "/requests/{id}/letters", .may(.readDocuments)) { try await list($0) },
      Route(.get, "/requests/{id}/letters/{kind}/{to}", .may(.recordFacts)) { try await write($0, mistakes: []) },
      Route(.post, "/requests/{id}/letters/{kind}/{to}", .may(.recordFacts)) { try await make($0) },
      Route(.get, "/requests/{id}/letter-proof/{number}", .may(.readDocuments)) { try await proof($0) },
      Route(.get, "/requests/{id}/letter-entry/{number}", .may(.readDocuments)) { try await entry($0) },
    ]
  }

  private var vocabulary: Vocabulary { work.law.library.vocabulary }

  private func letterSet() throws(Refused) -> LetterSet {
    guard let set = work.press?.set else {
      throw Refused(.unavailable, work.press?.trouble ?? "This desk has no letters.")
    }
    return set
  }

  // MARK: The list

  private func list(_ exchange: Exchange) async throws -> Reply {
    let (file, set) = (try await work.file(exchange), try letterSet())
    let base = "/requests/\(file.id)"
    let mayWrite = file.closed == nil && (exchange.visitor.staff?.may(.recordFacts) ?? false)
    let owed = mayWrite ? work.decision(on: file).map { set.owed(by: $0) } ?? [] : []
    let replies = mayWrite ? set.kinds.filter { $0.to == ["immigration-agents"] } : []
    return frame.reply(Page("Letters, request \(file.number)", in: .cases), to: exchange.visitor) {
      a(.class("back"), .href(base)) { "Back to request \(file.number)" }
      h1 { "Letters" }
      missing
      group("Owed by law", owed.filter { !$0.isByPolicy && !$0.isContingent }, file)
      group("Owed if it comes to that", owed.filter { !$0.isByPolicy && $0.isContingent }, file)
      group("By your own policy; no law asks for them", owed.filter(\.isByPolicy), file)
      if !replies.isEmpty {
        h2 { "To the office that asks" }
        p(.class("quiet")) {
          "Each thing that a letter tells is first held against the law; what is forbidden is not told."
        }
        ul(.class("cards")) {
          for kind in replies {
            li { p { a(.href("\(base)/letters/\(kind.name)/immigration-agents")) { kind.title } } }
          }
        }
      }
      issued(file)
    }
  }

  private var missing: HTML {
    let sentences = [work.press?.trouble, work.letterhead?.trouble].compactMap(\.self)
    guard !sentences.isEmpty else { return .empty }
    return div(.class("note warn")) { for sentence in sentences { p { sentence } } }
  }

  private func group(_ title: String, _ letters: [OwedLetter], _ file: CaseFile) -> HTML {
    guard !letters.isEmpty else { return .empty }
    return .sequence([
      h2 { title },
      ul(.class("cards")) {
        for letter in letters {
          li {
            p {
              a(.href("/requests/\(file.id)/letters/\(letter.kind.name)/\(letter.to)")) { letter.kind.title }
              if file.letters.contains(where: { $0.entry.kind == letter.kind.name && $0.entry.recipient == letter.to })
              {
                " "
                span(.class("tag green")) { "Issued" }
              }
            }
            p(.class("quiet")) { why(letter) }
          }
        }
      },
    ])
  }

  private func why(_ letter: OwedLetter) -> String {
    let to = vocabulary.recipient(letter.to)?.title ?? letter.to
    switch letter.call {
    case .duties(let duties):
      let cites = duties.map(\.cite).reduce(into: [String]()) { if !$0.contains($1) { $0.append($1) } }
      let sure = letter.isCertain ? "" : " Whether it is owed depends on what is not known yet."
      return "To \(to). \(cites.joined(separator: ", ")).\(sure)"
    case .step(let step, let act): return "To \(to), before you \(vocabulary.act(act)?.title ?? act) (\(step.cite))."
    case .policy(let policy): return "To \(to). \(policy.why)"
    }
  }

  private func issued(_ file: CaseFile) -> HTML {
    guard !file.letters.isEmpty else { return .empty }
    let words = MomentWords(zone: work.zone)
    let base = "/requests/\(file.id)"
    return .sequence([
      h2(.id("issued")) { "Issued" },
      ul(.class("cards")) {
        for letter in file.letters {
          li {
            p {
              a(.href("\(base)/documents/\(letter.entry.document)")) { "\(letter.entry.title) (PDF)" }
            }
            p(.class("quiet")) {
              "\(letter.entry.number), to \(vocabulary.recipient(letter.entry.recipient)?.title ?? letter.entry.recipient), "
              "\(words.text(letter.recorded)), \(letter.by.text)"
              letter.entry.isByPolicy ? ", by your own policy." : "."
            }
            p {
              "Proof for whoever holds it: "
              a(.href("\(base)/letter-proof/\(letter.entry.number)")) { "\(letter.entry.number).tlog-proof" }
              " and "
              a(.href("\(base)/letter-entry/\(letter.entry.number)")) { "\(letter.entry.number).json" }
            }
          }
        }
      },
    ])
  }

  // MARK: Writing one

  private var making: LetterMaking { LetterMaking(work: work) }

  private func form(_ exchange: Exchange) async throws -> LetterForm {
    let set = try letterSet()
    guard let kind = set.kind(exchange.parameter("kind")), kind.to.contains(exchange.parameter("to")) else {
      throw Refused(.notFound, "There is no such letter.")
    }
    return try await making.form(
      kind, to: exchange.parameter("to"), of: set, in: try work.id(exchange), for: try work.staff(exchange))
  }

  private func write(_ exchange: Exchange, mistakes: [Mistake], preview: Letter? = nil) async throws -> Reply {
    let form = try await form(exchange)
    let parts = FormParts(typed: exchange.form, mistakes: mistakes)
    let file = form.ground.file
    let required = form.set.languages(
      for: form.kind, in: work.office.settings.agencies.first { $0.id == file.opening.agency }?.jurisdiction ?? "")
    let page = Page("\(form.kind.title), request \(file.number)", in: .cases, hasMistakes: !mistakes.isEmpty)
    return frame.reply(page, to: exchange.visitor, status: mistakes.isEmpty ? .ok : .unprocessable) {
      a(.class("back"), .href("/requests/\(file.id)/letters")) { "Back to the letters" }
      parts.errorSummary
      h1 { form.kind.title }
      missing
      if let caution = form.kind.caution { div(.class("note warn")) { p { caution } } }
      if let preview { LetterPreview(letter: preview, vocabulary: vocabulary).html }
      Web.form(.post, .action(exchange.route.action(exchange))) {
        FormToken.field(exchange.visitor.session)
        OnceToken.field(exchange)
        input(.type("hidden"), .name("version"), .value(exchange.form["version"] ?? "\(file.version)"))
        form.fields(parts)
        if form.recipient == "person-in-custody", !required.isEmpty {
          details {
            summary { "What the law asks of the language" }
            ul { for law in required { li { asks(law, form.set) } } }
          }
        }
        div(.class("buttons")) {
          button([.name("step"), .value("preview")] + (preview == nil ? [] : [.class("second")])) {
            "Show what it says"
          }
          if preview != nil, work.press?.typesetter != nil, work.letterhead?.trouble == nil {
            button(.name("step"), .value("issue")) { "Issue it" }
          }
        }
      }
    }
  }

  private func asks(_ law: RequiredLanguages, _ set: LetterSet) -> String {
    let names = law.languages.map { tag in set.language(tag)?.english ?? tag }
    return "\(law.cite): \(names.joined(separator: ", "))\(law.more.map { names.isEmpty ? $0 : "; \($0)" } ?? "")."
  }

  // MARK: Making one

  private func make(_ exchange: Exchange) async throws -> Reply {
    do {
      let form = try await form(exchange)
      let isIssue = exchange.form["step"] == "issue"
      let number = isIssue ? IssuedLetter.newNumber() : "L-…"
      let letter = try making.compose(form, exchange.form, number: number, at: exchange.now)
      guard isIssue else { return try await write(exchange, mistakes: [], preview: letter) }
      return try await issue(letter, number, form, exchange)
    } catch let mistakes as Mistakes {
      return try await write(exchange, mistakes: mistakes.list)
    }
  }

  private func issue(
    _ letter: Letter, _ number: String, _ form: LetterForm, _ exchange: Exchange
  ) async throws -> Reply {
    let (id, hand) = (form.ground.file.id, try work.hand(exchange))
    let version = work.version(exchange, form.ground.file)
    _ = try await work.refusing(at: "address") {
      try await making.issue(letter, number, form, version: version, by: hand)
    }
    return .seeOther("/requests/\(id)/letters#issued")
  }

  // MARK: Proof

  private func proven(_ exchange: Exchange) async throws -> Office.Proven {
    let (id, staff) = (try work.id(exchange), try work.staff(exchange))
    return try await work.refusing {
      try await work.office.proof(ofLetter: exchange.parameter("number"), in: id, for: staff)
    }
  }

  private func proof(_ exchange: Exchange) async throws -> Reply {
    guard let proof = try await proven(exchange).proof else { throw Download.notPublishedYet }
    return Download(
      bytes: proof.bytes, name: "\(exchange.parameter("number")).tlog-proof", mediaType: "text/plain; charset=utf-8"
    ).reply
  }

  private func entry(_ exchange: Exchange) async throws -> Reply {
    Download(
      bytes: try await proven(exchange).payload, name: "\(exchange.parameter("number")).json",
      mediaType: "application/json"
    ).reply
  }
}
