/// A table's rows, whatever they are written in: cells as ranges of bytes.
package struct RowSource {
  /// Where the columns stand.
  package let header: Header
  /// One of the two is there.
  private var scanner: DelimitedScanner?
  private var objects: JSONLines?
  private var keys: [String: Int] = [:]
  /// The cells of a row that was no line of delimited text.
  private var bytes: [UInt8] = []
  private var cells: [Range<Int>] = []
  private var objectLine = 0

  /// A table, the row after its header being next.
  init(_ scanner: DelimitedScanner, header: Header) {
    self.header = header
    self.scanner = scanner
  }

  /// Objects, one on each line, whose members are columns, by any of the names that a column may have.
  init(_ objects: JSONLines, columns: [String], calling names: [Mapping.ColumnName]) {
    header = Header(columns)
    self.objects = objects
    let places = columns.enumerated().map { (Mapping.ColumnName.folded($1), $0) }
    keys = Dictionary(places, uniquingKeysWith: { first, _ in first })
    for column in names {
      guard let place = header.place(of: column) else { continue }
      for name in column.names where keys[Mapping.ColumnName.folded(name)] == nil {
        keys[Mapping.ColumnName.folded(name)] = place
      }
    }
  }

  /// The line on which the row begins.
  package var line: Int { scanner?.line ?? objectLine }

  /// Bytes of the file taken so far.
  package var bytesRead: Int { scanner?.bytesRead ?? objects?.bytesRead ?? 0 }

  /// The bytes in which the row's cells lie.
  package var data: [UInt8] { scanner?.data ?? bytes }

  /// Where a cell lies.
  package func cell(_ index: Int) -> Range<Int> { scanner?.cell(index) ?? cells[index] }

  /// Goes to the next row.
  package mutating func next() throws -> DelimitedScanner.Step {
    if let step = try scanner?.next(width: header.width) { return step }
    switch try objects?.next() {
    case .end, nil: return .end
    case .bad(let problem): return .bad(problem)
    case .row(let members, let line):
      objectLine = line
      lay(members)
      return .row
    }
  }

  private mutating func lay(_ members: JSONLines.Members) {
    bytes.removeAll(keepingCapacity: true)
    cells = [Range<Int>](repeating: 0..<0, count: header.width)
    for (name, value) in members {
      guard let place = keys[Mapping.ColumnName.folded(name)], let value else { continue }
      let start = bytes.count
      bytes += Array(value.utf8)
      cells[place] = start..<bytes.count
    }
  }
}
