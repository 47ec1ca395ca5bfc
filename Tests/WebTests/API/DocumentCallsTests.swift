import Desk
import Foundation
import Testing
import Web

/// Documents over the API: typed by content, kept once, taken out as files by those whose token says so.
@Suite(.serialized) struct DocumentCallsTests {
  private static let fax = "A fax about ZZPERSONZZ\n"

  private func send(
    _ server: TestServer, _ id: CaseID, _ token: String, _ body: String, etag: String?, key: String? = "fax-1",
    type: String = "application/octet-stream", query: String = ""
  ) async throws -> TestServer.Answer {
    var headers = ["content-type": type]
    headers["if-match"] = etag
    headers["idempotency-key"] = key
    return try await server.call("POST", "/cases/\(id)/documents\(query)", token: token, body, headers: headers)
  }

  @Test func aDocumentIsKeptOnceAndTakenOutAsAFile() async throws {
    let desk = try await APIDesk()
    let (token, id) = (try await desk.token().bearer, try await desk.anyCase())
    try await desk.serve { server in
      let before = try await server.call("GET", "/cases/\(id)/documents", token: token)
      let etag = try #require(before.header("etag"))
      let sent = try await send(server, id, token, DocumentCallsTests.fax, etag: etag, query: "?as=request")
      #expect(sent.status == 201 && sent.json["mediaType"] as? String == "text/plain", "\(sent.body)")
      let again = try await send(server, id, token, DocumentCallsTests.fax, etag: etag, query: "?as=request")
      #expect(again.status == 201 && again.header("location") == sent.header("location"))
      let other = try await send(server, id, token, "another", etag: etag)
      #expect(other.status == 409, "the key of another call")
      let list = try await server.call("GET", "/cases/\(id)/documents", token: token)
      let count = { (answer: TestServer.Answer) in (answer.json["items"] as? [Any])?.count ?? -1 }
      #expect(count(list) == count(before) + 1)
      #expect(!list.body.contains("ZZPERSONZZ") && !list.body.contains("handed in by"))
      let location = try #require(sent.header("location"))
      let file = try await server.call("GET", String(location.dropFirst("/api/v1".count)), token: token)
      #expect(file.status == 200 && file.body == DocumentCallsTests.fax)
      #expect(file.header("content-type") == "application/octet-stream")
      #expect(file.header("content-disposition")?.hasPrefix("attachment; filename=") == true)
      #expect(!server.log.all.contains("ZZPERSONZZ"))
    }
  }

  @Test func whatIsNoDocumentOrNotAskedForAsItShouldBeIsRefused() async throws {
    let desk = try await APIDesk()
    let (token, id) = (try await desk.token().bearer, try await desk.anyCase())
    try await desk.serve { server in
      let read = try await server.call("GET", "/cases/\(id)", token: token)
      let etag = read.header("etag")
      #expect(try await send(server, id, token, "x", etag: etag, key: nil).status == 400)
      #expect(try await send(server, id, token, "x", etag: nil).status == 428)
      #expect(try await send(server, id, token, "x", etag: "\"9999\"").status == 412)
      #expect(try await send(server, id, token, "{}", etag: etag, type: "application/json").status == 415)
      #expect(try await send(server, id, token, "x", etag: etag, query: "?as=Jane%20Sample").status == 400)
      #expect(try await send(server, id, token, "\u{0}\u{1}", etag: etag).status == 422)
      #expect(try await send(server, id, token, "", etag: etag).status == 422)
      let none = String(repeating: "0", count: 64)
      #expect(try await server.call("GET", "/cases/\(id)/documents/\(none)", token: token).status == 404)
      let after = try await server.call("GET", "/cases/\(id)", token: token)
      #expect(after.header("etag") == etag, "nothing was recorded")
    }
  }

  @Test func onlyATokenOfThatScopeTakesADocumentOut() async throws {
    let desk = try await APIDesk()
    let id = try await desk.anyCase()
    let others = Set(ProgramScope.allCases).subtracting([.documentsRead])
    let (all, without) = (try await desk.token().bearer, try await desk.token(others).bearer)
    let own = try await desk.token([.documentsRead]).bearer
    try await desk.serve { server in
      let etag = try await server.call("GET", "/cases/\(id)", token: all).header("etag")
      let sent = try await send(server, id, without, DocumentCallsTests.fax, etag: etag)
      #expect(sent.status == 201)
      let path = try #require(sent.header("location")).dropFirst("/api/v1".count)
      #expect(try await server.call("GET", String(path), token: without).status == 403)
      #expect(try await server.call("GET", String(path), token: own).status == 200)
      #expect(try await server.call("GET", "/cases/\(id)/documents", token: own).status == 403)
      let others = String(path).replacing(id.description, with: desk.otherCase.description)
      #expect(try await server.call("GET", others, token: own).status == 404, "another agency's")
    }
  }
}
