import Foundation
import LawLanguage
import Testing

/// Files of the repository, found from this one.
enum Repository {
  static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

  static func file(_ path: String) throws -> SourceFile {
    SourceFile(path: path, bytes: Array(try Data(contentsOf: root.appending(path: path))))
  }

  /// The reference of the language, and every document of the library.
  static var documents: [String] {
    let laws = root.appending(path: "Laws").resolvingSymlinksInPath()
    let found = FileManager.default.enumerator(at: laws, includingPropertiesForKeys: nil)?.allObjects ?? []
    let paths = found.compactMap { ($0 as? URL)?.resolvingSymlinksInPath().path(percentEncoded: false) }
      .filter { $0.hasSuffix(".md") }
      .map { "Laws" + $0.dropFirst(laws.path(percentEncoded: false).trimmingSuffix("/").count) }
    return ["docs/language.md"] + paths.sorted()
  }
}

extension String {
  fileprivate func trimmingSuffix(_ suffix: String) -> String {
    hasSuffix(suffix) ? String(dropLast(suffix.count)) : self
  }
}

/// A document with one `law` block under the heading `§ 1`.
func document(law: String) -> SourceFile {
  SourceFile(path: "il/trust.md", text: "# § 1\n\n```law\n\(law)\n```\n")
}

/// A document with one `case` block under the heading `§ 1`.
func document(case body: String, info: String = #"case "title" official "source""#) -> SourceFile {
  SourceFile(path: "il/trust.md", text: "# § 1\n\n```\(info)\n\(body)\n```\n")
}

/// What a diagnostic says, with the source that it underlines, and that of its related places.
struct Finding: Equatable, CustomStringConvertible {
  var code: DiagnosticCode
  var message: String
  var help: String?
  var underlined: String
  var related: [String] = []

  init(
    _ code: DiagnosticCode, _ message: String, help: String? = nil, underlined: String, related: [String] = []
  ) {
    self.code = code
    self.message = message
    self.help = help
    self.underlined = underlined
    self.related = related
  }

  init(_ diagnostic: Diagnostic, in file: SourceFile) {
    self.init(
      diagnostic.code, diagnostic.message, help: diagnostic.help, underlined: file.text(diagnostic.location.range),
      related: diagnostic.related.map { "\($0.caption): \(file.text($0.location.range))" })
  }

  var description: String {
    "\(code.rawValue): \(message) [\(underlined)] \(help ?? "-") \(related)"
  }
}

/// What the parser finds wrong in a file.
func findings(in file: SourceFile) -> [Finding] {
  LawParser.syntax(of: file).diagnostics.map { Finding($0, in: file) }
}

/// A small generator of numbers that come out the same on every machine (SplitMix64).
struct SeededNumbers: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
