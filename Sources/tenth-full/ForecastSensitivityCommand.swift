import ArgumentParser
import Console
import Forecasting
import Foundation

/// Which numbers matter.
struct ForecastSensitivityCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "sensitivity",
    abstract: "Say which numbers move an outcome most, by Morris' method, and how its variance divides, by Sobol's.",
    discussion: """
      Morris: one number at a time along random paths through all ranges, on the same chance. The effect is that of \
      going from one end of a range to the other, on the mean of the last year. With --sobol the variance is then \
      divided over the numbers that came first, all others together, chance, and the groups federal effort, law and \
      courts, with intervals from a thousand bootstrap samples.

      Example:
        tenth forecast sensitivity Scenarios/baseline.md --outcome custody --trajectories 8 --months 36
        tenth forecast sensitivity Scenarios/baseline.md --sobol --rows 128 --months 24 --out DIR
      """)

  @Argument(help: ArgumentHelp("A scenario.", valueName: "scenario"), completion: .file(extensions: ["md"]))
  var scenario: String

  @Option(help: "The outcome: \(Measure.allCases.map(\.rawValue).joined(separator: ", ")).")
  var outcome = "custody"

  @Option(help: "How many paths.")
  var trajectories = 8

  @Option(help: "How many months, instead of the scenario's.")
  var months: Int?

  @Flag(help: "Divide the variance too.")
  var sobol = false

  @Option(help: "With --sobol: how many rows of the design; each takes some fifteen runs.")
  var rows = 64

  @Option(help: "With --sobol: over how many of the numbers that came first.")
  var first = 10

  @Option(help: "Where chance begins.")
  var seed: UInt64 = 1

  @Option(help: "How many threads; all processors if not said.")
  var threads: Int?

  @Option(
    help: ArgumentHelp("A folder for sensitivity.html and sensitivity.csv.", valueName: "dir"), completion: .directory)
  var out: String?

  @OptionGroup(title: "Library") var place: LibraryOption

  func run() async throws {
    var scenario = try ForecastFiles.scenario(scenario)
    guard let measure = Measure(rawValue: outcome) else {
      throw Refusal.sentence(
        "\"\(outcome)\" is no outcome; write one of \(Measure.allCases.map(\.rawValue).joined(separator: ", "))")
    }
    guard (1...10_000).contains(trajectories), (1...360).contains(months ?? scenario.months) else {
      throw Refusal.sentence("--trajectories is from 1 to 10000, and --months from 1 to 360")
    }
    guard (2...100_000).contains(rows), (1...40).contains(first) else {
      throw Refusal.sentence("--rows is from 2 to 100000, and --first from 1 to 40")
    }
    scenario.months = months ?? scenario.months
    let loaded = try LoadedLibrary.whole(in: LibraryFolder.find(place.laws))
    let plan = try ForecastFiles.plan(scenario, loaded, seed: seed)
    let threads = threads ?? ProcessInfo.processInfo.activeProcessorCount
    let morris = Morris(trajectories: trajectories, seed: seed)
    Output.complain("\(morris.runs) runs of \(scenario.months) months")
    ForecastProgress.foretell(RunCost(replicates: morris.runs, months: scenario.months), threads: threads)
    let effects = morris.effects(of: try await plan.values(at: morris.points, measure, threads: threads))
    for effect in effects where effect.size > 0 {
      Output.print(
        "\(effect.name.name): \(Figure.plain(effect.size)) (signed \(Figure.plain(effect.direction)), "
          + "spread \(Figure.plain(effect.spread)))")
    }
    var report = SensitivityReport(scenario, plan: plan, measure: measure, runs: morris.runs, effects: effects)
    if sobol {
      let names = effects.filter { $0.name.origin != .money }.prefix(first).map(\.name)
      let design = VarianceDesign(first: Array(names), rows: rows, seed: seed)
      Output.complain("\(design.sobol.runs) runs of \(scenario.months) months")
      ForecastProgress.foretell(RunCost(replicates: design.sobol.runs, months: scenario.months), threads: threads)
      let values = try await plan.values(at: design.sobol.points, measure, threads: threads)
      report.divide(design, design.sobol.indices(of: values))
      for line in report.varianceLines { Output.print(line) }
    }
    guard let out else { return }
    try ForecastFiles.write(Data(report.html.utf8), "sensitivity.html", in: out)
    try ForecastFiles.write(Data(report.csv.utf8), "sensitivity.csv", in: out)
    Output.print("\(out)/sensitivity.html, sensitivity.csv")
  }
}
