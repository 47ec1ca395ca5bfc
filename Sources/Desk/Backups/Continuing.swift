internal import Foundation
internal import GRDB
internal import Ledger

extension Backup {
  /// Lets a desk go on whose log refuses to sign, because it was restored: under a new name and a new key, with a
  /// statement in the log of who decided and what is known of the loss. The desk must be stopped.
  ///
  /// Cut short at any point, it is taken up where it was by calling it again.
  ///
  /// - Returns: The public key of the new log.
  public static func goOn(_ folder: OfficeFolder, statement: String, as name: String) async throws -> String {
    let next = folder.logKey + ".next"
    let files = FileManager.default
    if !files.fileExists(atPath: next) { _ = try KeyFile.create(next, name: name) }
    let signer = try KeyFile.load(next)
    guard signer.verifier.identity.name == name else {
      throw BackupTrouble("it was begun before under the name \(signer.verifier.identity.name); go on with that")
    }
    let masters = try MasterKeys.load(folder.masterKey)
    let pool = try DatabasePool(path: folder.database)
    defer { try? pool.close() }
    try await DeskSchema.migrate(pool)
    let logKey = try await pool.read { try CaseKeys(db: $0, masters: masters).key(.log, of: CaseKeys.noCase) }
    guard let logKey else { throw BackupTrouble("the database holds no log that could go on") }
    let seal = LogSeal(key: logKey)
    if case .signing = try await LedgerStore.open(pool, signer: signer, memory: folder.memory, seal: seal).standing {
      // Acknowledged before; only the keys' change was cut short.
    } else {
      let ledger = try await LedgerStore.open(
        pool, signer: KeyFile.load(folder.logKey), memory: folder.memory, seal: seal)
      if case .signing = await ledger.standing {
        try files.removeItem(atPath: next)
        throw BackupTrouble("the log signs, so there is nothing to decide")
      }
      do { _ = try await ledger.acknowledge(statement, continuingAs: signer) } catch {
        throw BackupTrouble("the log cannot go on: \(error)")
      }
    }
    // The old key has signed what is lost. It is kept, for whoever is asked about it, and never used again.
    var old = folder.logKey + ".old"
    while files.fileExists(atPath: old) { old += ".old" }
    if rename(folder.logKey, old) != 0, errno != ENOENT {
      throw BackupTrouble("the old key could not be put aside: \(String(cString: strerror(errno)))")
    }
    guard rename(next, folder.logKey) == 0 else {
      throw BackupTrouble("the new key could not be put in place: \(String(cString: strerror(errno)))")
    }
    return signer.verifier.text
  }
}
