import LawLanguage
import Norms

/// All that decides what a slice says, whatever day and agency it is of: slices with one key have the same classes.
struct SliceKey: Hashable {
  let act: String
  /// The norm that is owed, if it is a duty's.
  let duty: Int?
  /// The norms over the act, what it is a kind of, and its kinds, as numbers.
  let norms: [Int]
  /// The day, where that bears on which days facts can have: look-backs from it move against days named in the law.
  let day: Day?
}

/// Numbers the norms of many editions, so that equal ones are seen to be equal.
struct NormNumbers {
  private var predicates: [Predicate: Int] = [:]
  private var norms: [Content: Int] = [:]
  /// Whether rules that say the same at different places are told apart.
  private let byPlace: Bool

  init(byPlace: Bool = true) { self.byPlace = byPlace }

  /// All that decides how a norm stands.
  private struct Content: Hashable {
    let rule: RuleContent
    let formulas: [Formula]
    let suspensions: [QualifiedName]
    /// Versions of one exception may say the same.
    let exceptions: [Life.ExceptionPlace?]
  }

  /// A rule: where it stands, or what it does.
  private enum RuleContent: Hashable {
    case place(SourceLocation)
    case says(Effect)
  }

  /// What a rule does when it stands.
  private struct Effect: Hashable {
    let rank: Rank
    let modality: Modality
    let every: Bool
    let createsNoAuthority: Bool
    let act: String
    let recipient: String?
    let trigger: Trigger?
    let due: Due?
    let steps: [String]
    let bounds: [WindowBound]
    let notwithstanding: [QualifiedName]

    /// What is hashed beside it tells nearly all apart.
    func hash(into hasher: inout Hasher) { hasher.combine(act) }

    init(_ norm: Norm) {
      rank = norm.rank
      (modality, every, act) = (norm.rule.modality, norm.rule.every, norm.rule.act)
      createsNoAuthority = norm.createsNoAuthority
      (recipient, trigger, due) = (norm.rule.recipient, norm.rule.trigger, norm.rule.due)
      (steps, bounds) = (norm.rule.steps.map(\.step), norm.rule.bounds)
      notwithstanding = norm.rule.notwithstanding
    }
  }

  /// An edition in these numbers.
  struct Numbered {
    /// For each norm its number, and whether it holds anything against a day that the law names.
    let norms: [(number: Int, isDated: Bool)]
    /// The norms over each act, as indices into the edition.
    let byAct: [String: [Int]]
    /// What is asked of the edition besides, and whether that holds anything against a day that is named.
    let asked: [Formula]
    let isAskedDated: Bool

    /// The key of an act's slice, or of a duty's, given the acts that bear on it.
    func key(
      _ act: String, duty: Int? = nil, related: [String], on day: Day
    ) -> SliceKey {
      let own = related.flatMap { byAct[$0] ?? [] }.sorted().map { norms[$0] }
      return SliceKey(
        act: act, duty: duty.map { norms[$0].number }, norms: own.map(\.number),
        day: own.contains(where: \.isDated) ? day : nil)
    }
  }

  mutating func number(_ edition: Edition, readings: [Int]) -> Numbered {
    var own: [Formula] = []
    var isDated: [Bool] = []
    for (isNamed, predicate) in zip(edition.namedPredicates, edition.predicates) {
      var predicate = predicate
      guard isNamed else {
        own.append(.constant(false))
        isDated.append(false)
        continue
      }
      var namesDay = predicate.namesDay
      switch predicate {
      case .reading(let contest, let reading):
        own.append(.constant(readings[contest] == reading))
        isDated.append(false)
        continue
      case .count(let count):
        // A count is numbered after the predicates of its condition.
        let condition = count.condition?.substituting { own[$0] }
        count.condition?.forEachAtom { namesDay = namesDay || isDated[$0] }
        predicate = .count(CountTest(records: count.records, atLeast: count.atLeast, condition: condition))
      case .request, .paper, .record, .paperKind, .anyPaper, .accompanied, .happened: break
      }
      let number = predicates.number(of: predicate)
      own.append(.atom(number))
      isDated.append(namesDay)
    }
    var found: [(number: Int, isDated: Bool)] = []
    var byAct: [String: [Int]] = [:]
    for (index, norm) in edition.norms.enumerated() {
      byAct[norm.rule.act, default: []].append(index)
      let all =
        [norm.base] + norm.exceptions.map(\.formula) + norm.steps + norm.voidedBy.map { edition.voids[$0].holds }
        + norm.suspensions.map(\.holds)
      var namesDay = false
      for formula in all { formula.forEachAtom { namesDay = namesDay || isDated[$0] } }
      let content = Content(
        rule: byPlace ? .place(norm.rule.location) : .says(Effect(norm)),
        formulas: all.map { $0.substituting { own[$0] } },
        suspensions: norm.suspensions.map(\.name),
        exceptions: byPlace ? norm.exceptions.indices.map { edition.exceptionPlace(of: index, $0) } : [])
      let number = norms.number(of: content)
      found.append((number, namesDay))
    }
    var isAskedDated = false
    for formula in edition.asked { formula.forEachAtom { isAskedDated = isAskedDated || isDated[$0] } }
    return Numbered(
      norms: found, byAct: byAct, asked: edition.asked.map { $0.substituting { own[$0] } },
      isAskedDated: isAskedDated)
  }
}

extension Edition {
  /// Whether each predicate is looked at by a norm or by what is asked: most are those of constraints alone.
  fileprivate var namedPredicates: [Bool] {
    var isNamed = [Bool](repeating: false, count: predicates.count)
    for norm in norms {
      norm.base.forEachAtom { isNamed[$0] = true }
      norm.opened.forEachAtom { isNamed[$0] = true }
      for formula in norm.exceptions.map(\.formula) + norm.steps + norm.suspensions.map(\.holds) {
        formula.forEachAtom { isNamed[$0] = true }
      }
    }
    for void in voids { void.holds.forEachAtom { isNamed[$0] = true } }
    for formula in asked { formula.forEachAtom { isNamed[$0] = true } }
    // A count is numbered after the predicates of its condition.
    for index in predicates.indices.reversed() where isNamed[index] {
      if case .count(let count) = predicates[index] {
        count.condition?.forEachAtom { isNamed[$0] = true }
      }
    }
    return isNamed
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
