import Desk
import Foundation
import LawLanguage
import Ledger
import Testing

/// The program as it is built, serving the demonstration from a folder: to be killed, starved and watched.
final class FaultDesk: @unchecked Sendable {
  let port: Int
  let data: URL
  /// What it wrote to standard error.
  let log: URL
  // Touched by the test that owns it alone.
  private let process = Process()

  static let repository = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()
  static let laws = repository.appending(path: "Laws")
  static let isLong = ProcessInfo.processInfo.environment["TENTH_LONG"] != nil

  /// The program beside the test bundle, where one build puts both.
  static let program: URL? = {
    let bundles = CommandLine.arguments.filter { $0.contains(".xctest") }.map { URL(filePath: $0) }
    let folders =
      bundles.flatMap { [$0.deletingLastPathComponent(), $0.deletingLastPathComponent().deletingLastPathComponent()] }
      + [repository.appending(path: ".build/release")]
    return folders.map { $0.appending(path: "tenth") }.first { FileManager.default.isExecutableFile(atPath: $0.path()) }
  }()

  struct DidNotOpen: Error { let said: String }

  init(_ data: URL, log: URL) throws {
    self.data = data
    self.log = log
    guard let program = FaultDesk.program else { throw DidNotOpen(said: "there is no program") }
    process.executableURL = program
    process.arguments = ["serve", "--demo", "--port", "0", "--laws", FaultDesk.laws.path(), "--data", data.path()]
    if !FileManager.default.fileExists(atPath: log.path()) { try Data().write(to: log) }
    let errors = try FileHandle(forWritingTo: log)
    try errors.seekToEnd()
    let output = Pipe()
    process.standardOutput = output
    process.standardError = errors
    process.standardInput = FileHandle.nullDevice
    try process.run()
    var said = ""
    while !said.contains("\n") {
      let more = output.fileHandleForReading.availableData
      guard !more.isEmpty else {
        process.waitUntilExit()
        throw DidNotOpen(
          said: said + String(decoding: (try? Data(contentsOf: log)) ?? Data(), as: UTF8.self).suffix(500))
      }
      said += String(decoding: more, as: UTF8.self)
    }
    guard let address = said.split(separator: " ").first(where: { $0.hasPrefix("http://") }),
      let port = address.split(separator: ":").last.flatMap({ Int($0.prefix { $0.isNumber }) })
    else { throw DidNotOpen(said: said) }
    self.port = port
  }

  var identifier: Int32 { process.processIdentifier }

  func kill(_ signal: Int32 = SIGKILL) {
    if process.isRunning { Foundation.kill(process.processIdentifier, signal) }
    process.waitUntilExit()
  }

  deinit { kill() }

  // MARK: Asking

  func send(
    _ method: String, _ path: String, headers: [String: String] = [:], body: String = ""
  ) throws -> TestServer.Answer {
    var lines = ["\(method) \(path) HTTP/1.1", "host: localhost:\(port)", "connection: close"]
    if !body.isEmpty || method == "POST" { lines.append("content-length: \(body.utf8.count)") }
    lines += headers.map { "\($0.key): \($0.value)" }
    return try TestServer.parse(
      Socket(port: port).exchange([lines.joined(separator: "\r\n") + "\r\n\r\n" + body], pause: .zero))
  }

  /// Somebody at the desk, with a session.
  struct Visit: Sendable {
    let desk: FaultDesk
    let cookie: String
    let token: String

    init(_ desk: FaultDesk, as player: String? = nil) throws {
      let page = try desk.send("GET", "/requests/new")
      guard let cookie = page.cookie, let token = page.formToken else { throw TestServer.NoAnswer() }
      guard let player else {
        (self.desk, self.cookie, self.token) = (desk, cookie, token)
        return
      }
      let body = "form-token=\(TestServer.escaped(token))&player=\(TestServer.escaped(player))"
      let changed = try desk.send(
        "POST", "/demo/role",
        headers: ["content-type": "application/x-www-form-urlencoded", "cookie": cookie], body: body)
      guard let cookie = changed.cookie else { throw TestServer.NoAnswer() }
      (self.desk, self.cookie) = (desk, cookie)
      self.token = try desk.send("GET", "/", headers: ["cookie": cookie]).formToken ?? ""
    }

    func get(_ path: String) throws -> TestServer.Answer { try desk.send("GET", path, headers: ["cookie": cookie]) }

    func post(_ path: String, _ form: [(String, String)]) throws -> TestServer.Answer {
      let body = ([("form-token", token)] + form).map { "\($0)=\(TestServer.escaped($1))" }.joined(separator: "&")
      return try desk.send(
        "POST", path, headers: ["content-type": "application/x-www-form-urlencoded", "cookie": cookie], body: body)
    }

    /// Records a request; the same key is the same request.
    func record(_ key: String, requester: String = "Example office") throws -> TestServer.Answer {
      try post(
        "/requests",
        [
          ("once", key), ("paper", "i247a"), ("channel", "fax"), ("received-month", "11"), ("received-day", "20"),
          ("received-year", "2025"), ("received-time", "2:05 pm"), ("requester", requester),
        ])
    }
  }
}

extension TestServer.Answer {
  /// The case that was recorded, as the answer's address names it.
  var recorded: CaseID? {
    guard status == 303, let path = header("location") else { return nil }
    return path.split(separator: "/").dropFirst().first.flatMap { CaseID(String($0)) }
  }
}

/// A folder of the test's own.
final class FaultFolder: Sendable {
  let url: URL

  init() throws {
    url = FileManager.default.temporaryDirectory.appending(path: "fault-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(at: url) }

  var data: URL { url.appending(path: "data") }
  var log: URL { url.appending(path: "stderr") }

  /// The library of this repository.
  static let law: [SourceFile] = {
    let root = FaultDesk.laws.resolvingSymlinksInPath().path()
    let names = FileManager.default.enumerator(atPath: root)?.compactMap { $0 as? String } ?? []
    return names.sorted().compactMap { name in
      FileManager.default.contents(atPath: "\(root)/\(name)").map { SourceFile(path: name, bytes: Array($0)) }
    }
  }()

  /// The office of the demonstration, opened by the test once the program is gone.
  func office() async throws -> (Office, SampleCounty) {
    let county = try SampleCounty()
    let office = try await Office.open(
      OfficeFolder(data.path()), settings: OfficeSettings(agencies: [county.profile]), law: FaultFolder.law,
      clock: { Instant(seconds: Int64(Date().timeIntervalSince1970)) })
    return (office, county)
  }
}

/// A generator whose numbers are the same in every run.
struct FaultRandom: RandomNumberGenerator {
  private var state: UInt64
  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    // SplitMix64.
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}
