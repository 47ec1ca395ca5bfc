import ArgumentParser
import Console
import Forecasting
import Foundation

/// What published months say of the numbers of custody, beside what was held possible before.
struct ForecastFitCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "fit",
    abstract: "Show what the published months of fiscal years 2019-23 say of the numbers that they hang on.",
    discussion: """
      Approximate Bayesian computation: every number is drawn from its range, each draw is run over the five years with \
      the true book-ins, and the nearest share of the draws is kept, number by number. Prior and posterior are shown \
      together, and where the posterior is the prior it is said. Fiscal year 2024 is shown and not fitted; fiscal \
      years 2017-18 and everything after September 2024 are not in the program. Runs draw from the ranges all the same.

      What levels do decides what the months can say. Moving, as in every run, policy explains most of their course; \
      still, the numbers have to explain all of it.

      Example:
        tenth forecast fit --draws 10000 --keep 0.05 --seed 1
        tenth forecast fit --levels still --json
      """)

  @Option(help: "How many draws of the ranges.")
  var draws = 10_000

  @Option(help: ArgumentHelp("The share of the draws that is kept.", valueName: "share"))
  var keep = 0.05

  @Option(help: "What levels do in the months of a draw: moving (as in every run) or still.")
  var levels = "moving"

  @Option(help: "Where chance begins: the same seed gives the same bytes.")
  var seed: UInt64 = 1

  @Option(help: "How many threads; all processors if not said.")
  var threads: Int?

  @Flag(help: "Print one JSON object.")
  var json = false

  func run() async throws {
    guard let movement = FitCourse.Movement(rawValue: levels) else {
      throw Refusal.sentence("--levels is moving or still, not \"\(levels)\"")
    }
    guard (1...200_000).contains(draws) else { throw Refusal.sentence("--draws is from 1 to 200000") }
    guard keep > 0, keep <= 0.5 else { throw Refusal.sentence("--keep is a share above 0, up to 0.5") }
    guard (1...1024).contains(threads ?? 1) else { throw Refusal.sentence("--threads is from 1 to 1024") }
    guard Double(draws) * keep >= Double(PosteriorFit.fewest) else {
      throw Refusal.sentence(
        "--draws \(draws) and --keep \(keep) keep \(Int((Double(draws) * keep).rounded())) draws, and an interval takes "
          + "\(PosteriorFit.fewest); draw or keep more")
    }
    let course: FitCourse
    do throws(SeriesProblem) {
      course = try FitCourse(.visible, movement: movement, seed: seed)
    } catch {
      throw Refusal.sentence(error.description)
    }
    let speaks = isatty(STDERR_FILENO) == 1
    let (count, every) = (draws, max(1, draws / 20))
    let fit = try await PosteriorFit(
      to: FitFigures(.visible), course: course, draws: draws, keep: keep, seed: seed,
      threads: threads ?? ProcessInfo.processInfo.activeProcessorCount
    ) { done in
      if speaks, done % every == 0 { Output.complain("\(done) of \(count) draws") }
    }
    if json { return Output.print(try document(fit)) }
    Output.print(
      "Fiscal years 2019-23, book-ins given, levels \(movement.rawValue): \(draws) draws, the nearest \(fit.kept) kept for "
        + "each number.")
    for line in fit.lines { Output.print(text(line)) }
    Output.print(
      "\(ParameterName.allCases.count - FitParameter.allCases.filter { $0.ofRuns != nil }.count) more numbers of a run "
        + "are not drawn: with book-ins given none of these months hangs on them, and their ranges stand (tenth forecast "
        + "explain).")
    Output.print(
      "Distances of draws from each series, in its own spread (1: as far as its mean is), and what the nearest say of "
        + "fiscal year 2024, which is not fitted:")
    for series in fit.series { Output.print(text(series)) }
  }

  private func text(_ line: PosteriorFit.Line) -> String {
    func words(_ band: Band) -> String {
      "median \(Figure.plain(band.median)), 50% \(range(band.half)), 95% \(range(band.nearlyAll))"
    }
    let parameter = line.name.definition
    let width = "\(Int((100 * line.width).rounded()))% of the prior's width"
    let found =
      switch line.told {
      case .nothing: "\(width): the months say nothing of it, the posterior is the prior"
      case .little: "\(width): the months say little of it"
      case .something: width
      }
    return """
      \(line.name.name): \(parameter.meaning) (\(parameter.unit))
        prior \(words(line.prior)); its range is \(Figure.plain(parameter.low)) to \(Figure.plain(parameter.high))
        posterior \(words(line.posterior)); \(found)
      """
  }

  private func range(_ range: ClosedRange<Double>) -> String {
    "\(Figure.plain(range.lowerBound)) to \(Figure.plain(range.upperBound))"
  }

  private func text(_ series: PosteriorFit.Nearness) -> String {
    let distances =
      "\(series.series.name): nearest \(Figure.plain(series.nearest)), last kept \(Figure.plain(series.lastKept)), half of "
      + "all within \(Figure.plain(series.ofHalf))"
    guard let prior = series.prior, let posterior = series.posterior else { return distances }
    return distances
      + "; fiscal year 2024 off by \(Figure.plain(posterior.mape))% (prior \(Figure.plain(prior.mape))%), "
      + "\(Figure.plain(100 * (posterior.coverage[95] ?? 0)))% in its band of 95%"
  }
}

