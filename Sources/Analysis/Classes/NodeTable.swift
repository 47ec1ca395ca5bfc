/// The nodes of decision diagrams by what they branch on and to.
///
/// Open addressing with linear probing; the keys come from no stranger, so no keyed hash is needed. No node has the key zero: it would
/// branch to nothing twice.
struct NodeTable: Sendable {
  /// How many nodes, and how many columns, a key has room for.
  static let (most, widest) = (1 << 24, (1 << 16) - 1)

  private var keys = [UInt64](repeating: 0, count: 256)
  private var nodes = [Int32](repeating: 0, count: 256)
  private var count = 0

  /// The key of a node.
  static func key(_ level: Int, _ low: Int, _ high: Int) -> UInt64 {
    UInt64(truncatingIfNeeded: level) << 48 | UInt64(truncatingIfNeeded: low) << 24 | UInt64(truncatingIfNeeded: high)
  }

  /// Where a key stands, or would.
  func place(of key: UInt64) -> Int {
    let mask = keys.count - 1
    // Fibonacci hashing: D. Knuth, The Art of Computer Programming, volume 3, 6.4.
    var place = Int(truncatingIfNeeded: (key &* 0x9E37_79B9_7F4A_7C15) >> 32) & mask
    while keys[place] != 0 && keys[place] != key { place = (place + 1) & mask }
    return place
  }

  func node(at place: Int) -> Int? { keys[place] == 0 ? nil : Int(nodes[place]) }

  /// Puts a node where its key would stand.
  mutating func insert(_ key: UInt64, _ node: Int, at place: Int) {
    keys[place] = key
    nodes[place] = Int32(truncatingIfNeeded: node)
    count += 1
    if count * 4 >= keys.count * 3 { grow() }
  }

  private mutating func grow() {
    let (oldKeys, oldNodes) = (keys, nodes)
    keys = [UInt64](repeating: 0, count: oldKeys.count * 4)
    nodes = [Int32](repeating: 0, count: keys.count)
    for (key, node) in zip(oldKeys, oldNodes) where key != 0 {
      let place = place(of: key)
      keys[place] = key
      nodes[place] = node
    }
  }
}

/// What pairs of nodes came to, as far as there is room: a later pair takes an earlier one's place, which is found again if it is
/// asked for.
struct PairMemory: Sendable {
  private var keys = [UInt64](repeating: 0, count: 512)
  private var values = [Int32](repeating: 0, count: 512)

  private static func key(_ first: Int, _ second: Int) -> UInt64 {
    UInt64(truncatingIfNeeded: first) << 32 | UInt64(truncatingIfNeeded: second)
  }

  private func place(of key: UInt64) -> Int {
    Int(truncatingIfNeeded: (key &* 0x9E37_79B9_7F4A_7C15) >> 32) & (keys.count - 1)
  }

  /// What the pair came to, if that is remembered.
  func value(of first: Int, _ second: Int) -> Int? {
    let key = Self.key(first, second)
    let place = place(of: key)
    return keys[place] == key ? Int(values[place]) : nil
  }

  /// - Parameter count: how many nodes there are: there is room for some pairs of each.
  mutating func remember(_ value: Int, of first: Int, _ second: Int, among count: Int) {
    if count > keys.count / 2 { grow() }
    let key = Self.key(first, second)
    let place = place(of: key)
    keys[place] = key
    values[place] = Int32(truncatingIfNeeded: value)
  }

  private mutating func grow() {
    let (oldKeys, oldValues) = (keys, values)
    keys = [UInt64](repeating: 0, count: oldKeys.count * 4)
    values = [Int32](repeating: 0, count: keys.count)
    for (key, value) in zip(oldKeys, oldValues) where key != 0 {
      let place = place(of: key)
      keys[place] = key
      values[place] = value
    }
  }
}
