/// What all declarations of norms share: citation, provenance, words, whom they bind, `when` and `unless`.
extension Scope {
  /// A checked head.
  struct Head {
    let name: QualifiedName
    let cite: String
    let provenance: Provenance
    let reading: Reading?
  }

  /// Nil if anything is missing.
  func head(_ syntax: HeadSyntax) -> Head? {
    let name = syntax.name
    if syntax.cite == nil {
      report(
        .missingCitation, "\(subject) has no citation", help: "add `cite \"…\"` after its name: the clause it codes",
        at: name.range)
    }
    if syntax.provenance == nil {
      report(
        .missingProvenance, "\(subject) does not say what its wording rests on",
        help: "add `verified \"where, read when\"`, `secondary \"source\"` or `unverified` after the citation",
        at: name.range)
    }
    var reading: Reading?
    if let written = syntax.reading {
      guard let found = self.reading(written) else { return nil }
      reading = found
    }
    guard let law, let cite = syntax.cite, let provenance = syntax.provenance else { return nil }
    return Head(
      name: QualifiedName(law: law.name, name: name.value), cite: cite.value, provenance: provenance.provenance,
      reading: reading)
  }

  /// `NAME.READING` of this law's contested clauses.
  private func reading(_ name: Name) -> Reading? {
    guard let law else { return nil }
    guard let dot = name.value.lastIndex(of: ".") else {
      report(
        .unknownName, "`\(name.value)` names no reading", help: "write the contested clause, a dot, and the reading",
        at: name.range)
      return nil
    }
    let contest = String(name.value[..<dot])
    let reading = String(name.value[name.value.index(after: dot)...])
    guard let versions = law.contests[contest] else {
      unknown(Name(value: contest, range: name.range), .contest, among: Array(law.contests.keys))
      return nil
    }
    requireInForce("the contested clause `\(contest)`", versions.map(\.version), at: name.range, law: law)
    let readings = versions.filter { $0.version.period.overlaps(period) }.flatMap(\.readings)
    guard readings.contains(reading) else {
      report(
        .unknownName, "`\(contest)` has no reading `\(reading)`",
        help: suggest(reading, readings, else: listing(readings)), at: name.range,
        related: versions.map { .init(caption: "the contested clause", location: $0.version.location) })
      return nil
    }
    return Reading(contest: QualifiedName(law: law.name, name: contest), name: reading)
  }

  /// The words a reader is told: those of the declaration, or the prose of its section.
  func words(_ says: Located<String>?, at name: Name) -> String {
    let words = says?.value ?? section.prose
    if words.isEmpty {
      report(
        .missingWords, "\(subject) has no words",
        help: "add `says \"…\"`, or a paragraph of prose between the heading and the block", at: name.range)
    }
    return words
  }

  // MARK: - Whom

  func who(_ syntax: WhoSyntax) -> Who? {
    let agencies = agencies(syntax.agencies, syntax.law)
    let places = syntax.places.compactMap(place)
    let capacities = syntax.capacities.compactMap(capacity)
    return agencies.map { Who(agencies: $0, places: places, capacities: capacities) }
  }

  /// A class of this law or another, a kind of agency, or all.
  func agencies(_ name: Name, _ lawName: Name?) -> AgencySet? {
    if let lawName {
      guard let other = otherLaw(lawName) else { return nil }
      guard let versions = other.classes[name.value] else {
        report(
          .unknownName, "\(other.name) has no class `\(name.value)`",
          help: suggest(
            name.value, Array(other.classes.keys),
            else: "declare it there: \(NameKind.agencyClass.declaration(of: name.value))"),
          at: name.range, related: [.init(caption: "the law", location: other.location)])
        return nil
      }
      requireInForce("the class `\(name.value)`", versions, at: name.range, law: other)
      return .named(QualifiedName(law: other.name, name: name.value))
    }
    if name.value == Who.anyAgency { return .any }
    if let law, let versions = law.classes[name.value] {
      requireInForce("the class `\(name.value)`", versions, at: name.range, law: law)
      return .named(QualifiedName(law: law.name, name: name.value))
    }
    if vocabulary.agency(name.value) != nil { return .kind(name.value) }
    unknown(
      name, .agencyClass,
      among: [Who.anyAgency] + Array(law?.classes.keys ?? [:].keys) + vocabulary.agencies.map(\.name))
    return nil
  }

  // MARK: - When and unless

  func clauses(_ conditions: [CitedCondition]) -> [Clause]? {
    var checked: [Clause] = []
    for cited in conditions {
      guard let condition = condition(cited.condition) else { continue }
      checked.append(Clause(condition: condition, cite: cited.cite?.value))
      let contradicts =
        checked.count > 1 ? "this condition contradicts those before it" : "this condition is never true"
      expect(
        checked.map(\.condition), contradicts + ", so \(subject) never applies",
        help: "change it, or leave \(subject) out", at: cited.condition.range)
    }
    return checked.count == conditions.count ? checked : nil
  }

  /// Exceptions, each looked at only where what it is an exception to applies.
  func exceptions(_ exceptions: [ExceptionSyntax], to clauses: [Clause]?) -> [RuleException]? {
    self.exceptions(exceptions, given: clauses?.map(\.condition) ?? [])
  }

  private func exceptions(_ exceptions: [ExceptionSyntax], given: [Condition]) -> [RuleException]? {
    let checked = exceptions.compactMap { exception($0, given: given) }
    return checked.count == exceptions.count ? checked : nil
  }

  private func exception(_ syntax: ExceptionSyntax, given: [Condition]) -> RuleException? {
    if syntax.cite == nil {
      report(
        .missingCitation, "this exception has no citation",
        help: "add `cite \"…\"` after its condition: a reader must be able to look it up", at: syntax.range)
    }
    let condition = condition(syntax.condition)
    if let condition {
      expect(
        given + [condition], "this exception can never apply: its condition contradicts what it is an exception to",
        help: "an exception is looked at only where the rest of \(subject) applies: change one of the two conditions",
        at: syntax.condition.range)
    }
    let inner = exceptions(syntax.exceptions, given: given + (condition.map { [$0] } ?? []))
    guard let condition, let inner, let cite = syntax.cite else { return nil }
    return RuleException(condition: condition, cite: cite.value, exceptions: inner)
  }

  private func expect(_ conditions: [Condition], _ message: String, help: String, at range: SourceRange) {
    guard conditions.count <= Feasibility.mostConditions else { return }
    findings.expect(
      conditions, otherwise: Diagnostic(.neverApplies, message, help: help, at: section.location(range)))
  }

  // MARK: - Other rules

  /// A rule or limit of this law, or `law.rule`, that is in force some day while this declaration is.
  func rule(_ name: Name) -> QualifiedName? {
    guard let (owner, own) = split(name, in: { !$0.rules($1).isEmpty }, .rule) else { return nil }
    let versions = owner.rules(own)
    if !versions.contains(where: { $0.period.overlaps(period) }) {
      report(
        .outOfForce, "the rule `\(name.value)` is never in force while \(subject) is",
        help: "\(subject) is in force \(period.words): name a rule of that time", at: name.range,
        related: versions.map { .init(caption: "in force \($0.period.words)", location: $0.location) })
    }
    return QualifiedName(law: owner.name, name: own)
  }
}
