public import LawLanguage
import Reasoning

/// What must hold of any bytes that are read as a document of the law.
public struct LawProperties: Sendable {
  private let surroundings: [SourceFile]
  /// A document with more errors than these has nothing left that the checker would look at, and is not worth its time.
  private static let mostSlips = 2

  /// - Parameter surroundings: The words that a document may use.
  public init(surroundings: [SourceFile]) { self.surroundings = surroundings }

  /// Every property that a document of these bytes breaks, in words; none if all is well.
  public func broken(by bytes: [UInt8]) -> [String] {
    let file = SourceFile(path: "il/fuzzed.md", bytes: bytes)
    var broken = Broken()
    let syntax = LawParser.syntax(of: file).diagnostics
    guard syntax.count <= Self.mostSlips else {
      checkFindings(syntax, in: [file], &broken)
      broken.note(LawFormatter.format(file) != nil, "what cannot be read is not laid out")
      return broken.properties
    }
    let result = check(file, &broken)
    checkFormatting(of: file, isReadable: syntax.isEmpty, checks: result.library != nil, &broken)
    return broken.properties
  }

  private func check(_ file: SourceFile, _ broken: inout Broken) -> CheckResult {
    let files = surroundings + [file]
    let result = Library.check(files)
    checkFindings(result.diagnostics, in: files, &broken)
    let hasErrors = result.diagnostics.contains { $0.level == .error }
    broken.note((result.library == nil) != hasErrors, "a library is refused exactly if there is an error")
    return result
  }

  // MARK: Findings

  private func checkFindings(_ diagnostics: [Diagnostic], in files: [SourceFile], _ broken: inout Broken) {
    guard !diagnostics.isEmpty else { return }
    for diagnostic in diagnostics {
      broken.note(diagnostic.message.isEmpty, "a finding says something")
      for place in [diagnostic.location] + diagnostic.related.map(\.location) {
        let size = files.first { $0.path == place.path }?.bytes.count ?? -1
        let isInside = 0 <= place.range.lower && place.range.lower <= place.range.upper && place.range.upper <= size
        broken.note(!isInside, "a finding points into the file: \(diagnostic.message)")
      }
    }
    // A few stand for all: writing them takes longer than finding them.
    let diagnostics = Array(diagnostics.prefix(2))
    let text = DiagnosticText(files: files).render(diagnostics)
    broken.note(!text.isSafeToShow, "findings are shown without control characters")
    let json = Array(DiagnosticJSON.encode(diagnostics, files: files).utf8)
    broken.attempt("findings are written as JSON") { () throws(RequestError) in
      try JSONReader.read(RequestText(json, from: "findings"))
    }
  }

  // MARK: The formatter

  private func checkFormatting(of file: SourceFile, isReadable: Bool, checks: Bool, _ broken: inout Broken) {
    let text = LawFormatter.format(file)
    broken.note((text != nil) != isReadable, "what can be read is laid out, and nothing else is")
    guard let text, !text.utf8.elementsEqual(file.bytes) else { return }
    let formatted = SourceFile(path: file.path, text: text)
    guard LawFormatter.format(formatted).map({ $0.utf8.elementsEqual(text.utf8) }) ?? false else {
      return broken.note(true, "laying out twice changes nothing more")
    }
    broken.note(shape(of: formatted) != shape(of: file), "laying out changes no law")
    let stillChecks = Library.check(surroundings + [formatted]).library != nil
    broken.note(stillChecks != checks, "laying out changes nothing for the checker")
  }
}
