package import Desk
import Foundation
import GRDB
package import LawLanguage

/// Somebody's account.
package struct Account: Sendable, Hashable {
  package let staff: Staff
  /// Names the account in records and logs, and means nothing elsewhere.
  package let opaque: String
  package let isClosed: Bool
  /// Whether nobody has signed in with it for so long that it opens nothing (CJIS AC-2).
  package let isIdle: Bool
  /// The roles given for a time, and until when; nil where there are none.
  package let elevation: Elevation?
  package let passkeys: Int
  package let hasPassphrase: Bool
  /// Whether the passphrase no longer opens it, after too many wrong tries, until an administrator frees it.
  package let isLocked: Bool
}

/// Roles given for a time: an emergency, somebody's leave.
package struct Elevation: Sendable, Hashable {
  /// The holder with all roles that they have meanwhile.
  package let staff: Staff
  /// Until when.
  package let until: Instant
}

/// The accounts of the desk, in a database of their own: those who keep it see no case.
package struct Accounts: Directory {
  let database: DatabaseQueue
  let seal: AccountSeal
  /// Where passphrases are reckoned.
  package let work: PassphraseWork

  /// CJIS AC-7: five wrong tries within fifteen minutes.
  package enum Limits {
    package static let tries = 5
    package static let within: Int64 = 15 * 60
    package static let link: Int64 = 24 * 60 * 60
    /// CJIS AC-2: an account that nobody has used for 90 days is disabled.
    package static let idle: Int64 = 90 * 24 * 60 * 60
    /// CJIS AC-2(2): what is given for an emergency ends within 72 hours.
    package static let elevation: Int64 = 72 * 60 * 60
  }

  /// Opens the database in a folder, and makes it where there is none.
  package init(folder: String, work: PassphraseWork = PassphraseWork()) throws {
    self.work = work
    seal = try AccountSeal(path: folder + "/accounts.key")
    database = try DatabaseQueue(path: folder + "/accounts.sqlite")
    var migrator = DatabaseMigrator()
    migrator.registerMigration("1 accounts") { db in
      try db.execute(sql: Accounts.schema)
    }
    migrator.registerMigration("2 idle and elevated accounts") { db in
      try db.execute(sql: Accounts.second)
    }
    try migrator.migrate(database)
  }

  private static let schema = """
    CREATE TABLE account (
      id TEXT PRIMARY KEY, staff TEXT NOT NULL, closed INTEGER NOT NULL DEFAULT 0,
      salt BLOB, rounds INTEGER, key BLOB, codes BLOB, lastStep INTEGER,
      wrong INTEGER NOT NULL DEFAULT 0, wrongSince INTEGER NOT NULL DEFAULT 0, locked INTEGER NOT NULL DEFAULT 0
    ) STRICT;
    CREATE TABLE passkey (
      id BLOB PRIMARY KEY, account TEXT NOT NULL REFERENCES account(id) ON DELETE CASCADE,
      publicKey BLOB NOT NULL, counter INTEGER NOT NULL, added INTEGER NOT NULL
    ) STRICT;
    CREATE TABLE link (
      digest TEXT PRIMARY KEY, account TEXT NOT NULL REFERENCES account(id) ON DELETE CASCADE, until INTEGER NOT NULL
    ) STRICT;
    """

  private static let second = """
    ALTER TABLE account ADD COLUMN opaque TEXT NOT NULL DEFAULT '';
    ALTER TABLE account ADD COLUMN seen INTEGER;
    ALTER TABLE account ADD COLUMN elevated TEXT;
    ALTER TABLE account ADD COLUMN elevatedUntil INTEGER;
    UPDATE account SET opaque = lower(hex(randomblob(8))), seen = unixepoch();
    CREATE UNIQUE INDEX account_opaque ON account (opaque);
    """

  // MARK: Staff

  package func staff(_ account: AccountID, at now: Instant) async throws -> Staff? {
    try await database.read { db in
      guard
        let row = try Row.fetchOne(
          db,
          sql:
            "SELECT staff, elevated, elevatedUntil FROM account WHERE id = ? AND closed = 0 AND NOT \(Accounts.idle)",
          arguments: [account.text, now.seconds - Limits.idle])
      else { return nil }
      return try Accounts.elevation(row, at: now)?.staff ?? Accounts.decode(row["staff"])
    }
  }

  /// Whether an account's last use, or its making, lies before a moment that is bound to the statement.
  static let idle = "(seen IS NOT NULL AND seen <= ?)"

  private static func elevation(_ row: Row, at now: Instant) throws -> Elevation? {
    let (staff, until): (String?, Int64?) = (row["elevated"], row["elevatedUntil"])
    guard let staff, let until, now.seconds < until else { return nil }
    return Elevation(staff: try decode(staff), until: Instant(seconds: until))
  }

  private static func decode(_ text: String) throws -> Staff {
    try JSONDecoder().decode(Staff.self, from: Data(text.utf8))
  }

  package func all(at now: Instant) async throws -> [Account] {
    try await database.read { db in
      try Row.fetchAll(
        db,
        sql: """
          SELECT staff, opaque, closed, \(Accounts.idle) AS idle, elevated, elevatedUntil,
            key IS NOT NULL AND codes IS NOT NULL AS phrase, locked,
            (SELECT COUNT(*) FROM passkey WHERE passkey.account = account.id) AS passkeys
          FROM account ORDER BY id
          """, arguments: [now.seconds - Limits.idle]
      ).map { row in
        Account(
          staff: try Accounts.decode(row["staff"]), opaque: row["opaque"], isClosed: row["closed"],
          isIdle: row["idle"], elevation: try Accounts.elevation(row, at: now), passkeys: row["passkeys"],
          hasPassphrase: row["phrase"], isLocked: row["locked"])
      }
    }
  }

  /// The name under which records and logs know an account; nil if there is no such account.
  package func opaque(_ account: AccountID) async throws -> String? {
    try await database.read { db in
      try String.fetchOne(db, sql: "SELECT opaque FROM account WHERE id = ?", arguments: [account.text])
    }
  }

  /// Whether nobody can sign in: the desk is new, or nobody has used it for so long.
  package func isEmpty(at now: Instant) async throws -> Bool {
    try await database.read { db in
      try Int.fetchOne(
        db,
        sql: "SELECT COUNT(*) FROM account WHERE closed = 0 AND NOT \(Accounts.idle) AND (codes IS NOT NULL OR EXISTS "
          + "(SELECT 1 FROM passkey WHERE passkey.account = account.id))",
        arguments: [now.seconds - Limits.idle]) == 0
    }
  }

  /// Adds or changes an account.
  package func save(_ staff: Staff) async throws {
    let text = String(decoding: try JSONEncoder().encode(staff), as: UTF8.self)
    try await database.write { db in
      try db.execute(
        sql: """
          INSERT INTO account (id, staff, opaque) VALUES (?, ?, lower(hex(randomblob(8))))
          ON CONFLICT (id) DO UPDATE SET staff = excluded.staff
          """, arguments: [staff.id, text])
    }
  }

  /// Closes an account, or opens it again; either way its lock is gone, and so is what it was given for a time.
  package func close(_ account: AccountID, _ isClosed: Bool, at now: Instant) async throws {
    try await database.write { db in
      try db.execute(
        sql: """
          UPDATE account SET closed = ?, seen = ?, locked = 0, wrong = 0, elevated = NULL, elevatedUntil = NULL
          WHERE id = ?
          """, arguments: [isClosed, now.seconds, account.text])
      if isClosed { try db.execute(sql: "DELETE FROM link WHERE account = ?", arguments: [account.text]) }
    }
  }

  /// Gives an account more roles for a time, and takes them back by itself.
  ///
  /// - Throws: `Staff.RolesClash` where nobody may have these roles together.
  package func elevate(_ account: AccountID, to roles: Set<StaffRole>, until: Instant, at now: Instant) async throws {
    guard let own = try await all(at: now).first(where: { $0.staff.id == account.text })?.staff else { return }
    let staff = try Staff(
      id: own.id, name: own.name, title: own.title, agency: own.agency, roles: own.roles.union(roles),
      mayBreakGlass: own.mayBreakGlass)
    let text = String(decoding: try JSONEncoder().encode(staff), as: UTF8.self)
    let last = min(until.seconds, now.seconds + Limits.elevation)
    try await database.write { db in
      try db.execute(
        sql: "UPDATE account SET elevated = ?, elevatedUntil = ? WHERE id = ?", arguments: [text, last, account.text])
    }
  }

  /// Remembers that somebody signed in with an account.
  package func use(_ account: AccountID, at now: Instant) async throws {
    try await database.write { db in
      try db.execute(sql: "UPDATE account SET seen = ? WHERE id = ?", arguments: [now.seconds, account.text])
    }
  }

  // MARK: One-time links

  /// A secret that lets its holder set up an account's keys, once. Only its digest is kept.
  package func makeLink(for account: AccountID, at now: Instant) async throws -> String {
    let secret = Secret.token()
    try await database.write { db in
      try db.execute(sql: "DELETE FROM link WHERE account = ?", arguments: [account.text])
      try db.execute(
        sql: "INSERT INTO link VALUES (?, ?, ?)",
        arguments: [digest(of: Array(secret.utf8)), account.text, now.seconds + Limits.link])
      // From now on it may grow idle.
      try db.execute(
        sql: "UPDATE account SET seen = ? WHERE id = ? AND seen IS NULL", arguments: [now.seconds, account.text])
    }
    return secret
  }

  /// The account of a link, which then opens nothing any more.
  package func takeLink(_ secret: String, at now: Instant) async throws -> AccountID? {
    try await database.write { db in
      let digest = digest(of: Array(secret.utf8))
      let account = try String.fetchOne(
        db,
        sql:
          "SELECT link.account FROM link JOIN account ON account.id = link.account WHERE digest = ? AND until > ? AND closed = 0",
        arguments: [digest, now.seconds])
      try db.execute(sql: "DELETE FROM link WHERE digest = ?", arguments: [digest])
      return account.map(AccountID.init)
    }
  }
}
