import Desk
import GRDB
import LawLanguage
import Ledger
import Testing

struct LoadTests {
  /// 100,000 cases of which 5,000 are open, each with five clocks.
  private func fill(_ office: Office, from start: Instant) async throws {
    try await office.ledger.pool.write { db in
      try db.execute(
        sql: """
          WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 100000)
          INSERT INTO desk_case (id, agency, year, count, version, stage, received, entered, changed, closed, is_sealed,
            is_held)
          SELECT lower(hex(randomblob(16))), 'il-jail', 2025, i, 9, iif(i % 20 = 0, 'decided', 'closed'), ?, ?, ?,
            iif(i % 20 = 0, NULL, ?), 0, 0 FROM n
          """, arguments: [start.seconds, start.seconds, start.seconds, start.seconds])
      try db.execute(
        sql: """
          WITH RECURSIVE k(j) AS (SELECT 1 UNION ALL SELECT j + 1 FROM k WHERE j < 5)
          INSERT INTO desk_due (agency, due, case_row, key, kind, title, cite, is_immediate)
          SELECT 'il-jail', ? + abs(random() % 1000000), row, 'task' || j, 'duty', 'give a copy of the paper', 'x § 1', 0
          FROM desk_case, k WHERE closed IS NULL AND year = 2025
          """, arguments: [start.seconds])
    }
  }

  @Test func whatIsDueFirstComesFirstAmongAHundredThousandCases() async throws {
    let test = try await TestOffice.make()
    let crew = try Crew("il-jail")
    try await fill(test.office, from: test.clock.read())
    let page = try await test.office.dueNow(for: crew.clerk, limit: 100)
    #expect(page.items.count == 100)
    let moments = page.items.compactMap(\.due)
    #expect(!moments.isEmpty && moments == moments.sorted())
  }
}
