import Desk
import Foundation
import GRDB
import Ledger
import Synchronization
import Testing

/// Faults as they happen to a served desk: killed, without a disk that flushes, without room.
@Suite(
  .serialized, .enabled(if: FaultDesk.program != nil, "the program is not beside the tests; ./test builds both"))
struct FaultTests {
  /// What was sent and what came back, from several at once.
  private final class History: Sendable {
    private let state = Mutex((acknowledged: [String: CaseID](), unknown: Set<String>()))
    var acknowledged: [String: CaseID] { state.withLock { $0.acknowledged } }
    var unknown: Set<String> { state.withLock { $0.unknown } }

    func add(_ key: String, _ id: CaseID?) {
      state.withLock { state in
        guard let id else {
          state.unknown.insert(key)
          return
        }
        state.unknown.remove(key)
        // The same key is the same request for good.
        #expect(state.acknowledged[key] == nil || state.acknowledged[key] == id)
        state.acknowledged[key] = id
      }
    }
  }

  /// Four who record one request after the other until the desk is gone.
  private static func load(_ visit: FaultDesk.Visit, round: Int, into history: History) -> [Thread] {
    (0..<4).map { worker in
      let thread = Thread {
        for number in 0... {
          let key = "\(round)-\(worker)-\(number)"
          guard let answer = try? visit.record(key) else { return history.add(key, nil) }
          guard let id = answer.recorded else {
            Issue.record("\(answer.status) \(answer.body.prefix(300))")
            return
          }
          history.add(key, id)
        }
      }
      thread.start()
      return thread
    }
  }

  /// Sends again what is in doubt: it is done once.
  private static func settle(_ history: History, by visit: FaultDesk.Visit) throws {
    for key in history.unknown {
      let answer = try visit.record(key)
      let id: CaseID = try #require(answer.recorded, "\(answer.status)")
      history.add(key, id)
    }
  }

