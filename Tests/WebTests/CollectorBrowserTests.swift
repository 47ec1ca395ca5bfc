import Desk
import Foundation
import LawLanguage
import Logging
import Synchronization
import Testing
import Web

/// Reports and their collector in Chromium. Skipped where Chromium or Playwright are not installed.
@Suite(.serialized) struct CollectorBrowserTests {
  private static let repository = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()
  private static let python = repository.appending(path: ".build/python/bin/python3")
  private static var canRun: Bool {
    let files = FileManager.default
    return files.isExecutableFile(atPath: "/usr/bin/chromium") && files.isExecutableFile(atPath: python.path())
      && (try? python(["-c", "import playwright, axe_playwright_python"]))?.status == 0
  }

  private static func python(_ arguments: [String]) throws -> (status: Int32, output: String) {
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

  /// Runs a script on a thread of its own, so that the server goes on answering.
  private static func browse(_ script: String, _ arguments: [String]) async throws {
    let path = repository.appending(path: "Tests/WebTests/Browser/\(script)").path()
    let pictures = ProcessInfo.processInfo.environment["TENTH_SCREENS"].map { [$0] } ?? []
    let result: (status: Int32, output: String) = try await withCheckedThrowingContinuation { continuation in
      Thread.detachNewThread {
        do { continuation.resume(returning: try python([path] + arguments + pictures)) } catch {
          continuation.resume(throwing: error)
        }
      }
    }
    #expect(result.status == 0, "\(result.output)")
  }

  private static var laws: [SourceFile] {
    let root = repository.appending(path: "Laws").resolvingSymlinksInPath().path()
    let names = FileManager.default.enumerator(atPath: root)?.compactMap { $0 as? String } ?? []
    return names.sorted().compactMap { name in
      FileManager.default.contents(atPath: "\(root)/\(name)").map { SourceFile(path: name, bytes: Array($0)) }
    }
  }

  private final class Clock: Sendable {
    private let instant: Mutex<Instant>
    init(_ start: Instant) { instant = Mutex(start) }
    var now: Instant { instant.withLock { $0 } }
    func set(_ later: Instant) { instant.withLock { $0 = later } }
  }

  private static func folder() throws -> URL {
    let folder = FileManager.default.temporaryDirectory.appending(path: "tenth-reports-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    return folder
  }

  private static let quiet = Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }

  /// The address of what is served, while the closure runs.
  private static func serving(
    _ serve: @escaping @Sendable (@escaping @Sendable (String, String?) -> Void) async throws -> Void,
    _ body: @escaping @Sendable (String) async throws -> Void
  ) async throws {
    let (ready, isReady) = AsyncStream<String>.makeStream()
    try await withThrowingTaskGroup(of: Void.self) { tasks in
      tasks.addTask {
        try? await serve { address, _ in
          isReady.yield(address)
          isReady.finish()
        }
        isReady.finish()
      }
      for await address in ready { try await body(address) }
      tasks.cancelAll()
    }
  }

  @Test(.enabled("Chromium, Playwright and axe are not installed") { canRun })
  func aYearWithoutRequestsIsCertifiedAndFiledAndATablePublishedByTwo() async throws {
    let folder = try CollectorBrowserTests.folder()
    defer { try? FileManager.default.removeItem(at: folder) }
    var settings = Settings()
    (settings.data, settings.port) = (folder.path(), 0)
    let desk = try await OpenDesk.open(
      settings, isDemonstration: true, files: CollectorBrowserTests.laws, logger: CollectorBrowserTests.quiet)
    try await CollectorBrowserTests.serving({ try await desk.serve(onReady: $0) }) { address in
      try await CollectorBrowserTests.browse("reports_in_a_browser.py", [address])
    }
  }

  @Test(.enabled("Chromium, Playwright and axe are not installed") { canRun })
  func threeOfThreeHundredAgenciesAreLateAndListedAfterNotice() async throws {
    let folder = try CollectorBrowserTests.folder()
    defer { try? FileManager.default.removeItem(at: folder) }
    var settings = Settings()
    (settings.data, settings.port) = (folder.path(), 0)
    settings.collector = .init(name: "Attorney General of Example State", jurisdiction: "IL", forms: ["il-trust"])
    func player(_ name: String, _ role: StaffRole) throws -> Staff {
      try Staff(
        id: name.lowercased(), name: "Sample \(name)", title: "", agency: "attorney-general-of-example-state",
        roles: [role])
    }
    let zone = try #require(Zone(identifier: "America/Chicago"))
    func morning(_ text: String) throws -> Instant { zone.instant(of: try #require(Day(text)), minutes: 540) }
    let clock = Clock(try morning("2026-02-10"))
    let later = try morning("2026-03-10")
    let collector = try await OpenCollector.open(
      settings, files: CollectorBrowserTests.laws, logger: CollectorBrowserTests.quiet,
      players: [try player("Publisher", .publisher), try player("Counsel", .counsel)], clock: { clock.now })
    try await CollectorBrowserTests.serving({ try await collector.serve(onReady: $0) }) { address in
      try await CollectorBrowserTests.browse("collector_in_a_browser.py", [address, "2025", "before", "2026-03-05"])
      clock.set(later)
      try await CollectorBrowserTests.browse("collector_in_a_browser.py", [address, "2025", "after", "2026-03-05"])
    }
  }
}
