import FuzzProperties
import LawLanguage
import Testing

/// Whatever is fed to the parser, it comes back, with findings that lie within the file.
@Suite struct ParserGarbageTests {
  private func survives(_ file: SourceFile) {
    let diagnostics = LawParser.syntax(of: file).diagnostics
    for diagnostic in diagnostics {
      let range = diagnostic.location.range
      #expect(range.lower >= 0 && range.lower <= range.upper && range.upper <= file.bytes.count)
    }
    _ = DiagnosticText(files: [file]).render(diagnostics)
    _ = DiagnosticJSON.encode(diagnostics, files: [file])
    let formatted = LawFormatter.format(file)
    #expect((formatted == nil) == !diagnostics.isEmpty)
    guard let formatted else { return }
    let second = SourceFile(path: file.path, text: formatted)
    #expect(LawFormatter.format(second) == formatted)
    #expect(shape(of: second) == shape(of: file))
  }

  @Test func randomBytes() {
    var numbers = SeededNumbers(state: 1)
    for _ in 0..<150 {
      let bytes = (0..<Int.random(in: 0..<300, using: &numbers)).map { _ in UInt8.random(in: 0...255, using: &numbers) }
      survives(SourceFile(path: "a.md", bytes: bytes))
      survives(
        SourceFile(path: "a.md", bytes: Array("```law\n".utf8) + bytes.map { $0 & 0x7F } + Array("\n```\n".utf8)))
    }
  }

  @Test func randomMarkdown() {
    var numbers = SeededNumbers(state: 2)
    let pieces = [
      "```", "````", "~~~", "law", "case", "\n", "\n", "\n", "> ", "- ", "1. ", "    ", "\t", "# ", "===", "<!--",
      "-->",
      "<div>", "agency a \"a\"", "text", " ", "\"", "\r\n",
    ]
    for _ in 0..<400 {
      let text = (0..<30).compactMap { _ in pieces.randomElement(using: &numbers) }.joined()
      survives(SourceFile(path: "a.md", text: text))
    }
  }

  @Test func randomWordsOfTheGrammar() throws {
    var numbers = SeededNumbers(state: 3)
    let reference = try Repository.file("docs/language.md")
    let words = reference.text(SourceRange(0, reference.bytes.count)).split { $0 == " " || $0 == "\n" }.map(String.init)
    for _ in 0..<300 {
      let text = (0..<40).compactMap { _ in words.randomElement(using: &numbers) }.joined(separator: " ")
      survives(document(law: "rule r cite \"1\" unverified police must hold when \(text)"))
      survives(document(law: text.replacing(" rule ", with: "\nrule ")))
      survives(document(case: "on 2025-01-22, a jail in IL is asked nothing\nexpect \(text)"))
    }
  }

  @Test func theReferenceWithAByteChanged() throws {
    var numbers = SeededNumbers(state: 4)
    let reference = try Repository.file("docs/language.md")
    for _ in 0..<100 {
      var bytes = reference.bytes
      let index = Int.random(in: bytes.indices, using: &numbers)
      switch Int.random(in: 0..<3, using: &numbers) {
      case 0: bytes.remove(at: index)
      case 1: bytes.insert(UInt8.random(in: 9..<127, using: &numbers), at: index)
      default: bytes[index] = UInt8.random(in: 9..<127, using: &numbers)
      }
      survives(SourceFile(path: "a.md", bytes: bytes))
    }
  }
}
