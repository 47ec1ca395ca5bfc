/// The smallest piece of a block that means something: where it stands, and what was read there.
struct Token: Sendable {
  enum Kind: UInt8, Sendable {
    case word, text, number, day, time, comma, open, close
    /// After the last token of a block.
    case end
  }

  let kind: Kind
  /// Whether nothing but space stands before it on its line.
  let startsLine: Bool
  /// The word of the grammar, if it is one.
  let keyword: Keyword?
  let lower: Int32
  let upper: Int32
  /// The number, the day's number, or the minutes after midnight; 1 for a word that cannot be a name, and for a text
  /// with escapes.
  let value: Int32

  var range: SourceRange { SourceRange(Int(lower), Int(upper)) }
}

/// A comment, from its `#` to the end of its line.
struct Comment: Sendable {
  let range: SourceRange
  /// Whether nothing but space stands before it on its line.
  let startsLine: Bool
}
