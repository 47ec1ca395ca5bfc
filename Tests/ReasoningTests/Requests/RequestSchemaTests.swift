import Foundation
import LawLanguage
import Reasoning
import Testing

/// The JSON Schema of a request, to the letter. `TENTH_RECORD=1` writes it anew; read it before it is committed.
@Suite struct RequestSchemaTests {
  @Test func isAsItWasReviewed() throws {
    let vocabulary = try #require(RequestFixture.library?.vocabulary)
    let schema = try #require(requestSchema(of: "AA", in: vocabulary)).written() + "\n"
    let file = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appending(path: "Fixtures/Schema/AA.json")
    if ProcessInfo.processInfo.environment["TENTH_RECORD"] == "1" {
      try schema.write(to: file, atomically: true, encoding: .utf8)
    }
    #expect(schema == (try String(contentsOf: file, encoding: .utf8)))
  }

  @Test func onlyAJurisdictionHasOne() throws {
    let vocabulary = try #require(RequestFixture.library?.vocabulary)
    #expect(requestSchema(of: "lake-county", in: vocabulary) == nil)
    #expect(requestSchema(of: "ZZ", in: vocabulary) == nil)
    #expect(requestSchema(of: "BB", in: vocabulary) != nil)
  }

  @Test func theNameOfASourceIsToldAndAValueUnknownIsNoTwice() throws {
    let words = """
      ```law
      jurisdiction AA "Alpha"  zone America/Chicago  searched to 2026-11-21
      fact cause one of known, unknown  asks "Why?"  help "As the file says."  source "Alpha Code 1"
      fact plain yes-no  asks "Is it plain?"  source "Alpha Code 2"
      ```
      """
    let vocabulary = try #require(
      Library.check([SourceFile(path: "vocabulary.md", text: words)]).library?.vocabulary)
    let schema = try #require(requestSchema(of: "AA", in: vocabulary)).written(width: 400)
    #expect(
      schema.contains(
        #""cause": {"title": "Why?", "enum": ["known", "unknown", null], "#
          + #""description": "As the file says. Source: Alpha Code 1."}"#))
    #expect(
      schema.contains(
        #""plain": {"title": "Is it plain?", "enum": [true, false, null, "unknown"], "#
          + #""description": "Source: Alpha Code 2."}"#))
    #expect(schema.contains(#""description": "What an agency of Alpha is asked, and what it knows.""#))
  }
}
