import Foundation
import GRDB
import Ledger
import Testing

/// `ledger-writer`, a process of its own that writes to a ledger, read line by line and killed.
private final class WriterProcess {
  private let process = Process()
  private let output = Pipe()
  private let input = Pipe()
  private var pending = Data()

  static let program = ToolRun.built("ledger-writer")

  init(_ folder: URL, _ mode: String) throws {
    guard let program = WriterProcess.program else { throw CocoaError(.fileNoSuchFile) }
    process.executableURL = program
    process.arguments = [folder.path(), mode]
    process.standardOutput = output
    process.standardInput = input
    try process.run()
  }

  var identifier: Int32 { process.processIdentifier }

  /// The next line; nil when the process has ended.
  func line() -> String? {
    while true {
      if let end = pending.firstIndex(of: 0x0A) {
        let line = String(decoding: pending[pending.startIndex..<end], as: UTF8.self)
        pending = Data(pending[(end + 1)...])
        return line
      }
      let more = output.fileHandleForReading.availableData
      guard !more.isEmpty else { return nil }
      pending += more
    }
  }

  /// Has it write once, and returns what it says.
  func step() throws -> String? {
    try input.fileHandleForWriting.write(contentsOf: Data("\n".utf8))
    return line()
  }

  /// Kills it and returns what it had still said.
  func kill() -> [String] {
    Foundation.kill(process.processIdentifier, SIGKILL)
    var rest: [String] = []
    while let line = line() { rest.append(line) }
    process.waitUntilExit()
    return rest
  }
}

/// What a writer said it had written.
private struct Acknowledgement {
  let number: Int
  let checkpoint: Checkpoint

  init?(_ line: String) {
    let words = line.split(separator: " ")
    guard words.count == 4, words[0] == "ack", let number = Int(words[1]), let size = Int(words[2]),
      let root = MerkleHash(base64: words[3])
    else { return nil }
    self.number = number
    checkpoint = Checkpoint(origin: TestLedger.name, size: size, root: root)
  }
}

@Suite(
  .enabled(
    if: WriterProcess.program != nil, "ledger-writer is not beside the tests; build it with `swift build --build-tests`"
  ))
struct CrashTests {
  private static let isLong = ProcessInfo.processInfo.environment["TENTH_LONG"] != nil

  private func newOffice() throws -> URL {
    let folder = try TestLedger.temporaryFolder()
    _ = try KeyFile.create(folder.appending(path: "key").path(), name: TestLedger.name)
    return folder
  }

  /// Everything acknowledged is stored with its business row; every signed state seen from outside is continued.
  private func check(_ folder: URL, _ seen: [Acknowledgement]) async throws {
    let store = try await TestLedger.open(folder)
    #expect(await store.standing == .signing)
    try await store.audit()
    try await store.pool.read { db in
      #expect(try String.fetchOne(db, sql: "PRAGMA integrity_check") == "ok")
      let log = StoredLog(db: db)
      let size = try log.size()
      let requests = Set(try Int.fetchAll(db, sql: "SELECT entry FROM request"))
      #expect(requests == Set(0..<size))
      for acknowledged in seen {
        #expect(requests.contains(acknowledged.number))
        let checkpoint = acknowledged.checkpoint
        #expect(checkpoint.size <= size)
        #expect(try log.root(atSize: checkpoint.size) == checkpoint.root)
      }
    }
    try store.pool.close()
  }

  @Test func nothingAcknowledgedIsLostWhenTheProcessIsKilled() async throws {
    let folder = try newOffice()
    defer { try? FileManager.default.removeItem(at: folder) }
    var random = SeededRandom(seed: 20_261_121)
    var seen: [Acknowledgement] = []
    for round in 0..<(CrashTests.isLong ? 200 : 20) {
      let writer = try WriterProcess(folder, "load")
      let ready = try #require(writer.line())
      #expect(ready.hasPrefix("ready"), "round \(round): \(ready)")
      // Killed after so many lines and in the midst of what comes next, at a place that differs from round to round.
      for _ in 0..<Int.random(in: 0...40, using: &random) {
        seen += writer.line().flatMap(Acknowledgement.init).map { [$0] } ?? []
      }
      seen += writer.kill().compactMap(Acknowledgement.init)
      try await check(folder, seen)
    }
    #expect(seen.count > 100)
  }

  private static let strace = ToolRun.find("strace")

  /// The kernel says that a flush failed: nothing is acknowledged or signed from then on, whatever later flushes say.
  @Test(.enabled(if: strace != nil, "strace is not installed; ./test installs it"))
  func nothingIsSignedAfterAFlushFailed() async throws {
    for round in 0..<(CrashTests.isLong ? 50 : 5) {
      let folder = try newOffice()
      defer { try? FileManager.default.removeItem(at: folder) }
      let writer = try WriterProcess(folder, "steps")
      _ = try #require(writer.line())
      var seen: [Acknowledgement] = []
      for _ in 0...round % 5 { seen.append(try #require(try writer.step().flatMap(Acknowledgement.init))) }
      let signed = try Data(contentsOf: folder.appending(path: "signed"))

      // The first flush is the database's, the second that of the file that remembers what is signed.
      let isDatabase = round % 2 == 0
      let tracer = try Tracer(writer.identifier, when: isDatabase ? "1+" : "2+")
      let first = try #require(try writer.step())
      #expect(
        first.hasPrefix(isDatabase ? "failed the ledger signs nothing" : "failed stored, but not signed"), "\(first)")
      tracer.end()

      // The disk is well again; the process must not believe it.
      let second = try #require(try writer.step())
      #expect(second.contains("until it is opened again"), "\(second)")
      if isDatabase { #expect(try Data(contentsOf: folder.appending(path: "signed")) == signed) }
      seen += writer.kill().compactMap(Acknowledgement.init)
      try await check(folder, seen)
    }
  }

  /// strace on a running process, making its flushes fail.
  private struct Tracer {
    private let process = Process()

    init(_ target: Int32, when: String) throws {
      guard let strace = CrashTests.strace else { throw CocoaError(.fileNoSuchFile) }
      process.executableURL = strace
      process.arguments = [
        "-f", "-p", "\(target)", "-e", "trace=fdatasync,fsync", "-e", "inject=fdatasync,fsync:error=EIO:when=\(when)",
      ]
      let errors = Pipe()
      process.standardError = errors
      try process.run()
      // It says so when it has attached; until then nothing is injected.
      var said = ""
      while !said.contains("attached") {
        let more = errors.fileHandleForReading.availableData
        guard !more.isEmpty else { throw CocoaError(.executableLoad) }
        said += String(decoding: more, as: UTF8.self)
      }
    }

    func end() {
      // A child started here has the signals blocked that threads of a task have blocked, all but this one. The kernel
      // lets go of what a dead tracer traced.
      Foundation.kill(process.processIdentifier, SIGKILL)
      process.waitUntilExit()
    }
  }
}
