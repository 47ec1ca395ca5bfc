/// What may be true of a block's rows and what may be false, a bit for each row: where both may be, it is unknown.
///
/// Row `r` of a block has bit `r / lane` of byte `r % lane`: the rows of a lane lie side by side, so that eight lanes are put together
/// by plain loops that vectorise. With neighbouring rows in one byte it would take three times as long.
struct Planes: Sendable {
  /// Rows of a block: its planes stay in the nearest caches.
  static let rows = 4_096
  static let words = rows / 64
  /// Bytes of a plane, and rows that have the same bit in them.
  static let lane = rows / 8

  var mayBeTrue = [UInt64](repeating: 0, count: Planes.words)
  var mayBeFalse = [UInt64](repeating: 0, count: Planes.words)

  /// The row that a bit of a word stands for.
  static func row(_ word: Int, _ bit: Int) -> Int { word &* 8 &+ bit / 8 &+ (bit % 8) &* lane }

  /// The bits of the first so many rows.
  static func first(_ count: Int) -> [UInt64] {
    var bits = [UInt64](repeating: 0, count: words)
    for word in 0..<words {
      for bit in 0..<64 where row(word, bit) < count { bits[word] |= 1 << UInt64(bit) }
    }
    return bits
  }

  static let all = first(rows)
}

/// A test of one number for each row.
enum NumberCut: Sendable, Hashable {
  case equal(Int32)
  case atLeast(Int32)
  case atMost(Int32)
}

/// Fills planes from columns.
///
/// Plain loops over spans vectorise; the same loops over an array that is a part of something check at each element whether the array
/// is shared, and take thirty times as long.
struct Packing {
  /// Whether it is so, and whether it is not known, row by row: 0 or 1.
  private var holds = [UInt8](repeating: 0, count: Planes.rows)
  private var unknown = [UInt8](repeating: 0, count: Planes.rows)
  /// The values of a block that is not full.
  private var padded = [UInt8](repeating: 0, count: Planes.rows)
  /// Eight lanes put together.
  private var joined = [UInt8](repeating: 0, count: Planes.lane)

  /// Puts eight lanes of a column together, each a bit of the bytes that come out.
  @inline(__always)
  private static func join(_ source: Span<UInt8>, _ joined: inout [UInt8], _ passes: (UInt8) -> Bool) {
    let lane = Planes.lane
    var cells = joined.mutableSpan
    precondition(source.count == Planes.rows && cells.count == lane)
    for place in 0..<lane {
      var bits: UInt8 = passes(source[place]) ? 1 : 0
      bits |= passes(source[place &+ lane]) ? 2 : 0
      bits |= passes(source[place &+ 2 &* lane]) ? 4 : 0
      bits |= passes(source[place &+ 3 &* lane]) ? 8 : 0
      bits |= passes(source[place &+ 4 &* lane]) ? 16 : 0
      bits |= passes(source[place &+ 5 &* lane]) ? 32 : 0
      bits |= passes(source[place &+ 6 &* lane]) ? 64 : 0
      bits |= passes(source[place &+ 7 &* lane]) ? 128 : 0
      cells[place] = bits
    }
  }

  private static func join(_ values: [UInt8], _ rows: Range<Int>, _ joined: inout [UInt8], equal value: UInt8) {
    join(values.span.extracting(rows), &joined) { $0 == value }
  }

  private static func join(_ values: [UInt8], _ rows: Range<Int>, _ joined: inout [UInt8], atLeast value: UInt8) {
    join(values.span.extracting(rows), &joined) { $0 >= value }
  }

  private static func join(_ values: [UInt8], _ rows: Range<Int>, _ joined: inout [UInt8], atMost value: UInt8) {
    join(values.span.extracting(rows), &joined) { $0 <= value }
  }

  /// Eight bytes at a time to words.
  private static func copy(_ joined: [UInt8], to plane: inout [UInt64]) {
    precondition(joined.count == Planes.lane && plane.count == Planes.words)
    let source = joined.span.bytes
    var cells = plane.mutableSpan
    for word in 0..<Planes.words {
      cells[word] = UInt64(littleEndian: source.unsafeLoadUnaligned(fromByteOffset: word &* 8, as: UInt64.self))
    }
  }

  /// From what holds, and from what is unknown where that is said, to what may be true and what may be false. What an unknown is
  /// taken for where it is compared does not matter.
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
    if rows.count == Planes.rows {
      fill(&planes, values, of: rows, cut, hasUnknown)
    } else {
      Self.pad(values, rows, &padded)
      fill(&planes, padded, of: 0..<Planes.rows, cut, hasUnknown)
    }
    Self.open(&planes.mayBeTrue, &planes.mayBeFalse, hasUnknown: hasUnknown)
  }

  private mutating func fill(
    _ planes: inout Planes, _ values: [UInt8], of rows: Range<Int>, _ cut: NumberCut, _ hasUnknown: Bool
  ) {
    Self.cut(values, rows, cut, &joined)
    Self.copy(joined, to: &planes.mayBeTrue)
    guard hasUnknown else { return }
    Self.join(values, rows, &joined, equal: .max)
    Self.copy(joined, to: &planes.mayBeFalse)
  }

  private static func pad(_ values: [UInt8], _ rows: Range<Int>, _ padded: inout [UInt8]) {
    let source = values.span.extracting(rows)
    var cells = padded.mutableSpan
    precondition(source.count <= cells.count)
    for row in 0..<source.count { cells[row] = source[row] }
  }

  private static func cut(_ values: [UInt8], _ rows: Range<Int>, _ cut: NumberCut, _ joined: inout [UInt8]) {
    switch cut {
    // What no byte can be is like nothing but an unknown, which is open anyway.
    case .equal(let value): join(values, rows, &joined, equal: UInt8(exactly: value) ?? .max)
    case .atLeast(let value): join(values, rows, &joined, atLeast: UInt8(clamping: value))
    case .atMost(let value) where value < 0: join(values.span.extracting(rows), &joined) { _ in false }
    case .atMost(let value): join(values, rows, &joined, atMost: UInt8(clamping: value))
    }
  }

  /// - Parameter hasUnknown: whether a value may be none.
  mutating func fill(
    _ planes: inout Planes, _ values: [Int32], _ rows: Range<Int>, _ cut: NumberCut, hasUnknown: Bool
  ) {
    precondition(rows.count <= Planes.rows)
    Self.compare(values, rows, cut, &holds)
    if hasUnknown { Self.compare(values, rows, .equal(.min), &unknown) }
    finish(&planes, hasUnknown: hasUnknown)
  }

  private static func compare(_ values: [Int32], _ rows: Range<Int>, _ cut: NumberCut, _ holds: inout [UInt8]) {
    let source = values.span.extracting(rows)
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

  // MARK: Others

  /// What holds may be true, and what does not may be false; what is unknown may be both.
  private mutating func finish(_ planes: inout Planes, hasUnknown: Bool) {
    Self.join(holds, 0..<Planes.rows, &joined, equal: 1)
    Self.copy(joined, to: &planes.mayBeTrue)
    if hasUnknown {
      Self.join(unknown, 0..<Planes.rows, &joined, equal: 1)
      Self.copy(joined, to: &planes.mayBeFalse)
    }
    Self.open(&planes.mayBeTrue, &planes.mayBeFalse, hasUnknown: hasUnknown)
  }

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
    Self.join(holds, 0..<Planes.rows, &joined, equal: 1)
    Self.copy(joined, to: &plane)
  }
}
