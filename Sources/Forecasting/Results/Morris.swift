package import LawLanguage

/// Which numbers move an outcome most: Morris (1991), with the mean of the absolute effects (Campolongo et al. 2007).
///
/// One number at a time along random paths through the ranges; the same chance throughout, so that what moves is the
/// number. It screens; it does not divide variance.
package struct Morris: Sendable {
  /// A number's effect on an outcome, as it goes from one end of its prior to the other.
  package struct Effect: Sendable {
    /// The number.
    package let name: ParameterName
    /// Mean of the absolute effects.
    package let size: Double
    /// Mean of the signed effects.
    package let direction: Double
    /// Spread of the effects: how far they hang on the other numbers.
    package let spread: Double
  }

  private let trajectories: [[(changed: Int?, point: [Double])]]

  /// Paths from a seed; each needs one run more than there are numbers.
  package init(trajectories count: Int, seed: UInt64) {
    let names = ParameterName.allCases.count
    // Four levels; a step of two thirds, as Morris recommends.
    let (levels, step) = (4.0, 2.0 / 3)
    trajectories = (0..<count).map { number in
      var stream = Chance(seed: seed, replicate: number).stream(.calibration)
      var point = (0..<names).map { _ in (stream.uniform() * levels).rounded(.down) / (levels - 1) }
      var order = Array(0..<names)
      for place in stride(from: names - 1, to: 0, by: -1) {
        order.swapAt(place, Int(stream.uniform() * Double(place + 1)))
      }
      var path: [(Int?, [Double])] = [(nil, point)]
      for index in order {
        point[index] += point[index] + step <= 1 + 1e-9 ? step : -step
        path.append((index, point))
      }
      return path
    }
  }

  /// How many runs it takes.
  package var runs: Int { trajectories.reduce(0) { $0 + $1.count } }

  /// The points to run, path by path.
  package var points: [[Double]] { trajectories.flatMap { $0.map(\.point) } }

  /// The effects on an outcome, the largest first. `run` gives the outcome at shares of the priors.
  package func effects(_ run: ([Double]) throws -> Double) rethrows -> [Effect] { try effects(of: points.map(run)) }

  /// The effects on an outcome from its values at the points, in their order; the largest first.
  package func effects(of values: [Double]) -> [Effect] {
    var found = [[Double]](repeating: [], count: ParameterName.allCases.count)
    var next = values.makeIterator()
    for path in trajectories {
      var before: (value: Double, point: [Double])?
      for (changed, point) in path {
        let value = next.next() ?? .nan
        if let changed, let before {
          found[changed].append((value - before.value) / (point[changed] - before.point[changed]))
        }
        before = (value, point)
      }
    }
    return zip(ParameterName.allCases, found).map { name, effects in
      let count = Double(max(1, effects.count))
      let mean = effects.reduce(0, +) / count
      let variance = effects.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / max(1, count - 1)
      return Effect(
        name: name, size: effects.reduce(0) { $0 + abs($1) } / count, direction: mean, spread: variance.squareRoot())
    }.sorted { $0.size > $1.size }
  }
}

extension RunPlan {
  /// The plan with numbers at shares of their priors.
  package func at(_ quantiles: [Double]) -> RunPlan {
    RunPlan(
      counties: counties, law: law, start: start, months: months, settings: settings, custody: custody,
      agreements: agreements, residentShares: residentShares, seed: seed, drawing: .quantiles(quantiles), fixed: fixed,
      isChecked: isChecked)
  }

  /// The mean of a measure over the last year, of one replicate.
  package func lastYear(_ measure: Measure, replicate number: Int = 0) throws(Imbalance) -> Double {
    var replicate = Replicate(self, number: number)
    return measure.lastYear(of: try replicate.run(), from: start)
  }
}

extension Measure {
  /// The mean over the last twelve months of an outcome.
  package func lastYear(of outcome: Outcome, from start: Day) -> Double {
    let window = max(0, outcome.months.months - 12)..<outcome.months.months
    let sum = window.reduce(0.0) { $0 + value(outcome.months, $1, days: Month(start).adding($1).days) }
    return sum / Double(max(1, window.count))
  }
}
