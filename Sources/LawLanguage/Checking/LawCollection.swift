/// Reads the names and versions that a law declares, before anything in it is checked.
struct LawCollection {
  let names: Names
  let document: DocumentSyntax
  let findings: Findings

  /// The law's names; nil for a document without a head.
  func collect() -> LawNames? {
    var law: LawNames?
    for declaration in document.declarations {
      guard case .law(let head) = declaration.kind else { continue }
      let scope = scope(declaration, subject: .law(head.name.value))
      if let first = law {
        scope.report(
          .misplacedClause, "a document holds one law, and this is its second head",
          help: "put `\(head.name.value)` into a document of its own", at: head.name.range,
          related: [.init(caption: "the first head", location: first.location)])
      } else {
        law = scope.head(head)
      }
    }
    guard let law else { return nil }
    for (index, declaration) in document.declarations.enumerated() {
      declare(declaration, index, in: law)
    }
    return law
  }

  private func scope(_ declaration: DeclarationSyntax, subject: Scope.Subject) -> Scope {
    Scope(
      names: names, law: nil, section: Section(of: declaration.block, in: document), period: .always,
      subject: subject, findings: findings)
  }

  private func declare(_ declaration: DeclarationSyntax, _ index: Int, in law: LawNames) {
    guard let named = declaration.kind.named else { return }
    let scope = scope(declaration, subject: .declaration(named.kind, named.name.value))
    let period = scope.period(named.from, named.until, in: law)
    law.periods[index] = period
    let hours = scope.hours(named, days: period, in: law)
    if !hours.isEmpty { law.hoursOf[index] = hours }
    let version = LawNames.Version(
      period: period, hours: hours, location: scope.section.location(named.name.range))
    let name = named.name.value
    let earlier: [LawNames.Version]
    switch declaration.kind {
    case .define:
      earlier = law.definitions[name] ?? []
      law.definitions[name, default: []].append(version)
      scope.requireNoWord(named)
    case .list(let list):
      earlier = (law.lists[name] ?? []).map(\.version)
      law.lists[name, default: []].append(
        .init(kind: scope.kind(of: list), members: list.members.map(\.value.value), version: version))
      scope.requireNoWord(named)
    case .agencyClass:
      earlier = law.classes[name] ?? []
      law.classes[name, default: []].append(version)
      scope.requireNoWord(named)
    default:
      let others = law.norms[name] ?? []
      if let other = others.first(where: { $0.kind != named.kind }) {
        scope.report(
          .duplicateName, "`\(name)` is \(other.kind.phrase) already, so it cannot be \(named.kind.phrase) too",
          help: "give one of them another name: a decision names its reasons by these", at: named.name.range,
          related: [.init(caption: "declared here first", location: other.version.location)])
        return
      }
      earlier = others.map(\.version)
      law.norms[name, default: []].append(.init(kind: named.kind, version: version, cite: named.cite))
      if case .contested(let contest) = declaration.kind {
        law.contests[name, default: []].append(.init(readings: contest.readings.map(\.name.value), version: version))
      }
    }
    scope.requireNoOverlap(named, version, with: earlier)
  }
}

extension Scope {
  /// Reports an earlier version of the same name that shares a day with this one.
  fileprivate func requireNoOverlap(
    _ named: DeclarationSyntax.Named, _ version: LawNames.Version, with earlier: [LawNames.Version]
  ) {
    guard let first = earlier.first(where: { $0.overlaps(version) }),
      let both = first.period.intersection(version.period)
    else { return }
    let name = named.name.value
    let related = [Diagnostic.Related(caption: "declared here first", location: first.location)]
    if named.from == nil && first.period == version.period {
      report(
        .duplicateName, "`\(name)` is declared twice for the same time",
        help: "give one of them another name, or say with `in force from` and `until` when each holds",
        at: named.name.range, related: related)
    } else {
      report(
        .overlappingVersions, "two versions of `\(name)` are in force \(both.words)",
        help: "let one end with `until` on the day before the other begins", at: named.name.range, related: related)
    }
  }

  /// Reports a law's own name that reads as a word of the vocabulary in the places where it is used.
  fileprivate func requireNoWord(_ named: DeclarationSyntax.Named) {
    let clash: [NameKind]
    switch named.kind {
    case .definition: clash = [.fact, .judgement, .step, .paperField, .recordField, .records, .record]
    case .list: clash = [.paper]
    default: clash = [.agency]
    }
    let name = named.name.value
    guard let word = names.declared[name].first(where: { clash.contains($0.kind) }) else { return }
    if word.kind == .fact || word.kind == .judgement {
      // The fact is the mistake: laws define legal terms, each in its own way.
      findings.report(
        .legalTermAsFact, "`\(name)` is a legal term that a law defines, so it cannot be \(word.kind.phrase)",
        help: "declare the raw facts that its definition needs, and ask for those", at: word.location,
        related: [.init(caption: "defined here", location: section.location(named.name.range))])
    } else {
      report(
        .duplicateName, "`\(name)` is \(word.kind.phrase) already, so it cannot be \(named.kind.phrase) too",
        help: "give the \(named.kind.noun) another name", at: named.name.range,
        related: [.init(caption: "declared here", location: word.location)])
    }
  }
}

extension DeclarationSyntax {
  /// What a law's declarations have in common.
  struct Named {
    let kind: NameKind
    let name: Name
    let from: Located<Day>?
    let until: Located<Day>?
    let hours: HoursSyntax
    let cite: String
  }
}

extension DeclarationSyntax.Kind {
  /// The name and period of a declaration that belongs to a law; nil for a head and for words of the vocabulary.
  var named: DeclarationSyntax.Named? {
    switch self {
    case .law, .vocabulary: nil
    case .rule(let rule): named(rule.modality.value == .limits ? .limit : .rule, rule.head)
    case .exception(let exception): named(.exception, exception.head)
    case .void(let void): named(.void, void.head)
    case .presume(let presumption): named(.presumption, presumption.head)
    case .contested(let contest): named(.contest, contest.head)
    case .untranslated(let clause): named(.untranslated, clause.head)
    case .suspended(let suspension):
      named(
        .suspension, suspension.head, from: suspension.from, until: suspension.until,
        hours: suspension.from == nil ? nil : suspension.hours)
    case .define(let define): named(.definition, define.name, define.period)
    case .list(let list): named(.list, list.name, list.period)
    case .agencyClass(let list): named(.agencyClass, list.name, list.period)
    }
  }

  private func named(
    _ kind: NameKind, _ head: HeadSyntax, from: Located<Day>? = nil, until: Located<Day>? = nil,
    hours: HoursSyntax? = nil
  ) -> DeclarationSyntax.Named {
    .init(
      kind: kind, name: head.name, from: from ?? head.period?.from, until: until ?? head.period?.until,
      hours: hours ?? head.period?.hours ?? HoursSyntax(), cite: head.cite?.value ?? "")
  }

  private func named(_ kind: NameKind, _ name: Name, _ period: PeriodSyntax?) -> DeclarationSyntax.Named {
    .init(
      kind: kind, name: name, from: period?.from, until: period?.until, hours: period?.hours ?? HoursSyntax(), cite: "")
  }
}
