import Foundation
public import LawLanguage

/// What a text of a letter is worth.
public enum Translation: Sendable, Hashable {
  /// The text that all others translate.
  case original
  /// Certified as a translation of the text with this digest.
  case certified(by: String, on: Day, of: String)
  /// Written by someone who knows the language; not certified.
  case draft
  /// Made by a machine; never printed.
  case machine

  /// Reads `original`, `draft`, `machine` or `certified by NAME on DAY of SHA256`.
  init?(_ text: String) {
    switch text {
    case "original": self = .original
    case "draft": self = .draft
    case "machine": self = .machine
    default:
      guard text.hasPrefix("certified by "), let of = text.range(of: " of ", options: .backwards),
        let on = text.range(of: " on ", options: .backwards, range: text.startIndex..<of.lowerBound),
        let day = Day(text[on.upperBound..<of.lowerBound])
      else { return nil }
      let name = text[text.index(text.startIndex, offsetBy: 13)..<on.lowerBound]
      let digest = String(text[of.upperBound...])
      guard !name.isEmpty, digest.utf8.count == 64, digest.allSatisfy({ $0.isHexDigit && !$0.isUppercase }) else {
        return nil
      }
      self = .certified(by: String(name), on: day, of: digest)
    }
  }
}

/// How a letter's text in a language stands today.
public enum TranslationStanding: Sendable, Hashable {
  case original
  /// Certified, of the text as it is.
  case certified(by: String, on: Day)
  /// Certified of a text that has changed since: no better than a draft.
  case outdated(by: String, on: Day)
  case draft, machine
  /// There is no text.
  case missing

  /// Whether a letter in the language may be issued with nothing beside it.
  public var mayStandAlone: Bool {
    switch self {
    case .original, .certified: true
    case .outdated, .draft, .machine, .missing: false
    }
  }

  /// Whether the text may be printed behind the English one, marked as a draft.
  public var mayAccompany: Bool {
    switch self {
    case .outdated, .draft: true
    case .original, .certified, .machine, .missing: false
    }
  }
}

/// Which language the one who gets a letter reads.
public enum ReadingLanguage: Sendable, Hashable {
  /// By its tag: `es`, `zh-Hant`.
  case tag(String)
  /// A language that the letters' data does not know, by its name: `Mam`.
  case named(String)
  /// Nobody asked, or nobody knows.
  case unknown
}
