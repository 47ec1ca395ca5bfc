internal import Foundation

// Exact draws: inversion while the mean is small, transformed rejection beyond it (Hörmann 1993, "The generation of
// binomial random variates", and "The transformed rejection method for generating Poisson random variables").

extension RandomStream {
  /// How many of `trials` happen, each with the same share.
  package mutating func binomial(_ trials: Int, _ share: Double) -> Int {
    guard trials > 0, share > 0 else { return 0 }
    guard share < 1 else { return trials }
    if share > 0.5 { return trials - lowBinomial(trials, 1 - share) }
    return lowBinomial(trials, share)
  }

  private mutating func lowBinomial(_ trials: Int, _ share: Double) -> Int {
    if trials <= 4 {
      var count = 0
      for _ in 0..<trials where uniform() < share { count += 1 }
      return count
    }
    if Double(trials) * share >= 10 { return rejectedBinomial(trials, share) }
    return invertedBinomial(trials, odds: share / (1 - share), none: exp(Double(trials) * log1p(-share)))
  }

  /// By inversion; `none` is the chance that none happens.
  @inline(__always)
  mutating func invertedBinomial(_ trials: Int, odds: Double, none: Double) -> Int {
    var rest = uniform()
    if rest < none { return 0 }
    var term = none
    var count = 0
    while rest >= term {
      rest -= term
      count += 1
      // Rounding can leave a crumb beyond the last term.
      if count >= trials { return trials }
      term *= odds * Double(trials - count + 1) / Double(count)
      if term == 0 { return count }
    }
    return count
  }

  private mutating func rejectedBinomial(_ trials: Int, _ share: Double) -> Int {
    let n = Double(trials)
    let complement = 1 - share
    let spread = (n * share * complement).squareRoot()
    let b = 1.15 + 2.53 * spread
    let a = -0.0873 + 0.0248 * b + 0.01 * share
    let centre = n * share + 0.5
    let squeeze = 0.92 - 4.2 / b
    let odds = share / complement
    let alpha = (2.83 + 5.1 / b) * spread
    let mode = ((n + 1) * share).rounded(.down)
    while true {
      let u = uniform() - 0.5
      let v = positiveUniform()
      let us = 0.5 - abs(u)
      let k = ((2 * a / us + b) * u + centre).rounded(.down)
      if us >= 0.07, v <= squeeze { return Int(k) }
      if k < 0 || k > n { continue }
      let height = log(v * alpha / (a / (us * us) + b))
      let bound =
        (mode + 0.5) * log((mode + 1) / (odds * (n - mode + 1)))
        + (n + 1) * log((n - mode + 1) / (n - k + 1))
        + (k + 0.5) * log(odds * (n - k + 1) / (k + 1))
        + stirlingTail(mode) + stirlingTail(n - mode) - stirlingTail(k) - stirlingTail(n - k)
      if height <= bound { return Int(k) }
    }
  }

  /// How many happen when this many do on average.
  package mutating func poisson(_ mean: Double) -> Int {
    guard mean > 0 else { return 0 }
    if mean >= 10 { return rejectedPoisson(mean) }
    let rest = uniform()
    // 1 - mean never exceeds the chance of none: the exponential is seldom needed where few are expected.
    if rest < 1 - mean { return 0 }
    return invertedPoisson(mean, rest)
  }

  private func invertedPoisson(_ mean: Double, _ uniform: Double) -> Int {
    var rest = uniform
    var term = exp(-mean)
    var count = 0
    while rest >= term {
      rest -= term
      count += 1
      term *= mean / Double(count)
      if term == 0 { return count }
    }
    return count
  }

  private mutating func rejectedPoisson(_ mean: Double) -> Int {
    let root = mean.squareRoot()
    let logarithm = log(mean)
    let b = 0.931 + 2.53 * root
    let a = -0.059 + 0.02483 * b
    let inverseAlpha = 1.1239 + 1.1328 / (b - 3.4)
    let squeeze = 0.9277 - 3.6224 / (b - 2)
    while true {
      let u = uniform() - 0.5
      let v = positiveUniform()
      let us = 0.5 - abs(u)
      let k = ((2 * a / us + b) * u + mean + 0.43).rounded(.down)
      if us >= 0.07, v <= squeeze { return Int(k) }
      if k < 0 || (us < 0.013 && v > us) { continue }
      if log(v) + log(inverseAlpha) - log(a / (us * us) + b) <= k * logarithm - mean - logFactorial(k) { return Int(k) }
    }
  }

  /// Splits a count over classes by shares that need not sum to one: a multinomial, by binomials in turn.
  package mutating func split(_ count: Int, by shares: [Double], into parts: inout [Int]) {
    var left = count
    var weight = shares.reduce(0, +)
    for index in shares.indices.dropLast() {
      let drawn = weight > 0 ? binomial(left, min(1, shares[index] / weight)) : 0
      parts[index] = drawn
      left -= drawn
      weight -= shares[index]
    }
    if let last = shares.indices.last { parts[last] = left }
  }
}

/// A share by which many cells are thinned: what their draws have in common is worked out once.
package struct Thinning: Sendable {
  let share: Double
  private let odds: Double
  private let logNone: Double
  private let none: [Double]

  /// Thinning by a share; the chance of none is reckoned beforehand for counts below `reckonedTo`.
  package init(_ share: Double, reckonedTo: Int = 0) {
    let bounded = min(1, max(0, share))
    self.share = bounded
    odds = bounded < 1 ? bounded / (1 - bounded) : .infinity
    let logNone = bounded < 1 ? log1p(-bounded) : -.infinity
    self.logNone = logNone
    none = (0..<reckonedTo).map { exp(Double($0) * logNone) }
  }

  /// The chance within a day of what happens at this rate a day.
  package init(rate: Double, reckonedTo: Int = 0) { self.init(-expm1(-max(0, rate)), reckonedTo: reckonedTo) }

  /// How many of a cell it takes.
  @inline(__always)
  package func draw(_ count: Int, _ stream: inout RandomStream) -> Int {
    guard count > 0, share > 0 else { return 0 }
    if Double(count) * share >= 10 || share > 0.5 { return stream.binomial(count, share) }
    let untouched = count < none.count ? none[count] : exp(Double(count) * logNone)
    return stream.invertedBinomial(count, odds: odds, none: untouched)
  }
}

/// ln k! less its Stirling approximation (k + ½) ln(k + 1) - (k + 1) + ½ ln 2π.
func stirlingTail(_ k: Double) -> Double {
  if k <= 9 { return stirlingTails[Int(max(0, k))] }
  let next = k + 1
  let square = next * next
  return (1.0 / 12 - (1.0 / 360 - 1.0 / 1260 / square) / square) / next
}

/// ln k!
func logFactorial(_ k: Double) -> Double {
  (k + 0.5) * log(k + 1) - (k + 1) + 0.918_938_533_204_672_7 + stirlingTail(k)
}

private let stirlingTails: [Double] = (0...9).map { k in
  let exact = k < 2 ? 0 : (2...k).reduce(0.0) { $0 + log(Double($1)) }
  return exact - ((Double(k) + 0.5) * log(Double(k + 1)) - Double(k + 1) + 0.918_938_533_204_672_7)
}
