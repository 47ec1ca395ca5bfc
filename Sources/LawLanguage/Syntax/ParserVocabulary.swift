/// The declarations of the vocabulary.
extension Parser {
  /// What follows the word of a declaration of the vocabulary.
  mutating func vocabulary(_ keyword: Keyword?) throws(Diagnostic) -> VocabularySyntax {
    switch keyword {
    case .jurisdiction:
      let (name, title) = try titled("the jurisdiction")
      return .jurisdiction(name: name, title: title, attributes: try placeAttributes())
    case .circuit:
      let (name, title) = try titled("the circuit")
      return .circuit(name: name, title: title)
    case .district:
      let (name, title) = try titled("the district")
      return .district(name: name, title: title, attributes: try placeAttributes())
    case .locality:
      let (name, title) = try titled("the locality")
      return .locality(name: name, title: title, attributes: try placeAttributes())
    case .court:
      let (name, title) = try titled("the court")
      return .court(name: name, title: title, binding: takeGap(.binding) ? try names("a place") : [])
    case .agency:
      let (name, title) = try titled("the kind of agency")
      return .agency(name: name, title: title)
    case .act: return .act(try act())
    case .paper: return .paper(try paperKind())
    case .paperField: return .paperField(try field("the field"))
    case .recipient:
      let (name, title) = try titled("the recipient")
      return .recipient(name: name, title: title)
    case .step:
      let (name, title) = try titled("the step")
      guard takeGap(.asks) else { throw expected("`asks`", help: "write the question that tells whether it is done") }
      return .step(name: name, title: title, asks: try text("a question"))
    case .fact: return .fact(try fact(isJudgement: false))
    case .judgement: return .fact(try fact(isJudgement: true))
    case .records: return .records(try records())
    case .constraint: return .constraint(try constraint())
    case .term:
      let name = try declaredName("the term")
      guard takeGap(.says) else { throw expected("`says`", help: "say why the term is no fact, and what to ask") }
      return .term(name: name, says: try text("the words, as a text"))
    case .calendar: return .calendar(try calendar())
    default: throw expected("a declaration")
    }
  }

  /// A keyword that is set apart from what stands before it on the line, if it stands here.
  mutating func takeGap(_ keyword: Keyword) -> Bool {
    guard at(keyword) else { return false }
    mark(.gap)
    advance()
    return true
  }

  /// `NAME TEXT`
  private mutating func titled(_ what: String) throws(Diagnostic) -> (Name, Located<String>) {
    (try declaredName(what), try text("a text that says what it is"))
  }

  /// `[zone ZONE] [in NAME] [circuit NAME] [district NAME] [within NAME] [department NAME] [calendar NAME] [searched to DAY]`
  private mutating func placeAttributes() throws(Diagnostic) -> PlaceAttributes {
    var attributes = PlaceAttributes()
    while at(kind: .word), !beginsTitledPlace {
      switch current.keyword {
      case .in: try attribute("a place", into: &attributes.inside)
      case .circuit: try attribute("a circuit", into: &attributes.circuit)
      case .district: try attribute("a district", into: &attributes.district)
      case .within: try attribute("a locality", into: &attributes.within)
      case .department: try attribute("a department", into: &attributes.department)
      case .calendar: try attribute("a calendar", into: &attributes.calendar)
      case .zone:
        mark(.gap)
        advance()
        let token = current
        guard take(kind: .word) else { throw expected("a time zone such as America/Chicago") }
        attributes.zone = Located(value: text(of: token), range: token.range)
      case .searched:
        mark(.gap)
        advance()
        try expect(.to)
        attributes.searchedTo = try day()
      default: return attributes
      }
    }
    return attributes
  }

  /// `circuit NAME` and `district NAME` are attributes; with a title or citation after the name they declare a place or calendar.
  private var beginsTitledPlace: Bool {
    guard current.keyword?.startsDeclaration == true else { return false }
    let next = token(ahead: 2)
    return next.kind == .text || next.keyword == .cite
  }

  private mutating func attribute(_ what: String, into place: inout Name?) throws(Diagnostic) {
    mark(.gap)
    let word = advance()
    let name = try name(what)
    if let first = place { reportSecond(text(of: word), word.range.union(name.range), first: first.range) }
    place = name
  }

  /// `NAME TEXT [is a NAME] [needs authority]`
  private mutating func act() throws(Diagnostic) -> ActSyntax {
    let (name, title) = try titled("the act")
    var act = ActSyntax(name: name, title: title, parent: nil, needsAuthority: false)
    while true {
      if act.parent == nil, takeGap(.is) {
        guard take(.a) || take(.an) else { throw expected("`a`") }
        act.parent = try self.name("the act it is a kind of")
      } else if !act.needsAuthority, takeGap(.needs) {
        try expect(.authority)
        act.needsAuthority = true
      } else {
        return act
      }
    }
  }

