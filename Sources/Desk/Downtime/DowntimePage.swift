internal import Foundation
internal import LawLanguage
internal import Reasoning

extension DowntimeCard {
  /// The card as a page to be typeset: two sheets at most, as a letter to whoever is on duty.
  ///
  /// - Parameters:
  ///   - setting: How English is set.
  ///   - words: The words of days and hours.
  public func page(set setting: Letter.Setting, words: MomentWords) -> Letter {
    let date = day.civil
    return Letter(
      kind: "downtime-card", recipient: "staff", language: setting, title: Self.title, subject: Self.title,
      date: [date.year, date.month, date.day], office: Letter.Office(name: agency.title, lines: []), to: [],
      dateline: "For \(words.text(day))"
        + (changes.map { "; the law changes on \(words.text($0)): print it anew" } ?? ""),
      parts: [Letter.Part(language: setting, title: Self.title, blocks: blocks)], interpreter: nil,
      record: [["Law", "adopted by \(adopted); digest \(law.prefix(16))"]],
      footer: ["Tenth gives no legal advice; this is the law as your counsel adopted it"], disclosures: [])
  }

  /// What it is called.
  public static let title = "When the desk cannot be reached"

  /// What never changes.
  static let always = [
    "That the desk is down is no ground to keep anybody, and none to let anybody go. It stops no clock.",
    "Keep a person only as long as you hold authority of your own. Release is decided by your release procedure.",
    "Evidence that the person is a citizen of the United States: stop, and call counsel.",
    "Another paper, such as a judge's criminal warrant, is a ground of its own: this card does not speak of it.",
  ]

  /// What is written down, to be entered later with both times.
  static let toWriteDown = [
    "Papers, received on (date, time), by fax, e-mail, in person", "What was found out, by whom, from what source",
    "Decided by (name, rank), at (time), what and why", "Done: copy given, notice sent, to whom, at (time)",
    "Released or transferred at (time), to whom",
  ]

  private var blocks: [Letter.Block] {
    var blocks: [Letter.Block] = [block(.list, items: Self.always)]
    for section in sections {
      blocks.append(block(.heading, text: section.papers.joined(separator: "; or ").capitalisedFirst))
      for act in section.acts {
        blocks.append(block(.paragraph, text: act.sentence))
        if !act.gates.isEmpty { blocks.append(block(.boxes, items: act.gates)) }
      }
      if !section.duties.isEmpty { blocks.append(block(.list, items: section.duties)) }
    }
    blocks.append(block(.heading, text: "Call"))
    blocks.append(
      block(.list, items: agency.counselOnCall.isEmpty ? ["Counsel: ____________________"] : agency.counselOnCall))
    blocks.append(block(.heading, text: "Write down, and enter it when the desk is back"))
    blocks.append(block(.signatures, items: Self.toWriteDown))
    return blocks
  }

  private func block(_ kind: Letter.Block.Kind, text: String? = nil, items: [String]? = nil) -> Letter.Block {
    Letter.Block(kind: kind, text: text, items: items, rows: nil)
  }
}

extension Office {
  /// The card of the staff's agency, from the law adopted.
  public func downtimeCard(for staff: Staff) throws(OfficeRefusal) -> DowntimeCard {
    let law = try adoptedLaw()
    do {
      return try law.downtimeCard(
        for: profile(staff.agency), adoption: lawStanding(for: staff).adoption, at: clock())
    } catch let refusal as CaseRefusal { throw .refused(refusal) } catch let refusal as OfficeRefusal {
      throw refusal
    } catch { throw .unreadable("the law could not be asked") }
  }
}

extension LetterSet {
  /// The card as a page to be typeset.
  ///
  /// - Throws: `LetterRefusal` where the letters have no English.
  public func page(of card: DowntimeCard, words: MomentWords) throws(LetterRefusal) -> Letter {
    guard let english = language(Self.original) else { throw .unknownLanguage(Self.original) }
    return card.page(set: setting(english), words: words)
  }
}
