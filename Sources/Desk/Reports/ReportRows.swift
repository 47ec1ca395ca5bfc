internal import Foundation
internal import GRDB
internal import LawLanguage
internal import Ledger

/// The rows of reports, seen through one connection.
struct ReportRows {
  let rows: CaseRows
  let agency: String
  let form: ReportForm
  let period: ReportPeriod

  private var db: Database { rows.db }

  /// Which of an edition's files.
  enum FileName: String {
    case csv, receipt
  }

  func row() throws -> Int64? {
    try Int64.fetchOne(
      db, sql: "SELECT row FROM desk_report WHERE agency = ? AND form = ? AND period = ?",
      arguments: [agency, form.id, period.description])
  }

  func rowOrNew() throws -> Int64 {
    if let row = try row() { return row }
    try db.execute(
      sql: "INSERT INTO desk_report (agency, form, period) VALUES (?, ?, ?)",
      arguments: [agency, form.id, period.description])
    return db.lastInsertedRowID
  }

  // MARK: Events

  func events() throws -> [(event: ReportEvent, entry: Int)] {
    guard let row = try row(), let key = try rows.keys.key(.report, of: CaseKeys.noCase) else { return [] }
    return try Row.fetchAll(
      db, sql: "SELECT number, entry, sealed FROM desk_report_event WHERE report_row = ? ORDER BY number",
      arguments: [row]
    ).map { found in
      let bytes = try key.open(Array(found[2] as Data), for: "report/\(row)/event/\(found[0] as Int)")
      return (try JSONDecoder().decode(ReportEvent.self, from: Data(bytes)), found[1])
    }
  }

  /// Adds an event, with its leaf in the log. What a payload says beside the digest can be shown to whoever gets the report.
  @discardableResult
  func append(_ event: ReportEvent, saying more: [String: CanonicalJSON] = [:]) throws -> (entry: Int, payload: [UInt8])
  {
    let row = try rowOrNew()
    let key = try rows.keys.keyOrNew(.report, of: CaseKeys.noCase)
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys]
    let bytes = Array(try encoder.encode(event))
    var members: [String: CanonicalJSON] = [
      "agency": .string(agency), "form": .string(form.id), "period": .string(period.description),
      "step": .integer(event.number), "commits": .string(digest(of: bytes)),
    ]
    members.merge(more) { _, new in new }
    let payload = try CanonicalJSON.object(members).encoded()
    let entry = try rows.ledger.append(payload, in: db)
    let sealed = try key.seal(bytes, for: "report/\(row)/event/\(event.number)")
    try db.execute(
      sql: "INSERT INTO desk_report_event (report_row, number, entry, sealed) VALUES (?, ?, ?, ?)",
      arguments: [row, event.number, entry, Data(sealed)])
    return (entry, payload)
  }

  // MARK: Files

  func keep(_ bytes: [UInt8], _ name: FileName, edition: Int) throws {
    let row = try rowOrNew()
    let key = try rows.keys.keyOrNew(.report, of: CaseKeys.noCase)
    let sealed = try key.seal(bytes, for: "report/\(row)/\(edition)/\(name.rawValue)")
    try db.execute(
      sql: "INSERT INTO desk_report_file (report_row, edition, name, sealed) VALUES (?, ?, ?, ?)",
      arguments: [row, edition, name.rawValue, Data(sealed)])
  }

  func file(_ name: FileName, edition: Int) throws -> [UInt8]? {
    guard let row = try row(), let key = try rows.keys.key(.report, of: CaseKeys.noCase),
      let sealed = try Data.fetchOne(
        db, sql: "SELECT sealed FROM desk_report_file WHERE report_row = ? AND edition = ? AND name = ?",
        arguments: [row, edition, name.rawValue])
    else { return nil }
    return try key.open(Array(sealed), for: "report/\(row)/\(edition)/\(name.rawValue)")
  }

  // MARK: Cases

  /// The cases in which something happened in the period, as far as recorded before an entry of the log, in their order.
  func cases(in span: ReportPeriod, before bound: Int, zone: Zone) throws -> [RecordedCase] {
    let from = zone.instant(of: span.first, minutes: 0)
    let end = zone.instant(of: span.last.adding(days: 1), minutes: 0)
    let found = try Row.fetchAll(
      db,
      sql: """
        SELECT row, id, agency, year, count, version, stage, is_sealed, is_held FROM desk_case
        WHERE agency = ? AND stage <> 'erased' AND received < ? AND changed >= ? ORDER BY year, count
        """, arguments: [agency, end.seconds, from.seconds])
    return try found.compactMap(CaseRows.entry).compactMap { entry in
      let events = try rows.events(of: entry, before: bound)
      guard !events.isEmpty else { return nil }
      return RecordedCase(file: try CaseFile(id: entry.id, number: entry.number, events: events), events: events)
    }
  }

  /// How many cases entered in the years of the period were erased: what was in them is not known any more.
  func erased() throws -> Int {
    try Int.fetchOne(
      db, sql: "SELECT count(*) FROM desk_case WHERE agency = ? AND stage = 'erased' AND year BETWEEN ? AND ?",
      arguments: [agency, period.first.civil.year, period.last.civil.year + 1]) ?? 0
  }

  // MARK: Publications

  func publications() throws -> [PublishedTable] {
    try PublishedTable.all(of: agency, in: db)
  }

  func publish(_ proposal: PublicationProposal, edition: Int, at now: Instant, entry: Int) throws {
    let body = try JSONEncoder().encode(proposal.table)
    try db.execute(
      sql: """
        INSERT INTO desk_publication (agency, form, period, edition, shown_from, entry, body) VALUES (?, ?, ?, ?, ?, ?, ?)
        """,
      arguments: [agency, form.id, proposal.period.description, edition, now.seconds, entry, body])
  }
}

extension PublishedTable {
  static func all(of agency: String, in db: Database) throws -> [PublishedTable] {
    try Row.fetchAll(
      db,
      sql: "SELECT form, period, edition, shown_from, entry, body FROM desk_publication WHERE agency = ? ORDER BY row",
      arguments: [agency]
    ).compactMap { row in
      guard let form = ReportForm.named(row[0]), let period = ReportPeriod(row[1] as String) else { return nil }
      return PublishedTable(
        form: form, period: period, edition: row[2], from: Instant(seconds: row[3]), entry: row[4],
        table: try JSONDecoder().decode(PublicTable.self, from: row[5] as Data))
    }
  }
}
