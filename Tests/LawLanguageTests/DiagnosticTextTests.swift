import LawLanguage
import Testing

@Suite struct DiagnosticTextTests {
  private func render(_ file: SourceFile, colour: Bool = false) -> String {
    DiagnosticText(files: [file], colour: colour).render(LawParser.syntax(of: file).diagnostics)
  }

  private func place(_ text: String, _ file: SourceFile, heading: String = "") throws -> LawLanguage.SourceLocation {
    let bytes = Array(text.utf8)
    let start = try #require(file.bytes.indices.first { file.bytes[$0...].starts(with: bytes) })
    return SourceLocation(path: file.path, range: SourceRange(start, start + bytes.count), heading: heading)
  }

  @Test func aFindingShowsItsPlaceTheSourceAndWhatToDo() {
    let file = document(law: "agency a \"a\"\nrule r cite \"1\" verfied \"x\"\n  police must hold")
    #expect(
      render(file) == """
        error[unexpected-text]: expected a part of the head, found `verfied`
         --> il/trust.md:5:17  under "§ 1"
          |
        5 | rule r cite "1" verfied "x"
          |                 ^^^^^^^
        help: did you mean `verified`?

        """)
  }

  @Test func relatedPlacesAreShownWithTheirCaptions() throws {
    let file = SourceFile(path: "a.md", text: String(repeating: "\n", count: 8) + "one\ntwo\n")
    let diagnostic = Diagnostic(
      .duplicateName, "there are two", at: try place("two", file),
      related: [Diagnostic.Related(caption: "the first is here", location: try place("one", file, heading: "§ 2"))],
      level: .warning)
    #expect(
      DiagnosticText(files: [file]).render(diagnostic) == """
        warning[duplicate-name]: there are two
          --> a.md:10:1
           |
        10 | two
           | ^^^
          --> a.md:9:1  under "§ 2"
           |
         9 | one
           | ^^^ the first is here

        """)
  }

  @Test func aPlaceOfManyLinesShowsItsEnds() throws {
    let file = SourceFile(path: "a.md", text: "x one\n  two\n  three\n  four\n  five y\n")
    let location = try place("one\n  two\n  three\n  four\n  five", file)
    #expect(
      DiagnosticText(files: [file]).render(Diagnostic(.cycle, "round", at: location)) == """
        error[cycle]: round
         --> a.md:1:3
          |
        1 | x one
          |   ^^^
        2 |   two
          |   ^^^
          ⋮
        5 |   five y
          |   ^^^^

        """)
  }

  @Test(arguments: [
    ("\tname x", "    name x", 9), ("日本 x", "日本 x", 5), ("e\u{301} x", "e\u{301} x", 2), ("👍🏽 x", "👍🏽 x", 3),
    ("a\tb x", "a   b x", 6), ("\u{1B}[31m x", "\u{FFFD}[31m x", 6),
    ("a\u{200F}b x", "a\u{FFFD}b x", 4), ("a\u{61C}b x", "a\u{FFFD}b x", 4),
  ])
  func widthsAreThoseOfATerminal(line: String, shown: String, column: Int) throws {
    let file = SourceFile(path: "a.md", text: line + "\n")
    let text = DiagnosticText(files: [file]).render(Diagnostic(.cycle, "m", at: try place("x", file)))
    #expect(text.hasSuffix("1 | \(shown)\n  | \(String(repeating: " ", count: column))^\n"))
  }

  @Test func aLongLineIsCutAroundItsPlace() throws {
    let file = SourceFile(
      path: "a.md", text: String(repeating: "a", count: 3000) + "x" + String(repeating: "b", count: 99))
    let text = DiagnosticText(files: [file]).render(Diagnostic(.cycle, "m", at: try place("x", file)))
    #expect(
      text.hasSuffix(
        "1 | \(String(repeating: "a", count: 80))x\(String(repeating: "b", count: 79))\n  | \(String(repeating: " ", count: 80))^\n"
      ))
  }

  @Test func anEmptyPlaceHasOneMark() {
    let file = SourceFile(path: "a.md", text: "abc")
    let end = LawLanguage.SourceLocation(path: "a.md", range: SourceRange(3, 3), heading: "")
    #expect(
      DiagnosticText(files: [file]).render(Diagnostic(.cycle, "m", at: end)).hasSuffix("1 | abc\n  |    ^\n"))
  }

  @Test func aFileThatIsNotAtHandIsNamed() {
    let location = LawLanguage.SourceLocation(path: "b.md", range: SourceRange(3, 4), heading: "")
    #expect(DiagnosticText(files: []).render(Diagnostic(.cycle, "m", at: location)) == "error[cycle]: m\n --> b.md\n")
  }

  @Test func coloursAreOptional() {
    let file = document(law: "agency")
    #expect(!render(file).contains("\u{1B}"))
    let coloured = render(file, colour: true)
    #expect(coloured.contains("\u{1B}[1;31merror[unexpected-text]\u{1B}[0m"))
    #expect(coloured.replacing(/\u{1B}\[[0-9;]*m/, with: "") == render(file))
  }

  @Test func linesAndColumnsAgreeWithTheFile() {
    let file = SourceFile(path: "a.md", text: "日本\r\n\né x\n")
    let lines = SourceLines(file)
    for offset in 0...file.bytes.count where offset == 0 || file.bytes[offset - 1] != UInt8(ascii: "\r") {
      #expect(lines.position(of: offset) == file.position(of: offset))
    }
  }
}
