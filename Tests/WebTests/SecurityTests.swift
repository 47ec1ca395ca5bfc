import Desk
import Foundation
import LawLanguage
import Logging
import Reasoning
import Synchronization
import Testing
import Web

/// What attackers and careless visitors try at the desk's door.
@Suite(.serialized) struct SecurityTests {
  private static let start = Instant(seconds: 1_800_000_000)
  private static func later(_ seconds: Int64) -> Instant { Instant(seconds: start.seconds + seconds) }

  private static func folder() throws -> String {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("security-\(UUID().uuidString)").path
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    return folder
  }

  // MARK: Names

  @Test func aPageOfAnotherNameThatPointsHereReadsNothing() async throws {
    try await TestServer.run(players: [Fixtures.staff("pat", [.intakeClerk])]) { (server: TestServer) async throws in
      for host in [
        "evil.example", "evil.example:\(server.port)", "localhost", "localhost:1", "", "127.0.0.1.evil.example",
      ] {
        let answer = try await server.get("/law", headers: ["host": host])
        #expect(answer.status == 421, "\(host)")
        #expect(answer.cookie == nil, "no session for \(host)")
      }
      for host in [
        "localhost:\(server.port)", "127.0.0.1:\(server.port)", "[::1]:\(server.port)", "LOCALHOST:\(server.port)",
      ] {
        let status = try await server.get("/law", headers: ["host": host]).status
        #expect(status == 200, "\(host)")
      }
      let life = try await server.get("/healthz", headers: ["host": "10.0.0.7"]).status
      #expect(life == 200, "who asks whether it lives does so by an address")
    }
  }

  @Test func behindAProxyOnlyTheNameOfTheOriginIsAnswered() async throws {
    var settings = Settings()
    settings.origin = "https://desk.example.gov"
    try await TestServer.run(settings: settings, players: [Fixtures.staff("pat", [.intakeClerk])]) {
      (server: TestServer) async throws in
      for (host, expected) in [
        ("desk.example.gov", 200), ("desk.example.gov:443", 200), ("localhost:\(server.port)", 421),
        ("desk.example.gov.evil.example", 421),
      ] {
        let status = try await server.get("/law", headers: ["host": host]).status
        #expect(status == expected, "\(host)")
      }
    }
  }

  // MARK: Sessions

  @Test func strangersTakeNoRoomFromThoseWhoHaveSignedIn() {
    let sessions = Sessions()
    let known = sessions.begin(AccountID("pat"), at: SecurityTests.start).secret
    let first = sessions.begin(nil, at: SecurityTests.start).secret
    for _ in 0..<(Sessions.Limits.strangers + 10) { _ = sessions.begin(nil, at: SecurityTests.start) }
    #expect(sessions.find(known, at: SecurityTests.start) != nil)
    #expect(sessions.find(first, at: SecurityTests.start) == nil, "the first stranger has made room")
    let last = sessions.begin(nil, at: SecurityTests.start).secret
    #expect(sessions.find(last, at: SecurityTests.start) != nil)
  }

  @Test func oneAccountHoldsNoMoreThanItsSessions() {
    let sessions = Sessions()
    let other = sessions.begin(AccountID("sam"), at: SecurityTests.start).secret
    let first = sessions.begin(AccountID("pat"), at: SecurityTests.start).secret
    for second in 1...Int64(Sessions.Limits.each) {
      _ = sessions.begin(AccountID("pat"), at: SecurityTests.later(second))
    }
    #expect(sessions.count(at: SecurityTests.later(60)) == Sessions.Limits.each + 1)
    #expect(sessions.find(first, at: SecurityTests.later(60)) == nil)
    #expect(sessions.find(other, at: SecurityTests.later(60)) != nil)
  }

  // MARK: Slow and many

  @Test func aReaderWhoDoesNotTakeTheAnswerIsCutOff() async throws {
    var limits = Server.Limits()
    limits.writeSeconds = 1
    let large = [UInt8](repeating: 0x61, count: 64 << 20)
    let route = Route(.get, "/large", .anybody) { _ in Reply(body: large) }
    try await TestServer.run(limits: limits, routes: [route]) { (server: TestServer) async throws in
      let taken = try await server.readLate(
        "GET /large HTTP/1.1\r\nhost: localhost:\(server.port)\r\n\r\n", after: .seconds(3))
      #expect(taken > 0 && taken < large.count, "\(taken)")
      // Whoever reads gets it all.
      let whole = try await server.get("/large").body.utf8.count
      #expect(whole == large.count)
    }
  }

