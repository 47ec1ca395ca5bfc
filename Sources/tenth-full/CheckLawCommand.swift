import Analysis
import ArgumentParser
import Console
import LawLanguage
import Reasoning

/// What holds of every request.
struct CheckLawCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check", abstract: "Look for conflicts, gaps and dead rules in what the law says of every request.",
    discussion: """
      Every class of requests is gone through, on every day on which the law changes; a slice of the law that is too wide for \
      that is put to z3, if it is installed. docs/analysis.md says what each finding means.

      Exit codes: 0 if there is no error, 1 if there is one, 2 if the law or the command is not usable, 3 if a slice of the law \
      was too wide to go through and not settled by z3.
      """)

  @Option(
    help: ArgumentHelp("Only what agencies of this jurisdiction are asked.", valueName: "code"),
    completion: WordCompletion.jurisdictions)
  var jurisdiction: String?

  @Option(help: ArgumentHelp("Only the law of this day.", valueName: "day"))
  var on: String?

  @Option(help: ArgumentHelp("Only the law from this day on; with --to.", valueName: "day"))
  var from: String?

  @Option(help: ArgumentHelp("Only the law until this day; with --from.", valueName: "day"))
  var to: String?

  @Flag(help: "Also show notes: where the law is silent, and what never matters.")
  var notes = false

  @OptionGroup(title: "Library") var place: LibraryOption

  @Flag(help: "Print JSON.")
  var json = false

  @Flag(help: "Print SARIF 2.1.0, for tools that show findings beside the code.")
  var sarif = false

  func validate() throws {
    if json && sarif { throw ValidationError("write either --json or --sarif") }
  }

  func run() throws {
    let days = try days()
    let folder = try LibraryFolder.find(place.laws)
    let loaded =
      try jurisdiction.map { try LoadedLibrary.asked($0, in: folder, asJSON: json) }
      ?? LoadedLibrary.whole(in: folder, asJSON: json)
    if let jurisdiction, loaded.vocabulary.place(jurisdiction)?.kind != .jurisdiction {
      throw loaded.unknownJurisdiction(jurisdiction)
    }
    let shows = Terminal.Stream.errors.isTerminal
    let report = LibraryCheck(
      loaded.library, jurisdiction: jurisdiction, days: days, asking: Z3.installed
    ).run { done, of, at in
      if shows { Output.note("\r\u{1B}[K" + (done < of ? "\(done) of \(of) days: \(at)" : "")) }
    }
    if sarif {
      Output.print(FindingsSARIF(report, loaded).json.written())
    } else if json {
      Output.print(FindingsDocument(report, loaded).json.written())
    } else {
      Output.print(FindingsText(report, loaded, notes: notes).text)
    }
    if report.findings.contains(where: { $0.code == .notDecided }) { throw ExitCode(3) }
    if report.findings.contains(where: { $0.level == .error }) { throw ExitCode(1) }
  }

  private func days() throws(Refusal) -> ClosedRange<Day>? {
    switch (on, from, to) {
    case (nil, nil, nil): return nil
    case (let on?, nil, nil):
      let day = try day(on, "--on")
      return day...day
    case (nil, let from?, let to?):
      let (first, last) = (try day(from, "--from"), try day(to, "--to"))
      guard first <= last else {
        throw .sentence("--from \(first) lies after --to \(last); write the earlier day first")
      }
      return first...last
    default: throw .sentence("write either --on DAY, or --from DAY --to DAY")
    }
  }

  private func day(_ text: String, _ option: String) throws(Refusal) -> Day {
    guard let day = Day(text) else {
      throw .sentence("\(option) \(Page.printable(text)) is no day; write it like 2025-01-22")
    }
    return day
  }
}
