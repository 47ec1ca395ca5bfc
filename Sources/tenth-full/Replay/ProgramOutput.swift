import Foundation

/// What another program writes, chunk by chunk. It is ended with whoever reads it.
final class ProgramOutput {
  private let process = Process()
  private let output = Pipe()
  private let errors: FileHandle
  private static let chunk = 1 << 20

  /// How a program ended that did not do what it was asked to.
  struct Failure: Error {
    let status: Int32
    /// The end of what it said, for whoever started it: it may quote what it read.
    let words: String
  }

  /// Starts a program; what it is told goes in at once.
  init(_ program: String, _ arguments: [String], environment: [String: String] = [:], input: Data = Data()) throws {
    process.executableURL = URL(filePath: program)
    process.arguments = arguments
    process.environment = ProcessInfo.processInfo.environment.merging(environment) { _, own in own }
    process.standardOutput = output
    // Both in files without a name: either may be longer than a pipe holds.
    errors = try ProgramOutput.file(Data())
    process.standardError = errors
    process.standardInput = input.isEmpty ? FileHandle.nullDevice : try ProgramOutput.file(input)
    try process.run()
  }

  private static func file(_ data: Data) throws -> FileHandle {
    let place = FileManager.default.temporaryDirectory.appending(path: "tenth-\(UUID().uuidString)")
    try data.write(to: place)
    defer { try? FileManager.default.removeItem(at: place) }
    return try FileHandle(forUpdating: place)
  }

  deinit { if process.isRunning { process.terminate() } }

  /// More of what it writes; nil when it has done all it was asked to.
  func next() throws -> [UInt8]? {
    if let data = try output.fileHandleForReading.read(upToCount: ProgramOutput.chunk), !data.isEmpty {
      return Array(data)
    }
    process.waitUntilExit()
    guard process.terminationStatus == 0 else {
      try errors.seek(toOffset: 0)
      let words = String(decoding: try errors.readToEnd() ?? Data(), as: UTF8.self)
      throw Failure(status: process.terminationStatus, words: String(words.suffix(2_000)))
    }
    return nil
  }

  /// What it writes after so many bytes, at first.
  func next(after count: Int) throws -> [UInt8]? {
    var left = count
    while let bytes = try next() {
      guard bytes.count <= left else { return Array(bytes[left...]) }
      left -= bytes.count
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
