/// A line of a mapping, cut into words, texts in quotation marks, and commas.
struct MappingWords {
  enum Word: Hashable {
    case word(String)
    case text(String)
    case comma
  }

  private let words: [Word]
  private var at = 0

  /// Why a line cannot be cut.
  struct Unclosed: Error {}

  init(_ line: Substring) throws(Unclosed) {
    var words: [Word] = []
    var rest = line
    while let first = rest.first {
      if first == "#" { break }
      if first.isWhitespace {
        rest.removeFirst()
      } else if first == "," {
        words.append(.comma)
        rest.removeFirst()
      } else if first == "\"" {
        rest.removeFirst()
        guard let end = rest.firstIndex(of: "\"") else { throw Unclosed() }
        words.append(.text(String(rest[..<end])))
        rest = rest[rest.index(after: end)...]
      } else {
        let end = rest.firstIndex { $0.isWhitespace || $0 == "," || $0 == "\"" } ?? rest.endIndex
        words.append(.word(String(rest[..<end])))
        rest = rest[end...]
      }
    }
    self.words = words
  }

  var isEmpty: Bool { words.isEmpty }
  var isAtEnd: Bool { at >= words.count }
  var next: Word? { at < words.count ? words[at] : nil }

  /// What stands there, for a message.
  var nextShown: String {
    switch next {
    case .word(let word): word
    case .text(let text): "\"\(text)\""
    case .comma: "a comma"
    case nil: "the end of the line"
    }
  }

  /// Whether these words come next; then they are taken.
  mutating func take(_ phrase: String) -> Bool {
    let wanted = phrase.split(separator: " ").map { Word.word(String($0)) }
    guard at + wanted.count <= words.count, Array(words[at..<at + wanted.count]) == wanted else { return false }
    at += wanted.count
    return true
  }

  mutating func takeComma() -> Bool {
    guard next == .comma else { return false }
    at += 1
    return true
  }

  mutating func word() -> String? {
    guard case .word(let word) = next else { return nil }
    at += 1
    return word
  }

  mutating func text() -> String? {
    guard case .text(let text) = next else { return nil }
    at += 1
    return text
  }

  /// `a, b`, of words.
  mutating func list() -> [String] {
    var found: [String] = []
    repeat {
      guard let word = word() else { return found }
      found.append(word)
    } while takeComma()
    return found
  }

  /// `a or b`, of words.
  mutating func alternatives() -> [String] {
    var found: [String] = []
    repeat {
      guard let word = word() else { return found }
      found.append(word)
    } while take("or")
    return found
  }

  /// `"A" or "a"`.
  mutating func column() -> Mapping.ColumnName? {
    var names: [String] = []
    repeat {
      guard let text = text() else { return names.isEmpty ? nil : Mapping.ColumnName(names: names) }
      names.append(text)
    } while take("or")
    return Mapping.ColumnName(names: names)
  }

  /// `"A" or "a", "B"`.
  mutating func columns() -> [Mapping.ColumnName] {
    var found: [Mapping.ColumnName] = []
    repeat {
      guard let column = column() else { return found }
      found.append(column)
    } while takeComma()
    return found
  }
}
