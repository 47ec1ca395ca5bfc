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

/// Which heading a byte lies under, for the locations of diagnostics.
struct Headings: Sendable {
  /// Start offsets and titles, in order.
  var entries: [(start: Int, title: String)]

  /// The nearest heading at or above the offset.
  func title(at offset: Int) -> String {
    entries.last(where: { $0.start <= offset })?.title ?? ""
  }
}
