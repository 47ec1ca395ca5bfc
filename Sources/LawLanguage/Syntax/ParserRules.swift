/// `rule` and `limit`: who must, must not or may do which act, and the clauses that say when.
extension Parser {
  /// `rule NAME head who modal act [to NAME] {clause}`
  mutating func rule() throws(Diagnostic) -> RuleSyntax {
    let head = try head("the rule")
    mark(.body)
    let who = try who()
    let (modality, every) = try modal()
    let act = try name("an act")
    let recipient = take(.to) ? try name("a recipient") : nil
    var rule = RuleSyntax(head: head, who: who, modality: modality, every: every, act: act, recipient: recipient)
    try clauses(of: &rule)
    return rule
  }

  /// `limit NAME head who act {clause}`
  mutating func limit() throws(Diagnostic) -> RuleSyntax {
    let keyword = tokens[position - 1]
    let head = try head("the limit")
    mark(.body)
    let who = try who()
    if at(.must) || at(.may) || at(.has) {
      throw expected("an act", help: "a limit commands nothing; to command, declare a `rule`")
    }
    let act = try name("an act")
    var limit = RuleSyntax(
      head: head, who: who, modality: Located(value: .limits, range: keyword.range), every: false, act: act,
      recipient: nil)
    try clauses(of: &limit)
    return limit
  }

  /// `NAME [as in NAME] [in NAME, NAME] [acting as NAME, NAME]`
  mutating func who() throws(Diagnostic) -> WhoSyntax {
    let agencies = try name("a class or kind of agency")
    let law = take(.as, .in) ? try name("the name of a law") : nil
    let places = take(.in) ? try names("a place") : []
    var capacities: [Name] = []
    if take(.acting) {
      try expect(.as)
      capacities = try names("a capacity")
    }
    return WhoSyntax(agencies: agencies, law: law, places: places, capacities: capacities)
  }

  /// `must [not | every] | may | has [no] authority to`
  private mutating func modal() throws(Diagnostic) -> (Located<Modality>, every: Bool) {
    let modality = try modality()
    let every = modality.value == .must && take(.every)
    return (modality, every)
  }

  /// `must [not] | may | has [no] authority to`
  mutating func modality() throws(Diagnostic) -> Located<Modality> {
    let start = current
    var modality = Modality.may
    if take(.must) {
      modality = take(.not) ? .mustNot : .must
    } else if take(.has) {
      modality = take(.no) ? .deniesAuthority : .givesAuthority
      try expect(.authority, .to)
    } else if !take(.may) {
      let written = text(of: current)
      let help: String? =
        switch written {
        case "shall": "write `must` for `shall`"
        case "can": "write `may` for `can`"
        case "cannot": "write `must not` for `cannot`"
        default: suggest(["must", "may", "has"])
        }
      throw expected("`must`, `must not`, `may` or `has authority to`", help: help)
    }
    return Located(value: modality, range: range(from: start))
  }

  // MARK: Clauses

  /// Every clause that follows, in any order.
  private mutating func clauses(of rule: inout RuleSyntax) throws(Diagnostic) {
    // A clause that may stand once is kept with its place, so that a second one can point at the first.
    var due: SourceRange?
    while true {
      let start = current
      if at(.when) {
        mark(.clause(2))
        advance()
        rule.conditions.append(try citedCondition())
      } else if at(.unless) {
        mark(.clause(3))
        rule.exceptions.append(try exception())
      } else if at(.notwithstanding) {
        mark(.clause(4))
        advance()
        rule.notwithstanding += try names("a rule")
      } else if at(.only) {
        mark(.clause(6))
        rule.steps.append(try step())
      } else if let bound = try bound() {
        rule.bounds.append(bound)
      } else if at(.due) {
        mark(.clause(7))
        let clause = try self.due()
        if let first = due { reportSecond("due", clause.range, first: first) }
        rule.due = clause
        due = clause.range
      } else if at(.says) {
        try says(into: &rule.says, .clause(8))
      } else if at(.on, .a) {
        mark(.clause(1))
        advance()
        try paper(into: &rule, from: start)
      } else if let trigger = try trigger() {
        let range = range(from: start)
        if let first = rule.trigger { reportSecond("trigger", range, first: first.range) }
        rule.trigger = Located(value: trigger, range: range)
        if case .receipt = trigger { try paper(into: &rule, from: current) }
      } else {
        return
      }
    }
  }

  /// `says TEXT`
  mutating func says(into says: inout Located<String>?, _ part: LayoutMark.Part) throws(Diagnostic) {
    mark(part)
    try expect(.says)
    let text = try text("the words, as a text")
    if let first = says { reportSecond("says", text.range, first: first.range) }
    says = text
  }

  /// What starts a duty; its paper, if it is the receipt of one, follows.
  private mutating func trigger() throws(Diagnostic) -> TriggerSyntax? {
    switch current.keyword {
    case .on:
      mark(.clause(0))
      advance()
      if take(.receipt) {
        try expect(.of)
        return .receipt
      }
      if take(.doing) { return .doing(try name("an act")) }
      if take(.refusing) { return .refusing(try name("an act")) }
      throw expected("`a paper`, `receipt of a paper`, `doing` or `refusing`")
    case .before:
      mark(.clause(0))
      advance()
      return .before(try name("an act"))
    case .at:
      mark(.clause(0))
      advance()
      return .event(try name("the name of a date"))
    case .each:
      mark(.clause(0))
      advance()
      guard at(kind: .word), let recurrence = Recurrence(rawValue: text(of: current)) else {
        throw expected("`year`, `quarter` or `month`")
      }
      advance()
      return .each(recurrence)
    default: return nil
    }
  }

  /// `a paper [in list] [where term] {[not] accompanied by a paper in list}`
  private mutating func paper(into rule: inout RuleSyntax, from start: Token) throws(Diagnostic) {
    let paper = try paper(from: start)
    if let first = rule.paper { reportSecond("a paper", paper.range, first: first.range) }
    rule.paper = paper
  }

  /// The paper that a clause is about; `on`, or `on receipt of`, is read.
  mutating func paper(from start: Token) throws(Diagnostic) -> PaperSyntax {
    try expect(.a, .paper)
    var paper = PaperSyntax(list: nil, condition: nil, accompaniment: [], range: start.range)
    if take(.in) { paper.list = try listReference() }
    if take(.where) {
      paper.condition = try term()
      if at(.and) || at(.or) {
        throw expected("a clause", help: "`where` takes one test, or one pair of brackets")
      }
    }
    while at(.accompanied) || at(.not, .accompanied) {
      mark(.further)
      let present = !take(.not)
      try expect(.accompanied, .by, .a, .paper, .in)
      paper.accompaniment.append((present: present, list: try listReference()))
    }
    paper.range = range(from: start)
    return paper
  }

  /// `only after NAME [when condition] [cite TEXT]`
  private mutating func step() throws(Diagnostic) -> StepSyntax {
    try expect(.only, .after)
    let step = try name("a step")
    let condition = take(.when) ? try condition() : nil
    return StepSyntax(step: step, condition: condition, cite: try gapCitation())
  }
}

extension RuleSyntax {
  /// A rule without clauses.
  fileprivate init(
    head: HeadSyntax, who: WhoSyntax, modality: Located<Modality>, every: Bool, act: Name, recipient: Name?
  ) {
    self.init(
      head: head, who: who, modality: modality, every: every, act: act, recipient: recipient, trigger: nil, paper: nil,
      conditions: [], exceptions: [], notwithstanding: [], steps: [], bounds: [], due: nil, says: nil)
  }
}
