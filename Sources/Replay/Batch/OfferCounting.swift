import LawLanguage
import Norms
import Reasoning

/// Counts what the law says of the rows of a table whose columns are those of a query: text in, typed columns block by block, counts
/// out. The same table can be put to a database with the query; this is the law over bitsets instead.
package struct OfferCounting {
  /// What came of it.
  package struct Figures: Sendable {
    /// How rows are decided.
    package internal(set) var counts = RowCounts()
    /// Rows read; of them, those of another offer or of days of another law, and those that cannot be used.
    package internal(set) var rows = 0
    package internal(set) var leftOut = 0
    package internal(set) var bad = 0
    /// The first of those that cannot be used.
    package internal(set) var firstBad: [ReadingProblem] = []
    /// Cells with a word that is none of the column's choices: it is unknown.
    package internal(set) var unforeseen = 0
    /// Columns of the query that the table does not have: they are unknown in every row.
    package internal(set) var missing: [String] = []
  }

  private let law: BatchLaw
  private let days: ClosedRange<Int32>
  private let papers: String
  private var scanner: DelimitedScanner
  private let width: Int
  private var columns: [TypedColumn] = []
  /// Which columns give the facts, and which the fields of papers, by paper and name.
  private var facts: [Int] = []
  private var fields: [(column: Int, paper: Int, name: String)] = []
  private var acted = 0
  private var asked: Int?
  private var decided: Int?
  private var offered: Int?
  private var plain: PlainRows
  /// Rows of the block, and those of them that cannot be used.
  private var count = 0
  private var wrong: Set<Int> = []
  private var figures = Figures()
  private let isStrict: Bool

  private static let block = 65_536
  private static let reported = 20

  /// Opens a table.
  ///
  /// - Throws: `ReadingProblem` if it is none, has not the days, or the law looks at lists.
  package init(_ law: BatchLaw, _ query: LawQuery, over file: TableFile, isStrict: Bool = false) throws {
    self.law = law
    self.isStrict = isStrict
    days = (query.days.from?.number ?? .min + 1)...(query.days.until?.number ?? .max)
    papers = query.offer.papers.joined(separator: "+")
    let vocabulary = law.prepared.edition.library.vocabulary
    var found: (scanner: DelimitedScanner, header: Header)?
    for delimiter in TableFile.delimiters where found == nil {
      var scanner = DelimitedScanner(delimiter: delimiter, chunk: try file.open())
      guard case .row = try scanner.next() else { break }
      let header = Header((0..<scanner.count).map { scanner.text($0).trimmingSpaces.description })
      if header.place(of: Mapping.ColumnName(names: [OfferCounting.day])) != nil { found = (scanner, header) }
    }
    guard let found else {
      throw ReadingProblem(
        line: 1, "no column is called \"\(OfferCounting.day)\"; name the columns as tenth law sql --schema prints them")
    }
    (scanner, width) = (found.scanner, found.header.width)
    plain = PlainRows(atMost: 8_192, width: found.header.width)
    for column in query.columns {
      if case .records = column.type {
        throw ReadingProblem(
          line: 1,
          "the law looks at the list \(column.name), which text between marks does not hold; use --engine duckdb")
      }
      let name = Mapping.ColumnName(names: [column.name])
      try found.header.check([name], line: 1)
      guard let place = found.header.place(of: name) else {
        if !OfferCounting.own.contains(column.name) { figures.missing.append(column.name) }
        continue
      }
      add(column.name, at: place, vocabulary)
    }
    guard papers.isEmpty || offered != nil else {
      throw ReadingProblem(
        line: 1,
        "no column is called \"papers\", which tells the rows of this offer; name the columns as tenth law sql --schema "
          + "prints them")
    }
  }

  private static let day = "acted"
  /// Columns that every such table may have; without them a row's day is that of its act.
  private static let own: Set<String> = ["row", "papers", day, "asked", "decided"]

  private mutating func add(_ name: String, at place: Int, _ vocabulary: Vocabulary) {
    let number = columns.count
    switch name {
    case "row": return
    case "papers":
      offered = number
      columns.append(TypedColumn(name, place: place, type: .code))
    case OfferCounting.day, "asked", "decided":
      if name == "asked" { asked = number } else if name == "decided" { decided = number } else { acted = number }
      columns.append(TypedColumn(name, place: place, type: .date))
    default:
      if let fact = vocabulary.fact(name) {
        facts.append(number)
        columns.append(TypedColumn(name, place: place, type: fact.type))
      } else if let (paper, field) = law.offer.field(named: name), let type = vocabulary.paperField(field)?.type {
        fields.append((number, paper, field))
        columns.append(TypedColumn(name, place: place, type: type))
      }
    }
  }

  /// Reads and decides all rows.
  ///
  /// - Throws: `ReadingProblem` for a file that is none; `RefusedRow` for the first bad row, if that is to end it.
  package mutating func run(progress: (_ rows: Int, _ bytes: Int) -> Void = { _, _ in }) throws -> Figures {
    while true {
      try scanner.plainRows(width: width, into: &plain)
      if plain.count > 0 {
        try addPlain()
      } else {
        switch try scanner.next(width: width) {
        case .end:
          flush()
          figures.unforeseen = columns.reduce(0) { $0 + ($1.name == "papers" ? 0 : $1.unforeseen) }
          progress(figures.rows, scanner.bytesRead)
          return figures
        case .bad(let problem):
          figures.rows += 1
          try refuse(problem)
        case .row: try addOne()
        }
      }
      if count >= OfferCounting.block {
        flush()
        progress(figures.rows, scanner.bytesRead)
      }
    }
  }

  private mutating func addPlain() throws {
    var mistakes: [Int: Int] = [:]
    for index in columns.indices {
      for row in columns[index].add(plain, of: scanner.data, width: width) where mistakes[row] == nil {
        mistakes[row] = index
      }
    }
    for (row, column) in mistakes.sorted(by: { $0.key < $1.key }) {
      wrong.insert(count + row)
      try refuse(problem(in: column, line: plain.firstLine + row))
    }
    count += plain.count
    figures.rows += plain.count
  }

  private mutating func addOne() throws {
    var mistake: Int?
    for index in columns.indices
    where !columns[index].add(scanner.data, scanner.cell(columns[index].place)) && mistake == nil {
      mistake = index
    }
    figures.rows += 1
    if let mistake {
      wrong.insert(count)
      try refuse(problem(in: mistake, line: scanner.line))
    }
    count += 1
  }

  private func problem(in column: Int, line: Int) -> ReadingProblem {
    ReadingProblem(
      line: line, column: columns[column].place + 1, "\(columns[column].name): \(columns[column].expected)")
  }

  private mutating func refuse(_ problem: ReadingProblem) throws {
    figures.bad += 1
    if isStrict { throw RefusedRow(problem: problem) }
    if figures.firstBad.count < OfferCounting.reported { figures.firstBad.append(problem) }
  }

  // MARK: Blocks

  private mutating func flush() {
    guard count > 0 else { return }
    let days = columns[acted].takeDays()
    func others(_ column: Int?) -> [Int32] {
      guard let column else { return days }
      let own = columns[column].takeDays()
      return own.indices.map { own[$0] == .min ? days[$0] : own[$0] }
    }
    var table = RowTable(acted: days, asked: others(asked), decided: others(decided))
    for column in facts { table.facts[columns[column].name] = columns[column].take() }
    table.papers = law.offer.papers.map { _ in [:] }
    for field in fields { table.papers[field.paper][field.name] = columns[field.column].take() }
    let kept = rowsOfThisLaw(days, offered.map { columns[$0].take() })
    figures.leftOut += count - wrong.count - kept.count
    figures.counts.add(law.count(kept.count == count ? table : table.gathering(kept[...])))
    count = 0
    wrong.removeAll(keepingCapacity: true)
  }

  /// The rows that the query would answer too.
  private func rowsOfThisLaw(_ acted: [Int32], _ offers: RowColumn?) -> [Int32] {
    var own: UInt16?
    var codes: [UInt16] = []
    if let offers, case .places(let places) = offers.storage {
      codes = places
      // An empty cell says that none was offered.
      own = papers.isEmpty ? .max : offers.words.firstIndex(of: papers).map { UInt16($0) } ?? .max - 1
    }
    var kept: [Int32] = []
    kept.reserveCapacity(count)
    for row in 0..<count where days.contains(acted[row]) {
      if let own, codes[row] != own { continue }
      kept.append(Int32(row))
    }
    return wrong.isEmpty ? kept : kept.filter { !wrong.contains(Int($0)) }
  }
}

extension RowOffer {
  /// The paper and the field that a column of a query means, such as `i247a.signer`; the second of two alike is `i200-2`.
  func field(named column: String) -> (paper: Int, field: String)? {
    guard let dot = column.lastIndex(of: ".") else { return nil }
    let owner = column[..<dot]
    for (index, kind) in papers.enumerated() {
      let earlier = papers[..<index].count { $0 == kind }
      if owner == (earlier == 0 ? kind : "\(kind)-\(earlier + 1)") {
        return (index, String(column[column.index(after: dot)...]))
      }
    }
    return nil
  }
}
