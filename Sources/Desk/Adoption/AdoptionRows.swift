internal import Foundation
internal import GRDB
internal import LawLanguage
internal import Ledger

/// The steps of adoption and the files of what was proposed, as stored.
enum AdoptionRows {
  static func steps(in db: Database) throws -> [AdoptionStep] {
    try Data.fetchAll(db, sql: "SELECT record FROM desk_adoption ORDER BY number")
      .map { try JSONDecoder().decode(AdoptionStep.self, from: $0) }
  }

  /// The digest adopted last.
  static func adopted(_ steps: [AdoptionStep]) -> String? { steps.last { $0.kind == .confirmed }?.digest }

  /// The proposal that waits for a second person.
  static func proposed(_ steps: [AdoptionStep]) -> AdoptionStep? {
    guard let last = steps.last, last.kind == .proposed else { return nil }
    return last
  }

  static func files(of digest: String, in db: Database) throws -> [SourceFile] {
    try Row.fetchAll(
      db, sql: "SELECT path, bytes FROM desk_law_file WHERE digest = ? ORDER BY path", arguments: [digest]
    ).map { SourceFile(path: $0[0], bytes: Array($0[1] as Data)) }
  }

  static func keep(_ law: OfficeLaw, in db: Database) throws {
    for file in law.files {
      try db.cachedStatement(sql: "INSERT OR IGNORE INTO desk_law_file (digest, path, bytes) VALUES (?, ?, ?)")
        .execute(arguments: [law.digest, file.path, Data(file.bytes)])
    }
  }

  static func add(_ step: AdoptionStep, after count: Int, in rows: CaseRows) throws {
    let stored = try Int.fetchOne(rows.db, sql: "SELECT count(*) FROM desk_adoption") ?? 0
    guard stored == count else { throw OfficeRefusal.nothingThere("such proposal any more: somebody else was first") }
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys]
    let record = try encoder.encode(step)
    let payload = CanonicalJSON.object([
      "event": .string("law.\(step.kind.rawValue)"), "record": .string(String(decoding: record, as: UTF8.self)),
    ])
    let entry = try rows.ledger.append(payload.encoded(), in: rows.db)
    try rows.db.execute(
      sql: "INSERT INTO desk_adoption (number, record, entry) VALUES (?, ?, ?)", arguments: [count + 1, record, entry])
  }
}
