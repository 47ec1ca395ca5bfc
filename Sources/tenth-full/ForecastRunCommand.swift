import ArgumentParser
import Console
import Forecasting
import Foundation
import LawLanguage

/// One scenario.
struct ForecastRunCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "run", abstract: "Run a scenario and write its report, its figures and its outcomes.")

  @Argument(help: ArgumentHelp("A scenario.", valueName: "scenario"), completion: .file(extensions: ["md"]))
  var scenario: String

  @Option(
    help: ArgumentHelp(
      "Write a fiscal note too, for a state (such as IL) or a county (such as 17031).", valueName: "place"))
  var fiscalNote: String?

  @Option(
    help: ArgumentHelp(
      "Write the ledger of a state (such as IL) or a county (such as 17031) too.", valueName: "place"))
  var ledger: String?

  @Option(
    help: ArgumentHelp(
      "Stop on a day, the first of a month, and write where the replicates stand into this folder.", valueName: "dir"),
    completion: .directory)
  var saveState: String?

  @Option(help: ArgumentHelp("With --save-state: the day on which to stop.", valueName: "day"))
  var until: String?

  @Option(
    help: ArgumentHelp("Go on from the state in this folder, with the replicates that it holds.", valueName: "dir"),
    completion: .directory)
  var fromState: String?

  @OptionGroup(title: "Run") var options: ForecastOptions
  @OptionGroup(title: "Library") var place: LibraryOption

  func validate() throws {
    if (saveState == nil) != (until == nil) { throw ValidationError("--save-state and --until go together") }
    if saveState != nil, fromState != nil { throw ValidationError("choose --save-state or --from-state, not both") }
    if saveState != nil, ledger ?? fiscalNote != nil {
      throw ValidationError("a run that is stopped has no note and no ledger; ask for them with --from-state")
    }
  }

  func run() async throws {
    let scenario = try ForecastFiles.scenario(scenario)
    let ledgered = try ledger.map { text throws(Refusal) in try FiscalPlace(text, "--ledger") }
    let noted = try fiscalNote.map { text throws(Refusal) in try FiscalPlace(text, "--fiscal-note") }
    let range = try options.range()
    try options.weigh(range.count, months: scenario.months)
    let loaded = try LoadedLibrary.whole(in: LibraryFolder.find(place.laws))
    let plan = try ForecastFiles.plan(scenario, loaded, seed: options.seed)
    if let saveState, let until {
      return try await ForecastState.save(
        scenario, plan, range, until: until, to: saveState, threads: options.threads)
    }
    let outcomes =
      if let fromState {
        try await ForecastState.resume(scenario, plan, from: fromState, threads: options.threads)
      } else {
        try await ForecastProgress.run(plan, range, threads: options.threads, name: scenario.name)
      }
    try ForecastResults.write(scenario, plan, outcomes, to: options.out)
    if let noted {
      let note = FiscalNote(scenario, plan: plan, outcomes: outcomes, state: noted.state, county: noted.county)
      try ForecastFiles.write(Data(note.markdown.utf8), "fiscal-note.md", in: options.out)
      Output.print("\(options.out)/fiscal-note.md")
    }
    if let ledgered {
      let ledger = CountyLedger(outcomes, plan: plan, state: ledgered.state, county: ledgered.county)
      let text = ledger.markdown(
        of: ledgered.title, by: "The mean year of \(outcomes.count) replicates: \(plan.identity(of: scenario)).")
      try ForecastFiles.write(Data(text.utf8), "ledger.md", in: options.out)
      Output.print("\(options.out)/ledger.md")
    }
  }
}

/// The same numbers and the same chance twice, and the difference.
struct ForecastCompareCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "compare", abstract: "Run two scenarios with the same numbers and chance, and report the difference.")

  @Argument(help: ArgumentHelp("A scenario.", valueName: "scenario"), completion: .file(extensions: ["md"]))
  var scenario: String

  @Argument(help: ArgumentHelp("What it is compared with.", valueName: "other"), completion: .file(extensions: ["md"]))
  var other: String

  @Option(
    help: ArgumentHelp(
      "Write a fiscal note too, for a state (such as IL) or a county (such as 17031).", valueName: "place"))
  var fiscalNote: String?

  @OptionGroup(title: "Run") var options: ForecastOptions
  @OptionGroup(title: "Library") var place: LibraryOption

  func run() async throws {
    let noted = try fiscalNote.map { text throws(Refusal) in try FiscalPlace(text, "--fiscal-note") }
    let (scenario, other) = try (ForecastFiles.scenario(scenario), ForecastFiles.scenario(other))
    guard scenario.start == other.start, scenario.months == other.months else {
      throw Refusal.sentence("\(scenario.name) and \(other.name) cover different months; let one inherit the other's")
    }
    let range = try options.range()
    try options.weigh(2 * range.count, months: scenario.months)
    let loaded = try LoadedLibrary.whole(in: LibraryFolder.find(place.laws))
    let plan = try ForecastFiles.plan(scenario, loaded, seed: options.seed)
    let otherPlan = try ForecastFiles.plan(other, loaded, seed: options.seed)
    let outcomes = try await ForecastProgress.run(plan, range, threads: options.threads, name: scenario.name)
    let base = try await ForecastProgress.run(otherPlan, range, threads: options.threads, name: other.name)
    let report = Report(scenario, plan: plan, outcomes: outcomes, against: other, base: base)
    let figures = RunFigures(outcomes, from: scenario.start, less: base)
    try ForecastResults.write(report, figures, to: options.out)
    Output.print(
      "\(options.out)/report.html, figures.csv, figures.json, counties.csv: \(scenario.title) less \(other.title)")
    if let noted {
      let note = FiscalNote(
        scenario, plan: plan, outcomes: outcomes, against: other, base: base, state: noted.state, county: noted.county)
      try ForecastFiles.write(Data(note.markdown.utf8), "fiscal-note.md", in: options.out)
      Output.print("\(options.out)/fiscal-note.md")
    }
  }
}

