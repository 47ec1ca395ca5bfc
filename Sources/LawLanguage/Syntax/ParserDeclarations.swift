/// The declarations of a `law` block.
extension Parser {
  /// Every declaration of the block; what cannot be read is reported and left out.
  mutating func declarations(block: Int) -> [DeclarationSyntax] {
    var declarations: [DeclarationSyntax] = []
    var last: Keyword?
    while !isAtEnd {
      guard atDeclaration || current.keyword?.startsDeclaration == true else {
        reportLeftover(after: last)
        skip { $0.atNextDeclaration }
        last = nil
        continue
      }
      let start = current
      // One within a line stands as far in as that before it.
      if start.startsLine { declarationIndent = indent(of: start) }
      last = start.keyword
      mark(.declaration)
      do throws(Diagnostic) {
        let kind = try declaration()
        declarations.append(DeclarationSyntax(kind: kind, range: range(from: start), block: block))
      } catch {
        diagnostics.append(error)
        last = nil
        skip { $0.atNextDeclaration }
      }
    }
    return declarations
  }

  private mutating func reportLeftover(after last: Keyword?) {
    let declarations = Keyword.allCases.filter(\.startsDeclaration).map(\.rawValue)
    guard let last else {
      diagnostics.append(expected("a declaration", help: suggest(declarations)))
      return
    }
    let clauses = [
      "when", "unless", "on", "before", "at", "each", "notwithstanding", "only", "not", "until", "due", "says",
    ]
    diagnostics.append(
      expected(
        "another part of this `\(last.rawValue)`, or a new declaration",
        help: suggest(clauses + declarations)
          ?? (at(.and) || at(.or) ? "`where` takes one test, or one pair of brackets" : nil)))
  }

  private mutating func declaration() throws(Diagnostic) -> DeclarationSyntax.Kind {
    let keyword = advance().keyword
    switch keyword {
    case .law: return .law(try lawHead())
    case .rule: return .rule(try rule())
    case .limit: return .rule(try limit())
    case .exception: return .exception(try groupException())
    case .void: return .void(try voidance())
    case .define: return .define(try definition())
    case .list: return .list(try list("the list"))
    case .class: return .agencyClass(try list("the class"))
    case .presume: return .presume(try presumption())
    case .suspended: return .suspended(try suspension())
    case .contested: return .contested(try contest())
    case .untranslated: return .untranslated(try untranslated())
    default: return .vocabulary(try vocabulary(keyword))
    }
  }

  // MARK: Heads

  /// `law NAME cite TEXT by source period [creates no authority] [binding NAME, NAME]`
  private mutating func lawHead() throws(Diagnostic) -> LawHeadSyntax {
    var head = LawHeadSyntax(
      name: try declaredName("the law"), cite: nil, source: nil, period: nil, createsNoAuthority: false, binding: [])
    while true {
      let start = current
      switch start.keyword {
      case .cite:
        mark(.head(0))
        advance()
        let cite = try text("a citation")
        if let first = head.cite { reportSecond("cite", cite.range, first: first.range) }
        head.cite = cite
      case .by:
        mark(.head(1))
        advance()
        let source = try sourceOfLaw()
        if let first = head.source { reportSecond("by", range(from: start), first: first.place.range) }
        head.source = source
      case .in where at(.in, .force):
        mark(.head(2))
        try period(into: &head.period)
      case .creates:
        mark(.head(3))
        advance()
        try expect(.no, .authority)
        head.createsNoAuthority = true
      case .binding:
        mark(.head(4))
        advance()
        head.binding += try names("a place")
      default: return head
      }
    }
  }

  /// `rank of NAME | (cases | order) construing rank of NAME from NAME`
  private mutating func sourceOfLaw() throws(Diagnostic) -> LawHeadSyntax.SourceOfLaw {
    var construction = LawHeadSyntax.Construction.enacted
    if take(.cases) {
      construction = .cases
    } else if take(.order) {
      construction = .order
    }
    if construction != .enacted { try expect(.construing) }
    let rank = try rankWord()
    try expect(.of)
    let place = try name("a place")
    let court = construction == .enacted ? nil : try courtOfLaw()
    return LawHeadSyntax.SourceOfLaw(construction: construction, rank: rank, place: place, court: court)
  }

  private mutating func courtOfLaw() throws(Diagnostic) -> Name {
    try expect(.from, help: "say which court decided: `from ca7`")
    return try name("a court")
  }

