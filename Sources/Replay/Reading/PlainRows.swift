/// Some rows of a chunk, cut into cells at once: what a loop goes through column by column.
struct PlainRows {
  /// How many there are.
  private(set) var count = 0
  /// The line of the first; each is a line.
  var firstLine = 0
  private var starts: [Int32]
  /// Row by row, where its cells end: each begins behind the mark after the one before it.
  private var ends: [Int32]
  private let most: Int

  /// Room for so many rows of so many cells.
  init(atMost most: Int, width: Int) {
    self.most = most
    starts = [Int32](repeating: 0, count: most)
    ends = [Int32](repeating: 0, count: most * width)
  }

  /// Where the cells of a column lie, row by row: where they begin, and where they end.
  func column(_ place: Int, of width: Int, _ begins: inout [Int32], _ closes: inout [Int32]) {
    precondition(begins.count >= count && closes.count >= count && place < width)
    let first = starts.span
    let cells = ends.span
    var from = begins.mutableSpan
    var until = closes.mutableSpan
    for row in 0..<count {
      let cell = row &* width &+ place
      from[row] = place == 0 ? first[row] : cells[cell &- 1] &+ 1
      until[row] = cells[cell]
    }
  }

  /// Cuts the bytes from a place on; gives the place behind the last row.
  mutating func cut(_ data: [UInt8], from start: Int, _ delimiter: UInt8, width: Int) -> Int {
    let (rows, next) = PlainRows.cut(data, from: start, delimiter, width: width, atMost: most, &starts, &ends)
    count = rows
    return next
  }

  private static func cut(
    _ data: [UInt8], from start: Int, _ delimiter: UInt8, width: Int, atMost most: Int, _ starts: inout [Int32],
    _ ends: inout [Int32]
  ) -> (rows: Int, next: Int) {
    let bytes = data.span
    var begins = starts.mutableSpan
    var closes = ends.mutableSpan
    var (rows, next) = (0, start)
    while rows < most {
      var (index, first, cell) = (next, next, rows &* width)
      let last = cell &+ width &- 1
      while true {
        guard index < bytes.count else { return (rows, next) }
        let byte = bytes[index]
        if byte == delimiter {
          guard cell < last else { return (rows, next) }
          closes[cell] = Int32(truncatingIfNeeded: index)
          cell &+= 1
          first = index &+ 1
        } else if byte == 0x0A {
          guard cell == last else { return (rows, next) }
          // The carriage return of CR LF is no part of the last cell.
          let isReturn = index > first && bytes[index &- 1] == 0x0D
          closes[cell] = Int32(truncatingIfNeeded: isReturn ? index &- 1 : index)
          break
        } else if byte == 0x22, index == first {
          return (rows, next)
        }
        index &+= 1
      }
      // A line without anything is no row.
      guard width > 1 || Int(closes[cell]) > next else { return (rows, next) }
      begins[rows] = Int32(truncatingIfNeeded: next)
      rows &+= 1
      next = index &+ 1
    }
    return (rows, next)
  }
}
