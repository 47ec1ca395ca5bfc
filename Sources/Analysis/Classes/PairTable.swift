/// Numbers by pairs of numbers below 2³², for the many small tables of decision diagrams, whose time is mostly looking up.
///
/// Open addressing with linear probing; the keys come from no stranger, so no keyed hash is needed. The pair of zeros is no key.
struct PairTable: Sendable {
  private var keys: [UInt64] = []
  private var values: [Int32] = []
  private var count = 0

  /// The key of a pair.
  static func key(_ first: Int, _ second: Int) -> UInt64 {
    UInt64(truncatingIfNeeded: first) << 32 | UInt64(UInt32(truncatingIfNeeded: second))
  }

  /// The number of a key, if it has one.
  subscript(key: UInt64) -> Int? {
    guard !keys.isEmpty else { return nil }
    let place = place(of: key)
    return keys[place] == key ? Int(values[place]) : nil
  }

  /// Gives a key that has none a number.
  mutating func insert(_ key: UInt64, _ value: Int) {
    if count * 4 >= keys.count * 3 { grow() }
    let place = place(of: key)
    keys[place] = key
    values[place] = Int32(truncatingIfNeeded: value)
    count += 1
  }

  /// Where the key stands, or would.
  private func place(of key: UInt64) -> Int {
    let mask = keys.count - 1
    // Fibonacci hashing: D. Knuth, The Art of Computer Programming, volume 3, 6.4.
    var place = Int(truncatingIfNeeded: (key &* 0x9E37_79B9_7F4A_7C15) >> 32) & mask
    while keys[place] != 0 && keys[place] != key { place = (place + 1) & mask }
    return place
  }

  private mutating func grow() {
    let (oldKeys, oldValues) = (keys, values)
    keys = [UInt64](repeating: 0, count: max(32, oldKeys.count * 2))
    values = [Int32](repeating: 0, count: keys.count)
    for (key, value) in zip(oldKeys, oldValues) where key != 0 {
      let place = place(of: key)
      keys[place] = key
      values[place] = value
    }
  }
}
