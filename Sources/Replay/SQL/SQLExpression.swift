import LawLanguage

/// An expression of a query, before any dialect: what is asked, not how it is written.
///
/// Truth is three-valued, as in the law: what is not known is NULL, and AND, OR and NOT join it as Kleene joins it.
indirect enum SQLExpression: Sendable {
  /// A column of the table.
  case column(String)
  /// A field of the record in hand.
  case field(String, SQLType)
  case text(String)
  case integer(Int)
  case day(Day)
  case boolean(Bool)
  case null
  case not(SQLExpression)
  case all([SQLExpression])
  case any([SQLExpression])
  case compare(SQLExpression, SQLComparison, SQLExpression)
  case among(SQLExpression, [String])
  /// A code, cut before the bracket that comes after so many.
  case cut(SQLExpression, brackets: Int)
  /// The day after a span.
  case later(SQLExpression, Span)
  case isNull(SQLExpression)
  case coalesce([SQLExpression])
  /// The first whose condition is true.
  case cases([SQLCase], otherwise: SQLExpression)
  /// A list's records with tests in place of their fields.
  case tested(list: String, [SQLTest])
  /// How many records of a list's column pass; 0 for a list that is not there.
  case passing(list: String, SQLExpression)

  /// Joined without needless layers.
  static func conjunction(_ parts: [SQLExpression]) -> SQLExpression {
    parts.isEmpty ? .boolean(true) : parts.count == 1 ? parts[0] : .all(parts)
  }

  /// Joined without needless layers.
  static func disjunction(_ parts: [SQLExpression]) -> SQLExpression {
    parts.isEmpty ? .boolean(false) : parts.count == 1 ? parts[0] : .any(parts)
  }
}

/// What comes out where a condition is true.
struct SQLCase: Sendable {
  let condition: SQLExpression
  let value: SQLExpression
}

/// A named truth.
struct SQLTest: Sendable {
  let name: String
  /// In the words of the law.
  let words: String
  let expression: SQLExpression
}

/// The order of two values.
enum SQLComparison: String, Sendable {
  case equal = "="
  case less = "<"
  case lessOrEqual = "<="
  case greater = ">"
  case greaterOrEqual = ">="
}

/// What a column or a record's field holds.
package enum SQLType: Sendable, Hashable {
  case boolean, text, integer, day
  /// Records, with their fields in order.
  case records([SQLColumn])
}

/// A column of the table that a query expects, or a field of its records.
package struct SQLColumn: Sendable, Hashable {
  /// As the vocabulary has it, or what this query says of it.
  package let name: String
  package let type: SQLType
  /// What it means, in plain words.
  package let meaning: String
}
