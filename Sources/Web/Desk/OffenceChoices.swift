import Desk
import LawLanguage
import Reasoning

/// The offences that somebody wrote into a form: those that are settled as the law writes their sections, and those that
/// a person must still choose.
///
/// What is kept is the section. Words of a roster lead to it and are forgotten.
struct OffenceChoices: Sendable {
  let index: OffenceIndex
  let day: Day
  /// The jurisdiction, as people call it.
  let title: String

  /// A form whose offences are looked up.
  struct Settled: Sendable {
    /// As sent, with sections as the law writes them.
    let form: Fields
    /// What is left to choose.
    let open: [Open]
    let title: String
  }

  /// A field whose offence is not settled.
  struct Open: Sendable {
    let field: String
    let answer: OffenceAnswer
    /// Whether a choice was due and none was made.
    let isMissed: Bool
  }

  /// The field of the choice, of another text, and the words that stand for no section.
  enum Name {
    static func chosen(_ field: String) -> String { "chosen-\(field)" }
    static func again(_ field: String) -> String { "again-\(field)" }
    static let keep = "keep"
    static let again = "again"
    static let unknown = "unknown"
  }

  func settle(_ sent: Fields, _ fields: [String]) -> Settled {
    var values: [String: String?] = [:]
    var open: [Open] = []
    for field in fields {
      guard let written = sent.text(field), sent["unknown"] != "yes" else { continue }
      let choice = sent.text(Name.chosen(field))
      switch choice {
      case Name.keep?: continue
      case Name.unknown?: values[field] = .some(nil)
      case nil, Name.again?:
        let again = choice == nil ? nil : sent.text(Name.again(field))
        let isMissed = sent[OffenceStep.mark] != nil && again == nil
        let text = again ?? written
        let answer = index.look(up: text, on: day)
        if let settled = answer.settled {
          values[field] = settled.section
        } else if !answer.hasLists {
          values[field] = text
        } else {
          // The text may be new: the next page shows it.
          values[field] = text
          open.append(Open(field: field, answer: answer, isMissed: isMissed))
        }
      case let section?: values[field] = section
      }
    }
    let pairs = sent.pairs.compactMap { pair -> Fields.Pair? in
      guard let value = values[pair.name] else { return pair }
      return value.map { Fields.Pair(name: pair.name, value: $0) }
    }
    return Settled(form: Fields(pairs), open: open, title: title)
  }
}

extension OfficeWork {
  /// The offences of the law by which a request is decided, as they stand today.
  func offences(of file: CaseFile, _ exchange: Exchange) -> OffenceChoices {
    let profile = office.settings.agencies.first { $0.id == file.opening.agency }
    let jurisdiction = profile?.jurisdiction ?? "US"
    return OffenceChoices(
      index: OffenceIndex(law.library, in: jurisdiction, locality: profile?.locality), day: zone.day(of: exchange.now),
      title: law.library.vocabulary.place(jurisdiction)?.title ?? jurisdiction)
  }
}

/// The page on which somebody says which section is meant.
struct OffenceStep: Sendable {
  let settled: OffenceChoices.Settled
  let file: CaseFile

  /// Says that the page was shown.
  static let mark = "offences-shown"

  func reply(_ frame: Frame, _ exchange: Exchange) -> Reply {
    let mistakes = settled.open.filter(\.isMissed).map {
      Mistake(field: OffenceChoices.Name.chosen($0.field), sentence: "Choose which section it is.")
    }
    let parts = FormParts(typed: Fields(), mistakes: mistakes)
    let isOne = settled.open.count == 1
    let page = StepPage(
      title: isOne ? "Which offence is it?" : "Which offences are they?", file: file, parts: parts,
      action: exchange.route.action(exchange))
    return page.reply(frame, exchange) {
      p {
        "The law counts sections, not names. Look at the court's record or the charge sheet, and choose the section it has."
      }
      for open in settled.open { question(open, parts) }
      input(.type("hidden"), .name(OffenceStep.mark), .value("yes"))
      for pair in settled.form.pairs where isKept(pair.name) {
        input(.type("hidden"), .name(pair.name), .value(pair.value))
      }
    }
  }

  /// What was answered before goes along; the choices are asked anew, and the rest the page has by itself.
  private func isKept(_ name: String) -> Bool {
    let own = ["form-token", "once", "version", OffenceStep.mark]
    let asked = settled.open.flatMap { [OffenceChoices.Name.chosen($0.field), OffenceChoices.Name.again($0.field)] }
    return !own.contains(name) && !asked.contains(name)
  }

  private func question(_ open: OffenceChoices.Open, _ parts: FormParts) -> HTML {
    let answer = open.answer
    var options: [FormParts.Option] = []
    for entry in answer.found + answer.suggested { options += OffenceStep.options(entry) }
    if answer.isSection {
      options.append(
        FormParts.Option(
          OffenceChoices.Name.keep, "None of these: it is \(answer.asked)",
          hint: answer.isHeld
            ? "It is kept as written."
            : "No list of \(settled.title)'s law holds it, so the law's questions are answered by hand."))
    }
    options.append(FormParts.Option(OffenceChoices.Name.again, "Something else, which I write below"))
    options.append(FormParts.Option(OffenceChoices.Name.unknown, "Nobody here knows the section"))
    return .sequence([
      parts.radios(
        OffenceChoices.Name.chosen(open.field), "\u{201C}\(answer.asked)\u{201D}",
        hint: answer.sentences(in: settled.title).joined(separator: " "), options),
      parts.text(OffenceChoices.Name.again(open.field), "Another section, or other words"),
    ])
  }

  /// The section, and where the law tells its parts apart, each of them.
  private static func options(_ entry: OffenceEntry) -> [FormParts.Option] {
    var options = entry.parts.map { option($0.section, $0.words, $0.lists, "") }
    let suggested = entry.match == .suggested ? "A suggestion. " : ""
    if entry.parts.isEmpty {
      options.append(option(entry.section, entry.words, entry.lists, suggested))
    } else if !entry.lists.isEmpty {
      options.append(option(entry.section, entry.words, entry.lists, "Which part is not known. "))
    }
    return options
  }

  private static func option(
    _ section: String, _ words: [String], _ lists: [OffenceHolding], _ lead: String
  ) -> FormParts.Option {
    var said: [String] = []
    for holding in lists {
      let sentence = "\(holding.cite): \(holding.list.name.replacing("-", with: " "))"
      if !said.contains(sentence) { said.append(sentence) }
    }
    let title = words.isEmpty ? section : "\(section), \(words.joined(separator: "; "))"
    return FormParts.Option(
      section, title, hint: lead + (said.isEmpty ? "In no list today." : said.joined(separator: ". ") + "."))
  }
}
