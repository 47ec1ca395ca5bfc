public import LawLanguage

/// What is merged into a field.
public enum FieldValue: Sendable, Hashable {
  case text(String)
  case texts([String])
  case moment(Instant)
  case day(Day)
  case flag(Bool)
  case choice(String)

  func fits(_ form: MergeField.Form) -> Bool {
    switch (self, form) {
    case (.text, .text), (.texts, .texts), (.moment, .moment), (.moment, .end), (.day, .day), (.flag, .flag): true
    case (.choice(let word), .choice(let words)): words.contains(word)
    case (.text, _), (.texts, _), (.moment, _), (.day, _), (.flag, _), (.choice, _): false
    }
  }
}

/// Text from elsewhere, made fit to print: on one line, bounded, and of signs that show what they are.
struct PrintableLine {
  /// Longer than any name, address line or purpose that a form has room for.
  static let longest = 400

  let text: String

  enum Flaw: Error {
    case empty
    case long
    /// A sign that prints nothing or turns the direction of what follows, so that the page would not say what it seems to say.
    case unprintable(Unicode.Scalar)
  }

  init(_ raw: String) throws(Flaw) {
    guard raw.utf8.count <= Self.longest * 8 else { throw .long }
    let line = raw.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    for scalar in line.unicodeScalars where Self.isUnprintable(scalar) { throw .unprintable(scalar) }
    guard !line.isEmpty else { throw .empty }
    guard line.unicodeScalars.count <= Self.longest else { throw .long }
    text = line
  }

  private static func isUnprintable(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    // Joiners belong to the writing of Hindi, Gujarati and Arabic.
    case 0x200C, 0x200D: false
    default:
      switch scalar.properties.generalCategory {
      case .control, .format, .privateUse, .unassigned, .surrogate: true
      default: false
      }
    }
  }
}
