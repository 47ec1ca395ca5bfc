import Foundation
import LawLanguage
import Logging
import Reasoning
import Testing
import Web

/// Stories of an office in Chromium, each by a clock of its own. Skipped where Chromium or Playwright are not installed.
@Suite(.serialized) struct StoryTests {
  private static let repository = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()
  private static let python = repository.appending(path: ".build/python/bin/python3")
  private static let isThere: Bool = {
    let files = FileManager.default
    guard files.isExecutableFile(atPath: "/usr/bin/chromium"), files.isExecutableFile(atPath: python.path()) else {
      return false
    }
    return (try? run(["-c", "import playwright, axe_playwright_python"]))?.status == 0
  }()

  private static let laws: [SourceFile] = {
    let root = repository.appending(path: "Laws").path()
    let names = FileManager.default.enumerator(atPath: root)?.compactMap { $0 as? String } ?? []
    return names.sorted().compactMap { name in
      FileManager.default.contents(atPath: "\(root)/\(name)").map { SourceFile(path: name, bytes: Array($0)) }
    }
  }()

  /// One for each desk, which stops it with itself.
  private static var press: LetterPress {
    LetterPress.find(
      environment: [
        "TENTH_LETTERS": repository.appending(path: "Letters").path(),
        "TENTH_TYPESETTER": repository.appending(path: ".build/typesetter/bin/python3").path(),
      ], program: "tenth")
  }

  private static func run(_ arguments: [String]) throws -> (status: Int32, output: String) {
    let process = Process()
    process.executableURL = python
    process.arguments = arguments
    let pipe = Pipe()
    process.standardOutput = pipe
    process.standardError = pipe
    try process.run()
    let output = String(decoding: try pipe.fileHandleForReading.readToEnd() ?? Data(), as: UTF8.self)
    process.waitUntilExit()
    return (process.terminationStatus, output)
  }

  /// Serves a desk of a folder while a story is told; then the desk is stopped.
  private func tell(_ story: String, in state: String, _ locality: String?, folder: URL) async throws {
    let clock = folder.appending(path: "clock")
    if !FileManager.default.fileExists(atPath: clock.path()) {
      try "1770000000".write(to: clock, atomically: true, encoding: .utf8)
    }
    let place = locality.map { #", "locality": "\#($0)""# } ?? ""
    let agency = #"{"name": "Example County Jail", "kind": "county-jail", "jurisdiction": "\#(state)"\#(place)}"#
    let settings = try Settings.read(
      file: RequestText(Array(#"{"agency": \#(agency)}"#.utf8), from: "desk.json"),
      environment: ["TENTH_PORT": "0", "TENTH_DATA": folder.appending(path: "data").path()])
    let desk = try await OpenDesk.open(
      settings, isDemonstration: true, files: StoryTests.laws,
      logger: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() },
      press: StoryTests.press,
      clock: {
        let text = (try? String(contentsOf: clock, encoding: .utf8)) ?? ""
        return Instant(seconds: Int64(text) ?? 1_770_000_000)
      })
    let (addresses, ready) = AsyncStream<String>.makeStream()
    let serving = Task { try await desk.serve { address, _ in ready.yield(address) } }
    for await address in addresses {
      let path = StoryTests.repository.appending(path: "Tests/WebTests/Browser/stories_in_a_browser.py").path()
      let screens = ProcessInfo.processInfo.environment["TENTH_SCREENS"].map { [$0] } ?? []
      let told = try await Task.detached { try StoryTests.run([path, address, clock.path(), story] + screens) }.value
      #expect(told.status == 0, "\(told.output)")
      break
    }
    serving.cancel()
    _ = await serving.result
  }

  private func withFolder(_ body: (URL) async throws -> Void) async throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "story-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    try await body(folder)
  }

  @Test(
    .enabled("Chromium, Playwright and axe are not installed") { isThere },
    arguments: [
      ("illinois-warrant", "IL", nil), ("new-jersey", "NJ", nil), ("florida", "FL", "orange-county-fl"),
      ("california", "CA", nil), ("break-glass", "IL", nil), ("citizenship", "IL", nil), ("record", "IL", nil),
    ] as [(String, String, String?)])
  func anOfficeDoesItsWork(_ story: String, in state: String, _ locality: String?) async throws {
    try await withFolder { try await tell(story, in: state, locality, folder: $0) }
  }

  @Test(.enabled("Chromium, Playwright and axe are not installed") { isThere })
  func whatWasDoneByTheCardWhileTheServerWasStoppedIsEnteredWithBothTimes() async throws {
    try await withFolder { folder in
      try await tell("outage-before", in: "IL", nil, folder: folder)
      try await tell("outage-after", in: "IL", nil, folder: folder)
    }
  }
}
