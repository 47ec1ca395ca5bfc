internal import Foundation
internal import GRDB
internal import LawLanguage
internal import Ledger

/// Letting records go, by two persons.
extension Office {
  /// Where letting a case's record go stands. Whoever keeps records need not be able to read the case.
  public func disposal(of id: CaseID, for staff: Staff) async throws(OfficeRefusal) -> DisposalStanding {
    try require(.confirmDisposal, of: staff)
    let (now, zone) = (clock(), try words(for: staff.agency).zone)
    return try await read { rows in
      let entry = try self.entry(id, for: staff, in: rows, toKeep: true)
      let hasPerson = try Bool.fetchOne(
        rows.db, sql: "SELECT \(CaseRows.hasPerson) FROM desk_case c WHERE row = ?", arguments: [entry.row])
      return DisposalStanding(
        number: entry.number, obstacle: Office.obstacle(to: entry), isSealed: entry.isSealed,
        hasPerson: hasPerson ?? false,
        due: try rows.schedules(in: staff.agency).map(\.schedule).filter {
          try !rows.due(for: $0, in: staff.agency, at: now, zone: zone, limit: 1, only: id).isEmpty
        },
        waiting: try rows.waitingDisposal(of: entry, at: now), steps: try rows.disposalSteps(of: entry).map(\.step))
    }
  }

  /// What waits for a second person, the first to lapse first.
  public func disposalsWaiting(for staff: Staff, limit: Int = 100) async throws(OfficeRefusal) -> [WaitingDisposal] {
    try require(.confirmDisposal, of: staff)
    let now = clock()
    return try await read { rows in try rows.waitingDisposals(in: staff.agency, at: now, limit: limit) }
  }

  /// Proposes to let a case's record go. Nothing goes before a second person has confirmed it.
  ///
  /// - Returns: The proposal, by whose number it is confirmed.
  @discardableResult
  public func proposeDisposal(
    _ what: RetentionSchedule.Disposition, of id: CaseID, because ground: DisposalGround, by staff: Staff
  ) async throws(OfficeRefusal) -> WaitingDisposal {
    try require(.keepRecords, of: staff)
    let (now, zone) = (clock(), try words(for: staff.agency).zone)
    return try await write { rows in
      let entry = try self.entry(id, for: staff, in: rows, toKeep: true)
      guard try rows.waitingDisposal(of: entry, at: now) == nil else {
        throw OfficeRefusal.nothingThere("room for a second proposal: one waits to be confirmed or withdrawn")
      }
      try Office.check(what, of: entry, because: ground, in: rows, at: now, zone: zone)
      let step = DisposalStep(
        kind: .proposed, what: what, ground: ground, version: entry.version, by: Signature(staff), at: now)
      return WaitingDisposal(number: try rows.add(step, of: entry), id: id, caseNumber: entry.number, step: step)
    }
  }

  /// Takes a proposal back, or declines it: whoever could confirm it may do so too.
  public func withdrawDisposal(_ number: Int, of id: CaseID, by staff: Staff) async throws(OfficeRefusal) {
    try require(.confirmDisposal, of: staff)
    let now = clock()
    try await write { rows in
      let entry = try self.entry(id, for: staff, in: rows, toKeep: true)
      let step = try rows.waiting(number, of: entry, at: now).step
      try rows.add(
        DisposalStep(
          kind: .withdrawn, what: step.what, ground: step.ground, version: entry.version, by: Signature(staff), at: now),
        of: entry)
    }
  }

