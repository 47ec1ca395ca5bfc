internal import Foundation
internal import GRDB
public import LawLanguage
public import Ledger

/// Who collects, and what.
public struct CollectorProfile: Sendable, Hashable {
  /// Its name inside the program: the agency of its staff.
  public let id: String
  /// What people call it: `Attorney General of Example State`.
  public let title: String
  /// The forms that it collects.
  public let forms: [ReportForm]
  /// Its clocks.
  public let zone: Zone

  /// A collector of at least one form that is filed.
  public init(id: String, title: String, forms: [ReportForm], zone: Zone) {
    self.id = id
    self.title = title
    self.forms = forms.filter(\.isCollected)
    self.zone = zone
  }
}

extension ReportForm {
  /// Whether it goes to an authority, which can collect it.
  public var isCollected: Bool {
    if case .filed = destination { return true }
    return false
  }
}

/// Collects the reports of many agencies, as an attorney general does: its own register, its own log, no cases.
public final class Collector: Sendable {
  /// Who collects.
  public let profile: CollectorProfile
  /// The log in which everything that comes in is committed to.
  public let ledger: LedgerStore
  private let masters: MasterKeys
  private let receiptKey: Ed25519Signer
  let clock: @Sendable () -> Instant

  private init(
    profile: CollectorProfile, ledger: LedgerStore, masters: MasterKeys, receiptKey: Ed25519Signer,
    clock: @escaping @Sendable () -> Instant
  ) {
    self.profile = profile
    self.ledger = ledger
    self.masters = masters
    self.receiptKey = receiptKey
    self.clock = clock
  }

  /// Opens the collector in its folder; the first time, makes what is missing.
  ///
  /// - Parameter logName: The log's name: by custom its address without scheme.
  public static func open(
    _ path: String, profile: CollectorProfile, logName: String, clock: @escaping @Sendable () -> Instant
  ) async throws -> Collector {
    let folder = OfficeFolder(path)
    let isNew = !FileManager.default.fileExists(atPath: folder.database)
    try folder.prepare(logName: logName)
    // A key of its own: what signs receipts is never taken for what signs the log.
    let receiptPath = "\(path)/keys/receipt.key"
    if isNew, !FileManager.default.fileExists(atPath: receiptPath) {
      _ = try KeyFile.create(receiptPath, name: "\(logName)/receipts")
    }
    let receiptKey = try KeyFile.load(receiptPath)
    let masters = try MasterKeys.load(folder.masterKey)
    let pool = try DatabasePool(path: folder.database)
    let migrator = CollectSchema.migrator
    if try await pool.read({ try migrator.hasBeenSuperseded($0) }) { throw DeskSchema.Later() }
    try migrator.migrate(pool)
    let logKey = try await pool.write { db in
      try CaseKeys(db: db, masters: masters).keyOrNew(.log, of: CaseKeys.noCase)
    }
    let ledger = try await LedgerStore.open(
      pool, signer: try KeyFile.load(folder.logKey), memory: folder.memory, seal: LogSeal(key: logKey))
    return Collector(profile: profile, ledger: ledger, masters: masters, receiptKey: receiptKey, clock: clock)
  }

  /// The key that checks receipts, as people exchange it.
  public var receiptVerifier: any NoteVerifier { receiptKey.verifier }

  var today: Day { profile.zone.day(of: clock()) }

  func form(_ id: String) throws(OfficeRefusal) -> ReportForm {
    guard let form = profile.forms.first(where: { $0.id == id }) else { throw .report(.noForm) }
    return form
  }

  func require(_ action: OfficeAction, of staff: Staff) throws(OfficeRefusal) {
    guard staff.may(action), staff.agency == profile.id else { throw .notPermitted(action) }
  }

  func requireReading(_ staff: Staff) throws(OfficeRefusal) {
    guard staff.may(.publish) || staff.may(.readLog), staff.agency == profile.id else { throw .notPermitted(.readLog) }
  }

  func read<Value: Sendable>(
    _ body: @escaping @Sendable (CollectRows) throws -> Value
  ) async throws(OfficeRefusal) -> Value {
    do {
      return try await ledger.pool.read { db in
        try body(CollectRows(db: db, masters: self.masters, ledger: self.ledger))
      }
    } catch { throw Office.refusal(error, or: OfficeRefusal.unreadable) }
  }

  func write<Value: Sendable>(
    _ body: @escaping @Sendable (CollectRows) throws -> Value
  ) async throws(OfficeRefusal) -> Value {
    do {
      return try await ledger.commit { db in
        try body(CollectRows(db: db, masters: self.masters, ledger: self.ledger))
      }.value
    } catch { throw Office.refusal(error, or: OfficeRefusal.notRecorded) }
  }

  /// A receipt as a signed note.
  func signed(_ lines: [String]) throws(OfficeRefusal) -> [UInt8] {
    do {
      return try SignedNote(text: Array((lines.joined(separator: "\n") + "\n").utf8), signedBy: receiptKey).bytes
    } catch { throw .notRecorded("the receipt could not be signed") }
  }
}
