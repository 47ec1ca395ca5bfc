/// Where a table's columns stand.
package struct Header: Sendable {
  /// The columns' names as written.
  package let names: [String]
  private let places: [String: [Int]]

  /// A header of these columns.
  package init(_ names: [String]) {
    self.names = names
    places = Dictionary(grouping: names.indices, by: { Mapping.ColumnName.folded(names[$0]) })
  }

  /// How many cells a row has.
  package var width: Int { names.count }

  /// The place of a column; nil if there is none of its names.
  package func place(of column: Mapping.ColumnName) -> Int? {
    for name in column.names {
      if let found = places[Mapping.ColumnName.folded(name)]?.first { return found }
    }
    return nil
  }

  /// Whether it has all columns by which a table is known.
  package func isKnown(to table: Mapping.Table) -> Bool { table.known.allSatisfy { place(of: $0) != nil } }

  /// Refuses a column that is used and stands twice.
  package func check(_ columns: [Mapping.ColumnName], line: Int) throws(ReadingProblem) {
    for column in columns {
      for name in column.names {
        guard let found = places[Mapping.ColumnName.folded(name)], found.count > 1 else { continue }
        throw ReadingProblem(
          line: line, column: found[1] + 1,
          "two columns are called \"\(name)\" (columns \(found.map { String($0 + 1) }.joined(separator: " and "))); "
            + "rename one of them")
      }
    }
  }

  /// The column of the table that is nearest to a name, for a message.
  package func known(of table: Mapping.Table) -> Int { table.known.filter { place(of: $0) != nil }.count }
}
