import Desk
import Foundation
import LawLanguage
import Ledger
import Logging
import Reasoning
import Synchronization
import Testing
import Web

/// Somebody who sees every public answer of a desk, every hour for a week, cannot tell the hours of arrivals and releases.
struct FaultWatcherTests {
  /// What happened in an hour, and what the watcher saw at its end.
  private struct Hour {
    let happened: Int
    let seen: [String: String]
    /// How large the log really is, which only those inside know: what a watcher must not see.
    let inside: Int
  }

  /// A clock on the wall that the week sets.
  private final class Wall: Sendable {
    private let now: Mutex<Instant>
    init(_ instant: Instant) { now = Mutex(instant) }
    func read() -> Instant { now.withLock { $0 } }
    func set(_ seconds: Int64) { now.withLock { $0 = Instant(seconds: seconds) } }
  }

  private static let start: Int64 = 1_771_236_000  // Monday, 16 February 2026, 10:00 UTC

  /// A week of a desk with its pages, by a clock of its own.
  private static func week(seed: UInt64) async throws -> [Hour] {
    let folder = try FaultFolder()
    let wall = Wall(Instant(seconds: start))
    let county = try SampleCounty()
    try OfficeFolder(folder.data.path()).prepare(logName: "desk.example.gov/log")
    let office = try await Office.open(
      OfficeFolder(folder.data.path()), settings: OfficeSettings(agencies: [county.profile]),
      law: FaultFolder.law, clock: { wall.read() })
    let staff = county.staff
    try await office.proposeAdoption(
      of: office.beside.digest, on: office.beside.everyInitial, reason: "read", by: staff.counsel)
    try await office.confirmAdoption(of: office.beside.digest, reason: "read", by: staff.deputyCounsel)
    let zone = try #require(office.beside.library.vocabulary.zone(of: county.profile.place))
    let work = OfficeWork(office, zone: zone)
    var settings = Settings()
    settings.origin = "https://desk.example.gov"
    let site = try await Site(
      Site.Parts(
        settings: settings, office: county.profile.title, agency: county.profile.id,
        law: LawBook(office.beside.library), accounts: try Accounts(folder: folder.data.path()), players: [],
        clock: { wall.read() }, logger: Logger(label: "silent") { _ in SwiftLogNoOpLogHandler() },
        publicFile: { try await office.ledger.publicFile($0, at: $1) },
        trouble: { if case .signing = await office.ledger.standing { nil } else { "trouble" } },
        waiting: { (try? await office.ledger.waiting()) ?? 0 }, work: { deskRoutes(work, $0) }), port: { 0 })
    var random = FaultRandom(seed: seed)
    var open: [CaseID] = []
    var hours: [Hour] = []
    for hour in 0..<168 {
      let begin = start + Int64(hour) * 3600
      wall.set(begin + 1)
      _ = try await office.ledger.publish(at: Int(begin + 1), by: .daily)
      _ = try await office.reconsider()
      var happened = 0
      // More by day than by night, as it is.
      let rate = (6..<18).contains(hour % 24) ? 0.45 : 0.2
      for minute in [7, 23, 41] where Double.random(in: 0..<1, using: &random) < rate / 2 {
        wall.set(begin + Int64(minute) * 60)
        let intake = Intake(
          opening: Opening(agency: county.profile.id, received: wall.read(), channel: .fax),
          papers: [PaperCheck(kind: "i247a", names: .thePerson)])
        open.append(try await office.receive(intake, by: Hand(staff.clerk)).id)
        happened += 1
      }
      if let id = open.first, Double.random(in: 0..<1, using: &random) < rate / 2 {
        wall.set(begin + 50 * 60)
        open.removeFirst()
        let version = try await office.caseFile(id, for: staff.clerk).version
        _ = try await office.perform(
          .end(Outcome(.released, at: wall.read())), on: id, version: version, by: Hand(staff.clerk))
        happened += 1
      }
      wall.set(begin + 3590)
      hours.append(
        Hour(
          happened: happened, seen: try await look(at: site, wall.read(), whole: hour % 24 == 0),
          inside: await office.ledger.latest?.checkpoint.size ?? 0))
    }
    return hours
  }

