import Foundation
import GRDB
package import LawLanguage

/// The keys of accounts: passkeys, and passphrases with codes.
extension Accounts {
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

  /// When each passkey of an account was made, by its name.
  package func passkeys(of account: AccountID) async throws -> [(id: [UInt8], added: Instant)] {
    try await database.read { db in
      try Row.fetchAll(
        db, sql: "SELECT id, added FROM passkey WHERE account = ? ORDER BY added, id", arguments: [account.text]
      ).map { row in
        let (id, added): (Data, Int64) = (row["id"], row["added"])
        return (Array(id), Instant(seconds: added))
      }
    }
  }

  /// Takes a passkey from an account. False if it is the last way in, or not the account's.
  package func remove(passkey id: [UInt8], from account: AccountID) async throws -> Bool {
    try await database.write { db in
      try db.execute(
        sql: """
          DELETE FROM passkey WHERE id = :id AND account = :account AND (
            (SELECT COUNT(*) FROM passkey WHERE account = :account) > 1
            OR EXISTS (SELECT 1 FROM account WHERE account.id = :account AND codes IS NOT NULL))
          """, arguments: ["id": Data(id), "account": account.text])
      return db.changesCount == 1
    }
  }

  /// Takes passphrase and codes from an account. False if they are the last way in.
  package func removePassphrase(from account: AccountID) async throws -> Bool {
    try await database.write { db in
      try db.execute(
        sql: """
          UPDATE account SET salt = NULL, rounds = NULL, key = NULL, codes = NULL, lastStep = NULL
          WHERE id = ? AND codes IS NOT NULL AND EXISTS (SELECT 1 FROM passkey WHERE passkey.account = account.id)
          """, arguments: [account.text])
      return db.changesCount == 1
    }
  }

  /// Whether an account has a passphrase with codes.
  package func hasPassphrase(_ account: AccountID) async throws -> Bool {
    try await database.read { db in
      try Bool.fetchOne(db, sql: "SELECT codes IS NOT NULL FROM account WHERE id = ?", arguments: [account.text])
        ?? false
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

  /// Whether too many wrong tries have locked the passphrase of an account.
  package func isLocked(_ account: AccountID) async throws -> Bool {
    try await database.read { db in
      try Bool.fetchOne(db, sql: "SELECT locked FROM account WHERE id = ?", arguments: [account.text]) ?? false
    }
  }

  /// Whether passphrase and code are right. Counts a wrong try, and locks this way in after too many.
  package func check(
    _ account: AccountID, passphrase: String, code: String, at now: Instant
  ) async throws -> Bool {
    guard let kept = try await kept(account) else {
      // As much work as for an account that there is, so that time does not tell which there are.
      _ = try await work.run { Accounts.decoy.matches(passphrase) }
      return false
    }
    let isRight = try await work.run { kept.passphrase.matches(passphrase) }
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

  static let decoy = PassphraseDigest(
    salt: [UInt8](repeating: 0, count: 32), rounds: PassphraseDigest.rounds, key: [UInt8](repeating: 0, count: 32))
}
