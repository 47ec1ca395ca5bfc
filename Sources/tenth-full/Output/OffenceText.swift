import Console
import LawLanguage
import Reasoning

/// What the lists say of an offence, for a terminal.
struct OffenceText {
  private(set) var text = ""

  init(_ answer: OffenceAnswer, in title: String, terminal: Terminal) {
    var page = Page(width: terminal.width, hasColour: terminal.hasColour)
    for sentence in answer.sentences(in: title) { page.paragraph(sentence) }
    if let charge = answer.charge { page.paragraph("As an NCIC code it is a charge of \(charge).") }
    for entry in answer.found { OffenceText.show(entry, on: answer.day, page: &page) }
    for entry in answer.suggested { OffenceText.show(entry, on: answer.day, page: &page) }
    if answer.omitted > 0 {
      page.gap()
      page.paragraph("And \(answer.omitted) more: write the section, or more of the words.")
    }
    text = page.text
  }

  private static func show(_ entry: OffenceEntry, on day: Day, page: inout Page) {
    page.gap()
    let words = entry.words.isEmpty ? "" : "  \(entry.words.joined(separator: "; "))"
    let confirm = entry.match == .suggested ? "  (a suggestion)" : ""
    page.paragraph(entry.section + words + confirm, look: .bold)
    if entry.lists.isEmpty, entry.parts.isEmpty { page.paragraph("In no list on \(day).", indent: 2) }
    show(entry.lists, page: &page)
    for holding in entry.otherwise {
      page.paragraph("On other days in \(holding.list), \(holding.period.words).", indent: 2, look: .dim)
    }
    if !entry.parts.isEmpty {
      page.paragraph("The law tells parts of it apart. Which one is it?", indent: 2)
      for part in entry.parts {
        let lists = part.lists.map(\.list.description).joined(separator: ", ")
        page.paragraph(
          "\(part.section)\(part.words.isEmpty ? "" : " \(part.words.joined(separator: "; "))"): \(lists)", indent: 4,
          lead: "- ")
      }
    }
    var questions: [String] = []
    for question in (entry.lists + entry.parts.flatMap(\.lists)).flatMap(\.questions)
    where !questions.contains(question) {
      questions.append(question)
    }
    if !questions.isEmpty { page.paragraph("Asked besides: \(questions.joined(separator: " "))", indent: 2) }
  }

  private static func show(_ lists: [OffenceHolding], page: inout Page) {
    for holding in lists {
      let entry = holding.entry
      page.paragraph("\(holding.list): \(holding.cite), as \(entry). \(holding.title).", indent: 2, lead: "- ")
      let counts = holding.counts.map { $0.hasPrefix("what") ? $0 : "counts if \($0)" }.joined(separator: "; or ")
      if !counts.isEmpty { page.paragraph(counts.prefix(1).uppercased() + counts.dropFirst() + ".", indent: 6) }
      if !holding.rules.isEmpty {
        let rules = holding.rules.map { "\($0.name) (\($0.provenance.word))" }.joined(separator: ", ")
        page.paragraph("Bears on \(rules).", indent: 6, look: .dim)
      }
    }
  }
}
