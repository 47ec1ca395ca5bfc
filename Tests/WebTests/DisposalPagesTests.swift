import Desk
import Foundation
import LawLanguage
import Testing
import Web

/// Letting records go, the schedules, and handing cases out, as pages with a second person.
@Suite(.serialized) struct DisposalPagesTests {
  private static func closedCase(_ desk: APIDesk) async throws -> CaseID {
    let clerk = desk.county.staff.clerk
    let receipt = try await desk.office.keepUnreadable(
      NewDocument(Array("illegible".utf8), title: "Fax", mediaType: "text/plain"), why: "x", received: desk.now,
      channel: .fax, by: Hand(clerk))
    let version = try await desk.office.caseFile(receipt.id, for: clerk).version
    _ = try await desk.office.perform(
      .close(reason: "junk", leaving: []), on: receipt.id, version: version, by: Hand(clerk))
    return receipt.id
  }

  @Test func oneProposesAnotherConfirmsAndTheRequestIsGone() async throws {
    let desk = try await APIDesk()
    let id = try await DisposalPagesTests.closedCase(desk)
    let (people, now) = (desk.county.staff, desk.now)
    try await desk.serve { server in
      let publisher = Visit(server, as: people.publisher, at: now)
      let counsel = Visit(server, as: people.counsel, at: now)
      let path = "/requests/\(id)/disposal"
      let empty = try await publisher.post("\(path)/propose", ["what": "erase", "ground": "court-order"])
      #expect(
        empty.status == 422 && empty.body.contains("Where is that written?")
          && empty.body.contains("There is a problem"))
      let form = ["what": "erase", "ground": "court-order", "reference": "26-EX-0001"]
      #expect(try await counsel.post("\(path)/propose", form).status == 403)
      #expect(try await publisher.post("\(path)/propose", form).status == 303)
      let own = try await publisher.get(path)
      #expect(own.body.contains("Somebody else confirms it, not you") && !own.body.contains("Confirm: erase"))
      let waiting = try await counsel.get("/records")
      #expect(waiting.body.contains("Waiting for a second person") && waiting.body.contains("26-EX-0001"))
      let shown = try await counsel.get(path)
      #expect(shown.body.contains("Confirm: erase the request"))
      let number = try #require(shown.body.firstMatch(of: /name="number" value="(\d+)"/)).output.1
      #expect(try await publisher.post("\(path)/confirm", ["number": String(number)]).status == 403)
      #expect(try await counsel.post("\(path)/confirm", ["number": "999"]).status == 404)
      let gone = try await counsel.post("\(path)/confirm", ["number": String(number)])
      #expect(gone.status == 200 && gone.body.contains("The record is gone"))
      #expect(try await publisher.get("/requests/\(id)").status == 410)
    }
  }

  @Test func counselAdoptsAScheduleInTheirOwnNameAndEndsIt() async throws {
    let desk = try await APIDesk()
    let (people, now) = (desk.county.staff, desk.now)
    try await desk.serve { server in
      let publisher = Visit(server, as: people.publisher, at: now)
      let counsel = Visit(server, as: people.counsel, at: now)
      var form = [
        "kind": "request", "title": "Requests", "cite": "Example schedule 1", "years": "5", "from": "closed",
        "then": "erase",
      ]
      let sourceless = try await counsel.post("/records/schedules", form)
      #expect(sourceless.status == 422 && sourceless.body.contains("Write where you read its text, and when."))
      form["source"] = "made up for this test"
      #expect(try await publisher.post("/records/schedules", form).status == 403)
      #expect(try await counsel.post("/records/schedules", form).status == 303)
      let page = try await publisher.get("/records/schedules")
      #expect(page.body.contains("Example schedule 1") && page.body.contains(/Adopted by [^.]*Sample Counsel/))
      #expect(page.body.contains("made up for this test") && !page.body.contains("Adopt it in my name"))
      #expect(try await counsel.post("/records/schedules", form).status == 422, "two that speak of the same")
      let number = try #require(
        page.body.isEmpty
          ? nil
          : try await counsel.get("/records/schedules").body
            .firstMatch(of: /schedules\/(\d+)\/end/)
      ).output.1
      #expect(try await counsel.post("/records/schedules/\(number)/end").status == 303)
      #expect(try await publisher.get("/records/schedules").body.contains("None is adopted"))
    }
  }

  @Test func counselFetchesWhatASecondPersonConfirmedAndTheLogHasItsDigest() async throws {
    let desk = try await APIDesk()
    let id = try await desk.anyCase()
    let (people, now) = (desk.county.staff, desk.now)
    let number = try await desk.office.caseFile(id, for: people.counsel).number
    try await desk.serve { server in
      let publisher = Visit(server, as: people.publisher, at: now)
      let counsel = Visit(server, as: people.counsel, at: now)
      let deputy = Visit(server, as: people.deputyCounsel, at: now)
      #expect(try await publisher.post("/exports", ["range": "one", "number": "\(number)"]).status == 403)
      #expect(try await counsel.post("/exports", ["range": "one", "number": "1999-00001"]).status == 422)
      #expect(try await counsel.post("/exports", ["range": "one", "number": "\(number)"]).status == 303)
      let waiting = try await counsel.get("/exports")
      #expect(!waiting.body.contains("Confirm it") && !waiting.body.contains("Fetch the file"))
      #expect(try await counsel.post("/exports/1/confirm").status == 403)
      #expect(try await counsel.post("/exports/1/file").status == 404, "nobody has confirmed it")
      #expect(try await deputy.post("/exports/1/confirm").status == 303)
      #expect(try await publisher.post("/exports/1/file").status == 403)
      let file = try await counsel.post("/exports/1/file")
      #expect(file.status == 200)
      #expect(file.header("content-disposition") == "attachment; filename=\"export-1.tar\"")
      #expect(file.body.contains("\(number)/chronology.txt"))
      let fetched = try await counsel.get("/exports")
      let receipt = try #require(try await desk.office.exports(for: people.counsel).first?.handedOut.first)
      #expect(fetched.body.contains(receipt.digest))
      #expect(try await deputy.post("/exports/1/withdraw").status == 303)
      #expect(try await counsel.post("/exports/1/file").status == 404, "withdrawn")
    }
  }
}
