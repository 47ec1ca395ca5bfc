/// How the variance of an outcome divides among factors: first-order indices by Saltelli's estimator and total indices by
/// Jansen's, with bootstrap intervals (Saltelli et al., Computer Physics Communications 181 (2010) 259).
///
/// A factor is one or several of the coordinates of the unit cube, so that groups of numbers, and chance itself, are
/// factors like any other.
package struct Sobol: Sendable {
  /// What a factor does to the variance.
  package struct Index: Sendable {
    /// The share of variance that goes if the factor alone were known.
    package let first: Double
    /// Where nineteen in twenty bootstrap samples put it.
    package let firstRange: ClosedRange<Double>
    /// The share of variance that stays if all but the factor were known.
    package let total: Double
    /// Where nineteen in twenty bootstrap samples put it.
    package let totalRange: ClosedRange<Double>
  }

  /// The coordinates of each factor.
  package let factors: [[Int]]
  /// Rows of the design; each takes two runs, and one for each factor.
  package let rows: Int
  private let dimensions: Int
  private let seed: UInt64

  /// A design of rows drawn at random, each coordinate spread evenly over its range (Latin hypercube).
  package init(factors: [[Int]], dimensions: Int, rows: Int, seed: UInt64) {
    self.factors = factors
    self.dimensions = dimensions
    self.rows = rows
    self.seed = seed
  }

  /// How many runs it takes.
  package var runs: Int { rows * (factors.count + 2) }

  /// The points to run, row by row: one of the first sample, one of the second, and for each factor the first with that
  /// factor of the second.
  package var points: [[Double]] {
    let (first, second) = (sample(0), sample(1))
    return (0..<rows).flatMap { row in
      [first[row], second[row]]
        + factors.map { coordinates in
          var point = first[row]
          for coordinate in coordinates { point[coordinate] = second[row][coordinate] }
          return point
        }
    }
  }

  private func sample(_ which: Int) -> [[Double]] {
    LatinHypercube.points(rows, dimensions: dimensions, seed: seed, sample: which)
  }

  /// The indices from the values at the points, in their order.
  package func indices(of values: [Double], samples: Int = 1000) -> [Index] {
    guard values.count == runs, rows > 1 else { return [] }
    let width = factors.count + 2
    let whole = estimate(values, Array(0..<rows), width)
    var drawn: [[(first: Double, total: Double)]] = []
    var stream = Chance(seed: seed, replicate: 2).stream(.calibration, day: 2)
    for _ in 0..<samples {
      drawn.append(estimate(values, (0..<rows).map { _ in Int(stream.uniform() * Double(rows)) }, width))
    }
    func range(_ values: [Double]) -> ClosedRange<Double> { Band(values).nearlyAll }
    return factors.indices.map { factor in
      Index(
        first: whole[factor].first, firstRange: range(drawn.map { $0[factor].first }), total: whole[factor].total,
        totalRange: range(drawn.map { $0[factor].total }))
    }
  }

  private func estimate(_ values: [Double], _ rows: [Int], _ width: Int) -> [(first: Double, total: Double)] {
    let count = Double(rows.count)
    var (sum, squares) = (0.0, 0.0)
    for row in rows {
      let (a, b) = (values[row * width], values[row * width + 1])
      sum += a + b
      squares += a * a + b * b
    }
    let mean = sum / (2 * count)
    let variance = squares / (2 * count) - mean * mean
    guard variance > 0 else { return factors.map { _ in (0, 0) } }
    return factors.indices.map { factor in
      var (first, total) = (0.0, 0.0)
      for row in rows {
        let (a, b) = (values[row * width], values[row * width + 1])
        let mixed = values[row * width + 2 + factor]
        // About the mean: the same in expectation, and far less noise where the mean is large beside the spread.
        first += (b - mean) * (mixed - a)
        total += (a - mixed) * (a - mixed)
      }
      return (first / count / variance, total / (2 * count) / variance)
    }
  }
}