  /// `constitution`, `statute` and the other ranks.
  mutating func rankWord() throws(Diagnostic) -> Located<RankWord> {
    let words = RankWord.allCases.map(\.rawValue)
    guard at(kind: .word), let rank = RankWord(rawValue: text(of: current)) else {
      throw expected("a rank", help: suggest(words) ?? "the ranks are \(words.joined(separator: ", "))")
    }
    return Located(value: rank, range: advance().range)
  }

  /// `in force from DAY [TIME] [until DAY [TIME]]`
  mutating func period(into period: inout PeriodSyntax?) throws(Diagnostic) {
    let start = current
    try expect(.in, .force, .from)
    let (from, until, hours) = try hourlyPeriod()
    let range = range(from: start)
    if let first = period { reportSecond("in force", range, first: first.range) }
    period = PeriodSyntax(from: from, until: until, hours: hours, range: range)
  }

  /// `NAME cite TEXT [period] provenance [under CONTEST.READING]`; its parts may come in any order.
  mutating func head(_ what: String) throws(Diagnostic) -> HeadSyntax {
    var head = HeadSyntax(name: try declaredName(what), cite: nil, period: nil, provenance: nil, reading: nil)
    while true {
      let start = current
      switch start.keyword {
      case .cite:
        mark(.head(0))
        advance()
        let cite = try text("a citation")
        if let first = head.cite { reportSecond("cite", cite.range, first: first.range) }
        head.cite = cite
      case .in where at(.in, .force):
        mark(.head(1))
        try period(into: &head.period)
      case .verified, .secondary, .unverified:
        mark(.head(2))
        let provenance = try provenance()
        if let first = head.provenance {
          reportSecond(provenance.provenance.word, provenance.range, first: first.range)
        }
        head.provenance = provenance
      case .under:
        mark(.head(3))
        advance()
        let reading = try name("a reading, as in `one-day-rule.strict`")
        if let first = head.reading { reportSecond("under", reading.range, first: first.range) }
        head.reading = reading
      default:
        if at(kind: .word), token(ahead: 1).kind == .text {
          throw expected(
            "a part of the head",
            help: at(.says)
              ? "`says` comes last, on a line below what is said, as in `any-agency must not hold`"
              : suggest(["cite", "verified", "secondary"])
                ?? "parts are `cite`, `in force from`, `verified`, `secondary`, `unverified`, `under`")
        }
        return head
      }
    }
  }

  private mutating func provenance() throws(Diagnostic) -> ProvenanceSyntax {
    let start = advance()
    switch start.keyword {
    case .verified:
      let text = try text("where and when the text was read")
      return ProvenanceSyntax(provenance: .verified(text.value), range: range(from: start))
    case .secondary:
      let text = try text("the source")
      return ProvenanceSyntax(provenance: .secondary(text.value), range: range(from: start))
    default: return ProvenanceSyntax(provenance: .unverified, range: start.range)
    }
  }

  // MARK: Definitions and lists

  /// `define NAME cite TEXT [period] when condition`
  private mutating func definition() throws(Diagnostic) -> DefineSyntax {
    let name = try declaredName("the definition")
    let (cite, period) = try citationAndPeriod()
    mark(.body)
    try expect(.when)
    return DefineSyntax(name: name, cite: cite, period: period, condition: try condition())
  }

  /// `cite TEXT [period]`, each if it stands here.
  private mutating func citationAndPeriod() throws(Diagnostic) -> (cite: Located<String>?, period: PeriodSyntax?) {
    var cite: Located<String>?
    var period: PeriodSyntax?
    while true {
      if at(.cite) {
        mark(.head(0))
        advance()
        let text = try text("a citation")
        if let first = cite { reportSecond("cite", text.range, first: first.range) }
        cite = text
      } else if at(.in, .force) {
        mark(.head(1))
        try self.period(into: &period)
      } else {
        return (cite, period)
      }
    }
  }

  /// `list NAME [of NAME] cite TEXT [period] member, member`
  private mutating func list(_ what: String) throws(Diagnostic) -> ListSyntax {
    let name = try declaredName(what)
    let kind = take(.of) ? try self.name("what the list is of") : nil
    let (cite, period) = try citationAndPeriod()
    var members: [ListSyntax.Member] = []
    repeat {
      mark(.member)
      let quoted = at(kind: .text)
      let value = quoted ? try text() : try self.name("a member of \(what)")
      let label = try optionalText()
      let (from, until) = try days()
      members.append(ListSyntax.Member(value: value, quoted: quoted, label: label, from: from, until: until))
    } while take(kind: .comma)
    return ListSyntax(name: name, of: kind, cite: cite, period: period, members: members)
  }
}
