import Analysis
import Foundation
import LawLanguage
import Testing

/// A document for every kind of finding: a law that shows it, one a token away that does not, and all that is said of the first.
///
/// With `TENTH_RECORD=1` in the environment the `findings` blocks are written anew; read the changes before they are kept.
@Suite struct LiterateFindingTests {
  @Test(arguments: Finding.Code.allCases)
  func aLawShowsTheFindingAndItsNearMissDoesNot(code: Finding.Code) throws {
    let document = try FindingDocument(code)
    let told = try document.told(document.text)
    #expect(!told.isEmpty, "the law does not show it")
    #expect(try document.told(document.nearMiss).isEmpty, "the near miss shows it, too")
    if ProcessInfo.processInfo.environment["TENTH_RECORD"] == "1" { return try document.record(told) }
    #expect(document.expected == told)
  }
}

/// A Markdown file: the documents of a library, each under a heading of the first order, then what is found.
private struct FindingDocument {
  let code: Finding.Code
  let text: String
  let nearMiss: String
  let expected: String?

  private static let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Literate")
  private static let fence = "\n```findings\n"
  private var place: URL { Self.folder.appending(path: "\(code.rawValue).md") }

  init(_ code: Finding.Code) throws {
    self.code = code
    let whole = try String(contentsOf: Self.folder.appending(path: "\(code.rawValue).md"), encoding: .utf8)
    let end = whole.range(of: Self.fence)
    text = end.map { String(whole[..<$0.lowerBound]) } ?? whole
    expected = end.map { String(whole[$0.upperBound...].dropLast("```\n".count)) }
    let miss = try #require(text.range(of: "```near-miss\n"))
    let line = text[miss.upperBound...].prefix { $0 != "\n" }
    let parts = line.components(separatedBy: " -> ")
    try #require(parts.count == 2)
    let (before, after) = (text[..<miss.lowerBound], text[line.endIndex...].dropFirst("\n```\n".count))
    let changed = after.replacing(parts[0], with: parts[1], maxReplacements: 1)
    #expect(changed != String(after), "the near miss changes nothing")
    nearMiss = String(before) + changed
  }

  func record(_ told: String) throws {
    let body = text.trimmingCharacters(in: .newlines) + "\n"
    try (body + Self.fence + told + "```\n").write(to: place, atomically: true, encoding: .utf8)
  }

  /// All findings of the kind, as a reader sees them.
  func told(_ text: String) throws -> String {
    let words = try String(contentsOf: Self.folder.appending(path: "vocabulary.md"), encoding: .utf8)
    var files = [SourceFile(path: "vocabulary.md", text: words)]
    var parts: [String] = []
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      if line.hasPrefix("# ") { parts.append("") }
      if !parts.isEmpty { parts[parts.count - 1] += line + "\n" }
    }
    for (index, part) in parts.enumerated() {
      let path = part.hasPrefix("# Properties") ? "aa/properties.md" : "aa/\(index + 1).md"
      files.append(SourceFile(path: path, text: part))
    }
    let result = Library.check(files)
    let library = try #require(result.library, "\(result.diagnostics.map(\.message))")
    let writer = FindingText(library)
    return LibraryCheck(library).run().findings.filter { $0.code == code }.map(writer.render).joined(separator: "\n")
  }
}
