package import LawLanguage
import Norms

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

/// Their places: required, conflict, permitted, prohibited, then by basis.
let basesByStrength = bases.indices.sorted { left, right in
  let (left, right) = (bases[left], bases[right])
  return (left.answer.strength, left.basis.strength) < (right.answer.strength, right.basis.strength)
}
