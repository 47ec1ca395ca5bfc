package import LawLanguage

/// A question whether there can be a request on which the law answers so.
///
///     query = "a" "request" "in" NAME ["to" "a" NAME {"or" "a" NAME}]
///             ["by" "a" NAME {("with" | "and") "a" NAME} | "by" "no" "paper"]
///             ["on" DAY | "from" DAY ["until" DAY]] "where" term {"and" term}
///     term  = NAME "is" ["not"] (ANSWER | BASIS) ["without" "policies"] | "(" condition ")"
package struct Query: Sendable, Hashable {
  /// A jurisdiction or a locality; `US` for every jurisdiction.
  package var place: String
  /// Kinds of agency; empty: any.
  package var agencies: [String] = []
  /// The kinds of the papers offered; nil: whatever the law tells apart.
  package var papers: [String]?
  /// The days of the act; nil: every day on which the law changes.
  package var days: Period?
  /// What is to be so, all of it.
  package var terms: [Term] = []
  /// Conditions in the language's own words, all of which must hold.
  package var conditions: [String] = []

  /// What the law is to say of an act.
  package struct Term: Sendable, Hashable {
    package let act: String
    package let answer: Answer?
    package let basis: Basis?
    package let isNegated: Bool
    /// Whether it is asked of the law as if no agency had policies of its own.
    package let withoutPolicies: Bool

    func holds(of verdict: Verdict) -> Bool {
      (answer ?? verdict.answer) == verdict.answer && (basis ?? verdict.basis) == verdict.basis
    }
  }
}

/// Why a query cannot be read: a sentence, and the word at which it went wrong.
package struct QueryError: Error, Sendable, CustomStringConvertible {
  package let description: String
}

/// A query that must have no request, or must have one.
package struct Property: Sendable {
  /// What it means, in a few words.
  package let title: String
  /// Whether there must be a request; otherwise there must be none.
  package let mustExist: Bool
  package let query: Query
  /// Where it stands.
  package let location: SourceLocation
}
