internal import Foundation
internal import GRDB
internal import Ledger

/// What a restore drill found: whether a backup would bring the office back.
public struct DrillReport: Sendable, Hashable {
  /// What the backup says of itself.
  public let manifest: BackupManifest
  /// What was found to be there, opened with the keys.
  public internal(set) var opened = BackupManifest.Counts()
  /// The schema's migrations that a desk of this version would make.
  public internal(set) var migrations: [String] = []
  /// What is wrong, in sentences.
  public internal(set) var faults: [String] = []

  /// Whether all of it could be brought back.
  public var isWhole: Bool { faults.isEmpty }
}

extension Backup {
  /// Restores a backup into a folder that goes again, and opens everything in it: the log is recomputed, every case is
  /// decrypted and folded, every document held against its digest, and all of it counted.
  ///
  /// - Parameters:
  ///   - keys: The desk's folder, or where its keys are kept: `keys/master.key` and `keys/log.key` below it. The keys
  ///     are read and not copied.
  ///   - place: Where the folder is made: on a disk with room, of the operator's alone.
  public static func drill(
    _ path: String, under key: BackupKey, keys: String, in place: String
  ) async throws -> DrillReport {
    let folder = "\(place)/.tenth-drill-\(CaseID())"
    defer { try? FileManager.default.removeItem(atPath: folder) }
    var report = DrillReport(manifest: try restore(path, under: key, to: folder))
    let office = OfficeFolder(folder)
    guard report.manifest.files.contains(where: { "\(folder)/\($0.name)" == office.database }) else {
      report.faults.append("the desk's database is not in it")
      return report
    }
    let masters = try MasterKeys.load(OfficeFolder(keys).masterKey)
    let pool = try DatabasePool(path: office.database)
    defer { try? pool.close() }
    for listed in report.manifest.files {
      let state = try await DatabaseQueue(path: "\(folder)/\(listed.name)").read {
        try String.fetchOne($0, sql: "PRAGMA integrity_check")
      }
      if state != "ok" { report.faults.append("\(listed.name) is damaged") }
    }
    // A collector's has a log and no cases; its own tables are opened with it.
    let hasCases = try await pool.read { try $0.tableExists("desk_case") }
    if hasCases {
      report.migrations = try await DeskSchema.pending(in: pool)
      try await DeskSchema.migrate(pool)
    }
    let logKey = try await pool.read { try CaseKeys(db: $0, masters: masters).key(.log, of: CaseKeys.noCase) }
    guard let logKey else {
      report.faults.append("the key of the log's payloads is not in it")
      return report
    }
    let ledger = try await LedgerStore.open(
      pool, signer: KeyFile.load(OfficeFolder(keys).logKey), memory: office.memory, seal: LogSeal(key: logKey))
    // What was restored must not sign before somebody has said what was lost.
    if case .signing = await ledger.standing, report.manifest.counts.entries > 0 {
      report.faults.append("the restored log would be signed at once")
    }
    do { try await ledger.audit() } catch { report.faults.append("the log is not whole: \(error)") }
    let (opened, faults): (BackupManifest.Counts, [String]) = try await pool.read { db in
      guard hasCases else { return (try BackupManifest.Counts(in: db), []) }
      return try CaseRows(db: db, keys: CaseKeys(db: db, masters: masters), ledger: ledger).openAll()
    }
    report.opened = opened
    report.faults += faults
    if opened != report.manifest.counts { report.faults.append("what is there is not what the backup says it holds") }
    return report
  }
}

extension CaseRows {
  /// Opens and counts everything that belongs to cases.
  fileprivate func openAll() throws -> (BackupManifest.Counts, faults: [String]) {
    var counts = BackupManifest.Counts()
    var faults: [String] = []
    let log = StoredLog(db: db)
    counts.entries = try log.size()
    counts.root = try log.root(atSize: counts.entries).base64
    let ids = try String.fetchCursor(db, sql: "SELECT id FROM desk_case ORDER BY row")
    while let text = try ids.next() {
      guard let id = CaseID(text), let entry = try entry(id) else {
        faults.append("a row of the cases cannot be read")
        continue
      }
      if entry.stage == .erased {
        counts.erased += 1
        continue
      }
      do { try open(entry, &counts) } catch { faults.append("case \(entry.number) does not open: \(error)") }
    }
    return (counts, faults)
  }

  private func open(_ entry: Entry, _ counts: inout BackupManifest.Counts) throws {
    let events = try events(of: entry)
    let file = try CaseFile(id: entry.id, number: entry.number, events: events)
    counts.cases += 1
    counts.events += events.count
    if try person(of: entry) != nil { counts.persons += 1 }
    counts.notes += try notes(of: entry).count
    for document in Set(file.documents.map(\.digest)) {
      // A document that was let go is not missing.
      guard let bytes = try self.document(document, of: entry) else { continue }
      guard Desk.digest(of: bytes) == document else { throw BackupTrouble("a document is another than was attached") }
      counts.documents += 1
    }
  }
}
