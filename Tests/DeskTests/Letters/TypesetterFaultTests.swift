import Desk
import Foundation
import Synchronization
import Testing

/// What goes wrong beside the letter. None of it loses the letter, which was composed before.
@Suite struct TypesetterFaultTests {
  private typealias F = LettersFixture

  private func letter() throws -> Letter {
    try F.compose("copy-cover", to: "person-in-custody", on: F.california(), F.asks)
  }

  private func error(
    from tools: TypesettingTools, _ change: (inout TypesettingLimits) -> Void = { _ in }
  ) async throws -> TypesettingError? {
    var limits = TypesettingLimits()
    change(&limits)
    let typesetter = Typesetter(tools, limits: limits)
    let letter = try letter()
    do {
      _ = try await typesetter.typeset(letter)
      await typesetter.stop()
      return nil
    } catch {
      await typesetter.stop()
      return error
    }
  }

  /// A typesetter that does as the script says; `ready` prints what a good one says first.
  private func error(
    script: String, _ change: (inout TypesettingLimits) -> Void = { _ in }
  ) async throws -> TypesettingError? {
    let folder = try Tools.folder()
    defer { try? FileManager.default.removeItem(at: folder) }
    let families = try Set(letter().language.fonts).map { "\"\($0)\"" }.joined(separator: ", ")
    let path = try Tools.script(
      "ready() { echo '{\"ready\": [\(families)]}'; }\nhere='\(folder.path())'\n" + script, in: folder)
    return try await error(from: Tools.typesetting(python: path), change)
  }

  @Test func aMissingTypesetterIsSaidWithWhatToDo() throws {
    do {
      _ = try TypesettingTools.find(named: nil, environment: [:], program: "/none/bin/tenth", letters: F.folder)
      Issue.record("found a typesetter that is not there")
    } catch {
      #expect(error.sentence.contains("the letter is kept and can be set later"))
      #expect(error.sentence.contains("pip install typst==0.15.2"))
      #expect(error.sentence.contains("TENTH_TYPESETTER"))
    }
  }

  @Test func aTypesetterThatWasNamedAndIsNotThereIsNotReplacedByAnother() throws {
    do {
      _ = try TypesettingTools.find(
        named: nil, environment: ["TENTH_TYPESETTER": "/none/python3"], program: "/none/bin/tenth", letters: F.folder)
      Issue.record("took another typesetter")
    } catch {
      #expect(error == .noTypesetter(lookedIn: ["/none/python3"]))
    }
  }

  @Test func aProgramThatDoesNotRunIsSaid() async throws {
    let found = try await error(from: Tools.typesetting(python: "/none/python3"))
    #expect(found == .notReady("/none/python3 does not run"))
  }

  @Test func aPythonWithoutTypstIsSaid() async throws {
    let found = try await error(script: #"echo '{"missing": "typst"}'"#)
    #expect(found == .notReady("it has no package typst"))
  }

  @Test func missingFontsAreNamed() async throws {
    let found = try await error(script: #"echo '{"ready": ["Noto Sans"]}'; cat"#)
    guard case .missingFonts(let families) = found else {
      Issue.record("\(String(describing: found))")
      return
    }
    #expect(families.contains("Noto Sans CJK SC"))
    #expect(!families.contains("Noto Sans"))
  }

  @Test func aTypesetterThatHangsIsKilled() async throws {
    let found = try await error(script: "ready; sleep 600") { $0.seconds = 1 }
    #expect(found == .tookTooLong(seconds: 1))
  }

  @Test func aTypesetterThatNeverGetsReadyIsKilled() async throws {
    let found = try await error(script: "exec sleep 600") { $0.startSeconds = 1 }
    #expect(found == .notReady("it was not ready within 1 seconds"))
  }

  @Test func aLetterThatEndsTheTypesetterTwiceIsGivenUp() async throws {
    let found = try await error(script: "ready; read line; echo x >> $here/count; exit 1")
    #expect(found == .ended)
  }

  @Test(.enabled(if: Tools.areThere, Tools.absence)) func aTypesetterThatEndedIsStartedAgain() async throws {
    let python = try #require(Tools.python)
    let found = try await error(
      script: "if [ ! -e $here/once ]; then ready; touch $here/once; read line; exit 1; fi; exec \(python) \"$@\"")
    #expect(found == nil)
  }

  @Test func anAnswerToAnotherLetterIsNeverTaken() async throws {
    let found = try await error(
      script: "ready; while read line; do echo '{\"number\": 99, \"pdf\": \"JVBERi0xLjcK\"}'; done")
    #expect(found == .ended)
  }

  @Test func whatIsNoPDFIsNotTaken() async throws {
    let found = try await error(
      script: "ready; read line; echo '{\"number\": 1, \"pdf\": \"PGh0bWw+\"}'; cat")
    #expect(found == .refused("it gave no PDF"))
  }

  @Test func anAnswerWithoutEndIsCutOff() async throws {
    let found = try await error(script: "ready; read line; exec yes | tr -d '\\n'") { $0.pdf = 30_000 }
    #expect(found == .pdfTooLarge(limit: 30_000))
  }

  @Test func aLetterThatIsTooLargeIsNotSent() async throws {
    let found = try await error(script: "ready; cat") { $0.letter = 100 }
    guard case .letterTooLarge(_, limit: 100) = found else {
      Issue.record("\(String(describing: found))")
      return
    }
  }
}

/// Values that several tasks put down.
final class Recorded<Value: Sendable>: Sendable {
  private let values = Mutex<[Value]>([])

  var all: [Value] { values.withLock { $0 } }

  func add(_ value: Value) { values.withLock { $0.append(value) } }
}
