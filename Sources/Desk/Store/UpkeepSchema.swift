internal import GRDB
internal import Ledger

/// The tables by which records are kept and let go, beside those of the cases.
///
/// Whatever table has a column `case_row` goes with its case when that is erased; if it has a column `entry` too, so do
/// salt and payload of the entries named there. A new table of a case needs nothing more than these two names.
enum UpkeepSchema {
  static func register(in migrator: inout DatabaseMigrator) {
    migrator.registerMigration("desk-ops-1") { try $0.execute(sql: first) }
  }

  private static let first = """
    -- Under which name the desk keeps its agency's cases, however people call the agency.
    CREATE TABLE desk_agency (only INTEGER PRIMARY KEY CHECK (only = 1), id TEXT NOT NULL) STRICT;
    -- The log's entries about a case beyond those of its events.
    CREATE TABLE desk_case_entry (
      entry INTEGER PRIMARY KEY, case_row INTEGER NOT NULL REFERENCES desk_case (row)
    ) STRICT;
    CREATE INDEX desk_case_entry_case ON desk_case_entry (case_row);
    -- How often something was erased since the write-ahead log was last emptied; no row: not once.
    CREATE TABLE desk_scrub (only INTEGER PRIMARY KEY CHECK (only = 1), count INTEGER NOT NULL) STRICT;
    """
}

extension CaseRows {
  /// Logs something about a case that is no event of it, so that it is erased with the case.
  @discardableResult
  func log(_ payload: [UInt8], about row: Int64) throws -> Int {
    let entry = try ledger.append(payload, in: db)
    try db.cachedStatement(sql: "INSERT INTO desk_case_entry (entry, case_row) VALUES (?, ?)")
      .execute(arguments: [entry, row])
    return entry
  }

  /// The tables that hold something of a case, and whether they name entries of the log.
  func tablesOfCases() throws -> [(name: String, namesEntries: Bool)] {
    try Row.fetchAll(
      db,
      sql: """
        SELECT m.name, EXISTS (SELECT * FROM pragma_table_info(m.name) WHERE name = 'entry')
        FROM sqlite_master m JOIN pragma_table_info(m.name) c ON c.name = 'case_row'
        WHERE m.type = 'table' ORDER BY m.name
        """
    ).map { ($0[0], $0[1]) }
  }
}
