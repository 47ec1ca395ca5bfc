internal import Foundation
internal import GRDB
internal import LawLanguage
internal import Ledger

/// Letting records go, by two persons.
extension Office {
  /// Forgets whom a case is about: the record of the person goes with its key, and so does every document, for papers as
  /// received and letters as sent name the person. What else names them is told, for somebody to decide.
  @discardableResult
  public func forgetPerson(
    in id: CaseID, because ground: DisposalGround, by staff: Staff, confirmedBy second: Staff
  ) async throws(OfficeRefusal) -> Disposal {
    try await dispose(id, of: .forgetPerson, ground, staff, second) { rows, entry, tombstone in
      let (db, row) = (rows.db, entry.row)
      let left = try rows.remnants(of: entry)
      try db.execute(sql: "DELETE FROM desk_document WHERE case_row = ?", arguments: [row])
      let documents = db.changesCount
      try db.execute(sql: "DELETE FROM desk_person WHERE case_row = ?", arguments: [row])
      try db.execute(
        sql: "DELETE FROM desk_key WHERE case_row = ? AND purpose = ?", arguments: [row, KeyPurpose.person.rawValue])
      try rows.log(tombstone, about: row)
      return (documents, left)
    }
  }

  /// Erases a case: everything of it goes, and the salts of all its entries; its number, a tombstone and the log's leaves
  /// stay.
  @discardableResult
  public func erase(
    _ id: CaseID, because ground: DisposalGround, by staff: Staff, confirmedBy second: Staff
  ) async throws(OfficeRefusal) -> Disposal {
    try await dispose(id, of: .erase, ground, staff, second) { rows, entry, tombstone in
      let (db, row) = (rows.db, entry.row)
      let documents =
        try Int.fetchOne(db, sql: "SELECT count(*) FROM desk_document WHERE case_row = ?", arguments: [row]) ?? 0
      let tables = try rows.tablesOfCases()
      var entries: Set<Int> = []
      for table in tables where table.namesEntries {
        let sql = "SELECT entry FROM \(table.name) WHERE case_row = ? AND entry IS NOT NULL"
        try entries.formUnion(Int.fetchAll(db, sql: sql, arguments: [row]))
      }
      // Tables of a case may refer to each other; in the end none of their rows is left.
      try db.execute(sql: "PRAGMA defer_foreign_keys = ON")
      for table in tables { try db.execute(sql: "DELETE FROM \(table.name) WHERE case_row = ?", arguments: [row]) }
      try db.execute(
        sql: "DELETE FROM desk_answer WHERE json_extract(CAST(response AS TEXT), '$.id') = ?",
        arguments: [id.description])
      // Only the number and that it was erased: not when it came in, nor how it ended, nor how much there was.
      try db.execute(
        sql: """
          UPDATE desk_case SET version = 0, stage = 'erased', received = 0, entered = 0, changed = 0, ended = NULL,
            closed = NULL, reconsider = NULL, is_sealed = 0 WHERE row = ?
          """, arguments: [row])
      try rows.ledger.erase(entries.sorted(), recording: tombstone, in: db)
      return (documents, [])
    }
  }

  private func dispose(
    _ id: CaseID, of disposition: RetentionSchedule.Disposition, _ ground: DisposalGround, _ staff: Staff,
    _ second: Staff,
    _ body: @escaping @Sendable (CaseRows, CaseRows.Entry, [UInt8]) throws -> (Int, [Disposal.Remnant])
  ) async throws(OfficeRefusal) -> Disposal {
    try require(.keepRecords, of: staff)
    guard staff.id != second.id, staff.agency == second.agency,
      second.may(.keepRecords) || second.may(.settleCitizenship)
    else { throw .secondPersonNeeded }
    let (now, zone) = (clock(), try words(for: staff.agency).zone)
    let schedules = settings.retention.filter { $0.cite == ground.reference && $0.then == disposition }
    let (documents, left) = try await write { rows in
      let entry = try self.entry(id, for: staff, in: rows, toKeep: true)
      if entry.isHeld { throw CaseRefusal.underLegalHold("lift it first") }
      guard entry.stage == .closed else { throw CaseRefusal.isNotClosed }
      if ground.kind == .schedule {
        let isDue = try schedules.contains { schedule in
          let last = zone.instant(of: zone.day(of: now).adding(months: -12 * schedule.years), minutes: 0)
          return try !rows.due(for: schedule, in: staff.agency, before: last, limit: 1, only: id).isEmpty
        }
        guard isDue else {
          throw OfficeRefusal.nothingThere("retention schedule of this citation that lets the case go yet")
        }
      }
      let tombstone = CanonicalJSON.object([
        "event": .string("case.disposed"), "case": .string(id.description), "what": .string(disposition.rawValue),
        "ground": .string(ground.kind.rawValue), "reference": .string(ground.reference), "by": .string(staff.id),
        "confirmed": .string(second.id), "at": .integer(Int(now.seconds)),
      ])
      let gone = try body(rows, entry, tombstone.encoded())
      // Remembered with the erasure itself: a desk that is killed now does it when it is opened again.
      try rows.db.execute(
        sql: "INSERT INTO desk_scrub (only, count) VALUES (1, 1) ON CONFLICT (only) DO UPDATE SET count = count + 1")
      return gone
    }
    let isScrubbed = ((try? await finishErasing()) ?? false)
    return Disposal(documents: documents, left: left, isScrubbed: isScrubbed)
  }

  /// Empties the write-ahead log of what was erased, where that is still to be done. To be called every minute: while
  /// somebody reads, it cannot be done.
  ///
  /// - Returns: Whether nothing is left to be done.
  @discardableResult
  public func finishErasing() async throws(OfficeRefusal) -> Bool {
    do {
      let owed = try await ledger.pool.read { try Int.fetchOne($0, sql: "SELECT count FROM desk_scrub") }
      guard let owed else { return true }
      try await ledger.scrub()
      // What was erased since is still owed.
      return try await ledger.pool.write { db in
        try db.execute(sql: "DELETE FROM desk_scrub WHERE count = ?", arguments: [owed])
        return db.changesCount == 1
      }
    } catch let error as DatabaseError where error.resultCode.primaryResultCode == .SQLITE_BUSY {
      return false
    } catch { throw .unreadable("the files could not be freed of what was erased") }
  }
}

extension CaseRows {
  /// Where else in a case its person is named.
  func remnants(of entry: Entry) throws -> [Disposal.Remnant] {
    let named = NamedPerson(try person(of: entry))
    let events = try events(of: entry).filter { event in
      named.isNamed(in: String(decoding: try event.encoded(), as: UTF8.self))
    }
    let notes = try notes(of: entry).filter { named.isNamed(in: "\($0.subject) \($0.text)") }
    return events.map { .event($0.number) } + notes.map { .note($0.number) }
  }
}
