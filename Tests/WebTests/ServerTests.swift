import Desk
import Foundation
import LawLanguage
import Testing
import Web

@Suite(.serialized) struct ServerTests {
  @Test func everyAnswerHasTheHeadersThatProtectIt() async throws {
    try await TestServer.run(players: [Fixtures.staff("pat", [.intakeClerk])]) { (server: TestServer) async throws in
      for path in ["/law", "/nothing", "/healthz", "/help"] {
        let answer = try await server.get(path)
        let policy = try #require(answer.header("content-security-policy"))
        for part in [
          "default-src 'none'", "base-uri 'none'", "frame-ancestors 'none'", "object-src 'none'", "form-action 'self'",
        ] {
          #expect(policy.contains(part), "\(path)")
        }
        #expect(!policy.contains("unsafe"))
        #expect(answer.header("x-content-type-options") == "nosniff")
        #expect(answer.header("referrer-policy") == "no-referrer")
        #expect(answer.header("cross-origin-opener-policy") == "same-origin")
        #expect(answer.header("cross-origin-resource-policy") == "same-origin")
        #expect(answer.header("permissions-policy") != nil)
        #expect(answer.header("cache-control") == "no-store")
        #expect(answer.header("strict-transport-security") == nil, "plain HTTP on this machine")
        #expect(answer.header("server") == nil)
      }
    }
  }

