internal import Foundation
internal import GRDB
internal import Synchronization

/// Runs transactions one group after the other, and signs after each group what it has made durable.
actor Committer {
  private let pool: DatabasePool
  private let memory: CheckpointMemory
  private(set) var signer: any NoteSigner
  private(set) var standing: LedgerStanding
  /// The last checkpoint signed and kept.
  private(set) var latest: SignedCheckpoint?
  private var waiting: [any Transaction] = []
  private var isRunning = false

  /// As many transactions as share a flush; more would only make the first wait.
  private static let mostAtOnce = 128

  private init(
    _ pool: DatabasePool, signer: any NoteSigner, memory: CheckpointMemory, standing: LedgerStanding,
    latest: SignedCheckpoint?
  ) {
    self.pool = pool
    self.memory = memory
    self.signer = signer
    self.standing = standing
    self.latest = latest
  }

  static func open(
    _ pool: DatabasePool, signer: any NoteSigner, memory: CheckpointMemory
  ) async throws -> Committer {
    do {
      let latest = try await pool.writeWithoutTransaction { db in
        let log = StoredLog(db: db)
        try log.checkCounts()
        let size = try log.size()
        if let remembered = try memory.recall() {
          try memory.check(remembered, by: signer.verifier, against: log)
          // After a crash the log may be ahead of what was signed; this catches up.
          return try Committer.sign(log, after: remembered, by: signer, memory)
        }
        let signedBefore = try Int.fetchOne(db, sql: "SELECT count(*) FROM ledger_checkpoint") ?? 0
        guard size == 0, signedBefore == 0 else { throw LedgerRefusal.memoryMissing }
        return try Committer.sign(log, after: nil, by: signer, memory)
      }
      return Committer(pool, signer: signer, memory: memory, standing: .signing, latest: latest)
    } catch let refusal as LedgerRefusal {
      return Committer(pool, signer: signer, memory: memory, standing: .refused(refusal), latest: nil)
    }
  }

  /// What was refused, and under which key.
  struct Refused {
    let refusal: LedgerRefusal
    let signer: any NoteSigner
    let remembered: SignedCheckpoint?

    /// What is logged when somebody has decided to go on.
    func payload(statement: String) throws -> [UInt8] {
      try CanonicalJSON.object([
        "event": .string("ledger.acknowledged"), "refusal": .string("\(refusal)"), "statement": .string(statement),
        "remembered": remembered.map { .string(String(decoding: $0.bytes, as: UTF8.self)) } ?? .null,
      ]).encoded()
    }
  }

  /// Takes a new key after a refusal.
  func beginAnew(as newSigner: any NoteSigner) throws -> Refused {
    guard case .refused(let refusal) = standing else { throw LedgerError.nothingToAcknowledge }
    if case .damaged = refusal { throw LedgerError.nothingToAcknowledge }
    let remembered = (try? memory.recall()) ?? nil
    let name = newSigner.verifier.identity.name
    guard name != remembered?.checkpoint.origin ?? signer.verifier.identity.name else {
      throw LedgerError.nameTaken(name)
    }
    let before = Refused(refusal: refusal, signer: signer, remembered: remembered)
    signer = newSigner
    standing = .signing
    return before
  }

  /// Refuses as before, where nothing was signed under the new key.
  func stepBack(to before: Refused) {
    guard latest == nil, case .signing = standing else { return }
    signer = before.signer
    standing = .refused(before.refusal)
  }

  // MARK: Groups

  func commit<Value: Sendable>(
    _ body: @escaping @Sendable (Database) throws -> Value
  ) async throws -> Committed<Value> {
    try await withCheckedThrowingContinuation { continuation in
      waiting.append(WaitingTransaction(body: body, continuation: continuation))
      guard !isRunning else { return }
      isRunning = true
      Task { await run() }
    }
  }

  private func run() async {
    while !waiting.isEmpty {
      let group = Array(waiting.prefix(Committer.mostAtOnce))
      waiting.removeFirst(group.count)
      switch standing {
      case .refused(let refusal): for transaction in group { transaction.fail(LedgerError.refused(refusal)) }
      case .halted(let reason): for transaction in group { transaction.fail(LedgerError.halted(reason)) }
      case .signing: await run(group)
      }
    }
    isRunning = false
  }

  private func run(_ group: [any Transaction]) async {
    let (latest, signer, memory) = (self.latest, self.signer, self.memory)
    do {
      let (failures, signed) = try await pool.writeWithoutTransaction { db in
        let failures = try Committer.execute(group, keeping: latest, in: db)
        // From here on the group is durable: the connection's `synchronous` is FULL.
        do {
          return (failures, try Committer.sign(StoredLog(db: db), after: latest, by: signer, memory))
        } catch {
          throw SigningFailure(cause: error)
        }
      }
      self.latest = signed
      for (transaction, failure) in zip(group, failures) {
        if let failure { transaction.fail(failure) } else { transaction.succeed(signed) }
      }
    } catch let failure as SigningFailure {
      let reason = "\(failure.cause)"
      if (failure.cause as? FileTrouble)?.isDiskFull != true { standing = .halted(reason) }
      for transaction in group { transaction.fail(LedgerError.notSigned(reason)) }
    } catch {
      let outcome = Committer.outcome(of: error)
      if case .halted(let reason) = outcome { standing = .halted(reason) }
      for transaction in group { transaction.fail(outcome) }
    }
  }

  /// What a group's failure means for each of its transactions. What SQLite was doing may hold what was to be written:
  /// only what it found wrong is told.
  private static func outcome(of error: any Error) -> LedgerError {
    guard let error = error as? DatabaseError else { return .notCommitted("\(error)") }
    if error.leavesDoubt { return .halted("SQLite says \(error.extendedResultCode)") }
    return error.resultCode.primaryResultCode == .SQLITE_FULL
      ? .diskFull : .notCommitted("SQLite says \(error.extendedResultCode)")
  }

  private struct SigningFailure: Error { let cause: any Error }

  /// One transaction over the group; each of them is undone alone where it fails.
  private static func execute(
    _ group: [any Transaction], keeping latest: SignedCheckpoint?, in db: Database
  ) throws -> [(any Error)?] {
    var failures: [(any Error)?] = []
    try db.inTransaction(.immediate) {
      if let latest {
        // The last checkpoint is kept with the next transaction rather than by one of its own.
        try db.cachedStatement(sql: "INSERT OR IGNORE INTO ledger_checkpoint (note, size) VALUES (?, ?)")
          .execute(arguments: [Data(latest.bytes), latest.checkpoint.size])
      }
      for transaction in group {
        do {
          try db.inSavepoint {
            try transaction.perform(db)
            return .commit
          }
          failures.append(nil)
        } catch {
          // Where SQLite has undone everything, or cannot say what it has done, the others cannot go on.
          guard db.isInsideTransaction, (error as? DatabaseError)?.leavesDoubt != true else { throw error }
          failures.append(error)
        }
      }
      return .commit
    }
    return failures
  }

  /// Signs the stored log if it has grown, and remembers that before anybody learns of it.
  private static func sign(
    _ log: StoredLog, after latest: SignedCheckpoint?, by signer: any NoteSigner, _ memory: CheckpointMemory
  ) throws -> SignedCheckpoint {
    let size = try log.size()
    if let latest, latest.checkpoint.size == size { return latest }
    let signed = try SignedCheckpoint(size: size, root: try log.root(atSize: size), signer: signer)
    try memory.keep(signed)
    return signed
  }
}

/// A transaction that waits for its group, whatever it returns.
private protocol Transaction: Sendable {
  func perform(_ db: Database) throws
  func succeed(_ signed: SignedCheckpoint)
  func fail(_ error: any Error)
}

private final class WaitingTransaction<Value: Sendable>: Transaction {
  private let body: @Sendable (Database) throws -> Value
  private let continuation: CheckedContinuation<Committed<Value>, any Error>
  private let value = Mutex(Value?.none)

  init(
    body: @escaping @Sendable (Database) throws -> Value, continuation: CheckedContinuation<Committed<Value>, any Error>
  ) {
    self.body = body
    self.continuation = continuation
  }

  func perform(_ db: Database) throws {
    let result = try body(db)
    value.withLock { $0 = result }
  }

  func succeed(_ signed: SignedCheckpoint) {
    guard let value = value.withLock({ $0 }) else {
      return fail(LedgerError.notCommitted("the transaction did not run"))
    }
    continuation.resume(returning: Committed(value: value, signed: signed))
  }

  func fail(_ error: any Error) { continuation.resume(throwing: error) }
}
