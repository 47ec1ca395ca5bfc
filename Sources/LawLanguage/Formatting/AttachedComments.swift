/// The comments of a block, each with the token it goes with when lines are laid out anew.
struct AttachedComments {
  /// Comments on lines of their own, by the token that follows them; the end of the block is a token too.
  private(set) var before: [Int: [Comment]] = [:]
  /// The comment that ends a token's line.
  private(set) var after: [Int: Comment] = [:]

  init(_ layout: BlockLayout) {
    var token = 0
    for comment in layout.comments {
      while layout.tokens[token].kind != .end, layout.tokens[token].range.upper <= comment.range.lower { token += 1 }
      if comment.startsLine || token == 0 {
        before[token, default: []].append(comment)
      } else {
        after[token - 1] = comment
      }
    }
  }
}
