import Desk
import Foundation
import GRDB
import LawLanguage
import Ledger
import Testing

@Suite(.serialized) struct LoadTests {
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

  @Test func whatIsDueNowAnswersAtOnceAmongAHundredThousandCases() async throws {
    let test = try await TestOffice.make()
    let crew = try Crew("il-jail")
    try await fill(test.office, from: test.clock.read())
    var times: [Duration] = []
    for _ in 0..<60 {
      let start = ContinuousClock.now
      let page = try await test.office.dueNow(for: crew.clerk, limit: 100)
      times.append(ContinuousClock.now - start)
      #expect(page.items.count == 100)
    }
    let slow = try #require(times.sorted().dropFirst(times.count * 95 / 100).first)
    #expect(slow < .milliseconds(50))
    print("due now p95", slow)
    let start = ContinuousClock.now
    _ = try await test.office.dueCounts(for: crew.clerk, until: test.clock.read())
    _ = try await test.office.cases(for: crew.clerk, in: .decided)
    print("counts and list", ContinuousClock.now - start)
  }

  @Test func creatingRate() async throws {
    let test = try await TestOffice.make()
    _ = try await test.detainer("il-jail")
    let start = ContinuousClock.now
    try await withThrowingTaskGroup(of: Void.self) { group in
      for _ in 0..<4 {
        group.addTask {
          for _ in 0..<100 { _ = try await test.detainer("il-jail", facts: ["release-due": "2026-02-10T03:00"]) }
        }
      }
      try await group.waitForAll()
    }
    let taken = ContinuousClock.now - start
    print("create", 400 / (Double(taken.components.seconds) + Double(taken.components.attoseconds) / 1e18), "per second")
    let crew = try Crew("il-jail")
    let id = try #require(try await test.office.cases(for: crew.clerk).items.first?.id)
    let read = ContinuousClock.now
    for _ in 0..<100 { _ = try await test.office.caseFile(id, for: crew.clerk) }
    print("read", (ContinuousClock.now - read) / 100)
    print("size", try FileManager.default.attributesOfItem(atPath: test.folder.appending(path: "desk.sqlite").path())[.size] ?? 0)
  }
}
