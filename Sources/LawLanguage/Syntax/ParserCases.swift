/// `case` blocks: a request, what is given, and what is expected, line by line.
extension Parser {
  /// `"title" (official | derived) TEXT`, from the line of the fence.
  mutating func caseTitle(_ info: SourceRange) -> CaseTitle {
    var line = Parser(file, info, heading: heading)
    var title = CaseTitle()
    do throws(Diagnostic) {
      title.title = try line.optionalText()
      if line.at(.official) || line.at(.derived) {
        let isOfficial = line.advance().keyword == .official
        title.standing = (isOfficial: isOfficial, source: try line.text("the source of the answer"))
      }
      if !line.isAtEnd {
        throw line.expected(
          title.title == nil ? "the title of the case, as a text" : "`official \"…\"` or `derived \"…\"`",
          help: "a case opens as ```case \"title\" official \"source\"")
      }
    } catch {
      line.diagnostics.append(error)
    }
    diagnostics += line.diagnostics
    return title
  }

  struct CaseTitle {
    var title: Located<String>?
    var standing: (isOfficial: Bool, source: Located<String>)?
  }

  /// The case of this block, unless its first line cannot be read.
  mutating func caseExample(title: CaseTitle, block: Int) -> CaseSyntax? {
    let start = current
    var example = line { (parser) throws(Diagnostic) in try parser.request(title, block: block) }
    while !isAtEnd {
      switch current.keyword {
      case .given:
        let given = line { (parser) throws(Diagnostic) in try parser.given() }
        if let given { example?.givens.append(given) }
      case .expect:
        let expectation = line { (parser) throws(Diagnostic) in try parser.expectation() }
        if let expectation { example?.expectations.append(expectation) }
      default:
        diagnostics.append(expected("`given` or `expect`", help: suggest(["given", "expect"])))
        skip { $0.atCaseLine }
      }
    }
    example?.range = range(from: start)
    return example
  }

  private var atCaseLine: Bool { current.startsLine && (at(.given) || at(.expect)) }

  /// Reads one line of a case; if it cannot be read, reports why and goes on to the next.
  private mutating func line<Part>(_ part: (inout Parser) throws(Diagnostic) -> Part) -> Part? {
    mark(.declaration)
    do throws(Diagnostic) {
      return try part(&self)
    } catch {
      diagnostics.append(error)
      if !isAtEnd, !atCaseLine { advance() }
      skip { $0.atCaseLine }
      return nil
    }
  }

  /// `on DAY [at TIME], a KIND in PLACE [acting for KIND] [acting as CAPACITY] is asked (nothing | to ACT and ACT)
  /// [, by a PAPER with a PAPER]`
  private mutating func request(_ title: CaseTitle, block: Int) throws(Diagnostic) -> CaseSyntax {
    let start = current
    try expect(.on, help: "a case begins: `on 2025-01-22, a county-jail in IL is asked to hold`")
    let day = try day()
    let time = take(.at) ? try time() : nil
    try expect(kind: .comma, help: "begin as in `on 2025-01-22, a county-jail in IL is asked to hold`")
    try article()
    let agency = try name("a kind of agency")
    try expect(.in)
    let place = try name("a place")
    var example = CaseSyntax(
      title: title.title, standing: title.standing, day: day, time: time, agency: agency, place: place, actingFor: nil,
      capacity: nil, acts: [], papers: [], givens: [], expectations: [], range: range(from: start), block: block)
    while take(.acting) {
      if take(.for) {
        example.actingFor = try name("a kind of agency")
      } else {
        try expect(.as, help: "write `acting for` an agency, or `acting as` a capacity")
        example.capacity = try name("a capacity")
      }
    }
    try expect(.is, .asked)
    if !take(.nothing) {
      try expect(.to, help: "write `is asked to hold`, or `is asked nothing`")
      repeat { example.acts.append(try name("an act")) } while take(.and) || takeComma(unlessBefore: .by)
    }
    if at(kind: .comma) {
      advance()
      try expect(.by)
      repeat {
        try article()
        example.papers.append(try name("a kind of paper"))
      } while take(.with) || take(.and) || take(kind: .comma)
    }
    return example
  }

  private mutating func article() throws(Diagnostic) {
    guard take(.a) || take(.an) else {
      throw expected("`a` or `an`", help: "an agency or paper is named by its kind: `a county-jail`, `an i247a`")
    }
  }

  private mutating func takeComma(unlessBefore keyword: Keyword) -> Bool {
    guard at(kind: .comma), !(token(ahead: 1).keyword == keyword) else { return false }
    return take(kind: .comma)
  }

  // MARK: Given

  private mutating func given() throws(Diagnostic) -> CaseSyntax.Given {
    let start = current
    try expect(.given)
    let kind = try givenKind()
    return CaseSyntax.Given(kind: kind, range: range(from: start))
  }

  private mutating func givenKind() throws(Diagnostic) -> CaseSyntax.Given.Kind {
    if at(.a) || at(.an), token(ahead: 1).kind == .word, token(ahead: 1).keyword?.isReserved != true {
      advance()
      let record = try name("a kind of record")
      var values: [(field: Name, value: CaseSyntax.ValueSyntax)] = []
      if take(.where) {
        repeat { values.append(try fieldValue()) } while take(kind: .comma)
      }
      return .record(record, values)
    }
    let negation = current
    let isNegated = take(.not)
    let name = try name("a fact, judgement or list")
    if take(.by) {
      let who = try text("who judged, as a text")
      try expect(.why)
      return .judgement(name, !isNegated, by: who, why: try text("why, as a text"))
    }
    if isNegated { return .fact(name, .yesNo(false, negation.range.union(name.range))) }
    if take(.are) {
      if take(.complete) { return .complete(name) }
      if take(.none) { return .none(name) }
      throw expected("`complete` or `none`")
    }
    if take(.is) { return .fact(name, try value()) }
    return .fact(name, .yesNo(true, name.range))
  }

  /// `FIELD is VALUE`, or `FIELD` and `not FIELD` for a yes or a no.
  private mutating func fieldValue() throws(Diagnostic) -> (field: Name, value: CaseSyntax.ValueSyntax) {
    let start = current
    if take(.not) {
      let field = try name("a field of the record")
      return (field: field, value: .yesNo(false, range(from: start)))
    }
    let field = try name("a field of the record")
    return (field: field, value: take(.is) ? try value() : .yesNo(true, field.range))
  }

  /// A word, text, number, day, or day and time; `yes` and `no`.
  private mutating func value() throws(Diagnostic) -> CaseSyntax.ValueSyntax {
    let token = current
    switch token.kind {
    case .text: return .text(try text())
    case .number:
      let number = try number()
      if at(kind: .word), !current.startsLine {
        throw Diagnostic(
          .unexpectedText, "a number that is given has no unit", help: "it is in the fact's own unit",
          at: location(current.range))
      }
      return .number(number)
    case .day:
      let day = try day()
      return at(kind: .time) ? .moment(day, minutes: try time().value) : .day(day)
    default:
      if take(.yes) { return .yesNo(true, token.range) }
      if take(.no) { return .yesNo(false, token.range) }
      return .word(try name("a value"))
    }
  }
}
