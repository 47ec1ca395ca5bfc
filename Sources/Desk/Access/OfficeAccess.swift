internal import Foundation
internal import GRDB
internal import Ledger

/// The record of who came in.
extension Office {
  /// Records who came in, was refused, or had their account changed: an entry of the log like any other.
  public func record(_ entry: AccessEntry) async throws(OfficeRefusal) {
    try await write { rows in
      let number = try rows.ledger.append(entry.payload.encoded(), in: rows.db)
      try rows.db.execute(sql: "INSERT INTO desk_access (entry) VALUES (?)", arguments: [number])
    }
  }

  /// What is recorded of who came in, the latest first.
  ///
  /// - Parameter before: The number of the log's entry at which the last page ended.
  public func accessEntries(
    for staff: Staff, before: Int? = nil, limit: Int = 100
  ) async throws(OfficeRefusal) -> [(number: Int, entry: AccessEntry)] {
    try require(.readLog, of: staff)
    let limit = max(1, min(limit, Office.longestPage))
    return try await read { rows in
      let numbers = try Int.fetchAll(
        rows.db, sql: "SELECT entry FROM desk_access WHERE entry < ? ORDER BY entry DESC LIMIT ?",
        arguments: [before ?? Int.max, limit])
      return try numbers.compactMap { number in
        AccessEntry(payload: try rows.ledger.payload(of: number, in: rows.db)).map { (number, $0) }
      }
    }
  }
}

extension AccessEntry {
  /// Reads what the log has of an entry; nil if it is no such entry.
  fileprivate init?(payload: [UInt8]) {
    struct Written: Decodable {
      let event: String
      let at: String
      let account: String?
      let by: String?
      let detail: String?
      let source: String?
      let more: Int?
    }
    guard let written = try? JSONDecoder().decode(Written.self, from: Data(payload)),
      written.event.hasPrefix("access."),
      let what = What(rawValue: String(written.event.dropFirst("access.".count)))
    else { return nil }
    self.init(
      what: what, account: written.account, by: written.by, detail: written.detail, source: written.source,
      moreRefusals: written.more ?? 0, at: written.at)
  }
}
