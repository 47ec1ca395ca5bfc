import ArgumentParser
import Console
import LawLanguage
import Reasoning

/// Whether the law answers its own worked examples.
struct TestLawCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "test", abstract: "Run every case of the library.",
    discussion: "Exit codes: 0 if all pass, 1 if one fails, 2 if the law does not check.")

  @Option(
    help: ArgumentHelp("Only the cases of this jurisdiction.", valueName: "code"),
    completion: WordCompletion.jurisdictions)
  var jurisdiction: String?

  @OptionGroup(title: "Library") var place: LibraryOption

  @Flag(help: "Print JSON.")
  var json = false

  func run() throws {
    let folder = try LibraryFolder.find(place.laws)
    let loaded =
      try jurisdiction.map { try LoadedLibrary.asked($0, in: folder, asJSON: json) }
      ?? LoadedLibrary.whole(in: folder, asJSON: json)
    var cases = loaded.library.cases
    if let jurisdiction {
      guard loaded.vocabulary.place(jurisdiction)?.kind == .jurisdiction else {
        throw loaded.unknownJurisdiction(jurisdiction)
      }
      cases = cases.filter { $0.folder == jurisdiction.lowercased() }
    }
    let results = cases.map { (example: $0, failures: Reasoning.run($0, in: loaded.library, digests: loaded.digests)) }
    let failed = results.filter { !$0.failures.isEmpty }
    Output.print(json ? document(results, loaded).written() : text(results, loaded))
    if !failed.isEmpty { throw ExitCode(1) }
  }

  private typealias Result = (example: Case, failures: [CaseFailure])

  private func text(_ results: [Result], _ loaded: LoadedLibrary) -> String {
    let terminal = Terminal.current
    var page = Page(width: terminal.width, hasColour: terminal.hasColour)
    for (example, failures) in results where !failures.isEmpty {
      page.paragraph("\(loaded.place(of: example.location)): \(example.title)", look: .bold)
      for failure in failures {
        page.paragraph("\(loaded.place(of: failure.location)):", indent: 2)
        page.paragraph(failure.expected, indent: 4, lead: "expected ")
        page.paragraph(failure.got, indent: 4, lead: "got      ")
      }
      page.gap()
    }
    let failed = results.filter { !$0.failures.isEmpty }.count
    let cases = results.count == 1 ? "1 case" : "\(results.count) cases"
    let official = results.filter(\.example.isOfficial).count
    page.paragraph(
      "\(cases) (\(official) official, \(results.count - official) derived): "
        + "\(results.count - failed) passed, \(failed) failed")
    return page.text
  }

  private func document(_ results: [Result], _ loaded: LoadedLibrary) -> JSON {
    let cases = results.map { example, failures in
      JSON.object([
        "title": .text(example.title), "official": .boolean(example.isOfficial), "source": .text(example.source),
        "path": .text(example.location.path), "line": .integer(loaded.position(of: example.location).line),
        "failures": .list(
          failures.map { failure in
            .object([
              "line": .integer(loaded.position(of: failure.location).line), "expected": .text(failure.expected),
              "got": .text(failure.got),
            ])
          }),
      ])
    }
    let failed = results.filter { !$0.failures.isEmpty }.count
    return .object([
      "passed": .integer(results.count - failed), "failed": .integer(failed), "cases": .list(cases),
    ])
  }
}

extension Case {
  /// The folder of the document that holds it.
  fileprivate var folder: String { SourceFile(path: location.path, bytes: []).folder }
}
