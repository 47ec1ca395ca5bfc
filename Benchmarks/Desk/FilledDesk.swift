import Desk
import Foundation
import GRDB
import LawLanguage
import Ledger

/// A demonstration's desk with as many cases as a large jail has in decades: one in twenty open, with five clocks.
///
/// The rows have the number and size of real ones: ten events a case, sealed (random bytes in place of them, so that they
/// cannot be opened), ten entries of the log, a wrapped key, a person. The demonstration's own cases beside them are real.
struct FilledDesk {
  let folder: String
  private static let eventsPerCase = 10
  private static let atOnce = 1000

  func add(_ cases: Int) async throws {
    let county = try SampleCounty()
    let now = Instant(seconds: Int64(Date().timeIntervalSince1970))
    let office = try await Office.open(
      OfficeFolder(folder), settings: OfficeSettings(agencies: [county.profile]), law: LawFiles.all(), clock: { now })
    let progress = Progress(what: "Cases", total: cases)
    for start in stride(from: 0, to: cases, by: FilledDesk.atOnce) {
      let numbers = start..<min(start + FilledDesk.atOnce, cases)
      let agency = county.profile.id
      _ = try await office.ledger.commit { db in
        for number in numbers { try FilledDesk.insert(number, of: agency, at: now, office.ledger, db) }
      }
      progress.reached(numbers.upperBound)
    }
    // As a desk leaves its database when it stops.
    _ = try await office.ledger.pool.writeWithoutTransaction { try $0.checkpoint(.truncate) }
  }

  private static func insert(
    _ number: Int, of agency: String, at now: Instant, _ ledger: LedgerStore, _ db: Database
  ) throws {
    let isOpen = number % 20 == 0
    let received = now.seconds - Int64(number % 2_000) * 86_400 - 3600
    try db.cachedStatement(
      sql: """
        INSERT INTO desk_case (id, agency, year, count, version, stage, received, entered, changed, ended, closed,
          is_sealed, is_held)
        VALUES (lower(hex(randomblob(16))), ?, 1999, ?, ?, ?, ?, ?, ?, ?, ?, 0, 0)
        """
    ).execute(
      arguments: [
        agency, number + 1, eventsPerCase, isOpen ? "decided" : "closed", received, received, received,
        isOpen ? nil : received, isOpen ? nil : received,
      ])
    let row = db.lastInsertedRowID
    try db.cachedStatement(
      sql: "INSERT INTO desk_key (case_row, purpose, master, wrapped) VALUES (?, 'record', 'benchmark', randomblob(60))"
    ).execute(arguments: [row])
    try db.cachedStatement(sql: "INSERT INTO desk_person (case_row, sealed) VALUES (?, randomblob(200))")
      .execute(arguments: [row])
    let event = try db.cachedStatement(
      sql: "INSERT INTO desk_event (case_row, number, entry, sealed) VALUES (?, ?, ?, randomblob(700))")
    let payload = Array(#"{"case":"0123456789abcdef0123456789abcdef","digest":"x","event":1}"#.utf8)
    for index in 1...eventsPerCase {
      try event.execute(arguments: [row, index, try ledger.append(payload, in: db)])
    }
    guard isOpen else { return }
    let due = try db.cachedStatement(
      sql: """
        INSERT INTO desk_due (agency, due, case_row, key, kind, title, cite, is_immediate)
        VALUES (?, ?, ?, ?, 'duty', 'give a copy of the paper', 'example § 1', 0)
        """)
    for index in 1...5 {
      try due.execute(arguments: [
        agency, now.seconds + Int64((number * 7919 + index * 104_729) % 1_000_000), row, "task\(index)",
      ])
    }
  }
}

extension LawFiles {
  static func all() throws -> [SourceFile] {
    let laws = root.appending(path: "Laws")
    let paths = (FileManager.default.enumerator(atPath: laws.path())?.compactMap { $0 as? String } ?? []).sorted()
    return try paths.filter { $0.hasSuffix(".md") }.map { path in
      SourceFile(path: path, bytes: Array(try Data(contentsOf: laws.appending(path: path))))
    }
  }
}
