import ArgumentParser
import Forecasting
import Foundation

/// Which numbers matter.
struct ForecastSensitivityCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "sensitivity",
    abstract: "Say which numbers move an outcome most, by Morris' method.",
    discussion: """
      One number at a time along random paths through all ranges, on the same chance. The effect is that of going from \
      one end of a range to the other, on the mean of the last year.

      Example:
        tenth forecast sensitivity Scenarios/baseline.md --outcome custody --trajectories 8 --months 36
      """)

  @Argument(help: ArgumentHelp("A scenario.", valueName: "scenario"), completion: .file(extensions: ["md"]))
  var scenario: String

  @Option(help: "The outcome: \(Measure.allCases.map(\.rawValue).joined(separator: ", ")).")
  var outcome = "custody"

  @Option(help: "How many paths.")
  var trajectories = 8

  @Option(help: "How many months, instead of the scenario's.")
  var months: Int?

  @Option(help: "Where chance begins.")
  var seed: UInt64 = 1

  @OptionGroup(title: "Library") var place: LibraryOption

  func run() throws {
    var scenario = try ForecastFiles.scenario(scenario)
    guard let measure = Measure(rawValue: outcome) else {
      throw Refusal.sentence(
        "\"\(outcome)\" is no outcome; write one of \(Measure.allCases.map(\.rawValue).joined(separator: ", "))")
    }
    guard (1...10_000).contains(trajectories), (1...360).contains(months ?? scenario.months) else {
      throw Refusal.sentence("--trajectories is from 1 to 10000, and --months from 1 to 360")
    }
    scenario.months = months ?? scenario.months
    let loaded = try LoadedLibrary.whole(in: LibraryFolder.find(place.laws))
    let plan = try ForecastFiles.plan(scenario, loaded, seed: seed)
    let morris = Morris(trajectories: trajectories, seed: seed)
    Output.complain("\(morris.runs) runs of \(scenario.months) months")
    let effects = try morris.effects { try plan.at($0).lastYear(measure) }
    for effect in effects where effect.size > 0 {
      Output.print(
        "\(effect.name.name): \(Figure.plain(effect.size)) (signed \(Figure.plain(effect.direction)), "
          + "spread \(Figure.plain(effect.spread)))")
    }
  }
}
