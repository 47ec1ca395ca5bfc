internal import Foundation
internal import GRDB
internal import LawLanguage
internal import Ledger
internal import Reasoning

/// The rows of cases, seen through one connection.
struct CaseRows {
  let db: Database
  let keys: CaseKeys
  let ledger: LedgerStore

  /// What the table of cases says of one.
  struct Entry {
    let row: Int64
    let id: CaseID
    let agency: String
    let number: CaseNumber
    let version: Int
    let stage: CaseStage
    let isSealed: Bool
    let isHeld: Bool
  }

  static let columns = "row, id, agency, year, count, version, stage, is_sealed, is_held"

  func entry(_ id: CaseID) throws -> Entry? {
    let statement = try db.cachedStatement(sql: "SELECT \(CaseRows.columns) FROM desk_case WHERE id = ?")
    return try Row.fetchOne(statement, arguments: [id.description]).flatMap(CaseRows.entry)
  }

  static func entry(_ row: Row) -> Entry? {
    guard let id = CaseID(row[1] as String), let stage = CaseStage(rawValue: row[6]) else { return nil }
    return Entry(
      row: row[0], id: id, agency: row[2], number: CaseNumber(year: row[3], count: row[4]), version: row[5],
      stage: stage, isSealed: row[7], isHeld: row[8])
  }

  // MARK: Events

  /// - Parameter before: The entry of the log up to which events count.
  func events(of entry: Entry, before bound: Int = .max) throws -> [CaseEvent] {
    guard let key = try keys.key(.record, of: entry.row) else { throw OfficeRefusal.erased }
    let statement = try db.cachedStatement(
      sql: "SELECT number, sealed FROM desk_event WHERE case_row = ? AND entry < ? ORDER BY number")
    return try Row.fetchAll(statement, arguments: [entry.row, bound]).map { row in
      let place = CaseRows.place(of: row[0], in: entry.id)
      return try CaseEvent(encoded: key.open(Array(row[1] as Data), for: place))
    }
  }

  /// One event; nil where there is none of this number.
  func event(_ number: Int, of entry: Entry, under key: DataKey) throws -> CaseEvent? {
    let statement = try db.cachedStatement(sql: "SELECT sealed FROM desk_event WHERE case_row = ? AND number = ?")
    guard let sealed = try Data.fetchOne(statement, arguments: [entry.row, number]) else { return nil }
    return try CaseEvent(encoded: key.open(Array(sealed), for: CaseRows.place(of: number, in: entry.id)))
  }

  func file(of entry: Entry) throws -> CaseFile {
    try CaseFile(id: entry.id, number: entry.number, events: try events(of: entry))
  }

  /// Adds events, each with its leaf in the log. Returns the log's numbers.
  func append(_ events: [CaseEvent], to row: Int64, id: CaseID, under key: DataKey) throws -> [Int] {
    let insert = try db.cachedStatement(
      sql: "INSERT INTO desk_event (case_row, number, entry, sealed) VALUES (?, ?, ?, ?)")
    return try events.map { event in
      let bytes = try event.encoded()
      let payload = CanonicalJSON.object([
        "case": .string(id.description), "event": .integer(event.number), "digest": .string(digest(of: bytes)),
      ])
      let entry = try ledger.append(payload.encoded(), in: db)
      let sealed = try key.seal(bytes, for: CaseRows.place(of: event.number, in: id))
      try insert.execute(arguments: [row, event.number, entry, Data(sealed)])
      return entry
    }
  }

  private static func place(of event: Int, in id: CaseID) -> String { "case/\(id)/event/\(event)" }

  // MARK: The table of cases

  /// Stores a new case and takes its number.
  func insert(_ id: CaseID, _ projection: Projection, year: Int) throws -> (row: Int64, number: CaseNumber) {
    let count =
      try Int.fetchOne(
        db.cachedStatement(
          sql: """
            INSERT INTO desk_counter (agency, year, last) VALUES (?, ?, 1)
            ON CONFLICT (agency, year) DO UPDATE SET last = last + 1 RETURNING last
            """), arguments: [projection.agency, year]) ?? 1
    try db.cachedStatement(
      sql: """
        INSERT INTO desk_case
          (id, agency, year, count, version, stage, received, entered, changed, is_sealed, is_held)
        VALUES (?, ?, ?, ?, 0, ?, ?, ?, ?, 0, 0)
        """
    ).execute(
      arguments: [
        id.description, projection.agency, year, count, projection.stage.rawValue, projection.received.seconds,
        projection.entered.seconds, projection.changed.seconds,
      ])
    return (db.lastInsertedRowID, CaseNumber(year: year, count: count))
  }

