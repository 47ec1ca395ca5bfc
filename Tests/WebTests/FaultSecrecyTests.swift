import Desk
import Foundation
import LawLanguage
import Ledger
import Testing

/// A marker in every field of every form, looked for in everything that a desk leaves behind.
@Suite(
  .serialized, .enabled(if: FaultDesk.program != nil, "the program is not beside the tests; ./test builds both"))
struct FaultSecrecyTests {
  private static let marker = "XQMARKERQX"

  /// Names of files below a folder that hold the marker, plainly or as base64 or UTF-16 would show it.
  private static func leaks(in folder: URL, except: [String] = []) -> [String] {
    let names = FileManager.default.enumerator(atPath: folder.path())?.compactMap { $0 as? String } ?? []
    return names.filter { name in
      guard !except.contains(where: name.hasPrefix),
        let bytes = FileManager.default.contents(atPath: folder.appending(path: name).path())
      else { return false }
      return isIn(bytes)
    }
  }

  private static func isIn(_ bytes: Data) -> Bool {
    let plain = Data(marker.utf8)
    let forms =
      [plain, Data(marker.lowercased().utf8), Data(marker.utf8.flatMap { [$0, 0] })]
      // In base64 it looks another way at each of three offsets; what its neighbours change is left out.
      + (0..<3).map { shift in
        let text = (Data(repeating: 65, count: shift) + plain).base64EncodedString()
        return Data(text.dropFirst(4).dropLast(4).utf8)
      }
    return forms.contains { bytes.range(of: $0) != nil }
  }

  /// The fields of the forms of a page, with the marker wherever something can be typed.
  private static func forms(in page: String) -> [(action: String, fields: [(String, String)])] {
    page.components(separatedBy: "<form").dropFirst().compactMap { piece in
      let form = piece.components(separatedBy: "</form>")[0]
      guard form.contains("method=\"post\""), let action = attribute("action", of: form) else { return nil }
      var fields: [(String, String)] = []
      var chosen: Set<String> = []
      for tag in form.components(separatedBy: "<").dropFirst() {
        let head = tag.prefix { $0 != ">" }
        guard let name = attribute("name", of: String(head)), name != "form-token" else { continue }
        switch attribute("type", of: String(head)) ?? "text" {
        case "hidden": fields.append((name, attribute("value", of: String(head)) ?? ""))
        case "radio", "checkbox":
          if chosen.insert(name).inserted { fields.append((name, attribute("value", of: String(head)) ?? "")) }
        default:
          guard head.hasPrefix("input") || head.hasPrefix("textarea") else { continue }
          let isDate = ["month", "day", "year", "time"].contains { name.hasSuffix("-\($0)") }
          fields.append((name, isDate ? date[name.split(separator: "-").last ?? ""] ?? "" : marker))
        }
      }
      return (action, fields)
    }
  }

  private static let date: [Substring: String] = ["month": "11", "day": "20", "year": "2025", "time": "2:05 pm"]

  private static func attribute(_ name: String, of tag: String) -> String? {
    guard let start = tag.range(of: " \(name)=\"") else { return nil }
    return String(tag[start.upperBound...].prefix { $0 != "\"" })
  }

  /// Fills in every form that a request's pages lead to, as one person after the other; returns all refusals' pages.
  private static func plant(_ desk: FaultDesk, players: [Staff]) throws -> (CaseID, pages: [TestServer.Answer]) {
    let clerk = try FaultDesk.Visit(desk)
    let id = try #require(try clerk.record("marked", requester: marker).recorded)
    var pages: [TestServer.Answer] = []
    for player in players {
      let visit = try FaultDesk.Visit(desk, as: player.id)
      var paths = ["/requests/\(id)", "/requests/new", "/requests/\(id)/person", "/requests/\(id)/papers/1"]
      var done: Set<String> = []
      while let path = paths.popLast(), done.count < 60 {
        guard done.insert(path).inserted else { continue }
        let page = try visit.get(path)
        guard page.status == 200 else { continue }
        for form in forms(in: page.body) where form.action != "/demo/role" && !form.action.hasPrefix("/sign") {
          pages.append(try visit.post(form.action, form.fields))
        }
        for piece in page.body.components(separatedBy: "href=\"").dropFirst() {
          let link = String(piece.prefix { $0 != "\"" })
          if link.hasPrefix("/requests/\(id)/") { paths.append(link) }
        }
      }
      // What comes with a request beside its form.
      pages += [
        try desk.send("GET", "/\(marker)"), try desk.send("GET", "/laws/\(marker)"),
        try desk.send("GET", "/requests/\(marker)", headers: ["cookie": visit.cookie]),
        try desk.send("GET", "/requests?after=\(marker)", headers: ["cookie": visit.cookie]),
        try desk.send("GET", "/", headers: ["cookie": "tenth=\(marker)", "user-agent": marker, "traceparent": marker]),
        try desk.send("POST", "/requests", headers: ["cookie": visit.cookie, "content-type": marker], body: marker),
        try desk.send(
          "POST", "/requests", headers: ["cookie": visit.cookie, "content-type": "application/x-www-form-urlencoded"],
          body: "form-token=\(marker)&requester=\(marker)"),
        try desk.send("DELETE", "/requests/\(id)?\(marker)", headers: ["cookie": visit.cookie]),
        try desk.send("GET", "/log/tile/\(marker)"), try desk.send("GET", "/metrics?\(marker)"),
      ]
    }
    return (id, pages)
  }

