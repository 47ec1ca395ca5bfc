internal import Foundation
internal import GRDB

extension LedgerStore {
  /// Writes the log to a folder as C2SP tlog-tiles lays it out, with `vkey` beside: to be served by any web server, or
  /// checked by `tenth verify`. The checkpoint comes last, so that a folder half written is not a log.
  ///
  /// - Parameters:
  ///   - target: The published log for anybody, or the latest state for an auditor.
  ///   - folder: Made where it is missing.
  /// - Returns: The exported state; nil, and nothing written, where there is none.
  @discardableResult
  public func export(_ target: ProofTarget, to folder: String) async throws -> SignedCheckpoint? {
    let (latest, verifier) = (await latest, await verifier)
    return try await pool.read { db in
      let signed =
        switch target {
        case .published(let second): try published(at: second, in: db)
        case .latest: latest
        }
      guard let signed else { return nil }
      let (log, root) = (StoredLog(db: db), URL(filePath: folder, directoryHint: .isDirectory))
      func write(_ bytes: [UInt8], _ path: String) throws {
        let file = root.appending(path: path)
        try FileManager.default.createDirectory(
          at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(bytes).write(to: file)
      }
      let size = signed.checkpoint.size
      for tile in LogTile.all(.entries, size: size) { try write(log.file(tile), tile.path) }
      for level in LogTile.levels(size: size) {
        for tile in LogTile.all(.hashes(level: level), size: size) { try write(log.file(tile), tile.path) }
      }
      try write(Array((verifier.text + "\n").utf8), "vkey")
      try write(signed.bytes, "checkpoint")
      return signed
    }
  }
}
