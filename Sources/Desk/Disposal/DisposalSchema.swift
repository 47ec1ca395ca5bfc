internal import GRDB

/// The tables by which two persons let records go or hand them out, and of the schedules adopted.
enum DisposalSchema {
  static func register(in migrator: inout DatabaseMigrator) {
    migrator.registerMigration("desk-desk-1") { try $0.execute(sql: first) }
  }

  private static let first = """
    -- The steps of letting a case's record go, under the case's seal: they go with it.
    CREATE TABLE desk_disposal (
      number INTEGER PRIMARY KEY,
      case_row INTEGER NOT NULL REFERENCES desk_case (row),
      -- Of a proposal that nothing has followed: when it lapses.
      lapses INTEGER,
      sealed BLOB NOT NULL
    ) STRICT;
    CREATE INDEX desk_disposal_case ON desk_disposal (case_row);
    CREATE INDEX desk_disposal_lapses ON desk_disposal (lapses) WHERE lapses IS NOT NULL;
    -- How long records of a kind are kept: every step, the schedules in force among them.
    CREATE TABLE desk_retention (
      number INTEGER PRIMARY KEY, agency TEXT NOT NULL, record BLOB NOT NULL, entry INTEGER NOT NULL,
      is_over INTEGER NOT NULL
    ) STRICT;
    -- The steps of handing cases out: which, by whom, and the digest of what was handed out. Numbers of cases, no names.
    CREATE TABLE desk_export (
      number INTEGER PRIMARY KEY, agency TEXT NOT NULL,
      -- The step that proposed it; its own number for that one.
      proposal INTEGER NOT NULL, record BLOB NOT NULL, entry INTEGER NOT NULL
    ) STRICT;
    CREATE INDEX desk_export_proposal ON desk_export (agency, proposal);
    """
}
