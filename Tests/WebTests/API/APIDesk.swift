import Desk
import Foundation
import LawLanguage
import Ledger
import Synchronization
import Web

/// An office with made-up cases, a second agency, and tokens for its programs.
final class APIDesk: Sendable {
  let folder: String
  let office: Office
  let county: SampleCounty
  let other: SampleStaff
  let otherCase: CaseID
  private let clock: Wall

  /// What the clock on the wall shows.
  var now: Instant { clock.now }
  func advance(_ seconds: Int64) { clock.advance(seconds) }

  private final class Wall: Sendable {
    private let kept: Mutex<Instant>
    init(_ now: Instant) { kept = Mutex(now) }
    var now: Instant { kept.withLock { $0 } }
    func advance(_ seconds: Int64) { kept.withLock { $0 = Instant(seconds: $0.seconds + seconds) } }
  }

  static let repository = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()

  static func law() -> [SourceFile] {
    let root = repository.appending(path: "Laws").resolvingSymlinksInPath().path()
    let names = FileManager.default.enumerator(atPath: root)?.compactMap { $0 as? String } ?? []
    return names.sorted().compactMap { name in
      FileManager.default.contents(atPath: "\(root)/\(name)").map { SourceFile(path: name, bytes: Array($0)) }
    }
  }

  init(jurisdiction: String = "IL") async throws {
    folder = FileManager.default.temporaryDirectory.appending(path: "api-\(UUID().uuidString)").path()
    let now = Instant(seconds: Int64(Date().timeIntervalSince1970))
    let clock = Wall(now)
    self.clock = clock
    county = try SampleCounty(jurisdiction: jurisdiction)
    let second = try SampleCounty(jurisdiction: "NJ")
    other = second.staff
    try OfficeFolder(folder).prepare(logName: "desk.example.gov/log")
    office = try await Office.open(
      OfficeFolder(folder), settings: OfficeSettings(agencies: [county.profile, second.profile]),
      law: APIDesk.law(), clock: { clock.now })
    try await county.fill(office, at: now)
    otherCase = try await office.receive(
      Intake(opening: Opening(agency: second.profile.id, received: now, channel: .fax)), by: Hand(other.clerk)
    ).id
  }

  deinit { try? FileManager.default.removeItem(atPath: folder) }

  func token(_ scopes: Set<ProgramScope> = Set(ProgramScope.allCases), days: Int64 = 30) async throws -> NewProgramToken
  {
    try await office.makeToken(
      named: "Example program", for: county.profile.id, scopes: scopes,
      expires: Instant(seconds: now.seconds + days * 86_400), by: county.staff.administrator)
  }

  /// A case of the county.
  func anyCase() async throws -> CaseID {
    guard let id = try await office.cases(for: county.staff.clerk, in: .proposed, limit: 1).items.first?.id else {
      throw Nothing()
    }
    return id
  }

  struct Nothing: Error {}

  /// Serves it, with accounts or as a demonstration.
  func serve(
    accounts: Accounts? = nil, callsAMinute: Int = 1_000_000, at clock: (@Sendable () -> Instant)? = nil,
    _ body: @Sendable @escaping (TestServer) async throws -> Void
  ) async throws {
    let (office, wall) = (office, self.clock)
    guard let zone = Zone(identifier: "America/Chicago") else { throw Nothing() }
    try await TestServer.run(
      accounts: accounts, players: accounts == nil ? county.staff.all : [], clock: clock ?? { wall.now },
      change: { parts in
        parts.agency = county.profile.id
        parts.shelf = LawShelf(office)
        parts.api = Site.API(office: office, zone: zone, callsAMinute: callsAMinute)
        parts.program = { try await office.program(bearing: $0) }
        parts.recordAccess = { try await office.record($0) }
        parts.work = { deskRoutes(OfficeWork(office, zone: zone), $0) }
        parts.publicFile = { try await office.ledger.publicFile($0, at: $1) }
      }, body)
  }
}

/// Programs of other people, in Python.
enum PythonTools {
  static let python = APIDesk.repository.appending(path: ".build/python/bin/python3")

  static func has(_ modules: String) -> Bool {
    FileManager.default.isExecutableFile(atPath: python.path())
      && (try? run(["-c", "import \(modules)"]))?.status == 0
  }

  static func run(
    _ arguments: [String], input: String = "", environment: [String: String] = [:], in folder: String? = nil
  ) throws -> (status: Int32, output: String) {
    let process = Process()
    // What a program leaves beside it goes with the folder.
    if let folder { process.currentDirectoryURL = URL(filePath: folder) }
    process.environment = ProcessInfo.processInfo.environment.merging(environment) { $1 }
    process.executableURL = python
    process.arguments = arguments
    let (output, given) = (Pipe(), Pipe())
    process.standardOutput = output
    process.standardError = output
    process.standardInput = given
    try process.run()
    given.fileHandleForWriting.write(Data(input.utf8))
    try given.fileHandleForWriting.close()
    let text = String(decoding: try output.fileHandleForReading.readToEnd() ?? Data(), as: UTF8.self)
    process.waitUntilExit()
    return (process.terminationStatus, text)
  }

  /// The same, without keeping a thread of the program under test.
  static func runApart(
    _ arguments: [String], input: String = "", environment: [String: String] = [:], in folder: String? = nil
  ) async throws -> (status: Int32, output: String) {
    try await withCheckedThrowingContinuation { continuation in
      Thread.detachNewThread {
        continuation.resume(with: Result { try run(arguments, input: input, environment: environment, in: folder) })
      }
    }
  }
}

extension TestServer {
  /// A call of the API.
  func call(
    _ method: String, _ path: String, token: String?, _ body: String = "", headers: [String: String] = [:]
  ) async throws -> Answer {
    var all = headers
    if let token { all["authorization"] = "Bearer \(token)" }
    if !body.isEmpty, all["content-type"] == nil { all["content-type"] = "application/json" }
    return try await send(method, "/api/v1" + path, headers: all, body: body)
  }
}

extension TestServer.Answer {
  var json: [String: Any] {
    (try? JSONSerialization.jsonObject(with: Data(body.utf8))) as? [String: Any] ?? [:]
  }
}
