import Foundation
import Testing

/// The desk in Chromium, by the program as it is built. Skipped where Chromium or Playwright are not installed.
@Suite(.serialized) struct BrowserTests {
  private static var canRun: Bool { Chromium.isThere && program != nil }

  /// The program beside the test bundle, where one build puts both.
  private static var program: URL? {
    let bundles = CommandLine.arguments.filter { $0.contains(".xctest") }.map { URL(filePath: $0) }
    let folders =
      bundles.flatMap { [$0.deletingLastPathComponent(), $0.deletingLastPathComponent().deletingLastPathComponent()] }
      + [Chromium.repository.appending(path: ".build/release")]
    return folders.map { $0.appending(path: "tenth") }.first { FileManager.default.isExecutableFile(atPath: $0.path()) }
  }

  /// Runs a script against a desk on a port of its own; what the desk prints first is handed on.
  private func browse(_ script: String, serving arguments: [String], lines: Int) async throws {
    let program = try #require(BrowserTests.program)
    let server = Process()
    server.executableURL = program
    let laws = Chromium.repository.appending(path: "Laws").path()
    server.arguments = ["serve", "--port", "0", "--laws", laws] + arguments
    let pipe = Pipe()
    server.standardOutput = pipe
    server.standardError = FileHandle.nullDevice
    try server.run()
    defer {
      server.terminate()
      server.waitUntilExit()
    }
    var printed = ""
    while printed.filter({ $0 == "\n" }).count < lines {
      let data = pipe.fileHandleForReading.availableData
      try #require(!data.isEmpty, "the desk did not open: \(printed)")
      printed += String(decoding: data, as: UTF8.self)
    }
    let addresses = printed.split(whereSeparator: \.isWhitespace).filter { $0.hasPrefix("http://") }.map(String.init)
    try await Chromium.tell(script, addresses)
  }

  @Test(.enabled("Chromium, Playwright and axe are not installed") { canRun })
  func aDetainerGoesFromArrivalToClosingOnPagesThatAxePasses() async throws {
    try await browse("desk_in_a_browser.py", serving: ["--demo"], lines: 1)
  }

  @Test(.enabled("Chromium, Playwright and axe are not installed") { canRun })
  func aPasskeyIsMadeAndOpensTheDesk() async throws {
    try await Chromium.withFolder { folder in
      let config = folder.appending(path: "desk.json")
      try #"{"agency": {"name": "Example County Jail", "kind": "county-jail", "jurisdiction": "IL"}}"#
        .write(to: config, atomically: true, encoding: .utf8)
      try await browse(
        "passkey_in_a_browser.py",
        serving: ["--config", config.path(), "--data", folder.appending(path: "data").path()], lines: 2)
    }
  }
}
