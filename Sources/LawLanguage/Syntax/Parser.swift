/// A recursive-descent parser over the tokens of one block, after the grammar in `docs/language.md`.
///
/// A method that reads a part of the grammar bears its name. It throws at the first token that does not fit; whoever reads
/// the whole declaration (or line of a case) records the error and goes on at the next one.
struct Parser {
  let file: SourceFile
  let heading: String
  private(set) var tokens: [Token]
  private(set) var comments: [Comment]
  var diagnostics: [Diagnostic]
  private(set) var marks: [LayoutMark] = []
  /// The index of the next token.
  private(set) var position = 0
  /// How many brackets and negations are open.
  private var depth = 0
  /// The column of the declaration being read, as an offset into its line.
  var declarationIndent = 0

  /// How deep brackets may nest.
  static let deepestNesting = 64

  init(_ file: SourceFile, _ block: Block) {
    self.init(file, block.body, heading: block.heading)
  }

  init(_ file: SourceFile, _ range: SourceRange, heading: String) {
    let lexer = Lexer(file, range, heading: heading)
    self.file = file
    self.heading = heading
    tokens = lexer.tokens
    comments = lexer.comments
    diagnostics = lexer.diagnostics
  }

  // MARK: Looking

  var current: Token { tokens[position] }
  var isAtEnd: Bool { current.kind == .end }

  /// The token so many places on; the end if there are not so many.
  func token(ahead count: Int) -> Token { tokens[min(position + count, tokens.count - 1)] }

  func at(_ keyword: Keyword) -> Bool { current.keyword == keyword }
  func at(_ first: Keyword, _ second: Keyword) -> Bool { at(first) && token(ahead: 1).keyword == second }
  func at(kind: Token.Kind) -> Bool { current.kind == kind }

  /// Whether a declaration begins here: its word, and then a name.
  var atDeclaration: Bool {
    guard let keyword = current.keyword, keyword.startsDeclaration else { return false }
    let next = token(ahead: 1)
    return next.kind == .word && (keyword.isReserved || next.keyword?.isReserved != true)
  }

  /// Whether a declaration begins here on a line of its own, no further in than the one being read.
  var atNextDeclaration: Bool {
    current.startsLine && atDeclaration && indent(of: current) <= declarationIndent
  }

  /// How many bytes stand before a token on its line.
  func indent(of token: Token) -> Int {
    var index = Int(token.lower)
    while index > 0, file.bytes[index - 1] != UInt8(ascii: "\n") { index -= 1 }
    return Int(token.lower) - index
  }

  func text(of token: Token) -> String { file.text(token.range) }

  /// From a token to the last one read.
  func range(from start: Token) -> SourceRange {
    let end = position > 0 ? Int(tokens[position - 1].upper) : Int(start.upper)
    return SourceRange(Int(start.lower), max(end, Int(start.upper)))
  }

  // MARK: Taking

  @discardableResult
  mutating func advance() -> Token {
    let token = current
    if position < tokens.count - 1 { position += 1 }
    return token
  }

  mutating func take(_ keyword: Keyword) -> Bool {
    guard at(keyword) else { return false }
    advance()
    return true
  }

  mutating func take(_ first: Keyword, _ second: Keyword) -> Bool {
    guard at(first, second) else { return false }
    advance()
    advance()
    return true
  }

  mutating func take(kind: Token.Kind) -> Bool {
    guard at(kind: kind) else { return false }
    advance()
    return true
  }

  mutating func expect(_ keywords: Keyword..., help: String? = nil) throws(Diagnostic) {
    for keyword in keywords {
      guard take(keyword) else { throw expected("`\(keyword.rawValue)`", help: help) }
    }
  }

  mutating func expect(kind: Token.Kind, help: String? = nil) throws(Diagnostic) {
    guard take(kind: kind) else { throw expected(Parser.words(for: kind), help: help) }
  }

  mutating func mark(_ part: LayoutMark.Part) {
    marks.append(LayoutMark(token: position, part: part))
  }

  /// Goes on to the next token for which the test holds, or to the end.
  mutating func skip(until test: (Parser) -> Bool) {
    while !isAtEnd, !test(self) { advance() }
  }

  /// Reads a part that may nest, unless it nests too deep.
  mutating func nested<Part>(
    _ part: (inout Parser) throws(Diagnostic) -> Part
  ) throws(Diagnostic) -> Part {
    guard depth < Parser.deepestNesting else {
      throw Diagnostic(
        .tooLarge, "brackets and negations are nested more than \(Parser.deepestNesting) deep",
        help: "define a part of the condition by a name of its own", at: location(current.range))
    }
    depth += 1
    defer { depth -= 1 }
    return try part(&self)
  }

  // MARK: Reporting

  func location(_ range: SourceRange) -> SourceLocation {
    SourceLocation(path: file.path, range: range, heading: heading)
  }

  mutating func report(
    _ code: DiagnosticCode, _ message: String, help: String? = nil, at range: SourceRange,
    related: [Diagnostic.Related] = []
  ) {
    diagnostics.append(Diagnostic(code, message, help: help, at: location(range), related: related))
  }

  /// The error that something else was expected here.
  func expected(_ what: String, help: String? = nil) -> Diagnostic {
    Diagnostic(
      .unexpectedText, "expected \(what), found \(describe(current))", help: help, at: location(current.range))
  }

  func describe(_ token: Token) -> String {
    switch token.kind {
    case .end: "the end of the block"
    case .text: "the text \(text(of: token))"
    default: "`\(text(of: token))`"
    }
  }

  static func words(for kind: Token.Kind) -> String {
    switch kind {
    case .word: "a name"
    case .text: "a text"
    case .number: "a number"
    case .day: "a day"
    case .time: "a time of day"
    case .comma: "`,`"
    case .open: "`(`"
    case .close: "`)`"
    case .end: "the end of the block"
    }
  }

  /// Reports that a part which may stand once stands again.
  mutating func reportSecond(_ word: String, _ range: SourceRange, first: SourceRange) {
    report(
      .unexpectedText, "there is more than one `\(word)` here", help: "keep one of them", at: range,
      related: [Diagnostic.Related(caption: "the first is here", location: location(first))])
  }
}
