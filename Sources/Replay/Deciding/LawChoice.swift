package import LawLanguage
package import Reasoning

/// One law before the rows: a library, and of which day.
package struct LawChoice: Sendable {
  /// The law.
  package let library: Library
  /// What names it for ever.
  package let digests: LibraryDigests
  /// The day whose law is meant; nil: that of each row's own day.
  package let day: Day?
  /// For a reader: `the law of each row's own day`.
  package let title: String

  /// A library and a day.
  package init(_ library: Library, digests: LibraryDigests, day: Day?, title: String) {
    self.library = library
    self.digests = digests
    self.day = day
    self.title = title
  }
}

/// Who and where a row is about: what picks the law.
struct RowPlace: Hashable {
  let jurisdiction: String
  let locality: String?
  /// More than one where records do not say which.
  let agencies: [String]
}

/// A row in the words of the law.
struct RowFacts {
  let place: RowPlace
  let day: Day
  /// Sets of papers, any one of which was offered; more than one where records do not say which.
  let papers: [[String]]
  /// Facts and fields of papers, by name.
  let facts: [(name: String, value: String)]

  /// The same with other papers, or with some of the facts.
  func with(papers: [[String]]? = nil, factsWhere isKept: (String) -> Bool = { _ in true }) -> RowFacts {
    RowFacts(
      place: place, day: day, papers: papers ?? self.papers, facts: facts.filter { isKept($0.name) })
  }
}

/// Why a row cannot be decided.
struct RowRefusal: Error, Hashable {
  let sentence: String
}

/// What the law says of a row: an answer for each act.
package struct Verdict: Hashable, Sendable {
  /// In the order of the acts.
  package let acts: [ActVerdict]
}

/// What the law says of one act, whatever it is that records leave open.
package struct ActVerdict: Hashable, Sendable {
  /// The act.
  package let act: String
  /// The answers that are possible; one, if it is certain.
  package let possible: [Answer]
  /// What it rests on; nil if that is open.
  package let basis: Basis?
  /// The rules that decide: by any way that records leave open, if the answer is open.
  package let rules: [String]
  /// Their citations.
  package let cites: [String]
  /// What would decide it, the most telling first: facts, `the kind of agency`, `the papers beside it`.
  package let open: [String]

  /// The one answer, or undetermined.
  package var answer: Answer { possible.count == 1 ? possible.first ?? .undetermined : .undetermined }

  /// Whether the answer and its basis are the same as another's.
  package func agrees(with other: ActVerdict) -> Bool { possible == other.possible && basis == other.basis }
}
