package import LawLanguage

/// A finding for a reader: what is wrong, its place underlined, what to do, and the smallest request that shows it.
package struct FindingText {
  private let writer: DiagnosticText
  private let vocabulary: Vocabulary

  /// A writer for findings in a library, with ANSI colours if asked.
  package init(_ library: Library, colour: Bool = false) {
    writer = DiagnosticText(files: library.sources, colour: colour)
    vocabulary = library.vocabulary
  }

  /// One finding, ending with a line break.
  package func render(_ finding: Finding) -> String {
    var text = writer.render(
      title: "\(finding.level.rawValue)[\(finding.code.rawValue)]",
      level: Diagnostic.Level(rawValue: finding.level.rawValue), message: finding.message, at: finding.location,
      related: finding.related, help: finding.help)
    if let witness = finding.witness {
      text += "for example (\(witness.share)):\n"
      text += witness.caseLines(in: vocabulary).map { "  \($0)\n" }.joined()
    }
    return text
  }
}

extension Witness {
  /// How much it stands for: `3 of 12 classes`.
  package var share: String { FindingText.share(classes, of: total) }
}

extension Asking.Example {
  /// How much it stands for: `3 of 12 classes`.
  package var share: String { FindingText.share(classes, of: total) }
}

extension FindingText {
  fileprivate static func share(_ classes: UInt128?, of total: UInt128?) -> String {
    guard let classes, let total else { return "found by a solver, which does not count classes" }
    return "\(classes) of \(total) classes"
  }
}
