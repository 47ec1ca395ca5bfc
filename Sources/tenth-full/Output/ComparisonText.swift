import Analysis
import Console
import LawLanguage
import Reasoning

/// What two laws treat differently, for a reader: what changes, for whom, when, and the smallest request that shows it.
struct ComparisonText {
  private var page: Page

  /// How many conditions of a change are shown before the rest is counted.
  private static let mostConditions = 8

  init(_ comparison: Comparison, _ loaded: LoadedLibrary, _ touched: TouchedRequests?) {
    let terminal = Terminal.current
    page = Page(width: terminal.width, hasColour: terminal.hasColour)
    var acts: [String] = []
    for change in comparison.changes where !acts.contains(change.act) { acts.append(change.act) }
    for act in acts {
      page.heading(act)
      for change in comparison.changes where change.act == act { write(change, loaded) }
    }
    page.gap()
    if comparison.changes.isEmpty { page.paragraph("Nothing differs.") }
    page.paragraph(
      "\(comparison.changed) of \(comparison.total) classes of requests get another answer or basis, on the acts where "
        + "something differs.")
    if let touched { page.paragraph(touched.words.prefix(1).uppercased() + touched.words.dropFirst() + ".") }
    for act in comparison.undecided {
      page.paragraph("What the two say of \(act) was not compared: there is more than is gone through.", look: .yellow)
    }
  }

  var text: String { page.text }

  private mutating func write(_ change: LawChange, _ loaded: LoadedLibrary) {
    page.gap()
    page.paragraph(change.kind.words, indent: 2, look: .bold)
    page.paragraph(change.who, indent: 4, lead: "asked of agencies like ")
    page.paragraph(change.papers, indent: 4, lead: "by ")
    for (index, condition) in change.conditions.prefix(Self.mostConditions).enumerated() where !condition.isEmpty {
      page.paragraph(condition.joined(separator: " and "), indent: 4, lead: index == 0 ? "when " : "or when ")
    }
    let more = change.conditions.count - Self.mostConditions
    if more > 0 { page.paragraph("or in \(more) more ways; --json lists them", indent: 4) }
    page.paragraph("\(change.classes) of \(change.total) classes", indent: 4)
    guard let first = change.occasions.first else { return }
    page.paragraph(first.caseLine(asking: [change.act]), indent: 4, lead: "for example: ")
    for line in change.recorded.givenLines(of: first, in: loaded.vocabulary) { page.paragraph(line, indent: 6) }
  }
}

/// The same for a program.
struct ComparisonDocument {
  let json: JSON

  init(_ comparison: Comparison, _ loaded: LoadedLibrary, _ touched: TouchedRequests?) {
    let requests: JSON
    if let touched {
      requests = .object([
        "touched": .integer(touched.touched), "of": .integer(touched.count), "unread": .integer(touched.unread),
      ])
    } else {
      requests = .null
    }
    json = .object([
      // Counts outgrow what other programs read as a number.
      "changed": .text("\(comparison.changed)"), "of": .text("\(comparison.total)"),
      "undecided": .texts(comparison.undecided), "requests": requests,
      "changes": .list(comparison.changes.map { ComparisonDocument.change($0, loaded) }),
    ])
  }

  private static func change(_ change: LawChange, _ loaded: LoadedLibrary) -> JSON {
    let occasions = change.occasions.map { occasion in
      JSON.object([
        "kind": .text(occasion.agency.kind), "locality": .text(orNull: occasion.agency.locality),
        "capacity": .text(occasion.agency.capacity.rawValue), "papers": .texts(occasion.papers),
        "on": .text(occasion.day.description),
      ])
    }
    return .object([
      "act": .text(change.act), "change": .text(change.kind.words),
      "when": .list(change.conditions.map { JSON.texts($0) }), "agencies": .list(occasions),
      "classes": .text("\(change.classes)"), "of": .text("\(change.total)"),
      "request": change.example.map { $0.document(in: loaded.vocabulary) } ?? .null,
    ])
  }
}
