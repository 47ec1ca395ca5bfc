internal import GRDB

/// The tables of letters, and of what one person has proposed to dispose of. Rows of a case go when it is erased.
enum PagesSchema {
  static func register(in migrator: inout DatabaseMigrator) {
    migrator.registerMigration("desk-pages-1") { db in
      try db.execute(
        sql: """
          -- A letter's number, and the entry of the log that tells its digest and nothing else.
          CREATE TABLE desk_letter (
            number TEXT PRIMARY KEY, case_row INTEGER NOT NULL REFERENCES desk_case (row), entry INTEGER NOT NULL
          ) STRICT, WITHOUT ROWID;
          CREATE INDEX desk_letter_case ON desk_letter (case_row);
          -- What one person proposed and a second has yet to confirm, sealed under the case's key.
          CREATE TABLE desk_disposal (
            case_row INTEGER PRIMARY KEY REFERENCES desk_case (row), sealed BLOB NOT NULL
          ) STRICT;
          """)
    }
  }
}
