public import LawLanguage

/// What is said of keeping a person, where the papers of a case give no ground for it: of these papers only, and never
/// that the person is to be released, which other holds may speak against.
public struct HoldStatement: Sendable, Hashable {
  /// How many papers were offered.
  public let papers: Int
  /// Whether they would give a ground at another time.
  public let isOutsideWindow: Bool
  /// The last look for other holds; nil where nobody has looked.
  public let otherHolds: Recorded<OtherHoldsCheck>?

  /// In words: three clauses, always all three.
  public func sentence(in words: MomentWords) -> String {
    let ground =
      switch (isOutsideWindow, papers) {
      case (true, _): "the time in which the law allows to keep the person on these papers is over or has not begun"
      case (false, 0): "no paper gives a ground to keep the person"
      case (false, 1): "this paper gives no ground to keep the person"
      case (false, _): "none of these papers gives a ground to keep the person"
      }
    let others =
      otherHolds.map {
        "other holds checked by \($0.by.text) at \(words.text($0.happened)): "
          + ($0.entry.found ? "found" : "none found")
      } ?? "nobody has recorded a check for other holds"
    return
      "\(ground.prefix(1).uppercased())\(ground.dropFirst()); release is decided by your release procedure; \(others)."
  }
}

extension CaseFile {
  /// What is said of keeping the person; nil where the papers do not ask for it, or may give a ground.
  public func holdStatement(in vocabulary: Vocabulary) -> HoldStatement? {
    guard let answer = proposal?.answers.first(where: { vocabulary.isKind($0.act, of: "hold") }),
      answer.answer == .prohibited
    else { return nil }
    return HoldStatement(
      papers: offeredPapers.count, isOutsideWindow: answer.basis == .outsideWindow, otherHolds: otherHolds)
  }
}
