import Foundation
import GRDB
import Ledger
import Testing

/// Verifiers by other people, in other languages, over other libraries: they accept our logs and proofs, and reject what
/// ours rejects.
enum Judge: String, CaseIterable, Sendable {
  case go
  case python

  /// How to run it; nil where it is not installed.
  var command: (program: URL, arguments: [String])? {
    switch self {
    case .go: Judge.goVerifier.map { (program: $0, arguments: [String]()) }
    case .python:
      Judge.pythonWithPackages.map { (program: $0, arguments: [Judge.folder.appending(path: "verifylog.py").path()]) }
    }
  }

  static let absence: Comment =
    "neither Go with golang.org/x/mod nor Python with pymerkle is here; ./test installs them"
  static let present = allCases.filter { $0.command != nil }

  private static let folder = ToolRun.repository.appending(path: "Tests/LedgerTests/Independent")

  /// Debian's Go and its package golang-golang-x-mod-dev, compiled once a run.
  private static let goVerifier: URL? = {
    guard let go = ToolRun.find("go"),
      FileManager.default.fileExists(atPath: "/usr/share/gocode/src/golang.org/x/mod/sumdb/tlog")
    else { return nil }
    let target = FileManager.default.temporaryDirectory.appending(
      path: "verifylog-\(ProcessInfo.processInfo.processIdentifier)")
    let build = try? ToolRun(
      go, ["build", "-o", target.path(), folder.appending(path: "verifylog.go").path()],
      environment: [
        "GOPATH": "/usr/share/gocode", "GO111MODULE": "off", "GOFLAGS": "",
        "GOCACHE": ToolRun.repository.appending(path: ".build/go-cache").path(),
      ])
    return build?.status == 0 ? target : nil
  }()

  private static let pythonWithPackages: URL? = {
    let own = ToolRun.repository.appending(path: ".build/python/bin/python3")
    let candidates = [own, ToolRun.find("python3")].compactMap(\.self)
    return candidates.first { python in
      FileManager.default.isExecutableFile(atPath: python.path())
        && (try? ToolRun(python, ["-c", "import pymerkle, cryptography"]))?.status == 0
    }
  }()

  func judge(_ log: URL, earlier: URL? = nil) throws -> ToolRun {
    guard let command else { throw CocoaError(.fileNoSuchFile) }
    return try ToolRun(command.program, command.arguments + [log.path()] + [earlier?.path()].compactMap(\.self))
  }
}

@Suite(.enabled(if: !Judge.present.isEmpty, Judge.absence))
struct IndependentTests {
  @Test(arguments: Judge.present, [1, 2, 255, 256, 257, 65_536, 65_537, 70_000])
  func othersAcceptOurLogAndOurProofs(judge: Judge, size: Int) async throws {
    let office = try await TestLedger.make()
    let first = max(1, size / 3)
    try await office.fill(first)
    let earlier = office.folder.appending(path: "earlier")
    try Data(try #require(await office.store.latest).bytes).write(to: earlier)
    try await office.fill(size - first)
    let log = try await office.export()
    for number in Set([0, size / 2, size - 1]) {
      let proof = try #require(try await office.store.proof(of: number, to: .latest))
      let entry = try await office.store.pool.read { try office.store.entry(number, in: $0).bytes }
      try Data(proof.bytes).write(to: log.appending(path: "\(number).tlog-proof"))
      try Data(entry).write(to: log.appending(path: "\(number).entry"))
    }
    let verdict = try judge.judge(log, earlier: earlier)
    #expect(verdict.status == 0, "\(verdict.output)")
    #expect(verdict.output.hasPrefix("accepted: \(size) entries"))
  }

  @Test(arguments: Judge.present) func othersRejectWhatWasChanged(judge: Judge) async throws {
    let office = try await TestLedger.make()
    try await office.fill(70_000)
    let log = try await office.export()
    for damage in LogDamage.allCases {
      let damaged = office.folder.appending(path: "\(damage)")
      try FileManager.default.copyItem(at: log, to: damaged)
      try damage.inflict(on: damaged)
      let verdict = try judge.judge(damaged)
      #expect(verdict.status != 0 && !verdict.output.contains("accepted"), "\(damage): \(verdict.output)")
    }
  }

  @Test(arguments: Judge.present) func othersRejectAForkAndACutLog(judge: Judge) async throws {
    let office = try await TestLedger.make()
    try await office.fill(300)
    let seen = office.folder.appending(path: "seen")
    try Data(try #require(await office.store.latest).bytes).write(to: seen)
    let key = try KeyFile.load(office.folder.appending(path: "key").path())
    for size in [200, 600] {
      let fork = try await LogDamage.fork(of: key, size: size, below: office.folder)
      #expect(try judge.judge(fork).status == 0)
      #expect(try judge.judge(fork, earlier: seen).status != 0)
    }
  }

  @Test(arguments: Judge.present) func othersRejectAProofOfAnotherEntry(judge: Judge) async throws {
    let office = try await TestLedger.make()
    try await office.fill(300)
    let log = try await office.export()
    let proof = try #require(try await office.store.proof(of: 17, to: .latest))
    try Data(proof.bytes).write(to: log.appending(path: "17.tlog-proof"))
    let other = try await office.store.pool.read { try office.store.entry(18, in: $0).bytes }
    try Data(other).write(to: log.appending(path: "17.entry"))
    #expect(try judge.judge(log).status != 0)
  }
}
