internal import Foundation
package import GRDB

/// The log's tables, seen through one connection.
package struct StoredLog: MerkleHashes {
  package let db: Database

  package init(db: Database) { self.db = db }

  /// How many entries there are.
  package func size() throws -> Int {
    let last = try Int.fetchOne(db.cachedStatement(sql: "SELECT max(number) FROM ledger_entry"))
    return last.map { $0 + 1 } ?? 0
  }

  package func hash(of node: MerkleNode) throws -> MerkleHash {
    let statement = try db.cachedStatement(sql: "SELECT hash FROM ledger_hash WHERE position = ?")
    let bytes = try Data.fetchOne(statement, arguments: [node.position])
    guard let bytes, let hash = MerkleHash(bytes: bytes) else {
      throw LedgerRefusal.damaged("the hash at level \(node.level), place \(node.index) is missing")
    }
    return hash
  }

  package func root(atSize size: Int) throws -> MerkleHash { try RightEdge(size: size, of: self).root }

  /// Adds entries at the end; returns the number of the first.
  package func append(_ commitments: some Sequence<Commitment>) throws -> Int {
    let first = try size()
    var edge = try RightEdge(size: first, of: self)
    var position = MerkleNode.stored(forSize: first)
    let addEntry = try db.cachedStatement(sql: "INSERT INTO ledger_entry (number, commitment) VALUES (?, ?)")
    let addHash = try db.cachedStatement(sql: "INSERT INTO ledger_hash (position, hash) VALUES (?, ?)")
    for commitment in commitments {
      let entry = LogEntry(number: edge.size, commitment: commitment)
      try addEntry.execute(arguments: [entry.number, Data(commitment.bytes)])
      for hash in edge.append(.leaf(entry.bytes)) {
        try addHash.execute(arguments: [position, Data(hash.bytes)])
        position += 1
      }
    }
    return first
  }

  /// The entries of a range, which must all be there.
  func entries(_ range: Range<Int>) throws -> [LogEntry] {
    let statement = try db.cachedStatement(
      sql: "SELECT number, commitment FROM ledger_entry WHERE number >= ? AND number < ? ORDER BY number")
    let rows = try Row.fetchAll(statement, arguments: [range.lowerBound, range.upperBound])
    let entries = rows.compactMap { row in
      Commitment(bytes: Array(row[1] as Data)).map { LogEntry(number: row[0], commitment: $0) }
    }
    guard entries.map(\.number).elementsEqual(range) else {
      throw LedgerRefusal.damaged("not all entries \(range.lowerBound) to \(range.upperBound - 1) are there")
    }
    return entries
  }

  /// The file of a tile that lies within the stored tree.
  func file(_ tile: LogTile) throws -> [UInt8] {
    switch tile.content {
    case .entries: return try EntryBundle.encode(entries(tile.range).map(\.bytes))
    case .hashes:
      var bytes: [UInt8] = []
      for index in tile.range { bytes += try hash(of: MerkleNode(level: tile.treeLevel, index: index)).bytes }
      return bytes
    }
  }

  /// Whether entries and hashes are as many as they must be; says nothing about what is in them.
  func checkCounts() throws {
    let size = try size()
    let entries = try Int.fetchOne(db, sql: "SELECT count(*) FROM ledger_entry") ?? 0
    guard entries == size else {
      throw LedgerRefusal.damaged("\(entries) entries are there, but the last is \(size - 1)")
    }
    let hashes = try Int.fetchOne(db, sql: "SELECT max(position) FROM ledger_hash").map { $0 + 1 } ?? 0
    guard hashes == MerkleNode.stored(forSize: size) else {
      throw LedgerRefusal.damaged(
        "\(size) entries need \(MerkleNode.stored(forSize: size)) hashes; \(hashes) are there")
    }
  }
}