  @Test func whatIsTypedIsNowhereInTheOpenAndAfterErasingNowhereAtAll() async throws {
    let folder = try FaultFolder()
    let county = try SampleCounty()
    let id: CaseID
    do {
      let desk = try FaultDesk(folder.data, log: folder.log)
      let people = county.staff
      let planted = try FaultSecrecyTests.plant(
        desk, players: [people.clerk, people.officer, people.counsel, people.publisher])
      id = planted.0
      #expect(planted.pages.count { (200..<400).contains($0.status) } > 5, "few forms were taken")
      // A page that says no repeats nothing; a form that is shown again with its mistakes does.
      for page in planted.pages where page.status >= 400 && page.status != 422 {
        #expect(!page.body.contains(FaultSecrecyTests.marker), "\(page.status)")
      }
      for page in planted.pages {
        #expect(!page.headers.contains { $0.value.contains(FaultSecrecyTests.marker) }, "\(page.headers)")
      }
      let administrator = try FaultDesk.Visit(desk, as: people.administrator.id)
      let metrics = try administrator.get("/metrics")
      #expect(metrics.status == 200 && metrics.body.contains("tenth_requests_total"))
      #expect(!metrics.body.contains(FaultSecrecyTests.marker) && !metrics.body.contains(id.description))
      for path in ["/", "/log", "/log/checkpoint", "/log/vkey", "/log/tile/entries/000", "/readyz", "/healthz"] {
        let answer = try desk.send("GET", path)
        #expect(!answer.body.contains(FaultSecrecyTests.marker), "\(path)")
      }
      // While it runs, the write-ahead log included.
      #expect(FaultSecrecyTests.leaks(in: folder.url) == [])
      let log = try String(contentsOf: folder.log, encoding: .utf8)
      #expect(log.contains("\"route\"") && !log.contains(id.description))
      desk.kill(SIGTERM)
    }
    let (office, _) = try await folder.office()
    let (export, audit, backup) = (
      folder.url.appending(path: "export"), folder.url.appending(path: "audit"), folder.url.appending(path: "backup")
    )
    let staff = county.staff
    _ = try await office.export(id, to: export.path(), by: staff.counsel, confirmedBy: staff.deputyCounsel)
    // The search finds it where it has to be.
    #expect(!FaultSecrecyTests.leaks(in: export).isEmpty)
    _ = try await office.exportAudit(to: audit.path(), by: staff.auditor)
    _ = try await Backup.make(
      of: folder.data.path(), to: backup.path(), under: BackupKey.create(folder.url.appending(path: "key").path()),
      at: Instant(seconds: Int64(Date().timeIntervalSince1970)))
    #expect(FaultSecrecyTests.leaks(in: folder.url, except: ["export"]) == [])
    try await close(id, in: office, staff)
    let order = try DisposalGround(.courtOrder, reference: "26-EX-0001")
    let waiting = try await office.proposeDisposal(.erase, of: id, because: order, by: staff.publisher)
    let gone = try await office.confirmDisposal(waiting.number, of: id, by: staff.counsel)
    #expect(gone.isScrubbed)
    #expect(FaultSecrecyTests.leaks(in: folder.url, except: ["export"]) == [])
    let names = FileManager.default.enumerator(atPath: folder.data.path())?.compactMap { $0 as? String } ?? []
    #expect(names.contains("desk.sqlite"))
  }

  /// Brings a case to its end, whatever the forms have made of it.
  private func close(_ id: CaseID, in office: Office, _ staff: SampleStaff) async throws {
    func run(_ command: CaseCommand, _ by: Staff) async throws {
      let version = try await office.caseFile(id, for: staff.counsel).version
      _ = try await office.perform(command, on: id, version: version, by: Hand(by))
    }
    var file = try await office.caseFile(id, for: staff.counsel)
    if file.sealed != nil { try await run(.unseal(reason: "x"), staff.publisher) }
    if file.legalHold != nil { try await run(.liftLegalHold(reason: "x"), staff.publisher) }
    if file.closed != nil { return }
    for act in file.undecidedActs {
      try await run(.decide(act: act, choice: .refrain, reason: "x"), staff.officer)
    }
    if file.outcome == nil {
      let now = Instant(seconds: Int64(Date().timeIntervalSince1970))
      try await run(.end(Outcome(.withdrawn, at: now)), staff.clerk)
    }
    file = try await office.caseFile(id, for: staff.counsel)
    for decision in file.reviewsOwed {
      let reviewer = decision.by.staff == staff.secondOfficer.id ? staff.officer : staff.secondOfficer
      try await run(.review(decision: decision.entry.number, agrees: true, finding: "x"), reviewer)
    }
    file = try await office.caseFile(id, for: staff.counsel)
    try await run(.close(reason: "x", leaving: file.tasks.map(\.key)), staff.clerk)
  }
}
