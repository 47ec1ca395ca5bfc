import Foundation

/// A program that is run to its end; what it prints goes to a file.
struct Command: Sendable {
  var words: [String]
  var folder: URL
  var environment: [String: String] = [:]
  /// What it prints, on both streams.
  var output: URL

  struct NotStarted: Error, CustomStringConvertible {
    let description: String
  }

  /// The inherited variables that a build needs; nothing else may change what tests do.
  private static let inherited = ProcessInfo.processInfo.environment.filter {
    ["PATH", "HOME", "LANG", "LC_ALL", "TMPDIR", "USER"].contains($0.key) || $0.key.hasPrefix("SWIFTPM")
  }

  /// Its exit status; that of a shell if a signal ended it.
  func run() async throws -> Int32 {
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = words
    process.currentDirectoryURL = folder
    process.environment = Self.inherited.merging(environment) { $1 }
    process.standardInput = FileHandle.nullDevice
    guard FileManager.default.createFile(atPath: output.path, contents: nil) else {
      throw NotStarted(description: "\(output.path) cannot be written")
    }
    let file = try FileHandle(forWritingTo: output)
    defer { try? file.close() }
    process.standardOutput = file
    process.standardError = file
    return try await withCheckedThrowingContinuation { continuation in
      process.terminationHandler = { ended in
        let signal: Int32 = ended.terminationReason == .uncaughtSignal ? 128 : 0
        continuation.resume(returning: signal + ended.terminationStatus)
      }
      do { try process.run() } catch { continuation.resume(throwing: error) }
    }
  }

  /// What it printed.
  var printed: String { (try? String(contentsOf: output, encoding: .utf8)) ?? "" }
}

/// Prints a line at once, so that a run whose output goes to a file can be followed.
func say(_ line: String) { FileHandle.standardOutput.write(Data((line + "\n").utf8)) }
