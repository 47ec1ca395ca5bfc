/// Lays out one block: declarations in column 1 with their heads, the body two in, its clauses four in.
struct BlockFormatter {
  private let file: SourceFile
  private let tokens: [Token]
  private let outline: BlockOutline
  private let comments: AttachedComments
  private var writer = LineWriter()

  init(_ file: SourceFile, _ layout: BlockLayout) {
    self.file = file
    tokens = layout.tokens
    outline = BlockOutline(layout)
    comments = AttachedComments(layout)
  }

  /// The lines of the block.
  func lines() -> [String] {
    var formatter = self
    for declaration in outline.declarations { formatter.write(declaration) }
    formatter.writeCommentsBefore(tokens.count - 1)
    formatter.writer.endLine()
    return formatter.writer.lines
  }

  // MARK: Declarations

  private mutating func write(_ declaration: [BlockOutline.Segment]) {
    guard let first = declaration.first?.pieces.first?.tokens.lowerBound else { return }
    writeCommentsBefore(first)
    if isAfterEmptyLine(tokens[first].range.lower) { writer.leaveLine() }
    let members = declaration.filter { $0.part == .member }
    let standsAlone = members.contains { member in
      member.pieces.contains { piece in piece.tokens.dropFirst().contains { tokens[$0].kind == .text } }
    }
    let alignment = citeAlignment(of: declaration)
    for (index, segment) in declaration.enumerated() {
      place(segment, isFirstMember: index > 0 && declaration[index - 1].part != .member, standsAlone: standsAlone)
      let indent = segment.part.isHead ? 0 : writer.indent
      var depth = 0
      for (number, piece) in segment.pieces.enumerated() {
        let spaces = number == 1 ? alignment[index] : nil
        write(piece, indent: indent, depth: depth, spaces: spaces, opensDeclaration: piece.tokens.lowerBound == first)
        depth += piece.tokens.reduce(0) { $0 + (tokens[$1].kind == .open ? 1 : tokens[$1].kind == .close ? -1 : 0) }
      }
    }
    writer.endLine()
  }

  /// Comments between declarations. One that stands further in than what is below belongs to what is above.
  private mutating func writeCommentsBefore(_ token: Int) {
    guard let own = comments.before[token] else { return writer.endLine() }
    let below = tokens[token].kind == .end ? 0 : indent(of: tokens[token].range.lower)
    var belongsAbove = token > 0
    for comment in own {
      let start = comment.range.lower
      let isEmptyAbove = isAfterEmptyLine(start)
      belongsAbove = belongsAbove && indent(of: start) > below && !isEmptyAbove
      if isEmptyAbove { writer.leaveLine() }
      writer.startLine(indent: belongsAbove ? 2 : 0)
      writer.write(text(comment.range), spaces: 0)
    }
    writer.endLine()
  }

  /// How many bytes stand before an offset on its line.
  private func indent(of offset: Int) -> Int {
    var index = offset
    while index > 0, file.bytes[index - 1] != UInt8(ascii: "\n") { index -= 1 }
    return offset - index
  }

  /// Whether the line above the one on which a byte stands is empty.
  private func isAfterEmptyLine(_ offset: Int) -> Bool {
    var breaks = 0
    var index = offset - 1
    while index >= 0, breaks < 2 {
      switch file.bytes[index] {
      case UInt8(ascii: "\n"): breaks += 1
      case UInt8(ascii: " "), UInt8(ascii: "\t"), UInt8(ascii: "\r"): break
      default: return false
      }
      index -= 1
    }
    return breaks == 2
  }

  // MARK: Segments

  /// Goes to where a segment is written.
  private mutating func place(_ segment: BlockOutline.Segment, isFirstMember: Bool, standsAlone: Bool) {
    switch segment.part {
    case .declaration: writer.startLine(indent: 0)
    case .body, .bodyClause: writer.startLine(indent: 2)
    case .clause: writer.startLine(indent: 4)
    case .member:
      let width = segment.pieces.map { flat($0.tokens).count + 1 }.reduce(0, +)
      if isFirstMember || standsAlone || writer.isEnded || writer.column + width > LineWriter.width {
        writer.startLine(indent: 2)
      }
    case .head, .gap, .further, .connective, .nested: break
    }
  }

