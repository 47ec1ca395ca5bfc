internal import Foundation

/// How well draws foretold figures: error of the median, the continuous ranked probability score, and how often bands
/// held what came.
package struct Score: Sendable, Equatable {
  /// Mean absolute error of the median, in percent of the figure.
  package var mape: Double
  /// Mean continuous ranked probability score (Gneiting and Raftery 2007), in the unit of the series.
  package var crps: Double
  /// Per band in percent, the share of figures in it.
  package var coverage: [Int: Double]

  /// The bands that are scored.
  package static let bands = [50, 80, 95]

  /// The score of draws, one row a figure; a row of one is a point forecast, whose score is its absolute error.
  package init?(observed: [Double], draws: [[Double]]) {
    guard !observed.isEmpty, observed.count == draws.count else { return nil }
    var (error, ranked, figures) = (0.0, 0.0, 0.0)
    var held = [Int: Double](uniqueKeysWithValues: Score.bands.map { ($0, 0.0) })
    for (value, row) in zip(observed, draws) {
      let sorted = row.sorted()
      guard let first = sorted.first else { return nil }
      if value > 0 {
        error += abs((sorted.count > 1 ? Score.quantile(sorted, 0.5) : first) - value) / value
        figures += 1
      }
      ranked += Score.crps(sorted, value)
      for band in Score.bands {
        let tail = (1 - Double(band) / 100) / 2
        if value >= Score.quantile(sorted, tail), value <= Score.quantile(sorted, 1 - tail) {
          held[band, default: 0] += 1
        }
      }
    }
    let count = Double(observed.count)
    mape = figures > 0 ? 100 * error / figures : 0
    crps = ranked / count
    coverage = held.mapValues { $0 / count }
  }

  /// A quantile of sorted values, between neighbours in proportion (Hyndman and Fan 1996, definition 7).
  package static func quantile(_ sorted: [Double], _ share: Double) -> Double {
    guard let last = sorted.last else { return .nan }
    let place = share * Double(sorted.count - 1)
    let low = Int(place)
    guard low + 1 < sorted.count else { return last }
    return sorted[low] + (place - Double(low)) * (sorted[low + 1] - sorted[low])
  }

  private static func crps(_ sorted: [Double], _ value: Double) -> Double {
    let count = Double(sorted.count)
    var (distance, spread) = (0.0, 0.0)
    for (index, draw) in sorted.enumerated() {
      distance += abs(draw - value)
      // Half the mean difference of two draws, by ranks; without the pairs of a draw with itself.
      spread += draw * (2 * Double(index + 1) - count - 1)
    }
    return distance / count - (count > 1 ? spread / (count * (count - 1)) : 0)
  }
}
