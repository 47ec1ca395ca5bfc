package import LawLanguage

/// What checking found in law files, for a person or for a program.
package struct LawFindings {
  package let diagnostics: [Diagnostic]
  package let files: [SourceFile]

  package init(diagnostics: [Diagnostic], files: [SourceFile]) {
    self.diagnostics = diagnostics
    self.files = files
  }

  /// How many files a refusal names, and how many of their mistakes it shows: the first ones explain the rest.
  private static let (mostNamed, mostShown) = (5, 20)

  private var errors: [Diagnostic] { diagnostics.filter { $0.level == .error } }

  /// Why nothing is decided: the files that do not check, and what is wrong with them.
  package func refusal(asJSON: Bool, consequence: String = "so nothing is decided by it; correct the law first")
    -> String
  {
    if asJSON { return DiagnosticJSON.encode(diagnostics, files: files) }
    // A document that cannot be read at all is missed by others; what they miss says nothing of them.
    let unread = diagnostics.filter { $0.code == .notUTF8 || $0.code == .tooLarge }
    let errors = unread.isEmpty ? self.errors : unread
    var paths: [String] = []
    for error in errors where !paths.contains(error.location.path) { paths.append(error.location.path) }
    let shown = paths.prefix(LawFindings.mostNamed).map(Page.printable).joined(separator: ", ")
    let more = paths.count > LawFindings.mostNamed ? " and \(paths.count - LawFindings.mostNamed) more" : ""
    let omitted = errors.count - LawFindings.mostShown
    return "tenth: \(shown)\(more) \(paths.count == 1 ? "does" : "do") not check, \(consequence)\n\n"
      + rendered(Array(errors.prefix(LawFindings.mostShown)))
      + (omitted > 0 ? "\ntenth: and \(omitted) more mistakes" : "")
  }

  package func rendered(_ diagnostics: [Diagnostic]) -> String {
    DiagnosticText(files: files, colour: Terminal.hasColour(on: .errors)).render(diagnostics)
  }
}
