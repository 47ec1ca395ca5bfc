import Foundation
import LawLanguage
import Logging
import Testing

/// Scripts that look at pages in Chromium, and what they look at. Where Chromium or Playwright are not installed, what
/// needs them is skipped.
enum Chromium {
  static let repository = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()
  private static let python = repository.appending(path: ".build/python/bin/python3")

  static let isThere: Bool = {
    let files = FileManager.default
    guard files.isExecutableFile(atPath: "/usr/bin/chromium"), files.isExecutableFile(atPath: python.path()) else {
      return false
    }
    return (try? run(["-c", "import playwright, axe_playwright_python"]))?.status == 0
  }()

  static let laws: [SourceFile] = {
    let root = repository.appending(path: "Laws").resolvingSymlinksInPath().path()
    let names = FileManager.default.enumerator(atPath: root)?.compactMap { $0 as? String } ?? []
    return names.sorted().compactMap { name in
      FileManager.default.contents(atPath: "\(root)/\(name)").map { SourceFile(path: name, bytes: Array($0)) }
    }
  }()

  private static func run(_ arguments: [String]) throws -> (status: Int32, output: String) {
    let process = Process()
    process.executableURL = python
    process.arguments = arguments
    // A file rather than a pipe, whose reading a signal can end.
    let file = FileManager.default.temporaryDirectory.appending(path: "tenth-\(UUID().uuidString).txt")
    try Data().write(to: file)
    defer { try? FileManager.default.removeItem(at: file) }
    let written = try FileHandle(forWritingTo: file)
    process.standardOutput = written
    process.standardError = written
    try process.run()
    process.waitUntilExit()
    return (process.terminationStatus, String(decoding: try Data(contentsOf: file), as: UTF8.self))
  }

  /// Runs a script on a thread of its own, so that a server in this process goes on answering. TENTH_SCREENS names the
  /// folder into which it puts pictures of what it sees.
  static func tell(_ script: String, _ arguments: [String]) async throws {
    let path = repository.appending(path: "Tests/WebTests/Browser/\(script)").path()
    let pictures = ProcessInfo.processInfo.environment["TENTH_SCREENS"].map { [$0] } ?? []
    let result: (status: Int32, output: String) = try await withCheckedThrowingContinuation { continuation in
      Thread.detachNewThread { continuation.resume(with: Result { try run(["-B", path] + arguments + pictures) }) }
    }
    #expect(result.status == 0, "\(result.output)")
  }

  /// A folder for as long as the closure runs.
  static func withFolder(_ body: (URL) async throws -> Void) async throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "tenth-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    try await body(folder)
  }

  static let quiet = Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }

  /// Serves while the closure runs, which is told the address.
  static func serving(
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
}
