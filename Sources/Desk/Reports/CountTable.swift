/// A table of counts: how many of each kind came to each end. Nothing in it is an entry of a case.
public struct CountTable: Sendable, Hashable, Codable {
  /// The headings of its rows.
  public let rows: [String]
  /// The headings of its columns.
  public let columns: [String]
  /// The counts, row by row.
  public let counts: [[Int]]

  /// A table; rows and columns without a count are nought.
  package init(rows: [String], columns: [String], counts: [[Int]]) {
    self.rows = rows
    self.columns = columns
    self.counts = rows.indices.map { row in
      columns.indices.map { counts.indices.contains(row) && counts[row].indices.contains($0) ? counts[row][$0] : 0 }
    }
  }

  /// A place in the table; the row or column after the last is that of the totals.
  public struct Place: Sendable, Hashable, Codable {
    /// From 0.
    public let row: Int
    /// From 0.
    public let column: Int
  }

  /// All places, totals too.
  var places: [Place] { (0...rows.count).flatMap { row in (0...columns.count).map { Place(row: row, column: $0) } } }

  /// What stands at a place.
  func count(at place: Place) -> Int {
    let chosen = place.row < rows.count ? [counts[place.row]] : counts
    return chosen.reduce(0) { sum, row in sum + (place.column < columns.count ? row[place.column] : row.reduce(0, +)) }
  }
}

/// A table that may be shown to everybody: small counts, and those from which they would follow, are left out.
///
/// It is only ever made from a table of counts, so no entry of a case can get into it.
public struct PublicTable: Sendable, Hashable, Codable {
  /// The headings of its rows.
  public let rows: [String]
  /// The headings of its columns.
  public let columns: [String]
  /// The counts with the totals as last row and column; nil where one is left out.
  public let counts: [[Int?]]

  /// Counts below this, other than nought, are left out: few enough for a person to be recognised.
  public static let smallest = 5

  /// Leaves out of a table what must not be shown; nil where then nothing could be shown safely.
  ///
  /// - Parameter earlier: What an earlier table of the same period left out: it stays out, or subtracting would show it.
  package init?(_ table: CountTable, leavingOut earlier: Set<CountTable.Place> = []) {
    guard let hidden = Suppression(table).hidden(atLeast: earlier) else { return nil }
    rows = table.rows
    columns = table.columns
    counts = (0...table.rows.count).map { row in
      (0...table.columns.count).map { column in
        let place = CountTable.Place(row: row, column: column)
        return hidden.contains(place) ? nil : table.count(at: place)
      }
    }
  }

  /// The places that show no count.
  public var leftOut: Set<CountTable.Place> {
    var places = Set<CountTable.Place>()
    for (row, cells) in counts.enumerated() {
      for (column, count) in cells.enumerated() where count == nil {
        places.insert(CountTable.Place(row: row, column: column))
      }
    }
    return places
  }

  /// Whether so much is left out that a longer period says more: more than half of what is not nought.
  public var saysLittle: Bool {
    let cells = counts.flatMap(\.self)
    let shown = cells.filter { ($0 ?? 0) > 0 }.count
    return leftOut.count > shown
  }

  /// The table as a file.
  public var csv: [UInt8] {
    let head = [[""] + columns + ["Total"]]
    let body = zip(rows + ["Total"], counts).map { name, cells in [name] + cells.map { $0.map(String.init) ?? "*" } }
    return DelimitedText.written(head + body)
  }
}
