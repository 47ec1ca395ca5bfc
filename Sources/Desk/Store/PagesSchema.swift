internal import GRDB

/// The table of letters that went out. Its rows of a case go when the case is erased.
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
          """)
    }
  }
}
