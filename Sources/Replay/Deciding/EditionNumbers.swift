internal import LawLanguage
internal import Norms

/// Numbers editions by all that decides their answers: those of several days, or for several kinds of agency, that say the same
/// have one number and are asked once.
struct EditionNumbers {
  private var predicates: [Predicate: Int] = [:]
  private var contents: [Content: Int] = [:]

  /// How many differ.
  var count: Int { contents.count }

  /// What an edition says, in predicates that are numbered over all editions.
  private struct Content: Hashable {
    /// Of whose clocks: places that share them and their law are answered alike.
    let zone: String?
    let norms: [NormContent]
    let presumptions: [PresumptionContent]
    let constraints: [Formula]
    let recordConstraints: [String: [Formula]]
    let contests: [Contest]
  }

  private struct NormContent: Hashable {
    let rule: SourceLocation
    let cite: String
    let formulas: [Formula]
    let openings: [OpeningContent]
    let yieldsTo: [Int]
    let voids: [VoidContent]
    let suspensions: [SuspensionContent]
  }

  private struct OpeningContent: Hashable {
    let cite: String
    let formula: Formula
  }

  private struct VoidContent: Hashable {
    let clause: VoidClause
    let holds: Formula
  }

  private struct SuspensionContent: Hashable {
    let name: QualifiedName
    let acts: [String]
    let holds: Formula
  }

  private struct PresumptionContent: Hashable {
    let clause: Presumption
    let condition: Formula
  }

  /// The number of an edition for an agency in a zone, whatever its kind and place: `count - 1` if none says the same.
  mutating func number(_ edition: Edition, zone: String?) -> Int {
    var own: [Formula] = []
    for predicate in edition.predicates {
      var predicate = predicate
      // A count stands after the predicates of its condition.
      if case .count(let count) = predicate {
        predicate = .count(
          CountTest(
            records: count.records, atLeast: count.atLeast, condition: count.condition?.substituting { own[$0] }))
      }
      let number = predicates[predicate] ?? predicates.count
      predicates[predicate] = number
      own.append(.atom(number))
    }
    func shared(_ formula: Formula) -> Formula { formula.substituting { own[$0] } }
    let norms = edition.norms.map { norm in
      NormContent(
        rule: norm.rule.location, cite: norm.cite,
        formulas: ([norm.gate, norm.base, norm.paper, norm.opened] + norm.conditions).map(shared)
          + norm.steps.map(shared),
        openings: norm.exceptions.map { OpeningContent(cite: $0.cite, formula: shared($0.formula)) },
        yieldsTo: norm.yieldsTo,
        voids: norm.voidedBy.map {
          VoidContent(clause: edition.voids[$0].clause, holds: shared(edition.voids[$0].holds))
        },
        suspensions: norm.suspensions.map { SuspensionContent(name: $0.name, acts: $0.acts, holds: shared($0.holds)) })
    }
    let content = Content(
      zone: zone, norms: norms,
      presumptions: edition.presumptions.map {
        PresumptionContent(clause: $0.clause, condition: shared($0.condition))
      },
      constraints: edition.constraints.map(shared),
      recordConstraints: edition.recordConstraints.mapValues { $0.map(shared) }, contests: edition.contests)
    if let known = contents[content] { return known }
    contents[content] = contents.count
    return contents.count - 1
  }
}
