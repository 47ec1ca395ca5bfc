import Foundation
import GRDB
import Ledger
import Testing

/// `tenth verify`, as somebody outside runs it.
@Suite(
  .enabled(
    if: ToolRun.built("tenth") != nil, "the program is not beside the tests; build it with `swift build --build-tests`")
)
struct VerifyCommandTests {
  private func verify(_ arguments: String...) throws -> ToolRun {
    let program = try #require(ToolRun.built("tenth"))
    return try ToolRun(program, ["verify"] + arguments, environment: ["COLUMNS": "200"])
  }

  @Test func aWholeLogExitsWithZeroAndKeepsItsCheckpoint() async throws {
    let office = try await TestLedger.make()
    try await office.fill(300)
    let log = try await office.export()
    let kept = office.folder.appending(path: "kept").path()
    let first = try verify(log.path(), "--keep", kept)
    #expect(first.status == 0, "\(first.output)")
    #expect(first.output.hasPrefix("The log desk.example.gov/log is whole: 300 entries.\n"))
    #expect(first.output.contains("The key came from the log itself."))

    try await office.fill(10)
    let key = await office.store.verifier.text
    let second = try verify(try await office.export("later").path(), "--checkpoint", kept, "--key", key)
    #expect(second.status == 0, "\(second.output)")
    #expect(second.output.contains("It goes on from the checkpoint seen before."))
    #expect(!second.output.contains("The key came from the log itself."))
  }

  @Test func aDamagedLogExitsWithOneAndNamesThePlace() async throws {
    let office = try await TestLedger.make()
    try await office.fill(70_000)
    let log = try await office.export()
    try LogDamage.entryAndTile.inflict(on: log)
    let outcome = try verify(log.path())
    #expect(outcome.status == 1)
    #expect(outcome.output.contains("NOT whole"))
    #expect(outcome.output.contains("tile/1/000, hash 1: entries 256 to 511 do not give it"))
    let json = try verify(log.path(), "--json")
    #expect(json.status == 1 && json.output.contains(#""whole": false"#), "\(json.output)")
  }

  @Test func aLetterIsProvenByItsPayload() async throws {
    let office = try await TestLedger.make()
    try await office.add(#"{"letter":"fictional"}"#)
    try await office.fill(20)
    let log = try await office.export()
    let proof = try #require(try await office.store.proof(of: 0, to: .latest, revealingSalt: true))
    let (proofFile, payload) = (office.folder.appending(path: "p").path(), office.folder.appending(path: "l").path())
    try Data(proof.bytes).write(to: URL(filePath: proofFile))
    try Data(#"{"letter":"fictional"}"#.utf8).write(to: URL(filePath: payload))
    let good = try verify(log.path(), "--proof", proofFile, "--payload", payload)
    #expect(good.status == 0 && good.output.contains("The proof holds, and the log has its entry."), "\(good.output)")
    try Data(#"{"letter":"other"}"#.utf8).write(to: URL(filePath: payload))
    #expect(try verify(log.path(), "--proof", proofFile, "--payload", payload).status == 1)
  }

  @Test(arguments: [
    ["/nowhere/at/all"], ["ftp://desk.example.gov/log"], ["https://a@b/log"], [".", "--proof", "x"],
    [".", "--key", "nonsense"], [".", "--checkpoint", "/nowhere/at/all"], [],
  ])
  func whatCannotBeCheckedExitsWithTwo(arguments: [String]) throws {
    let program = try #require(ToolRun.built("tenth"))
    #expect(try ToolRun(program, ["verify"] + arguments).status == 2)
  }

  private static let python = ToolRun.find("python3")

  @Test(.enabled(if: python != nil, "Python is not installed; ./test installs it"))
  func aServedLogIsVerifiedOverTheNetwork() async throws {
    let office = try await TestLedger.make()
    try await office.fill(5_000)
    let log = try await office.export()
    let server = Process()
    server.executableURL = VerifyCommandTests.python
    server.arguments = ["-u", "-m", "http.server", "--bind", "127.0.0.1", "--directory", log.path(), "0"]
    let output = Pipe()
    server.standardOutput = output
    server.standardError = FileHandle.nullDevice
    try server.run()
    defer {
      kill(server.processIdentifier, SIGKILL)
      server.waitUntilExit()
    }
    // "Serving HTTP on 127.0.0.1 port 40123 (http://127.0.0.1:40123/) ..."
    let said = String(decoding: output.fileHandleForReading.availableData, as: UTF8.self)
    let address = try #require(said.firstMatch(of: /\((http:[^)]+)\)/)?.1)
    let whole = try verify(String(address))
    #expect(whole.status == 0, "\(whole.output)")
    try FileManager.default.removeItem(at: log.appending(path: "tile/entries/007"))
    let cut = try verify(String(address))
    #expect(cut.status == 1 && cut.output.contains("tile/entries/007 is missing"), "\(cut.output)")
    #expect(try verify("http://127.0.0.1:1/log").status == 1)
  }
}
