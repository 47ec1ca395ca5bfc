/// A file with a table, opened as often as is needed. The program that runs hands it in; this room opens no files.
package struct TableFile: Sendable {
  /// What it is called, for messages.
  package let name: String
  /// How many bytes it has; nil if that is not known.
  package let size: Int?
  /// Begins to read it: chunk by chunk, nil at the end.
  package let open: @Sendable () throws -> () throws -> [UInt8]?

  /// A file and how it is read.
  package init(
    name: String, size: Int? = nil, open: @escaping @Sendable () throws -> () throws -> [UInt8]?
  ) {
    self.name = name
    self.size = size
    self.open = open
  }

  /// A table that lies in memory.
  package init(name: String, text: String) {
    let bytes = Array(text.utf8)
    self.init(name: name, size: bytes.count) {
      var rest: [UInt8]? = bytes
      return {
        defer { rest = nil }
        return rest
      }
    }
  }

  /// Marks between cells, the usual one first.
  static let delimiters = [UInt8(ascii: ","), UInt8(ascii: "\t"), UInt8(ascii: ";"), UInt8(ascii: "|")]

  /// The rows of a table that is known by its header, which need not be the first row; nil if no row is such a header.
  func rows(of table: Mapping.Table, using columns: [Mapping.ColumnName]) throws -> RowSource? {
    if isObjects { return try objects(table, columns) }
    for delimiter in TableFile.delimiters {
      var scanner = DelimitedScanner(delimiter: delimiter, chunk: try open())
      for _ in 0..<ReadingLimits.headerRows {
        switch try scanner.next() {
        case .end: break
        case .bad: continue
        case .row:
          let header = Header((0..<scanner.count).map { scanner.text($0).trimmingSpaces.description })
          guard header.isKnown(to: table) else { continue }
          try header.check(columns, line: scanner.line)
          return RowSource(scanner, header: header)
        }
      }
    }
    return nil
  }

  private var isObjects: Bool { name.lowercased().hasSuffix(".jsonl") || name.lowercased().hasSuffix(".ndjson") }

  private func objects(_ table: Mapping.Table, _ columns: [Mapping.ColumnName]) throws -> RowSource? {
    var lines = JSONLines(chunk: try open())
    guard case .row(let members, _) = try lines.next() else { return nil }
    let names = members.map(\.name).sorted()
    guard Header(names).isKnown(to: table) else { return nil }
    // A column may be missing from the first row only: all names a mapping knows are looked for in every row.
    let own = Header(names)
    let absent = columns.filter { own.place(of: $0) == nil }.map(\.name)
    return RowSource(JSONLines(chunk: try open()), columns: own.names + absent, calling: columns)
  }

  /// How many of the columns by which a table is known the best row has, and which are missing.
  func nearest(to table: Mapping.Table) throws -> (known: Int, missing: [String]) {
    var best = (known: 0, missing: table.known.map(\.name))
    guard !isObjects else { return best }
    for delimiter in TableFile.delimiters {
      var scanner = DelimitedScanner(delimiter: delimiter, chunk: try open())
      for _ in 0..<ReadingLimits.headerRows {
        guard case .row = try scanner.next() else { break }
        let header = Header((0..<scanner.count).map { scanner.text($0) })
        let missing = table.known.filter { header.place(of: $0) == nil }.map(\.name)
        if table.known.count - missing.count > best.known { best = (table.known.count - missing.count, missing) }
      }
    }
    return best
  }
}
