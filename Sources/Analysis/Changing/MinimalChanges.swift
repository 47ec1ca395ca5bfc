package import LawLanguage
import Norms

/// Minimal sets of up to three changeable facts of a request with values for which the answer is another one, whatever is left open.
/// "What would change it" in `docs/language.md`.
///
/// A decision finds them by deciding again with each set, and leaves out those with which more would be open than it goes through.
/// Here all classes that the request leaves open, its changeable facts included, are looked at once.
package struct MinimalChanges {
  /// Facts with other values, and what the law would say then.
  package struct Change: Sendable, Hashable {
    /// In the order of the vocabulary.
    package let facts: [Fact]
    package let answer: Answer
  }

  /// A fact and the value it would have.
  package struct Fact: Sendable, Hashable {
    package let name: String
    package let value: FactValue
  }

  /// As recorded, changeable facts and all.
  private let recorded: Situation
  private let table: LookTable
  private var classes: Classes
  private let act: ActClasses
  /// The changeable facts that can bear on the act, each with its other values.
  private let options: [(name: String, values: [FactValue])]

  /// Nil for what is not looked at here: an act that a window bounds, or that hangs on what has happened or is presumed; a list of
  /// which some records are known and others are not.
  ///
  /// - Throws: `TooWide` if there is more than is gone through.
  package init?(of name: String, in request: Request, of library: Library) throws(TooWide) {
    let place = request.agency.locality ?? request.jurisdiction
    guard let zone = library.vocabulary.zoneName(of: place).flatMap({ Zone(identifier: $0) }) else { return nil }
    let edition = Edition(
      library: library, jurisdiction: request.jurisdiction, agency: request.agency, day: request.day)
    let slice = Slice(of: name, in: edition)
    guard edition.presumptions.isEmpty,
      slice.involved.allSatisfy({ edition.norms[$0].rule.bounds.isEmpty }),
      request.records.values.allSatisfy({ $0.isComplete || $0.records.isEmpty }),
      slice.predicates.allSatisfy({ if case .happened = edition.predicates[$0] { false } else { true } })
    else { return nil }
    let recorded = Situation(of: request, in: edition, zone: zone)
    let changeable = library.vocabulary.facts.filter(\.changeable).map(\.name)
    var open = recorded
    for name in changeable { open.facts[name] = nil }

    let kinds = request.papers.map(\.kind)
    let grounded = GroundedFormulas(
      edition: edition, ties: ConstraintTies(of: edition), papers: kinds, readings: edition.markedReadings)
    var table = LookTable()
    let formulas = slice.grounds(among: kinds).map {
      SliceFormulas(slice, ground: $0, grounded: grounded, table: &table)
    }
    let occasion = Occasion(
      jurisdiction: request.jurisdiction, agency: request.agency, act: name, day: request.day, papers: kinds)
    let finding = AxisFinding(sides: [grounded], occasion: occasion, zone: zone, request: open)
    // What constraints look at is told apart, too: a value that they do not allow is no change.
    let looks = finding.joined(formulas.looks.sorted, in: &table)
    var classes = try Classes(axes: finding.axes(of: looks, in: &table))
    act = try ActClasses(slice, formulas, in: edition, classes: &classes)
    let reached = Set(looks.flatMap { table.sources(of: $0) })
    options = changeable.filter { reached.contains(.fact($0)) }.compactMap { name in
      library.vocabulary.fact(name).map { (name, edition.otherValues(of: $0, in: recorded)) }
    }
    (self.recorded, self.table, self.classes) = (recorded, table, classes)
  }

  /// The changes, smaller sets first, then in the order of the vocabulary.
  package mutating func changes(from answer: Answer) throws(TooWide) -> [Change] {
    var found: [Change] = []
    for size in 1...3 {
      for chosen in subsets(of: Array(options.indices), size: size) {
        for facts in assignments(chosen) {
          guard let other = try self.answer(with: facts), other != answer else { continue }
          let isMinimal = !found.contains { smaller in
            smaller.answer == other && smaller.facts.count < size
              && smaller.facts.allSatisfy { fact in facts.contains { $0.name == fact.name } }
          }
          if isMinimal { found.append(Change(facts: facts, answer: other)) }
        }
      }
    }
    return found
  }

  /// The answer in every class that is left with these facts; nil if there are several, or the facts cannot be so.
  private mutating func answer(with facts: [Fact]) throws(TooWide) -> Answer? {
    var situation = recorded
    for fact in facts { situation.facts[fact.name] = fact.value }
    var left = classes.feasible
    for look in classes.axes.flatMap(\.looks) {
      guard let level = classes.column(of: look) else { continue }
      let column = try classes.diagrams.column(level)
      switch table.truth(ofAny: look, in: situation) {
      case .yes: left = try classes.diagrams.both(left, column)
      case .no: left = try classes.diagrams.without(left, column)
      case .unknown: break
      }
    }
    var answers = Set<Answer>()
    for (verdict, node) in act.verdicts where !answers.contains(verdict.answer) {
      if try classes.diagrams.both(left, node) != Diagrams.none { answers.insert(verdict.answer) }
    }
    return answers.count == 1 ? answers.first : nil
  }

  private func assignments(_ chosen: [Int]) -> [[Fact]] {
    chosen.reduce([[]]) { shorter, option in
      shorter.flatMap { facts in
        options[option].values.map { facts + [Fact(name: options[option].name, value: $0)] }
      }
    }
  }

  private func subsets(of indices: [Int], size: Int) -> [[Int]] {
    guard size > 0 else { return [[]] }
    guard indices.count >= size else { return [] }
    let rest = Array(indices.dropFirst())
    return subsets(of: rest, size: size - 1).map { [indices[0]] + $0 } + subsets(of: rest, size: size)
  }
}

extension Situation {
  /// As recorded; a list of which nothing is known is left out.
  fileprivate init(of request: Request, in edition: Edition, zone: Zone) {
    let vocabulary = edition.library.vocabulary
    let facts = request.facts(in: zone, by: vocabulary)
    self.init(
      facts: facts,
      papers: request.papers.map { paper in
        paper.fields.merging(vocabulary.paper(paper.kind)?.fixed ?? [:]) { _, fixed in fixed }
      },
      paperKinds: request.papers.map(\.kind), records: request.records.filter(\.value.isComplete),
      readings: edition.markedReadings, asked: request.askedDay, decided: request.decidedDay,
      decidedInstant: request.decided, acted: request.day, zone: zone, recorded: facts)
  }
}

extension Edition {
  /// The values of a fact that the law tells apart, but for the one that is recorded.
  fileprivate func otherValues(of fact: Fact, in situation: Situation) -> [FactValue] {
    let mentioning = predicates.indices.filter { names[$0].contains(fact.name) }
    var open = situation
    open.facts[fact.name] = nil
    let domains = Domains(Looks(of: mentioning, constraining: [:], in: predicates), in: open)
    return domains.values(of: .fact(fact.name), type: fact.type).filter { $0 != situation.facts[fact.name] }
  }
}