  @Test func behindTLSTheCookieIsBoundToTheHostAndBrowsersAreToldToInsist() async throws {
    var settings = Settings()
    settings.origin = "https://desk.example.gov"
    try await TestServer.run(settings: settings, players: [Fixtures.staff("pat", [.intakeClerk])]) {
      (server: TestServer) async throws in
      let answer = try await server.get("/law", headers: ["host": "desk.example.gov"])
      let cookie = try #require(answer.header("set-cookie"))
      #expect(cookie.hasPrefix("__Host-tenth="))
      for part in ["Secure", "HttpOnly", "SameSite=Strict", "Path=/"] { #expect(cookie.contains(part)) }
      #expect(!cookie.contains("Domain") && !cookie.contains("Max-Age") && !cookie.contains("Expires"))
      #expect(answer.header("strict-transport-security") == "max-age=63072000; includeSubDomains")
    }
  }

  @Test func wrongMethodsAreToldWhichAreRight() async throws {
    try await TestServer.run(players: [Fixtures.staff("pat", [.intakeClerk])]) { (server: TestServer) async throws in
      let answer = try await server.send("DELETE", "/law")
      #expect(answer.status == 405)
      #expect(answer.header("allow") == "GET, HEAD")
      let put = try await server.send("PUT", "/healthz").status
      #expect(put == 405)
      let unknown = try await server.get("/no/such/page").status
      #expect(unknown == 404)
      let head = try await server.send("HEAD", "/healthz")
      #expect(head.status == 200 && head.body.isEmpty)
    }
  }

  @Test func aFormWithoutItsTokenOrFromAnotherSiteChangesNothing() async throws {
    let players = try [Fixtures.staff("pat", [.intakeClerk]), Fixtures.staff("sam", [.auditor])]
    try await TestServer.run(players: players) { (server: TestServer) async throws in
      let page = try await server.get("/law")
      let (cookie, token) = (try #require(page.cookie), try #require(page.formToken))
      let form = ["player": "sam", "form-token": token]
      func post(_ form: [String: String], _ headers: [String: String]) async throws -> Int {
        try await server.post("/demo/role", form, headers: headers.merging(["cookie": cookie]) { _, new in new }).status
      }
      let without = try await post(["player": "sam"], [:])
      #expect(without == 403)
      let forged = try await post(["player": "sam", "form-token": String(token.reversed())], [:])
      #expect(forged == 403)
      let crossSite = try await post(form, ["sec-fetch-site": "cross-site"])
      #expect(crossSite == 403)
      let sameSite = try await post(form, ["sec-fetch-site": "same-site"])
      #expect(sameSite == 403)
      let foreign = try await post(form, ["origin": "https://evil.example"])
      #expect(foreign == 403)
      let opaque = try await post(form, ["origin": "null"])
      #expect(opaque == 403)
      let otherSession = try await server.post("/demo/role", form).status
      #expect(otherSession == 403, "another session's token")
      let plainText = try await post(form, ["content-type": "text/plain"])
      #expect(plainText == 415)
      #expect(
        try await post(form, ["origin": "http://localhost:\(server.port)", "sec-fetch-site": "same-origin"]) == 303)
      let ended = try await post(form, [:])
      #expect(ended == 403, "the session ended when the role changed")
    }
  }

  @Test func rolesThatMayNotReadTheLawDoNot() async throws {
    let route = Route(.get, "/secret", .may(.publish)) { _ in .text("published") }
    try await TestServer.run(players: [Fixtures.staff("pat", [.intakeClerk])], routes: [route]) {
      (server: TestServer) async throws in
      let status = try await server.get("/secret").status
      #expect(status == 403)
    }
    try await TestServer.run(players: [Fixtures.staff("pat", [.publisher])], routes: [route]) {
      (server: TestServer) async throws in
      let status = try await server.get("/secret").status
      #expect(status == 200)
    }
  }

  @Test func whatIsTooLargeIsRefused() async throws {
    let route = Route(.post, "/small", .anybody, bodyLimit: 100) { _ in .text("read") }
    try await TestServer.run(routes: [route]) { (server: TestServer) async throws in
      let large = String(repeating: "a", count: 5000)
      let long = try await server.send("POST", "/small", body: large).status
      #expect(long == 413)
      let longAddress = try await server.get("/law?x=" + large).status
      #expect(longAddress == 414)
      let largeHeader = try await server.get("/law", headers: ["x-large": String(repeating: "a", count: 40_000)]).status
      #expect(largeHeader != 200)
      // A body that says nothing of its length.
      let chunks =
        "POST /small HTTP/1.1\r\nhost: localhost:\(server.port)\r\nconnection: close\r\ntransfer-encoding: chunked\r\n\r\n"
        + "1388\r\n\(large)\r\n0\r\n\r\n"
      #expect(try TestServer.parse(await server.raw([chunks])).status == 413)
    }
  }

  @Test func whoeverDripsARequestIsCutOff() async throws {
    var limits = Server.Limits()
    limits.seconds = 1
    limits.idleSeconds = 2
    try await TestServer.run(limits: limits) { (server: TestServer) async throws in
      let drip = ["GET /healthz HT", "TP/1.1\r\n"] + (0..<30).map { "x-\($0): y\r\n" }
      let start = ContinuousClock.now
      let answer = try await server.raw(drip, pause: .milliseconds(200))
      #expect(!answer.contains("200 OK"))
      #expect(start.duration(to: .now) < .seconds(20))
      let body = ["POST /healthz HTTP/1.1\r\nhost: x\r\ncontent-length: 900\r\n\r\n"] + (0..<20).map { _ in "a" }
      #expect(!(try await server.raw(body, pause: .milliseconds(200)).contains("200 OK")))
    }
  }

  @Test func pathsLeadNowhereElse() async throws {
    try await TestServer.run(players: [Fixtures.staff("pat", [.intakeClerk])]) { (server: TestServer) async throws in
      for path in [
        "/assets/../../etc/passwd", "/assets/%2e%2e%2fetc", "/law/%2e%2e", "/log/tile/../checkpoint",
        "/log/tile/0/%2e%2e/x",
        "/law/il.act%00", "/law/%zz", "//law", "/law/", "/assets/desk.css",
      ] {
        let status = try await server.get(path).status
        #expect(status == 404, "\(path)")
      }
    }
  }

  @Test func aLawIsShownWithoutWhatCouldRun() async throws {
    try await TestServer.run(players: [Fixtures.staff("pat", [.intakeClerk])]) { (server: TestServer) async throws in
      let page = try await server.get("/law/il.act")
      #expect(page.status == 200)
      #expect(
        !page.body.contains("<script>alert") && !page.body.contains("onclick")
          && !page.body.contains("href=\"javascript"))
      #expect(page.body.contains("href=\"https://ilga.gov\""))
      #expect(page.body.contains("1 ILCS 1 § 1"))
      #expect(page.body.contains("No &lt;em&gt;holds&lt;/em&gt;."))
      #expect(page.body.contains("id=\"rule-no-hold\""))
      #expect(page.body.contains("Rests on the text: ilga.gov, read 2026-01-01."))
    }
  }

