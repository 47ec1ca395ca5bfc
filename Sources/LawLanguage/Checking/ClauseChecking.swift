/// What bears on other rules: exceptions to several, voids, presumptions and untranslated clauses.
extension Scope {
  func exception(_ syntax: GroupExceptionSyntax) -> GroupException? {
    let head = head(syntax.head)
    let rules = reached(syntax)
    let conditions = clauses(syntax.conditions)
    let exceptions = exceptions(syntax.exceptions, to: conditions)
    let text = words(syntax.says, at: syntax.head.name)
    guard let head, let conditions, let exceptions else { return nil }
    return GroupException(
      name: head.name, cite: head.cite, period: period, provenance: head.provenance, reading: head.reading,
      rules: rules, conditions: conditions, exceptions: exceptions, text: text,
      location: section.location(syntax.head.name.range))
  }

  /// The names of the rules of this law under the section, or of those that are named.
  private func reached(_ syntax: GroupExceptionSyntax) -> [String] {
    guard let law else { return [] }
    var reached: Set<String> = []
    if let wanted = syntax.section {
      let under = law.norms.filter { _, versions in
        versions.contains { norm in
          (norm.kind == .rule || norm.kind == .limit) && norm.cite.lies(underSection: wanted.value)
            && norm.version.period.overlaps(period)
        }
      }
      if under.isEmpty {
        let cites = Set(law.norms.values.flatMap { $0 }.filter { $0.kind == .rule }.map(\.cite)).sorted()
        report(
          .neverApplies, "no rule of this law is under section \(wanted.value) \(period.words)",
          help: suggest(
            wanted.value, cites, else: "name a section that a rule cites, or the rules: `to rule-name, rule-name`"),
          at: wanted.range)
      }
      reached.formUnion(under.keys)
    } else if syntax.rules.isEmpty {
      report(
        .missingClause, "\(subject) does not say what it is an exception to",
        help: "add `to section \"…\"`, or `to` and the names of rules", at: syntax.head.name.range)
    }
    for name in syntax.rules {
      guard let rule = rule(name) else { continue }
      if rule.law == law.name {
        reached.insert(rule.name)
      } else {
        report(
          .unknownName, "`\(name.value)` is a rule of another law",
          help: "declare the exception in \(rule.law)", at: name.range)
      }
    }
    return reached.sorted()
  }

  func void(_ syntax: VoidSyntax) -> VoidClause? {
    let head = head(syntax.head)
    for modality in syntax.modalities where ![.must, .mustNot, .may].contains(modality.value) {
      report(
        .misplacedClause, "a void strikes `must`, `must not` or `may`", help: "write one of these",
        at: modality.range)
    }
    let acts = syntax.acts.compactMap(act)
    let ranks = syntax.ranks.flatMap(lower)
    let conditions = clauses(syntax.conditions)
    let exceptions = exceptions(syntax.exceptions, to: conditions)
    let text = words(syntax.says, at: syntax.head.name)
    guard let head, let conditions, let exceptions else { return nil }
    return VoidClause(
      name: head.name, cite: head.cite, period: period, provenance: head.provenance, reading: head.reading,
      modalities: syntax.modalities.map(\.value), acts: acts, ranks: ranks.sorted(), conditions: conditions,
      exceptions: exceptions, text: text, location: section.location(syntax.head.name.range))
  }

  /// The ranks that a word names below this law's own.
  private func lower(_ word: Located<RankWord>) -> [Rank] {
    guard let law else { return [] }
    let ranks = Rank.ranks(word.value).filter { law.rank < $0 }
    if ranks.isEmpty {
      report(
        .voidNotLower, "a \(law.rank.title) cannot void a \(word.value.rawValue): it is not lower",
        help: "name lower ranks only", at: word.range,
        related: [.init(caption: "the law: \(law.rank.title)", location: law.location)])
    }
    return ranks
  }

  func presumption(_ syntax: PresumeSyntax) -> Presumption? {
    let head = head(syntax.head)
    let condition = syntax.condition.map(self.condition)
    let text = words(nil, at: syntax.head.name)
    guard let fact = vocabulary.fact(syntax.fact.value) else {
      unknown(syntax.fact, .fact, among: vocabulary.facts.map(\.name))
      return nil
    }
    guard let value = fact.type.value(syntax.value.value) else {
      if case .choice = fact.type {
        _ = choice(syntax.value, of: fact.name, fact.type)
      } else {
        report(
          .wrongType, "`\(fact.name)` is \(fact.type.phrase), so it cannot be `\(syntax.value.value)`",
          help: fact.type == .yesNo ? "write `is yes` or `is no`" : "presume a value of its type",
          at: syntax.value.range)
      }
      return nil
    }
    guard let head, condition != .some(nil) else { return nil }
    return Presumption(
      name: head.name, cite: head.cite, period: period, provenance: head.provenance, fact: fact.name, value: value,
      condition: condition ?? nil, text: text, location: section.location(syntax.head.name.range))
  }

  func untranslated(_ syntax: UntranslatedSyntax) -> UntranslatedClause? {
    let head = head(syntax.head)
    let who = who(syntax.who)
    let acts = syntax.acts.compactMap(act)
    let paper = syntax.paper.map(self.paper)
    let condition = syntax.condition.map(self.condition)
    let text = words(syntax.says, at: syntax.head.name)
    guard let head, let who, paper != .some(nil), condition != .some(nil) else { return nil }
    return UntranslatedClause(
      name: head.name, cite: head.cite, period: period, provenance: head.provenance, who: who,
      direction: syntax.direction.value, paper: paper ?? nil, acts: acts, condition: condition ?? nil, text: text,
      location: section.location(syntax.head.name.range))
  }

  func definition(_ syntax: DefineSyntax) -> Definition? {
    guard let law, let condition = condition(syntax.condition) else { return nil }
    return Definition(
      name: QualifiedName(law: law.name, name: syntax.name.value), cite: syntax.cite?.value, period: period,
      condition: condition, location: section.location(syntax.name.range))
  }
}

extension String {
  /// Whether this citation is the section, or lies under it: `15(a)` and `15 and 20` under `15`, not `151` nor `15-5`.
  func lies(underSection section: String) -> Bool {
    guard hasPrefix(section), !section.isEmpty else { return false }
    guard let next = dropFirst(section.count).first else { return true }
    return "( ,;".contains(next)
  }
}
