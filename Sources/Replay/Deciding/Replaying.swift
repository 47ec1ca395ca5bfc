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
  private var lines: RowLines
  /// The places met, by the numbers of their cells.
  private var places: [RowReading.PlaceKey: PlaceState] = [:]
  private var number = 0

  /// A place met before: its number, or why its rows are set aside.
  private enum PlaceState {
    case known(Int, RowPlace)
    case aside(SetAside)
  }

  private static let reported = 20

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
    law = RowLaw(plan.law, acts: mapping.acts, facts: facts, dated: dated)
    if let second = plan.other, second.digests != plan.law.digests {
      other = RowLaw(second, acts: mapping.acts, facts: facts, dated: dated)
    }
    stays = try StayReading(mapping, plan.tables.files, header: rows.header)
    lines = RowLines(acts: mapping.acts, hasOther: plan.other != nil, append: output.append)
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
  /// - Throws: `ReadingProblem` for what ends a run: a file that is none, or with `--strict` the first bad row.
  package mutating func run() throws -> ReplayFigures {
    try lines.begin(measures: stays != nil)
    loop: while true {
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
    output.progress(number, rows.bytesRead)
    try lines.finish()
    return finished()
  }

  private mutating func finished() -> ReplayFigures {
    figures.rows = number
    figures.verdicts = law.verdicts
    figures.otherVerdicts = other?.verdicts ?? law.verdicts
    figures.places = reading.placeNames
    figures.outcomes = reading.outcomeNames
    figures.asked = law.asked + (other?.asked ?? 0)
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
    if plan.isStrict { throw problem }
    if figures.firstBad.count < Replaying.reported { figures.firstBad.append(problem) }
    try lines.bad(number, problem)
  }

  private mutating func aside(_ reason: SetAside) throws {
    figures.setAside[reason, default: 0] += 1
    try lines.aside(number, reason)
  }

  private mutating func decide() throws {
    guard var time = reading.civilDay else { return try aside(.noDay) }
    let key = reading.placeKey
    let state = places[key] ?? place()
    if places[key] == nil { places[key] = state }
    let placeNumber: Int
    let rowPlace: RowPlace
    switch state {
    case .aside(let reason): return try aside(reason)
    case .known(let number, let place): (placeNumber, rowPlace) = (number, place)
    }
    let record = stays?.read(rows)
    // What the law said of keeping somebody is the law of the day on which the last other ground ended.
    if let minutes = record?.release.known, plan.tables.mapping.isReleaseAfterBooking {
      time = time.adding(hours: minutes / 60)
    }
    let day =
      time.offset == nil
      ? time.day : time.day(in: plan.law.library.vocabulary.zone(of: rowPlace.locality ?? rowPlace.jurisdiction))
    let verdict = try law.answer(reading, placeNumber, rowPlace, day, by: plan.law.day)
    var beside: Int32 = -1
    if let second = plan.other {
      if other == nil {
        beside = try law.answer(reading, placeNumber, rowPlace, day, by: second.day)
      } else {
        beside = try other?.answer(reading, placeNumber, rowPlace, day, by: second.day) ?? -1
      }
    }
    let civil = day.civil
    figures.decided += 1
    let count = ReplayFigures.CountKey(
      verdict: verdict, other: beside, month: Int32(civil.year * 12 + civil.month - 1), place: reading.placeNumber,
      outcome: reading.outcomeNumber)
    figures.counts[count, default: 0] += 1
    if let record {
      figures.stays?.add(record, row: RowNumber(number))
      try lines.held(number, record)
    }
    try lines.decided(number, verdict, law.verdicts, beside, other?.verdicts ?? law.verdicts)
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
    return .known(
      places.count,
      RowPlace(jurisdiction: jurisdiction, locality: reading.localityWord ?? plan.locality, agencies: agencies))
  }
}

extension RowLaw {
  /// The number of what the law of a day, or of the row's own, says of the row that is read.
  fileprivate mutating func answer(
    _ reading: RowReading, _ number: Int, _ place: RowPlace, _ day: Day, by lawDay: Day?
  ) throws(RowRefusal) -> Int32 {
    try verdict(
      segment: segment(number, place, lawDay ?? day), day: day, papers: reading.paperNumber,
      values: reading.factValues,
      row: {
        RowFacts(
          place: place, day: day, papers: reading.papers, facts: reading.knownFacts, takesAnyDay: lawDay != nil)
      })
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
