import LawLanguage
import Norms
import Synchronization

/// What is worth supposing for some predicates, as far as it hangs on the law alone; made once for an edition.
final class CompletionPlan: Sendable {
  let edition: Edition
  /// Constraints that share an unknown with the predicates looked at, directly or through one another.
  let constraints: [Formula]
  /// Constraints on the records of lists that are counted.
  let recordConstraints: [String: [Formula]]
  /// The counts that look at a list, with their predicates.
  let counts: [String: [Count]]
  let looks: Looks
  /// Of each list that is counted, the fields that are looked at, and the facts that conditions on its records look at.
  let records: [String: (fields: [Field], facts: [String])]
  private let sets = Mutex<[RecordSets.Key: RecordSets]>([:])

  struct Count {
    let predicate: Int
    let test: CountTest
  }

  /// More than a day has of requests that differ in what counts here.
  private static let remembered = 64

  init(of predicates: [Int], in edition: Edition) {
    self.edition = edition
    constraints = CompletionPlan.linked(to: predicates, in: edition)
    var all = Set(predicates)
    for constraint in constraints { constraint.forEachAtom { all.insert($0) } }
    var counts: [String: [Count]] = [:]
    for index in all.sorted() {
      if case .count(let test) = edition.predicates[index] {
        counts[test.records, default: []].append(Count(predicate: index, test: test))
      }
    }
    self.counts = counts
    recordConstraints = edition.recordConstraints.filter { counts[$0.key] != nil }
    records = CompletionPlan.records(counts, recordConstraints, in: edition)
    looks = Looks(of: all.sorted(), constraining: recordConstraints, in: edition.predicates)
  }

  private static func linked(to predicates: [Int], in edition: Edition) -> [Formula] {
    var names = Set<String>()
    for index in predicates { names.formUnion(edition.names[index]) }
    var open = edition.constraints
    var found: [Formula] = []
    while let next = open.firstIndex(where: { constraint in
      var isLinked = false
      constraint.forEachAtom { isLinked = isLinked || !edition.names[$0].isDisjoint(with: names) }
      return isLinked
    }) {
      let constraint = open.remove(at: next)
      constraint.forEachAtom { names.formUnion(edition.names[$0]) }
      found.append(constraint)
    }
    return found
  }

  private static func records(
    _ counts: [String: [Count]], _ constraints: [String: [Formula]], in edition: Edition
  ) -> [String: (fields: [Field], facts: [String])] {
    let vocabulary = edition.library.vocabulary
    var found: [String: (fields: [Field], facts: [String])] = [:]
    for (list, counts) in counts {
      var used = Set<String>()
      var facts = Set<String>()
      func look(_ formula: Formula) -> Set<String> {
        var fields = Set<String>()
        formula.forEachAtom { atom in
          facts.formUnion(edition.names[atom])
          if case .record(let test) = edition.predicates[atom] { fields.formUnion(test.fields) }
        }
        return fields
      }
      for count in counts { used.formUnion(count.test.condition.map(look) ?? []) }
      for constraint in constraints[list] ?? [] {
        let mentioned = look(constraint)
        if !mentioned.isDisjoint(with: used) { used.formUnion(mentioned) }
      }
      found[list] = (
        (vocabulary.recordType(list)?.fields ?? []).filter { used.contains($0.name) },
        facts.filter { vocabulary.fact($0) != nil }.sorted()
      )
    }
    return found
  }

  /// The records that a list may hold besides, as they were found before or are found now.
  func sets(_ key: RecordSets.Key, _ find: () throws -> RecordSets) rethrows -> RecordSets {
    if let known = sets.withLock({ $0[key] }) { return known }
    let found = try find()
    sets.withLock { known in
      if known.count >= Self.remembered { known.removeAll() }
      known[key] = found
    }
    return found
  }
}

/// The plans of an edition, each made when it is first wanted.
final class CompletionPlans: Sendable {
  let edition: Edition
  private let plans = Mutex<[[Int]: CompletionPlan]>([:])

  init(of edition: Edition) { self.edition = edition }

  func plan(of predicates: [Int]) -> CompletionPlan {
    if let known = plans.withLock({ $0[predicates] }) { return known }
    let plan = CompletionPlan(of: predicates, in: edition)
    plans.withLock { $0[predicates] = plan }
    return plan
  }
}