  @Test func nothingAcknowledgedIsLostHoweverOftenTheDeskIsKilledUnderLoad() async throws {
    let folder = try FaultFolder()
    var random = FaultRandom(seed: 20_261_122)
    let history = History()
    let memory = CheckpointMemory(path: OfficeFolder(folder.data.path()).memory)
    var seen: [Checkpoint] = []
    for round in 0..<(FaultDesk.isLong ? 200 : 20) {
      let desk = try FaultDesk(folder.data, log: folder.log)
      #expect(try desk.send("GET", "/readyz").status == 200, "round \(round)")
      let published = try desk.send("GET", "/log/checkpoint")
      if published.status == 200 { seen.append(try SignedCheckpoint(Array(published.body.utf8)).checkpoint) }
      let visit = try FaultDesk.Visit(desk)
      // What was in doubt is sent again, and done once.
      try FaultTests.settle(history, by: visit)
      let threads = FaultTests.load(visit, round: round, into: history)
      try await Task.sleep(for: .milliseconds(Int.random(in: 30...400, using: &random)))
      // What the log has signed by now is known outside from here on.
      if let signed = try memory.recall() { seen.append(signed.checkpoint) }
      desk.kill()
      while threads.contains(where: { !$0.isFinished }) { try await Task.sleep(for: .milliseconds(5)) }
    }
    do {
      let desk = try FaultDesk(folder.data, log: folder.log)
      let visit = try FaultDesk.Visit(desk)
      try FaultTests.settle(history, by: visit)
      desk.kill(SIGTERM)
    }
    let (office, county) = try await folder.office()
    #expect(await office.ledger.standing == .signing)
    try await office.ledger.audit()
    let outside = seen
    let (state, roots) = try await office.ledger.pool.read { db in
      (
        try String.fetchOne(db, sql: "PRAGMA integrity_check"),
        try outside.map { try StoredLog(db: db).root(atSize: $0.size) }
      )
    }
    #expect(state == "ok")
    #expect(roots == seen.map(\.root))
    let acknowledged = Set(history.acknowledged.values)
    #expect(acknowledged.count == history.acknowledged.count && acknowledged.count > 100)
    for id in acknowledged {
      #expect(try await office.caseFile(id, for: county.staff.auditor).opening.requester == "Example office")
    }
    // Nothing was recorded twice, no number is missing, and none was given twice.
    var (all, cursor): ([CaseSummary], String?) = ([], nil)
    repeat {
      let page = try await office.cases(for: county.staff.publisher, after: cursor, limit: 500)
      (all, cursor) = (all + page.items, page.next)
    } while cursor != nil
    let years = Dictionary(grouping: all.map(\.number), by: \.year)
    for (_, numbers) in years { #expect(numbers.map(\.count).sorted() == Array(1...numbers.count)) }
    let samples = Set(all.map(\.id)).subtracting(acknowledged)
    #expect(samples.count < 40, "\(samples.count) requests were recorded that nobody was told of")
  }

  // MARK: The disk

  private static let strace = ["/usr/bin/strace", "/bin/strace"].first(where: FileManager.default.isExecutableFile)

  /// strace on the running desk, making its flushes fail.
  private struct Tracer {
    private let process = Process()

    init(_ target: Int32) throws {
      guard let strace = FaultTests.strace else { throw CocoaError(.fileNoSuchFile) }
      process.executableURL = URL(filePath: strace)
      process.arguments = [
        "-f", "-p", "\(target)", "-e", "trace=fdatasync,fsync", "-e", "inject=fdatasync,fsync:error=EIO",
      ]
      let errors = Pipe()
      process.standardError = errors
      try process.run()
      var said = ""
      while !said.contains("attached") {
        let more = errors.fileHandleForReading.availableData
        guard !more.isEmpty else { throw CocoaError(.executableLoad) }
        said += String(decoding: more, as: UTF8.self)
      }
      // It goes on saying what it does; nobody may be made to wait for it.
      let rest = errors.fileHandleForReading
      Thread { while !rest.availableData.isEmpty {} }.start()
    }

    func end() {
      Foundation.kill(process.processIdentifier, SIGKILL)
      process.waitUntilExit()
    }
  }

  @Test(.enabled(if: strace != nil, "strace is not installed; ./test installs it"))
  func afterAFlushFailedNothingIsAcknowledgedOrSignedAndPagesAreStillRead() async throws {
    let folder = try FaultFolder()
    let memory = CheckpointMemory(path: OfficeFolder(folder.data.path()).memory)
    do {
      let desk = try FaultDesk(folder.data, log: folder.log)
      let visit = try FaultDesk.Visit(desk)
      let before = try #require(try visit.record("before").recorded)
      let tracer = try Tracer(desk.identifier)
      // From here on: before, the desk may have decided a case of the demonstration again by the clock.
      let signed = try memory.recall()
      let answer = try visit.record("during")
      #expect(answer.status >= 500 && answer.body.contains("nothing is issued"), "\(answer.status)")
      #expect(try visit.record("during").status >= 500)
      tracer.end()
      // The disk is well again; the desk must not believe it.
      #expect(try visit.record("after").status == 503)
      #expect(try visit.record("during").status == 503, "what may be stored is not said to be recorded")
      #expect(try desk.send("GET", "/readyz").status == 503)
      #expect(try desk.send("GET", "/healthz").status == 200)
      #expect(try visit.get("/requests/\(before)").status == 200)
      #expect(try visit.get("/").status == 200)
      #expect(try memory.recall() == signed)
      for page in [answer.body] { #expect(!page.contains("INSERT") && !page.contains(folder.data.path())) }
    }
    let desk = try FaultDesk(folder.data, log: folder.log)
    #expect(try desk.send("GET", "/readyz").status == 200)
    let visit = try FaultDesk.Visit(desk)
    let during = try #require(try visit.record("during").recorded)
    #expect(try visit.record("during").recorded == during)
    desk.kill()
    let (office, _) = try await folder.office()
    try await office.ledger.audit()
  }

  /// A small disk of its own, where this test may make one.
  private struct SmallDisk {
    let path: URL

    init?(_ path: URL, megabytes: Int) {
      self.path = path
      guard geteuid() == 0,
        (try? FileManager.default.createDirectory(at: path, withIntermediateDirectories: true)) != nil,
        mount("tmpfs", path.path(), "tmpfs", 0, "size=\(megabytes)m") == 0
      else { return nil }
    }

    var ballast: URL { path.appending(path: "ballast") }

    /// Leaves no room at all.
    func fill() throws {
      let file = open(ballast.path(), O_WRONLY | O_CREAT | O_APPEND, 0o600)
      defer { close(file) }
      for size in [1 << 20, 4096, 1] {
        let piece = [UInt8](repeating: 7, count: size)
        while write(file, piece, size) == size {}
      }
    }

    func unmount() { umount2(path.path(), Int32(MNT_DETACH)) }
  }

  private static let canMount: Bool = {
    let place = FileManager.default.temporaryDirectory.appending(path: "fault-mount-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: place) }
    guard let disk = SmallDisk(place, megabytes: 1) else { return false }
    disk.unmount()
    return true
  }()

  @Test(.enabled(if: canMount, "a small disk can only be mounted by root"))
  func aFullDiskIsSaidAndNothingIsSignedUntilThereIsRoom() async throws {
    let folder = try FaultFolder()
    let disk = try #require(SmallDisk(folder.data, megabytes: 48))
    defer { disk.unmount() }
    let memory = CheckpointMemory(path: OfficeFolder(folder.data.path()).memory)
    do {
      let desk = try FaultDesk(folder.data, log: folder.log)
      let visit = try FaultDesk.Visit(desk)
      let before = try #require(try visit.record("before").recorded)
      try disk.fill()
      var refused: TestServer.Answer?
      for number in 0..<2000 where refused == nil {
        // Room that the files had already is used up first.
        let answer = try visit.record("full-\(number)")
        if answer.recorded == nil { refused = answer }
      }
      let answer = try #require(refused)
      #expect(answer.status == 507 && answer.body.contains("disk is full"), "\(answer.status)")
      let signed = try memory.recall()
      #expect(try visit.record("full").status == 507)
      #expect(try visit.get("/requests/\(before)").status == 200)
      #expect(try visit.get("/").status == 200)
      #expect(try memory.recall() == signed)
      try FileManager.default.removeItem(at: disk.ballast)
      #expect(try visit.record("again").recorded != nil)
      #expect(try desk.send("GET", "/readyz").status == 200)
    }
    let (office, _) = try await folder.office()
    #expect(await office.ledger.standing == .signing)
    try await office.ledger.audit()
    try office.ledger.pool.close()
  }
}
