/// Where the parts of a declaration begin, noted by the parser as it reads, for the formatter.
struct LayoutMark: Sendable {
  /// The index of the part's first token.
  let token: Int
  let part: Part

  enum Part: Sendable, Hashable {
    /// A declaration of a law or vocabulary, or a line of a case.
    case declaration
    /// A part of the head, on the same line; parts are put in the order of their numbers.
    case head(Int)
    /// What the declaration says, on a line of its own.
    case body
    /// A clause that goes with the body, one step further in; clauses are put in the order of their numbers.
    case clause(Int)
    /// A clause that stands as the body does.
    case bodyClause(Int)
    /// A part of a line, set apart by a wider space.
    case gap
    /// A part of a line that goes on to the next one if it does not fit.
    case further
    /// A member of a list or calendar.
    case member
    /// An `and` or `or`, at a depth of brackets.
    case connective
    /// An exception to an exception, with its bracket.
    case nested

    /// Whether it belongs to the head of a declaration.
    var isHead: Bool {
      if case .head = self { true } else { false }
    }
  }
}

/// What the formatter knows of a block.
struct BlockLayout {
  var tokens: [Token]
  var comments: [Comment]
  var marks: [LayoutMark]
}
