import ArgumentParser
import Console
import Forecasting
import Foundation
import LawLanguage
import Reasoning

/// What cooperation, staff, beds and courts come to, under the law of the library.
struct ForecastCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "forecast",
    abstract: "Reckon jail days, custody, courts, removals and public cost under a law, with their uncertainty.",
    discussion: """
      A scenario is a Markdown document: what it asks, then levers with their dates. Each run draws every number from \
      its range, and asks the engine that decides live requests what the law of each county says. The model counts \
      people and never describes any; it recommends nothing.

      Example:
        tenth forecast run Scenarios/baseline.md --replicates 200 --seed 7 --out DIR
      """,
    subcommands: [
      ForecastRunCommand.self, ForecastCompareCommand.self, ForecastMergeCommand.self, ForecastBacktestCommand.self,
      ForecastFitCommand.self, ForecastSensitivityCommand.self, ForecastLedgerCommand.self, ForecastExplainCommand.self,
    ])
}

/// How often, from which chance, and on how many threads.
struct ForecastOptions: ParsableArguments {
  @Option(help: "How many replicates, or a range of them such as \"0..<250\".")
  var replicates = "200"

  @Option(help: "Where chance begins: the same seed gives the same bytes.")
  var seed: UInt64 = 1

  @Option(help: "How many threads; all processors if not said.")
  var threads: Int?

  @Option(
    help: ArgumentHelp("The folder to write to; made if it is not there.", valueName: "dir"), completion: .directory)
  var out: String

  func range() throws(Refusal) -> Range<Int> {
    let ends = replicates.split(separator: "..<", omittingEmptySubsequences: false).map { Int($0) }
    let range: (Int, Int)? =
      switch ends.count {
      case 1: ends[0].map { (0, $0) }
      case 2: ends[0].flatMap { low in ends[1].map { (low, $0) } }
      default: nil
      }
    guard let (low, high) = range, low >= 0, high > low, high <= 1_000_000 else {
      throw .sentence("--replicates is \"\(replicates)\"; write a number such as 200, or a range such as \"0..<250\"")
    }
    return low..<high
  }

  /// Refuses what would not fit in memory, and says beforehand what will take hours.
  func weigh(_ count: Int, months: Int) throws(Refusal) {
    let cost = RunCost(replicates: count, months: months)
    guard cost.bytes < 8e9 else {
      throw .sentence(
        "\(count) replicates of \(months) months need about \(Int(cost.bytes / 1e9)) GB of memory; run ranges of them, such "
          + "as --replicates \"0..<1000\", and put them together with tenth forecast merge")
    }
    ForecastProgress.foretell(cost, threads: threads)
  }
}

/// Scenarios, laws and files, as the commands read and write them.
enum ForecastFiles {
  static func text(_ path: String) throws(Refusal) -> String {
    guard let data = FileManager.default.contents(atPath: path) else {
      throw .sentence("\(path) cannot be read; name a file")
    }
    guard let text = String(data: data, encoding: .utf8) else {
      throw .sentence("\(path) is not UTF-8; save it as UTF-8")
    }
    return text
  }

  /// A scenario and what it inherits, found beside it.
  static func scenario(_ path: String) throws(Refusal) -> Scenario {
    do throws(ScenarioProblem) {
      return try read(path, depth: 0)
    } catch {
      throw .sentence(error.lines.joined(separator: "\n"))
    }
  }

  private static func read(_ path: String, depth: Int) throws(ScenarioProblem) -> Scenario {
    let url = URL(fileURLWithPath: path)
    let name = url.deletingPathExtension().lastPathComponent
    guard depth < 8 else { throw ScenarioProblem(lines: ["\(name): scenarios inherit each other in a circle"]) }
    guard let data = FileManager.default.contents(atPath: path), let text = String(data: data, encoding: .utf8) else {
      throw ScenarioProblem(lines: ["\(path) cannot be read as UTF-8; name a scenario"])
    }
    let states = CountyTable.unitedStates.states.map(\.code)
    return try Scenario.read(text, name: name, states: states) { (parent) throws(ScenarioProblem) -> Scenario in
      let above = url.deletingLastPathComponent().appendingPathComponent(parent + ".md").path
      return try ForecastFiles.read(above, depth: depth + 1)
    }
  }

  static func series(_ path: String) throws(Refusal) -> MonthlySeries {
    let text = try text(path)
    do throws(SeriesProblem) {
      return try MonthlySeries(reading: text, name: path)
    } catch {
      throw .sentence(error.description)
    }
  }

  static func plan(_ scenario: Scenario, _ loaded: LoadedLibrary, seed: UInt64) throws(Refusal) -> RunPlan {
    let law = try law(loaded).leavingOut(Set(scenario.withoutLaw))
    do throws(PlanProblem) {
      return try RunPlan(scenario, law: law, seed: seed)
    } catch {
      throw .sentence(error.description)
    }
  }

  static func law(_ loaded: LoadedLibrary) throws(Refusal) -> LibraryLaw {
    do throws(LawProblem) {
      return try LibraryLaw(loaded.library, digests: loaded.digests)
    } catch {
      throw .sentence(error.description)
    }
  }

  static func write(_ data: Data, _ name: String, in folder: String) throws(Refusal) {
    let url = URL(fileURLWithPath: folder, isDirectory: true)
    do {
      try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
      try data.write(to: url.appendingPathComponent(name), options: .atomic)
    } catch {
      throw .sentence("\(folder)/\(name) cannot be written; name a folder that can be with --out DIR")
    }
  }
}
