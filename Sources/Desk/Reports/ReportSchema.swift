internal import GRDB

/// The tables of reports, beside those of cases.
enum ReportSchema {
  static func register(in migrator: inout DatabaseMigrator) {
    migrator.registerMigration("desk-reports-1") { db in
      try db.execute(
        sql: """
          CREATE TABLE desk_report (
            row INTEGER PRIMARY KEY,
            agency TEXT NOT NULL,
            form TEXT NOT NULL,
            period TEXT NOT NULL,
            UNIQUE (agency, form, period)
          ) STRICT;
          CREATE TABLE desk_report_event (
            report_row INTEGER NOT NULL REFERENCES desk_report (row),
            number INTEGER NOT NULL,
            -- The log's entry that commits to it.
            entry INTEGER NOT NULL,
            sealed BLOB NOT NULL,
            PRIMARY KEY (report_row, number)
          ) STRICT, WITHOUT ROWID;
          -- What was certified, byte for byte.
          CREATE TABLE desk_report_file (
            report_row INTEGER NOT NULL REFERENCES desk_report (row),
            edition INTEGER NOT NULL,
            name TEXT NOT NULL,
            sealed BLOB NOT NULL,
            PRIMARY KEY (report_row, edition, name)
          ) STRICT, WITHOUT ROWID;
          -- What everybody may see: tables of counts, and nothing else.
          CREATE TABLE desk_publication (
            row INTEGER PRIMARY KEY,
            agency TEXT NOT NULL,
            form TEXT NOT NULL,
            period TEXT NOT NULL,
            edition INTEGER NOT NULL,
            shown_from INTEGER NOT NULL,
            entry INTEGER NOT NULL,
            body BLOB NOT NULL
          ) STRICT;
          CREATE INDEX desk_publication_agency ON desk_publication (agency, row);
          CREATE TRIGGER desk_report_event_is_fixed BEFORE UPDATE ON desk_report_event
            BEGIN SELECT RAISE(ABORT, 'an event is never changed'); END;
          CREATE TRIGGER desk_report_file_is_fixed BEFORE UPDATE ON desk_report_file
            BEGIN SELECT RAISE(ABORT, 'what was certified is never changed'); END;
          """)
    }
  }
}
