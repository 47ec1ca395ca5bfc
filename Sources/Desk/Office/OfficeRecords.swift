internal import Foundation
internal import GRDB
public import LawLanguage
internal import Ledger
internal import Synchronization

/// Keeping records, and letting them go.
extension Office {
  /// The cases whose time has come under a schedule, legal holds left out, the oldest first.
  public func dispositionsDue(
    for staff: Staff, limit: Int = 100
  ) async throws(OfficeRefusal) -> [DispositionDue] {
    try require(.keepRecords, of: staff)
    let (now, schedules, zone) = (clock(), settings.retention, try words(for: staff.agency).zone)
    return try await read { rows in
      try schedules.flatMap { schedule in
        let last = zone.instant(of: zone.day(of: now).adding(months: -12 * schedule.years), minutes: 0)
        return try rows.due(for: schedule, in: staff.agency, before: last, limit: limit)
      }
    }
  }

  /// Forgets whom a case is about: the record of the person goes with its key.
  public func forgetPerson(
    in id: CaseID, reason: String, by staff: Staff, confirmedBy second: Staff
  ) async throws(OfficeRefusal) {
    try await dispose(id, reason, staff, second) { rows, entry, tombstone in
      let row = entry.row
      try rows.db.execute(sql: "DELETE FROM desk_person WHERE case_row = ?", arguments: [row])
      try rows.db.execute(
        sql: "DELETE FROM desk_key WHERE case_row = ? AND purpose = ?", arguments: [row, KeyPurpose.person.rawValue])
      try rows.ledger.append(tombstone, in: rows.db)
    }
  }

  /// Erases a case: keys, events, person, documents, notes and salts go; its number, a tombstone and the log's leaves stay.
  public func erase(
    _ id: CaseID, reason: String, by staff: Staff, confirmedBy second: Staff
  ) async throws(OfficeRefusal) {
    try await dispose(id, reason, staff, second) { rows, entry, tombstone in
      let (db, row) = (rows.db, entry.row)
      let numbers = try rows.logEntries(of: entry)
      for table in ["desk_event", "desk_person", "desk_document", "desk_note", "desk_due", "desk_key"] {
        try db.execute(sql: "DELETE FROM \(table) WHERE case_row = ?", arguments: [row])
      }
      try db.execute(
        sql: "DELETE FROM desk_answer WHERE json_extract(CAST(response AS TEXT), '$.id') = ?",
        arguments: [id.description])
      // Only the number and that it was erased: not when it came in, nor how it ended.
      try db.execute(
        sql: """
          UPDATE desk_case SET stage = 'erased', received = 0, entered = 0, changed = 0, ended = NULL, closed = NULL,
            reconsider = NULL, is_sealed = 0 WHERE row = ?
          """, arguments: [row])
      try rows.ledger.erase(numbers, recording: tombstone, in: db)
    }
  }

  private func dispose(
    _ id: CaseID, _ reason: String, _ staff: Staff, _ second: Staff,
    _ body: @escaping @Sendable (CaseRows, CaseRows.Entry, [UInt8]) throws -> Void
  ) async throws(OfficeRefusal) {
    try require(.keepRecords, of: staff)
    guard staff.id != second.id, staff.agency == second.agency,
      second.may(.keepRecords) || second.may(.settleCitizenship)
    else { throw .secondPersonNeeded }
    let why: String
    do { why = try TextBounds.text(reason, "the reason") } catch { throw .refused(error) }
    let now = clock()
    try await write { rows in
      let entry = try self.entry(id, for: staff, in: rows, toKeep: true)
      if entry.isHeld { throw CaseRefusal.underLegalHold("lift it first") }
      guard entry.stage == .closed else { throw CaseRefusal.isNotClosed }
      let tombstone = CanonicalJSON.object([
        "event": .string("case.disposed"), "case": .string(id.description), "reason": .string(why),
        "by": .string(staff.id), "confirmed": .string(second.id), "at": .integer(Int(now.seconds)),
      ])
      try body(rows, entry, tombstone.encoded())
    }
    // Until then the write-ahead log still holds what was erased.
    do { try await ledger.scrub() } catch {
      throw .notRecorded("it is erased, and a reader keeps old pages alive: scrub again")
    }
  }

  // MARK: Counsel's notes

