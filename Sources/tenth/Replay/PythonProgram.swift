import Foundation

/// A Python that reads what Tenth does not: workbooks, Parquet, a Spark cluster. Nothing else of Tenth needs one.
enum PythonProgram {
  /// The one that `TENTH_PYTHON` names, the one beside the program as it is built or installed, or the machine's own.
  static var path: String? {
    let program =
      (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")) ?? CommandLine.arguments[0]
    let above = ((program as NSString).deletingLastPathComponent as NSString).deletingLastPathComponent as NSString
    let named = ProcessInfo.processInfo.environment["TENTH_PYTHON"].map { [$0] } ?? []
    let places =
      named + [
        (above.deletingLastPathComponent as NSString).appendingPathComponent("tables/bin/python3"),
        above.appendingPathComponent("lib/tenth/tables/bin/python3"), "/usr/bin/python3", "/usr/local/bin/python3",
      ]
    return places.first { FileManager.default.isExecutableFile(atPath: $0) }
  }
}

/// What another program writes, chunk by chunk. It is ended with whoever reads it.
final class ProgramOutput {
  private let process = Process()
  private let output = Pipe()
  private let errors = Pipe()
  private static let chunk = 1 << 20

  /// How a program ended that did not do what it was asked to.
  struct Failure: Error {
    let status: Int32
    /// What it said, for whoever started it: it may quote what it read.
    let words: String
  }

  /// Starts a program; what it is told goes in at once.
  init(_ program: String, _ arguments: [String], environment: [String: String] = [:], input: Data = Data()) throws {
    process.executableURL = URL(filePath: program)
    process.arguments = arguments
    process.environment = ProcessInfo.processInfo.environment.merging(environment) { _, own in own }
    process.standardOutput = output
    process.standardError = errors
    if input.isEmpty {
      process.standardInput = FileHandle.nullDevice
    } else {
      // From a file that has no name: what is told may be longer than a pipe holds.
      let place = FileManager.default.temporaryDirectory.appending(path: "tenth-\(UUID().uuidString)")
      try input.write(to: place)
      process.standardInput = try FileHandle(forReadingFrom: place)
      try FileManager.default.removeItem(at: place)
    }
    try process.run()
  }

  deinit { if process.isRunning { process.terminate() } }

  /// More of what it writes; nil when it has done all it was asked to.
  func next() throws -> [UInt8]? {
    if let data = try output.fileHandleForReading.read(upToCount: ProgramOutput.chunk), !data.isEmpty {
      return Array(data)
    }
    let words = try errors.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    guard process.terminationStatus == 0 else {
      throw Failure(status: process.terminationStatus, words: String(decoding: words.prefix(2_000), as: UTF8.self))
    }
    return nil
  }

  /// All that it writes.
  func all() throws -> [UInt8] {
    var found: [UInt8] = []
    while let bytes = try next() { found += bytes }
    return found
  }
}
