/// Reads rows of cells between commas, tabs or other marks (RFC 4180), chunk by chunk, so that a file of any length takes
/// the memory of one chunk.
///
/// Why a reader of our own: it is on the critical path. Reading a million rows takes a hundred times as long as the law over
/// them does, and what is wrong with a row has to be told by line and column. No text is made of a cell: a row is a list of
/// ranges of bytes. What the desk collects goes through `DelimitedText`, which holds whole files of 1 MiB and refuses them at
/// the first mistake; here a bad row is told and the rest is read.
package struct DelimitedScanner {
  /// What came of looking for a row.
  package enum Step: Hashable {
    case row
    /// A row that cannot be used; the next follows.
    case bad(ReadingProblem)
    case end
  }

  /// The bytes that the cells of the row lie in.
  package private(set) var data: [UInt8] = []
  /// The line on which the row begins, from 1.
  package private(set) var line = 1
  /// Bytes of the file before what comes next.
  package private(set) var bytesRead = 0
  private let delimiter: UInt8
  private let chunk: () throws -> [UInt8]?
  private var starts: [Int] = []
  private var ends: [Int] = []
  /// Cells that hold doubled quotation marks.
  private var doubled: [Int] = []
  private var rowStart = 0
  private var nextStart = 0
  private var nextLine = 1
  private var isExhausted = false
  private var isBegun = false

  private static let quote = UInt8(ascii: "\"")
  private static let lineFeed = UInt8(ascii: "\n")
  private static let carriageReturn = UInt8(ascii: "\r")

  /// A reader of what comes in chunks; nil ends it.
  package init(delimiter: UInt8, chunk: @escaping () throws -> [UInt8]?) {
    self.delimiter = delimiter
    self.chunk = chunk
  }

  /// How many cells the row has.
  package var count: Int { starts.count }

  /// Where a cell lies in `data`.
  package func cell(_ index: Int) -> Range<Int> { starts[index]..<ends[index] }

  /// A cell as text.
  package func text(_ index: Int) -> String { String(decoding: data[cell(index)], as: UTF8.self) }

  /// Goes to the next row that is not empty.
  ///
  /// - Parameter width: How many cells it must have. A row of another width that runs over several lines had a stray
  ///   quotation mark: only its first line is given up.
  package mutating func next(width: Int? = nil) throws -> Step {
    if !isBegun { try begin() }
    while true {
      rowStart = nextStart
      line = nextLine
      guard try fill() else { return .end }
      switch try wholeRow() {
      case .complete(let end, let lines, let stray):
        if starts.count == 1, starts[0] == ends[0], stray == nil {
          advance(to: end, lines: lines)
          continue
        }
        if let problem = mistake(stray: stray, width: width) {
          if lines > 1 { advanceOneLine() } else { advance(to: end, lines: lines) }
          return .bad(problem)
        }
        for index in doubled { undouble(index) }
        advance(to: end, lines: lines)
        return .row
      case .unclosed(let column):
        let problem = ReadingProblem(
          line: line, column: column,
          "a quotation mark is not closed; close it, or take it out (inside a cell in quotation marks it is doubled)")
        advanceOneLine()
        return .bad(problem)
      case .unfinished:
        throw ReadingProblem(
          line: line, "a row longer than \(ReadingLimits.row) bytes; this is no table of rows and columns")
      }
    }
  }

  private enum Scan {
    /// Where the next row begins, how many lines this one took, and the cell with text after its closing mark.
    case complete(end: Int, lines: Int, stray: Int?)
    case unclosed(column: Int)
    case unfinished
  }

  private mutating func begin() throws {
    isBegun = true
    guard try fill() else { return }
    while data.count < 4, try more() {}
    if data.starts(with: [0xEF, 0xBB, 0xBF]) { nextStart = 3 }
    if let other = DelimitedScanner.otherFormat(data) { throw ReadingProblem(line: 1, other) }
  }

  /// What a file is that cannot be a table of text, told by its first bytes.
  private static func otherFormat(_ data: [UInt8]) -> String? {
    if data.starts(with: Array("PK".utf8)) {
      return "this is a ZIP or XLSX file, not text; save the sheet as CSV UTF-8"
    }
    if data.starts(with: Array("PAR1".utf8)) {
      return "this is a Parquet file, not text; write it as CSV first: duckdb -csv -c \"from 'FILE'\" > table.csv"
    }
    if data.starts(with: Array("%PDF".utf8)) { return "this is a PDF file, not text; ask for the table itself" }
    if data.starts(with: [0x1F, 0x8B]) { return "this file is compressed; unpack it with gunzip first" }
    if data.starts(with: [0xFF, 0xFE]) || data.starts(with: [0xFE, 0xFF]) {
      return "this text is UTF-16; save it as CSV UTF-8"
    }
    if data.prefix(1_024).contains(0) { return "null characters: this is no text; save the table as CSV UTF-8" }
    return nil
  }

  // MARK: Bytes

  /// Whether there is anything from where the row begins.
  private mutating func fill() throws -> Bool {
    while rowStart >= data.count { guard try more() else { return false } }
    return true
  }

  /// Takes another chunk behind what is left of this one.
  private mutating func more() throws -> Bool {
    guard !isExhausted, let bytes = try chunk() else {
      isExhausted = true
      return false
    }
    bytesRead += bytes.count
    let kept = min(rowStart, data.count)
    if kept == data.count { data = bytes } else { data = Array(data[kept...]) + bytes }
    rowStart -= kept
    nextStart -= kept
    return true
  }

  private mutating func advance(to end: Int, lines: Int) {
    nextStart = end
    nextLine = line + lines
  }

  private mutating func advanceOneLine() {
    let end = data[rowStart...].firstIndex(of: DelimitedScanner.lineFeed).map { $0 + 1 } ?? data.count
    advance(to: end, lines: 1)
  }

  // MARK: Rows

  private mutating func wholeRow() throws -> Scan {
    while true {
      if let found = scan() { return found }
      if data.count - rowStart > ReadingLimits.row {
        return data[rowStart...].contains(DelimitedScanner.lineFeed) ? .unclosed(column: starts.count + 1) : .unfinished
      }
      if try !more(), let found = scan() { return found }
    }
  }

  /// Cuts the row into cells; nil if more bytes are needed to know where it ends.
  private mutating func scan() -> Scan? {
    let plain = DelimitedScanner.plainRow(data, from: rowStart, delimiter, &starts, &ends)
    if let end = plain {
      doubled.removeAll(keepingCapacity: true)
      return .complete(end: end, lines: 1, stray: nil)
    }
    starts.removeAll(keepingCapacity: true)
    ends.removeAll(keepingCapacity: true)
    doubled.removeAll(keepingCapacity: true)
    let bytes = data
    let count = bytes.count
    let delimiter = delimiter
    var index = rowStart
    var lines = 0
    var stray: Int?
    while true {
      if index < count, bytes[index] == DelimitedScanner.quote {
        guard let close = closing(index, in: bytes, &lines) else {
          return isExhausted ? .unclosed(column: starts.count + 1) : nil
        }
        starts.append(index + 1)
        ends.append(close)
        index = close + 1
        if index == count, !isExhausted { return nil }
        if index < count, bytes[index] == DelimitedScanner.carriageReturn { index += 1 }
        if index < count, bytes[index] != delimiter, bytes[index] != DelimitedScanner.lineFeed {
          stray = stray ?? starts.count
          while index < count, bytes[index] != delimiter, bytes[index] != DelimitedScanner.lineFeed { index += 1 }
        }
      } else {
        starts.append(index)
        while index < count, bytes[index] != delimiter, bytes[index] != DelimitedScanner.lineFeed { index += 1 }
        ends.append(index)
      }
      if index == count {
        guard isExhausted else { return nil }
        trimReturn(bytes)
        return .complete(end: count, lines: lines + 1, stray: stray)
      }
      index += 1
      if bytes[index - 1] == DelimitedScanner.lineFeed {
        trimReturn(bytes)
        return .complete(end: index, lines: lines + 1, stray: stray)
      }
    }
  }

  /// Cuts a row that is whole and has no cell in quotation marks, where its next lies; nil for any other. Most rows are such, and a
  /// loop over spans takes a third of the time.
  private static func plainRow(
    _ data: [UInt8], from start: Int, _ delimiter: UInt8, _ starts: inout [Int], _ ends: inout [Int]
  ) -> Int? {
    let bytes = data.span
    var (index, first, cells) = (start, start, 0)
    let room = min(starts.count, ends.count)
    var begins = starts.mutableSpan
    var closes = ends.mutableSpan
    while index < bytes.count {
      let byte = bytes[index]
      if byte == delimiter || byte == lineFeed {
        guard cells < room else { return nil }
        begins[cells] = first
        closes[cells] = index
        cells += 1
        index += 1
        first = index
        guard byte == lineFeed else { continue }
        guard cells == room else { return nil }
        if closes[cells - 1] > begins[cells - 1], bytes[index - 2] == carriageReturn { closes[cells - 1] -= 1 }
        return index
      }
      if byte == quote, index == first { return nil }
      index += 1
    }
    return nil
  }

  // MARK: Many rows

  /// Cuts rows as long as they are plain: each a line of so many cells, none in quotation marks. Where the first is not, there are none, and
  /// `next` reads it.
  mutating func plainRows(width: Int, into rows: inout PlainRows) throws {
    if !isBegun { try begin() }
    rows.firstLine = nextLine
    let next = rows.cut(data, from: nextStart, delimiter, width: width)
    nextLine += rows.count
    nextStart = next
  }

  /// The closing mark of a cell in quotation marks; nil if it is not there yet.
  private mutating func closing(_ start: Int, in bytes: [UInt8], _ lines: inout Int) -> Int? {
    var index = start + 1
    while index < bytes.count {
      if bytes[index] == DelimitedScanner.lineFeed { lines += 1 }
      guard bytes[index] == DelimitedScanner.quote else {
        index += 1
        continue
      }
      guard index + 1 < bytes.count else { return isExhausted ? index : nil }
      guard bytes[index + 1] == DelimitedScanner.quote else { return index }
      if doubled.last != starts.count { doubled.append(starts.count) }
      index += 2
    }
    return nil
  }

  /// The carriage return of CR LF is no part of the last cell.
  private mutating func trimReturn(_ bytes: [UInt8]) {
    let last = ends.count - 1
    if ends[last] > starts[last], bytes[ends[last] - 1] == DelimitedScanner.carriageReturn { ends[last] -= 1 }
  }

  private mutating func undouble(_ cell: Int) {
    var write = starts[cell]
    var read = write
    while read < ends[cell] {
      data[write] = data[read]
      read += data[read] == DelimitedScanner.quote ? 2 : 1
      write += 1
    }
    ends[cell] = write
  }

  private func mistake(stray: Int?, width: Int?) -> ReadingProblem? {
    if starts.count > ReadingLimits.cells {
      return ReadingProblem(line: line, "more than \(ReadingLimits.cells) cells; this is no table of rows and columns")
    }
    if let stray {
      return ReadingProblem(
        line: line, column: stray, "text follows a closing quotation mark; double the marks inside the cell")
    }
    guard let width, starts.count != width else { return nil }
    return ReadingProblem(
      line: line, column: min(starts.count, width) + 1,
      "\(starts.count) cells where the header has \(width); a comma or a quotation mark too many or too few")
  }
}
