/// A line as a terminal shows it: tabs as spaces, nothing that a terminal would obey, and how many columns it takes.
enum DisplayText {
  static let tabWidth = 4
  /// The most columns of a line that are shown.
  static let widest = 160

  /// The text with tabs filled up and control characters made visible.
  static func line(_ text: String) -> String {
    var shown = ""
    var column = 0
    for character in text {
      if character == "\t" {
        let width = tabWidth - column % tabWidth
        shown += String(repeating: " ", count: width)
        column += width
      } else {
        let visible = harmless(character)
        shown.append(visible)
        column += width(of: visible)
      }
    }
    return shown
  }

  /// How many columns a text takes that starts in the first column.
  static func columns(_ text: String) -> Int {
    line(text).reduce(0) { $0 + width(of: $1) }
  }

  /// A shown line, or if it is too wide the part around a column, and how many columns were cut off before it.
  static func cut(_ line: String, around column: Int) -> (text: String, removed: Int) {
    guard line.reduce(0, { $0 + width(of: $1) }) > widest else { return (line, 0) }
    let first = max(0, column - widest / 2)
    var text = ""
    var removed = 0
    var position = 0
    for character in line {
      if position < first {
        removed = position + width(of: character)
      } else if position - first < widest {
        text.append(character)
      }
      position += width(of: character)
    }
    return (text, removed)
  }

  /// A message that names a piece of source, on one line and without control characters.
  static func message(_ text: String) -> String {
    String(text.map { $0 == "\t" ? " " : harmless($0) })
  }

  private static func harmless(_ character: Character) -> Character {
    character.unicodeScalars.contains(where: isCommand) ? "\u{FFFD}" : character
  }

  /// Control characters, and those that change the direction of what follows.
  private static func isCommand(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0..<0x20, 0x7F..<0xA0, 0x061C, 0x200E, 0x200F, 0x2028...0x202E, 0x2066...0x2069: true
    default: false
    }
  }

  private static func width(of character: Character) -> Int {
    guard let first = character.unicodeScalars.first else { return 0 }
    if first.value < 0x300 { return 1 }
    switch first.properties.generalCategory {
    case .nonspacingMark, .enclosingMark, .format: return 0
    default: break
    }
    let isEmoji = first.properties.isEmojiPresentation || character.unicodeScalars.contains { $0.value == 0xFE0F }
    return isEmoji || isWide(first) ? 2 : 1
  }

  /// The blocks of East Asian wide characters.
  private static func isWide(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x1100...0x115F, 0x2E80...0x303E, 0x3041...0x33FF, 0x3400...0x4DBF, 0x4E00...0x9FFF, 0xA000...0xA4CF,
      0xA960...0xA97F, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F, 0xFF00...0xFF60, 0xFFE0...0xFFE6,
      0x1F300...0x1F64F, 0x1F900...0x1F9FF, 0x20000...0x3FFFD:
      true
    default: false
    }
  }
}