  @Test func moreConnectionsThanAllowedWaitUntilOneEnds() async throws {
    var limits = Server.Limits()
    limits.seconds = 2
    limits.connections = 1
    try await TestServer.run(limits: limits) { (server: TestServer) async throws in
      let opened = AsyncStream<Void>.makeStream()
      async let silent = server.hold(onOpen: { opened.continuation.yield() })
      for await _ in opened.stream { break }
      let start = ContinuousClock.now
      let status = try await server.get("/healthz").status
      #expect(status == 200)
      #expect(start.duration(to: .now) > .seconds(1), "it was answered beside the one that is held open")
      _ = try await silent
    }
  }

  @Test func passphrasesAreReckonedAFewAtATimeAndNoMoreWaitThanCanBeServed() async throws {
    let queue = PassphraseWork(atOnce: 1, mostWaiting: 2)
    let gate = DispatchSemaphore(value: 0)
    let (running, refused) = (Counter(), Counter())
    @Sendable func reckon() throws {
      if running.add(1) > 1 { throw TooMany() }
      gate.wait()
      running.add(-1)
    }
    let results = await withTaskGroup(of: Bool?.self) { group in
      for _ in 0..<6 {
        group.addTask {
          do {
            try await queue.run(reckon)
            return true
          } catch let refusal as Refused {
            // One at work, two that wait: the third refused is the last, and lets them go on.
            if refused.add(1) == 3 { for _ in 0..<3 { gate.signal() } }
            return refusal.status == .unavailable && refusal.headers.contains { $0.name == "retry-after" } ? false : nil
          } catch { return nil }
        }
      }
      return await group.reduce(into: []) { $0.append($1) }
    }
    #expect(results.filter { $0 == false }.count == 3)
    #expect(results.filter { $0 == true }.count == 3)
  }

  private struct TooMany: Error {}

  private final class Counter: Sendable {
    private let kept = Mutex(0)
    @discardableResult
    func add(_ number: Int) -> Int {
      kept.withLock {
        $0 += number
        return $0
      }
    }
  }

  // MARK: Keys

  private struct Entered {
    let session: String
    let token: String
  }