  /// Writes a privileged note: under a key of its own, in no export.
  public func writeNote(
    _ text: String, about subject: String, in id: CaseID, by staff: Staff
  ) async throws(OfficeRefusal) {
    try require(.privilegedNotes, of: staff)
    let note: PrivilegedNote
    do {
      note = PrivilegedNote(
        number: 0, author: Signature(staff), written: clock(),
        subject: try TextBounds.text(subject, "the subject", limit: TextBounds.short),
        text: try TextBounds.text(text, "the note", limit: 100_000))
    } catch { throw .refused(error) }
    try await write { rows in
      let entry = try self.entry(id, for: staff, in: rows)
      let key = try rows.keys.keyOrNew(.counsel, of: entry.row)
      let number =
        try Int.fetchOne(
          rows.db, sql: "SELECT coalesce(max(number), 0) + 1 FROM desk_note WHERE case_row = ?", arguments: [entry.row])
        ?? 1
      let bytes = Array(try JSONEncoder().encode(note))
      let sealed = try key.seal(bytes, for: "case/\(id)/note/\(number)")
      try rows.db.execute(
        sql: "INSERT INTO desk_note (case_row, number, author, written, sealed) VALUES (?, ?, ?, ?, ?)",
        arguments: [entry.row, number, staff.id, note.written.seconds, Data(sealed)])
      try rows.ledger.append(
        CanonicalJSON.object([
          "event": .string("note.written"), "case": .string(id.description), "note": .integer(number),
          "digest": .string(digest(of: CaseID().description.utf8 + bytes)),
        ]).encoded(), in: rows.db)
    }
  }

  /// The privileged notes of a case, for counsel; date, author and subject make the privilege log.
  public func notes(of id: CaseID, for staff: Staff) async throws(OfficeRefusal) -> [PrivilegedNote] {
    try require(.privilegedNotes, of: staff)
    return try await read { rows in
      let entry = try self.entry(id, for: staff, in: rows)
      guard let key = try rows.keys.key(.counsel, of: entry.row) else { return [] }
      return try Row.fetchAll(
        rows.db, sql: "SELECT number, sealed FROM desk_note WHERE case_row = ? ORDER BY number", arguments: [entry.row]
      ).map { row in
        let bytes = try key.open(Array(row[1] as Data), for: "case/\(id)/note/\(row[0] as Int)")
        return try JSONDecoder().decode(PrivilegedNote.self, from: Data(bytes)).numbered(row[0])
      }
    }
  }

  // MARK: Keys and the machine

  /// Wraps every data key by a new master key, and forgets the old one. Returns how many keys it was.
  ///
  /// Cut short at any point, it is taken up where it was by calling it again.
  public func rotateMasterKey(by staff: Staff) async throws(OfficeRefusal) -> Int {
    try require(.administer, of: staff)
    let both: MasterKeys
    do { both = try masters.addingKey() } catch { throw .notRecorded(.keys(error)) }
    state.withLock { $0.masters = both }
    let count = try await write { rows in
      let count = try CaseKeys(db: rows.db, masters: both).rewrap()
      try rows.ledger.append(
        CanonicalJSON.object(["event": .string("keys.rotated"), "keys": .integer(count)]).encoded(), in: rows.db)
      return count
    }
    let one: MasterKeys
    do { one = try both.droppingOldKey() } catch { throw .notRecorded(.keys(error)) }
    state.withLock { $0.masters = one }
    return count
  }

  /// Drops the answers kept for idempotency keys that are older than a moment.
  public func forgetAnswers(before moment: Instant) async throws(OfficeRefusal) {
    try await write { rows in
      try rows.db.execute(sql: "DELETE FROM desk_answer WHERE at < ?", arguments: [moment.seconds])
    }
  }

  /// The migrations that a database would need, made on a copy that is thrown away. Before `open`, by its operator.
  public static func rehearseMigration(of database: String) async throws -> [String] {
    try await DeskSchema.rehearse(in: DatabaseQueue(path: database))
  }
}

/// Counsel's note on a case.
public struct PrivilegedNote: Sendable, Hashable, Codable {
  /// Its number within the case.
  public let number: Int
  /// Who wrote it.
  public let author: Signature
  /// When.
  public let written: Instant
  /// For the privilege log.
  public let subject: String
  /// What it says.
  public let text: String

  fileprivate func numbered(_ number: Int) -> PrivilegedNote {
    PrivilegedNote(number: number, author: author, written: written, subject: subject, text: text)
  }
}

extension CaseRows {
  func due(
    for schedule: RetentionSchedule, in agency: String, before last: Instant, limit: Int
  ) throws -> [DispositionDue] {
    let start =
      switch schedule.from {
      case .received: "received"
      case .ended: "ended"
      case .closed: "closed"
      }
    let left =
      switch schedule.then {
      case .forgetPerson: "EXISTS (SELECT * FROM desk_person WHERE case_row = c.row)"
      case .erase: "stage <> 'erased'"
      }
    return try Row.fetchAll(
      db,
      sql: """
        SELECT id, year, count FROM desk_case c
        WHERE agency = ? AND closed IS NOT NULL AND \(start) < ? AND NOT is_held AND \(left)
        ORDER BY \(start) LIMIT ?
        """, arguments: [agency, last.seconds, limit]
    ).compactMap { row in
      CaseID(row[0] as String).map {
        DispositionDue(id: $0, number: CaseNumber(year: row[1], count: row[2]), schedule: schedule)
      }
    }
  }
}
