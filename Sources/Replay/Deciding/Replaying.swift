internal import LawLanguage
internal import Reasoning

/// One run over a table, row by row.
package struct Replaying {
  private let plan: ReplayPlan
  private let output: ReplayOutput
  private var rows: RowSource
  private var reading: RowReading
  private var law: RowLaw
  /// The second library; nil if it is the first, of another day.
  private var other: RowLaw?
  private let stays: StayReading?
  private var figures = ReplayFigures()
  private var lines: RowLines?
  /// The places met, by the numbers of their cells.
  private var placeNumbers = CodeTable()
  private var places: [PlaceState] = []
  /// What rows are counted by, and how many there are of each.
  private var countNumbers = CodeTable()
  private var counts: [Int] = []
  private var code: [Int64] = []
  private var waiting: [WaitingRow] = []
  private var number = 0

  /// A place met before, or why its rows are set aside.
  private enum PlaceState {
    case known(RowPlace, Zone?)
    case aside(SetAside)
  }

  /// A row that is read, with the kinds of row that it is to the two laws.
  private struct WaitingRow {
    let number: Int
    let kind: Int
    /// -1 where there is no second law.
    let other: Int
    let month: Int64
    let place: Int32
    let outcome: Int32
  }

  private static let reported = 20
  /// So many rows are read before what is new of them is asked.
  private static let block = 8_192

  /// Opens the tables.
  ///
  /// - Throws: `ReadingProblem` or `MappingProblem` if they cannot be read by the mapping.
  package init(_ plan: ReplayPlan, output: ReplayOutput = ReplayOutput()) throws {
    self.plan = plan
    self.output = output
    let mapping = plan.tables.mapping
    let vocabulary = plan.law.library.vocabulary
    try mapping.check(against: vocabulary)
    if let other = plan.other { try mapping.check(against: other.library.vocabulary) }
    let used = mapping.columns.flatMap(\.names) + mapping.measuredColumns
    guard let main = mapping.tables.first, let file = plan.tables.files.first,
      let rows = try file.rows(of: main, using: used)
    else { throw MappingProblem(["\(mapping.name) names no table that is here; check --mapping"]) }
    self.rows = rows
    reading = try RowReading(mapping, header: rows.header, vocabulary: vocabulary)
    let (facts, dated) = (reading.factNames, reading.dated)
    law = RowLaw(
      plan.law, acts: mapping.acts, facts: facts, dated: dated,
      journal: output.memory.map { AnswerJournal($0, tag: "law") })
    if let second = plan.other, second.digests != plan.law.digests {
      other = RowLaw(
        second, acts: mapping.acts, facts: facts, dated: dated,
        journal: output.memory.map { AnswerJournal($0, tag: "other") })
    }
    stays = try StayReading(mapping, plan.tables.files, header: rows.header)
    lines = output.append.map { RowLines(acts: mapping.acts, hasOther: plan.other != nil, append: $0) }
    figures.acts = mapping.acts
    figures.missing = reading.missing
    figures.stays = stays == nil ? nil : StayFigures()
    let dropped = mapping.dropped.compactMap(rows.header.place)
    let looked = Set(used.compactMap(rows.header.place))
    figures.dropped = dropped.count
    figures.unread = rows.header.width - Set(dropped).union(looked).count
  }

  /// Reads and decides all rows.
  ///
  /// - Throws: `ReadingProblem` for a file that is none; with `--strict` `RefusedRow` for the first bad row.
  package mutating func run() throws -> ReplayFigures {
    try lines?.begin(measures: stays != nil)
    loop: while true {
      if waiting.count >= Replaying.block { try settle() }
      if number & 0x3FFF == 0 { output.progress(number, rows.bytesRead) }
      switch try rows.next() {
      case .end: break loop
      case .bad(let problem):
        number += 1
        try refuse(problem)
      case .row:
        number += 1
        guard (number - 1) % plan.sample == 0 else { continue }
        figures.looked += 1
        do {
          if let reason = try reading.read(rows) { try aside(reason) } else { try decide() }
        } catch let problem as ReadingProblem {
          try refuse(problem)
        } catch let refusal as RowRefusal {
          try refuse(ReadingProblem(line: rows.line, refusal.sentence))
        }
      }
    }
    try settle()
    output.progress(number, rows.bytesRead)
    try lines?.finish()
    return finished()
  }

  private mutating func finished() -> ReplayFigures {
    figures.rows = number
    for index in 0..<countNumbers.count {
      let code = Array(countNumbers[index])
      let key = ReplayFigures.CountKey(
        verdict: Int32(code[0]), other: Int32(code[1]), month: Int32(code[2]), place: Int32(code[3]),
        outcome: Int32(code[4]))
      figures.counts[key] = counts[index]
    }
    figures.verdicts = law.verdicts
    figures.otherVerdicts = other?.verdicts ?? law.verdicts
    figures.places = reading.placeNames
    figures.outcomes = reading.outcomeNames
    figures.asked = law.asked + (other?.asked ?? 0)
    figures.recalled = law.recalled + (other?.recalled ?? 0)
    figures.unmapped = reading.columns.compactMap { column in
      let values = column.leftover
      guard !values.isEmpty || column.beyond > 0 || column.redacted > 0 else { return nil }
      return ReplayFigures.UnmappedColumn(
        column: column.column.names.map(\.name).joined(separator: ", "),
        values: values.map { ReplayFigures.UnmappedColumn.Value(value: $0.value, rows: $0.rows) },
        beyond: column.beyond, redacted: column.redacted)
    }
    return figures
  }

  // MARK: One row

  private mutating func refuse(_ problem: ReadingProblem) throws {
    figures.bad += 1
    if plan.isStrict { throw RefusedRow(problem: problem) }
    if figures.firstBad.count < Replaying.reported { figures.firstBad.append(problem) }
    try lines?.bad(number, problem)
  }

  private mutating func aside(_ reason: SetAside) throws {
    figures.setAside[reason, default: 0] += 1
    try lines?.aside(number, reason)
  }

  private mutating func decide() throws {
    guard var time = reading.civilDay else { return try aside(.noDay) }
    code.removeAll(keepingCapacity: true)
    reading.appendPlace(to: &code)
    let placeNumber = placeNumbers.number(of: code)
    if placeNumber == places.count { places.append(place()) }
    let rowPlace: RowPlace
    let zone: Zone?
    switch places[placeNumber] {
    case .aside(let reason): return try aside(reason)
    case .known(let place, let clocks): (rowPlace, zone) = (place, clocks)
    }
    let record = stays?.read(rows, in: zone)
    // What the law said of keeping somebody is the law of the day on which the last other ground ended.
    if let minutes = record?.release.known, plan.tables.mapping.isReleaseAfterBooking {
      time = time.adding(hours: minutes / 60, in: plan.tables.mapping.isShifted ? nil : zone)
    }
    let day = time.day(in: zone)
    reading.number(in: zone)
    guard let kind = try law.kind(reading, placeNumber, rowPlace, zone, day, by: plan.law.day) else {
      return try aside(.beforeLaw)
    }
    var beside: Int?
    if let second = plan.other {
      if other == nil {
        beside = try law.kind(reading, placeNumber, rowPlace, zone, day, by: second.day)
      } else {
        beside = try other?.kind(reading, placeNumber, rowPlace, zone, day, by: second.day)
      }
      guard beside != nil else { return try aside(.beforeLaw) }
    }
    let civil = day.civil
    waiting.append(
      WaitingRow(
        number: number, kind: kind, other: beside ?? -1, month: Int64(civil.year * 12 + civil.month - 1),
        place: reading.placeNumber, outcome: reading.outcomeNumber))
    if let record {
      figures.stays?.add(record, row: RowNumber(number))
      try lines?.held(number, record)
    }
  }

  /// Decides the rows that wait.
  private mutating func settle() throws {
    try law.settle()
    try other?.settle()
    for row in waiting {
      let verdict = law.verdict(ofKind: row.kind)
      let beside = row.other < 0 ? -1 : (other?.verdict(ofKind: row.other) ?? law.verdict(ofKind: row.other))
      code.removeAll(keepingCapacity: true)
      code.append(Int64(verdict))
      code.append(Int64(beside))
      code.append(row.month)
      code.append(Int64(row.place))
      code.append(Int64(row.outcome))
      let count = countNumbers.number(of: code)
      if count == counts.count { counts.append(0) }
      counts[count] += 1
      try lines?.decided(row.number, verdict, law.verdicts, beside, other?.verdicts ?? law.verdicts)
    }
    figures.decided += waiting.count
    waiting.removeAll(keepingCapacity: true)
    law.rest()
    other?.rest()
  }

  private func place() -> PlaceState {
    let vocabulary = plan.law.library.vocabulary
    var jurisdiction = plan.jurisdiction
    if plan.tables.mapping.columns.contains(where: { $0.target == .jurisdiction }) {
      guard let own = reading.jurisdictionWord else { return .aside(.noJurisdiction) }
      guard vocabulary.place(own)?.kind == .jurisdiction else {
        return .aside(jurisdiction == nil ? .noJurisdiction : .elsewhere)
      }
      if let asked = jurisdiction, asked != own { return .aside(.elsewhere) }
      jurisdiction = own
    }
    guard let jurisdiction else { return .aside(.noJurisdiction) }
    let agencies = reading.agencyWords
    guard !agencies.isEmpty else { return .aside(.noAgency) }
    let locality = reading.localityWord ?? plan.locality
    return .known(
      RowPlace(jurisdiction: jurisdiction, locality: locality, agencies: agencies),
      vocabulary.zone(of: locality ?? jurisdiction))
  }
}

extension RowLaw {
  /// The kind of row that is read, to the law of a day or of the row's own.
  fileprivate mutating func kind(
    _ reading: RowReading, _ number: Int, _ place: RowPlace, _ zone: Zone?, _ day: Day, by lawDay: Day?
  ) throws(RowRefusal) -> Int? {
    try kind(
      number, place, day: day, by: lawDay, papers: reading.paperNumber, values: reading.factValues,
      row: { RowFacts(place: place, day: day, papers: reading.papers, facts: reading.knownFacts(in: zone)) })
  }
}

extension Mapping {
  /// Whether the release is told as hours after the day of the booking.
  var isReleaseAfterBooking: Bool {
    switch release {
    case .hours, .lastHours: true
    case .at, nil: false
    }
  }

  /// Columns of the main table that measuring looks at.
  var measuredColumns: [ColumnName] {
    [release, hold, stay].compactMap { moment in
      switch moment {
      case .at(let column), .hours(let column): column
      case .lastHours(_, _, let key, _): key
      case nil: nil
      }
    }
  }
}
