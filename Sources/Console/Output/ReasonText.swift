import LawLanguage
import Reasoning

/// Why the answer for one act is what it is: each rule once, its citation first.
struct ReasonText {
  let answer: ActAnswer
  private let words: ReasonWords

  init(answer: ActAnswer, library: Library) {
    self.answer = answer
    words = ReasonWords(answer: answer, library: library)
  }

  var isEmpty: Bool { words.isEmpty }

  func write(on page: inout Page) {
    for (index, entry) in words.entries.enumerated() {
      if index > 0 { page.gap() }
      write(entry, on: &page)
    }
    if !words.entries.isEmpty, !words.cautions.isEmpty { page.gap() }
    for caution in words.cautions {
      page.paragraph(caution.text, indent: 2, lead: "! ", look: .yellow)
    }
  }

  private func write(_ entry: ReasonWords.Entry, on page: inout Page) {
    let reason = entry.reason
    page.paragraph("\(reason.cite) \(entry.phrase).", indent: 2, lead: "- ")
    page.paragraph(reason.text, indent: 4)
    for fact in reason.facts { page.paragraph(fact, indent: 4) }
    for exception in reason.exceptions { page.paragraph(exception.sentence, indent: 4) }
    page.paragraph(reason.provenance.sentence, indent: 4, look: .dim)
  }
}
