/// A small seeded generator of random numbers (Steele, Lea and Flood, "Fast splittable pseudorandom number
/// generators"): the same seed gives the same laws on every machine.
package struct SplitMix64: RandomNumberGenerator, Sendable {
  private var state: UInt64

  /// From a seed.
  package init(seed: UInt64) { state = seed }

  /// The next number.
  package mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}

extension RandomNumberGenerator {
  /// True so many times out of a hundred.
  package mutating func chance(_ percent: Int) -> Bool { Int.random(in: 0..<100, using: &self) < percent }

  /// Any of these; there must be one.
  package mutating func pick<Element>(_ elements: [Element]) -> Element {
    elements[Int.random(in: elements.indices, using: &self)]
  }

  /// Any of these, each as often as its weight says.
  package mutating func pick<Element>(weighted elements: [(weight: Int, Element)]) -> Element {
    var rest = Int.random(in: 0..<elements.map(\.weight).reduce(0, +), using: &self)
    for (weight, element) in elements {
      if rest < weight { return element }
      rest -= weight
    }
    return elements[0].1
  }

  /// So many of these, in their order.
  package mutating func some<Element>(_ count: Int, of elements: [Element]) -> [Element] {
    let chosen = Set(elements.indices.shuffled(using: &self).prefix(count))
    return elements.indices.filter(chosen.contains).map { elements[$0] }
  }

  /// A number from one to another, both included.
  package mutating func between(_ lower: Int, _ upper: Int) -> Int { Int.random(in: lower...upper, using: &self) }
}
