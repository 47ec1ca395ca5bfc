internal import Foundation
internal import GRDB
public import LawLanguage
internal import Ledger
public import Reasoning

/// What somebody can see.
extension Office {
  /// A case as it stands.
  public func caseFile(_ id: CaseID, for staff: Staff) async throws(OfficeRefusal) -> CaseFile {
    try require(.readCases, of: staff)
    return try await read { rows in try rows.file(of: self.entry(id, for: staff, in: rows)) }
  }

  /// A case with its events, the oldest first.
  public func history(
    of id: CaseID, for staff: Staff
  ) async throws(OfficeRefusal) -> (file: CaseFile, events: [CaseEvent], logEntries: [Int]) {
    try require(.readCases, of: staff)
    return try await read { rows in
      let entry = try self.entry(id, for: staff, in: rows)
      let events = try rows.events(of: entry)
      let file = try CaseFile(id: id, number: entry.number, events: events)
      return (file, events, try rows.logEntries(of: entry))
    }
  }

  /// Whom a case is about; nil where that is not recorded, or was forgotten.
  public func person(of id: CaseID, for staff: Staff) async throws(OfficeRefusal) -> Person? {
    try require(.readPersons, of: staff)
    return try await read { rows in try rows.person(of: self.entry(id, for: staff, in: rows)) }
  }

  /// The bytes of a case's document.
  public func document(
    _ digest: String, of id: CaseID, for staff: Staff
  ) async throws(OfficeRefusal) -> [UInt8] {
    try require(.readDocuments, of: staff)
    let bytes = try await read { rows in try rows.document(digest, of: self.entry(id, for: staff, in: rows)) }
    guard let bytes else { throw .nothingThere("such document in the case") }
    guard Desk.digest(of: bytes) == digest else { throw .unreadable("a document is not the one that was attached") }
    return bytes
  }

  /// What the law says of a case now, in full, as it would be proposed; with what would change it where asked for, which
  /// is for deciders, after deciding.
  public func decision(
    on file: CaseFile, explaining: Bool = false
  ) throws(OfficeRefusal) -> Decision {
    let law = try adoptedLaw()
    do {
      return try law.decision(
        on: file, for: profile(file.opening.agency), at: clock(), explaining: explaining)
    } catch let refusal as CaseRefusal { throw .refused(refusal) } catch let refusal as OfficeRefusal {
      throw refusal
    } catch { throw .unreadable("the law could not be asked") }
  }

  /// The clocks of a case, the first to run out first.
  public func clocks(of file: CaseFile) throws(OfficeRefusal) -> [CaseClock] {
    file.clocks(by: try adoptedLaw(), for: try profile(file.opening.agency))
  }

  /// Until when the person of a case may be kept under its papers.
  public func keepingAuthority(of file: CaseFile) throws(OfficeRefusal) -> KeepingAuthority {
    file.keepingAuthority(by: try adoptedLaw(), for: try profile(file.opening.agency))
  }

  /// Days and moments in the words and zone of a case's agency.
  public func words(for agency: String) throws(OfficeRefusal) -> MomentWords {
    let profile = try profile(agency)
    guard let zone = try adoptedLaw().vocabulary.zone(of: profile.place) else {
      throw .refused(.noZone(profile.place))
    }
    return MomentWords(zone: zone)
  }

  // MARK: Lists

  /// The most that a page holds.
  public static let longestPage = 500

  /// What is due in the agency's open cases, the first to run out first.
  ///
  /// - Parameters:
  ///   - until: The latest moment of interest; nil: all, those without a known time last.
  ///   - cursor: Where the last page ended.
  public func dueNow(
    for staff: Staff, until: Instant? = nil, after cursor: String? = nil, limit: Int = 100
  ) async throws(OfficeRefusal) -> Page<DueItem> {
    try require(.readCases, of: staff)
    let limit = max(1, min(limit, Office.longestPage))
    let start = cursor.flatMap(DueCursor.init)
    if cursor != nil, start == nil { throw .nothingThere("such page") }
    let seesSealed = staff.may(.readSealed)
    return try await read { rows in
      try rows.due(
        in: staff.agency, until: until, after: start, limit: limit, withSealed: seesSealed)
    }
  }

  /// How many things are overdue, and how many are due until a moment.
  public func dueCounts(
    for staff: Staff, until: Instant
  ) async throws(OfficeRefusal) -> (overdue: Int, due: Int) {
    try require(.readCases, of: staff)
    let now = clock()
    return try await read { rows in
      let count = "SELECT count(*) FROM desk_due WHERE agency = ? AND due < ?"
      let overdue = try Int.fetchOne(rows.db, sql: count, arguments: [staff.agency, now.seconds]) ?? 0
      let all = try Int.fetchOne(rows.db, sql: count, arguments: [staff.agency, until.seconds]) ?? 0
      return (overdue, max(0, all - overdue))
    }
  }

  /// The agency's cases, the latest entered first; of one stage, where one is named.
  public func cases(
    for staff: Staff, in stage: CaseStage? = nil, after cursor: String? = nil, limit: Int = 50
  ) async throws(OfficeRefusal) -> Page<CaseSummary> {
    try require(.readCases, of: staff)
    let limit = max(1, min(limit, Office.longestPage))
    let before = cursor.flatMap { Int64($0) }
    if cursor != nil, before == nil { throw .nothingThere("such page") }
    let seesSealed = staff.may(.readSealed) || staff.may(.keepRecords)
    return try await read { rows in
      try rows.summaries(in: staff.agency, stage: stage, before: before, limit: limit, withSealed: seesSealed)
    }
  }

