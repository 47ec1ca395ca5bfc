/// Why a table, or a part of it, cannot be read: where, what is wrong, and what to do.
///
/// The sentence never repeats what a cell holds: a cell in the wrong place may be somebody's name.
package struct ReadingProblem: Error, Hashable, Sendable, CustomStringConvertible {
  /// The line of the file, from 1.
  package let line: Int
  /// The cell within the row, from 1; nil where the whole row is meant.
  package let column: Int?
  /// What is wrong and what to do.
  package let sentence: String

  /// A problem at a place.
  package init(line: Int, column: Int? = nil, _ sentence: String) {
    self.line = line
    self.column = column
    self.sentence = sentence
  }

  /// `line 3, column 2: …`
  package var description: String { "line \(line)\(column.map { ", column \($0)" } ?? ""): \(sentence)" }
}

/// A row that cannot be used, where the first such row is to end the run.
package struct RefusedRow: Error, Hashable, Sendable {
  /// What is wrong with it.
  package let problem: ReadingProblem
}

/// How much is read at once; more is a sign of a file that is not what it says.
package enum ReadingLimits {
  /// Bytes of a row.
  package static let row = 1 << 20
  /// Cells of a row.
  package static let cells = 4_096
  /// Rows in which the header is looked for.
  package static let headerRows = 50
  /// Distinct values of a column that are kept apart.
  package static let values = 65_536
}
