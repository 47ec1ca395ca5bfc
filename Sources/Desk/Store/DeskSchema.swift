internal import Foundation
package import GRDB
internal import Ledger

/// The desk's tables, all named `desk_…`, beside those of the log. Migrations go forward only.
package enum DeskSchema {
  package static var migrator: DatabaseMigrator {
    var migrator = DatabaseMigrator()
    LedgerSchema.register(in: &migrator)
    migrator.registerMigration("desk-1") { try $0.execute(sql: first) }
    PagesSchema.register(in: &migrator)
    ReportSchema.register(in: &migrator)
    ProgramSchema.register(in: &migrator)
    UpkeepSchema.register(in: &migrator)
    DisposalSchema.register(in: &migrator)
    return migrator
  }

  private static let first = """
    CREATE TABLE desk_case (
      row INTEGER PRIMARY KEY,
      id TEXT NOT NULL UNIQUE,
      agency TEXT NOT NULL,
      year INTEGER NOT NULL,
      count INTEGER NOT NULL,
      version INTEGER NOT NULL,
      stage TEXT NOT NULL,
      received INTEGER NOT NULL,
      entered INTEGER NOT NULL,
      changed INTEGER NOT NULL,
      ended INTEGER,
      closed INTEGER,
      -- The next moment at which time alone may change what the law says.
      reconsider INTEGER,
      is_sealed INTEGER NOT NULL,
      is_held INTEGER NOT NULL,
      UNIQUE (agency, year, count)
    ) STRICT;
    CREATE INDEX desk_case_stage ON desk_case (agency, stage, row);
    CREATE INDEX desk_case_reconsider ON desk_case (reconsider) WHERE reconsider IS NOT NULL;
    CREATE INDEX desk_case_closed ON desk_case (agency, closed) WHERE closed IS NOT NULL;
    -- Numbers without gaps: taken in the transaction that stores the case.
    CREATE TABLE desk_counter (
      agency TEXT NOT NULL, year INTEGER NOT NULL, last INTEGER NOT NULL, PRIMARY KEY (agency, year)
    ) STRICT, WITHOUT ROWID;
    -- Data keys, wrapped by a master key that is not in the database. Row 0 holds what belongs to no case.
    CREATE TABLE desk_key (
      case_row INTEGER NOT NULL, purpose TEXT NOT NULL, master TEXT NOT NULL, wrapped BLOB NOT NULL,
      PRIMARY KEY (case_row, purpose)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE desk_event (
      row INTEGER PRIMARY KEY,
      case_row INTEGER NOT NULL REFERENCES desk_case (row),
      number INTEGER NOT NULL,
      -- The log's entry that commits to it.
      entry INTEGER NOT NULL,
      sealed BLOB NOT NULL,
      UNIQUE (case_row, number)
    ) STRICT;
    CREATE TABLE desk_person (
      case_row INTEGER PRIMARY KEY REFERENCES desk_case (row), sealed BLOB NOT NULL
    ) STRICT;
    CREATE TABLE desk_document (
      row INTEGER PRIMARY KEY,
      case_row INTEGER NOT NULL REFERENCES desk_case (row),
      name TEXT NOT NULL,
      sealed BLOB NOT NULL,
      UNIQUE (case_row, name)
    ) STRICT;
    -- Counsel's notes, under a key of their own, in no export.
    CREATE TABLE desk_note (
      row INTEGER PRIMARY KEY,
      case_row INTEGER NOT NULL REFERENCES desk_case (row),
      number INTEGER NOT NULL,
      author TEXT NOT NULL,
      written INTEGER NOT NULL,
      sealed BLOB NOT NULL,
      UNIQUE (case_row, number)
    ) STRICT;
    -- What is due, of open cases only: the law's words, no datum of a person.
    CREATE TABLE desk_due (
      agency TEXT NOT NULL,
      due INTEGER NOT NULL,
      case_row INTEGER NOT NULL REFERENCES desk_case (row),
      key TEXT NOT NULL,
      kind TEXT NOT NULL,
      title TEXT NOT NULL,
      cite TEXT,
      is_immediate INTEGER NOT NULL,
      PRIMARY KEY (agency, due, case_row, key)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX desk_due_case ON desk_due (case_row);
    CREATE TABLE desk_answer (
      agency TEXT NOT NULL, staff TEXT NOT NULL, key TEXT NOT NULL, request TEXT NOT NULL, response BLOB NOT NULL,
      at INTEGER NOT NULL, PRIMARY KEY (agency, staff, key)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX desk_answer_at ON desk_answer (at);
    -- The law that was adopted, and what was proposed: its files are kept, so that old decisions can be given again.
    CREATE TABLE desk_law_file (
      digest TEXT NOT NULL, path TEXT NOT NULL, bytes BLOB NOT NULL, PRIMARY KEY (digest, path)
    ) STRICT;
    CREATE TABLE desk_adoption (number INTEGER PRIMARY KEY, record BLOB NOT NULL, entry INTEGER NOT NULL) STRICT;
    CREATE TRIGGER desk_event_is_fixed BEFORE UPDATE ON desk_event
      BEGIN SELECT RAISE(ABORT, 'an event is never changed'); END;
    """

  /// A database that a later program has written.
  package struct Later: Error, Sendable, CustomStringConvertible {
    package let description =
      "the database was written by a later version of this program; use that version, or restore a backup"
  }

  /// The migrations that are still to be made, in order.
  package static func pending(in pool: some DatabaseReader) async throws -> [String] {
    try await pool.read { db in
      if try migrator.hasBeenSuperseded(db) { throw Later() }
      let done = try migrator.appliedIdentifiers(db)
      return migrator.migrations.filter { !done.contains($0) }
    }
  }

  /// Makes the pending migrations on a copy that is then thrown away. Returns their names; throws what goes wrong.
  package static func rehearse(in pool: some DatabaseReader) async throws -> [String] {
    let pending = try await pending(in: pool)
    let folder = FileManager.default.temporaryDirectory.appending(path: "tenth-rehearsal-\(UUID().uuidString)")
    try FileManager.default.createDirectory(
      at: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
    defer { try? FileManager.default.removeItem(at: folder) }
    let copy = try DatabaseQueue(path: folder.appending(path: "copy.sqlite").path())
    try pool.backup(to: copy)
    try migrator.migrate(copy)
    return pending
  }

  /// Makes the pending migrations.
  package static func migrate(_ pool: some DatabaseWriter) async throws {
    _ = try await pending(in: pool)
    try migrator.migrate(pool)
  }
}
