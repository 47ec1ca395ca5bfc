internal import Foundation
internal import GRDB
public import LawLanguage
public import Ledger
internal import Reasoning
internal import Synchronization

/// How an office is set up.
public struct OfficeSettings: Sendable {
  /// The agencies whose desk it is.
  public var agencies: [AgencyProfile]

  /// A set-up.
  public init(agencies: [AgencyProfile]) { self.agencies = agencies }
}

/// Where an office keeps what it has. The keys do not belong into the same backup as the database.
public struct OfficeFolder: Sendable {
  /// The database.
  public let database: String
  /// The file that remembers the last signed checkpoint.
  public let memory: String
  /// The master key that wraps all data keys.
  public let masterKey: String
  /// The log's signing key.
  public let logKey: String

  /// The usual files in a folder.
  public init(_ folder: String) {
    database = "\(folder)/desk.sqlite"
    memory = "\(folder)/log-checkpoint"
    masterKey = "\(folder)/keys/master.key"
    logKey = "\(folder)/keys/log.key"
  }

  /// Makes the folders and keys that are missing, readable by their owner alone. For the first start only: a key that
  /// was lost is not made anew over a database that needs it.
  ///
  /// - Parameter logName: The log's name: by custom its address without scheme, `desk.example.gov/log`.
  public func prepare(logName: String) throws {
    let files = FileManager.default
    for path in [database, masterKey, logKey] {
      try files.createDirectory(
        at: URL(filePath: path).deletingLastPathComponent(), withIntermediateDirectories: true,
        attributes: [.posixPermissions: 0o700])
    }
    guard !files.fileExists(atPath: database) else { return }
    if !files.fileExists(atPath: masterKey) { _ = try MasterKeys.create(masterKey) }
    if !files.fileExists(atPath: logKey) { _ = try KeyFile.create(logKey, name: logName) }
  }
}

/// The desk of an office: everything that can be done with its cases, and by whom.
///
/// Whatever changes a case is one transaction of events, tables and log, and is answered once that is durable and signed.
/// Who does something is held against `permits`; one agency's people see nothing of another's.
public final class Office: Sendable {
  /// How it is set up.
  public let settings: OfficeSettings
  /// The log in which everything is committed to.
  public let ledger: LedgerStore
  let folder: OfficeFolder
  /// Names what must be told apart and not be guessed.
  let naming: DataKey
  let clock: @Sendable () -> Instant
  let state: Mutex<State>

  struct State {
    var masters: MasterKeys
    var adopted: OfficeLaw?
    var beside: OfficeLaw
    var steps: [AdoptionStep]
  }

  private init(
    settings: OfficeSettings, ledger: LedgerStore, folder: OfficeFolder, naming: DataKey,
    clock: @escaping @Sendable () -> Instant, state: sending State
  ) {
    self.settings = settings
    self.ledger = ledger
    self.folder = folder
    self.naming = naming
    self.clock = clock
    self.state = Mutex(state)
  }

  /// Opens the office's desk: migrates the database, opens the log, and takes up the law that was adopted.
  ///
  /// - Parameters:
  ///   - folder: Where everything is.
  ///   - settings: How the office is set up.
  ///   - law: All files of the library that lies beside; it is decided by once it is adopted.
  ///   - clock: What time it is.
  public static func open(
    _ folder: OfficeFolder, settings: OfficeSettings, law: [SourceFile], clock: @escaping @Sendable () -> Instant
  ) async throws -> Office {
    let masters = try MasterKeys.load(folder.masterKey)
    let pool = try DatabasePool(path: folder.database)
    try await DeskSchema.migrate(pool)
    let logKey = try await pool.write { db in
      try CaseKeys(db: db, masters: masters).keyOrNew(.log, of: CaseKeys.noCase)
    }
    let ledger = try await LedgerStore.open(
      pool, signer: try KeyFile.load(folder.logKey), memory: folder.memory, seal: LogSeal(key: logKey))
    let jurisdictions = Set(settings.agencies.map(\.jurisdiction))
    let beside = try OfficeLaw(files: law, for: jurisdictions)
    let (steps, adoptedFiles) = try await pool.read { db in
      let steps = try AdoptionRows.steps(in: db)
      let digest = AdoptionRows.adopted(steps)
      return (steps, digest == beside.digest ? [] : try digest.map { try AdoptionRows.files(of: $0, in: db) } ?? [])
    }
    let adopted: OfficeLaw? =
      AdoptionRows.adopted(steps) == beside.digest
      ? beside : adoptedFiles.isEmpty ? nil : try OfficeLaw(files: adoptedFiles, for: jurisdictions)
    if let adopted, adopted.digest != AdoptionRows.adopted(steps) {
      throw OfficeRefusal.unreadable("the files of the adopted law are not those that were adopted")
    }
    let terms = steps.last { $0.kind == .confirmed }?.terms ?? AdoptionTerms()
    let office = Office(
      settings: settings, ledger: ledger, folder: folder, naming: logKey, clock: clock,
      state: State(masters: masters, adopted: adopted?.adopted(on: terms), beside: beside, steps: steps))
    // Cut short the last time. Where it cannot be done it stays owed, which is no reason to keep the desk closed.
    _ = try? await office.finishErasing()
    return office
  }

