import Generation
import LawLanguage

/// Single edits of a library's laws, as a slip of the pen would make them: what commands forbids, an exception falls out, a year or
/// a number is another.
struct Mutants {
  let files: [SourceFile]
  /// Every one there is, in the order of the files.
  let edits: [Edit]

  /// One edit of one line.
  struct Edit: Hashable {
    let path: String
    let line: Int
    let before: String
    /// Nil if the line falls out.
    let after: String?

    var words: String { "\(path):\(line): \(before.trimmed) -> \(after?.trimmed ?? "(nothing)")" }
  }

  /// The edits of the law blocks of a folder.
  init(of library: Library, in folder: String) {
    files = library.sources
    var edits: [Edit] = []
    for file in files where file.path.hasPrefix(folder + "/") {
      var isLaw = false
      let lines = file.text(SourceRange(0, file.bytes.count)).split(separator: "\n", omittingEmptySubsequences: false)
      for (index, line) in lines.enumerated() {
        if line.hasPrefix("```") {
          isLaw = line == "```law"
          continue
        }
        guard isLaw else { continue }
        for after in Self.slips(of: String(line)) {
          edits.append(Edit(path: file.path, line: index + 1, before: String(line), after: after))
        }
      }
    }
    self.edits = edits
  }

  /// The library's files with an edit.
  func files(with edit: Edit) -> [SourceFile] {
    files.map { file in
      guard file.path == edit.path else { return file }
      var lines = file.text(SourceRange(0, file.bytes.count))
        .split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
      if let after = edit.after { lines[edit.line - 1] = after } else { lines.remove(at: edit.line - 1) }
      return SourceFile(path: file.path, text: lines.joined(separator: "\n"))
    }
  }

  private static func slips(of line: String) -> [String?] {
    var found: [String?] = []
    let words = line.trimmed
    // What is said in words, of a rule, a question or a reading, is no norm.
    let isNorm = words.prefix { $0 != "\"" }.contains(" must ") && !words.hasPrefix("strikes")
    if isNorm, words.contains(" must not ") {
      found.append(line.replacing(" must not ", with: " must ", maxReplacements: 1))
    } else if isNorm, !words.contains(" must every ") {
      found.append(line.replacing(" must ", with: " must not ", maxReplacements: 1))
    }
    // A line that is an exception and nothing else.
    if words.hasPrefix("unless "), words.contains(" cite \""), words.hasSuffix("\"") { found.append(nil) }
    if let range = line.firstRange(of: "in force from 20"), !words.hasPrefix("law ") {
      let year = line[range.upperBound...].prefix(2)
      if let number = Int(year), number > 10 {
        let other = number + 1 < 10 ? "0\(number + 1)" : "\(number + 1)"
        found.append(line.replacing("in force from 20\(year)", with: "in force from 20\(other)", maxReplacements: 1))
      }
    }
    for phrase in ["is within ", "is at least ", "at most "] {
      guard let range = line.firstRange(of: phrase), !words.hasPrefix("says") else { continue }
      let digits = line[range.upperBound...].prefix(while: \.isNumber)
      guard let number = Int(digits) else { continue }
      found.append(line.replacing(phrase + digits, with: phrase + "\(number + 1)", maxReplacements: 1))
    }
    return found
  }
}

extension String {
  fileprivate var trimmed: String {
    var text = drop(while: \.isWhitespace)
    while text.last?.isWhitespace ?? false { text.removeLast() }
    return String(text)
  }
}