  /// Follows a one-time link.
  private static func follow(_ link: String, on server: TestServer) async throws -> Entered {
    let page = try await server.get(link)
    let secret = String(link.dropFirst("/enrol/".count))
    let reply = try await server.post(
      "/enrol", ["form-token": try #require(page.formToken), "secret": secret],
      headers: ["cookie": try #require(page.cookie)])
    let session = try #require(reply.cookie)
    let keys = try await server.get("/keys", headers: ["cookie": session])
    return Entered(session: session, token: try #require(keys.formToken))
  }

  @Test func aOneTimeLinkOpensThePageOfKeysAndNothingElse() async throws {
    let folder = try SecurityTests.folder()
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let accounts = try Accounts(folder: folder)
    let entries = Entries()
    try await TestServer.run(
      accounts: accounts, clock: { SecurityTests.start }, change: { $0.recordAccess = { entries.add($0) } }
    ) { (server: TestServer) async throws in
      let entered = try await SecurityTests.follow(try #require(server.site.firstLink), on: server)
      for path in ["/accounts", "/metrics", "/law"] {
        let answer = try await server.get(path, headers: ["cookie": entered.session])
        #expect(answer.status == 403, "\(path)")
      }
      let keys = try await server.get("/keys", headers: ["cookie": entered.session]).status
      #expect(keys == 200)
      #expect(entries.all.map(\.what) == [.linkUsed])
    }
  }

  @Test func keysAreChangedOnlySoonAfterSigningInAndEndWhatElseWasOpen() async throws {
    let folder = try SecurityTests.folder()
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let accounts = try Accounts(folder: folder)
    let (pat, phrase, codes) = (AccountID("pat"), "four quiet herons waded", TimeCode.new())
    try await accounts.save(Fixtures.staff("pat", [.administrator]))
    try await accounts.set(PassphraseDigest(of: phrase), codes, for: pat)
    let (clock, entries) = (Clock(SecurityTests.start), Entries())
    try await TestServer.run(
      accounts: accounts, clock: { clock.now }, change: { $0.recordAccess = { entries.add($0) } }
    ) { (server: TestServer) async throws in
      func signIn() async throws -> String {
        clock.advance(60)
        let page = try await server.get("/sign-in")
        let reply = try await server.post(
          "/sign-in/passphrase",
          [
            "form-token": try #require(page.formToken), "account": "pat", "passphrase": phrase,
            "code": codes.code(at: clock.now.seconds / 30),
          ], headers: ["cookie": try #require(page.cookie)])
        #expect(reply.status == 303)
        return try #require(reply.cookie)
      }
      let other = try await signIn()
      let session = try await signIn()
      let fresh = try await server.get("/keys", headers: ["cookie": session])
      #expect(fresh.status == 200)
      let token = try #require(fresh.formToken)
      clock.advance(11 * 60)
      for reply in [
        try await server.get("/keys", headers: ["cookie": session]),
        try await server.post(
          "/keys/passphrase", ["form-token": token, "passphrase": "five loud cranes waded"],
          headers: ["cookie": session]),
        try await server.post("/keys/remove", ["form-token": token], headers: ["cookie": session]),
      ] {
        #expect(reply.status == 303 && reply.header("location") == "/sign-in?to=keys")
      }
      let again = try await signIn()
      try await accounts.add(Passkey(id: [1, 2, 3], publicKey: [4], counter: 0), to: pat, at: clock.now)
      let keys = try await server.get("/keys", headers: ["cookie": again])
      let removed = try await server.post(
        "/keys/remove", ["form-token": try #require(keys.formToken), "passkey": Base64URL.encoded([1, 2, 3])],
        headers: ["cookie": again])
      #expect(removed.status == 200)
      #expect(entries.all.last?.what == .keyRemoved && entries.all.last?.detail == "passkey")
      let kept = try await server.get("/accounts", headers: ["cookie": again]).status
      #expect(kept == 200, "the session in which keys were changed goes on")
      for ended in [other, session] {
        let status = try await server.get("/accounts", headers: ["cookie": ended]).status
        #expect(status == 303, "whatever else was open has ended")
      }
      // The last way in stays.
      let last = try await server.get("/keys", headers: ["cookie": again])
      let refused = try await server.post(
        "/keys/remove", ["form-token": try #require(last.formToken)], headers: ["cookie": again])
      #expect(refused.status == 422)
      let left = try await accounts.hasPassphrase(pat)
      #expect(left)
    }
  }

  @Test func whoComesInAndWhoIsRefusedIsRecordedWithoutAName() async throws {
    let folder = try SecurityTests.folder()
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let accounts = try Accounts(folder: folder)
    let (phrase, codes) = ("four quiet herons waded", TimeCode.new())
    try await accounts.save(Fixtures.staff("pat.example", [.administrator]))
    try await accounts.set(PassphraseDigest(of: phrase), codes, for: AccountID("pat.example"))
    let entries = Entries()
    try await TestServer.run(
      accounts: accounts, clock: { SecurityTests.start }, change: { $0.recordAccess = { entries.add($0) } }
    ) { (server: TestServer) async throws in
      func send(_ account: String, _ passphrase: String) async throws -> TestServer.Answer {
        let page = try await server.get("/sign-in")
        return try await server.post(
          "/sign-in/passphrase",
          [
            "form-token": try #require(page.formToken), "account": account, "passphrase": passphrase,
            "code": codes.code(at: SecurityTests.start.seconds / 30),
          ], headers: ["cookie": try #require(page.cookie)])
      }
      _ = try await send("nobody.example", "wrong")
      _ = try await send("pat.example", "wrong")
      let entered = try await send("pat.example", phrase)
      let session = try #require(entered.cookie)
      let page = try await server.get("/accounts", headers: ["cookie": session])
      _ = try await server.post(
        "/sign-out", ["form-token": try #require(page.formToken)], headers: ["cookie": session])
      let all = entries.all
      #expect(all.map(\.what) == [.signInRefused, .signInRefused, .signedIn, .signedOut])
      #expect(all[0].account == nil && all[1].account != nil && all[1].account == all[2].account)
      for entry in all {
        #expect(entry.at.wholeMatch(of: /\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d\dZ/) != nil)
        #expect(!"\(entry)".contains("pat"))
      }
      let log = server.log.all
      #expect(log.contains(all[2].account ?? "?") && log.contains("signed-in") && log.contains("sign-in-refused"))
      #expect(!log.contains("pat.example") && !log.contains("nobody.example") && !log.contains("wrong"))
    }
  }

  @Test func whatCannotBeRecordedIsNotGranted() async throws {
    let folder = try SecurityTests.folder()
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let accounts = try Accounts(folder: folder)
    let (phrase, codes) = ("four quiet herons waded", TimeCode.new())
    for name in ["pat", "sam"] { try await accounts.save(Fixtures.staff(name, [.administrator])) }
    try await accounts.set(PassphraseDigest(of: phrase), codes, for: AccountID("pat"))
    try await TestServer.run(
      accounts: accounts, clock: { SecurityTests.start },
      change: { parts in
        parts.recordAccess = { _ in throw OfficeRefusal.notRecorded(.init("the disk is full", detail: "/secret/path")) }
      }
    ) { (server: TestServer) async throws in
      let page = try await server.get("/sign-in")
      let reply = try await server.post(
        "/sign-in/passphrase",
        [
          "form-token": try #require(page.formToken), "account": "pat", "passphrase": phrase,
          "code": codes.code(at: SecurityTests.start.seconds / 30),
        ], headers: ["cookie": try #require(page.cookie)])
      #expect(reply.status == 303, "reading goes on while the disk is full")
      let session = try #require(reply.cookie)
      let list = try await server.get("/accounts", headers: ["cookie": session])
      let token = try #require(list.formToken)
      let link = try await server.post("/accounts/sam/link", ["form-token": token], headers: ["cookie": session])
      #expect(link.status == 503)
      #expect(!link.body.contains("/enrol/") && !link.body.contains("/secret/path"))
      let closed = try await server.post("/accounts/sam/close", ["form-token": token], headers: ["cookie": session])
      #expect(closed.status == 303, "a door may always be closed")
      #expect(server.log.all.contains("access not recorded"))
    }
  }

  @Test func refusalsBeyondABoundAreCountedAndNotRecordedOneByOne() async throws {
    let entries = Entries()
    let (folder, clock) = (try SecurityTests.folder(), Clock(SecurityTests.start))
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let accounts = try Accounts(folder: folder)
    try await TestServer.run(
      accounts: accounts, clock: { clock.now }, change: { $0.recordAccess = { entries.add($0) } }
    ) { (server: TestServer) async throws in
      func refuse() async throws {
        let page = try await server.get("/sign-in")
        _ = try await server.post(
          "/sign-in/passkey", ["form-token": try #require(page.formToken), "credential": "AAAA"],
          headers: ["cookie": try #require(page.cookie)])
      }
      for _ in 0..<70 { try await refuse() }
      #expect(entries.all.count == 60)
      clock.advance(3600)
      try await refuse()
      #expect(entries.all.count == 61)
      #expect(entries.all.last?.moreRefusals == 10)
    }
  }

  // MARK: Accounts that nobody uses, and roles for a time

  @Test func anAccountThatNobodyUsesFor90DaysOpensNothing() async throws {
    let folder = try SecurityTests.folder()
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let accounts = try Accounts(folder: folder)
    let pat = AccountID("pat")
    try await accounts.save(Fixtures.staff("pat", [.administrator]))
    try await accounts.add(Passkey(id: [1], publicKey: [4], counter: 0), to: pat, at: SecurityTests.start)
    try await accounts.use(pat, at: SecurityTests.start)
    let day: Int64 = 24 * 60 * 60
    #expect(try await accounts.staff(pat, at: SecurityTests.later(90 * day - 1)) != nil)
    #expect(try await accounts.staff(pat, at: SecurityTests.later(90 * day)) == nil)
    #expect(try await accounts.all(at: SecurityTests.later(90 * day)).first?.isIdle == true)
    #expect(try await accounts.isEmpty(at: SecurityTests.later(90 * day)), "nobody is left to open it: a new link")
    try await accounts.close(pat, false, at: SecurityTests.later(91 * day))
    #expect(try await accounts.staff(pat, at: SecurityTests.later(92 * day)) != nil)
  }

  @Test func aRoleGivenForATimeEndsWithin72Hours() async throws {
    let folder = try SecurityTests.folder()
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let accounts = try Accounts(folder: folder)
    let pat = AccountID("pat")
    try await accounts.save(Fixtures.staff("pat", [.intakeClerk]))
    try await accounts.elevate(pat, to: [.decider], until: SecurityTests.later(500 * 3600), at: SecurityTests.start)
    #expect(try await accounts.staff(pat, at: SecurityTests.later(72 * 3600 - 1))?.may(.decide) == true)
    #expect(try await accounts.staff(pat, at: SecurityTests.later(72 * 3600))?.may(.decide) == false)
    await #expect(throws: Staff.RolesClash.self) {
      try await accounts.elevate(pat, to: [.auditor], until: SecurityTests.later(3600), at: SecurityTests.start)
    }
  }

  // MARK: Folders

  @Test func theDemonstrationOpensNoOfficesFolder() async throws {
    let folder = try SecurityTests.folder()
    defer { try? FileManager.default.removeItem(atPath: folder) }
    _ = try Accounts(folder: folder)
    var settings = Settings()
    settings.data = folder
    let logger = Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }
    do {
      _ = try await OpenDesk.open(settings, isDemonstration: true, files: [], logger: logger)
      Issue.record("it opened")
    } catch let trouble as OpenDesk.Trouble {
      #expect(trouble.description.contains("office's own data"))
    }
    #expect(!FileManager.default.fileExists(atPath: folder + "/desk.sqlite"))
  }

  @Test func anOfficeOpensNoFolderOfADemonstration() async throws {
    let folder = try SecurityTests.folder()
    defer { try? FileManager.default.removeItem(atPath: folder) }
    try "Everything in this folder is made up.\n".write(
      toFile: folder + "/demonstration", atomically: true, encoding: .utf8)
    var settings = Settings()
    settings.data = folder
    settings.agency = try Settings.read(
      file: RequestText(
        Array(#"{"agency": {"name": "Example", "kind": "county-jail", "jurisdiction": "IL"}}"#.utf8), from: "x"),
      environment: [:]
    ).agency
    let logger = Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }
    do {
      _ = try await OpenDesk.open(settings, isDemonstration: false, files: [], logger: logger)
      Issue.record("it opened")
    } catch let trouble as OpenDesk.Trouble {
      #expect(trouble.description.contains("made up"))
    }
  }

  @Test func whatTheDiskOrTheDatabaseSaidIsForTheLogAlone() async throws {
    let route = Route(.get, "/fails", .anybody) { _ in
      throw Refused(OfficeRefusal.notRecorded(.init("the log takes nothing now", detail: "INSERT INTO t; /var/x")))
    }
    try await TestServer.run(routes: [route]) { (server: TestServer) async throws in
      let answer = try await server.get("/fails")
      #expect(answer.status == 503)
      #expect(answer.body.contains("the log takes nothing now") && !answer.body.contains("INSERT"))
      #expect(server.log.all.contains("INSERT INTO t; /var/x"))
    }
  }

  private final class Entries: Sendable {
    private let kept = Mutex<[AccessEntry]>([])
    func add(_ entry: AccessEntry) { kept.withLock { $0.append(entry) } }
    var all: [AccessEntry] { kept.withLock { $0 } }
  }

  private final class Clock: Sendable {
    private let kept: Mutex<Instant>
    init(_ now: Instant) { kept = Mutex(now) }
    var now: Instant { kept.withLock { $0 } }
    func advance(_ seconds: Int64) { kept.withLock { $0 = Instant(seconds: $0.seconds + seconds) } }
  }
}
