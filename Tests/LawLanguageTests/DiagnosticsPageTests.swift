import Foundation
import LawLanguage
import Testing

/// `docs/diagnostics.md` has an entry for every code, and each example gets the code it stands under.
@Suite struct DiagnosticsPageTests {
  /// An entry: its code, its prose and its example. A fence of four backticks holds a whole document.
  private struct Entry {
    var code: String
    var words: [Substring] = []
    var example: String?
    var isDocument = false
  }

  private static func entries() throws -> [Entry] {
    let bytes = try Repository.file("docs/diagnostics.md").bytes
    var entries: [Entry] = []
    var fence: (mark: String, lines: [Substring])?
    for line in String(decoding: bytes, as: UTF8.self).split(separator: "\n", omittingEmptySubsequences: false) {
      if let open = fence {
        if line == open.mark {
          entries[entries.count - 1].example = open.lines.joined(separator: "\n") + "\n"
          entries[entries.count - 1].isDocument = open.mark.count == 4
          fence = nil
        } else {
          fence?.lines.append(line)
        }
      } else if line.hasPrefix("### `"), line.hasSuffix("`") {
        entries.append(Entry(code: String(line.dropFirst(5).dropLast())))
      } else if line.hasSuffix("```example") {
        fence = (String(line.prefix { $0 == "`" }), [])
      } else if !line.isEmpty, !line.hasPrefix("#"), !entries.isEmpty {
        entries[entries.count - 1].words.append(line)
      }
    }
    return entries
  }

  @Test func everyCodeHasOneEntryAndEveryEntryACode() throws {
    let codes = try Self.entries().map(\.code)
    #expect(codes.sorted() == DiagnosticCode.allCases.map(\.rawValue).sorted())
    #expect(try Self.entries().filter { $0.words.isEmpty }.map(\.code) == [])
  }

  @Test func everyEntryButThatOfBytesShowsAnExample() throws {
    #expect(try Self.entries().filter { $0.example == nil }.map(\.code) == [DiagnosticCode.notUTF8.rawValue])
  }

  @Test(arguments: DiagnosticCode.allCases)
  func theExampleGetsTheCode(_ code: DiagnosticCode) throws {
    let entry = try #require(try Self.entries().first { $0.code == code.rawValue })
    guard let example = entry.example else { return }
    let result =
      entry.isDocument
      ? try Literate.check(SourceFile(path: "il/example.md", text: example)) : try Literate.check(law: example)
    #expect(result.diagnostics.map(\.code).contains(code), "\(result.diagnostics.map(\.message))")
  }

  @Test func anExampleSaysNothingElse() throws {
    for entry in try Self.entries() {
      guard let example = entry.example else { continue }
      let result =
        entry.isDocument
        ? try Literate.check(SourceFile(path: "il/example.md", text: example)) : try Literate.check(law: example)
      #expect(result.diagnostics.filter { $0.code.rawValue != entry.code } == [], "\(entry.code)")
    }
  }
}
