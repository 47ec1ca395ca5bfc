import Foundation
import Testing

/// What the README prints is what the program says.
@Suite(.enabled(if: Program.executable != nil, Program.absence)) struct ReadmeTests {
  @Test func theDecisionPrintedIsTheDecisionGiven() throws {
    let repository = Program.tests.deletingLastPathComponent()
    let readme = try String(contentsOf: repository.appending(path: "README.md"), encoding: .utf8)
    let after = try #require(readme.components(separatedBy: "```text\n").dropFirst().first)
    let block = try #require(after.components(separatedBy: "```").first)
    let lines = block.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    let command = try #require(lines.first)
    #expect(command.hasPrefix("$ tenth "))
    let words = command.split(separator: " ").dropFirst(2).map(String.init)
    let result = try Program.run(
      words + ["--no-input"],
      environment: ["COLUMNS": "90", "NO_COLOR": "1", "TENTH_LAWS": repository.appending(path: "Laws").path()])
    // The last line names the library's digest, which changes with every word of the law.
    let printed = lines.dropFirst().filter { !$0.isEmpty && !$0.contains("library ") }
    let given = result.output.split(separator: "\n").map(String.init).filter { !$0.contains("library ") }
    #expect(printed == given)
  }
}
