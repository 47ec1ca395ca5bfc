import LawLanguage
import Norms

/// All that a slice says, whatever day and agency it is of: slices with one key have the same classes and findings.
struct SliceKey: Hashable {
  let act: String
  let norms: [NormKey]
  /// The day, where that bears on which days facts can have: look-backs from it move against days named in the law.
  let day: Day?

  /// A norm of the slice and what decides whether it stands.
  struct NormKey: Hashable {
    let rule: SourceLocation
    let force: Force?
    /// All formulas, over the numbers of `PredicateNumbers`.
    let formula: Int
    let isSuspended: Bool
    let yieldsTo: [SourceLocation]
  }
}

/// Numbers the predicates and norms of many editions, so that equal ones are seen to be equal.
struct PredicateNumbers {
  private var numbers: [Predicate: Int] = [:]
  private var formulas: [[Formula]: Int] = [:]
  private var dated = Set<Int>()

  /// An edition in these numbers.
  struct Numbered {
    /// For each norm.
    let formulas: [Int]
    /// For each predicate, whether it names a day.
    let isDated: [Bool]
  }

  mutating func number(_ edition: Edition, readings: [Int]) -> Numbered {
    var own: [Formula] = []
    var isDated: [Bool] = []
    for predicate in edition.predicates {
      var predicate = predicate
      var isDatedHere = predicate.namesDay
      switch predicate {
      case .reading(let contest, let reading):
        own.append(.constant(readings[contest] == reading))
        isDated.append(false)
        continue
      case .count(let count):
        // A count is numbered after the predicates of its condition.
        let condition = count.condition?.substituting { own[$0] }
        count.condition?.forEachAtom { isDatedHere = isDatedHere || isDated[$0] }
        predicate = .count(CountTest(records: count.records, atLeast: count.atLeast, condition: condition))
      case .request, .paper, .record, .paperKind, .anyPaper, .accompanied, .happened: break
      }
      let number = numbers[predicate] ?? numbers.count
      numbers[predicate] = number
      own.append(.atom(number))
      isDated.append(isDatedHere)
    }
    var found: [Int] = []
    for norm in edition.norms {
      let all =
        [norm.base] + norm.exceptions.map(\.formula) + norm.steps + norm.voidedBy.map { edition.voids[$0].holds }
      let key = all.map { $0.substituting { own[$0] } }
      let number = formulas[key] ?? formulas.count
      formulas[key] = number
      found.append(number)
    }
    return Numbered(formulas: found, isDated: isDated)
  }
}

extension SliceKey {
  init(_ slice: Slice, in edition: Edition, numbered: PredicateNumbers.Numbered) {
    act = slice.act
    let forces = Dictionary(slice.bearing.map { ($0.norm, $0.force) }) { first, _ in first }
    norms = slice.involved.map { index in
      let norm = edition.norms[index]
      return NormKey(
        rule: norm.rule.location, force: forces[index], formula: numbered.formulas[index],
        isSuspended: slice.isSuspended(norm, edition.library.vocabulary),
        yieldsTo: slice.winners(over: index, in: edition).map { edition.norms[$0].rule.location })
    }
    day = slice.predicates.contains { numbered.isDated[$0] } ? edition.day : nil
  }
}

extension Predicate {
  /// Whether it holds a value against a day that the law names.
  fileprivate var namesDay: Bool {
    switch self {
    case .request(let test), .paper(let test), .record(let test):
      switch test.comparison {
      case .date(_, .day), .within(_, _, .day, _): true
      case .holds, .choice, .number, .bound, .member, .date, .within: false
      }
    case .count, .paperKind, .anyPaper, .accompanied, .happened, .reading: false
    }
  }
}
