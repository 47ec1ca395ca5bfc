/// Sites in an order that a seed decides, each once.
public struct Draw: Sendable {
  private var left: ArraySlice<Site>

  /// Shuffles all sites; the same seed and sites give the same order.
  public init(_ sites: [Site], seed: UInt64) {
    var generator = SplitMix64(state: seed)
    left = sites.shuffled(using: &generator)[...]
  }

  /// The next site; nil if all were drawn.
  public mutating func next() -> Site? { left.popFirst() }
}

/// Steele, Lea and Flood's generator.
private struct SplitMix64: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
