/// What a run takes, reckoned before it begins.
package struct RunCost: Sendable {
  /// Memory that its outcomes need.
  package let bytes: Double
  /// Seconds of processor time.
  package let seconds: Double

  /// The cost of replicates of so many months: ten years take some 0.6 seconds on a processor of 2024
  /// (docs/forecast.md).
  package init(replicates: Int, months: Int) {
    let county = Double(CountyTable.unitedStates.all.count * PlaceTally.allCases.count * 4)
    bytes = Double(replicates) * (Double(months * Tally.allCases.count * 8) + county)
    seconds = Double(replicates) * Double(months) * 0.6 / 120
  }
}
