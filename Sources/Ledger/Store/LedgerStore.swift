internal import Foundation
public import GRDB

/// An append-only log inside the caller's SQLite database.
///
/// `append` takes part in the caller's transaction, so that a business change, its event and its leaf are one commit.
/// `commit` runs such transactions, many at once under one flush to the disk, and signs the log's new state only when
/// they are durable.
public struct LedgerStore: Sendable {
  /// The largest payload of one entry, in bytes. Log the hash of a document, not the document.
  public static let largestPayload = 1 << 20

  /// The database it lives in.
  public let pool: DatabasePool
  let seal: any PayloadSeal
  let committer: Committer
  // Held as long as any copy of this value lives.
  private let lock: FileLock

  /// Opens the ledger, makes its tables where they are missing, and decides whether it may sign.
  ///
  /// It throws where durability cannot be had (`synchronous` is not FULL, another process has it open). Where the
  /// database contradicts what was signed it opens, refuses to sign, and `standing` says why.
  ///
  /// - Parameters:
  ///   - pool: The opened database; `synchronous` is set to FULL on its writing connection and read back.
  ///   - signer: The log's key; its name is the origin of the log.
  ///   - memory: Path of the file that remembers the last signed checkpoint, outside the database and its backups.
  ///   - seal: How salt and payload are kept at rest.
  public static func open(
    _ pool: DatabasePool, signer: any NoteSigner, memory: String, seal: any PayloadSeal = PlainPayloads()
  ) async throws -> LedgerStore {
    guard let lock = try FileLock(memory + ".lock") else { throw LedgerError.openElsewhere }
    try await pool.writeWithoutTransaction(Durability.require)
    try LedgerSchema.migrate(pool)
    let committer = try await Committer.open(pool, signer: signer, memory: CheckpointMemory(path: memory))
    return LedgerStore(pool: pool, seal: seal, committer: committer, lock: lock)
  }

  /// Whether it signs, and if not, why.
  public var standing: LedgerStanding { get async { await committer.standing } }

  /// The last checkpoint signed, for those inside: outsiders see the published one. Nil while nothing may be signed.
  public var latest: SignedCheckpoint? { get async { await committer.latest } }

  /// The public key that checks the log's signatures.
  public var verifier: any NoteVerifier { get async { await committer.signer.verifier } }

  // MARK: Writing

  /// Appends an event to the log, within the transaction that `db` has open. Returns the entry's number.
  ///
  /// The payload is what the event says, best in canonical JSON; the log shows a commitment to it only.
  @discardableResult
  public func append(_ payload: [UInt8], in db: Database) throws -> Int {
    guard db.isInsideTransaction else { throw LedgerError.notInTransaction }
    guard payload.count <= LedgerStore.largestPayload else {
      throw LedgerError.payloadTooLarge(bytes: payload.count)
    }
    let salt = Commitment.randomBytes()
    let number = try StoredLog(db: db).append(CollectionOfOne(Commitment(salt: salt, payload: payload)))
    let sealed = try seal.seal(salt + payload, number: number)
    try db.cachedStatement(sql: "INSERT INTO ledger_secret (number, sealed) VALUES (?, ?)")
      .execute(arguments: [number, Data(sealed)])
    return number
  }

  /// Runs a transaction, waits until it is durable, and signs the log that it leaves.
  ///
  /// Transactions that wait at the same time share one flush; one that throws is undone alone. What `body` does must
  /// be undone with the transaction: it may do nothing but read and write the database. Cancelling the task does not
  /// cancel a transaction that waits. No deferred foreign key may be left violated: it would fail those beside it.
  ///
  /// Throws what `body` throws, or a `LedgerError`: after `notCommitted` nothing is stored; after `notSigned` and
  /// `halted` it may be, so callers repeat with an idempotency key of their own.
  public func commit<Value: Sendable>(
    _ body: @escaping @Sendable (Database) throws -> Value
  ) async throws -> Committed<Value> {
    try await committer.commit(body)
  }

  /// Goes on after a refusal: logs that somebody has looked and decided, under a new name of the log.
  ///
  /// The old name has signed what is no longer there, and must never sign anything else in its place; whoever holds
  /// one of its checkpoints can show the loss. The new log begins with all entries that are left, then the
  /// acknowledgement with the refusal, the lost checkpoint and the statement. Damage cannot be acknowledged.
  ///
  /// - Parameters:
  ///   - statement: Who decided, and what is known of the loss.
  ///   - signer: A new key with a new name, already stored: the ledger is opened with it from now on.
  public func acknowledge(_ statement: String, continuingAs signer: any NoteSigner) async throws -> Committed<Int> {
    let before = try await committer.beginAnew(as: signer)
    do {
      let payload = try before.payload(statement: statement)
      return try await commit { db in
        // Outsiders get what is published under the new name too.
        try db.execute(
          sql: "UPDATE ledger_publication SET note = NULL WHERE size = (SELECT max(size) FROM ledger_publication)")
        return try append(payload, in: db)
      }
    } catch {
      await committer.stepBack(to: before)
      throw error
    }
  }

  // MARK: Reading

  /// The payload of an entry, checked against its commitment.
  public func payload(of number: Int, in db: Database) throws -> [UInt8] { try secret(of: number, in: db).payload }

  /// Salt and payload of an entry; nil where they are erased, or it is padding.
  package func secretIfKept(of number: Int, in db: Database) throws -> (salt: [UInt8], payload: [UInt8])? {
    do { return try secret(of: number, in: db) } catch LedgerError.erased { return nil }
  }

  func secret(of number: Int, in db: Database) throws -> (salt: [UInt8], payload: [UInt8]) {
    let log = StoredLog(db: db)
    guard number >= 0, number < (try log.size()) else { throw LedgerError.noEntry(number) }
    let statement = try db.cachedStatement(sql: "SELECT sealed FROM ledger_secret WHERE number = ?")
    guard let sealed = try Data.fetchOne(statement, arguments: [number]) else { throw LedgerError.erased(number) }
    let plain = try seal.open(Array(sealed), number: number)
    let (salt, payload) = (Array(plain.prefix(Commitment.byteCount)), Array(plain.dropFirst(Commitment.byteCount)))
    guard try log.entries(number..<(number + 1))[0].commitment == Commitment(salt: salt, payload: payload) else {
      throw LedgerError.payloadChanged(number)
    }
    return (salt, payload)
  }
}

/// What a transaction gave, and the log's state that it is part of.
public struct Committed<Value: Sendable>: Sendable {
  /// What the transaction returned.
  public let value: Value
  /// The signed state of the log in which the transaction is durable.
  public let signed: SignedCheckpoint
}

/// The settings of SQLite that a signed log rests on.
enum Durability {
  /// Sets them and reads them back. GRDB resets `synchronous` while it opens a pool, so this comes after.
  static func require(_ db: Database) throws {
    try db.execute(sql: "PRAGMA synchronous = FULL")
    try check(db, "synchronous", oneOf: ["2", "3"])
    try check(db, "journal_mode", oneOf: ["wal"])
    // What is erased is overwritten, not merely forgotten.
    try db.execute(sql: "PRAGMA secure_delete = ON")
    try check(db, "secure_delete", oneOf: ["1"])
  }

  private static func check(_ db: Database, _ setting: String, oneOf values: [String]) throws {
    let value = try String.fetchOne(db, sql: "PRAGMA \(setting)") ?? "nothing"
    guard values.contains(value) else { throw LedgerError.notDurable(setting: setting, value: value) }
  }
}
