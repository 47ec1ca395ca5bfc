import Foundation
import Testing

/// The built program, run as a user runs it.
enum Program {
  struct Outcome {
    let status: Int32
    let output: String
    let errors: String
  }

  static let tests = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()

  /// The small library of two made-up states.
  static let laws = tests.appending(path: "Fixtures/Clerk").path()

  /// Beside the test bundle, where one build puts both.
  static let executable: URL? = {
    let bundles = CommandLine.arguments.filter { $0.contains(".xctest") }.map { URL(filePath: $0) }
    let folders =
      bundles.flatMap { [$0.deletingLastPathComponent(), $0.deletingLastPathComponent().deletingLastPathComponent()] }
      + ["release", "debug"].map { tests.deletingLastPathComponent().appending(path: ".build/\($0)") }
    return folders.map { $0.appending(path: "tenth") }.first {
      FileManager.default.isExecutableFile(atPath: $0.path())
    }
  }()

  /// Why tests of the program are left out.
  static let absence: Comment = "the program is not beside the tests; build it with `swift build --build-tests`"

  struct Absent: Error {}

  /// Runs the program on the small library, unless told otherwise.
  static func run(
    _ arguments: [String], input: String? = nil, environment: [String: String] = ["TENTH_LAWS": laws, "COLUMNS": "80"],
    by program: URL? = nil
  ) throws -> Outcome {
    guard let executable = program ?? executable else { throw Absent() }
    let process = Process()
    process.executableURL = executable
    process.arguments = arguments
    process.environment = environment
    let folder = try temporaryFolder()
    defer { try? FileManager.default.removeItem(at: folder) }
    // Files rather than pipes: nobody waits for anybody.
    let (out, err) = (folder.appending(path: "out"), folder.appending(path: "err"))
    try Data().write(to: out)
    try Data().write(to: err)
    let source = folder.appending(path: "in")
    try Data((input ?? "").utf8).write(to: source)
    process.standardInput = try FileHandle(forReadingFrom: source)
    process.standardOutput = try FileHandle(forWritingTo: out)
    process.standardError = try FileHandle(forWritingTo: err)
    try process.run()
    process.waitUntilExit()
    return Outcome(
      status: process.terminationStatus, output: String(decoding: try Data(contentsOf: out), as: UTF8.self),
      errors: String(decoding: try Data(contentsOf: err), as: UTF8.self))
  }

  /// `tenth decide` for a jail in Alpha on 2025-01-22, and more.
  static func decide(_ more: String..., input: String? = nil) throws -> Outcome {
    try run(
      ["decide", "--jurisdiction", "AA", "--agency", "county-jail", "--on", "2025-01-22"] + more, input: input)
  }

  static func temporaryFolder() throws -> URL {
    let folder = FileManager.default.temporaryDirectory.appending(path: "tenth-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    return folder
  }

  /// A file of this name and content, for as long as the body runs.
  static func withFile<Result>(
    _ name: String, _ bytes: some Sequence<UInt8>, _ body: (String) throws -> Result
  ) throws -> Result {
    let folder = try temporaryFolder()
    defer { try? FileManager.default.removeItem(at: folder) }
    let file = folder.appending(path: name)
    try Data(bytes).write(to: file)
    return try body(file.path())
  }
}
