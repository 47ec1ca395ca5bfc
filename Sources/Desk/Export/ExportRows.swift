internal import Foundation
internal import GRDB
internal import LawLanguage
internal import Ledger

/// A step of handing cases out, as stored and logged.
struct ExportStep: Codable {
  enum Kind: String, Codable { case proposed, confirmed, withdrawn, handedOut = "handed-out" }
  let kind: Kind
  let by: Signature
  let at: Instant
  var range: ExportRange?
  var cases: [String]?
  var sealedLeftOut: Int?
  var digest: String?
}

extension CaseRows {
  /// Adds a step. Returns its number and the log's entry.
  @discardableResult
  func add(_ step: ExportStep, of proposal: Int?, agency: String) throws -> (number: Int, entry: Int) {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys]
    let record = try encoder.encode(step)
    let payload = CanonicalJSON.object([
      "event": .string("export.\(step.kind.rawValue)"), "record": .string(String(decoding: record, as: UTF8.self)),
    ])
    let entry = try ledger.append(payload.encoded(), in: db)
    try db.execute(
      sql: """
        INSERT INTO desk_export (agency, proposal, record, entry)
        VALUES (?, coalesce(?, (SELECT coalesce(max(number), 0) + 1 FROM desk_export)), ?, ?)
        """, arguments: [agency, proposal, record, entry])
    return (Int(db.lastInsertedRowID), entry)
  }

  /// What was proposed in an agency, the latest first.
  func exports(in agency: String, only number: Int? = nil, limit: Int = 50) throws -> [ExportProposal] {
    let rows = try Row.fetchAll(
      db,
      sql: """
        SELECT proposal, record, entry FROM desk_export WHERE agency = ? AND proposal IN
          (SELECT number FROM desk_export WHERE agency = ? AND number = proposal AND (? IS NULL OR number = ?)
            ORDER BY number DESC LIMIT ?)
        ORDER BY proposal DESC, number
        """, arguments: [agency, agency, number, number, limit])
    var found: [ExportProposal] = []
    for row in rows {
      let step = try JSONDecoder().decode(ExportStep.self, from: row[1] as Data)
      switch step.kind {
      case .proposed:
        found.append(
          ExportProposal(
            number: row[0], range: step.range ?? .all, cases: (step.cases ?? []).compactMap { CaseNumber($0) },
            sealedLeftOut: step.sealedLeftOut ?? 0, by: step.by, at: step.at))
      case .confirmed: found[found.count - 1].confirmed = .init(by: step.by, at: step.at)
      case .withdrawn: found[found.count - 1].isWithdrawn = true
      case .handedOut:
        found[found.count - 1].handedOut.append(
          .init(by: step.by, at: step.at, digest: step.digest ?? "", entry: row[2]))
      }
    }
    return found
  }

  func export(_ number: Int, in agency: String) throws -> ExportProposal {
    guard let found = try exports(in: agency, only: number).first else {
      throw OfficeRefusal.nothingThere("export of this number")
    }
    return found
  }

  /// The cases of a range by their numbers, and how many sealed ones are left out.
  func cases(
    in range: ExportRange, of agency: String, zone: Zone, limit: Int
  ) throws -> (numbers: [CaseNumber], sealed: Int) {
    func numbers(_ condition: String, _ arguments: [any DatabaseValueConvertible]) throws -> [CaseNumber] {
      try Row.fetchAll(
        db,
        sql: """
          SELECT year, count FROM desk_case WHERE agency = ? AND stage <> 'erased' AND \(condition)
          ORDER BY year, count LIMIT ?
          """, arguments: StatementArguments([agency] + arguments + [limit])
      ).map { CaseNumber(year: $0[0], count: $0[1]) }
    }
    let (condition, arguments): (String, [any DatabaseValueConvertible])
    switch range {
    case .one(let number): return (try numbers("year = ? AND count = ?", [number.year, number.count]), 0)
    case .received(let first, let last):
      condition = "received >= ? AND received < ?"
      arguments = [
        zone.instant(of: first, minutes: 0).seconds, zone.instant(of: last.adding(days: 1), minutes: 0).seconds,
      ]
    case .all: (condition, arguments) = ("TRUE", [])
    }
    let sealed = try Int.fetchOne(
      db,
      sql: "SELECT count(*) FROM desk_case WHERE agency = ? AND stage <> 'erased' AND is_sealed AND \(condition)",
      arguments: StatementArguments([agency] + arguments))
    return (try numbers("NOT is_sealed AND \(condition)", arguments), sealed ?? 0)
  }

  func entry(_ number: CaseNumber, in agency: String) throws -> Entry? {
    try Row.fetchOne(
      db, sql: "SELECT \(CaseRows.columns) FROM desk_case WHERE agency = ? AND year = ? AND count = ?",
      arguments: [agency, number.year, number.count]
    ).flatMap(CaseRows.entry)
  }
}
