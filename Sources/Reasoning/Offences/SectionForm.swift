/// A section of a code as somebody writes it, taken apart: `Penal Code § 245 (a)(1)`, `PC 245(a)(1)` and `245(A)(1) P.C.`
/// have the number `245(a)(1)` and words that stand for one code.
struct SectionForm: Sendable, Hashable {
  /// What is written beside the number, folded: `penal`, `code`.
  let words: [String]
  /// The number with its brackets, folded, without spaces: `245(a)(1)`.
  let number: String

  /// Nil where there is no number.
  init?(_ text: String) {
    var words: [String] = []
    var numbers: [String] = []
    for token in SectionForm.tokens(text) {
      if token.first?.isNumber ?? false { numbers.append(token) } else { words.append(token) }
    }
    guard !numbers.isEmpty else { return nil }
    self.words = words.filter { !SectionForm.silent.contains($0) }
    number = numbers.joined(separator: " ")
  }

  /// As the law writes its code: `pc`; empty where the number says all (`2C:12-1`).
  var code: String { words.joined() }

  /// The number without what is often left out or put elsewhere: brackets, colons and spaces.
  var bareNumber: String {
    String(number.unicodeScalars.filter { !["(", ")", ":", " "].contains($0) }.map(Character.init))
  }

  /// Whether this section is the other one or a part of it, as the law's lists count: `211(a)` is within `211`.
  func isWithin(_ whole: SectionForm) -> Bool {
    number == whole.number || number.hasPrefix(whole.number + "(")
  }

  // MARK: Tokens

  /// Words that tell no code from another.
  private static let silent: Set<String> = [
    "section", "sections", "sec", "s", "subsection", "subdivision", "subd", "sub", "of", "the", "under", "to", "wit",
    "no",
    "felony", "misdemeanor", "fel", "misd",
  ]

  private static func tokens(_ text: String) -> [String] {
    var tokens: [String] = []
    for piece in joinedBrackets(text.lowercased()).split(whereSeparator: { separators.contains($0) || $0.isWhitespace })
    {
      for token in pulledApart(piece) where !token.isEmpty { tokens.append(token) }
    }
    return tokens
  }

  private static let separators: Set<Character> = ["§", ",", ";", "&", "\"", "'", "_", "–", "—"]

  /// `245 (a) (1)` as `245(a)(1)`.
  private static func joinedBrackets(_ text: String) -> String {
    var result = ""
    var depth = 0
    for character in text {
      if character == "(" {
        // A bracket belongs to the number before it; after a word it stands alone.
        let before = result.last { !$0.isWhitespace }
        if before.map({ $0.isNumber || $0 == ")" }) ?? false {
          while result.last?.isWhitespace ?? false { result.removeLast() }
        } else if before?.isLetter ?? false, lastWordHasNumber(result) {
          while result.last?.isWhitespace ?? false { result.removeLast() }
        }
        depth += 1
      } else if character == ")" {
        depth -= 1
      } else if character.isWhitespace, depth > 0 {
        continue
      }
      result.append(character)
    }
    return result
  }

  private static func lastWordHasNumber(_ text: String) -> Bool {
    text.split(whereSeparator: \.isWhitespace).last?.first?.isNumber ?? false
  }

  /// `p.c.` as `pc`, `pc211` as `pc` and `211`, `211.` as `211`.
  private static func pulledApart(_ piece: Substring) -> [String] {
    guard let first = piece.first(where: { $0.isLetter || $0.isNumber }) else { return [] }
    if first.isNumber {
      var number = piece.drop { !$0.isNumber }
      while let last = number.last, !last.isLetter, !last.isNumber, last != ")" { number.removeLast() }
      return [String(number)]
    }
    let letters = piece.prefix { !$0.isNumber }
    let word = String(letters.filter(\.isLetter))
    let rest = piece[letters.endIndex...]
    // A hyphen joins words; a number after letters is the section.
    return rest.isEmpty ? [word] : [word] + pulledApart(rest)
  }
}

// MARK: Codes

/// Which code of a jurisdiction somebody means.
struct CodeNames: Sendable {
  /// Folded: `ca`.
  private let jurisdiction: String
  /// Folded words of its title: `new`, `york`.
  private let title: [String]

  init(jurisdiction: String, title: String) {
    self.jurisdiction = jurisdiction.lowercased()
    self.title = title.lowercased().split(separator: " ").map(String.init)
  }

  /// What the words beside a number say of the code that the law writes so.
  enum Fit { case same, unsaid, other }

  /// `penal code`, `p.c.`, `cal pen code`, `cpc` are `pc`; no word at all leaves the code open.
  func fit(_ words: [String], _ code: String) -> Fit {
    let own = withoutPlace(words)
    if own.isEmpty { return code.isEmpty ? .same : .unsaid }
    let joined = own.joined()
    if code.isEmpty { return joined.hasPrefix(jurisdiction) ? .same : .other }
    let telling = own.filter { $0 != "and" }
    let initials = String(telling.compactMap(\.first))
    let written = [joined, initials]
    let meant = [code, code + "c", jurisdiction + code, String(jurisdiction.prefix(1)) + code]
    return written.contains(where: meant.contains) ? .same : .other
  }

  /// Without `California`, `Cal.`, `N.Y.` at the beginning.
  private func withoutPlace(_ words: [String]) -> [String] {
    var words = words[...]
    var title = title[...]
    while let word = words.first {
      if let next = title.first, word.count >= 3, next.hasPrefix(word) {
        title.removeFirst()
      } else if word != jurisdiction, word != jurisdiction + "s" {
        break
      }
      words.removeFirst()
    }
    return Array(words)
  }
}
