import Desk
import Foundation
import LawLanguage
import Testing
import Web

/// Many letters at once: each a transaction of its own, told as they are made, and none twice.
@Suite(.serialized) struct LetterBatchTests {
  private static let python = APIDesk.repository.appending(path: ".build/typesetter/bin/python3").path()
  private static let isThere = FileManager.default.isExecutableFile(atPath: python)

  /// A jail in California, which owes a copy to whom a request is about.
  private final class Jail: Sendable {
    let folder = FileManager.default.temporaryDirectory.appending(path: "batch-\(UUID().uuidString)").path()
    let county: SampleCounty
    let office: Office
    let now: Instant

    init(cases: Int) async throws {
      let now = Instant(seconds: Int64(Date().timeIntervalSince1970))
      self.now = now
      county = try SampleCounty(jurisdiction: "CA")
      try OfficeFolder(folder).prepare(logName: "desk.example.gov/log")
      office = try await Office.open(
        OfficeFolder(folder), settings: OfficeSettings(agencies: [county.profile]), law: APIDesk.law(), clock: { now })
      let (counsel, deputy, digest) = (county.staff.counsel, county.staff.deputyCounsel, office.beside.digest)
      try await office.proposeAdoption(
        of: digest, on: office.beside.everyInitial, reason: "read", by: counsel)
      try await office.confirmAdoption(of: digest, reason: "read", by: deputy)
      for number in 0..<cases {
        _ = try await office.receive(
          Intake(
            opening: Opening(agency: county.profile.id, received: now, channel: .fax, requester: "Example office"),
            papers: [PaperCheck(kind: "i247a", names: .thePerson, boxes: ["1"])]),
          person: Person(name: "Sample Person \(number)"), by: Hand(county.staff.clerk))
      }
    }

    deinit { try? FileManager.default.removeItem(atPath: folder) }

    func serve(_ body: @Sendable @escaping (TestServer) async throws -> Void) async throws {
      let (office, now) = (office, now)
      let zone = try #require(Zone(identifier: "America/Los_Angeles"))
      var work = OfficeWork(office, zone: zone)
      let press = LetterPress.find(
        environment: [
          "TENTH_LETTERS": APIDesk.repository.appending(path: "Letters").path(),
          "TENTH_TYPESETTER": LetterBatchTests.python,
        ], program: "tenth")
      work.press = press
      work.letterhead = Letterhead(
        office: "Example County Jail", address: ["1 Example Street"], contact: ["555-0100"], log: "example/log")
      let desk = work
      try await TestServer.run(
        players: county.staff.all, clock: { now }, change: { $0.work = { deskRoutes(desk, $0) } }, body)
      await press.stop()
    }
  }

  /// Looks at a batch until it is no longer being made.
  private func finished(_ clerk: Visit, _ path: String) async throws -> TestServer.Answer {
    for _ in 0..<600 {
      let page = try await clerk.get(path)
      if !page.body.contains("Being made.") { return page }
      try await Task.sleep(for: .milliseconds(100))
    }
    Issue.record("the batch did not end")
    return try await clerk.get(path)
  }

  @Test(.enabled("the typesetter is not installed") { isThere })
  func everyLetterOwedToAPersonGoesOutOnceAndIsPrintedFromOneFile() async throws {
    let jail = try await Jail(cases: 6)
    let (office, people, now) = (jail.office, jail.county.staff, jail.now)
    try await jail.serve { server in
      let clerk = Visit(server, as: people.clerk, at: now)
      let form = try await clerk.get("/letters")
      #expect(form.status == 200 && form.body.contains("Make them"))
      #expect(try await clerk.post("/letters").status == 422, "no kind ticked")
      let begun = try await clerk.post("/letters", ["kind": "copy-cover"])
      #expect(begun.status == 303)
      let path = try #require(begun.header("location"))
      let page = try await finished(clerk, path)
      #expect(page.body.contains("Done.") && page.body.contains("6 of 6 open requests looked through"))
      #expect(page.body.contains("6 letters made"))
      for id in try await office.openCases(for: people.clerk, limit: 10) {
        let letters = try await office.caseFile(id, for: people.clerk).letters
        #expect(letters.map(\.entry.kind) == ["copy-cover"])
      }
      let file = try await clerk.get("\(path)/file")
      #expect(file.header("content-disposition")?.hasSuffix(".tar\"") == true)
      #expect(file.body.contains("0006-L-") && !file.body.contains("0007-") && file.body.contains("%PDF-"))
      // What went out does not go out again.
      let again = try #require(try await clerk.post("/letters", ["kind": "copy-cover"]).header("location"))
      #expect(try await finished(clerk, again).body.contains("0 letters made"))
      #expect(try await clerk.get("\(again)/file").status == 404)
      // Deciders record too; whoever adopts the law does not.
      #expect(try await Visit(server, as: people.counsel, at: now).get(path).status == 403)
    }
  }

  @Test(.enabled("the typesetter is not installed") { isThere })
  func aBatchIsStoppedAndAnotherGoesOnWithTheRest() async throws {
    let jail = try await Jail(cases: 30)
    let (people, now) = (jail.county.staff, jail.now)
    try await jail.serve { server in
      let clerk = Visit(server, as: people.clerk, at: now)
      let path = try #require(try await clerk.post("/letters", ["kind": "copy-cover"]).header("location"))
      #expect(try await clerk.post("/letters", ["kind": "copy-cover"]).status == 409, "one at a time")
      #expect(try await clerk.post("\(path)/stop").status == 303)
      let stopped = try await finished(clerk, path)
      let made = try #require(stopped.body.firstMatch(of: /(\d+) letters? made/)).output.1
      #expect(stopped.body.contains("Stopped.") && Int(made) ?? 30 < 30)
      let next = try #require(try await clerk.post("/letters", ["kind": "copy-cover"]).header("location"))
      let rest = try #require(try await finished(clerk, next).body.firstMatch(of: /(\d+) letters? made/)).output.1
      #expect((Int(made) ?? 0) + (Int(rest) ?? 0) == 30)
    }
  }
}
