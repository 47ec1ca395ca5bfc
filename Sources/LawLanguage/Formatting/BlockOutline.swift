/// A block as declarations, each cut into the segments that move and break as one.
struct BlockOutline {
  /// A part of a declaration that stands on a line of its own, or at its place in the head.
  struct Segment {
    let part: LayoutMark.Part
    /// The segment's tokens, cut where it has a wider space or a nested exception.
    var pieces: [Piece]
  }

  /// Tokens that follow each other at single spaces, unless a condition among them is too long for a line.
  struct Piece {
    let part: LayoutMark.Part
    let tokens: Range<Int>
  }

  /// Segments of each declaration, in the order in which they are written.
  private(set) var declarations: [[Segment]] = []
  /// The tokens that are an `and` or an `or`.
  private(set) var connectives: Set<Int> = []

  /// Cuts a block at the marks of its parser.
  init(_ layout: BlockLayout) {
    let marks = layout.marks.filter { $0.part != .connective }
    connectives = Set(layout.marks.lazy.filter { $0.part == .connective }.map(\.token))
    for (index, mark) in marks.enumerated() {
      let end = index + 1 < marks.count ? marks[index + 1].token : layout.tokens.count - 1
      add(Piece(part: mark.part, tokens: mark.token..<end))
    }
    for index in declarations.indices { declarations[index] = Self.inOrder(declarations[index]) }
  }

  private mutating func add(_ piece: Piece) {
    switch piece.part {
    case .declaration:
      declarations.append([Segment(part: piece.part, pieces: [piece])])
    case .gap, .further, .nested:
      guard let declaration = declarations.indices.last, let segment = declarations[declaration].indices.last else {
        return
      }
      declarations[declaration][segment].pieces.append(piece)
    default:
      guard let declaration = declarations.indices.last else { return }
      declarations[declaration].append(Segment(part: piece.part, pieces: [piece]))
    }
  }

  /// Heads and clauses come in the order of their numbers; those of one number keep theirs.
  private static func inOrder(_ segments: [Segment]) -> [Segment] {
    var ordered: [Segment] = []
    var run: [(number: Int, segment: Segment)] = []
    func sorted() -> [Segment] {
      run.enumerated().sorted { ($0.element.number, $0.offset) < ($1.element.number, $1.offset) }.map(\.element.segment)
    }
    var isHead = false
    for segment in segments {
      let number: Int? =
        switch segment.part {
        case .head(let number), .clause(let number), .bodyClause(let number): number
        default: nil
        }
      if number == nil || segment.part.isHead != isHead {
        ordered += sorted()
        run = []
      }
      isHead = segment.part.isHead
      if let number {
        run.append((number, segment))
      } else {
        ordered.append(segment)
      }
    }
    return ordered + sorted()
  }
}
