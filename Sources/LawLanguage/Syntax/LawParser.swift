import Dispatch
import Synchronization

/// Reads a document of the library: its blocks as declarations and cases, and what is wrong with them.
package enum LawParser {
  /// The largest document that is read, in bytes.
  package static let largestFile = 8 << 20
  /// The most findings that are reported for one document.
  package static let mostDiagnostics = 200

  /// Parses every `law` and `case` block of a file.
  ///
  /// What cannot be read is reported and left out; what is read is whole, except that a part which only the checker
  /// requires (a citation, a provenance) may be nil. Of `case` blocks that are left out, only the fences are looked at.
  static func parse(
    _ file: SourceFile, cases: CaseReading = .checked
  ) -> (document: DocumentSyntax, diagnostics: [Diagnostic]) {
    let reading = read(file, cases: cases, forLayout: false)
    return (reading.document, reading.diagnostics)
  }

  /// Parses files, on all processors, for none bears on another: a third of a short command's work is reading the law.
  static func parse(
    _ files: [SourceFile], cases: CaseReading
  ) -> [(document: DocumentSyntax, diagnostics: [Diagnostic])] {
    guard files.count > 1 else { return files.map { parse($0, cases: cases) } }
    let parsed = Mutex([(document: DocumentSyntax, diagnostics: [Diagnostic])?](repeating: nil, count: files.count))
    DispatchQueue.concurrentPerform(iterations: files.count) { index in
      let own = parse(files[index], cases: cases)
      parsed.withLock { $0[index] = own }
    }
    return parsed.withLock { $0.compactMap { $0 } }
  }

  /// The syntax of a file, for those who need its shape only: equal trees are equal laws.
  package static func syntax(of file: SourceFile) -> (tree: any Sendable, diagnostics: [Diagnostic]) {
    let (document, diagnostics) = parse(file)
    return (document, diagnostics)
  }

  /// A document with what its layout needs: the tokens, comments and marks of each block.
  struct Reading {
    var document: DocumentSyntax
    var diagnostics: [Diagnostic]
    /// One for each of the document's blocks; none if nobody lays it out.
    var layouts: [BlockLayout]
  }

  /// Parses a file, and keeps what the formatter needs.
  static func read(_ file: SourceFile) -> Reading { read(file, cases: .checked, forLayout: true) }

  private static func read(_ file: SourceFile, cases: CaseReading, forLayout: Bool) -> Reading {
    var reading = Reading(
      document: DocumentSyntax(file: file, blocks: [], declarations: [], cases: []), diagnostics: [], layouts: [])
    if let diagnostic = unreadable(file) {
      reading.diagnostics = [diagnostic]
      return reading
    }
    let fenced = FencedBlocks(file)
    reading.document.blocks = fenced.blocks
    reading.diagnostics = fenced.diagnostics
    for (index, block) in fenced.blocks.enumerated() {
      if block.kind == .caseExample, cases == .leftOut { continue }
      var parser = Parser(file, block)
      switch block.kind {
      case .law:
        let declarations = parser.declarations(block: index)
        reading.document.declarations += declarations
      case .caseExample:
        let title = parser.caseTitle(block.info)
        if let example = parser.caseExample(title: title, block: index) { reading.document.cases.append(example) }
      }
      reading.diagnostics += parser.diagnostics
      guard forLayout else { continue }
      reading.layouts.append(BlockLayout(tokens: parser.tokens, comments: parser.comments, marks: parser.marks))
    }
    reading.diagnostics.sort { $0.location.range.lower < $1.location.range.lower }
    reading.diagnostics.removeLast(max(0, reading.diagnostics.count - mostDiagnostics))
    return reading
  }

  private static func unreadable(_ file: SourceFile) -> Diagnostic? {
    if file.bytes.count > largestFile {
      return Diagnostic(
        .tooLarge, "this document is larger than 8 MiB", help: "divide it",
        at: SourceLocation(path: file.path, range: SourceRange(0, 0), heading: ""))
    }
    if let offset = UTF8Check.firstInvalidByte(in: file.bytes) {
      return Diagnostic(
        .notUTF8, "this document is not UTF-8", help: "save it in the encoding UTF-8",
        at: SourceLocation(path: file.path, range: SourceRange(offset, offset + 1), heading: ""))
    }
    return nil
  }
}
