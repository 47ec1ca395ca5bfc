/// What came of a run: counts only, by what was answered.
package struct ReplayFigures: Sendable {
  /// The acts, in the order of the mapping.
  package internal(set) var acts: [String] = []
  /// Rows of the main table after its header.
  package internal(set) var rows = 0
  /// Rows looked at: one in so many.
  package internal(set) var looked = 0
  /// Rows decided.
  package internal(set) var decided = 0
  /// Rows that are no request, by reason.
  package internal(set) var setAside: [SetAside: Int] = [:]
  /// Rows that cannot be used.
  package internal(set) var bad = 0
  /// The first of them, for whoever runs it.
  package internal(set) var firstBad: [ReadingProblem] = []
  /// Values that the mapping does not foresee, by column.
  package internal(set) var unmapped: [UnmappedColumn] = []
  /// Columns that the mapping names and the table lacks.
  package internal(set) var missing: [String] = []
  /// Columns of the table that were dropped at reading, and those that were not looked at.
  package internal(set) var dropped = 0
  package internal(set) var unread = 0
  /// How many rows have each kind of answer.
  package internal(set) var counts: [CountKey: Int] = [:]
  /// What was answered, by number.
  package internal(set) var verdicts: [Verdict] = []
  package internal(set) var otherVerdicts: [Verdict] = []
  /// Places and what was done, by number; -1 is not recorded.
  package internal(set) var places: [String] = []
  package internal(set) var outcomes: [String] = []
  /// How long people were kept; nil if the mapping measures nothing.
  package internal(set) var stays: StayFigures?
  /// How often the engine was asked: the rest was remembered.
  package internal(set) var asked = 0
  /// How much of that had been answered in a run before that this one continues.
  package internal(set) var recalled = 0

  /// A column and the values in it that mean nothing known.
  package struct UnmappedColumn: Sendable, Hashable {
    package let column: String
    package let values: [Value]
    /// Rows whose values were too many to be kept apart.
    package let beyond: Int
    /// Rows with a mark of redaction.
    package let redacted: Int

    /// A value and how many rows have it.
    package struct Value: Sendable, Hashable {
      package let value: String
      package let rows: Int
    }
  }

  /// What rows are counted by.
  package struct CountKey: Hashable, Sendable {
    package let verdict: Int32
    /// -1 where there is no second law.
    package let other: Int32
    /// Years times twelve and months.
    package let month: Int32
    package let place: Int32
    package let outcome: Int32
  }
}
