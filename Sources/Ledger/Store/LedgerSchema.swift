public import GRDB

/// The ledger's tables, all named `ledger_…`, in the caller's own database.
public enum LedgerSchema {
  /// Adds the ledger's migrations, which only ever go forward.
  public static func register(in migrator: inout DatabaseMigrator) {
    migrator.registerMigration("ledger-1") { db in
      try db.execute(
        sql: """
          -- What outsiders may see of an entry, once it is published.
          CREATE TABLE ledger_entry (
            number INTEGER PRIMARY KEY,
            commitment BLOB NOT NULL CHECK (length(commitment) = 32)
          ) STRICT;
          -- The hashes of complete subtrees in the order in which they became complete: rows come at the end only.
          CREATE TABLE ledger_hash (
            position INTEGER PRIMARY KEY,
            hash BLOB NOT NULL CHECK (length(hash) = 32)
          ) STRICT;
          -- Salt and payload, sealed. The only table of the log from which anything is ever deleted.
          CREATE TABLE ledger_secret (
            number INTEGER PRIMARY KEY REFERENCES ledger_entry (number),
            sealed BLOB NOT NULL
          ) STRICT;
          -- Every checkpoint that was signed, also those that nobody outside has seen.
          CREATE TABLE ledger_checkpoint (
            note BLOB PRIMARY KEY,
            size INTEGER NOT NULL
          ) STRICT, WITHOUT ROWID;
          -- What outsiders see, and from when. Without a note it is padded but not signed yet.
          CREATE TABLE ledger_publication (
            size INTEGER PRIMARY KEY,
            period INTEGER NOT NULL,
            shown_from INTEGER NOT NULL,
            note BLOB
          ) STRICT;
          CREATE TRIGGER ledger_entry_stays BEFORE DELETE ON ledger_entry
            BEGIN SELECT RAISE(ABORT, 'an entry of the log is never deleted'); END;
          CREATE TRIGGER ledger_entry_is_fixed BEFORE UPDATE ON ledger_entry
            BEGIN SELECT RAISE(ABORT, 'an entry of the log is never changed'); END;
          CREATE TRIGGER ledger_hash_stays BEFORE DELETE ON ledger_hash
            BEGIN SELECT RAISE(ABORT, 'a hash of the log is never deleted'); END;
          CREATE TRIGGER ledger_hash_is_fixed BEFORE UPDATE ON ledger_hash
            BEGIN SELECT RAISE(ABORT, 'a hash of the log is never changed'); END;
          """)
    }
  }

  static func migrate(_ writer: any DatabaseWriter) throws {
    var migrator = DatabaseMigrator()
    register(in: &migrator)
    try migrator.migrate(writer)
  }
}
