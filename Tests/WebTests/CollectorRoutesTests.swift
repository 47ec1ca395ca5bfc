import Desk
import Foundation
import LawLanguage
import Logging
import Reasoning
import Testing
import Web

/// Every route of a collector, for everybody; and handing in by a program and by a file.
@Suite(.serialized) struct CollectorRoutesTests {
  /// What anybody may open: whoever has a link, or reads what is published.
  private static let open: Set<String> = [
    "GET /assets/{name}", "GET /enrol/{secret}", "POST /enrol", "GET /healthz", "GET /help", "GET /log",
    "GET /log/checkpoint", "GET /log/tile/{path...}", "GET /log/vkey", "GET /non-reporters", "GET /readyz",
    "GET /sign-in", "POST /sign-in/passkey", "POST /sign-in/passphrase", "GET /submit/{secret}",
    "GET /submit/{secret}/{form}/{period}", "GET /submit/{secret}/{form}/{period}/template.csv",
    "POST /submit/{secret}/{form}/{period}", "GET /submit/{secret}/receipts/{id}/receipt.txt",
    "GET /submit/{secret}/receipts/{id}/receipt.tlog-proof", "GET /submit/{secret}/receipts/{id}/entry.json",
    "POST /api/submit/{form}/{period}", "POST /api/submit/{secret}/{form}/{period}",
  ]

  /// A collector with accounts of every role.
  private final class Office: Sendable {
    let folder = FileManager.default.temporaryDirectory.appending(path: "collecting-\(UUID().uuidString)").path()
    let site: Site
    let people: [Staff]
    let now = Instant(seconds: 1_770_000_000)

    init() async throws {
      let settings = try Settings.read(
        file: RequestText(
          Array(
            #"{"collector": {"name": "Example Attorney General", "jurisdiction": "IL", "forms": ["il-trust"]}}"#.utf8),
          from: "collector.json"), environment: ["TENTH_DATA": folder])
      let now = now
      try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
      let roles: [StaffRole] = [.intakeClerk, .decider, .counsel, .publisher, .auditor, .administrator]
      people = try roles.map {
        try Staff(
          id: $0.rawValue, name: "Sample \($0.title)", title: "", agency: "example-attorney-general", roles: [$0])
      }
      let accounts = try Accounts(folder: folder)
      for staff in people { try await accounts.save(staff) }
      site = try await OpenCollector.open(
        settings, files: APIDesk.law(), logger: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }, clock: { now }
      ).site
    }

    deinit { try? FileManager.default.removeItem(atPath: folder) }

    func ask(
      _ method: String, _ path: String, as staff: Staff? = nil, headers: [String: String] = [:], body: [UInt8]? = nil
    ) async -> Web.Reply {
      var all = ["host": "localhost:0", "content-type": "application/x-www-form-urlencoded"]
      var form = ""
      if let staff {
        let (secret, session) = site.answering.sessions.begin(AccountID(staff.id), at: now)
        all["cookie"] = "tenth=\(secret)"
        form = "form-token=\(session.formToken)"
      }
      all.merge(headers) { $1 }
      return await site.answering.answer(
        Incoming(
          method: method, target: path, headers: all, body: body ?? (method == "GET" ? [] : Array(form.utf8)),
          peer: "192.0.2.7"))
    }

    /// A form with a visitor's own token, sent as browsers send a file.
    func upload(_ file: String, to path: String) async throws -> Web.Reply {
      let first = await ask("GET", path)
      let setting = first.headers.first { $0.name == "set-cookie" }?.value ?? ""
      let cookie = String(setting.prefix { $0 != ";" })
      let page = String(decoding: first.body, as: UTF8.self)
      let token = try #require(page.firstMatch(of: /name="form-token" value="([^"]*)"/)).output.1
      let body = """
        --mark\r\nContent-Disposition: form-data; name="form-token"\r\n\r\n\(token)\r
        --mark\r\nContent-Disposition: form-data; name="way"\r\n\r\nfile\r
        --mark\r\nContent-Disposition: form-data; name="upload"; filename="x.csv"\r\n\r\n\(file)\r
        --mark--\r\n
        """
      return await ask(
        "POST", path, headers: ["content-type": "multipart/form-data; boundary=mark", "cookie": cookie],
        body: Array(body.utf8))
    }

