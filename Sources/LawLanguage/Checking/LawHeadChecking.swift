/// The head of a law: by whom it is made, its rank, and whom it binds.
extension Scope {
  func head(_ syntax: LawHeadSyntax) -> LawNames {
    let name = syntax.name
    if syntax.cite == nil {
      report(
        .missingCitation, "the law `\(name.value)` has no citation", help: "add `cite \"…\"` after its name",
        at: name.range)
    }
    if syntax.period == nil {
      report(
        .missingHead, "the law `\(name.value)` does not say since when it is in force",
        help: "add `in force from` and the first day", at: name.range)
    }
    let period = period(from: syntax.period?.from, until: syntax.period?.until, within: .always)
    let source = source(syntax)
    // What a court says binds where the court does; what a legislature makes binds its own place.
    let reach = source.court.flatMap { vocabulary.court($0)?.binding } ?? [source.place]
    let binding = syntax.binding.compactMap(place)
    return LawNames(
      name: name.value, cite: syntax.cite?.value ?? "", location: section.location(name.range), period: period,
      hours: hours(syntax, days: period), isOrder: syntax.source?.construction == .order,
      rank: source.rank, place: source.place, court: source.court,
      binding: binding.isEmpty ? reach : binding, createsNoAuthority: syntax.createsNoAuthority)
  }

  private func source(_ syntax: LawHeadSyntax) -> (rank: Rank, place: String, court: String?) {
    guard let source = syntax.source else {
      report(
        .missingHead, "the law `\(syntax.name.value)` does not say by what it is made",
        help: "add `by statute of IL` or its like after the citation", at: syntax.name.range)
      return (.policy, Vocabulary.federation, nil)
    }
    let court = source.court.flatMap(court)
    guard let place = place(source.place) else { return (.policy, source.place.value, court) }
    let kind = vocabulary.place(place)?.kind
    if let rank = Rank(source.rank.value, ofFederation: place == Vocabulary.federation, kind: kind) {
      return (rank, place, court)
    }
    let makes: String
    switch kind {
    case _ where place == Vocabulary.federation: makes = "constitution, statute, regulation or policy"
    case .jurisdiction: makes = "constitution, statute, regulation, directive or policy"
    case .locality: makes = "ordinance or policy"
    case .circuit, .district, nil:
      report(
        .wrongType, "`\(place)` is a part of the federal courts; it makes no law",
        help: "name the place whose law it is, and `binding \(place)` for whom it binds", at: source.place.range)
      return (.policy, place, court)
    }
    report(
      .wrongType, "\(place) makes no \(source.rank.value.rawValue)",
      help: "the law of \(place) is \(makes)", at: source.rank.range)
    return (.policy, place, court)
  }
}

extension Rank {
  /// The rank that a word names in the law of a place; nil if such a place makes no such law.
  init?(_ word: RankWord, ofFederation: Bool, kind: Place.Kind?) {
    switch (word, kind) {
    case (.constitution, _) where ofFederation: self = .federalConstitution
    case (.statute, _) where ofFederation: self = .federalStatute
    case (.regulation, _) where ofFederation, (.directive, _) where ofFederation: self = .federalRegulation
    case (.policy, _) where ofFederation: self = .policy
    case (.constitution, .jurisdiction): self = .stateConstitution
    case (.statute, .jurisdiction): self = .stateStatute
    case (.regulation, .jurisdiction), (.directive, .jurisdiction): self = .stateRegulation
    case (.ordinance, .locality): self = .ordinance
    case (.policy, .jurisdiction), (.policy, .locality): self = .policy
    default: return nil
    }
  }

  /// The ranks that a word can name in anybody's law.
  static func ranks(_ word: RankWord) -> [Rank] {
    switch word {
    case .constitution: [.federalConstitution, .stateConstitution]
    case .statute: [.federalStatute, .stateStatute]
    case .regulation, .directive: [.federalRegulation, .stateRegulation]
    case .ordinance: [.ordinance]
    case .policy: [.policy]
    }
  }
}
