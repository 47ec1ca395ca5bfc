import Desk
import Foundation
import LawLanguage
import Logging
import Synchronization
import Testing
import Web

/// Telling programs of changes, and calendars of what is due.
@Suite(.serialized) struct HookTests {
  private final class Received: Sendable {
    private let kept = Mutex<[(headers: [String: String], body: String)]>([])
    func add(_ exchange: Exchange) {
      kept.withLock { $0.append((exchange.headers, String(decoding: exchange.body, as: UTF8.self))) }
    }
    var all: [(headers: [String: String], body: String)] { kept.withLock { $0 } }
  }

  private static func sender(_ desk: APIDesk) -> HookSender {
    HookSender(desk.office, logger: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() })
  }

  /// A listener that answers with a status.
  private static func listen(
    _ status: Status, _ received: Received, _ body: @Sendable @escaping (TestServer) async throws -> Void
  ) async throws {
    let route = Route(.post, "/api/hook", .anybody) { exchange in
      received.add(exchange)
      return Reply(status)
    }
    try await TestServer.run(routes: [route], body)
  }

  private static func hooked(_ desk: APIDesk, _ port: Int) async throws -> (token: ProgramToken, secret: [UInt8]) {
    let token = try await desk.token().token
    let secret = try await desk.office.addHook(at: "http://localhost:\(port)/api/hook", for: token).secret
    return (token, secret)
  }

  private static func change(_ desk: APIDesk) async throws -> CaseID {
    let id = try await desk.anyCase()
    let clerk = desk.county.staff.clerk
    let version = try await desk.office.caseFile(id, for: clerk).version
    _ = try await desk.office.perform(.note("ZZREMARKZZ"), on: id, version: version, by: Hand(clerk))
    return id
  }

  @Test(.enabled("standardwebhooks is not installed") { PythonTools.has("standardwebhooks") })
  func aChangeIsToldOnceSignedAndByItsNameOnly() async throws {
    let (desk, received) = (try await APIDesk(), Received())
    try await HookTests.listen(.noContent, received) { server in
      let secret = try await HookTests.hooked(desk, server.port).secret
      try await HookTests.sender(desk).sendDue()
      #expect(received.all.isEmpty, "nothing has happened since")
      let id = try await HookTests.change(desk)
      try await HookTests.sender(desk).sendDue()
      try await HookTests.sender(desk).sendDue()
      #expect(received.all.count == 1)
      let message = try #require(received.all.first)
      #expect(message.body.contains(id.description) && !message.body.contains("ZZREMARKZZ"))
      let headers = message.headers.filter { $0.key.hasPrefix("webhook-") }
      let given = try JSONSerialization.data(withJSONObject: [
        "secret": "whsec_" + Data(secret).base64EncodedString(), "headers": headers, "body": message.body,
      ])
      let script = """
        import json, sys
        from standardwebhooks import Webhook, WebhookVerificationError
        given = json.load(sys.stdin)
        hook = Webhook(given["secret"])
        assert hook.verify(given["body"], given["headers"])["type"] == "case.changed"
        try:
            hook.verify(given["body"] + " ", given["headers"])
        except WebhookVerificationError:
            sys.exit(0)
        sys.exit("a changed body was accepted")
        """
      let (status, output) = try await PythonTools.runApart(
        ["-c", script], input: String(decoding: given, as: UTF8.self))
      #expect(status == 0, "\(output)")
    }
  }

  @Test func whatFailsIsTriedAgainForDaysAndThenNoMore() async throws {
    let (desk, received) = (try await APIDesk(), Received())
    try await HookTests.listen(.serverError, received) { server in
      let token = try await HookTests.hooked(desk, server.port).token
      _ = try await HookTests.change(desk)
      try await HookTests.sender(desk).sendDue()
      #expect(received.all.count == 1)
      #expect(try await desk.office.hookDeliveriesDue().isEmpty, "the next try has its time")
      #expect(HookDelivery.pauses.reduce(0, +) > 2 * 86_400)
      for (index, pause) in HookDelivery.pauses.enumerated() {
        #expect(try await desk.office.hooks(of: token).first?.disabled == nil)
        desk.advance(pause)
        try await HookTests.sender(desk).sendDue()
        #expect(received.all.count == index + 2)
      }
      #expect(Set(received.all.map { $0.headers["webhook-id"] }).count == 1, "the same message at each try")
      #expect(try await desk.office.hooks(of: token).first?.disabled != nil)
      desk.advance(30 * 86_400)
      try await HookTests.sender(desk).sendDue()
      #expect(received.all.count == HookDelivery.pauses.count + 1)
    }
  }

  @Test func anAnswerOfGoneEndsIt() async throws {
    let (desk, received) = (try await APIDesk(), Received())
    try await HookTests.listen(.gone, received) { server in
      let token = try await HookTests.hooked(desk, server.port).token
      _ = try await HookTests.change(desk)
      try await HookTests.sender(desk).sendDue()
      #expect(try await desk.office.hooks(of: token).first?.disabled != nil)
      _ = try await HookTests.change(desk)
      try await HookTests.sender(desk).sendDue()
      #expect(received.all.count == 1)
    }
  }

  @Test func anotherAgencysAndSealedCasesAreNotTold() async throws {
    let (desk, received) = (try await APIDesk(), Received())
    try await HookTests.listen(.ok, received) { server in
      _ = try await HookTests.hooked(desk, server.port)
      let version = try await desk.office.caseFile(desk.otherCase, for: desk.other.clerk).version
      _ = try await desk.office.perform(
        .note("something"), on: desk.otherCase, version: version, by: Hand(desk.other.clerk))
      let own = try await desk.anyCase()
      let publisher = desk.county.staff.publisher
      let seen = try await desk.office.caseFile(own, for: publisher).version
      _ = try await desk.office.perform(.seal(reason: "ordered"), on: own, version: seen, by: Hand(publisher))
      try await HookTests.sender(desk).sendDue()
      #expect(received.all.isEmpty)
    }
  }

  @Test(arguments: [
    "http://desk.example.gov/x", "https://user:word@example.gov/", "ftp://example.gov/", "https://", "x",
    "http://localhost.evil.example/", "javascript:alert(1)",
  ])
  func onlyAddressesOverTLSAreTold(_ address: String) async throws {
    let desk = try await APIDesk()
    let token = try await desk.token([.hooks]).bearer
    try await desk.serve { server in
      let refused = try await server.call("POST", "/webhooks", token: token, #"{"url": "\#(address)"}"#)
      #expect(refused.status == 422)
      let good = try await server.call("POST", "/webhooks", token: token, #"{"url": "https://jms.example.gov/in"}"#)
      #expect(good.status == 201 && (good.json["secret"] as? String)?.hasPrefix("whsec_") == true)
      let list = try await server.call("GET", "/webhooks", token: token)
      #expect(!list.body.contains("whsec_"))
      let other = try await desk.token([.hooks]).bearer
      let id = try #require(good.json["id"] as? String)
      #expect(try await server.call("DELETE", "/webhooks/\(id)", token: other).status == 404)
      #expect(try await server.call("DELETE", "/webhooks/\(id)", token: token).status == 204)
    }
  }

  // MARK: Calendars

  @Test(.enabled("icalendar is not installed") { PythonTools.has("icalendar") })
  func whatIsDueIsACalendarThatOthersRead() async throws {
    let desk = try await APIDesk()
    let new = try await desk.token([.dueRead])
    let due = try await desk.office.dueNow(for: new.token.staff, limit: 500).items
    let timed = due.filter { $0.due != nil }.count
    #expect(timed > 0)
    try await desk.serve { server in
      let base = "/calendar/\(new.token.id)/\(new.calendar)"
      let script = """
        import sys, icalendar
        calendar = icalendar.Calendar.from_ical(sys.stdin.buffer.read())
        kind, count = sys.argv[1], int(sys.argv[2])
        items = calendar.walk(kind)
        assert len(items) == count, (len(items), count)
        assert len({str(item["UID"]) for item in items}) == count
        for item in items:
            assert item["DTSTAMP"] and item["SUMMARY"] and str(item["URL"]).startswith("http")
            when = item.get("DTSTART") or item.get("DUE")
            assert not when or (when.dt.tzinfo is not None and item.walk("VALARM"))
        """
      for (file, kind, count) in [("due.ics", "VEVENT", timed), ("tasks.ics", "VTODO", due.count)] {
        let answer = try await server.get("\(base)/\(file)")
        #expect(answer.status == 200 && answer.header("content-type") == "text/calendar; charset=utf-8")
        #expect(answer.body.components(separatedBy: "\r\n").allSatisfy { $0.utf8.count <= 75 })
        let (status, output) = try await PythonTools.runApart(["-c", script, kind, "\(count)"], input: answer.body)
        #expect(status == 0, "\(output)")
      }
      let wrong = try await server.get("/calendar/\(new.token.id)/\(String(new.calendar.reversed()))/due.ics")
      #expect(wrong.status == 404)
      let bearer = try await server.get("/calendar/\(new.token.id)/\(new.bearer)/due.ics").status
      #expect(bearer == 404)
      #expect(!server.log.all.contains(new.calendar))
    }
  }
}
