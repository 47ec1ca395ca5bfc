import ArgumentParser
import Console
import Foundation
import LawLanguage
import Reasoning
import Replay

/// The law over a table of past requests.
struct ReplayCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "replay", abstract: "Run the law over a table of past requests: here, row by row.",
    discussion: """
      PATH is a table (CSV, TSV, JSON Lines, XLSX, Parquet) or a folder of tables that a mapping knows. Each row that is a request is \
      decided by the law of its own day, and put beside the law of today, of two other days, or of two libraries. \
      Names, birth dates, countries and numbers of persons are never read.

      Examples:
        tenth replay detainers.csv --jurisdiction MN
        tenth replay bookings --jurisdiction WA --out report
        tenth replay log.csv --jurisdiction IL --law-from 2021-08-01 --law-to 2021-08-02
        tenth replay log.csv --jurisdiction IL --laws Laws --against Bill

      Exit codes: 0 if the table was gone through, 1 with --strict if a row cannot be used, 2 if the table, the mapping \
      or the law is not usable.
      """)

  @Argument(help: ArgumentHelp("A table, or a folder of tables.", valueName: "path"), completion: .file())
  var path: String

  @Option(
    help: ArgumentHelp("Whose law; without it each row's own, if a column says it.", valueName: "code"),
    completion: WordCompletion.jurisdictions)
  var jurisdiction: String?

  @Option(help: ArgumentHelp("The county or city, if all rows are of one.", valueName: "name"))
  var locality: String?

  @Option(
    help: ArgumentHelp("The mapping: its name, or a file.", valueName: "m"), completion: .file(extensions: ["md"]))
  var mapping: String?

  @Option(help: ArgumentHelp("Decide all rows by the law of this day.", valueName: "day"))
  var lawOn: String?

  @Option(help: ArgumentHelp("Put the laws of two days side by side: the first.", valueName: "day"))
  var lawFrom: String?

  @Option(help: ArgumentHelp("Put the laws of two days side by side: the second.", valueName: "day"))
  var lawTo: String?

  @Option(
    help: ArgumentHelp("A second library, such as one with a bill in it.", valueName: "dir"), completion: .directory)
  var against: String?

  @Option(help: ArgumentHelp("Write decisions and reports to this folder.", valueName: "dir"), completion: .directory)
  var out: String?

  @Option(help: ArgumentHelp("Take one row in so many.", valueName: "n"))
  var sample = 1

  @Flag(help: "Stop at the first row that cannot be used.")
  var strict = false

  @Flag(help: "Print JSON.")
  var json = false

  @OptionGroup(title: "Library") var place: LibraryOption

  @OptionGroup(title: "A query's table") var query: EngineOptions

  func run() throws {
    if let engine = query.engine { return try count(by: engine) }
    guard sample >= 1 else {
      throw Refusal.sentence("--sample \(sample): write how many rows one is taken of, such as 100")
    }
    let output = try out.map { try ReplayFolder($0) }
    let plan = try plan()
    let progress = ReplayProgress(size: plan.tables.files.first?.size)
    let figures: ReplayFigures
    do {
      let memory = try output?.memory(of: RunName(plan, path: path).text)
      var replaying = try Replaying(
        plan,
        output: ReplayOutput(
          append: output.map { output in { file, bytes in try output.append(file.rawValue, bytes) } },
          progress: { progress.say(rows: $0, bytes: $1) }, memory: memory))
      figures = try replaying.run()
    } catch {
      progress.clear()
      output?.discard()
      throw told(error)
    }
    progress.clear()
    do {
      try report(figures, plan, output)
    } catch {
      output?.discard()
      throw error
    }
  }

  /// The law of one act over a table with a query's columns.
  private func count(by engine: EngineOptions.Engine) throws {
    let others: [(Bool, String)] = [
      (mapping != nil, "--mapping"), (lawFrom != nil || lawTo != nil, "--law-from"), (against != nil, "--against"),
      (out != nil, "--out"), (locality != nil, "--locality"), (sample != 1, "--sample"),
      (strict && engine != .here, "--strict"),
    ]
    if let other = others.first(where: \.0) {
      throw Refusal.sentence("\(other.1) says nothing to --engine \(engine.rawValue); leave it out")
    }
    guard let jurisdiction, let act = query.act else {
      throw Refusal.sentence("--engine needs --jurisdiction and --act: whose law, and of what")
    }
    let loaded = try LoadedLibrary.asked(jurisdiction, in: LibraryFolder.find(place.laws), asJSON: json)
    let asked = try OfferedQuery(
      loaded, jurisdiction: jurisdiction, act: act, agency: query.agency, instruments: query.instrument, on: lawOn,
      table: query.table)
    let run = EngineRun(path: path, options: query, asked: asked, isStrict: strict)
    let counts: EngineRun.Counts
    do { counts = try run.run(engine) } catch { throw told(error) }
    EngineReport(counts, engine: engine, asked: asked, command: command).print(asJSON: json)
  }

  /// What ends the program for an error: 1 is for a row that cannot be used and nothing else.
  private func told(_ error: any Error) -> any Error {
    switch error {
    case let refused as RefusedRow:
      Output.complain("tenth: \(Page.printable(path)): \(refused.problem)")
      return ExitCode(1)
    case let problem as ReadingProblem:
      Output.complain("tenth: \(Page.printable(path)): \(problem)")
      return ExitCode(2)
    case let problem as MappingProblem:
      return Refusal.sentence(problem.lines.joined(separator: "\ntenth: "))
    default: return error
    }
  }

  private func report(_ figures: ReplayFigures, _ plan: ReplayPlan, _ output: ReplayFolder?) throws {
    let document = ReplayDocument(figures, plan: plan, command: command).json.written()
    if let output {
      let report = ReplayReport(figures, plan: plan, command: command)
      try output.append("summary.json", Array((document + "\n").utf8))
      try output.append("report.md", Array(report.markdown.utf8))
      try output.append("report.html", Array(report.html.utf8))
      try output.finish()
    }
    if json { return Output.print(document) }
    var page = Page(width: Terminal.current.width)
    for line in ReplayText(figures, plan: plan).lines { page.paragraph(line) }
    if figures.recalled > 0 {
      page.paragraph(
        "This run continued one that was ended: of \(figures.asked) requests decided for it, \(figures.recalled) had been decided before."
      )
    }
    if let out { page.paragraph("Written to \(out): report.html, report.md, summary.json and the rows.") }
    Output.print(page.text)
  }

  /// What was typed, so that every figure can be made again.
  private var command: String {
    let words = ["tenth"] + CommandLine.arguments.dropFirst()
    return words.map { word in
      word.allSatisfy { $0.isLetter || $0.isNumber || "-_./=+:,".contains($0) } && !word.isEmpty
        ? word : "'\(Page.printable(word).replacing("'", with: "'\\''"))'"
    }.joined(separator: " ")
  }

  // MARK: The plan

  private func plan() throws -> ReplayPlan {
    let folder = try LibraryFolder.find(place.laws)
    let loaded = try load(folder)
    try checkPlaces(loaded)
    let mappings = try MappingFolder.mappings(named: mapping)
    let tables: MappedTables
    do {
      tables = try MappedTables.find(ReplayTables.files(path), among: mappings)
    } catch let problem as MappingProblem {
      throw Refusal.sentence(problem.description)
    } catch let problem as ReadingProblem {
      throw Refusal.sentence("\(path): \(problem)")
    }
    let (law, other) = try laws(loaded)
    return ReplayPlan(
      tables, law: law, other: other, jurisdiction: jurisdiction, locality: locality, sample: sample, isStrict: strict)
  }

  private func load(_ folder: LibraryFolder) throws(Refusal) -> LoadedLibrary {
    if let jurisdiction { return try LoadedLibrary.asked(jurisdiction, in: folder, asJSON: json) }
    return try LoadedLibrary.whole(in: folder, asJSON: json)
  }

  private func checkPlaces(_ loaded: LoadedLibrary) throws(Refusal) {
    if let jurisdiction, loaded.vocabulary.place(jurisdiction)?.kind != .jurisdiction {
      throw loaded.unknownJurisdiction(jurisdiction)
    }
    if let locality {
      guard let jurisdiction else {
        throw .sentence("--locality needs --jurisdiction: say in which state \(locality) is")
      }
      guard loaded.vocabulary.place(locality)?.kind == .locality,
        loaded.vocabulary.territory(of: locality).contains(jurisdiction)
      else {
        let names = loaded.vocabulary.places.filter { $0.kind == .locality }.map(\.name)
        throw .sentence(
          "--locality \(Page.printable(locality)): \(jurisdiction) has no such place in the vocabulary"
            + (suggestion(for: locality, among: names).map { "; did you mean \($0)?" } ?? ""))
      }
    }
  }

  private func laws(_ loaded: LoadedLibrary) throws(Refusal) -> (LawChoice, LawChoice?) {
    let (on, from, to) = try (day(lawOn, "--law-on"), day(lawFrom, "--law-from"), day(lawTo, "--law-to"))
    guard (from == nil) == (to == nil) else {
      throw .sentence("--law-from and --law-to come together: the laws of two days side by side")
    }
    guard [on != nil, from != nil, against != nil].filter({ $0 }).count <= 1 else {
      throw .sentence("say one of --law-on, --law-from with --law-to, and --against")
    }
    func choice(_ loaded: LoadedLibrary, _ day: Day?, _ title: String) -> LawChoice {
      LawChoice(loaded.library, digests: loaded.digests, day: day, title: title)
    }
    if let on { return (choice(loaded, on, "the law of \(on)"), nil) }
    if let from, let to { return (choice(loaded, from, "the law of \(from)"), choice(loaded, to, "the law of \(to)")) }
    if let against {
      let other = try load(LibraryFolder.find(against))
      return (
        choice(loaded, nil, "the law of each row's own day"),
        choice(other, nil, "the law of each row's own day in \(against)")
      )
    }
    // The last day to which the law was searched: today's law, as far as the library knows it, and the same on every day.
    let searched = loaded.vocabulary.places.filter { jurisdiction == nil || $0.name == jurisdiction }
      .compactMap(\.searchedTo).max()
    let own = choice(loaded, nil, "the law of each row's own day")
    return (own, searched.map { choice(loaded, $0, "the law of \($0)") })
  }

  private func day(_ text: String?, _ flag: String) throws(Refusal) -> Day? {
    guard let text else { return nil }
    guard let day = Day(text) else {
      throw .sentence("\(flag) \(Page.printable(text)) is no day; write it like 2025-01-22")
    }
    return day
  }
}