  /// `NAME TEXT [asks for NAME, NAME] [empowers NAME, NAME] [fixes NAME is VALUE, NAME is VALUE]`
  private mutating func paperKind() throws(Diagnostic) -> PaperKindSyntax {
    let (name, title) = try titled("the paper")
    var paper = PaperKindSyntax(name: name, title: title, asksFor: [], empowers: [], fixes: [])
    while true {
      if takeGap(.asks) {
        try expect(.for)
        paper.asksFor += try names("an act")
      } else if takeGap(.empowers) {
        paper.empowers += try names("an act")
      } else if takeGap(.fixes) {
        repeat {
          let field = try self.name("a field of papers")
          try expect(.is)
          let token = current
          let value = take(.no) ? Located(value: "no", range: token.range) : try self.name("a value")
          paper.fixes.append((field: field, value: value))
        } while take(kind: .comma)
      } else {
        return paper
      }
    }
  }

  // MARK: Facts

  /// `yes-no | one of NAME, NAME | number of NAME | date | instant | code`
  private mutating func type() throws(Diagnostic) -> TypeSyntax {
    let start = current
    let kind: TypeSyntax.Kind
    switch start.keyword {
    case .yesNo: kind = .yesNo
    case .date: kind = .date
    case .instant: kind = .instant
    case .code: kind = .code
    case .one:
      advance()
      try expect(.of)
      return TypeSyntax(kind: .choice(try names("a choice")), range: range(from: start))
    case .number:
      advance()
      try expect(.of, help: "say the unit: `number of years`")
      return TypeSyntax(kind: .number(unit: try name("a unit")), range: range(from: start))
    default:
      let types = ["yes-no", "one of", "number of", "date", "instant", "code"]
      throw expected(
        "a type", help: suggest(types) ?? "the types are \(types.map { "`\($0)`" }.joined(separator: ", "))")
    }
    advance()
    return TypeSyntax(kind: kind, range: start.range)
  }

  /// `NAME type [asks TEXT] [help TEXT]`
  private mutating func field(_ what: String) throws(Diagnostic) -> FieldSyntax {
    var field = FieldSyntax(name: try declaredName(what), type: try type(), asks: nil, help: nil)
    while true {
      if takeGap(.asks) {
        try question(into: &field.asks, "asks")
      } else if takeGap(.help) {
        try question(into: &field.help, "help")
      } else {
        return field
      }
    }
  }

  private mutating func question(into place: inout Located<String>?, _ word: String) throws(Diagnostic) {
    let words = try text()
    if let first = place { reportSecond(word, words.range, first: first.range) }
    place = words
  }

  /// `NAME type [asks TEXT] [help TEXT] [source TEXT] [changeable]`; a judgement has no type, for it is a yes or a no.
  private mutating func fact(isJudgement: Bool) throws(Diagnostic) -> FactSyntax {
    let name = try declaredName(isJudgement ? "the judgement" : "the fact")
    let type = isJudgement ? TypeSyntax(kind: .yesNo, range: name.range) : try type()
    var fact = FactSyntax(
      name: name, type: type, isJudgement: isJudgement, asks: nil, help: nil, source: nil, changeable: false)
    while true {
      if takeGap(.asks) {
        try question(into: &fact.asks, "asks")
      } else if takeGap(.help) {
        try question(into: &fact.help, "help")
      } else if takeGap(.source) {
        try question(into: &fact.source, "source")
      } else if takeGap(.changeable) {
        fact.changeable = true
      } else {
        return fact
      }
    }
  }

  /// `NAME each NAME [asks TEXT] [help TEXT] {field …}`
  private mutating func records() throws(Diagnostic) -> RecordsSyntax {
    let name = try declaredName("the list of records")
    try expect(.each, help: "name a single record: `records convictions each conviction`")
    var records = RecordsSyntax(
      name: name, element: try declaredName("the record"), asks: nil, help: nil, fields: [])
    while true {
      if at(.field) {
        mark(.bodyClause(0))
        advance()
        records.fields.append(try field("the field"))
      } else if takeGap(.asks) {
        try question(into: &records.asks, "asks")
      } else if takeGap(.help) {
        try question(into: &records.help, "help")
      } else {
        return records
      }
    }
  }

  /// `NAME [on NAME] when condition [says TEXT]`
  private mutating func constraint() throws(Diagnostic) -> ConstraintSyntax {
    let name = try declaredName("the constraint")
    let record = take(.on) ? try self.name("a kind of record") : nil
    guard takeGap(.when) else { throw expected("`when`", help: "say what must be so in every request") }
    var constraint = ConstraintSyntax(name: name, record: record, condition: try condition(), says: nil)
    if at(.says) { try says(into: &constraint.says, .gap) }
    return constraint
  }
}