  /// The open cases that are not sealed, the first entered first: for what is done with each of them.
  ///
  /// - Parameter limit: The most that are given.
  public func openCases(for staff: Staff, limit: Int) async throws(OfficeRefusal) -> [CaseID] {
    try require(.readCases, of: staff)
    return try await read { rows in
      try String.fetchAll(
        rows.db,
        sql: """
          SELECT id FROM desk_case WHERE agency = ? AND closed IS NULL AND stage <> 'erased' AND NOT is_sealed
          ORDER BY row LIMIT ?
          """, arguments: [staff.agency, limit]
      ).compactMap { CaseID($0) }
    }
  }

  /// The case of a number; nil where there is none.
  public func find(_ number: CaseNumber, for staff: Staff) async throws(OfficeRefusal) -> CaseID? {
    try require(.readCases, of: staff)
    return try await read { rows in
      try String.fetchOne(
        rows.db, sql: "SELECT id FROM desk_case WHERE agency = ? AND year = ? AND count = ?",
        arguments: [staff.agency, number.year, number.count]
      ).flatMap { CaseID($0) }
    }
  }
}

/// Where a page of what is due begins.
struct DueCursor: Sendable {
  let due: Int64
  let row: Int64
  let key: String

  init(due: Int64, row: Int64, key: String) {
    self.due = due
    self.row = row
    self.key = key
  }

  init?(_ text: String) {
    let parts = text.split(separator: "~", maxSplits: 2, omittingEmptySubsequences: false)
    guard parts.count == 3, let due = Int64(parts[0]), let row = Int64(parts[1]) else { return nil }
    self.init(due: due, row: row, key: String(parts[2]))
  }

  var text: String { "\(due)~\(row)~\(key)" }
}

extension CaseRows {
  func logEntries(of entry: Entry) throws -> [Int] {
    try Int.fetchAll(
      db, sql: "SELECT entry FROM desk_event WHERE case_row = ? ORDER BY number", arguments: [entry.row])
  }

  func due(
    in agency: String, until: Instant?, after start: DueCursor?, limit: Int, withSealed: Bool
  ) throws -> Page<DueItem> {
    let statement = try db.cachedStatement(
      sql: """
        SELECT d.due, d.case_row, d.key, d.kind, d.title, d.cite, d.is_immediate, c.id, c.year, c.count, c.stage
        FROM desk_due d JOIN desk_case c ON c.row = d.case_row
        WHERE d.agency = ? AND d.due <= ? AND (d.due, d.case_row, d.key) > (?, ?, ?) AND (? OR NOT c.is_sealed)
        ORDER BY d.due, d.case_row, d.key LIMIT ?
        """)
    let rows = try Row.fetchAll(
      statement,
      arguments: [
        agency, until?.seconds ?? Int64.max, start?.due ?? Int64.min, start?.row ?? 0, start?.key ?? "", withSealed,
        limit + 1,
      ])
    let items = rows.prefix(limit).compactMap { row -> DueItem? in
      guard let id = CaseID(row[7] as String), let kind = CaseClock.Kind(rawValue: row[3]),
        let stage = CaseStage(rawValue: row[10])
      else { return nil }
      let due: Int64 = row[0]
      return DueItem(
        id: id, number: CaseNumber(year: row[8], count: row[9]), stage: stage, key: row[2], kind: kind, title: row[4],
        due: due == DueItem.noTime ? nil : Instant(seconds: due), cite: row[5], isImmediate: row[6])
    }
    let last = rows.count > limit ? rows[limit - 1] : nil
    return Page(items: items, next: last.map { DueCursor(due: $0[0], row: $0[1], key: $0[2]).text })
  }

  func summaries(
    in agency: String, stage: CaseStage?, before: Int64?, limit: Int, withSealed: Bool
  ) throws -> Page<CaseSummary> {
    let statement = try db.cachedStatement(
      sql: """
        SELECT row, id, year, count, stage, received, entered, changed, version, is_sealed, is_held,
          (SELECT min(due) FROM desk_due WHERE case_row = c.row)
        FROM desk_case c WHERE agency = ? \(stage == nil ? "" : "AND stage = ?") AND row < ? AND (? OR NOT is_sealed)
        ORDER BY row DESC LIMIT ?
        """)
    var arguments: StatementArguments = [agency]
    if let stage { arguments += [stage.rawValue] }
    arguments += [before ?? Int64.max, withSealed, limit + 1]
    let rows = try Row.fetchAll(statement, arguments: arguments)
    let items = rows.prefix(limit).compactMap { row -> CaseSummary? in
      guard let id = CaseID(row[1] as String), let stage = CaseStage(rawValue: row[4]) else { return nil }
      let due: Int64? = row[11]
      return CaseSummary(
        id: id, number: CaseNumber(year: row[2], count: row[3]), stage: stage, received: Instant(seconds: row[5]),
        entered: Instant(seconds: row[6]), changed: Instant(seconds: row[7]), version: row[8],
        nextDue: due.flatMap { $0 == DueItem.noTime ? nil : Instant(seconds: $0) }, isSealed: row[9], isHeld: row[10])
    }
    let last: Int64? = rows.count > limit ? rows[limit - 1][0] : nil
    return Page(items: items, next: last.map(String.init))
  }

  func toReconsider(at now: Instant, limit: Int) throws -> [(CaseID, String)] {
    try Row.fetchAll(
      db, sql: "SELECT id, agency FROM desk_case WHERE reconsider <= ? ORDER BY reconsider LIMIT ?",
      arguments: [now.seconds, limit]
    ).compactMap { row in CaseID(row[0] as String).map { ($0, row[1]) } }
  }
}