  /// Writes a piece of a segment that starts so far in, within so many brackets of exceptions.
  private mutating func write(
    _ piece: BlockOutline.Piece, indent: Int, depth: Int, spaces: Int?, opensDeclaration: Bool
  ) {
    var indent = indent
    let width = flat(piece.tokens).count
    switch piece.part {
    case .head, .gap:
      if writer.column + 2 + width > LineWriter.width { writer.startLine(indent: indent + 2) }
    case .further:
      if writer.column + 1 + width > LineWriter.conditionWidth { writer.startLine(indent: indent + 2) }
    case .nested:
      let isBracket = tokens[piece.tokens.lowerBound].kind == .open
      indent += isBracket ? 2 * depth + 2 : 2 * depth + 1
      writer.startLine(indent: indent)
    default: break
    }
    write(
      piece.tokens, indent: indent, spaces: spaces ?? (piece.part == .gap || piece.part.isHead ? 2 : 1),
      opensDeclaration: opensDeclaration)
  }

  /// How many spaces stand before the citations of neighbouring exceptions, so that they stand below each other.
  private func citeAlignment(of declaration: [BlockOutline.Segment]) -> [Int: Int] {
    var alignment: [Int: Int] = [:]
    var run: [(index: Int, width: Int)] = []
    func align() {
      let widest = run.map(\.width).max() ?? 0
      guard run.count > 1, widest <= LineWriter.conditionWidth - 40 else { return }
      for (index, width) in run { alignment[index] = widest - width + 2 }
    }
    for (index, segment) in declaration.enumerated() {
      let isException = tokens[segment.pieces[0].tokens.lowerBound].keyword == .unless
      if isException, segment.pieces.count > 1, segment.pieces[1].part == .gap {
        run.append((index, flat(segment.pieces[0].tokens).count))
      } else {
        align()
        run = []
      }
    }
    align()
    return alignment
  }

  // MARK: Conditions

  /// Writes tokens on the line if they fit; otherwise breaks them before the outermost `and` or `or`, and so on inwards.
  private mutating func write(_ range: Range<Int>, indent: Int, spaces: Int, opensDeclaration: Bool = false) {
    let fits = writer.column + spaces + flat(range).count <= LineWriter.conditionWidth
    let breaks = fits ? [] : outermostConnectives(range)
    guard !breaks.isEmpty else {
      for token in range {
        if !(opensDeclaration && token == range.lowerBound) { writeInnerComments(token) }
        if token > range.lowerBound, tokens[token - 1].kind == .comma { breakList(before: token, in: range, indent) }
        let space = token == range.lowerBound ? spaces : needsSpace(before: token) ? 1 : 0
        writer.write(text(tokens[token].range), spaces: space)
        if let comment = comments.after[token] { writer.writeComment(text(comment.range)) }
      }
      return
    }
    write(range.lowerBound..<breaks[0], indent: indent, spaces: spaces, opensDeclaration: opensDeclaration)
    for (index, start) in breaks.enumerated() {
      let end = index + 1 < breaks.count ? breaks[index + 1] : range.upperBound
      writer.startLine(indent: indent + 2)
      write(start..<end, indent: indent + 2, spaces: 0)
    }
  }

  /// Goes on to the next line if the member of a list that starts at a token does not fit on this one.
  private mutating func breakList(before token: Int, in range: Range<Int>, _ indent: Int) {
    let comma = range[token...].first { tokens[$0].kind == .comma }
    let width = flat(token..<(comma.map { $0 + 1 } ?? range.upperBound)).count
    if writer.column + 1 + width > LineWriter.width { writer.startLine(indent: indent + 2) }
  }

  private mutating func writeInnerComments(_ token: Int) {
    for comment in comments.before[token] ?? [] { writer.writeOwnLineComment(text(comment.range)) }
  }

  /// The connectives of least depth in a range, without one that opens it.
  private func outermostConnectives(_ range: Range<Int>) -> [Int] {
    var depth = 0
    var found: [Int] = []
    var least = Int.max
    for token in range {
      switch tokens[token].kind {
      case .open: depth += 1
      case .close: depth -= 1
      default: break
      }
      guard outline.connectives.contains(token), token > range.lowerBound, depth <= least else { continue }
      if depth < least { found = [] }
      least = depth
      found.append(token)
    }
    return found
  }

  // MARK: Text

  private func text(_ range: SourceRange) -> String { file.text(range) }

  private func flat(_ range: Range<Int>) -> String {
    var line = ""
    for token in range {
      if token > range.lowerBound, needsSpace(before: token) { line += " " }
      line += text(tokens[token].range)
    }
    return line
  }

  private func needsSpace(before token: Int) -> Bool {
    switch tokens[token].kind {
    case .comma, .close: false
    default: token == 0 || tokens[token - 1].kind != .open
    }
  }
}
