import Analysis
import Console
import LawLanguage
import Reasoning

/// What checking the law found, for a reader: each finding with its place underlined and the smallest request that shows it.
struct FindingsText {
  let text: String

  init(_ report: LibraryCheck.Report, _ loaded: LoadedLibrary, notes: Bool) {
    let writer = FindingText(loaded.library, colour: Terminal.current.hasColour)
    let findings = report.findings.filter { notes || $0.level != .note }.map(writer.render)
    text = (findings + [FindingsText.summary(report)]).joined(separator: "\n")
  }

  private static func summary(_ report: LibraryCheck.Report) -> String {
    func count(_ level: Finding.Level) -> String {
      let count = report.findings.filter { $0.level == level }.count
      return "\(count) \(level.rawValue)\(count == 1 ? "" : "s")"
    }
    return "\(Finding.Level.allCases.map(count).joined(separator: ", ")), in \(report.slices) slices of the law and "
      + "\(report.occasions) occasions that they tell apart"
      + (report.asked == 0 ? "" : ", \(report.asked) of them too wide to go through and put to z3")
  }
}

/// The same for a program.
struct FindingsDocument {
  let json: JSON

  init(_ report: LibraryCheck.Report, _ loaded: LoadedLibrary) {
    json = .object([
      "slices": .integer(report.slices), "occasions": .integer(report.occasions),
      "findings": .list(report.findings.map { FindingsDocument.finding($0, loaded) }),
    ])
  }

  private static func finding(_ finding: Finding, _ loaded: LoadedLibrary) -> JSON {
    .object([
      "code": .text(finding.code.rawValue), "level": .text(finding.level.rawValue), "message": .text(finding.message),
      "help": .text(orNull: finding.help), "at": finding.location.map { place($0, loaded) } ?? .null,
      "related": .list(
        finding.related.map { related in
          .object(["caption": .text(related.caption), "at": place(related.location, loaded)])
        }),
      "witness": finding.witness.map { witness($0, loaded) } ?? .null,
    ])
  }

  private static func place(_ location: SourceLocation, _ loaded: LoadedLibrary) -> JSON {
    let position = loaded.position(of: location)
    return .object([
      "path": .text(location.path), "line": .integer(position.line), "column": .integer(position.column),
      "heading": .text(location.heading),
    ])
  }

  private static func witness(_ witness: Witness, _ loaded: LoadedLibrary) -> JSON {
    let vocabulary = loaded.vocabulary
    return .object([
      "request": witness.request(in: vocabulary).document(in: vocabulary),
      "case": .texts(witness.caseLines(in: vocabulary)), "answer": .text(witness.verdict.answer.rawValue),
      "basis": .text(witness.verdict.basis.rawValue),
      // Counts outgrow what other programs read as a number; a solver does not count.
      "classes": .text(orNull: witness.classes.map { String($0) }),
      "of": .text(orNull: witness.total.map { String($0) }),
    ])
  }
}
