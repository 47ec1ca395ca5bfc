internal import Foundation

/// A sequence of random numbers, and the distributions drawn from it.
package struct RandomStream: Sendable {
  private let key: (UInt32, UInt32)
  private let replicate: UInt32
  private let purpose: UInt32
  private let cell: UInt32
  private var counter: UInt32 = 0
  private var spare: UInt64 = 0
  private var hasSpare = false

  @inline(__always)
  init(key: (UInt32, UInt32), replicate: UInt32, purpose: UInt32, cell: UInt32) {
    self.key = key
    self.replicate = replicate
    self.purpose = purpose
    self.cell = cell
  }

  /// The next 64 bits.
  @inline(__always)
  package mutating func next() -> UInt64 {
    if hasSpare {
      hasSpare = false
      return spare
    }
    let block = Philox.block((counter, cell, purpose, replicate), key: key)
    counter &+= 1
    spare = UInt64(block.2) << 32 | UInt64(block.3)
    hasSpare = true
    return UInt64(block.0) << 32 | UInt64(block.1)
  }

  /// A number from 0, up to but not 1.
  @inline(__always)
  package mutating func uniform() -> Double { Double(next() >> 11) * 0x1p-53 }

  /// A number above 0, up to 1.
  @inline(__always)
  package mutating func positiveUniform() -> Double { Double((next() >> 11) + 1) * 0x1p-53 }

  /// A waiting time with this mean.
  @inline(__always)
  package mutating func exponential(mean: Double) -> Double { -log(positiveUniform()) * mean }

  /// A standard normal number (Box and Muller 1958; one of the pair).
  package mutating func normal() -> Double {
    let radius = (-2 * log(positiveUniform())).squareRoot()
    return radius * cos(2 * Double.pi * uniform())
  }

  /// A number of a gamma distribution with mean `shape` (Marsaglia and Tsang 2000).
  package mutating func gamma(shape: Double) -> Double {
    guard shape > 0 else { return 0 }
    if shape < 1 { return gamma(shape: shape + 1) * pow(positiveUniform(), 1 / shape) }
    let d = shape - 1.0 / 3
    let c = 1 / (9 * d).squareRoot()
    while true {
      let x = normal()
      let root = 1 + c * x
      guard root > 0 else { continue }
      let cube = root * root * root
      if log(positiveUniform()) < 0.5 * x * x + d - d * cube + d * log(cube) { return d * cube }
    }
  }

  /// A number between `low` and `high`, most likely `mode`.
  package mutating func triangular(low: Double, mode: Double, high: Double) -> Double {
    Triangular(low: low, mode: mode, high: high).quantile(uniform())
  }
}

/// The triangular distribution: what a range with a best value says, and no more.
package struct Triangular: Sendable {
  let low: Double
  let mode: Double
  let high: Double

  /// Between two ends, with its peak between them.
  package init(low: Double, mode: Double, high: Double) {
    self.low = low
    self.mode = mode
    self.high = high
  }

  /// The value below which this share lies.
  package func quantile(_ share: Double) -> Double {
    let width = high - low
    guard width > 0 else { return mode }
    let cut = (mode - low) / width
    if share <= cut { return low + (share * width * (mode - low)).squareRoot() }
    return high - ((1 - share) * width * (high - mode)).squareRoot()
  }
}
