/// The last of the hours that another table has for each row of the main one.
struct HoursIndex {
  /// What the rows of one key come to.
  struct Last: Hashable {
    /// Minutes after booking; nil where a row has no time, or one that cannot be read.
    var minutes: Int?
    /// How many rows pass the test.
    var rows: Int
  }

  private var byKey: [String: Last] = [:]

  /// Reads the table once.
  ///
  /// - Throws: `ReadingProblem` for a row that cannot be read: without it a stay would be measured wrongly.
  init(
    _ file: TableFile, _ table: Mapping.Table, column: Mapping.ColumnName, key: Mapping.ColumnName,
    test: Mapping.Moment.Test
  ) throws {
    let used = [column, key, test.column]
    guard var rows = try file.rows(of: table, using: used) else { return }
    guard let hours = rows.header.place(of: column), let keyPlace = rows.header.place(of: key),
      let tested = rows.header.place(of: test.column)
    else {
      let missing = used.filter { rows.header.place(of: $0) == nil }.map { "\"\($0.name)\"" }
      throw ReadingProblem(
        line: 1, "\(file.name) has no column \(missing.joined(separator: ", ")); correct the mapping or the file")
    }
    let wanted = ColumnReading.folded(test.value)
    while true {
      switch try rows.next() {
      case .end: return
      case .bad(let problem):
        throw ReadingProblem(
          line: problem.line, column: problem.column,
          "\(file.name): \(problem.sentence); stays would be measured wrongly without this row, so mend it or take it out"
        )
      case .row:
        let value = ColumnReading.folded(String(decoding: rows.data[rows.cell(tested)], as: UTF8.self))
        guard (value == wanted) != test.isNegated else { continue }
        let own = String(decoding: rows.data[rows.cell(keyPlace)], as: UTF8.self)
        guard !own.isEmpty else { continue }
        let minutes = HoursIndex.minutes(rows.data, rows.cell(hours))
        if var last = byKey[own] {
          last.rows += 1
          if let known = last.minutes, let minutes { last.minutes = max(known, minutes) } else { last.minutes = nil }
          byKey[own] = last
        } else {
          byKey[own] = Last(minutes: minutes, rows: 1)
        }
      }
    }
  }

  /// What the rows of a key come to; nil if there are none.
  subscript(key: String) -> Last? { byKey[key] }

  /// Minutes of `39`, `39.5`, to the nearest; nil for what is no number of hours.
  static func minutes(_ data: [UInt8], _ cell: Range<Int>) -> Int? {
    var (whole, fraction, scale) = (0, 0, 1)
    var isFraction = false
    var digits = 0
    for byte in data[cell] where byte != 0x20 {
      if byte == UInt8(ascii: "."), !isFraction {
        isFraction = true
      } else if byte >= 0x30, byte <= 0x39, digits < 9 {
        digits += 1
        if isFraction {
          fraction = fraction * 10 + Int(byte - 0x30)
          scale *= 10
        } else {
          whole = whole * 10 + Int(byte - 0x30)
        }
      } else {
        return nil
      }
    }
    return digits > 0 ? whole * 60 + (fraction * 120 + scale) / (2 * scale) : nil
  }
}
