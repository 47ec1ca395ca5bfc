package import LawLanguage
package import Reasoning

/// The law as an office's counsel adopted it, as far as a decision asks.
package protocol AdoptedLaw {
  /// How the office reads what courts contest.
  var readings: [ReadingPosition] { get }

  /// Gives a draft the answers that counsel gave once and for all.
  func answer(_ draft: inout RequestDraft, by vocabulary: Vocabulary)

  /// A decision without the answers that rest on wording that counsel did not initial.
  func keepingBack(_ decision: Decision) -> Decision
}
