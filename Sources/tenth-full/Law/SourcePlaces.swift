import Console
import LawLanguage

/// Where things stand in the files of a library.
extension LoadedLibrary {
  func position(of location: SourceLocation) -> SourcePosition {
    file(location)?.position(of: location.range.lower) ?? SourcePosition(line: 1, column: 1)
  }

  /// `il/trust.md:45:1`.
  func place(of location: SourceLocation) -> String {
    let position = position(of: location)
    return "\(location.path):\(position.line):\(position.column)"
  }

  /// The lines of a declaration, as laid out: the one it stands on and those indented under it.
  func source(of location: SourceLocation) -> [String] {
    guard let file = file(location) else { return [] }
    let lines = String(decoding: file.bytes, as: UTF8.self).split(separator: "\n", omittingEmptySubsequences: false)
    let rest = lines.dropFirst(file.position(of: location.range.lower).line - 1)
    return rest.prefix(1).map(String.init) + rest.dropFirst().prefix { $0.hasPrefix(" ") }.map(String.init)
  }

  private func file(_ location: SourceLocation) -> SourceFile? {
    library.sources.first { $0.path == location.path }
  }

  /// Why a jurisdiction that was named cannot be used.
  func unknownJurisdiction(_ name: String) -> Refusal {
    let known = vocabulary.places.filter { $0.kind == .jurisdiction }.map(\.name)
    let help =
      suggestion(for: name, among: known).map { "did you mean \($0)?" }
      ?? "write one of \(known.joined(separator: ", "))"
    return .sentence("--jurisdiction \(Page.printable(name)): the vocabulary has no such jurisdiction; \(help)")
  }
}
