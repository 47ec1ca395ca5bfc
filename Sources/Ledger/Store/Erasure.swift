public import GRDB

extension LedgerStore {
  /// Erases salt and payload of entries and logs that they were: the leaves stay, and mean nothing any more. Returns
  /// the number of the entry that tells of it.
  ///
  /// Entries without a payload, erased before or padding, are passed over. When the transaction is committed, call
  /// `scrub()`: until then the write-ahead log still holds what was erased.
  @discardableResult
  public func erase(_ numbers: [Int], recording tombstone: [UInt8], in db: Database) throws -> Int {
    guard db.isInsideTransaction else { throw LedgerError.notInTransaction }
    let size = try StoredLog(db: db).size()
    for number in numbers {
      guard (0..<size).contains(number) else { throw LedgerError.noEntry(number) }
      try db.execute(sql: "DELETE FROM ledger_secret WHERE number = ?", arguments: [number])
    }
    return try append(tombstone, in: db)
  }

  /// Empties the write-ahead log into the database, whose own erased pages were overwritten, so that no file of it
  /// holds erased bytes. Waits for readers; throws if one does not end.
  public func scrub() async throws {
    try await pool.barrierWriteWithoutTransaction { db in _ = try db.checkpoint(.truncate) }
  }

  /// Recomputes the stored log from its entries: hashes, root, and that each payload left is what was logged.
  /// Throws what does not fit. Reads everything; for a restore drill, not for every start.
  public func audit() async throws {
    let latest = await latest
    try await pool.read { db in
      let log = StoredLog(db: db)
      try log.checkCounts()
      let size = try log.size()
      var edge = RightEdge()
      for tile in LogTile.all(.entries, size: size) {
        for entry in try log.entries(tile.range) {
          let completed = edge.append(.leaf(entry.bytes))
          for (level, hash) in completed.enumerated() {
            let node = MerkleNode(level: level, index: ((entry.number + 1) >> level) - 1)
            guard try log.hash(of: node) == hash else {
              throw LedgerRefusal.damaged("entry \(entry.number) does not give the hash stored at level \(level)")
            }
          }
          if let latest, latest.checkpoint.size == edge.size, latest.checkpoint.root != edge.root {
            throw LedgerRefusal.otherHistory(size: edge.size)
          }
        }
      }
      for number in try Int.fetchAll(db, sql: "SELECT number FROM ledger_secret ORDER BY number") {
        _ = try secret(of: number, in: db)
      }
    }
  }
}
