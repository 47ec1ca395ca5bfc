package import Desk
import Foundation
import GRDB
package import LawLanguage

/// Somebody's account.
package struct Account: Sendable, Hashable {
  package let staff: Staff
  package let isClosed: Bool
  package let passkeys: Int
  package let hasPassphrase: Bool
  /// Whether the passphrase no longer opens it, after too many wrong tries, until an administrator frees it.
  package let isLocked: Bool
}

/// The accounts of the desk, in a database of their own: those who keep it see no case.
package struct Accounts: Directory {
  private let database: DatabaseQueue
  private let seal: AccountSeal

  /// CJIS AC-7: five wrong tries within fifteen minutes.
  package enum Limits {
    package static let tries = 5
    package static let within: Int64 = 15 * 60
    package static let link: Int64 = 24 * 60 * 60
  }

  /// Opens the database in a folder, and makes it where there is none.
  package init(folder: String) throws {
    seal = try AccountSeal(path: folder + "/accounts.key")
    database = try DatabaseQueue(path: folder + "/accounts.sqlite")
    var migrator = DatabaseMigrator()
    migrator.registerMigration("1 accounts") { db in
      try db.execute(sql: Accounts.schema)
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

  // MARK: Staff

  package func staff(_ account: AccountID, at now: Instant) async throws -> Staff? {
    try await database.read { db in
      guard
        let row = try Row.fetchOne(
          db, sql: "SELECT staff FROM account WHERE id = ? AND closed = 0", arguments: [account.text])
      else { return nil }
      return try Accounts.decode(row["staff"])
    }
  }

  private static func decode(_ text: String) throws -> Staff {
    try JSONDecoder().decode(Staff.self, from: Data(text.utf8))
  }

  package func all() async throws -> [Account] {
    try await database.read { db in
      try Row.fetchAll(
        db,
        sql: """
          SELECT staff, closed, key IS NOT NULL AND codes IS NOT NULL AS phrase, locked,
            (SELECT COUNT(*) FROM passkey WHERE passkey.account = account.id) AS passkeys
          FROM account ORDER BY id
          """
      ).map { row in
        Account(
          staff: try Accounts.decode(row["staff"]), isClosed: row["closed"], passkeys: row["passkeys"],
          hasPassphrase: row["phrase"], isLocked: row["locked"])
      }
    }
  }

  /// Whether nobody can sign in yet: the desk is new.
  package func isEmpty() async throws -> Bool {
    try await database.read { db in
      try Int.fetchOne(
        db,
        sql: "SELECT COUNT(*) FROM account WHERE closed = 0 AND (codes IS NOT NULL OR EXISTS "
          + "(SELECT 1 FROM passkey WHERE passkey.account = account.id))") == 0
    }
  }

  /// Adds or changes an account.
  package func save(_ staff: Staff) async throws {
    let text = String(decoding: try JSONEncoder().encode(staff), as: UTF8.self)
    try await database.write { db in
      try db.execute(
        sql: "INSERT INTO account (id, staff) VALUES (?, ?) ON CONFLICT (id) DO UPDATE SET staff = excluded.staff",
        arguments: [staff.id, text])
    }
  }

  /// Closes an account, or opens it again; either way its lock is gone.
  package func close(_ account: AccountID, _ isClosed: Bool) async throws {
    try await database.write { db in
      try db.execute(
        sql: "UPDATE account SET closed = ?, locked = 0, wrong = 0 WHERE id = ?",
        arguments: [isClosed, account.text])
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
    }
    return secret
  }

  /// The account of a link, which then opens nothing any more.
  package func takeLink(_ secret: String, at now: Instant) async throws -> AccountID? {
    try await database.write { db in
      let digest = digest(of: Array(secret.utf8))
      let account = try String.fetchOne(
        db, sql: "SELECT account FROM link WHERE digest = ? AND until > ?", arguments: [digest, now.seconds])
      try db.execute(sql: "DELETE FROM link WHERE digest = ?", arguments: [digest])
      return account.map(AccountID.init)
    }
  }

  // MARK: Passkeys

  package func add(_ passkey: Passkey, to account: AccountID, at now: Instant) async throws {
    try await database.write { db in
      try db.execute(
        sql: "INSERT INTO passkey VALUES (?, ?, ?, ?, ?)",
        arguments: [
          Data(passkey.id), account.text, Data(passkey.publicKey), Int(passkey.counter), now.seconds,
        ])
    }
  }

  /// The passkey of that name, and whose it is.
  package func passkey(_ id: [UInt8]) async throws -> (passkey: Passkey, account: AccountID)? {
    try await database.read { db in
      guard
        let row = try Row.fetchOne(
          db, sql: "SELECT * FROM passkey JOIN account ON account.id = account WHERE passkey.id = ? AND closed = 0",
          arguments: [Data(id)])
      else { return nil }
      let key: Data = row["publicKey"]
      let counter: Int = row["counter"]
      return (
        Passkey(id: id, publicKey: Array(key), counter: UInt32(clamping: counter)), AccountID(row["account"])
      )
    }
  }

  /// Keeps the new counter. False if another sign-in was faster with it.
  package func advance(_ passkey: Passkey, from counter: UInt32) async throws -> Bool {
    try await database.write { db in
      try db.execute(
        sql: "UPDATE passkey SET counter = ? WHERE id = ? AND counter = ?",
        arguments: [Int(passkey.counter), Data(passkey.id), Int(counter)])
      return db.changesCount == 1
    }
  }

  // MARK: Passphrase and codes

  package func set(_ passphrase: PassphraseDigest, _ codes: TimeCode, for account: AccountID) async throws {
    let sealed = try seal.seal(codes.secret, for: account)
    try await database.write { db in
      try db.execute(
        sql:
          "UPDATE account SET salt = ?, rounds = ?, key = ?, codes = ?, lastStep = NULL, wrong = 0, locked = 0 WHERE id = ?",
        arguments: [
          Data(passphrase.salt), passphrase.rounds, Data(passphrase.key), Data(sealed), account.text,
        ])
    }
  }

  /// Whether passphrase and code are right. Counts a wrong try, and locks this way in after too many.
  package func check(
    _ account: AccountID, passphrase: String, code: String, at now: Instant
  ) async throws -> Bool {
    guard let kept = try await kept(account) else {
      // As much work as for an account that there is, so that time does not tell which there are.
      _ = Accounts.decoy.matches(passphrase)
      return false
    }
    let isRight = kept.passphrase.matches(passphrase)
    let step = kept.codes.step(of: code, at: now, after: kept.lastStep)
    return try await database.write { db in
      let locked = try Bool.fetchOne(db, sql: "SELECT locked FROM account WHERE id = ?", arguments: [account.text])
      guard locked == false else { return false }
      if isRight, let step {
        try db.execute(
          sql: "UPDATE account SET lastStep = ?, wrong = 0 WHERE id = ? AND COALESCE(lastStep, -1) < ?",
          arguments: [step, account.text, step])
        return db.changesCount == 1
      }
      try db.execute(
        sql: """
          UPDATE account SET
            wrong = CASE WHEN wrongSince > :since THEN wrong + 1 ELSE 1 END,
            locked = CASE WHEN wrongSince > :since AND wrong + 1 >= :tries THEN 1 ELSE locked END,
            wrongSince = CASE WHEN wrongSince > :since THEN wrongSince ELSE :now END
          WHERE id = :account
          """,
        arguments: [
          "since": now.seconds - Limits.within, "tries": Limits.tries, "now": now.seconds, "account": account.text,
        ])
      return false
    }
  }

  /// What an account's passphrase and codes are known by.
  private struct Kept: Sendable {
    let passphrase: PassphraseDigest
    let codes: TimeCode
    let lastStep: Int64?
  }

  private func kept(_ account: AccountID) async throws -> Kept? {
    try await database.read { db in
      guard
        let row = try Row.fetchOne(
          db, sql: "SELECT * FROM account WHERE id = ? AND closed = 0 AND key IS NOT NULL AND codes IS NOT NULL",
          arguments: [account.text])
      else { return nil }
      let (salt, key, codes): (Data, Data, Data) = (row["salt"], row["key"], row["codes"])
      return Kept(
        passphrase: PassphraseDigest(salt: Array(salt), rounds: row["rounds"], key: Array(key)),
        codes: TimeCode(secret: try seal.open(Array(codes), for: account)), lastStep: row["lastStep"])
    }
  }

  private static let decoy = PassphraseDigest(
    salt: [UInt8](repeating: 0, count: 32), rounds: PassphraseDigest.rounds, key: [UInt8](repeating: 0, count: 32))
}
