/// Writes diagnostics for a program: an editor, a build, another tool.
public enum DiagnosticJSON {
  /// A JSON array with one object for each finding, on a line of its own, its keys in order:
  /// `code`, `heading`, `help` (or null), `level`, `message`, `path`, `range`, `related`.
  ///
  /// A `range` has a `start` and an `end`, each with `line` and `character` as in the Language Server Protocol: from 0, in
  /// UTF-16 units. In a file that is not among those given, they are 0.
  public static func encode(_ diagnostics: [Diagnostic], files: [SourceFile]) -> String {
    guard !diagnostics.isEmpty else { return "[]\n" }
    let named = Set(diagnostics.flatMap { [$0.location.path] + $0.related.map(\.location.path) })
    let lines = Dictionary(
      files.filter { named.contains($0.path) }.map { ($0.path, SourceLines($0)) },
      uniquingKeysWith: { first, _ in first })
    return "[\n  " + diagnostics.map { object($0, lines) }.joined(separator: ",\n  ") + "\n]\n"
  }

  private static func object(_ diagnostic: Diagnostic, _ lines: [String: SourceLines]) -> String {
    let location = diagnostic.location
    let related = diagnostic.related.map { related in
      "{\"caption\":\(quoted(related.caption)),\"heading\":\(quoted(related.location.heading)),"
        + "\"path\":\(quoted(related.location.path)),\"range\":\(range(related.location, lines))}"
    }
    return "{\"code\":\(quoted(diagnostic.code.rawValue)),\"heading\":\(quoted(location.heading)),"
      + "\"help\":\(diagnostic.help.map(quoted) ?? "null"),\"level\":\(quoted(diagnostic.level.rawValue)),"
      + "\"message\":\(quoted(diagnostic.message)),\"path\":\(quoted(location.path)),"
      + "\"range\":\(range(location, lines)),\"related\":[\(related.joined(separator: ","))]}"
  }

  private static func range(_ location: SourceLocation, _ lines: [String: SourceLines]) -> String {
    func position(_ offset: Int) -> String {
      let (line, character) = lines[location.path]?.protocolPosition(of: offset) ?? (0, 0)
      return "{\"character\":\(character),\"line\":\(line)}"
    }
    return "{\"end\":\(position(location.range.upper)),\"start\":\(position(location.range.lower))}"
  }

  private static func quoted(_ text: String) -> String {
    var json = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": json += "\\\""
      case "\\": json += "\\\\"
      case "\n": json += "\\n"
      case "\r": json += "\\r"
      case "\t": json += "\\t"
      default:
        if scalar.value < 0x20 || scalar.value == 0x2028 || scalar.value == 0x2029 {
          let digits = String(scalar.value, radix: 16)
          json += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
        } else {
          json.unicodeScalars.append(scalar)
        }
      }
    }
    return json + "\""
  }
}
