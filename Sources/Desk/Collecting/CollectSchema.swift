internal import GRDB
internal import Ledger

/// The tables of a collector, in a database of its own beside those of its log.
enum CollectSchema {
  static var migrator: DatabaseMigrator {
    var migrator = DatabaseMigrator()
    LedgerSchema.register(in: &migrator)
    migrator.registerMigration("collect-1") { try $0.execute(sql: first) }
    return migrator
  }

  private static let first = """
    -- Data keys, as a desk keeps them: wrapped by a master key that is not in the database.
    CREATE TABLE desk_key (
      case_row INTEGER NOT NULL, purpose TEXT NOT NULL, master TEXT NOT NULL, wrapped BLOB NOT NULL,
      PRIMARY KEY (case_row, purpose)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE collect_agency (
      row INTEGER PRIMARY KEY,
      id TEXT NOT NULL UNIQUE,
      name TEXT NOT NULL,
      place TEXT NOT NULL,
      added INTEGER NOT NULL,
      is_removed INTEGER NOT NULL DEFAULT 0,
      -- The digest of the secret in its link; the secret itself is shown once.
      link TEXT NOT NULL UNIQUE,
      -- The key of its own log, where it has one.
      log_key TEXT,
      -- Whom to write to.
      sealed BLOB NOT NULL,
      UNIQUE (name, place)
    ) STRICT;
    -- Everything that was handed in, whole, whether it could be read or not.
    CREATE TABLE collect_submission (
      row INTEGER PRIMARY KEY,
      id TEXT NOT NULL UNIQUE,
      agency_row INTEGER NOT NULL REFERENCES collect_agency (row),
      form TEXT NOT NULL,
      period TEXT NOT NULL,
      received INTEGER NOT NULL,
      channel TEXT NOT NULL,
      is_accepted INTEGER NOT NULL,
      is_proven INTEGER NOT NULL,
      entries INTEGER NOT NULL,
      digest TEXT NOT NULL,
      entry INTEGER NOT NULL,
      sealed BLOB NOT NULL
    ) STRICT;
    CREATE INDEX collect_submission_place ON collect_submission (form, period, agency_row, row);
    CREATE INDEX collect_submission_agency ON collect_submission (agency_row, row);
    CREATE TABLE collect_notice (
      row INTEGER PRIMARY KEY,
      agency_row INTEGER NOT NULL REFERENCES collect_agency (row),
      form TEXT NOT NULL,
      period TEXT NOT NULL,
      sent INTEGER NOT NULL,
      -- The last day on which it may still report before it is listed.
      until TEXT NOT NULL,
      entry INTEGER NOT NULL
    ) STRICT;
    CREATE INDEX collect_notice_place ON collect_notice (form, period, agency_row);
    CREATE TABLE collect_list (
      row INTEGER PRIMARY KEY,
      form TEXT NOT NULL,
      period TEXT NOT NULL,
      body BLOB NOT NULL,
      proposed_by TEXT NOT NULL,
      proposed_name TEXT NOT NULL,
      proposed INTEGER NOT NULL,
      shown_from INTEGER,
      entry INTEGER
    ) STRICT;
    CREATE TRIGGER collect_submission_is_fixed BEFORE UPDATE ON collect_submission
      BEGIN SELECT RAISE(ABORT, 'what was handed in is never changed'); END;
    CREATE TRIGGER collect_submission_stays BEFORE DELETE ON collect_submission
      BEGIN SELECT RAISE(ABORT, 'what was handed in is never deleted'); END;
    """
}
