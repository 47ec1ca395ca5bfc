import Conformity
import Foundation
import LawLanguage
import Reasoning
import Testing

/// Engines in other processes.
@Suite struct ProgramTests {
  private static let document = "by-hand-carve-out"
  private static let firstCase = "by-hand-carve-out/cooperation/a-documented-victim-of-domestic-violence"

  /// The command that takes the law and then does what the shell is told.
  private func afterLoading(_ script: String) -> String {
    "sh -c 'read -r law; echo \"{\\\"loaded\\\": \\\"\(Self.document)\\\"}\"; read -r request; \(script)'"
  }

  private func report(_ command: String, patience: Int = 60) throws -> (result: DocumentResult, text: String) {
    let result = try Checkout.run(
      Checkout.document(Self.document), on: ProgramBackEnd(command: command, patience: patience))
    return (result, Checkout.report(result))
  }

  @Test(.enabled(if: Checkout.executable != nil, Checkout.absence), arguments: ["fast", "interpreter"])
  func ourOwnEnginesPassThroughTheProcessBoundary(_ engine: String) throws {
    let executable = try #require(Checkout.executable).path()
    var program = try ProgramBackEnd(command: "'\(executable)' serve --back-end \(engine)")
    var suite = SuiteRun()
    for entry in try Checkout.repository.manifest().entries where entry.name.hasPrefix("by-hand-") {
      let result = try suite.run(Checkout.repository.document(entry), on: &program)
      #expect(result.failed == 0 && result.passed > 0, "\(Checkout.report(result))")
      #expect(result.passed + result.beyond.count == entry.cases)
    }
  }

  @Test func aProgramThatCannotBeFoundIsReported() throws {
    let (result, text) = try report("no-such-program-at-all 2>/dev/null")
    #expect(result.failed == (try Checkout.document(Self.document).cases.count))
    #expect(text.contains("asked about the law of \(Self.document), it ended with the status 127"), "\(text)")
  }

  @Test func aProgramThatDiesIsReportedWithTheCase() throws {
    let (result, text) = try report(afterLoading("exit 3"))
    #expect(text.contains("asked about \(Self.firstCase), it ended with the status 3"), "\(text)")
    #expect(result.passed == 0)
    #expect(result.unasked == (try Checkout.document(Self.document).cases.count) - 1)
  }

  @Test func aProgramThatIsKilledIsReportedWithTheSignal() throws {
    let (_, text) = try report(afterLoading("kill -9 $$"))
    #expect(text.contains("asked about \(Self.firstCase), it was ended by the signal 9"), "\(text)")
  }

  @Test func aGarbageLineIsReportedWithTheCase() throws {
    let (result, text) = try report(afterLoading("echo thinking...; cat >/dev/null"))
    #expect(
      text.contains("asked about \(Self.firstCase), it writes what is no JSON object: thinking..."), "\(text)")
    #expect(result.passed == 0)
  }

  @Test func anAnswerAboutAnotherCaseIsReported() throws {
    let (_, text) = try report(afterLoading(#"echo "{\"id\": \"other\", \"decision\": {}}"; cat >/dev/null"#))
    #expect(text.contains("asked about \(Self.firstCase), it answers about other"), "\(text)")
  }

  @Test func silenceIsReportedWithTheCase() throws {
    let (_, text) = try report(afterLoading("exec sleep 20"), patience: 1)
    #expect(text.contains("asked about \(Self.firstCase), it says nothing for 1 seconds"), "\(text)")
  }

  @Test func aProgramThatRefusesTheLawFailsThisDocumentAndIsAskedForTheNext() throws {
    var program = try ProgramBackEnd(
      command: #"sh -c 'while read -r line; do echo "{\"refused\": \"too new\"}"; done'"#)
    var suite = SuiteRun()
    for name in [Self.document, "by-hand-look-backs"] {
      let result = try suite.run(Checkout.document(name), on: &program)
      #expect(result.refusal == "it refuses the law: too new")
      #expect(result.unasked == (try Checkout.document(name).cases.count))
    }
  }

  @Test func aDecisionThatCannotBeReadFailsItsCaseAlone() throws {
    let script = #"""
      sh -c 'read -r law; echo "{\"loaded\": \"by-hand-carve-out\"}"; while read -r line; do id=${line#*\"id\": \"};
      echo "{\"id\": \"${id%%\"*}\", \"decision\": {\"answers\": [{\"act\": \"hold\"}]}}"; done'
      """#
    let (result, text) = try report(script.replacing("\n", with: " "))
    #expect(result.failures.count == (try Checkout.document(Self.document).cases.count))
    #expect(text.contains("answer is missing"), "\(text)")
  }

  @Test func theServingSideSaysWhatIsWrongWithALine() throws {
    var serving = Serving(FastBackEnd())
    func answer(_ line: String) -> String { String(decoding: serving.answer(Array(line.utf8)), as: UTF8.self) }
    #expect(answer("hello").contains(#""refused": "#))
    #expect(answer(#"{"load": {"format": 7}}"#).contains("the format is 7, and this program speaks the format 1"))
    #expect(answer(#"{"decide": {"id": "x", "request": {}}}"#).contains(#""refused": "no law is loaded""#))
    let broken = #"{"load": {"format": 1, "name": "x", "files": [{"path": "a.md", "text": "```law\nrule\n```\n"}]}}"#
    #expect(answer(broken).contains("the law of x does not check: a.md: "))
  }
}