  /// What time it is for the office.
  package var now: Instant { clock() }

  // MARK: Within

  var masters: MasterKeys { state.withLock { $0.masters } }

  /// The law that is decided by.
  func adoptedLaw() throws(OfficeRefusal) -> OfficeLaw {
    guard let law = state.withLock({ $0.adopted }) else { throw .nothingAdopted }
    return law
  }

  func profile(_ id: String) throws(OfficeRefusal) -> AgencyProfile {
    guard let profile = settings.agencies.first(where: { $0.id == id }) else { throw .noAgency(id) }
    return profile
  }

  func require(_ action: OfficeAction, of staff: Staff) throws(OfficeRefusal) {
    guard staff.may(action) else { throw .notPermitted(action) }
  }

  func rows(_ db: Database, _ masters: MasterKeys) -> CaseRows {
    CaseRows(db: db, keys: CaseKeys(db: db, masters: masters), ledger: ledger)
  }

  /// Reads, with whatever goes wrong in the desk's own words.
  func read<Value: Sendable>(
    _ body: @escaping @Sendable (CaseRows) throws -> Value
  ) async throws(OfficeRefusal) -> Value {
    do {
      return try await ledger.pool.read { db in try body(self.rows(db, self.masters)) }
    } catch { throw Office.refusal(error, or: OfficeRefusal.unreadable) }
  }

  /// Writes durably, with whatever goes wrong in the desk's own words: then nothing is issued.
  func write<Value: Sendable>(
    _ body: @escaping @Sendable (CaseRows) throws -> Value
  ) async throws(OfficeRefusal) -> Value {
    // The keys of the moment in which it is written: a rotation may have come before it in the queue.
    do {
      return try await ledger.commit { db in try body(self.rows(db, self.masters)) }.value
    } catch { throw Office.refusal(error, or: OfficeRefusal.notRecorded) }
  }

  static func refusal(
    _ error: any Error, or other: (OfficeRefusal.Trouble) -> OfficeRefusal
  ) -> OfficeRefusal {
    switch error {
    case let refusal as OfficeRefusal: refusal
    case let refusal as CaseRefusal: .refused(refusal)
    case let refusal as ReportRefusal: .report(refusal)
    case LedgerError.diskFull: .diskFull
    case let error as DatabaseError where error.resultCode.primaryResultCode == .SQLITE_FULL: .diskFull
    default: other(OfficeRefusal.Trouble(error))
    }
  }

  /// A case that somebody may see: their agency's, and not sealed unless they may see sealed ones.
  ///
  /// - Parameter toKeep: To hold, seal or dispose of it, for which it need not be read.
  func entry(
    _ id: CaseID, for staff: Staff, in rows: CaseRows, toKeep: Bool = false
  ) throws -> CaseRows.Entry {
    guard let entry = try rows.entry(id), entry.agency == staff.agency else { throw OfficeRefusal.noCase }
    guard entry.stage != .erased else { throw OfficeRefusal.erased }
    if entry.isSealed, !staff.may(.readSealed), !(toKeep && staff.may(.keepRecords)) { throw OfficeRefusal.sealed }
    return entry
  }
}