extension ForecastFitCommand {
  private struct Document: Encodable {
    let fiscalYears: [Int]
    let levels: String
    let draws: Int
    let kept: Int
    let seed: UInt64
    let numbers: [Number]
    let series: [Series]
    let notDrawn: [String]

    struct Number: Encodable {
      let name: String
      let unit: String
      let meaning: String
      let restsOn: String
      let judgedBy: [String]
      let low: Double
      let high: Double
      let prior: Interval
      let posterior: Interval
      let widthOfPrior: Double
      let departure: Double
      let told: String
    }

    struct Interval: Encodable {
      let median: Double
      let half: [Double]
      let nearlyAll: [Double]

      init(_ band: Band) {
        median = band.median
        half = [band.half.lowerBound, band.half.upperBound]
        nearlyAll = [band.nearlyAll.lowerBound, band.nearlyAll.upperBound]
      }
    }

    struct Series: Encodable {
      let name: String
      let nearest: Double
      let lastKept: Double
      let ofHalf: Double
      let checkOfPrior: Check?
      let checkOfPosterior: Check?
    }

    struct Check: Encodable {
      let mape: Double
      let crps: Double
      let coverage: [String: Double]

      init(_ score: Score) {
        mape = score.mape
        crps = score.crps
        coverage = Dictionary(uniqueKeysWithValues: score.coverage.map { ("\($0.key)", $0.value) })
      }
    }
  }

  private func document(_ fit: PosteriorFit) throws -> String {
    let drawn = Set(FitParameter.allCases.compactMap(\.ofRuns))
    let document = Document(
      fiscalYears: Array(2019...2023), levels: levels, draws: draws, kept: fit.kept, seed: seed,
      numbers: fit.lines.map { line in
        let parameter = line.name.definition
        return Document.Number(
          name: line.name.name, unit: parameter.unit, meaning: parameter.meaning, restsOn: parameter.ground.text,
          judgedBy: line.name.series.map(\.name), low: parameter.low, high: parameter.high,
          prior: Document.Interval(line.prior), posterior: Document.Interval(line.posterior),
          widthOfPrior: line.width, departure: line.departure, told: line.told.rawValue)
      },
      series: fit.series.map { series in
        Document.Series(
          name: series.series.name, nearest: series.nearest, lastKept: series.lastKept, ofHalf: series.ofHalf,
          checkOfPrior: series.prior.map(Document.Check.init),
          checkOfPosterior: series.posterior.map(Document.Check.init)
        )
      },
      notDrawn: ParameterName.allCases.filter { !drawn.contains($0) }.map(\.name))
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    return String(decoding: try encoder.encode(document), as: UTF8.self)
  }
}