/// Parts of a run put together.
struct ForecastMergeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "merge", abstract: "Put parts of one run together: the same bytes as if all had been run at once.")

  @Argument(
    help: ArgumentHelp("The scenario that was run.", valueName: "scenario"), completion: .file(extensions: ["md"]))
  var scenario: String

  @Argument(help: ArgumentHelp("Outcomes of ranges of replicates.", valueName: "outcomes"))
  var parts: [String]

  @Option(help: "The seed of the run.")
  var seed: UInt64 = 1

  @Option(help: ArgumentHelp("The folder to write to.", valueName: "dir"), completion: .directory)
  var out: String

  @OptionGroup(title: "Library") var place: LibraryOption

  func run() throws {
    let scenario = try ForecastFiles.scenario(scenario)
    let loaded = try LoadedLibrary.whole(in: LibraryFolder.find(place.laws))
    let plan = try ForecastFiles.plan(scenario, loaded, seed: seed)
    do {
      let files = try parts.map { path in
        guard let data = FileManager.default.contents(atPath: path) else {
          throw OutcomeFile.Problem("\(path) cannot be read; name a file of outcomes")
        }
        return try OutcomeFile(data, name: path)
      }
      let merged = try OutcomeFile.merged(files)
      guard merged.identity == plan.identity(of: scenario) else {
        throw OutcomeFile.Problem(
          "the parts are of another run than \(scenario.name) with seed \(seed) under this library: \(merged.identity)")
      }
      try ForecastResults.write(scenario, plan, merged.outcomes, to: out)
    } catch let problem as OutcomeFile.Problem {
      throw Refusal.sentence(problem.description)
    }
  }
}

/// What a run leaves behind.
enum ForecastResults {
  static func write(_ scenario: Scenario, _ plan: RunPlan, _ outcomes: [Outcome], to folder: String) throws {
    let figures = RunFigures(outcomes, from: scenario.start)
    let file = OutcomeFile(identity: plan.identity(of: scenario), outcomes: outcomes)
    let report = Report(scenario, plan: plan, outcomes: outcomes)
    try write(report, figures, to: folder)
    try ForecastFiles.write(file.bytes, "outcomes.tenth", in: folder)
    Output.print(
      "\(folder)/report.html, figures.csv, figures.json, counties.csv, outcomes.tenth: \(outcomes.count) replicates of "
        + scenario.title)
    let split = report.split.filter { $0.origin != .money }
    guard !split.isEmpty else { return }
    let parts = split.map { "\($0.origin.rawValue) \(Int(($0.share * 100).rounded()))%" }
    let rest = max(0, 1 - split.reduce(0) { $0 + $1.share })
    Output.print(
      "variance of custody in the last year: \(parts.joined(separator: ", ")), chance and what works only together "
        + "\(Int((rest * 100).rounded()))%")
  }

  static func write(_ report: Report, _ figures: RunFigures, to folder: String) throws {
    try ForecastFiles.write(Data(report.html.utf8), "report.html", in: folder)
    try ForecastFiles.write(Data(figures.csv.utf8), "figures.csv", in: folder)
    try ForecastFiles.write(Data(report.countiesCSV.utf8), "counties.csv", in: folder)
    try ForecastFiles.write(report.json(), "figures.json", in: folder)
  }
}

/// Runs with a word now and then to whoever waits at a terminal.
enum ForecastProgress {
  /// Says beforehand what will take hours.
  static func foretell(_ cost: RunCost, threads: Int?) {
    let threads = max(1, threads ?? ProcessInfo.processInfo.activeProcessorCount)
    let hours = cost.seconds / Double(threads) / 3600
    guard hours >= 1 else { return }
    Output.complain(
      "this takes about \(Figure.plain(hours.rounded(.up))) hours on \(threads) threads; ranges of replicates can be run "
        + "apart and merged")
  }

  static func run(
    _ plan: RunPlan, _ range: Range<Int>, threads: Int?, name: String
  ) async throws -> [Outcome] {
    let speaks = isatty(STDERR_FILENO) == 1
    let threads = threads ?? ProcessInfo.processInfo.activeProcessorCount
    let every = max(1, range.count / 20)
    return try await plan.run(range, threads: threads) { done in
      if speaks, done % every == 0 { Output.complain("\(name): \(done) of \(range.count)") }
    }
  }
}
