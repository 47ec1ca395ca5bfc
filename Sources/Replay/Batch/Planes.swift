/// What may be true of a block's rows and what may be false, a bit for each row: where both may be, it is unknown.
struct Planes: Sendable {
  /// Rows of a block: its planes stay in the nearest caches.
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

/// Fills planes from columns: a byte for each row first, then eight bytes to eight bits at a time.
///
/// Plain loops over spans vectorise; the same loops over an array that is a part of something check at each element whether the array
/// is shared, and take thirty times as long.
struct Packing {
  /// Whether it is so, and whether it is not known, row by row: 0 or 1.
  private var holds = [UInt8](repeating: 0, count: Planes.rows)
  private var unknown = [UInt8](repeating: 0, count: Planes.rows)

  /// Eight bytes of 0 or 1 to eight bits.
  private static let gather: UInt64 = 0x0102_0408_1020_4080

  private static func pack(_ bytes: [UInt8], into plane: inout [UInt64]) {
    precondition(bytes.count == Planes.rows && plane.count == Planes.words)
    let source = bytes.span.bytes
    var cells = plane.mutableSpan
    for word in 0..<Planes.words {
      var bits: UInt64 = 0
      for part in 0..<8 {
        let eight = source.unsafeLoadUnaligned(
          fromByteOffset: word &* 64 &+ part &* 8, as: UInt64.self)
        bits |= ((eight &* gather) &>> 56) &<< UInt64(part &* 8)
      }
      cells[word] = bits
    }
  }

  /// What holds may be true, and what does not may be false; what is unknown may be both.
  private mutating func finish(_ planes: inout Planes, hasUnknown: Bool) {
    Self.pack(holds, into: &planes.mayBeTrue)
    if hasUnknown { Self.pack(unknown, into: &planes.mayBeFalse) }
    Self.open(&planes.mayBeTrue, &planes.mayBeFalse, hasUnknown: hasUnknown)
  }

  /// From what holds, and from what is unknown where that is said, to what may be true and what may be false.
  private static func open(
    _ mayBeTrue: inout [UInt64], _ mayBeFalse: inout [UInt64], hasUnknown: Bool
  ) {
    precondition(mayBeTrue.count == Planes.words && mayBeFalse.count == Planes.words)
    var isTrue = mayBeTrue.mutableSpan
    var isFalse = mayBeFalse.mutableSpan
    if hasUnknown {
      for word in 0..<Planes.words {
        let open = isFalse[word]
        isFalse[word] = ~isTrue[word] | open
        isTrue[word] |= open
      }
    } else {
      for word in 0..<Planes.words { isFalse[word] = ~isTrue[word] }
    }
  }

  // MARK: Cuts

  mutating func fill(
    _ planes: inout Planes, _ values: [UInt8], _ rows: Range<Int>, _ cut: NumberCut, hasUnknown: Bool
  ) {
    precondition(rows.count <= Planes.rows)
    let source = values.span.extracting(rows)
    Self.compare(source, cut, &holds)
    if hasUnknown { Self.note(source, unknownAs: .max, &holds, &unknown) }
    finish(&planes, hasUnknown: hasUnknown)
  }

  private static func compare(_ source: Span<UInt8>, _ cut: NumberCut, _ holds: inout [UInt8]) {
    var cells = holds.mutableSpan
    precondition(source.count <= cells.count)
    switch cut {
    case .equal(let value):
      // What no byte can be is like nothing but an unknown, which is taken out again.
      let value = UInt8(exactly: value) ?? .max
      for row in 0..<source.count { cells[row] = source[row] == value ? 1 : 0 }
    case .atLeast(let value):
      let value = UInt8(clamping: value)
      for row in 0..<source.count { cells[row] = source[row] >= value ? 1 : 0 }
    case .atMost(let value) where value < 0:
      for row in 0..<source.count { cells[row] = 0 }
    case .atMost(let value):
      let value = UInt8(clamping: value)
      for row in 0..<source.count { cells[row] = source[row] <= value ? 1 : 0 }
    }
  }

  mutating func fill(
    _ planes: inout Planes, _ values: [Int32], _ rows: Range<Int>, _ cut: NumberCut
  ) {
    precondition(rows.count <= Planes.rows)
    let source = values.span.extracting(rows)
    Self.compare(source, cut, &holds)
    Self.note(source, unknownAs: .min, &holds, &unknown)
    finish(&planes, hasUnknown: true)
  }

  private static func compare(_ source: Span<Int32>, _ cut: NumberCut, _ holds: inout [UInt8]) {
    var cells = holds.mutableSpan
    precondition(source.count <= cells.count)
    switch cut {
    case .equal(let value):
      for row in 0..<source.count { cells[row] = source[row] == value ? 1 : 0 }
    case .atLeast(let value):
      for row in 0..<source.count { cells[row] = source[row] >= value ? 1 : 0 }
    case .atMost(let value):
      for row in 0..<source.count { cells[row] = source[row] <= value ? 1 : 0 }
    }
  }

  /// Takes what is unknown out of what holds.
  @inline(__always)
  private static func note<Value: Equatable>(
    _ source: Span<Value>, unknownAs none: Value, _ holds: inout [UInt8], _ unknown: inout [UInt8]
  ) {
    var cells = holds.mutableSpan
    var open = unknown.mutableSpan
    precondition(source.count <= cells.count && source.count <= open.count)
    for row in 0..<source.count {
      let isUnknown: UInt8 = source[row] == none ? 1 : 0
      open[row] = isUnknown
      cells[row] &= ~isUnknown
    }
  }

  // MARK: Others

  /// One truth for each row: 0 no, 1 yes, 2 unknown.
  @inline(__always)
  mutating func fill(_ planes: inout Planes, count: Int, _ truth: (Int) -> UInt8) {
    Self.write(&holds, &unknown, count, truth)
    finish(&planes, hasUnknown: true)
  }

  @inline(__always)
  private static func write(
    _ holds: inout [UInt8], _ unknown: inout [UInt8], _ count: Int, _ truth: (Int) -> UInt8
  ) {
    var cells = holds.mutableSpan
    var open = unknown.mutableSpan
    precondition(count <= cells.count && count <= open.count)
    for row in 0..<count {
      let own = truth(row)
      cells[row] = own & 1
      open[row] = own >> 1
    }
  }

  /// The rows whose bits share one with a mask.
  mutating func fill(_ plane: inout [UInt64], _ bits: [UInt64], count: Int, sharing mask: UInt64) {
    precondition(count <= Planes.rows)
    do {
      let source = bits.span.extracting(0..<count)
      var cells = holds.mutableSpan
      precondition(count <= cells.count)
      for row in 0..<count { cells[row] = source[row] & mask != 0 ? 1 : 0 }
    }
    Self.pack(holds, into: &plane)
  }
}
