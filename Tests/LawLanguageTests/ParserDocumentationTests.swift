import Foundation
import LawLanguage
import Testing

@Suite struct ParserDocumentationTests {
  @Test(arguments: ["docs/language.md", "Laws/vocabulary.md"])
  func everyBlockParses(path: String) throws {
    let file = try Repository.file(path)
    #expect(LawParser.syntax(of: file).diagnostics == [])
  }
}

enum Repository {
  static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()
  static func file(_ path: String) throws -> SourceFile {
    SourceFile(path: path, bytes: Array(try Data(contentsOf: root.appending(path: path))))
  }
}
