internal import Foundation
internal import GRDB
public import LawLanguage
internal import Ledger
internal import Synchronization

/// The keys and the machine.
extension Office {
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

  /// The migrations that a database would need, made on a copy that is thrown away; none for one that is not there yet.
  /// Before `open`, by its operator; a desk may be serving from it.
  public static func rehearseMigration(of database: String) async throws -> [String] {
    guard FileManager.default.fileExists(atPath: database) else { return [] }
    return try await DeskSchema.rehearse(in: DatabaseQueue(path: database, configuration: .reading))
  }
}
