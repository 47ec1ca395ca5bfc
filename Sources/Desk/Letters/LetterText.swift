/// The text of a letter in one language, with its fields open.
struct LetterText: Sendable, Hashable {
  let path: String
  let letter: String
  let language: String
  let translation: Translation
  /// What comes with the letter.
  let encloses: Piece?
  let title: Piece
  let pieces: [Piece]
  /// SHA-256 of the text below its head, in hexadecimal: what a certificate of its translation names.
  let digest: String

  /// A block of the text, printed if all its guards hold.
  struct Piece: Sendable, Hashable {
    let kind: Kind
    let guards: [Guard]
    /// A row's label; otherwise empty.
    let label: [Run]
    let runs: [Run]
    let line: Int
  }

  enum Kind: Sendable, Hashable {
    case title, heading, paragraph, item, row, box, notice, signature
  }

  enum Run: Sendable, Hashable {
    case text(String)
    case field(MergeField)
  }

  struct Guard: Sendable, Hashable {
    let field: MergeField
    let test: Test
  }

  enum Test: Sendable, Hashable {
    /// A flag is yes; another field is given.
    case holds
    /// A flag is no; another field is not given.
    case fails
    case equals(String)
  }

  var all: [Piece] { [title] + pieces + (encloses.map { [$0] } ?? []) }
}

/// A mistake in the letters' data or texts.
public struct LetterMistake: Sendable, Hashable, CustomStringConvertible {
  /// The file, within the folder of letters.
  public let path: String
  /// The line, where it is one line's mistake.
  public let line: Int?
  /// What is wrong, and what would be right.
  public let text: String

  /// `en/refusal.md:7: …`
  public var description: String { "\(path):\(line.map { "\($0):" } ?? "") \(text)" }
}
