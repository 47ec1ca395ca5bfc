public import LawLanguage

/// How an office reads a clause that courts contest, where no court that binds it has chosen.
public struct ReadingPosition: Sendable, Hashable {
  /// The contested clause: `us.section-1373.state-limits`.
  public let contest: QualifiedName
  /// The reading's name.
  public let reading: String
  /// Whose counsel reads it so: `Example County`.
  public let office: String
  /// On what that rests.
  public let because: String

  /// A reading that is followed.
  public init(contest: QualifiedName, reading: String, office: String, because: String) {
    (self.contest, self.reading, self.office, self.because) = (contest, reading, office, because)
  }
}

extension ReadingPosition {
  /// The place of its reading in a clause that no court settles; nil if the position is on another clause, or on no reading.
  func index(in contest: Contest) -> Int? {
    guard contest.name == self.contest else { return nil }
    return contest.readings.firstIndex { $0.name == reading }
  }
}
