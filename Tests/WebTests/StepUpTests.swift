import Desk
import Foundation
import LawLanguage
import Testing
import Web

/// What a desk left open must not give away, and from where somebody came.
@Suite(.serialized) struct StepUpTests {
  @Test func aTokenIsMadeOnlyByWhoeverShowedAKeyLately() async throws {
    let desk = try await APIDesk()
    let accounts = try Accounts(folder: desk.folder)
    let administrator = desk.county.staff.administrator
    try await accounts.save(administrator)
    let now = desk.now
    let form = [
      "name": "Example program", "scope": "due:read", "expires-month": "1", "expires-day": "1", "expires-year": "2027",
    ]
    try await desk.serve(accounts: accounts) { server in
      let left = Visit(server, as: administrator, at: Instant(seconds: now.seconds - 11 * 60))
      let page = try await left.get("/programs")
      #expect(page.status == 200 && page.body.contains("/sign-in?to=programs") && !page.body.contains("Make the token"))
      let refused = try await left.post("/programs", form)
      #expect(refused.status == 303 && refused.header("location") == "/sign-in?to=programs")
      #expect(try await desk.office.tokens(for: administrator).isEmpty)
      let fresh = Visit(server, as: administrator, at: now)
      #expect(try await fresh.get("/programs").body.contains("Make the token"))
      #expect(try await fresh.post("/programs", form).status == 200)
      #expect(try await desk.office.tokens(for: administrator).count == 1)
      let entry = try #require(try await desk.office.accessEntries(for: desk.county.staff.auditor).first?.entry)
      #expect(entry.what == .tokenMade && entry.source == "127.0.0.1")
      #expect(!server.log.all.contains("127.0.0.1"), "an address stands in the program's log")
      // Where one is sent after signing in is one of a few places.
      let elsewhere = try await server.get("/sign-in?to=https://evil.example")
      #expect(!elsewhere.body.contains("evil.example"))
    }
  }

  @Test func anAddressIsTheConnectionsOrWhatTheProxyAddedLast() {
    func source(_ header: String?, _ sent: String?, peer: String = "192.0.2.7") -> String? {
      var headers: [String: String] = [:]
      headers["x-forwarded-for"] = sent
      return SourceAddresses(header: header).source(
        of: Incoming(method: "GET", target: "/", headers: headers, body: [], peer: peer))
    }
    #expect(source(nil, "203.0.113.9") == "192.0.2.7", "nobody is trusted to say it")
    #expect(source("x-forwarded-for", "198.51.100.1, 203.0.113.9") == "203.0.113.9")
    #expect(source("x-forwarded-for", "2001:db8::1") == "2001:db8::1")
    #expect(source("x-forwarded-for", "203.0.113.9, <script>") == nil)
    #expect(source("x-forwarded-for", nil) == nil)
    #expect(source(nil, nil, peer: "") == nil)
  }
}
