import LawLanguage

/// What checking found in law files, for a person or for a program.
struct LawFindings {
  let diagnostics: [Diagnostic]
  let files: [SourceFile]

  private var errors: [Diagnostic] { diagnostics.filter { $0.level == .error } }

  /// Why nothing is decided: the files that do not check, and what is wrong with them.
  func refusal(asJSON: Bool) -> String {
    if asJSON { return DiagnosticJSON.encode(diagnostics, files: files) }
    var paths: [String] = []
    for error in errors where !paths.contains(error.location.path) { paths.append(error.location.path) }
    let files = paths.count == 1 ? "does" : "do"
    return "tenth: \(paths.joined(separator: ", ")) \(files) not check, so nothing is decided by it; "
      + "correct the law first\n\n" + rendered(errors)
  }

  func rendered(_ diagnostics: [Diagnostic]) -> String {
    DiagnosticText(files: files, colour: Terminal.current.hasColour).render(diagnostics)
  }
}
