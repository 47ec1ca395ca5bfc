import Desk
import Foundation
import LawLanguage
import Ledger
import Testing
import Web

/// What programs can do, and what they cannot.
@Suite(.serialized) struct APITests {
  private static let request = """
    {"received": "2026-02-10T02:05:00-06:00", "channel": "fax", "requester": "Example office",
     "papers": [{"kind": "i247a", "names": "the-person", "boxes": ["1"]}],
     "person": {"name": "ZZPERSONZZ", "identifiers": [{"name": "Booking No.", "value": "ZZNUMBERZZ"}]}}
    """

  // MARK: Tokens

  @Test func withoutATokenThatIsValidNothingIsAnswered() async throws {
    let desk = try await APIDesk()
    let (live, revoked) = (try await desk.token(), try await desk.token())
    try await desk.office.revokeToken(revoked.token.id, by: desk.county.staff.administrator)
    let late = Instant(seconds: desk.now.seconds)
    try await desk.serve(at: { late }) { server in
      for token in [nil, "", "tenth_x_y", revoked.bearer, live.bearer + "0", String(live.bearer.dropLast())] {
        let answer = try await server.call("GET", "/cases", token: token)
        #expect(answer.status == 401)
        #expect(answer.header("www-authenticate")?.hasPrefix("Bearer") == true)
        #expect(answer.header("content-type") == "application/problem+json")
        #expect(answer.json["type"] as? String == "urn:tenth:problem:unauthorised")
      }
      let basic = try await server.send("GET", "/api/v1/cases", headers: ["authorization": "Basic \(live.bearer)"])
      #expect(basic.status == 401)
      let good = try await server.call("GET", "/cases", token: live.bearer)
      #expect(good.status == 200)
      #expect(!server.log.all.contains(live.bearer))
    }
  }

