internal import Foundation

/// Which numbers a run's own draws show to move an outcome: rank correlations over the replicates, which need no run more.
///
/// A correlation orders; it says nothing of numbers that the draws leave undecided. What divides variance exactly is
/// `Sobol`.
package struct Influence: Sendable {
  /// The number.
  package let name: ParameterName
  /// Spearman's rank correlation with the outcome.
  package let correlation: Double
  /// Nineteen in twenty such intervals hold the true one (Fisher's transformation).
  package let range: ClosedRange<Double>

  /// The numbers whose correlation is too large for chance among as many as there are, the largest first; none from
  /// fewer than thirty replicates.
  package static func found(in outcomes: [Outcome], _ value: (Outcome) -> Double) -> [Influence] {
    let count = outcomes.count
    guard count >= 30 else { return [] }
    let ranked = ranks(outcomes.map(value))
    // One in twenty over all numbers together (Bonferroni): 3.4 standard errors for some seventy of them.
    let limit = 3.4 / Double(count - 1).squareRoot()
    return ParameterName.allCases.compactMap { name -> Influence? in
      let other = ranks(outcomes.map { $0.parameters[name] })
      let found = correlation(ranked, other)
      guard abs(found) > limit else { return nil }
      let (centre, spread) = (atanh(min(0.999, max(-0.999, found))), 1.96 / Double(count - 3).squareRoot())
      return Influence(name: name, correlation: found, range: tanh(centre - spread)...tanh(centre + spread))
    }.sorted { abs($0.correlation) > abs($1.correlation) }
  }

  /// How much of the variance of an outcome goes with the numbers of each origin, one by one and straight; what is left
  /// is chance, and what numbers do only together.
  ///
  /// The draws are independent, so that squared correlations add up; what as many numbers reach by chance alone is taken
  /// off. None from fewer than thirty replicates.
  package static func split(_ outcomes: [Outcome], _ value: (Outcome) -> Double) -> [(
    origin: ParameterOrigin, share: Double
  )] {
    let count = outcomes.count
    guard count >= 30 else { return [] }
    let values = outcomes.map(value)
    return ParameterOrigin.allCases.map { origin in
      let names = ParameterName.allCases.filter { $0.origin == origin }
      let sum = names.reduce(0.0) { sum, name in
        let found = correlation(values, outcomes.map { $0.parameters[name] })
        return sum + found * found - 1 / Double(count - 1)
      }
      return (origin, min(1, max(0, sum)))
    }
  }

  private static func correlation(_ left: [Double], _ right: [Double]) -> Double {
    let count = Double(left.count)
    let (meanLeft, meanRight) = (left.reduce(0, +) / count, right.reduce(0, +) / count)
    var (both, ofLeft, ofRight) = (0.0, 0.0, 0.0)
    for (a, b) in zip(left, right) {
      both += (a - meanLeft) * (b - meanRight)
      ofLeft += (a - meanLeft) * (a - meanLeft)
      ofRight += (b - meanRight) * (b - meanRight)
    }
    // A number held at one value goes with nothing.
    return ofLeft > 0 && ofRight > 0 ? both / (ofLeft * ofRight).squareRoot() : 0
  }

  /// Ranks from 0; equal values share their mean rank.
  private static func ranks(_ values: [Double]) -> [Double] {
    let order = values.indices.sorted { (values[$0], $0) < (values[$1], $1) }
    var ranks = [Double](repeating: 0, count: values.count)
    var first = 0
    while first < order.count {
      var last = first
      while last + 1 < order.count, values[order[last + 1]] == values[order[first]] { last += 1 }
      for place in first...last { ranks[order[place]] = Double(first + last) / 2 }
      first = last + 1
    }
    return ranks
  }
}
