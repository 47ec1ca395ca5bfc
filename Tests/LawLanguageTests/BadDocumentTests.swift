import Foundation
import LawLanguage
import Testing

/// A bad document ends with a `diagnostics` block that holds all that is said of it, to the letter.
/// With `TENTH_RECORD=1` in the environment the blocks are written anew; read the changes before they are kept.
@Suite struct BadDocumentTests {
  private static let fence = "\n```diagnostics\n"

  @Test(arguments: Literate.documents(in: "bad"))
  func aBadDocumentIsToldWhatIsWrong(path: String) throws {
    let file = try Literate.file(path)
    let result = try Literate.check(file)
    #expect(result.library == nil)
    let files = try Literate.surroundings() + [file]
    let told = DiagnosticText(files: files).render(result.diagnostics)

    let text = file.text(SourceRange(0, file.bytes.count))
    let start = text.range(of: Self.fence)
    if ProcessInfo.processInfo.environment["TENTH_RECORD"] == "1" {
      let document = start.map { String(text[..<$0.lowerBound]) } ?? text
      let recorded = document.trimmingCharacters(in: .newlines) + "\n" + Self.fence + told + "```\n"
      try recorded.write(to: Literate.folder.appending(path: path), atomically: true, encoding: .utf8)
      return
    }
    let block = try #require(start, "the document has no `diagnostics` block")
    let expected = text[block.upperBound...]
    #expect(expected == told + "```\n")
  }

  @Test(arguments: Literate.documents(in: "bad"))
  func everyFindingHelpsAndPointsAtSomething(path: String) throws {
    let file = try Literate.file(path)
    let files = try Literate.surroundings() + [file]
    let byPath = Dictionary(uniqueKeysWithValues: files.map { ($0.path, $0) })
    for diagnostic in try Literate.check(file).diagnostics {
      #expect(diagnostic.help?.isEmpty == false, "\(diagnostic.message)")
      #expect(!diagnostic.message.hasSuffix("."), "\(diagnostic.message)")
      #expect(!diagnostic.location.heading.isEmpty, "\(diagnostic.message)")
      for place in [diagnostic.location] + diagnostic.related.map(\.location) {
        let source = try #require(byPath[place.path])
        #expect(!source.text(place.range).isEmpty, "\(diagnostic.message)")
      }
    }
  }

  @Test func everyFindingOfTheCheckerIsShownByADocument() throws {
    let ofTheReader: Set<DiagnosticCode> = [
      .notUTF8, .misplacedFence, .unclosedFence, .textAfterBlock, .unexpectedText, .mixedAndOr, .tooLarge,
    ]
    var shown: Set<DiagnosticCode> = []
    for path in Literate.documents(in: "bad") {
      shown.formUnion(try Literate.check(try Literate.file(path)).diagnostics.map(\.code))
    }
    #expect(Set(DiagnosticCode.allCases).subtracting(ofTheReader).subtracting(shown) == [])
  }

  @Test func theFileThatDoesNotCheckIsNamed() throws {
    let result = try Literate.check(try Literate.file("bad/04-priority-void.md"))
    #expect(result.files.filter { !$0.checks }.map(\.path) == ["bad/04-priority-void.md"])
    #expect(result.files.first { !$0.checks }?.law == "il.bad")
    #expect(result.files.first { $0.path == "neighbour.md" }?.law == "fl.neighbour")
  }
}
