import Desk
import Foundation
import LawLanguage
import Ledger
import Testing

struct CrashTests {
  /// What a desk that is killed while it works leaves behind.
  private static func workUntilKilled(in folder: String) async throws {
    let clock = WallClock(try moment("2026-02-10 02:00"))
    let office = try await TestOffice.open(URL(filePath: folder, directoryHint: .isDirectory), clock)
    let crew = try Crew("il-jail")
    let acknowledged = try #require(FileHandle(forWritingAtPath: "\(folder)/acknowledged"))
    try acknowledged.seekToEnd()
    try await withThrowingTaskGroup(of: Void.self) { group in
      for _ in 0..<4 {
        group.addTask {
          while true {
            let intake = Intake(
              opening: Opening(agency: "il-jail", received: clock.read(), channel: .fax),
              papers: [PaperCheck(kind: "i247a", names: .thePerson)])
            let receipt = try await office.receive(intake, by: Hand(crew.clerk))
            try acknowledged.write(contentsOf: Data("\(receipt.id) \(receipt.number.count)\n".utf8))
          }
        }
      }
      group.addTask {
        try await Task.sleep(for: .milliseconds(Int.random(in: 20...250)))
        kill(getpid(), SIGKILL)
      }
      try await group.waitForAll()
    }
  }

  @Test func whatWasAcknowledgedIsThereAfterTheProcessIsKilled() async throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "desk-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: folder) }
    let clock = WallClock(try moment("2026-02-10 02:00"))
    try OfficeFolder(folder.path()).prepare(logName: "desk.example.gov/log")
    let crew = try Crew("il-jail")
    do {
      let office = try await TestOffice.open(folder, clock)
      try await office.proposeAdoption(
        of: office.beside.digest, on: office.beside.everyInitial, reason: "read", by: crew.counsel)
      try await office.confirmAdoption(of: office.beside.digest, reason: "read", by: crew.deputy)
    }
    let list = folder.appending(path: "acknowledged")
    try Data().write(to: list)
    for _ in 0..<3 {
      let path = folder.path()
      await #expect(processExitsWith: .signal(SIGKILL)) { [path = path as String] in
        try await CrashTests.workUntilKilled(in: path)
      }
      let office = try await TestOffice.open(folder, clock)
      #expect(await office.ledger.standing == .signing)
      try await office.ledger.audit()
      let lines = String(decoding: try Data(contentsOf: list), as: UTF8.self).split(separator: "\n")
      for line in lines {
        let parts = line.split(separator: " ")
        let id = try #require(CaseID(String(parts[0])))
        let file = try await office.caseFile(id, for: crew.clerk)
        #expect("\(file.number.count)" == parts[1] && file.stage == .proposed)
      }
      // No number is missing and none is given twice, acknowledged or not.
      var (numbers, cursor): ([Int], String?) = ([], nil)
      repeat {
        let page = try await office.cases(for: crew.clerk, after: cursor, limit: 500)
        numbers += page.items.map(\.number.count)
        cursor = page.next
      } while cursor != nil
      #expect(numbers.reversed() == Array(1..<(numbers.count + 1)))
      #expect(numbers.count >= lines.count)
    }
  }
}
