import Desk
import LawLanguage
import Reasoning

/// Counsel's initials under what was not read whole, and their standing positions: shown, asked for and read.
struct AdoptionTermsForm: Sendable {
  /// The law that is adopted on them.
  let law: OfficeLaw
  /// The terms of the adoption before.
  let before: AdoptionTerms

  private enum Name {
    static let every = "every-initial"
    static let initial = "initial-"
    static func position(_ slot: Int) -> String { "position-\(slot)" }
    static func answer(_ slot: Int) -> String { "position-\(slot)-answer" }
    static func ground(_ slot: Int) -> String { "position-\(slot)-because" }
    static func reading(_ slot: Int) -> String { "reading-\(slot)" }
    static func readingGround(_ slot: Int) -> String { "reading-\(slot)-because" }
  }

  /// Two more than there were, and never so many that a form of them is refused.
  private var slots: Int { min(before.positions.count + 2, 20) }

  // MARK: Reading

  /// What was sent. Initials go to the wording as it stands; what is not there is left out.
  func terms(_ sent: Fields) -> AdoptionTerms {
    let unread = law.unread
    let keys = Set(sent.pairs.filter { $0.name.hasPrefix(Name.initial) }.map(\.value))
    let isEvery = sent[Name.every] == "yes"
    let positions = (1...slots).compactMap { slot -> StandingPosition? in
      guard let fact = sent.text(Name.position(slot)) else { return nil }
      return StandingPosition(
        fact: fact, value: sent.text(Name.answer(slot)) ?? "", because: sent.text(Name.ground(slot)) ?? "")
    }
    let readings = law.contested.enumerated().compactMap { index, clause -> StandingReading? in
      guard let reading = sent.text(Name.reading(index + 1)) else { return nil }
      return StandingReading(
        contest: clause.name, reading: reading, because: sent.text(Name.readingGround(index + 1)) ?? "")
    }
    return AdoptionTerms(
      initials: unread.filter { isEvery || keys.contains($0.key) }.map(\.initial), positions: positions,
      readings: readings)
  }

  // MARK: Asking

  /// The fields of the form.
  func fields(_ parts: FormParts) -> HTML {
    let unread = law.unread
    return .sequence([
      h3 { "Wording that was not read whole" },
      unread.isEmpty
        ? p { "Every rule of this law was read in its own text." }
        : .sequence([
          p {
            "\(unread.count) provisions rest on another source, or on none. An answer that rests on one of them is kept "
            "back, with the words \u{201C}call counsel\u{201D}, unless counsel has read it and puts initials to it here. "
            "Another wording needs them anew."
          },
          parts.boxes(
            Name.every, "All of them at once?", [.init("yes", "I have read and answer for every one of them")]),
          .sequence(groups(unread).enumerated().map { initials($0.element, $0.offset, parts) }),
        ]),
      h3 { "Standing positions" },
      details(positionsOpen(parts) ? [Attribute("open", nil)] : []) {
        summary { "Questions of judgement that counsel answers for every request" }
        p(.class("hint")) {
          "What is recorded in a request goes before. An answer that rests on a position names it."
        }
        for slot in 1...slots { position(slot, parts) }
      },
      readings(parts),
    ])
  }

  /// The clauses that courts contest, each with its readings.
  private func readings(_ parts: FormParts) -> HTML {
    let clauses = law.contested
    guard !clauses.isEmpty else { return .empty }
    return details(!before.readings.isEmpty || !parts.mistakes.isEmpty ? [Attribute("open", nil)] : []) {
      summary { "Clauses that courts contest, and how counsel reads them" }
      p(.class("hint")) {
        "A court that binds the office goes before. Where none does, answers follow the reading taken here, say so, and "
        "still tell what the others would make of it."
      }
      for (index, clause) in clauses.enumerated() {
        let known = before.readings.first { $0.contest == clause.name }
        let marked = clause.readings.first(where: \.isMarked)?.name ?? ""
        let choices = clause.readings.map { FormParts.Option($0.name, "\($0.name): \($0.text)") }
        parts.list(
          Name.reading(index + 1), "\(clause.cite), \(clause.title)",
          [FormParts.Option("", "As the library marks: \(marked)")] + choices, value: known?.reading ?? "")
        parts.text(Name.readingGround(index + 1), "On what it rests", value: known?.because ?? "")
      }
    }
  }

  private func positionsOpen(_ parts: FormParts) -> Bool { !before.positions.isEmpty || !parts.mistakes.isEmpty }

  private func groups(_ unread: [UnreadProvision]) -> [[UnreadProvision]] {
    var groups: [[UnreadProvision]] = []
    for provision in unread {
      if groups.last?.first?.law == provision.law {
        groups[groups.count - 1].append(provision)
      } else {
        groups.append([provision])
      }
    }
    return groups
  }

  private func initials(_ provisions: [UnreadProvision], _ index: Int, _ parts: FormParts) -> HTML {
    let known = Set(before.initials)
    let kept = provisions.filter { known.contains($0.initial) }
    let title = provisions.first?.title ?? ""
    return details {
      summary { "\(title): \(provisions.count)" + (kept.isEmpty ? "" : ", \(kept.count) with initials before") }
      parts.boxes(
        "\(Name.initial)\(index + 1)", "Initials under \(title)",
        provisions.map { .init($0.key, "\($0.cite), \($0.name)", hint: $0.provenance.sentence) },
        // Once something was sent, an empty group was emptied by hand.
        values: parts.typed.pairs.isEmpty ? kept.map(\.key) : [])
    }
  }

  private func position(_ slot: Int, _ parts: FormParts) -> HTML {
    let known = before.positions.indices.contains(slot - 1) ? before.positions[slot - 1] : nil
    let questions = law.judgements.map { FormParts.Option($0.fact, $0.question) }
    return .sequence([
      parts.list(
        Name.position(slot), "Question \(slot)", [.init("", "None")] + questions, value: known?.fact ?? ""),
      parts.text(
        Name.answer(slot), "Its answer", hint: "yes or no, or one of the choices of the question",
        value: known?.value ?? ""),
      parts.text(Name.ground(slot), "On what it rests", value: known?.because ?? ""),
    ])
  }

  // MARK: Showing

  /// What is answered for, in lines.
  static func lines(_ terms: AdoptionTerms, of law: OfficeLaw) -> [String] {
    let unread = law.unread
    let known = Set(terms.initials)
    let without = unread.filter { !known.contains($0.initial) }.count
    var lines: [String] = []
    if !unread.isEmpty {
      lines.append(
        "Initials under \(unread.count - without) of \(unread.count) provisions that were not read whole."
          + (without == 0 ? "" : " Answers that rest on the other \(without) are kept back for counsel."))
    }
    for position in terms.positions {
      let question = law.judgements.first { $0.fact == position.fact }?.question ?? position.fact
      lines.append("\(question) \(position.value.capitalisedFirst): \(position.because)")
    }
    let contested = law.contested
    for taken in terms.readings {
      let clause = contested.first { $0.name == taken.contest }
      let text = clause?.readings.first { $0.name == taken.reading }?.text ?? ""
      lines.append("\(clause?.cite ?? taken.contest) is read as \(taken.reading): \(text) \(taken.because)")
    }
    return lines
  }
}
