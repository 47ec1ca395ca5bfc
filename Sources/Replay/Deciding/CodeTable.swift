/// Numbers rows of numbers, so that rows that are alike are seen to be: the first is 0, and every new one counts on.
///
/// A table of its own because it is asked several times for every row, and no array is made to ask it.
struct CodeTable {
  private var slots: [Int32]
  private var codes: [Int64] = []
  private var starts: [Int32] = [0]

  /// A table of nothing yet.
  init() { slots = [Int32](repeating: -1, count: 1_024) }

  /// How many different ones there are.
  var count: Int { starts.count - 1 }

  /// One of them.
  subscript(number: Int) -> ArraySlice<Int64> { codes[Int(starts[number])..<Int(starts[number + 1])] }

  /// The number of a row; `count - 1` if it is new.
  mutating func number(of row: [Int64]) -> Int {
    var slot = CodeTable.hash(row[...]) & (slots.count - 1)
    while slots[slot] >= 0 {
      let known = Int(slots[slot])
      if isSame(known, row) { return known }
      slot = (slot + 1) & (slots.count - 1)
    }
    slots[slot] = Int32(count)
    codes += row
    starts.append(Int32(codes.count))
    if count * 2 > slots.count { grow() }
    return count - 1
  }

  private func isSame(_ known: Int, _ row: [Int64]) -> Bool {
    let start = Int(starts[known])
    guard Int(starts[known + 1]) - start == row.count else { return false }
    for index in row.indices where codes[start + index] != row[index] { return false }
    return true
  }

  private static func hash(_ row: ArraySlice<Int64>) -> Int {
    var hash: UInt64 = 0x9E37_79B9_7F4A_7C15
    for code in row {
      hash = (hash ^ UInt64(bitPattern: code)) &* 0xBF58_476D_1CE4_E5B9
      hash ^= hash >> 29
    }
    return Int(truncatingIfNeeded: (hash ^ (hash >> 32)) & 0x7FFF_FFFF_FFFF_FFFF)
  }

  private mutating func grow() {
    slots = [Int32](repeating: -1, count: slots.count * 4)
    for index in 0..<count {
      var slot = CodeTable.hash(self[index]) & (slots.count - 1)
      while slots[slot] >= 0 { slot = (slot + 1) & (slots.count - 1) }
      slots[slot] = Int32(index)
    }
  }
}
