public import GRDB

/// One file of the published log.
public struct PublicFile: Hashable, Sendable {
  /// Its bytes.
  public let bytes: [UInt8]
  /// Its media type.
  public let mediaType: String
  /// Whether it stays as it is for good, and may be kept by any cache; otherwise for a few seconds.
  public let isImmutable: Bool

  init(bytes: [UInt8], mediaType: String, isImmutable: Bool) {
    self.bytes = bytes
    self.mediaType = mediaType
    self.isImmutable = isImmutable
  }

  /// A text that changes with the log.
  init(text: [UInt8]) { self.init(bytes: text, mediaType: "text/plain; charset=utf-8", isImmutable: false) }
}

extension LedgerStore {
  /// The file at a path below the log's address, for anybody: `checkpoint`, `vkey`, `tile/…` (C2SP tlog-tiles).
  ///
  /// Nil where there is no such file in the published log. What is not published yet answers as what never will be;
  /// before the first publication is shown the checkpoint is that of the empty log.
  public func publicFile(_ path: String, at second: Int) async throws -> PublicFile? {
    if path == "vkey" { return PublicFile(text: Array((await verifier.text + "\n").utf8)) }
    guard try await hasShown(at: second) else {
      return path == "checkpoint" ? try await emptyLog().map { PublicFile(text: $0.bytes) } : nil
    }
    return try await pool.read { db in
      guard let published = try published(at: second, in: db) else { return nil }
      if path == "checkpoint" { return PublicFile(text: published.bytes) }
      guard let tile = LogTile(path: path), tile.isWithin(size: published.checkpoint.size) else { return nil }
      let bytes = try StoredLog(db: db).file(tile)
      return PublicFile(bytes: bytes, mediaType: "application/octet-stream", isImmutable: true)
    }
  }

  /// Whether outsiders have been shown a publication. Once they have, the empty log is never shown again, not even while
  /// the next publication has no signature yet: it would look like a log that was cut.
  private func hasShown(at second: Int) async throws -> Bool {
    try await pool.read { db in
      try Bool.fetchOne(
        db, sql: "SELECT EXISTS (SELECT * FROM ledger_publication WHERE shown_from <= ?)", arguments: [second]) ?? false
    }
  }

  /// The checkpoint of the log without an entry, signed; nil while nothing may be signed.
  private func emptyLog() async throws -> SignedCheckpoint? {
    guard await committer.latest != nil else { return nil }
    return try SignedCheckpoint(size: 0, root: .empty, signer: await committer.signer)
  }

  /// Which state of the log a proof leads to.
  public enum ProofTarget: Hashable, Sendable {
    /// The published log at a second since 1970: for anybody.
    case published(at: Int)
    /// The latest signed checkpoint, which tells how many entries there are now: for those inside.
    case latest
  }

  /// A proof that the log holds an entry; nil where that state of the log does not reach the entry yet.
  ///
  /// - Parameters:
  ///   - number: The entry's.
  ///   - target: The state that the proof leads to.
  ///   - revealingSalt: Puts the salt into the proof, for a holder who also has the payload and may show that it is
  ///     what was logged. Never for a proof that anybody may see.
  public func proof(of number: Int, to target: ProofTarget, revealingSalt: Bool = false) async throws -> LogProof? {
    let latest = await latest
    return try await pool.read { db in
      let signed =
        switch target {
        case .published(let second): try published(at: second, in: db)
        case .latest: latest
        }
      guard let signed, number >= 0, number < signed.checkpoint.size else { return nil }
      let inclusion = try InclusionProof(index: number, size: signed.checkpoint.size, from: StoredLog(db: db))
      let salt = revealingSalt ? try secret(of: number, in: db).salt : nil
      return LogProof(index: number, inclusion: inclusion, extra: salt, signed: signed)
    }
  }

  /// The entry at a place, as the log shows it.
  public func entry(_ number: Int, in db: Database) throws -> LogEntry {
    let log = StoredLog(db: db)
    guard number >= 0, number < (try log.size()) else { throw LedgerError.noEntry(number) }
    return try log.entries(number..<(number + 1))[0]
  }
}
