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
  /// What a norm that many agencies share came to.
  private var shared: [ObjectIdentifier: Shared] = [:]
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

  /// The number of a norm that many agencies share. It keeps the norm, for what is gone gives its identity to another.
  private struct Shared {
    let norm: Norm.Compiled
    let number: Int
    let isDated: Bool

    init(_ norm: Norm.Compiled, _ number: Int, _ isDated: Bool) {
      self.norm = norm
      self.number = number
      self.isDated = isDated
    }
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
    var own = OwnPredicates(edition, readings: readings)
    var found: [(number: Int, isDated: Bool)] = []
    found.reserveCapacity(edition.norms.count)
    var byAct: [String: [Int]] = [:]
    for (index, norm) in edition.norms.enumerated() {
      byAct[norm.rule.act, default: []].append(index)
      if let made = norm.shared, let known = shared[ObjectIdentifier(made)] {
        found.append((known.number, known.isDated))
        continue
      }
      let all =
        [norm.base] + norm.exceptions.map(\.formula) + norm.steps + norm.voidedBy.map { edition.voids[$0].holds }
        + norm.suspensions.map(\.holds)
      let content = Content(
        rule: byPlace ? .place(norm.rule.location) : .says(Effect(norm)),
        formulas: all.map { own.formula($0, &predicates) },
        suspensions: norm.suspensions.map(\.name),
        exceptions: byPlace ? norm.exceptions.indices.map { edition.exceptionPlace(of: index, $0) } : [])
      let number = norms.number(of: content)
      let isDated = all.contains { own.isDated($0, &predicates) }
      found.append((number, isDated))
      if let made = norm.shared { shared[ObjectIdentifier(made)] = Shared(made, number, isDated) }
    }
    return Numbered(
      norms: found, byAct: byAct, asked: edition.asked.map { own.formula($0, &predicates) },
      isAskedDated: edition.asked.contains { own.isDated($0, &predicates) })
  }

  /// The predicates of an edition in the numbers of all, as they are asked for: most are those of constraints alone.
  private struct OwnPredicates {
    private let edition: Edition
    private let readings: [Int]
    private var known: [(formula: Formula, isDated: Bool)?]

    init(_ edition: Edition, readings: [Int]) {
      self.edition = edition
      self.readings = readings
      known = Array(repeating: nil, count: edition.predicates.count)
    }

    mutating func formula(_ formula: Formula, _ numbers: inout [Predicate: Int]) -> Formula {
      formula.substituting { predicate($0, &numbers).formula }
    }

    /// Whether anything in it holds something against a day that the law names.
    mutating func isDated(_ formula: Formula, _ numbers: inout [Predicate: Int]) -> Bool {
      var isDated = false
      formula.forEachAtom { isDated = isDated || predicate($0, &numbers).isDated }
      return isDated
    }

    private mutating func predicate(
      _ index: Int, _ numbers: inout [Predicate: Int]
    ) -> (formula: Formula, isDated: Bool) {
      if let known = known[index] { return known }
      let found = numbered(edition.predicates[index], &numbers)
      known[index] = found
      return found
    }

    private mutating func numbered(
      _ predicate: Predicate, _ numbers: inout [Predicate: Int]
    ) -> (formula: Formula, isDated: Bool) {
      switch predicate {
      case .reading(let contest, let reading): return (.constant(readings[contest] == reading), false)
      case .count(let count):
        guard let condition = count.condition else { return (.atom(numbers.number(of: predicate)), false) }
        let test = CountTest(
          records: count.records, atLeast: count.atLeast, condition: formula(condition, &numbers))
        return (.atom(numbers.number(of: .count(test))), isDated(condition, &numbers))
      case .request, .paper, .record, .paperKind, .anyPaper, .accompanied, .happened:
        return (.atom(numbers.number(of: predicate)), predicate.namesDay)
      }
    }
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