  /// Every answer that anybody can have: what it is like, and of the checkpoint what it says.
  ///
  /// - Parameter whole: The pages of the law too, which are large and hang on no case: once a day.
  private static func look(at site: Site, _ now: Instant, whole: Bool) async throws -> [String: String] {
    var paths = site.answering.routes.routes
      .filter { $0.method == .get && $0.access == .anybody && !$0.template.contains("{") }.map(\.template)
    if !whole { paths.removeAll { $0.hasPrefix("/law") } }
    #expect(paths.contains("/log/checkpoint") && paths.contains("/readyz"))
    for index in 0..<10 {
      paths += ["/log/tile/0/00\(index)", "/log/tile/1/000.p/\(index + 1)", "/log/tile/entries/00\(index)"]
    }
    paths += ["/metrics", "/requests", "/", "/nothing-there"]
    var seen: [String: String] = [:]
    for path in paths {
      let reply = await site.answering.answer(
        Incoming(method: "GET", target: path, headers: ["host": "desk.example.gov"], body: [], peer: "192.0.2.1"))
      let headers = reply.headers.map { $0.name == "set-cookie" ? $0.name : "\($0.name): \($0.value)" }.sorted()
      var look = "\(reply.status.rawValue) \(reply.body.count) \(headers)"
      if path == "/log/checkpoint", reply.status == .ok {
        look += " size \(try SignedCheckpoint(reply.body).checkpoint.size)"
      }
      seen[path] = look
    }
    return seen
  }

  /// How often, among weeks whose hours are shuffled, a guess fits as well as it fits the week as it was.
  private static func chance(_ guess: [Double], of happened: [Int], seed: UInt64) -> Double {
    func fit(_ happened: [Int]) -> Double { zip(guess, happened).reduce(0) { $0 + $1.0 * Double($1.1) } }
    let real = fit(happened)
    var random = FaultRandom(seed: seed)
    var shuffled = happened
    let better = (0..<2000).count { _ in
      shuffled.shuffle(using: &random)
      return fit(shuffled) >= real
    }
    return Double(better + 1) / 2001
  }

  @Test func theHoursOfArrivalsAndReleasesCannotBeToldFromOutside() async throws {
    let weeks = [try await FaultWatcherTests.week(seed: 1), try await FaultWatcherTests.week(seed: 2)]
    for (index, week) in weeks.enumerated() {
      let happened = week.map(\.happened)
      #expect(happened.reduce(0, +) > 50, "nothing to be seen")
      // The watcher's guess for an hour: how much is otherwise than an hour before.
      let changes = week.indices.map { hour in
        hour == 0
          ? 0
          : Double(week[hour].seen.count { path, look in week[hour - 1].seen[path].map { $0 != look } ?? false })
      }
      #expect(changes.contains { $0 > 0 }, "the log was published, and that can be seen")
      let outside = FaultWatcherTests.chance(changes, of: happened, seed: 3)
      #expect(outside > 0.01, "week \(index): the guesses fit too well: \(outside)")
      // The same watcher, shown the inner log, tells the hours: the test can tell.
      // Padding at the time of a publication is no event.
      let growth = week.indices.map { $0 % 24 == 0 ? 0 : Double(week[$0].inside - week[$0 - 1].inside) }
      let inside = FaultWatcherTests.chance(growth, of: happened, seed: 3)
      #expect(inside < 0.001, "week \(index): \(inside)")
    }
    // Two weeks in which other things happened at other hours look alike, hour by hour and path by path.
    #expect(weeks[0].map(\.happened) != weeks[1].map(\.happened))
    for hour in weeks[0].indices { #expect(weeks[0][hour].seen == weeks[1][hour].seen, "hour \(hour)") }
  }
}
