internal import Foundation
internal import GRDB
internal import LawLanguage
internal import Ledger

extension Office {
  /// Writes the whole log for an auditor: one line of JSON for each entry, in the log's order and with what was logged
  /// word for word (CJIS Security Policy AU-7: content and order of the records are not changed).
  ///
  /// A line holds the entry's number and commitment; salt and payload, so that the two can be held against the
  /// commitment, unless they are erased or it is padding; and of an event of a case what it was, when, and by whom. No
  /// free text and nothing of a person. Another agency's entries show their commitment alone.
  ///
  /// - Parameter path: A file that must not exist yet.
  /// - Returns: How many entries it holds.
  public func exportAudit(to path: String, by auditor: Staff) async throws(OfficeRefusal) -> Int {
    try require(.readLog, of: auditor)
    let now = clock()
    try await write { rows in
      _ = try rows.ledger.append(
        CanonicalJSON.object([
          "event": .string("log.exported"), "by": .string(auditor.id), "at": .integer(Int(now.seconds)),
        ]).encoded(), in: rows.db)
    }
    guard let latest = await ledger.latest else { throw .unreadable("no state of the log is signed") }
    let key = await ledger.verifier.text
    let file: FileHandle
    do { file = try NewFile.create(path) } catch { throw .nothingThere("room: \(error)") }
    do throws(OfficeRefusal) {
      return try await read { rows in
        var lines = AuditLines(rows: rows, agency: auditor.agency)
        try file.write(contentsOf: lines.head(by: auditor, at: now, key: key))
        for number in 0..<latest.checkpoint.size { try file.write(contentsOf: lines.line(number)) }
        try file.write(contentsOf: lines.encoded(["checkpoint": .text(String(decoding: latest.bytes, as: UTF8.self))]))
        try file.synchronize()
        return latest.checkpoint.size
      }
    } catch {
      unlink(path)
      throw error
    }
  }
}

/// The lines of an audit, made one by one.
private struct AuditLines {
  let rows: CaseRows
  let agency: String
  /// Of the case read last: events of a case often follow each other.
  private var known: (row: Int64, entry: CaseRows.Entry, key: DataKey)?

  init(rows: CaseRows, agency: String) {
    self.rows = rows
    self.agency = agency
  }

  enum Value: Encodable {
    case text(String)
    case number(Int)
    case map([String: Value])

    func encode(to encoder: any Encoder) throws {
      var container = encoder.singleValueContainer()
      switch self {
      case .text(let text): try container.encode(text)
      case .number(let number): try container.encode(number)
      case .map(let map): try container.encode(map)
      }
    }
  }

  func encoded(_ line: [String: Value]) throws -> Data {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return try encoder.encode(line) + Data([0x0A])
  }

  func head(by auditor: Staff, at now: Instant, key: String) throws -> Data {
    try encoded([
      "audit": .number(1), "agency": .text(agency), "by": .text(auditor.id), "made": .text(now.utc), "key": .text(key),
    ])
  }

  mutating func line(_ number: Int) throws -> Data {
    let commitment = try rows.ledger.entry(number, in: rows.db).commitment
    var line: [String: Value] = [
      "number": .number(number), "commit": .text(Data(commitment.bytes).base64EncodedString()),
    ]
    let place = try Row.fetchOne(
      rows.db.cachedStatement(
        sql: """
          SELECT c.row, c.agency, e.number FROM desk_case c LEFT JOIN desk_event e ON e.case_row = c.row AND e.entry = ?
          WHERE c.row = coalesce((SELECT case_row FROM desk_event WHERE entry = ?),
            (SELECT case_row FROM desk_case_entry WHERE entry = ?))
          """), arguments: [number, number, number])
    if let place, place[1] != agency { return try encoded(line) }
    guard let (salt, payload) = try rows.ledger.secretIfKept(of: number, in: rows.db) else { return try encoded(line) }
    line["salt"] = .text(Data(salt).base64EncodedString())
    line["payload"] = .text(String(decoding: payload, as: UTF8.self))
    if let place, let event: Int = place[2] { line["event"] = .map(try about(event, of: place[0])) }
    return try encoded(line)
  }

  private mutating func about(_ event: Int, of row: Int64) throws -> [String: Value] {
    if known?.row != row {
      guard
        let entry = try Row.fetchOne(
          rows.db, sql: "SELECT \(CaseRows.columns) FROM desk_case WHERE row = ?", arguments: [row]
        ).flatMap(CaseRows.entry), let key = try rows.keys.key(.record, of: row)
      else { return [:] }
      known = (row, entry, key)
    }
    guard let known, let found = try rows.event(event, of: known.entry, under: known.key) else { return [:] }
    var about: [String: Value] = [
      "case": .text(known.entry.number.description), "what": .text(found.what.kind.rawValue),
      "recorded": .text(found.recorded.utc), "happened": .text(found.happened.utc),
    ]
    if let by = found.by?.staff { about["by"] = .text(by) }
    return about
  }
}
