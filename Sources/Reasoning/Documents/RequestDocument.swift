public import LawLanguage

extension Request {
  /// The request as JSON, in the form in which requests are read: read again it is the same request.
  public func document(in vocabulary: Vocabulary) -> JSON {
    let zone = vocabulary.zone(of: self)
    func value(_ value: FactValue) -> JSON { value.json(in: zone) }
    func members(_ fields: [String: FactValue]) -> [JSON.Member] {
      fields.sorted { $0.key < $1.key }.map { JSON.Member(key: $0.key, value: value($0.value)) }
    }
    func instant(_ instant: Instant?, or day: Day) -> JSON {
      .text(instant.map { $0.text(in: zone) } ?? day.description)
    }

    var fields: [JSON.Member] = []
    func add(_ field: RequestField, _ value: JSON) { fields.append(JSON.Member(key: field.rawValue, value: value)) }
    add(.jurisdiction, .text(jurisdiction))
    add(.agency, .text(agency.kind))
    if let locality = agency.locality { add(.locality, .text(locality)) }
    if let actingFor = agency.actingFor { add(.actingFor, .text(actingFor)) }
    add(.capacity, .text(agency.capacity.rawValue))
    add(.on, .text(day.description))
    if let acted { add(.at, .text(acted.text(in: zone))) }
    add(.asked, instant(asked, or: askedDay))
    add(.decided, instant(decided, or: decidedDay))
    add(.acts, .texts(acts))
    add(
      .papers,
      .list(
        papers.map { paper in
          let fixed = vocabulary.paper(paper.kind)?.fixed ?? [:]
          let own = members(paper.fields.filter { fixed[$0.key] == nil })
          return own.isEmpty ? .text(paper.kind) : .object([JSON.Member(key: "kind", value: .text(paper.kind))] + own)
        }))
    var known: [JSON.Member] = facts.sorted { $0.key < $1.key }.map { name, fact in
      guard let judgement = judgements[name] else { return JSON.Member(key: name, value: value(fact)) }
      return JSON.Member(
        key: name, value: .object(["value": value(fact), "by": .text(judgement.by), "why": .text(judgement.why)]))
    }
    known += records.sorted { $0.key < $1.key }.map { name, list in
      let records = JSON.list(list.records.map { .object(members($0)) })
      return JSON.Member(key: name, value: list.isComplete ? records : .object(["at-least": records]))
    }
    add(.facts, .object(known))
    return .object(fields)
  }
}

extension FactValue {
  /// The value as JSON: yes and no as booleans, numbers as numbers, everything else as text.
  func json(in zone: Zone?) -> JSON {
    switch self {
    case .yesNo(let value): .boolean(value)
    case .number(let number): .integer(number)
    case .choice, .date, .instant, .code: .text(text(in: zone))
    }
  }

  /// The value as a user writes it: `yes`, `34`, `2025-01-22T16:00:00-06:00`.
  package func text(in zone: Zone?) -> String {
    switch self {
    case .yesNo(let value): value ? "yes" : "no"
    case .choice(let name), .code(let name): name
    case .number(let number): String(number)
    case .date(let day): day.description
    case .instant(let instant): instant.text(in: zone)
    }
  }
}

extension Instant {
  /// RFC 3339 in a zone; at Greenwich while the agency's zone is not known.
  package func text(in zone: Zone?) -> String {
    if let zone { return zone.rfc3339(self) }
    return Zone(identifier: "GMT")?.rfc3339(self) ?? "second \(seconds) of the Unix epoch"
  }
}