    /// The secret of a new agency's link.
    func link() async throws -> String {
      let publisher = try #require(people.first { $0.roles == [.publisher] })
      let (secret, session) = site.answering.sessions.begin(AccountID(publisher.id), at: now)
      let form = "form-token=\(session.formToken)&name=Example+Sheriff&place=Example+County&contact=x%40example.gov"
      let reply = await ask(
        "POST", "/agencies", headers: ["cookie": "tenth=\(secret)"], body: Array(form.utf8))
      let page = String(decoding: reply.body, as: UTF8.self)
      return String(try #require(page.firstMatch(of: /\/submit\/([A-Za-z0-9_-]+)/)).output.1)
    }
  }

  private static let header =
    "part,entry,date-received,request,response,paper,bail-posted,outcome,outcome-time,to-whom\n"
  private static let none = header + "requests,none,,,,,,,,\npapers,none,,,,,,,,\n"
  private static let one =
    header + "requests,none,,,,,,,,\npapers,1,2025-06-03,,,detainer,n/a,released,2025-06-04 10:30,n/a\n"

  @Test func nothingOpensThatShouldNot() async throws {
    let office = try await Office()
    let routes = office.site.answering.routes.routes
    let opened = Set(routes.filter { $0.access == .anybody }.map { "\($0.method.rawValue) \($0.template)" })
    #expect(opened == CollectorRoutesTests.open)
    for route in routes where route.access != .anybody {
      let path = route.template.replacing(/\{[a-z]+(\.\.\.)?\}/, with: "nothing")
      for staff in [nil] + office.people.map(Optional.some) {
        let reply = await office.ask(route.method.rawValue, path, as: staff)
        let goesToSignIn = reply.headers.contains { $0.name == "location" && $0.value == "/sign-in" }
        let isRefused = [.unauthorised, .forbidden].contains(reply.status) || goesToSignIn
        let may: Bool =
          switch (route.access, staff) {
          case (_, nil): false
          case (.may(let action), let staff?): staff.may(action)
          case (.keys, _), (.staff, _): true
          default: false
          }
        let leaves = route.template == "/sign-out"
        #expect(
          isRefused == !may || leaves && may, "\(route.method.rawValue) \(route.template) for \(staff?.id ?? "nobody")")
      }
    }
  }

  @Test func aProgramSendsTheSecretInAHeaderAndNeverInAnAddress() async throws {
    let office = try await Office()
    let secret = try await office.link()
    func send(_ path: String, _ headers: [String: String]) async -> Status {
      await office.ask(
        "POST", path, headers: headers.merging(["content-type": "text/csv"]) { $1 },
        body: Array(CollectorRoutesTests.none.utf8)
      ).status
    }
    #expect(await send("/api/submit/il-trust/2025", [:]) == .unauthorised)
    #expect(await send("/api/submit/il-trust/2025", ["authorization": "Basic \(secret)"]) == .unauthorised)
    #expect(await send("/api/submit/il-trust/2025", ["authorization": "Bearer \(secret)x"]) == .notFound)
    #expect(await send("/api/submit/\(secret)/il-trust/2025", [:]) == .gone)
    #expect(await send("/api/submit/il-trust/2025", ["authorization": "Bearer \(secret)"]) == .created)
  }

  @Test func aFileIsHandedInWithTheForm() async throws {
    let office = try await Office()
    let path = "/submit/\(try await office.link())/il-trust/2025"
    let wrong = try await office.upload("part,entry\nnonsense", to: path)
    #expect(wrong.status == .unprocessable)
    let good = try await office.upload(CollectorRoutesTests.one, to: path)
    #expect(good.status == .seeOther, "\(String(decoding: good.body, as: UTF8.self))")
    let page = String(decoding: await office.ask("GET", path).body, as: UTF8.self)
    #expect(page.contains("Does not fit the form, kept") && page.contains("receipt.txt"))
  }
}