  /// Brings the table of cases and what is due up to a case's state.
  func project(_ projection: Projection, on row: Int64) throws {
    try db.cachedStatement(
      sql: """
        UPDATE desk_case SET version = ?, stage = ?, changed = ?, ended = ?, closed = ?, reconsider = ?, is_sealed = ?,
          is_held = ? WHERE row = ?
        """
    ).execute(
      arguments: [
        projection.version, projection.stage.rawValue, projection.changed.seconds, projection.ended?.seconds,
        projection.closed?.seconds, projection.reconsider?.seconds, projection.isSealed, projection.isHeld, row,
      ])
    try db.cachedStatement(sql: "DELETE FROM desk_due WHERE case_row = ?").execute(arguments: [row])
    let insert = try db.cachedStatement(
      sql: """
        INSERT INTO desk_due (agency, due, case_row, key, kind, title, cite, is_immediate)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?)
        """)
    for clock in projection.clocks {
      try insert.execute(
        arguments: [
          projection.agency, clock.due?.seconds ?? DueItem.noTime, row, clock.key, clock.kind.rawValue, clock.title,
          clock.cite, clock.isImmediate,
        ])
    }
  }

  // MARK: Persons and documents

  func person(of entry: Entry) throws -> Person? {
    guard let key = try keys.key(.person, of: entry.row) else { return nil }
    let statement = try db.cachedStatement(sql: "SELECT sealed FROM desk_person WHERE case_row = ?")
    guard let sealed = try Data.fetchOne(statement, arguments: [entry.row]) else { return nil }
    return try JSONDecoder().decode(Person.self, from: Data(key.open(Array(sealed), for: "case/\(entry.id)/person")))
  }

  func put(_ person: Person, of row: Int64, id: CaseID) throws {
    let key = try keys.keyOrNew(.person, of: row)
    let sealed = try key.seal(Array(JSONEncoder().encode(person)), for: "case/\(id)/person")
    try db.cachedStatement(
      sql: """
        INSERT INTO desk_person (case_row, sealed) VALUES (?, ?)
        ON CONFLICT (case_row) DO UPDATE SET sealed = excluded.sealed
        """
    ).execute(arguments: [row, Data(sealed)])
  }

  func document(_ digest: String, of entry: Entry) throws -> [UInt8]? {
    guard let key = try keys.key(.record, of: entry.row) else { return nil }
    let statement = try db.cachedStatement(sql: "SELECT sealed FROM desk_document WHERE case_row = ? AND name = ?")
    guard let sealed = try Data.fetchOne(statement, arguments: [entry.row, key.name(of: digest)]) else { return nil }
    return try key.open(Array(sealed), for: "case/\(entry.id)/document/\(digest)")
  }

  func put(_ document: NewDocument, of row: Int64, id: CaseID, under key: DataKey) throws {
    let digest = document.entry.digest
    let sealed = try key.seal(document.bytes, for: "case/\(id)/document/\(digest)")
    try db.cachedStatement(sql: "INSERT OR IGNORE INTO desk_document (case_row, name, sealed) VALUES (?, ?, ?)")
      .execute(arguments: [row, key.name(of: digest), Data(sealed)])
  }
}

/// What the tables say of a case in the open.
struct Projection: Sendable {
  let agency: String
  let version: Int
  let stage: CaseStage
  let received: Instant
  let entered: Instant
  let changed: Instant
  let ended: Instant?
  let closed: Instant?
  let reconsider: Instant?
  let isSealed: Bool
  let isHeld: Bool
  let clocks: [CaseClock]

  init(_ file: CaseFile, by law: OfficeLaw, for profile: AgencyProfile, at now: Instant) {
    agency = file.opening.agency
    version = file.version
    stage = file.stage
    received = file.opening.received
    entered = file.entered
    changed = file.changed
    ended = file.outcome?.at
    closed = file.closed?.recorded
    isSealed = file.sealed != nil
    isHeld = file.legalHold != nil
    clocks = file.clocks(by: law, for: profile)
    reconsider = file.reconsiderAt(by: law, for: profile, after: now)
  }
}

extension CaseFile {
  /// The next moment at which time alone may change what the law says: midnight, a bound, the time of release, the hour
  /// of a court's order.
  func reconsiderAt(by law: OfficeLaw, for profile: AgencyProfile, after now: Instant) -> Instant? {
    guard closed == nil, outcome == nil, proposal != nil || notProposed != nil,
      let zone = law.vocabulary.zone(of: profile.place)
    else { return nil }
    let midnight = zone.instant(of: zone.day(of: now).adding(days: 1), minutes: 0)
    let windows = (proposal?.answers ?? []).compactMap(\.window)
    let bounds = windows.flatMap { [$0.from, $0.until?.adding(seconds: 1)] }.compactMap { $0 }
    let release = releaseDue.flatMap(RecordedMoment.instant)
    let hours = law.vocabulary.hourMarks.map { zone.instant(of: $0.day, minutes: $0.minutes) }
    return ([midnight] + bounds + hours + [release].compactMap { $0 }).filter { $0 > now }.min()
  }
}
