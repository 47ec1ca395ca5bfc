/// A fenced `law` or `case` block of a document.
struct Block: Sendable {
  enum Kind: Sendable { case law, caseExample }
  var kind: Kind
  /// The rest of the fence's first line, after the word.
  var info: SourceRange
  /// The lines between the fences.
  var body: SourceRange
  /// The nearest heading above, without its marks; empty if none.
  var heading: String
  var headingRange: SourceRange?
  /// The first paragraph of prose between that heading and the first block under it, as one line.
  var prose: String
}
