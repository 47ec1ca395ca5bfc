import Foundation
import LawLanguage
import Testing

@Suite struct DiagnosticJSONTests {
  @Test func aFindingIsAnObjectWithSortedKeys() {
    let file = SourceFile(path: "a.md", text: "one\n👍 x\n")
    let location = LawLanguage.SourceLocation(path: "a.md", range: SourceRange(9, 10), heading: "§ \"1\"")
    let first = LawLanguage.SourceLocation(path: "a.md", range: SourceRange(0, 3), heading: "")
    let diagnostic = Diagnostic(
      .cycle, "a\tb", help: nil, at: location, related: [Diagnostic.Related(caption: "c", location: first)])
    #expect(
      DiagnosticJSON.encode([diagnostic], files: [file]) == """
        [
          {"code":"cycle","heading":"§ \\"1\\"","help":null,"level":"error","message":"a\\tb","path":"a.md",\
        "range":{"end":{"character":4,"line":1},"start":{"character":3,"line":1}},\
        "related":[{"caption":"c","heading":"","path":"a.md",\
        "range":{"end":{"character":3,"line":0},"start":{"character":0,"line":0}}}]}
        ]

        """)
  }

  @Test func anyTextIsValidJSON() throws {
    let text = String(String.UnicodeScalarView((0..<0x3000).compactMap(Unicode.Scalar.init)))
    let location = LawLanguage.SourceLocation(path: text, range: SourceRange(0, 0), heading: text)
    let json = DiagnosticJSON.encode([Diagnostic(.cycle, text, help: text, at: location)], files: [])
    let decoded = try #require(try JSONSerialization.jsonObject(with: Data(json.utf8)) as? [[String: Any]])
    #expect(decoded.first?["message"] as? String == text)
  }

  @Test func noFindingsAreAnEmptyArray() {
    #expect(DiagnosticJSON.encode([], files: []) == "[]\n")
  }
}
