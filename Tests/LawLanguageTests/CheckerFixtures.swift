import Foundation
import LawLanguage
import Testing

/// The documents under `Literate`: law that checks, and law that doesn't with what is said of it.
enum Literate {
  static let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Literate")

  /// The paths of the documents of a folder: `good/01-grounds.md`.
  static func documents(in name: String) -> [String] {
    let files = try? FileManager.default.contentsOfDirectory(atPath: folder.appending(path: name).path)
    return (files ?? []).filter { $0.hasSuffix(".md") }.sorted().map { "\(name)/\($0)" }
  }

  static func file(_ path: String) throws -> SourceFile {
    SourceFile(path: path, bytes: Array(try Data(contentsOf: folder.appending(path: path))))
  }

  /// The words and the neighbouring law that all documents may use.
  static func surroundings() throws -> [SourceFile] { [try file("vocabulary.md"), try file("neighbour.md")] }

  /// A law of Illinois with one ban, `no-hold`, and a block below it.
  static func ban(with block: String) -> SourceFile {
    SourceFile(
      path: "il/test.md",
      text: """
        # A law

        Words.

        ```law
        law il.test  cite "5 ILCS 0"  by statute of IL  in force from 2020-01-01
        rule no-hold  cite "1"  unverified
          county-jail must not hold
        ```

        \(block)
        """)
  }

  /// A document checked in its surroundings.
  static func check(_ file: SourceFile) throws -> CheckResult { Library.check(try surroundings() + [file]) }

  /// A law of Illinois made of these declarations, checked in its surroundings.
  static func check(law declarations: String) throws -> CheckResult {
    let text = """
      # A law

      ```law
      law il.test  cite "5 ILCS 0"  by statute of IL  in force from 2020-01-01
      ```

      ## § 1 A section

      What the section says.

      ```law
      \(declarations)
      ```
      """
    return try check(SourceFile(path: "il/test.md", text: text))
  }

  /// The law of Illinois made of these declarations, which must check.
  static func law(_ declarations: String) throws -> Law {
    let result = try check(law: declarations)
    #expect(result.diagnostics == [])
    return try #require(result.library?.law("il.test"))
  }
}
