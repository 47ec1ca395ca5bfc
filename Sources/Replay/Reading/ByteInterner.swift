/// Numbers the distinct values of a column, so that each is looked at once however many rows have it.
struct ByteInterner {
  private var slots: [Int32]
  private var arena: [UInt8] = []
  private var starts: [Int] = [0]

  /// An interner of nothing yet.
  init() { slots = [Int32](repeating: -1, count: 256) }

  /// How many distinct values there are.
  var count: Int { starts.count - 1 }

  /// A value as text.
  func text(_ index: Int) -> String { String(decoding: arena[starts[index]..<starts[index + 1]], as: UTF8.self) }

  /// The number of a value: `count - 1` if it is new; nil if it is new and there are as many as are kept apart.
  mutating func number(of data: [UInt8], _ cell: Range<Int>) -> Int? {
    // FNV-1a; the bound on distinct values bounds what hostile values could cost.
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for index in cell { hash = (hash ^ UInt64(data[index])) &* 0x0000_0100_0000_01B3 }
    var slot = Int(truncatingIfNeeded: hash ^ (hash >> 32)) & (slots.count - 1)
    while slots[slot] >= 0 {
      let known = Int(slots[slot])
      if isSame(known, data, cell) { return known }
      slot = (slot + 1) & (slots.count - 1)
    }
    guard count < ReadingLimits.values else { return nil }
    slots[slot] = Int32(count)
    arena.append(contentsOf: data[cell])
    starts.append(arena.count)
    if count * 2 > slots.count { grow() }
    return count - 1
  }

  private func isSame(_ known: Int, _ data: [UInt8], _ cell: Range<Int>) -> Bool {
    let start = starts[known]
    guard starts[known + 1] - start == cell.count else { return false }
    for offset in 0..<cell.count where arena[start + offset] != data[cell.lowerBound + offset] { return false }
    return true
  }

  private mutating func grow() {
    slots = [Int32](repeating: -1, count: slots.count * 4)
    for index in 0..<count {
      var hash: UInt64 = 0xCBF2_9CE4_8422_2325
      for byte in arena[starts[index]..<starts[index + 1]] { hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01B3 }
      var slot = Int(truncatingIfNeeded: hash ^ (hash >> 32)) & (slots.count - 1)
      while slots[slot] >= 0 { slot = (slot + 1) & (slots.count - 1) }
      slots[slot] = Int32(index)
    }
  }
}
