internal import GRDB

/// The tables of programs that use the HTTP API, and of who came in.
enum ProgramSchema {
  static func register(in migrator: inout DatabaseMigrator) {
    migrator.registerMigration("desk-api-1") { try $0.execute(sql: first) }
  }

  private static let first = """
    -- Which of the log's entries tell who came in.
    CREATE TABLE desk_access (entry INTEGER PRIMARY KEY) STRICT;
    -- What a token opens. Of its secrets only digests are kept.
    CREATE TABLE desk_token (
      id TEXT PRIMARY KEY,
      digest TEXT NOT NULL,
      calendar TEXT NOT NULL,
      name TEXT NOT NULL,
      agency TEXT NOT NULL,
      scopes TEXT NOT NULL,
      made INTEGER NOT NULL,
      expires INTEGER NOT NULL,
      revoked INTEGER,
      used INTEGER
    ) STRICT;
    -- Where a program wants to be told that a case has changed; address and secret are sealed.
    CREATE TABLE desk_hook (
      id TEXT PRIMARY KEY,
      token TEXT NOT NULL REFERENCES desk_token (id),
      agency TEXT NOT NULL,
      sealed BLOB NOT NULL,
      made INTEGER NOT NULL,
      -- The last row of desk_event of which it was told.
      told INTEGER NOT NULL,
      disabled INTEGER
    ) STRICT;
    CREATE TABLE desk_delivery (
      id TEXT PRIMARY KEY,
      hook TEXT NOT NULL REFERENCES desk_hook (id) ON DELETE CASCADE,
      body TEXT NOT NULL,
      tries INTEGER NOT NULL,
      next INTEGER NOT NULL
    ) STRICT;
    CREATE INDEX desk_delivery_next ON desk_delivery (next);
    CREATE INDEX desk_delivery_hook ON desk_delivery (hook);
    """
}
