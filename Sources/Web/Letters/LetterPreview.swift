import Desk
import LawLanguage

/// A letter on a page, as its PDF will say it.
struct LetterPreview: Sendable {
  let letter: Letter
  let vocabulary: Vocabulary

  var html: HTML {
    section(.class("letter"), .label("What the letter says")) {
      p {
        strong { letter.office.name }
        for line in letter.office.lines { br() + .text(line) }
      }
      p { for (index, line) in letter.to.enumerated() { index == 0 ? .text(line) : br() + .text(line) } }
      p { letter.dateline }
      for (index, part) in letter.parts.enumerated() {
        div(.lang(part.language.lang), Attribute("dir", part.language.direction)) {
          h2 { part.title }
          LetterBlocks(blocks: part.blocks, isUnderTitle: true).html
        }
        if index == 0, let interpreter = letter.interpreter {
          div(.class("note")) {
            p { interpreter.text }
            p {
              for (index, language) in interpreter.languages.enumerated() {
                if index > 0 { " · " }
                span(.lang(language.lang), Attribute("dir", language.direction)) { language.name }
              }
            }
          }
        }
      }
      dl(.class("facts")) { for row in letter.record where row.count == 2 { LetterBlocks.pair(row[0], row[1]) } }
      told
    }
  }

  private var told: HTML {
    guard !letter.disclosures.isEmpty else { return .empty }
    let acts = letter.disclosures.map { vocabulary.act($0.act)?.title ?? $0.act }
    return p(.class("quiet")) {
      "By this letter you \(acts.joined(separator: "; ")). The law was asked, and allows it."
    }
  }
}

/// The blocks of a letter's text.
struct LetterBlocks: Sendable {
  let blocks: [Letter.Block]
  var isUnderTitle = false

  var html: HTML { .sequence(blocks.map(block)) }

  static func pair(_ title: String, _ text: String) -> HTML {
    div {
      dt { title }
      dd { text }
    }
  }

  private func block(_ block: Letter.Block) -> HTML {
    switch block.kind {
    case .heading: isUnderTitle ? h3 { block.text ?? "" } : h2 { block.text ?? "" }
    case .paragraph: p { block.text ?? "" }
    case .notice: div(.class("note")) { p { block.text ?? "" } }
    case .list: ul { for item in block.items ?? [] { li { item } } }
    case .boxes: ul(.class("to-tick")) { for item in block.items ?? [] { li { "☐ \(item)" } } }
    case .signatures: ul(.class("to-sign")) { for item in block.items ?? [] { li { item } } }
    case .rows:
      dl(.class("facts")) { for row in block.rows ?? [] where row.count == 2 { LetterBlocks.pair(row[0], row[1]) } }
    }
  }
}
