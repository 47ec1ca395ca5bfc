/// One small change at one place of the source, which a test should notice.
public struct Site: Hashable, Sendable, Codable {
  /// What a change replaces.
  public enum Form: String, Sendable, Codable {
    /// A value by a value of the same type.
    case expression
    /// Statements by others, or by none.
    case statement
  }

  /// The path of the file within the project.
  public let file: String
  /// The line on which the change begins, from 1.
  public let line: Int
  /// What is replaced, in UTF-8 bytes of the file.
  public let range: Range<Int>
  /// What the change replaces.
  public let form: Form
  /// The kind of change.
  public let change: Change
  /// The source as it is.
  public let original: String
  /// The source as the mutant has it; empty if statements are left out.
  public let mutant: String
}

/// The kinds of change that are made.
public enum Change: String, Sendable, Codable, CaseIterable {
  case boundary = "boundary of a comparison"
  case comparison = "comparison negated"
  case connective = "and, or"
  case condition = "condition negated"
  case negation = "negation removed"
  case arithmetic = "arithmetic"
  case number = "number plus one"
  case truth = "true, false"
  case range = "end of a range"
  case fallback = "only the fallback"
  case opposite = "opposite end"
  case quantifier = "all, any"
  case membership = "membership negated"
  case call = "call removed"
  case value = "empty value returned"
  case jump = "break, continue"
  case body = "case emptied"
}
