import Foundation
import Testing

/// The program that decides, and the full one beside it.
@Suite(.enabled(if: Program.executable != nil, Program.absence))
struct TwoProgramsTests {
  private static let request = [
    "decide", "--jurisdiction", "AA", "--agency", "county-jail", "--on", "2025-01-22", "--instrument", "i247a",
  ]

  /// The program that decides, in a folder of its own: another name of the same file, for a copy that was just written cannot be
  /// started while another test starts anything.
  private func withLoneProgram<Result>(_ body: (URL) throws -> Result) throws -> Result {
    let executable = try #require(Program.executable).resolvingSymlinksInPath()
    let folder = executable.deletingLastPathComponent().appending(path: "alone-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let program = folder.appending(path: "tenth")
    try FileManager.default.linkItem(at: executable, to: program)
    return try body(program)
  }

  private func expectSame(_ one: Program.Outcome, _ other: Program.Outcome, _ arguments: [String]) {
    #expect(one.status == other.status, "\(arguments)")
    #expect(one.output == other.output, "\(arguments)")
    #expect(one.errors == other.errors, "\(arguments)")
  }

  @Test func bothDecideAlike() throws {
    let full = try #require(Program.executable).deletingLastPathComponent().appending(path: "tenth-full")
    let mistakes = [
      ["--fact", "age=x"], ["--instrument", "i999"], ["--on", "2025-02-30"], ["--no-such"], ["--help"],
    ]
    for more in [[], ["--json"], ["--explain"], ["--act", "hold"], ["--laws", "/none"]] + mistakes {
      let arguments = Self.request + more
      expectSame(try Program.run(arguments), try Program.run(arguments, by: full), arguments)
    }
  }

  @Test func aDecisionNeedsNoOtherProgram() throws {
    try withLoneProgram { alone in
      let decided = try Program.run(Self.request, by: alone)
      #expect(decided.status == 0)
      expectSame(decided, try Program.run(Self.request), Self.request)
    }
  }

  @Test func withoutTheFullProgramItIsSaidWhichOneIsMissing() throws {
    try withLoneProgram { alone in
      let outcome = try Program.run(["law", "list"], by: alone)
      #expect(outcome.status == 2)
      #expect(outcome.output == "")
      #expect(
        outcome.errors == """
          tenth: \(alone.path())-full cannot be started (No such file or directory); it belongs beside this program: \
          install both, or build both with ./start

          """)
    }
  }
}
