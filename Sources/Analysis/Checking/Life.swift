import LawLanguage
import Norms

/// What was seen of rules, exceptions and facts in some class of some slice.
struct Life {
  /// Rules by their places, for versions share a name.
  private(set) var bound = Set<SourceLocation>()
  private(set) var applied = Set<SourceLocation>()
  private(set) var stood = Set<SourceLocation>()
  private(set) var decisive = Set<SourceLocation>()
  /// For rules that stood and decided nothing so far: what decided instead.
  private(set) var displacers: [SourceLocation: Set<QualifiedName>] = [:]
  private(set) var opened = Set<ExceptionPlace>()
  /// Exceptions that open where no other of the rule does.
  private(set) var openedAlone = Set<ExceptionPlace>()
  /// Conditions that kept a rule out where the rest of it held.
  private(set) var needed = Set<ConditionPlace>()
  /// The others that were met, in the words of the language.
  private(set) var unneeded: [ConditionPlace: String] = [:]
  /// Facts and lists that some verdict, reason or duty hangs on.
  private(set) var mattering = Set<String>()
  /// Facts and lists that some law looks at.
  private(set) var looksAt = Set<String>()

  /// An exception: of a rule, by its index, or of a group of rules.
  enum ExceptionPlace: Hashable {
    case rule(SourceLocation, Int)
    case group(SourceLocation)
  }

  /// A part of a rule's conditions: a clause, and its place in it if the clause joins several.
  struct ConditionPlace: Hashable {
    let rule: SourceLocation
    let clause: Int
    let part: Int
  }

  /// The parts in which a norm decides something.
  private static let deciding: Set<Role> = [.decides, .permits, .exempts, .givesAuthority, .deniesAuthority, .bounds]

  mutating func note(_ edition: Edition) {
    for norm in edition.norms { bound.insert(norm.rule.location) }
    looksAt.formUnion(edition.looksAt)
    // What clocks and steps look at matters whatever the answer is; so does what decides duties.
    for duty in edition.duties { for index in duty.slice.predicates { mattering.formUnion(edition.names[index]) } }
  }

  mutating func note(
    _ act: ActClasses, _ table: LookTable, _ words: LookWords, _ classes: inout Classes
  ) throws(TooWide) {
    let edition = act.edition
    var hanging = act.verdicts.filter { $0.verdict.answer != .undetermined }.map(\.classes)
    for (role, node) in act.roles where Self.deciding.contains(role.role) {
      decisive.insert(edition.norms[role.norm].rule.location)
      hanging.append(node)
    }
    for column in try classes.support(of: hanging) {
      for source in table.sources(of: classes.look(at: column)) {
        switch source {
        case .fact(let name), .list(let name): mattering.insert(name)
        case .paper: break
        }
      }
    }
    for (formulas, standings) in zip(act.formulas, act.standings) {
      try note(standings, formulas, edition, words, &classes)
    }
    for (formulas, standings) in zip(act.formulas, act.standings) {
      let idle = formulas.norms.keys.filter { index in
        standings[index].stands != Diagrams.none && !decisive.contains(edition.norms[index].rule.location)
      }
      for (role, node) in act.roles where role.role == .decides || role.role == .permits {
        for index in idle where index != role.norm {
          if try classes.isEmpty(classes.diagrams.both(standings[index].stands, node)) { continue }
          displacers[edition.norms[index].rule.location, default: []].insert(edition.norms[role.norm].rule.name)
        }
      }
    }
  }

  mutating func note(
    _ standings: Standings, _ formulas: SliceFormulas, _ edition: Edition, _ words: LookWords,
    _ classes: inout Classes
  ) throws(TooWide) {
    for (index, own) in formulas.norms {
      let location = edition.norms[index].rule.location
      let standing = standings[index]
      try noteNeeds(location, own, words, &classes)
      guard try !classes.isEmpty(standing.applies) else { continue }
      applied.insert(location)
      if try !classes.isEmpty(standing.stands) { stood.insert(location) }
      for (number, exception) in own.exceptions.enumerated() {
        guard let place = edition.exceptionPlace(of: index, number), !openedAlone.contains(place) else { continue }
        let open = try classes.diagrams.both(classes.set(where: exception), standing.applies)
        if try classes.isEmpty(open) { continue }
        opened.insert(place)
        var others = own.exceptions
        others.remove(at: number)
        let alone = try classes.diagrams.without(open, classes.set(where: .disjunction(others)))
        if try !classes.isEmpty(alone) { openedAlone.insert(place) }
      }
    }
  }

  /// A condition is needed if the rest of its rule can hold without it.
  private mutating func noteNeeds(
    _ rule: SourceLocation, _ own: SliceFormulas.NormFormulas, _ words: LookWords, _ classes: inout Classes
  ) throws(TooWide) {
    let parts = own.conditions.enumerated().flatMap { clause, formula in
      formula.conjuncts.enumerated().map {
        (place: ConditionPlace(rule: rule, clause: clause, part: $0), formula: $1)
      }
    }
    guard parts.contains(where: { !needed.contains($0.place) }) else { return }
    var sets: [Diagrams.Node] = []
    for part in parts { sets.append(try classes.set(where: part.formula)) }
    // The paper and the parts before each.
    var before = try classes.set(where: own.paper)
    for (index, part) in parts.enumerated() {
      let place = part.place
      var rest = before
      before = try classes.diagrams.both(before, sets[index])
      guard !needed.contains(place) else { continue }
      for other in sets[(index + 1)...] { rest = try classes.diagrams.both(rest, other) }
      let without = try classes.diagrams.without(rest, sets[index])
      if try !classes.isEmpty(without) {
        needed.insert(place)
        unneeded[place] = nil
      } else if unneeded[place] == nil, try !classes.isEmpty(rest) {
        unneeded[place] = words.words(part.formula)
      }
    }
  }

  /// Whether no further slice can say anything new of a rule.
  func isSettled(_ rule: Rule) -> Bool {
    decisive.contains(rule.location)
      && rule.exceptions.indices.allSatisfy { openedAlone.contains(.rule(rule.location, $0)) }
      && !unneeded.keys.contains { $0.rule == rule.location }
  }

  mutating func noteOwed(_ rule: Rule) { decisive.insert(rule.location) }
}

extension Edition {
  /// Where the exception of a norm stands in the law.
  func exceptionPlace(of norm: Int, _ exception: Int) -> Life.ExceptionPlace? {
    let norm = norms[norm]
    guard norm.exceptions.indices.contains(exception) else { return nil }
    return norm.exceptions[exception].group.map { .group($0) } ?? .rule(norm.rule.location, exception)
  }
}

extension Formula {
  /// What it joins by "and"; itself, if it joins nothing so.
  fileprivate var conjuncts: [Formula] { if case .all(let parts) = self { parts } else { [self] } }
}
