import Foundation
import Testing

/// Which files of a library a decision rests on, and how they are found.
@Suite(.enabled(if: Program.executable != nil, Program.absence))
struct DecidingFilesTests {
  /// A copy of the small library, for as long as the body runs.
  private func withLaws(_ body: (URL) throws -> Void) throws {
    let folder = try Program.temporaryFolder()
    defer { try? FileManager.default.removeItem(at: folder) }
    let laws = folder.appending(path: "Laws")
    try FileManager.default.copyItem(at: URL(filePath: Program.laws), to: laws)
    try body(laws)
  }

  private func decision(in laws: URL) throws -> [String: Any] {
    let outcome = try Program.decide("--instrument", "i247a", "--json", "--laws", laws.path())
    #expect(outcome.errors == "")
    return try #require(try JSONSerialization.jsonObject(with: Data(outcome.output.utf8)) as? [String: Any])
  }

  private func receipt(in laws: URL) throws -> [String: Any] {
    try #require(try decision(in: laws)["receipt"] as? [String: Any])
  }

  private func digest(of laws: URL) throws -> String {
    let lines = try Program.run(["law", "digest", "--laws", laws.path()]).output.split(separator: "\n")
    return String(try #require(lines.last).prefix { $0 != " " })
  }

  @Test func aMistakeInAWorkedExampleStopsTheCheckAndNoDecision() throws {
    try withLaws { laws in
      let trust = laws.appending(path: "aa/trust.md")
      let text = try String(contentsOf: trust, encoding: .utf8)
      let example = "\n```case \"a slip\"  official \"nobody\"\non 2025-01-22, a clown in AA is asked to sing\n```\n"
      try (text + example).write(to: trust, atomically: true, encoding: .utf8)
      #expect(try Program.run(["law", "test", "--laws", laws.path()]).status == 2)
      let answers = try #require(try decision(in: laws)["answers"] as? [[String: Any]])
      #expect(answers.map { $0["answer"] as? String } == ["prohibited", "undetermined"])
    }
  }

  @Test func theReceiptNamesTheDigestOfEveryFileThereIs() throws {
    try withLaws { laws in
      let before = try digest(of: laws)
      #expect(try receipt(in: laws)["library"] as? String == before)
      // Neither is a document that the decision reads, and both belong to the library.
      try Data("a,b\n".utf8).write(to: laws.appending(path: "bb/table.csv"))
      try Data("# Notes\n".utf8).write(to: laws.appending(path: "bb/notes.md"))
      let after = try digest(of: laws)
      #expect(after != before)
      #expect(try receipt(in: laws)["library"] as? String == after)
      // A hidden file does not.
      try Data("x".utf8).write(to: laws.appending(path: "bb/.hidden.md"))
      #expect(try receipt(in: laws)["library"] as? String == after)
    }
  }

  @Test func aLinkToAFolderIsAFolder() throws {
    try withLaws { laws in
      let before = try digest(of: laws)
      let elsewhere = laws.deletingLastPathComponent().appending(path: "elsewhere")
      try FileManager.default.moveItem(at: laws.appending(path: "aa"), to: elsewhere)
      try FileManager.default.createSymbolicLink(at: laws.appending(path: "aa"), withDestinationURL: elsewhere)
      #expect(try receipt(in: laws)["library"] as? String == before)
    }
  }

  @Test func aFileThatCannotBeReadStopsADecisionOfAnotherState() throws {
    try withLaws { laws in
      let gone = laws.appending(path: "bb/gone.md")
      try FileManager.default.createSymbolicLink(
        at: gone, withDestinationURL: laws.deletingLastPathComponent().appending(path: "nothing"))
      let outcome = try Program.decide("--instrument", "i247a", "--laws", laws.path(percentEncoded: false))
      #expect(outcome.status == 2)
      #expect(outcome.errors.hasSuffix("bb/gone.md cannot be read; check that you may read it\n"))
    }
  }
}
