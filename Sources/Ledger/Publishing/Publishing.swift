internal import Foundation
public import GRDB

/// A step of the published log.
public struct Publication: Hashable, Sendable {
  /// How many entries outsiders see with it.
  public let size: Int
  /// From which second since 1970 on.
  public let shownFrom: Int
  /// Entries that did not fit and wait for the next: more than a few blocks, and the block is too small.
  public let waiting: Int
}

extension LedgerStore {
  /// Publishes the next block if its time has come; nil if it has not. To be called by a clock and by nothing else:
  /// at the start, and at `schedule.next(after:)` each time.
  ///
  /// - Parameters:
  ///   - second: Now, in seconds since 1970.
  ///   - schedule: The same for as long as the log lives, save for a larger block.
  public func publish(at second: Int, by schedule: PublicationSchedule) async throws -> Publication? {
    // What an earlier run padded, or an acknowledgement took back, and did not sign.
    try await signPublications()
    let made = try await commit { db -> Publication? in
      let last = try Row.fetchOne(db, sql: "SELECT size, period FROM ledger_publication ORDER BY size DESC LIMIT 1")
      guard schedule.isDue(at: second, last: last.map { $0["period"] }) else { return nil }
      let log = StoredLog(db: db)
      let (stored, size) = (try log.size(), (last.map { $0["size"] } ?? 0) + schedule.block)
      if stored < size { _ = try log.append((stored..<size).lazy.map { _ in Commitment.padding() }) }
      let shownFrom = schedule.shownFrom(madeAt: second)
      try db.execute(
        sql: "INSERT INTO ledger_publication (size, period, shown_from) VALUES (?, ?, ?)",
        arguments: [size, schedule.number(at: second), shownFrom])
      return Publication(size: size, shownFrom: shownFrom, waiting: max(0, stored - size))
    }
    guard made.value != nil else { return nil }
    try await signPublications()
    return made.value
  }

  /// How many entries wait for their publication: for those inside, for it tells how much has happened.
  public func waiting() async throws -> Int {
    try await pool.read { db in
      let published = try Int.fetchOne(db, sql: "SELECT max(size) FROM ledger_publication") ?? 0
      return max(0, try StoredLog(db: db).size() - published)
    }
  }

  /// Signs the publications that are on the disk and have no signature. Their entries were committed, and the tree over
  /// all of them signed, by a transaction before this one.
  private func signPublications() async throws {
    let signer = await committer.signer
    let unsigned = try await pool.read { db in
      try Bool.fetchOne(db, sql: "SELECT EXISTS (SELECT * FROM ledger_publication WHERE note IS NULL)") ?? false
    }
    guard unsigned else { return }
    _ = try await commit { db in
      for size in try Int.fetchAll(db, sql: "SELECT size FROM ledger_publication WHERE note IS NULL") {
        let signed = try SignedCheckpoint(size: size, root: StoredLog(db: db).root(atSize: size), signer: signer)
        let note = Data(signed.bytes)
        try db.execute(sql: "UPDATE ledger_publication SET note = ? WHERE size = ?", arguments: [note, size])
        try db.execute(
          sql: "INSERT OR IGNORE INTO ledger_checkpoint (note, size) VALUES (?, ?)", arguments: [note, size])
      }
    }
  }

  /// The log as outsiders see it at a second since 1970; nil before anything is shown.
  public func published(at second: Int, in db: Database) throws -> SignedCheckpoint? {
    let statement = try db.cachedStatement(
      sql: """
        SELECT note FROM ledger_publication WHERE shown_from <= ? AND note IS NOT NULL ORDER BY size DESC LIMIT 1
        """)
    return try Data.fetchOne(statement, arguments: [second]).map { try SignedCheckpoint(Array($0)) }
  }
}
