import Desk
import Foundation
import LawLanguage
import Testing
import Web

/// The law browser shows the law by which the desk decides, and apart from it the one that waits.
@Suite(.serialized) struct LawEditionTests {
  private static let was = "No keeping a person on a detainer"
  private static let now = "Never keep a person on a detainer"

  private static var changed: [SourceFile] {
    APIDesk.law().map { file in
      guard file.path == "il/trust.md" else { return file }
      return SourceFile(path: file.path, text: String(decoding: file.bytes, as: UTF8.self).replacing(was, with: now))
    }
  }

  @Test func theLawInUseIsShownUntilTheOtherIsAskedFor() async throws {
    let desk = try await APIDesk()
    let (office, people, now) = (desk.office, desk.county.staff, desk.now)
    let adopted = try #require(office.adopted).digest
    try await desk.serve { server in
      let clerk = Visit(server, as: people.clerk, at: now)
      let before = try await clerk.get("/law/il.trust")
      #expect(before.body.contains("The law in use.") && before.body.contains(adopted.prefix(16)))
      #expect(!before.body.contains("waits to be adopted"))
      #expect(try await clerk.get("/law?edition=waiting").status == 404, "nothing waits")
      try office.lay(beside: LawEditionTests.changed)
      let waiting = office.beside.digest
      let used = try await clerk.get("/law/il.trust")
      #expect(used.body.contains(LawEditionTests.was) && !used.body.contains(LawEditionTests.now))
      #expect(used.body.contains("/law/il.trust?edition=waiting"))
      let other = try await clerk.get("/law/il.trust?edition=waiting")
      #expect(other.body.contains(LawEditionTests.now) && !other.body.contains(LawEditionTests.was))
      #expect(other.body.contains("Not in use") && other.body.contains(waiting.prefix(16)))
      #expect(other.body.contains("Changed: 5 ILCS 805 § 15(a)"))
      let index = try await clerk.get("/law?edition=waiting")
      #expect(index.body.contains(/[0-9]+ changes?</) && index.body.contains("/law/il.trust?edition=waiting"))
      let plain = try await clerk.get("/law")
      #expect(!plain.body.contains(/[0-9]+ changes?</))
    }
  }
}
