internal import Foundation
internal import GRDB
internal import Ledger

/// What a data key is for: each case has one of each, so that one can go without the others.
enum KeyPurpose: String, CaseIterable {
  /// The case's events and documents.
  case record
  /// Whom it is about.
  case person
  /// Counsel's notes.
  case counsel
  /// Salt and payload of the log's entries; of no case.
  case log
  /// Reports and what was handed in; of no case.
  case report
}

/// The data keys of the cases, wrapped in the database.
struct CaseKeys {
  let db: Database
  let masters: MasterKeys

  /// The row of what belongs to no case.
  static let noCase: Int64 = 0

  func key(_ purpose: KeyPurpose, of row: Int64) throws -> DataKey? {
    let statement = try db.cachedStatement(
      sql: "SELECT master, wrapped FROM desk_key WHERE case_row = ? AND purpose = ?")
    guard let found = try Row.fetchOne(statement, arguments: [row, purpose.rawValue]) else { return nil }
    return try masters.unwrap(Array(found[1] as Data), of: found[0], for: CaseKeys.place(purpose, row))
  }

  func add(_ key: DataKey, _ purpose: KeyPurpose, of row: Int64) throws {
    let wrapped = try masters.wrap(key, for: CaseKeys.place(purpose, row))
    try db.cachedStatement(sql: "INSERT INTO desk_key (case_row, purpose, master, wrapped) VALUES (?, ?, ?, ?)")
      .execute(arguments: [row, purpose.rawValue, masters.wrapping, Data(wrapped)])
  }

  /// The key; a new one where there is none yet.
  func keyOrNew(_ purpose: KeyPurpose, of row: Int64) throws -> DataKey {
    if let key = try key(purpose, of: row) { return key }
    let key = DataKey()
    try add(key, purpose, of: row)
    return key
  }

  /// Wraps everything that another master key wraps by the present one. Returns how many keys it was.
  func rewrap() throws -> Int {
    let rows = try Row.fetchAll(
      db, sql: "SELECT case_row, purpose, master, wrapped FROM desk_key WHERE master <> ?",
      arguments: [masters.wrapping])
    for row in rows {
      guard let purpose = KeyPurpose(rawValue: row[1]) else { continue }
      let place = CaseKeys.place(purpose, row[0])
      let key = try masters.unwrap(Array(row[3] as Data), of: row[2], for: place)
      try db.cachedStatement(sql: "UPDATE desk_key SET master = ?, wrapped = ? WHERE case_row = ? AND purpose = ?")
        .execute(
          arguments: [masters.wrapping, Data(try masters.wrap(key, for: place)), row[0] as Int64, purpose.rawValue])
    }
    return rows.count
  }

  private static func place(_ purpose: KeyPurpose, _ row: Int64) -> String { "\(purpose.rawValue)/\(row)" }
}

/// Seals what the log keeps of each entry under a data key of the desk's.
struct LogSeal: PayloadSeal {
  let key: DataKey

  func seal(_ plain: [UInt8], number: Int) throws -> [UInt8] { try key.seal(plain, for: "log/\(number)") }

  func open(_ sealed: [UInt8], number: Int) throws -> [UInt8] { try key.open(sealed, for: "log/\(number)") }
}
