import LawLanguage
import Reasoning

/// Reads the text of a letter: a head between `---` lines, then blocks.
///
/// A block is `# Title`, `## Heading`, `- item`, `= Label: value`, `[] box to mark`, `! boxed notice`, `____ signature line`,
/// or a paragraph; `[if field]`, `[unless field]` and `[if field is word]` before it say when it is printed, and `{field}` is
/// where a value goes. Nothing else has a meaning: there is no markup to escape.
struct LetterTextReader {
  let path: String
  private(set) var mistakes: [LetterMistake] = []

  init(path: String) { self.path = path }

  mutating func read(_ bytes: [UInt8]) -> LetterText? {
    guard let text = String(validating: bytes, as: UTF8.self) else {
      mistakes.append(LetterMistake(path: path, line: nil, text: "is not UTF-8"))
      return nil
    }
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    guard lines.first == "---", let end = lines.dropFirst().firstIndex(of: "---") else {
      note(1, "begin with a head: a line ---, what the text is, and another ---")
      return nil
    }
    let head = head(lines[1..<end])
    let pieces = blocks(Array(lines[(end + 1)...]), after: end + 1)
    let titles = pieces.filter { $0.kind == .title }
    guard titles.count == 1, let title = titles.first, title.guards.isEmpty else {
      note(end + 2, "give the text one title, a line that begins with #")
      return nil
    }
    guard let letter = head["letter"], let language = head["language"] else {
      note(1, "say in the head which letter: and which language: it is")
      return nil
    }
    guard let translation = head["translation"].flatMap(Translation.init) else {
      note(1, "say translation: original, draft, machine, or certified by NAME on YYYY-MM-DD of SHA256")
      return nil
    }
    let body = Array(lines[(end + 1)...].joined(separator: "\n").utf8)
    return LetterText(
      path: path, letter: letter, language: language, translation: translation,
      encloses: head["encloses"].flatMap { piece($0, at: 1) }, title: title,
      pieces: pieces.filter { $0.kind != .title }, digest: LawDigest(SourceFile(path: path, bytes: body)).sha256)
  }

  private mutating func note(_ line: Int, _ text: String) {
    mistakes.append(LetterMistake(path: path, line: line, text: text))
  }

  // MARK: Head

  private static let headKeys: Set<String> = ["letter", "language", "translation", "encloses"]

  private mutating func head(_ lines: ArraySlice<String>) -> [String: String] {
    var found: [String: String] = [:]
    for (offset, line) in lines.enumerated() {
      guard let colon = line.firstIndex(of: ":"), Self.headKeys.contains(String(line[..<colon])) else {
        note(offset + 2, "the head has letter:, language:, translation: and encloses:, and nothing else")
        continue
      }
      found[String(line[..<colon])] = String(line[line.index(after: colon)...].drop(while: \.isWhitespace))
    }
    return found
  }

  // MARK: Blocks

  /// A line that begins a block; others go on with the one before.
  private static func begins(_ line: String) -> Bool {
    ["# ", "## ", "- ", "= ", "[", "! ", "____ "].contains { line.hasPrefix($0) }
  }

  private mutating func blocks(_ lines: [String], after start: Int) -> [LetterText.Piece] {
    var found: [LetterText.Piece] = []
    var open: (text: String, line: Int)?
    func close(_ reader: inout LetterTextReader) {
      if let block = open, let piece = reader.piece(block.text, at: block.line) { found.append(piece) }
      open = nil
    }
    for (offset, line) in lines.enumerated() {
      if line.allSatisfy(\.isWhitespace) {
        close(&self)
      } else if open != nil, !Self.begins(line) {
        open?.text += " " + line
      } else {
        close(&self)
        open = (line, start + offset + 1)
      }
    }
    close(&self)
    return found
  }

  private mutating func piece(_ text: String, at line: Int) -> LetterText.Piece? {
    var rest = Substring(text)
    var guards = guards(&rest, at: line)
    let kind = kind(&rest)
    guards += self.guards(&rest, at: line)
    var label: [LetterText.Run] = []
    if kind == .row {
      guard let colon = rest.firstIndex(of: ":") else {
        note(line, "a row is = Label: value")
        return nil
      }
      label = runs(rest[..<colon], at: line)
      rest = rest[rest.index(after: colon)...].drop(while: \.isWhitespace)
    }
    let runs = runs(rest, at: line)
    if runs.isEmpty {
      if mistakes.last?.line != line { note(line, "the block says nothing") }
      return nil
    }
    return LetterText.Piece(kind: kind, guards: guards, label: label, runs: runs, line: line)
  }

  private func kind(_ rest: inout Substring) -> LetterText.Kind {
    let marks: [(String, LetterText.Kind)] = [
      ("# ", .title), ("## ", .heading), ("- ", .item), ("= ", .row), ("[] ", .box), ("! ", .notice),
      ("____ ", .signature),
    ]
    for (mark, kind) in marks where rest.hasPrefix(mark) {
      rest = rest.dropFirst(mark.count)
      return kind
    }
    return .paragraph
  }

  private mutating func guards(_ rest: inout Substring, at line: Int) -> [LetterText.Guard] {
    var found: [LetterText.Guard] = []
    while rest.hasPrefix("["), !rest.hasPrefix("[] ") {
      guard let end = rest.firstIndex(of: "]") else {
        note(line, "close the condition with ]")
        return found
      }
      let words = rest[rest.index(after: rest.startIndex)..<end].split(separator: " ").map(String.init)
      rest = rest[rest.index(after: end)...].drop(while: \.isWhitespace)
      guard words.count >= 2, let field = field(words[1], at: line) else {
        if words.count < 2 { note(line, "a condition is [if field], [unless field] or [if field is word]") }
        continue
      }
      switch (words[0], words.count) {
      case ("if", 2): found.append(.init(field: field, test: .holds))
      case ("unless", 2): found.append(.init(field: field, test: .fails))
      case ("if", 4) where words[2] == "is":
        if case .choice(let choices) = field.form, choices.contains(words[3]) {
          found.append(.init(field: field, test: .equals(words[3])))
        } else {
          note(line, "\(field.rawValue) is never \(words[3])")
        }
      default: note(line, "a condition is [if field], [unless field] or [if field is word]")
      }
    }
    return found
  }

  private mutating func runs(_ text: Substring, at line: Int) -> [LetterText.Run] {
    var found: [LetterText.Run] = []
    var rest = text
    while let open = rest.firstIndex(of: "{") {
      if open > rest.startIndex { found.append(.text(String(rest[..<open]))) }
      guard let close = rest[open...].firstIndex(of: "}") else {
        note(line, "close the field with }")
        return found
      }
      if let field = field(String(rest[rest.index(after: open)..<close]), at: line) {
        switch field.form {
        case .text, .texts, .moment, .end, .day: found.append(.field(field))
        case .flag, .choice: note(line, "\(field.rawValue) is only tested, as in [if \(field.rawValue)]")
        }
      }
      rest = rest[rest.index(after: close)...]
    }
    if !rest.isEmpty { found.append(.text(String(rest))) }
    return found
  }

  private mutating func field(_ name: String, at line: Int) -> MergeField? {
    if let field = MergeField(rawValue: name) { return field }
    let names = MergeField.allCases.map(\.rawValue).joined(separator: ", ")
    note(line, "there is no field \(name); the fields are \(names)")
    return nil
  }
}
