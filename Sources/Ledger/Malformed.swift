/// Why a text or file of the log cannot be read: where, and what should have been there.
public struct Malformed: Error, Hashable, Sendable, CustomStringConvertible {
  /// What was read: "checkpoint", "proof", "verifier key"…
  public let document: String
  /// The line of a text, from 1; nil where there are no lines.
  public let line: Int?
  /// What should have been there.
  public let expected: String

  init(_ document: String, line: Int? = nil, expected: String) {
    self.document = document
    self.line = line
    self.expected = expected
  }

  /// A sentence for a person.
  public var description: String {
    "\(document)\(line.map { ", line \($0)" } ?? ""): expected \(expected)"
  }
}
