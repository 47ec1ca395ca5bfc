/// Looking names up, and saying what is wrong with those that lead nowhere.
extension Scope {
  func act(_ name: Name) -> String? {
    found(name, vocabulary.act(name.value) != nil, .act, among: vocabulary.acts.map(\.name))
  }

  func paper(_ name: Name, code: DiagnosticCode = .unknownName) -> String? {
    found(name, vocabulary.paper(name.value) != nil, .paper, among: vocabulary.papers.map(\.name), code: code)
  }

  func recipient(_ name: Name) -> String? {
    found(name, vocabulary.recipient(name.value) != nil, .recipient, among: vocabulary.recipients.map(\.name))
  }

  func step(_ name: Name) -> String? {
    found(name, vocabulary.step(name.value) != nil, .step, among: vocabulary.steps.map(\.name))
  }

  func agency(_ name: Name, code: DiagnosticCode = .unknownName) -> String? {
    found(name, vocabulary.agency(name.value) != nil, .agency, among: vocabulary.agencies.map(\.name), code: code)
  }

  func court(_ name: Name) -> String? {
    found(name, vocabulary.court(name.value) != nil, .court, among: vocabulary.courts.map(\.name))
  }

  /// A declared place, or the US.
  func place(_ name: Name) -> String? {
    let isKnown = name.value == Vocabulary.federation || vocabulary.place(name.value) != nil
    return found(name, isKnown, .place, among: [Vocabulary.federation] + vocabulary.places.map(\.name))
  }

  func recordType(_ name: Name) -> RecordType? {
    if let type = names.records[name.value] { return type }
    unknown(name, .records, among: Array(names.records.keys))
    return nil
  }

  /// A calendar, or the days that every calendar has.
  func daysLeftOut(_ name: Name) -> String? {
    let weekend = ["saturdays", "sundays"]
    let isKnown = weekend.contains(name.value) || vocabulary.calendar(name.value) != nil
    if !isKnown, name.value.hasPrefix("weekend") {
      report(.unknownName, "there is no calendar `\(name.value)`", help: "write `saturdays, sundays`", at: name.range)
      return nil
    }
    return found(name, isKnown, .calendar, among: weekend + vocabulary.calendars.map(\.name))
  }

  func capacity(_ name: Name) -> Capacity? {
    if let capacity = Capacity(rawValue: name.value) { return capacity }
    let words = Capacity.allCases.map(\.rawValue)
    report(
      .unknownName, "there is no capacity `\(name.value)`", help: suggest(name.value, words, else: listing(words)),
      at: name.range)
    return nil
  }

  /// A law of the library.
  func otherLaw(_ name: Name) -> LawNames? {
    if let law = names.laws[name.value] { return law }
    unknown(name, .law, among: Array(names.laws.keys))
    return nil
  }

  /// A name of this law, or `law.name`: the law that has it, and its own name there.
  func split(_ name: Name, in table: (LawNames, String) -> Bool, _ kind: NameKind) -> (LawNames, String)? {
    if let law, table(law, name.value) { return (law, name.value) }
    guard let dot = name.value.lastIndex(of: "."), dot != name.value.startIndex else {
      unknown(name, kind, among: law.map { localNames($0, kind) } ?? [])
      return nil
    }
    let lawName = String(name.value[..<dot])
    let own = String(name.value[name.value.index(after: dot)...])
    guard let other = names.laws[lawName] else {
      report(
        .unknownName, "there is no law `\(lawName)`",
        help: suggest(
          lawName, Array(names.laws.keys), else: "write \(kind.phrase) of this law, or `law.name` for another's"),
        at: name.range)
      return nil
    }
    guard table(other, own) else {
      report(
        .unknownName, "`\(lawName)` has no \(kind.noun) `\(own)`",
        help: suggest(own, localNames(other, kind), else: "declare it there: \(kind.declaration(of: own))"),
        at: name.range, related: [.init(caption: "the law", location: other.location)])
      return nil
    }
    return (other, own)
  }

  private func localNames(_ law: LawNames, _ kind: NameKind) -> [String] {
    switch kind {
    case .definition: Array(law.definitions.keys)
    case .list: Array(law.lists.keys)
    case .agencyClass: Array(law.classes.keys)
    case .contest: Array(law.contests.keys)
    default: Array(law.norms.keys)
    }
  }

  private func found(
    _ name: Name, _ isKnown: Bool, _ kind: NameKind, among candidates: @autoclosure () -> [String],
    code: DiagnosticCode = .unknownName
  ) -> String? {
    if isKnown { return name.value }
    unknown(name, kind, among: candidates(), code: code)
    return nil
  }
}

extension Vocabulary {
  /// The place of federal law; it needs no declaration.
  static let federation = "US"
}
