import LawLanguage

extension RowTable {
  /// Some rows of the table, in this order.
  ///
  /// - Parameter hasOneDay: whether each row was asked, decided and acted upon on one day, so that its day is picked once.
  package func gathering(_ rows: ArraySlice<Int32>, hasOneDay: Bool = false) -> RowTable {
    let days = acted.gathering(rows, 0)
    var found = RowTable(
      acted: days, asked: hasOneDay ? days : asked.gathering(rows, 0),
      decided: hasOneDay ? days : decided.gathering(rows, 0))
    found.actedAt = actedAt?.gathering(rows, 0)
    found.askedAt = askedAt?.gathering(rows, 0)
    found.decidedAt = decidedAt?.gathering(rows, 0)
    found.facts = facts.mapValues { $0.gathering(rows) }
    found.papers = papers.map { $0.mapValues { $0.gathering(rows) } }
    found.lists = lists.mapValues { $0.gathering(rows) }
    return found
  }
}

extension RowTable {
  /// Whether each row was asked, decided and acted upon on one day.
  fileprivate var hasOneDay: Bool { asked == acted && decided == acted }
}

extension Array {
  /// The elements at some places. The filler is overwritten: an array that is not grown needs no check of its room.
  @inline(__always)
  fileprivate func gathering(_ places: ArraySlice<Int32>, _ filler: Element) -> [Element] {
    var found = [Element](repeating: filler, count: places.count)
    let from = span
    let wanted = places.span
    var cells = found.mutableSpan
    precondition(wanted.count <= cells.count)
    for index in 0..<wanted.count { cells[index] = from[Int(wanted[index])] }
    return found
  }
}

extension RowColumn {
  func gathering(_ rows: ArraySlice<Int32>) -> RowColumn {
    switch storage {
    case .bytes(let values): RowColumn(.bytes(values.gathering(rows, 0)), words: words)
    case .places(let values): RowColumn(.places(values.gathering(rows, 0)), words: words)
    case .integers(let values): RowColumn(.integers(values.gathering(rows, 0)), words: words)
    case .instants(let values): RowColumn(.instants(values.gathering(rows, 0)), words: words)
    }
  }
}

extension RowList {
  func gathering(_ rows: ArraySlice<Int32>) -> RowList {
    var starts: [Int32] = [0]
    var records: [Int32] = []
    for row in rows {
      records += offsets[Int(row)]..<offsets[Int(row) + 1]
      starts.append(Int32(records.count))
    }
    return RowList(
      offsets: starts, completeness: completeness.gathering(rows, 0),
      fields: fields.mapValues { $0.gathering(records[...]) })
  }
}

/// Several laws over one table whose rows are mixed: each row has the law of its place and day.
package struct MixedLaws: Sendable {
  /// The laws; a row names one by its place among them.
  package let laws: [BatchLaw]

  /// Laws of one act, or of several.
  package init(_ laws: [BatchLaw]) { self.laws = laws }

  /// So many rows at a time that most laws have nearly a block of them, and that columns are picked from a near cache.
  private var chunk: Int { Planes.rows * 9 / 10 * max(laws.count, 1) }

  /// The rows of each law among some, in order: sorted by counting, since there are few laws and many rows.
  private func rows(_ lawOfRow: ArraySlice<UInt8>) -> [ArraySlice<Int32>] {
    var starts = [Int](repeating: 0, count: laws.count + 1)
    for law in lawOfRow { starts[Int(law) + 1] += 1 }
    for law in laws.indices { starts[law + 1] += starts[law] }
    var next = starts
    var sorted = [Int32](repeating: 0, count: lawOfRow.count)
    for row in lawOfRow.indices {
      let law = Int(lawOfRow[row])
      sorted[next[law]] = Int32(row)
      next[law] += 1
    }
    return laws.indices.map { sorted[starts[$0]..<starts[$0 + 1]] }
  }

  private func forEachPart(_ lawOfRow: [UInt8], _ visit: (Int, ArraySlice<Int32>) -> Void) {
    var first = 0
    while first < lawOfRow.count {
      let last = min(first + chunk, lawOfRow.count)
      for (law, rows) in rows(lawOfRow[first..<last]).enumerated() where !rows.isEmpty {
        visit(law, rows)
      }
      first = last
    }
  }

  /// Counts how the rows of each law are decided.
  package func count(_ table: RowTable, lawOfRow: [UInt8]) -> [RowCounts] {
    precondition(lawOfRow.count == table.count && lawOfRow.allSatisfy { Int($0) < laws.count })
    var counts = laws.map { _ in RowCounts() }
    let hasOneDay = table.hasOneDay
    forEachPart(lawOfRow) { law, rows in
      counts[law].add(laws[law].count(table.gathering(rows, hasOneDay: hasOneDay)))
    }
    return counts
  }

  /// Decides every row by its law. Norms are those of the row's own law.
  package func decide(_ table: RowTable, lawOfRow: [UInt8]) -> RowDecisions {
    precondition(lawOfRow.count == table.count && lawOfRow.allSatisfy { Int($0) < laws.count })
    var all = RowDecisions(
      answers: [UInt8](repeating: Answer.undetermined.place, count: table.count),
      norms: [Int16](repeating: -1, count: table.count),
      possible: [UInt8](repeating: 0, count: table.count))
    let hasOneDay = table.hasOneDay
    forEachPart(lawOfRow) { law, rows in
      let own = laws[law].decide(table.gathering(rows, hasOneDay: hasOneDay))
      all.exact += own.exact
      for (place, row) in rows.enumerated() {
        all.answers[Int(row)] = own.answers[place]
        all.norms[Int(row)] = own.norms[place]
        all.possible[Int(row)] = own.possible[place]
      }
    }
    return all
  }
}

extension RowCounts {
  /// With the counts of other rows added.
  mutating func add(_ other: RowCounts) {
    for place in answers.indices { answers[place] += other.answers[place] }
    norms.merge(other.norms) { $0 + $1 }
    exact += other.exact
  }
}
