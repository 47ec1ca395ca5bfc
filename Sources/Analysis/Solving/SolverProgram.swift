/// A program that tells whether formulas can be so: Z3, or another that reads SMT-LIB 2.6.
package protocol SolverProgram: Sendable {
  /// All that is answered to a script; nil if nothing is.
  ///
  /// Each script says all that it is about. One that cannot be settled in good time is answered by `unknown`.
  func answer(to script: String) -> String?
}