  /// Confirms what another person proposed, and lets the record go.
  ///
  /// To forget the person takes the record of the person with its key, and every document, for papers as received and
  /// letters as sent name the person; what else names them is told, for somebody to decide. To erase takes everything of
  /// the case, and the salts of all its entries; its number, a tombstone and the log's leaves stay.
  @discardableResult
  public func confirmDisposal(_ number: Int, of id: CaseID, by staff: Staff) async throws(OfficeRefusal) -> Disposal {
    try require(.confirmDisposal, of: staff)
    let (now, zone) = (clock(), try words(for: staff.agency).zone)
    let gone = try await write { rows in
      let entry = try self.entry(id, for: staff, in: rows, toKeep: true)
      let step = try rows.waiting(number, of: entry, at: now).step
      guard step.by.staff != staff.id else { throw OfficeRefusal.secondPersonNeeded }
      guard step.version == entry.version else {
        throw OfficeRefusal.nothingThere("proposal for the case as it is now: it was changed since; propose it again")
      }
      try Office.check(step.what, of: entry, because: step.ground, in: rows, at: now, zone: zone)
      let tombstone = try CanonicalJSON.object([
        "event": .string("case.disposed"), "case": .string(id.description), "what": .string(step.what.rawValue),
        "ground": .string(step.ground.kind.rawValue), "reference": .string(step.ground.reference),
        "by": .string(step.by.staff), "confirmed": .string(staff.id), "at": .integer(Int(now.seconds)),
      ]).encoded()
      let gone: Disposal
      switch step.what {
      case .forgetPerson:
        gone = try rows.forgetPerson(of: entry, tombstone)
        try rows.add(
          DisposalStep(
            kind: .confirmed, what: step.what, ground: step.ground, version: entry.version, by: Signature(staff),
            at: now), of: entry)
      case .erase: gone = try rows.erase(entry, tombstone)
      }
      // Remembered with the erasure itself: a desk that is killed now does it when it is opened again.
      try rows.db.execute(
        sql: "INSERT INTO desk_scrub (only, count) VALUES (1, 1) ON CONFLICT (only) DO UPDATE SET count = count + 1")
      return gone
    }
    let isScrubbed = (try? await finishErasing()) ?? false
    return Disposal(documents: gone.documents, left: gone.left, isScrubbed: isScrubbed)
  }

  /// Why nothing of a case can go.
  private static func obstacle(to entry: CaseRows.Entry) -> CaseRefusal? {
    if entry.isHeld { return .underLegalHold("lift it first") }
    return entry.stage == .closed ? nil : .isNotClosed
  }

  private static func check(
    _ what: RetentionSchedule.Disposition, of entry: CaseRows.Entry, because ground: DisposalGround, in rows: CaseRows,
    at now: Instant, zone: Zone
  ) throws {
    if let obstacle = obstacle(to: entry) { throw obstacle }
    guard case .schedule = ground.kind else { return }
    let isDue = try rows.schedules(in: entry.agency).map(\.schedule).contains { schedule in
      guard schedule.cite == ground.reference, schedule.then == what else { return false }
      return try !rows.due(for: schedule, in: entry.agency, at: now, zone: zone, limit: 1, only: entry.id).isEmpty
    }
    guard isDue else {
      throw OfficeRefusal.nothingThere("retention schedule of this citation that lets the case go yet")
    }
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
  /// The proposal of this number, if it still waits.
  fileprivate func waiting(_ number: Int, of entry: Entry, at now: Instant) throws -> WaitingDisposal {
    guard let waiting = try waitingDisposal(of: entry, at: now), waiting.number == number else {
      throw OfficeRefusal.nothingThere("such proposal any more: it was withdrawn, or lapsed; propose it again")
    }
    return waiting
  }

  fileprivate func forgetPerson(of entry: Entry, _ tombstone: [UInt8]) throws -> Disposal {
    let left = try remnants(of: entry)
    try db.execute(sql: "DELETE FROM desk_document WHERE case_row = ?", arguments: [entry.row])
    let documents = db.changesCount
    try db.execute(sql: "DELETE FROM desk_person WHERE case_row = ?", arguments: [entry.row])
    try db.execute(
      sql: "DELETE FROM desk_key WHERE case_row = ? AND purpose = ?",
      arguments: [entry.row, KeyPurpose.person.rawValue])
    try log(tombstone, about: entry.row)
    return Disposal(documents: documents, left: left, isScrubbed: false)
  }

  fileprivate func erase(_ entry: Entry, _ tombstone: [UInt8]) throws -> Disposal {
    let row = entry.row
    let documents =
      try Int.fetchOne(db, sql: "SELECT count(*) FROM desk_document WHERE case_row = ?", arguments: [row]) ?? 0
    let tables = try tablesOfCases()
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
      arguments: [entry.id.description])
    // Only the number and that it was erased: not when it came in, nor how it ended, nor how much there was.
    try db.execute(
      sql: """
        UPDATE desk_case SET version = 0, stage = 'erased', received = 0, entered = 0, changed = 0, ended = NULL,
          closed = NULL, reconsider = NULL, is_sealed = 0 WHERE row = ?
        """, arguments: [row])
    try ledger.erase(entries.sorted(), recording: tombstone, in: db)
    return Disposal(documents: documents, left: [], isScrubbed: false)
  }

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
