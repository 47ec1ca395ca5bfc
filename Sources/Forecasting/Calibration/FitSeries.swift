internal import Foundation

/// What draws are held against, month by month. Flows that policy moves are taken as shares of the flow before them, so that
/// a miss in one is not counted again in the next.
package enum FitSeries: Int, CaseIterable, Sendable {
  case custodyICE, custodyCBP, removalShareICE, removalShareCBP, countedShare, arrestsPerBookIn, arrestSpread

  /// In the names of the published columns.
  package var name: String {
    switch self {
    case .custodyICE: "adp_ice"
    case .custodyCBP: "adp_cbp"
    case .removalShareICE: "bookouts_ice_removal / bookouts_ice_total"
    case .removalShareCBP: "bookouts_cbp_removal / bookouts_cbp_total"
    case .countedShare: "ice_rr_ice / bookouts_ice_removal"
    case .arrestsPerBookIn: "ero_arrests / bookins_ice"
    case .arrestSpread: "spread of monthly differences of log ero_arrests"
    }
  }

  /// The columns of a series that is one figure a month.
  private var columns: (above: String, below: String?)? {
    switch self {
    case .custodyICE: ("adp_ice", nil)
    case .custodyCBP: ("adp_cbp", nil)
    case .removalShareICE: ("bookouts_ice_removal", "bookouts_ice_total")
    case .removalShareCBP: ("bookouts_cbp_removal", "bookouts_cbp_total")
    case .countedShare: ("ice_rr_ice", "bookouts_ice_removal")
    case .arrestsPerBookIn: ("ero_arrests", "bookins_ice")
    case .arrestSpread: nil
    }
  }

  /// Its figures in some months, nil where none was published; of the spread, one figure for all of them.
  func figures(_ table: MonthlySeries, _ months: [Month]) -> [Double?] {
    guard let (above, below) = columns else {
      return [FitSeries.spread(months.map { month in table["ero_arrests", month].map { log(max(1, $0)) } })]
    }
    return months.map { month in
      guard let value = table[above, month] else { return nil }
      guard let below else { return value }
      guard let whole = table[below, month], whole > 0 else { return nil }
      return value / whole
    }
  }

  /// The spread of the differences of neighbours.
  static func spread(_ values: [Double?]) -> Double? {
    let steps = zip(values, values.dropFirst()).compactMap { first, second in
      first.flatMap { first in second.map { $0 - first } }
    }
    guard steps.count > 1 else { return nil }
    let mean = steps.reduce(0, +) / Double(steps.count)
    return (steps.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(steps.count - 1)).squareRoot()
  }
}

/// Figures of every series in the fitted months and in the months of the check, published or drawn.
package struct FitFigures: Sendable, Equatable {
  /// Per series, in the order of the names, the fitted months.
  package var fitted: [[Double?]]
  /// The same, the months of the check.
  package var check: [[Double?]]

  /// The fitted months: fiscal years 2019-23.
  package static let fittedMonths = months(fiscalYears: 2019...2023)
  /// The months of the check, which are shown and not fitted: fiscal year 2024.
  package static let checkMonths = months(fiscalYears: 2024...2024)

  private static func months(fiscalYears: ClosedRange<Int>) -> [Month] {
    // Fiscal year 2019 began in October 2018.
    ((fiscalYears.lowerBound * 12 - 3)..<(fiscalYears.upperBound * 12 + 9)).map { Month(number: $0) }
  }

  /// What a table has of them; it is read in these months and in no others.
  package init(_ table: MonthlySeries) {
    fitted = FitSeries.allCases.map { $0.figures(table, FitFigures.fittedMonths) }
    check = FitSeries.allCases.map { $0.figures(table, FitFigures.checkMonths) }
  }

  init(fitted: [[Double?]], check: [[Double?]]) {
    self.fitted = fitted
    self.check = check
  }

  /// How far others are from these, series by series: root mean square over the fitted months, as a multiple of the
  /// spread of these about their mean (of a single figure, of itself). At one, others tell as little as that mean.
  func distances(of others: FitFigures) -> [Double] {
    zip(fitted, others.fitted).map { own, other in
      let pairs = zip(own, other).compactMap { own, other in own.flatMap { own in other.map { (own, $0) } } }
      guard !pairs.isEmpty else { return 0 }
      let count = Double(pairs.count)
      let mean = pairs.reduce(0) { $0 + $1.0 } / count
      let variance = pairs.reduce(0) { $0 + ($1.0 - mean) * ($1.0 - mean) } / count
      let scale = variance > 0 ? variance.squareRoot() : max(abs(mean), 1e-9)
      return (pairs.reduce(0) { $0 + ($1.0 - $1.1) * ($1.0 - $1.1) } / count).squareRoot() / scale
    }
  }
}
