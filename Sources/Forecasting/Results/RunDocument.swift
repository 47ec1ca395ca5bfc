package import Foundation
internal import LawLanguage

/// A run in figures as one JSON object: what the report shows, for other programs.
struct RunDocument: Encodable {
  struct Range: Encodable {
    let median: Double
    let half: [Double]
    let fourFifths: [Double]
    let nineteenInTwenty: [Double]

    init(_ band: Band) {
      median = band.median
      half = [band.half.lowerBound, band.half.upperBound]
      fourFifths = [band.fourFifths.lowerBound, band.fourFifths.upperBound]
      nineteenInTwenty = [band.nearlyAll.lowerBound, band.nearlyAll.upperBound]
    }
  }

  struct Series: Encodable {
    let name: String
    let title: String
    let months: [String]
    let values: [Range]
  }

  struct Place: Encodable {
    let state: String
    let hold: [String: String]
    let grounds: [String]
    let turns: [String]
    /// None for a number of people that is under ten or has an end of a band there.
    let counts: [String: Range]
  }

  struct Moved: Encodable {
    let number: String
    let rankCorrelation: Double
    let range: [Double]
  }

  let run: String
  let scenario: String
  let question: String
  let lessScenario: String?
  let start: String
  let replicates: Int
  let series: [Series]
  let dollarsByYear: [String: [Range]]
  let states: [Place]
  let custodyMovedBy: [Moved]
  let custodyVarianceBy: [String: Double]
}

extension Report {
  /// The figures as JSON.
  package func json() throws -> Data {
    let count = ledgers.first?.years.count ?? 0
    let tables = PlaceTables(counties: plan.counties, outcomes: outcomes, base: base)
    let heads = CostHead.allCases.map { head in
      (head.rawValue, (0..<count).map { year in RunDocument.Range(cost(year) { $0.years[$1][head] ?? 0 }) })
    }
    let document = RunDocument(
      run: identity, scenario: scenario.title, question: scenario.question, lessScenario: other?.title,
      start: scenario.start.description, replicates: outcomes.count,
      series: Measure.allCases.compactMap { measure in
        figures.bands[measure].map {
          RunDocument.Series(
            name: measure.rawValue, title: measure.title, months: figures.months.map(\.description),
            values: $0.map(RunDocument.Range.init))
        }
      },
      dollarsByYear: Dictionary(uniqueKeysWithValues: heads),
      states: plan.law.byState(plan.counties).map { law in
        RunDocument.Place(
          state: law.state.code,
          hold: Dictionary(
            uniqueKeysWithValues: zip(RequestClass.allCases, law.profile).map { ("\($0)", $1.hold.name) }),
          grounds: law.grounds, turns: law.turns.map(\.description),
          counts: Dictionary(
            uniqueKeysWithValues: PlaceTally.allCases.compactMap { tally in
              let band = tables.band(law.state.counties, tally)
              return SmallCell.hides(band.nearlyAll) && band.nearlyAll != 0...0
                ? nil : ("\(tally)", RunDocument.Range(band))
            }))
      },
      custodyMovedBy: influences.map {
        RunDocument.Moved(
          number: $0.name.name, rankCorrelation: $0.correlation, range: [$0.range.lowerBound, $0.range.upperBound])
      },
      custodyVarianceBy: Dictionary(uniqueKeysWithValues: split.map { ($0.origin.rawValue, $0.share) }))
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys]
    return try encoder.encode(document)
  }
}
