/// What may be true of a block's rows and what may be false, a bit for each row: where both may be, it is unknown.
struct Planes: Sendable {
  /// Rows of a block: its planes stay in the nearest cache.
  static let rows = 4_096
  static let words = rows / 64

  var mayBeTrue = [UInt64](repeating: 0, count: Planes.words)
  var mayBeFalse = [UInt64](repeating: 0, count: Planes.words)
}

/// A test of one number for each row.
enum NumberCut: Sendable, Hashable {
  case equal(Int32)
  case atLeast(Int32)
  case atMost(Int32)
}

/// Fills planes from columns: plain loops over arrays, a byte for each row first, then eight bytes to eight bits at a time.
struct Packing {
  /// Whether it is so, and whether it is known, row by row: 0 or 1.
  private var holds = [UInt8](repeating: 0, count: Planes.rows)
  private var unknown = [UInt8](repeating: 0, count: Planes.rows)

  /// Eight bytes of 0 or 1 to eight bits.
  private static let gather: UInt64 = 0x0102_0408_1020_4080

  private static func pack(_ bytes: [UInt8], into plane: inout [UInt64]) {
    precondition(bytes.count == Planes.rows && plane.count == Planes.words)
    for word in 0..<Planes.words {
      var bits: UInt64 = 0
      for part in 0..<8 {
        var eight: UInt64 = 0
        let first = word &* 64 &+ part &* 8
        for index in 0..<8 { eight |= UInt64(bytes[first &+ index]) &<< UInt64(index &* 8) }
        bits |= ((eight &* gather) &>> 56) &<< UInt64(part &* 8)
      }
      plane[word] = bits
    }
  }

  private mutating func finish(_ planes: inout Planes, hasUnknown: Bool) {
    Self.pack(holds, into: &planes.mayBeTrue)
    guard hasUnknown else {
      for word in 0..<Planes.words { planes.mayBeFalse[word] = ~planes.mayBeTrue[word] }
      return
    }
    Self.pack(unknown, into: &planes.mayBeFalse)
    for word in 0..<Planes.words {
      let isUnknown = planes.mayBeFalse[word]
      planes.mayBeFalse[word] = ~planes.mayBeTrue[word] | isUnknown
      planes.mayBeTrue[word] |= isUnknown
    }
  }

  // MARK: Cuts

  mutating func fill(_ planes: inout Planes, _ values: [UInt8], _ rows: Range<Int>, _ cut: NumberCut) {
    precondition(rows.upperBound <= values.count && rows.count <= Planes.rows)
    let first = rows.lowerBound
    var unknowns: UInt8 = 0
    switch cut {
    case .equal(let value):
      // What no byte can be is like nothing but an unknown, which is taken out below.
      let value = UInt8(exactly: value) ?? .max
      for row in 0..<rows.count { holds[row] = values[first &+ row] == value ? 1 : 0 }
    case .atLeast(let value):
      let value = UInt8(clamping: value)
      for row in 0..<rows.count { holds[row] = values[first &+ row] >= value ? 1 : 0 }
    case .atMost(let value) where value < 0:
      for row in 0..<rows.count { holds[row] = 0 }
    case .atMost(let value):
      let value = UInt8(clamping: value)
      for row in 0..<rows.count { holds[row] = values[first &+ row] <= value ? 1 : 0 }
    }
    for row in 0..<rows.count { unknowns = max(unknowns, values[first &+ row]) }
    if unknowns == .max {
      for row in 0..<rows.count {
        unknown[row] = values[first &+ row] == .max ? 1 : 0
        holds[row] &= ~unknown[row]
      }
    }
    finish(&planes, hasUnknown: unknowns == .max)
  }

  mutating func fill(_ planes: inout Planes, _ values: [Int32], _ rows: Range<Int>, _ cut: NumberCut) {
    precondition(rows.upperBound <= values.count && rows.count <= Planes.rows)
    let first = rows.lowerBound
    switch cut {
    case .equal(let value): for row in 0..<rows.count { holds[row] = values[first &+ row] == value ? 1 : 0 }
    case .atLeast(let value): for row in 0..<rows.count { holds[row] = values[first &+ row] >= value ? 1 : 0 }
    case .atMost(let value): for row in 0..<rows.count { holds[row] = values[first &+ row] <= value ? 1 : 0 }
    }
    noteUnknowns(values, rows)
    finish(&planes, hasUnknown: true)
  }

  private mutating func noteUnknowns(_ values: [Int32], _ rows: Range<Int>) {
    let first = rows.lowerBound
    for row in 0..<rows.count {
      unknown[row] = values[first &+ row] == .min ? 1 : 0
      holds[row] &= ~unknown[row]
    }
  }

  /// One truth for each row: 0 no, 1 yes, 2 unknown.
  mutating func fill(_ planes: inout Planes, count: Int, _ truth: (Int) -> UInt8) {
    for row in 0..<count {
      let own = truth(row)
      holds[row] = own & 1
      unknown[row] = own >> 1
    }
    finish(&planes, hasUnknown: true)
  }

  /// The rows whose bits share one with a mask.
  mutating func fill(_ plane: inout [UInt64], _ bits: [UInt64], count: Int, sharing mask: UInt64) {
    precondition(bits.count >= count && count <= Planes.rows)
    for row in 0..<count { holds[row] = bits[row] & mask != 0 ? 1 : 0 }
    Self.pack(holds, into: &plane)
  }
}
