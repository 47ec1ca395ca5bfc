import LawLanguage
import Reasoning

/// One law as a page: its prose, and under each section its rules in plain words with citation, source and examples.
struct LawDocument: Sendable {
  let law: Law
  let source: SourceFile
  let cases: [Case]
  let library: Library

  var html: HTML {
    let blocks = MarkdownBlock.read(source.bytes)
    let starts = lineStarts
    return .sequence([
      h1 { law.title },
      dl(.class("facts")) {
        fact("Citation", law.cite)
        fact("Rank", "\(law.rank.title) of \(library.vocabulary.place(law.place)?.title ?? law.place)")
        fact("In force", law.period.sentence)
      },
      contents(blocks),
      .sequence(blocks.map { block($0, starts) }),
      references,
    ])
  }

  private func fact(_ title: String, _ text: String) -> HTML {
    div {
      dt { title }
      dd { text }
    }
  }

  private func contents(_ blocks: [MarkdownBlock]) -> HTML {
    let headings = blocks.compactMap { block in
      if case .heading(let level, let text) = block, level > 1 { text } else { nil }
    }
    guard headings.count > 1 else { return .empty }
    return nav(.labelledBy("contents")) {
      h2(.id("contents")) { "Sections" }
      ul(.class("contents")) {
        for heading in headings { li { a(.href("#\(LawBook.anchor(ofHeading: heading))")) { heading } } }
      }
    }
  }

  private func block(_ block: MarkdownBlock, _ starts: [Int]) -> HTML {
    switch block {
    case .prose(let markup): .trusted(markup)
    // The title stands above already.
    case .heading(level: 1, _): .empty
    case .heading(level: 2, let text): h2(.id(LawBook.anchor(ofHeading: text))) { text }
    case .heading(_, let text): h3(.id(LawBook.anchor(ofHeading: text))) { text }
    case .fence(info: "law", let text, let lines):
      .sequence([
        .sequence(provisions(in: lines, starts).map(card)),
        details {
          summary { "As the program reads it" }
          pre(Attribute("tabindex", "0")) { code { text } }
        },
      ])
    case .fence(let info, let text, _) where info.hasPrefix("case"):
      details {
        summary { "Worked example: \(title(ofCase: info))" }
        pre(Attribute("tabindex", "0")) { code { text } }
      }
    case .fence(_, let text, _): pre(Attribute("tabindex", "0")) { code { text } }
    }
  }

  /// What stands between the first pair of quotes after the word.
  private func title(ofCase info: String) -> String {
    let parts = info.split(separator: "\"", maxSplits: 2, omittingEmptySubsequences: false)
    return parts.count > 1 ? String(parts[1]) : info
  }

  // MARK: Rules

  private struct Provision {
    let name: QualifiedName
    let cite: String
    let period: Period
    let provenance: Provenance
    let text: String
    let location: SourceLocation
  }

  private var all: [Provision] {
    var found: [Provision] = []
    for rule in law.rules {
      found.append(
        Provision(
          name: rule.name, cite: rule.cite, period: rule.period, provenance: rule.provenance, text: rule.text,
          location: rule.location))
    }
    for exception in law.exceptions {
      found.append(
        Provision(
          name: exception.name, cite: exception.cite, period: exception.period, provenance: exception.provenance,
          text: exception.text, location: exception.location))
    }
    for clause in law.untranslated {
      found.append(
        Provision(
          name: clause.name, cite: clause.cite, period: clause.period, provenance: clause.provenance,
          text: "Said here, not worked out by the program: \(clause.text)", location: clause.location))
    }
    return found.filter { law.isFirstPart($0.period, at: $0.location) }.sorted {
      $0.location.range.lower < $1.location.range.lower
    }
  }

  /// Where each line of the document begins.
  private var lineStarts: [Int] {
    [0] + source.bytes.indices.filter { source.bytes[$0] == UInt8(ascii: "\n") }.map { $0 + 1 }
  }

  private func provisions(in lines: ClosedRange<Int>, _ starts: [Int]) -> [Provision] {
    let first = starts.indices.contains(lines.lowerBound - 1) ? starts[lines.lowerBound - 1] : 0
    let end = starts.indices.contains(lines.upperBound) ? starts[lines.upperBound] : source.bytes.count
    return all.filter { (first..<max(first, end)).contains($0.location.range.lower) }
  }

  private func card(_ provision: Provision) -> HTML {
    let isFirst = all.first { $0.name == provision.name }?.location == provision.location
    return div([.class("rule")] + Attribute.when(isFirst, .id(LawBook.anchor(of: provision.name)))) {
      p {
        strong { "\(law.cite) § \(provision.cite)" }
        span(.class("quiet")) {
          " \(provision.name.name), in force \(law.hours(at: provision.location) ?? provision.period.sentence)"
        }
      }
      p { provision.text }
      p(.class("quiet")) { provision.provenance.sentence }
      examples(of: provision)
    }
  }

  private func examples(of provision: Provision) -> HTML {
    let titles = cases.filter { $0.names(provision.name) }.map(\.title)
    guard !titles.isEmpty else { return .empty }
    return p(.class("quiet")) { "Shown by: \(titles.joined(separator: "; "))." }
  }

  /// The examples' sources, which the fences give in the program's words.
  private var references: HTML {
    guard !cases.isEmpty else { return .empty }
    return .sequence([
      h2(.id("examples")) { "Where the examples come from" },
      ul {
        for example in cases {
          li {
            "\(example.title): "
            example.isOfficial ? "stated by \(example.source)" : "derived from \(example.source)"
          }
        }
      },
    ])
  }
}

extension Case {
  /// Whether it says that its answer rests on the rule.
  fileprivate func names(_ rule: QualifiedName) -> Bool {
    expectations.contains { expectation in
      switch expectation.claim {
      case .answer(_, _, _, _, let because): because.contains(rule)
      case .duty(_, _, _, _, let because): because == rule
      case .undetermined, .noDuty, .caution, .first, .window: false
      }
    }
  }
}
