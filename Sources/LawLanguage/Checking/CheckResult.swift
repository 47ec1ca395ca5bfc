/// What checking a library gives: the program, or what is wrong with it.
public struct CheckResult: Sendable {
  /// The checked library; nil if there is any error.
  public let library: Library?
  /// All findings, by path and place.
  public let diagnostics: [Diagnostic]
  /// Each file's part, by path.
  package let files: [FileResult]

  /// How one file fared.
  package struct FileResult: Sendable {
    package let path: String
    /// The law it holds, if it has a head.
    package let law: String?
    /// The findings that lie in it.
    package let diagnostics: [Diagnostic]

    /// Whether nothing in it is wrong. It may still use words of a file that does not check.
    package var checks: Bool { !diagnostics.contains { $0.level == .error } }
  }
}
