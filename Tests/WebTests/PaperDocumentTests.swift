import Desk
import Foundation
import Testing
import Web

@Suite(.serialized) struct PaperDocumentTests {
  @Test func aPaperIsLinkedToTheDocumentThatShowsIt() async throws {
    let desk = try await APIDesk()
    let (clerk, now) = (desk.county.staff.clerk, desk.now)
    let id = try await desk.office.receive(
      Intake(
        opening: Opening(agency: desk.county.profile.id, received: now, channel: .fax),
        papers: [PaperCheck(kind: "i247a", names: .thePerson, boxes: ["1"])]), by: Hand(clerk)
    ).id
    let document = NewDocument(Array("the fax".utf8), title: "Fax of the detainer", mediaType: "text/plain")
    let version = try await desk.office.caseFile(id, for: clerk).version
    _ = try await desk.office.attach(document, to: id, version: version, by: Hand(clerk))
    try await desk.serve { server in
      let visit = Visit(server, as: clerk, at: now)
      let form = try await visit.get("/requests/\(id)/papers/1")
      #expect(form.body.contains("Which document shows it?") && form.body.contains("Fax of the detainer"))
      let answers = ["names": "the-person", "signed": "yes", "document": document.entry.digest]
      #expect(try await visit.post("/requests/\(id)/papers/1", answers).status == 303)
      let paper = try #require(try await desk.office.caseFile(id, for: clerk).papers.first)
      #expect(paper.check.documents == [document.entry.digest])
      let page = try await visit.get("/requests/\(id)")
      #expect(page.body.contains("Shown by: ") && page.body.contains("/documents/\(document.entry.digest)"))
      // A digest that is none of the request's is not taken.
      let none = String(repeating: "0", count: 64)
      _ = try await visit.post("/requests/\(id)/papers/1", ["names": "the-person", "document": none])
      let after = try #require(try await desk.office.caseFile(id, for: clerk).papers.first)
      #expect(!after.check.documents.contains(none))
    }
  }
}
