/// What courts did to a law: readings that differ, and orders that suspend.
extension Scope {
  func contest(_ syntax: ContestedSyntax) -> Contest? {
    let head = head(syntax.head)
    if syntax.readings.count < 2 {
      report(
        .missingClause, "\(subject) has \(syntax.readings.isEmpty ? "no reading" : "one reading only")",
        help: "add each `reading` that a court has given, two at least", at: syntax.head.name.range)
    }
    let marked = syntax.readings.filter(\.marked)
    if let first = marked.first, let second = marked.dropFirst().first {
      report(
        .misplacedClause, "two readings are marked", help: "mark the one that the library gives where no court chooses",
        at: second.name.range, related: [.init(caption: "the first", location: section.location(first.name.range))])
    }
    var seen: [String: SourceRange] = [:]
    for reading in syntax.readings {
      if let first = seen[reading.name.value] {
        report(
          .duplicateName, "two readings are called `\(reading.name.value)`", help: "give one of them another name",
          at: reading.name.range, related: [.init(caption: "the first", location: section.location(first))])
      }
      seen[reading.name.value] = reading.name.range
    }
    let readings = syntax.readings.map(reading)
    guard let head else { return nil }
    if let reading = head.reading {
      report(
        .misplacedClause, "a contested clause cannot belong to a reading",
        help: "leave `under \(reading.contest.name).\(reading.name)` out", at: syntax.head.name.range)
    }
    return Contest(
      name: head.name, cite: head.cite, period: period, provenance: head.provenance, readings: readings,
      location: section.location(syntax.head.name.range))
  }

  private func reading(_ syntax: ContestedSyntax.Reading) -> ContestReading {
    if syntax.says == nil {
      report(
        .missingWords, "the reading `\(syntax.name.value)` has no words",
        help: "add `says \"…\"`: how these courts read the clause", at: syntax.name.range)
    }
    return ContestReading(
      name: syntax.name.value, courts: syntax.courts.compactMap(court), marked: syntax.marked,
      text: syntax.says?.value ?? "")
  }

  func suspension(_ syntax: SuspendedSyntax) -> Suspension? {
    let head = head(syntax.head)
    let rules = syntax.rules.compactMap(rule)
    let agencies = syntax.agencies.map { self.agencies($0.name, $0.law) }
    let places = syntax.places.compactMap(place)
    let acts = syntax.acts.compactMap(act)
    let text = words(nil, at: syntax.head.name)
    if syntax.rules.isEmpty {
      report(
        .missingClause, "\(subject) names no rules", help: "add `rules` and the names of those it suspends",
        at: syntax.head.name.range)
    }
    guard let head, agencies != .some(nil) else { return nil }
    return Suspension(
      name: head.name, cite: head.cite, period: period, provenance: head.provenance, rules: rules,
      agencies: agencies ?? nil, places: places, acts: acts, condition: nil, text: text,
      location: section.location(syntax.head.name.range))
  }
}
