import LawLanguage

extension OffenceAnswer {
  /// As `tenth law offence --json` and the API give it.
  public var document: JSON {
    .object([
      "asked": .text(asked), "jurisdiction": .text(jurisdiction), "on": .text(day.description),
      "hasLists": .boolean(hasLists), "settled": .text(orNull: settled?.section), "found": .list(found.map(\.document)),
      "suggested": .list(suggested.map(\.document)), "charge": .text(orNull: charge), "omitted": .integer(omitted),
    ])
  }
}

extension OffenceEntry {
  fileprivate var document: JSON {
    .object([
      "section": .text(section), "words": .texts(words), "match": .text(match.rawValue),
      "lists": .list(lists.map(\.document)), "onOtherDays": .list(otherwise.map(\.document)),
      "parts": .list(
        parts.map { part in
          .object([
            "section": .text(part.section), "words": .texts(part.words), "lists": .list(part.lists.map(\.document)),
          ])
        }),
    ])
  }
}

extension OffenceHolding {
  fileprivate var document: JSON {
    .object([
      "list": .text(list.description), "entry": .text(entry), "cite": .text(cite), "title": .text(title),
      "from": .text(period.from.description), "until": .text(orNull: period.until?.description),
      "counts": .texts(counts), "questions": .texts(questions),
      "rules": .list(
        rules.map { rule in
          .object([
            "rule": .text(rule.name.description), "act": .text(rule.act), "provenance": .text(rule.provenance.word),
          ])
        }),
    ])
  }
}

extension OffenceAnswer {
  /// What a person is told above the entries, or instead of them.
  package func sentences(in title: String) -> [String] {
    guard hasLists else {
      return [
        "No law of \(title) in this library has a list of offences on \(day). Where its law asks about an offence, the "
          + "question is to be answered by hand."
      ]
    }
    if found.isEmpty {
      let none =
        "No list of \(title)'s law holds \u{201C}\(asked)\u{201D} on \(day). The questions about it are to be answered by hand."
      return suggested.isEmpty
        ? [none] : [none, "It may be one of these. They are suggestions: confirm the section first."]
    }
    guard found.contains(where: { $0.match == .like }) else { return [] }
    return ["The law writes it otherwise, or names the code. Confirm that this section is meant."]
  }
}
