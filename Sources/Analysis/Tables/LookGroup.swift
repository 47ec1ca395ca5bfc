import LawLanguage
package import Norms

/// Looks of a table's rows that hang on one thing: a fact, a paper's field, the records of a list.
package struct LookGroup: Sendable {
  /// What its looks hang on.
  package enum Kind: Sendable, Hashable {
    /// The value of a fact or of a paper's field: its looks are all known or all unknown.
    case value(Source)
    /// One look on its own: on two values, on dates of the request, or on an event.
    case single
    /// The records of a list.
    case records(RecordClasses)
  }

  /// What its looks hang on.
  package let kind: Kind
  /// The looks, each a column.
  package let looks: [Int]
  /// The ways in which they can come out, a bit for each look: at least those that are possible, whatever the days are.
  package let cells: [UInt64]
  /// Whether each of these ways is possible on every day, so that nothing more can be concluded from an unknown value.
  package let isExact: Bool
}

/// What tells records of one list apart, and what they add up to.
package struct RecordClasses: Sendable, Hashable {
  /// The list.
  package let list: String
  /// What is counted.
  package let counts: [Count]
  /// The tests of a record that the counts look at, by the value that decides each.
  package let parts: [Part]

  /// `any`, or `at least N`, of the records.
  package struct Count: Sendable, Hashable {
    /// Its number among the looks.
    package let look: Int
    /// 1 or more.
    package let atLeast: Int
    /// What a record must pass, over the numbers of looks; nil: every record counts.
    package let condition: Formula?
  }

  /// Tests of a record that are all known or all unknown.
  package struct Part: Sendable, Hashable {
    /// The field; nil for one test of several values.
    package let field: String?
    /// Their numbers among the looks.
    package let tests: [Int]
    /// The ways in which they can come out, a bit for each test.
    package let cells: [UInt64]
    /// As in a group.
    package let isExact: Bool
  }

  /// What is added to each count by a record whose tests come out so.
  package func adds(_ isTrue: (Int) -> Bool) -> [UInt8] {
    counts.map { count in
      count.condition.map { $0.truth { Truth(isTrue($0)) } == .yes } ?? true ? 1 : 0
    }
  }

  /// The counts' sums with more added; no sum goes beyond what is asked for.
  package func sum(_ sums: [UInt8], _ adds: [UInt8]) -> [UInt8] {
    counts.indices.map { min(sums[$0] + adds[$0], UInt8(clamping: counts[$0].atLeast)) }
  }

  /// Which counts are come up to, a bit for each.
  package func truths(_ sums: [UInt8]) -> UInt64 {
    counts.indices.reduce(0) { Int(sums[$1]) >= counts[$1].atLeast ? $0 | 1 << UInt64($1) : $0 }
  }

  /// All that records of these kinds can add up to, nothing first.
  package func sums(of kinds: [[UInt8]]) -> [[UInt8]] {
    var found = [[UInt8](repeating: 0, count: counts.count)]
    var seen = Set(found)
    var next = 0
    while next < found.count {
      for kind in kinds {
        let more = sum(found[next], kind)
        if seen.insert(more).inserted { found.append(more) }
      }
      next += 1
    }
    return found
  }
}
