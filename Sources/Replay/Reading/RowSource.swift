/// A table's rows, whatever they are written in: cells as ranges of bytes.
package struct RowSource {
  /// Where the columns stand.
  package let header: Header
  /// One of the two is there.
  private var scanner: DelimitedScanner?
  private var objects: JSONLines?
  /// By a member's name: the column that it stands for, and which of the column's names it is.
  private var keys: [String: (place: Int, rank: Int)] = [:]
  /// The cells of a row that was no line of delimited text.
  private var bytes: [UInt8] = []
  private var cells: [Range<Int>] = []
  private var objectLine = 0
  /// By column, which of its names the member that was laid there has; none yet, if the greatest of all.
  private var ranks: [Int] = []

  /// A table, the row after its header being next.
  init(_ scanner: DelimitedScanner, header: Header) {
    self.header = header
    self.scanner = scanner
  }

  /// Objects, one on each line, whose members are columns, by any of the names that a column may have.
  init(_ objects: JSONLines, columns: [String], calling names: [Mapping.ColumnName]) {
    header = Header(columns)
    self.objects = objects
    for column in names {
      guard let place = header.place(of: column) else { continue }
      for (rank, name) in column.names.enumerated() where keys[Mapping.ColumnName.folded(name)] == nil {
        keys[Mapping.ColumnName.folded(name)] = (place, rank)
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
      if let problem = lay(members) { return .bad(problem) }
      return .row
    }
  }

  /// Lays the members where their columns stand; of two names for a column the mapping's first counts, as in a header. Of two
  /// members with one name nobody knows which is meant.
  private mutating func lay(_ members: JSONLines.Members) -> ReadingProblem? {
    bytes.removeAll(keepingCapacity: true)
    cells = [Range<Int>](repeating: 0..<0, count: header.width)
    ranks = [Int](repeating: .max, count: header.width)
    for (index, member) in members.enumerated() {
      guard let (place, rank) = keys[Mapping.ColumnName.folded(member.name)], rank <= ranks[place] else { continue }
      guard rank < ranks[place] else {
        return ReadingProblem(
          line: objectLine, column: index + 1, "two members with one name; leave one of them out")
      }
      ranks[place] = rank
      let start = bytes.count
      if let value = member.value { bytes += Array(value.utf8) }
      cells[place] = start..<bytes.count
    }
    return nil
  }
}
