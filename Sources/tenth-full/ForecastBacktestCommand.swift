import ArgumentParser
import Console
import Forecasting
import Foundation

/// The model held against what came.
struct ForecastBacktestCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "backtest",
    abstract: "Forecast months that are known, from what was known before them, and score every series.",
    discussion: """
      The table has a line of names and a line a month, in the layout of the monthly tables of ICE and of DHS. Without \
      --given book-ins are forecast too; with it they are taken from that table, so that the machine is tested and not \
      the politics.

      Example:
        tenth forecast backtest --observed months.csv --given months.csv --from 2021-10 --to 2022-09 --json
      """)

  @Option(help: ArgumentHelp("The table of what came.", valueName: "file"), completion: .file(extensions: ["csv"]))
  var observed: String

  @Option(
    help: ArgumentHelp("A table with the true book-ins.", valueName: "file"), completion: .file(extensions: ["csv"]))
  var given: String?

  @Option(help: ArgumentHelp("The first month, such as 2021-10.", valueName: "month"))
  var from: String

  @Option(help: ArgumentHelp("The last month.", valueName: "month"))
  var to: String

  @Option(help: "How many replicates.")
  var replicates = 200

  @Option(help: "Where chance begins.")
  var seed: UInt64 = 1

  @Option(
    help: "What the levels are fitted to: visible (all years that come with the program) or before (what came before).")
  var fitted = "visible"

  @Flag(help: "Print one JSON object.")
  var json = false

  func run() throws {
    let table = try ForecastFiles.series(observed)
    let bookIns = try given.map(ForecastFiles.series)
    guard let first = Month(from), let last = Month(to) else {
      throw Refusal.sentence("--from and --to are months, such as 2021-10")
    }
    guard let fitting = Backtest.Fitting(rawValue: fitted) else {
      throw Refusal.sentence("--fitted is visible or before, not \"\(fitted)\"")
    }
    guard (2...100_000).contains(replicates) else { throw Refusal.sentence("--replicates is from 2 to 100000") }
    let backtest: Backtest
    do throws(SeriesProblem) {
      backtest = try Backtest(
        observed: table, given: bookIns, from: first, through: last, replicates: replicates, seed: seed,
        fitting: fitting)
    } catch {
      throw Refusal.sentence(error.description)
    }
    if json { return Output.print(try document(backtest)) }
    for line in backtest.lines { Output.print(text(line)) }
    if !backtest.unscored.isEmpty { Output.complain("not scored: \(backtest.unscored.joined(separator: ", "))") }
  }

  private func text(_ line: Backtest.Line) -> String {
    let held = Score.bands.map { "\($0)%: \(Figure.plain(100 * (line.score.coverage[$0] ?? 0)))%" }
    let others = Baseline.allCases.compactMap { baseline in
      line.baselines[baseline].map { "\(baseline.rawValue) \(Figure.plain($0.mape))%" }
    }
    return "\(line.name): \(line.months) months, off by \(Figure.plain(line.score.mape))%, CRPS "
      + "\(Figure.plain(line.score.crps)); in bands \(held.joined(separator: ", ")); " + others.joined(separator: ", ")
  }

  private struct Document: Encodable {
    let series: [Series]

    struct Series: Encodable {
      let name: String
      let months: Int
      let mape: Double
      let crps: Double
      let coverage: [String: Double]
      let baselines: [String: Point]
    }

    struct Point: Encodable {
      let mape: Double
      let crps: Double
    }
  }

  private func document(_ backtest: Backtest) throws -> String {
    let document = Document(
      series: backtest.lines.map { line in
        Document.Series(
          name: line.name, months: line.months, mape: line.score.mape, crps: line.score.crps,
          coverage: Dictionary(uniqueKeysWithValues: line.score.coverage.map { ("\($0.key)", $0.value) }),
          baselines: Dictionary(
            uniqueKeysWithValues: line.baselines.map {
              ($0.key.rawValue, Document.Point(mape: $0.value.mape, crps: $0.value.crps))
            }))
      })
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys]
    return String(decoding: try encoder.encode(document), as: UTF8.self)
  }
}