  @Test func aTokenThatHasEndedOpensNothing() async throws {
    let desk = try await APIDesk()
    await #expect(throws: OfficeRefusal.self) { _ = try await desk.token(days: 400) }
    await #expect(throws: OfficeRefusal.self) { _ = try await desk.token(days: 0) }
    await #expect(throws: OfficeRefusal.self) {
      _ = try await desk.office.makeToken(
        named: "x", for: desk.county.profile.id, scopes: [.casesRead],
        expires: Instant(seconds: desk.now.seconds + 60), by: desk.county.staff.clerk)
    }
    let token = try await desk.token(days: 1).token
    #expect(token.isLive(at: desk.now))
    #expect(!token.isLive(at: Instant(seconds: desk.now.seconds + 86_400)))
  }

  @Test func aTokenIsKeptAsADigestOnly() async throws {
    let desk = try await APIDesk()
    let new = try await desk.token()
    let secret = String(new.bearer.split(separator: "_")[2])
    for name in try FileManager.default.contentsOfDirectory(atPath: desk.folder) {
      guard let bytes = FileManager.default.contents(atPath: desk.folder + "/" + name) else { continue }
      #expect(bytes.range(of: Data(secret.utf8)) == nil && bytes.range(of: Data(new.calendar.utf8)) == nil, "\(name)")
    }
  }

  @Test func anAdministratorMakesATokenOnAPageThatShowsItOnce() async throws {
    let desk = try await APIDesk()
    try await desk.serve { server in
      let administrator = AccountID(desk.county.staff.administrator.id)
      let (secret, session) = server.site.answering.sessions.begin(administrator, at: desk.now)
      let cookie = ["cookie": "tenth=\(secret)"]
      let made = try await server.post(
        "/programs",
        [
          "form-token": session.formToken, "name": "Example program", "scope": "due:read", "expires-month": "1",
          "expires-day": "1", "expires-year": "2027",
        ], headers: cookie)
      #expect(made.status == 200)
      let token = try #require(made.body.firstMatch(of: /tenth_[0-9a-f]+_[0-9a-f]{64}/)).output
      let calendar = try #require(made.body.firstMatch(of: /\/calendar\/[0-9a-f]+\/[0-9a-f]{64}\/due.ics/)).output
      let list = try await server.get("/programs", headers: cookie)
      #expect(list.body.contains("Example program") && !list.body.contains(token))
      #expect(try await server.call("GET", "/due", token: String(token)).status == 200)
      #expect(try await server.call("GET", "/cases", token: String(token)).status == 403)
      #expect(try await server.get(String(calendar)).status == 200)
      let id = try #require(token.split(separator: "_").dropFirst().first)
      let revoked = try await server.post(
        "/programs/\(id)/revoke", ["form-token": session.formToken], headers: cookie)
      #expect(revoked.status == 303)
      #expect(try await server.call("GET", "/due", token: String(token)).status == 401)
      #expect(try await server.get(String(calendar)).status == 404)
      let entries = try await desk.office.accessEntries(for: desk.county.staff.auditor).map(\.entry.what)
      #expect(entries.prefix(2) == [.tokenRevoked, .tokenMade])
    }
  }

  @Test func oneTokenDoesNotKeepTheDeskFromOthers() async throws {
    let desk = try await APIDesk()
    let (one, two) = (try await desk.token(), try await desk.token())
    try await desk.serve(callsAMinute: 3) { server in
      for _ in 0..<3 {
        let status = try await server.call("GET", "/law", token: one.bearer).status
        #expect(status == 200)
      }
      let refused = try await server.call("GET", "/law", token: one.bearer)
      #expect(refused.status == 429 && refused.header("retry-after") != nil)
      let other = try await server.call("GET", "/law", token: two.bearer).status
      #expect(other == 200)
    }
  }

  // MARK: Requests

  @Test func aRequestIsReceivedOnceUnderItsKeyAndNobodyIsReadBack() async throws {
    let desk = try await APIDesk()
    let token = try await desk.token().bearer
    try await desk.serve { server in
      func receive(_ body: String, key: String?) async throws -> TestServer.Answer {
        try await server.call(
          "POST", "/requests", token: token, body, headers: key.map { ["idempotency-key": $0] } ?? [:])
      }
      let without = try await receive(APITests.request, key: nil)
      #expect(without.status == 400)
      let first = try await receive(APITests.request, key: "one")
      #expect(first.status == 201, "\(first.body)")
      let location = try #require(first.header("location"))
      let again = try await receive(APITests.request, key: "one")
      #expect(again.status == 201 && again.header("location") == location)
      let reused = try await receive(APITests.request.replacing("fax", with: "phone"), key: "one")
      #expect(reused.status == 409)
      #expect(reused.json["type"] as? String == "urn:tenth:problem:idempotency-key-reused")
      let path = String(location.dropFirst("/api/v1".count))
      for path in [path, path + "/decision", path + "/log", "/cases", "/due"] {
        let read = try await server.call("GET", path, token: token)
        #expect(read.status == 200)
        #expect(!read.body.contains("ZZPERSONZZ") && !read.body.contains("ZZNUMBERZZ"), "\(path)")
      }
      #expect(!server.log.all.contains("ZZ"))
    }
  }

  @Test func whatCannotBeReadIsKeptWholeForAPerson() async throws {
    let desk = try await APIDesk()
    let token = try await desk.token().bearer
    try await desk.serve { server in
      let bodies = [
        "{\"received\": \"2026-02-10", "not JSON at all", APITests.request.replacing("i247a", with: "no-such-paper"),
        APITests.request.replacing("\"channel\"", with: "\"chanel\""),
      ]
      for (index, body) in bodies.enumerated() {
        let headers = ["idempotency-key": "bad-\(index)"]
        let answer = try await server.call("POST", "/requests", token: token, body, headers: headers)
        #expect(answer.status == 422)
        #expect(answer.json["type"] as? String == "urn:tenth:problem:kept-for-a-person", "\(answer.body)")
        let id = try #require((answer.json["case"] as? String).flatMap { CaseID($0) })
        let again = try await server.call("POST", "/requests", token: token, body, headers: headers)
        #expect(again.json["case"] as? String == id.description, "kept once, \(again.body)")
        let file = try await desk.office.caseFile(id, for: desk.county.staff.clerk)
        #expect(file.stage == .unreadable)
        let digest = try #require(file.documents.first?.digest)
        let kept = try await desk.office.document(digest, of: id, for: desk.county.staff.clerk)
        #expect(kept == Array(body.utf8))
      }
      let misspelt = try await server.call(
        "POST", "/requests", token: token, bodies[3], headers: ["idempotency-key": "bad-3"])
      #expect(misspelt.body.contains("did you mean channel?") && misspelt.body.contains("\"/chanel\""))
    }
  }

  @Test func aCaseIsChangedOnlyAsItWasRead() async throws {
    let desk = try await APIDesk()
    let (token, id) = (try await desk.token().bearer, try await desk.anyCase())
    try await desk.serve { server in
      let read = try await server.call("GET", "/cases/\(id)", token: token)
      let etag = try #require(read.header("etag"))
      let note = #"{"type": "note", "text": "Seen by the example program"}"#
      func record(_ match: String?, _ key: String? = nil) async throws -> TestServer.Answer {
        var headers: [String: String] = [:]
        headers["if-match"] = match
        headers["idempotency-key"] = key
        return try await server.call("POST", "/cases/\(id)/events", token: token, note, headers: headers)
      }
      #expect(try await record(nil).status == 428)
      #expect(try await record("*").status == 400)
      let done = try await record(etag, "note-1")
      #expect(done.status == 200)
      #expect(done.header("etag") != etag)
      let late = try await record(etag)
      #expect(late.status == 412 && late.header("etag") == done.header("etag"))
      let repeated = try await record(etag, "note-1")
      #expect(repeated.status == 200, "the same call under the same key")
      let fact = try await server.call(
        "POST", "/cases/\(id)/facts", token: token,
        #"{"fact": "release-due", "value": "2026-12-01 14:00", "source": "booking sheet"}"#,
        headers: ["if-match": done.header("etag") ?? ""])
      #expect(fact.status == 200, "\(fact.body)")
      let unknown = try await server.call(
        "POST", "/cases/\(id)/facts", token: token, #"{"fact": "no-such-fact", "value": "x", "source": "y"}"#,
        headers: ["if-match": fact.header("etag") ?? ""])
      #expect(unknown.status == 422)
    }
  }

  @Test func programsDoNotDecideOrJudge() async throws {
    let desk = try await APIDesk()
    let (token, id) = (try await desk.token().bearer, try await desk.anyCase())
    try await desk.serve { server in
      for type in ["decide", "judge", "review", "close", "seal", "break-glass"] {
        let answer = try await server.call(
          "POST", "/cases/\(id)/events", token: token, #"{"type": "\#(type)"}"#, headers: ["if-match": "\"1\""])
        #expect(answer.status == 422)
      }
    }
  }

  // MARK: Pages

  @Test func pagesFollowEachOtherAndCursorsServeOneQuestion() async throws {
    let desk = try await APIDesk()
    let token = try await desk.token().bearer
    try await desk.serve { server in
      var (seen, next, first): ([String], String?, String?) = ([], nil, nil)
      repeat {
        let after = next.map { "&after=\($0)" } ?? ""
        let page = try await server.call("GET", "/cases?limit=2\(after)", token: token)
        #expect(page.status == 200)
        seen += (page.json["items"] as? [[String: Any]] ?? []).compactMap { $0["id"] as? String }
        next = page.json["next"] as? String
        first = first ?? next
      } while next != nil
      let all = try await desk.office.cases(for: desk.county.staff.clerk, limit: 500).items.map(\.id.description)
      let visible = try await desk.office.cases(for: desk.county.staff.program, limit: 500).items.map(\.id.description)
      #expect(seen == visible && all.count >= seen.count && seen.count > 2)
      let cursor = try #require(first)
      let flipped = String(cursor.dropLast()) + (cursor.hasSuffix("A") ? "B" : "A")
      for path in [
        "/cases?after=\(flipped)", "/cases?after=12", "/cases?stage=closed&after=\(cursor)", "/due?after=\(cursor)",
      ] {
        let answer = try await server.call("GET", path, token: token)
        #expect(answer.status == 400, "\(path)")
      }
      let search = try await server.call("GET", "/cases?name=example", token: token)
      #expect(search.status == 400, "nobody is looked for")
    }
  }

  @Test func whatCannotBeDoneIsSaidInTheWordsOfHTTP() async throws {
    let desk = try await APIDesk()
    let (token, id) = (try await desk.token().bearer, try await desk.anyCase())
    try await desk.serve { server in
      let method = try await server.call("DELETE", "/cases/\(id)", token: token)
      #expect(method.status == 405 && method.header("allow") == "GET, HEAD")
      let accept = try await server.call("GET", "/cases", token: token, headers: ["accept": "text/html"])
      #expect(accept.status == 406)
      let type = try await server.call(
        "POST", "/requests", token: token, "a=b",
        headers: ["content-type": "application/x-www-form-urlencoded", "idempotency-key": "x"])
      #expect(type.status == 415)
      let head = try await server.call("HEAD", "/cases/\(id)", token: token)
      #expect(head.status == 200 && head.body.isEmpty)
      let nothing = try await server.call("GET", "/nothing", token: token)
      #expect(nothing.status == 404)
      let large = try await server.call(
        "POST", "/webhooks", token: token, "{\"url\": \"" + String(repeating: "x", count: 5000) + "\"}")
      #expect(large.status == 413)
      for answer in [method, accept, type, nothing, large] {
        #expect(answer.header("content-type") == "application/problem+json")
        #expect((answer.json["type"] as? String)?.hasPrefix("urn:tenth:problem:") == true)
        #expect(answer.json["status"] as? Int == answer.status)
      }
    }
  }

  @Test func proofsLeadToThePublishedLogOnly() async throws {
    let desk = try await APIDesk()
    let (token, id) = (try await desk.token().bearer, try await desk.anyCase())
    let now = Int(desk.now.seconds)
    try await desk.serve(at: { Instant(seconds: Int64(now + 3 * 86_400)) }) { server in
      let before = try await server.call("GET", "/cases/\(id)/log", token: token)
      let entries = try #require(before.json["entries"] as? [[String: Any]])
      #expect(!entries.isEmpty && entries.allSatisfy { $0["proof"] is NSNull }, "nothing is published")
      _ = try await desk.office.ledger.publish(at: now + 2 * 86_400, by: .daily)
      let after = try await server.call("GET", "/cases/\(id)/log", token: token)
      let proofs = (after.json["entries"] as? [[String: Any]] ?? []).compactMap { $0["proof"] as? String }
      #expect(proofs.count == entries.count)
      let checkpoint = try await server.get("/log/checkpoint").body
      for text in proofs {
        let proof = try LogProof(Array(text.utf8))
        #expect(String(decoding: proof.signed.bytes, as: UTF8.self) == checkpoint && proof.extra == nil)
      }
    }
  }
}
