import Foundation
import Testing

/// The desk in Chromium, by the program as it is built. Skipped where Chromium or Playwright are not installed.
@Suite(.serialized) struct BrowserTests {
  private static let repository = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()
  private static let python = repository.appending(path: ".build/python/bin/python3")
  private static var canRun: Bool {
    let files = FileManager.default
    return files.isExecutableFile(atPath: "/usr/bin/chromium") && files.isExecutableFile(atPath: python.path())
      && program != nil && (try? run(python, ["-c", "import playwright, axe_playwright_python"]))?.status == 0
  }

  /// The program beside the test bundle, where one build puts both.
  private static var program: URL? {
    let bundles = CommandLine.arguments.filter { $0.contains(".xctest") }.map { URL(filePath: $0) }
    let folders =
      bundles.flatMap { [$0.deletingLastPathComponent(), $0.deletingLastPathComponent().deletingLastPathComponent()] }
      + [repository.appending(path: ".build/release")]
    return folders.map { $0.appending(path: "tenth") }.first { FileManager.default.isExecutableFile(atPath: $0.path()) }
  }

  private static func run(_ program: URL, _ arguments: [String]) throws -> (status: Int32, output: String) {
    let process = Process()
    process.executableURL = program
    process.arguments = arguments
    let pipe = Pipe()
    process.standardOutput = pipe
    process.standardError = pipe
    try process.run()
    let output = String(decoding: try pipe.fileHandleForReading.readToEnd() ?? Data(), as: UTF8.self)
    process.waitUntilExit()
    return (process.terminationStatus, output)
  }

  /// Runs a script against a desk on a port of its own; what the desk prints first is handed on.
  private func browse(_ script: String, serving arguments: [String], lines: Int) throws {
    let program = try #require(BrowserTests.program)
    let server = Process()
    server.executableURL = program
    let laws = BrowserTests.repository.appending(path: "Laws").path()
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
    let path = BrowserTests.repository.appending(path: "Tests/WebTests/Browser/\(script)").path()
    let (status, output) = try BrowserTests.run(BrowserTests.python, [path] + addresses)
    #expect(status == 0, "\(output)")
  }

  @Test(.enabled("Chromium, Playwright and axe are not installed") { canRun })
  func aDetainerGoesFromArrivalToClosingOnPagesThatAxePasses() throws {
    try browse("desk_in_a_browser.py", serving: ["--demo"], lines: 1)
  }

  @Test(.enabled("Chromium, Playwright and axe are not installed") { canRun })
  func aPasskeyIsMadeAndOpensTheDesk() throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let config = folder.appending(path: "desk.json")
    try #"{"agency": {"name": "Example County Jail", "kind": "county-jail", "jurisdiction": "IL"}}"#
      .write(to: config, atomically: true, encoding: .utf8)
    try browse(
      "passkey_in_a_browser.py", serving: ["--config", config.path(), "--data", folder.appending(path: "data").path()],
      lines: 2)
  }
}
