/// Why the library's law cannot be asked for the model: nothing is run on a law that was not understood.
package struct LawProblem: Error, Sendable, CustomStringConvertible {
  /// What is wrong, and what to do.
  package let description: String

  init(_ description: String) { self.description = description }
}