  @Test func nothingThatWasTypedIsLogged() async throws {
    let marker = "ZZMARKERZZ"
    let route = Route(.post, "/fails/{name}", .anybody) { _ in throw Planted(text: marker) }
    let players = try [Fixtures.staff("pat", [.administrator])]
    try await TestServer.run(players: players, routes: [route]) { (server: TestServer) async throws in
      let page = try await server.get("/law?q=\(marker)")
      let cookie = try #require(page.cookie)
      let answer = try await server.post(
        "/fails/\(marker)", ["form-token": page.formToken ?? "", "x": marker],
        headers: [
          "cookie": cookie, "user-agent": marker,
          "traceparent": "00-\(String(repeating: "a", count: 32))-\(String(repeating: "b", count: 16))-01",
        ])
      #expect(answer.status == 500)
      #expect(!answer.body.contains(marker))
      _ = try await server.get("/\(marker)")
      let metrics = try await server.get("/metrics").body
      #expect(metrics.contains("route=\"/fails/{name}\"") && !metrics.contains(marker))
      let log = server.log.all
      #expect(log.contains("/fails/{name}") && log.contains(String(repeating: "a", count: 32)))
      #expect(!log.contains(marker) && !log.contains(cookie))
    }
  }

  private struct Planted: Error, CustomStringConvertible {
    let text: String
    var description: String { text }
  }

  @Test func withoutSigningInThereIsNothingToSee() async throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString).path
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let accounts = try Accounts(folder: folder)
    let moment = Instant(seconds: 1_800_000_000)
    try await TestServer.run(accounts: accounts, clock: { moment }) { (server: TestServer) async throws in
      let closed = try await server.get("/law")
      #expect(closed.status == 303 && closed.header("location") == "/sign-in")
      let page = try await server.get("/sign-in")
      #expect(page.body.contains("restricted information system"))
      let (cookie, token) = (try #require(page.cookie), try #require(page.formToken))
      let wrong = try await server.post(
        "/sign-in/passphrase",
        ["form-token": token, "account": "administrator", "passphrase": "x", "code": "1"], headers: ["cookie": cookie])
      #expect(wrong.status == 422)
      // The one-time link opens the account, once.
      let link = try #require(server.site.firstLink)
      let enrol = try await server.get(link)
      let start = try #require(enrol.cookie)
      let secret = String(link.dropFirst("/enrol/".count))
      let form = ["form-token": try #require(enrol.formToken), "secret": secret]
      let entered = try await server.post("/enrol", form, headers: ["cookie": start])
      #expect(entered.status == 303 && entered.header("location") == "/keys")
      let session = try #require(entered.cookie)
      #expect(session != start, "a new session on signing in")
      let inside = try await server.get("/keys", headers: ["cookie": session]).status
      #expect(inside == 200)
      let before = try await server.get("/keys", headers: ["cookie": start]).status
      #expect(before == 303)
      let again = try await server.get(link)
      let second = try await server.post(
        "/enrol", ["form-token": try #require(again.formToken), "secret": secret],
        headers: ["cookie": try #require(again.cookie)])
      #expect(second.status == 410)
      #expect(!server.log.all.contains(secret))
    }
  }

  @Test func afterFiveWrongTriesThePassphraseOpensNoMore() async throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString).path
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let accounts = try Accounts(folder: folder)
    let pat = AccountID("pat")
    try await accounts.save(Fixtures.staff("pat", [.intakeClerk]))
    let codes = TimeCode.new()
    try await accounts.set(PassphraseDigest(of: "four quiet herons waded"), codes, for: pat)
    func code(_ second: Int64) -> String { codes.code(at: second / 30) }
    let phrase = "four quiet herons waded"
    #expect(try await accounts.check(pat, passphrase: phrase, code: code(3000), at: Instant(seconds: 3000)))
    #expect(
      !(try await accounts.check(pat, passphrase: phrase, code: code(3000), at: Instant(seconds: 3001))),
      "a code serves once")
    for second: Int64 in 1...4 {
      #expect(
        !(try await accounts.check(pat, passphrase: "wrong", code: code(3100), at: Instant(seconds: 3100 + second))))
    }
    #expect(
      !(try await accounts.check(pat, passphrase: phrase, code: code(3200), at: Instant(seconds: 3200))), "locked")
    let isLocked = try await accounts.all(at: Instant(seconds: 3200)).first?.isLocked
    #expect(isLocked == true)
    try await accounts.close(pat, false, at: Instant(seconds: 3250))
    #expect(try await accounts.check(pat, passphrase: phrase, code: code(3300), at: Instant(seconds: 3300)))
  }
}
