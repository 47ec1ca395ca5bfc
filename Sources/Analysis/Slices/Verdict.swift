package import LawLanguage

/// What the law says of an act, on what it rests, and by which paper.
package struct Verdict: Sendable, Hashable {
  /// The answer, before the window is looked at.
  package let answer: Answer
  /// What it rests on.
  package let basis: Basis
  /// The index of the paper; nil for none.
  package let ground: Int?
}

/// The answers that norms can give before a window is looked at, the strongest first.
let bases: [(answer: Answer, basis: Basis)] = [
  (.required, .commanded), (.conflict, .opposed), (.permitted, .granted), (.permitted, .exempted),
  (.permitted, .silent),
  (.prohibited, .forbidden), (.prohibited, .authorityDenied), (.prohibited, .noAuthorityFound),
]
