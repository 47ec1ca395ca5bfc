/// What the checker has found so far. Its parts share one, so that checking goes on after a mistake.
///
/// A class, for the parts are values that are copied as they go down into a declaration; never shared between threads.
final class Findings {
  private(set) var diagnostics: [Diagnostic] = []

  func report(
    _ code: DiagnosticCode, _ message: String, help: String, at location: SourceLocation,
    related: [Diagnostic.Related] = []
  ) {
    diagnostics.append(Diagnostic(code, message, help: help, at: location, related: related))
  }

  /// To how many names another is suggested; each is compared with all that there are.
  private static let mostSuggestions = 200
  private var suggestions = 0

  /// Whether another name may still be suggested. Counts how often it is asked.
  func maySuggest() -> Bool {
    suggestions += 1
    return suggestions <= Self.mostSuggestions
  }

  /// Conditions that must be able to hold together, or there is something to report. They are tried when all
  /// definitions are known.
  private(set) var expectations: [Expectation] = []

  struct Expectation {
    let conditions: [Condition]
    let otherwise: Diagnostic
  }

  func expect(_ conditions: [Condition], otherwise diagnostic: Diagnostic) {
    expectations.append(Expectation(conditions: conditions, otherwise: diagnostic))
  }

  func add(_ more: [Diagnostic]) { diagnostics += more }
}

extension Diagnostic {
  /// By path, then by place in the file; the longer underline first.
  static func precedes(_ left: Diagnostic, _ right: Diagnostic) -> Bool {
    let (a, b) = (left.location, right.location)
    return (a.path, a.range.lower, -a.range.upper, left.message) < (
      b.path, b.range.lower, -b.range.upper, right.message
    )
  }
}
