/// What takes norms away or stands in for them: exceptions to several rules, voids, suspensions, contests, presumptions
/// and clauses that are not coded.
extension Parser {
  /// `exception NAME head to (section TEXT | NAME, NAME) {when …} {unless …} [says TEXT]`
  mutating func groupException() throws(Diagnostic) -> GroupExceptionSyntax {
    var exception = GroupExceptionSyntax(
      head: try head("the exception"), section: nil, rules: [], conditions: [], exceptions: [], says: nil)
    while true {
      switch current.keyword {
      case .to:
        mark(.bodyClause(0))
        advance()
        if take(.section) {
          let section = try text("the section's citation")
          if let first = exception.section { reportSecond("section", section.range, first: first.range) }
          exception.section = section
        } else {
          _ = take(.rules)
          exception.rules += try names("`section` or the name of a rule")
        }
      case .when, .unless, .says:
        try conditionClause(
          &exception.conditions, &exception.exceptions, &exception.says)
      default: return exception
      }
    }
  }

  /// `when …`, `unless …` or `says …` of a declaration that is no rule.
  private mutating func conditionClause(
    _ conditions: inout [CitedCondition], _ exceptions: inout [ExceptionSyntax], _ words: inout Located<String>?
  ) throws(Diagnostic) {
    if at(.when) {
      mark(.bodyClause(1))
      advance()
      conditions.append(try citedCondition())
    } else if at(.unless) {
      mark(.bodyClause(2))
      exceptions.append(try exception())
    } else {
      try says(into: &words, .bodyClause(3))
    }
  }

  /// `void NAME head strikes modal {, modal} act {, act} by rank {, rank} {when …} {unless …} [says TEXT]`
  mutating func voidance() throws(Diagnostic) -> VoidSyntax {
    let head = try head("the void")
    mark(.body)
    try expect(.strikes)
    var modalities = [try modality()]
    while take(kind: .comma) || take(.or) { modalities.append(try modality()) }
    let acts = try names("an act")
    try expect(.by, help: "say the norms of which ranks are struck: `by ordinance, policy`")
    var ranks = [try rankWord()]
    while take(kind: .comma) { ranks.append(try rankWord()) }
    var void = VoidSyntax(
      head: head, modalities: modalities, acts: acts, ranks: ranks, conditions: [], exceptions: [], says: nil)
    while at(.when) || at(.unless) || at(.says) {
      try conditionClause(&void.conditions, &void.exceptions, &void.says)
    }
    return void
  }

  /// `presume NAME head NAME is VALUE [when condition]`
  mutating func presumption() throws(Diagnostic) -> PresumeSyntax {
    let head = try head("the presumption")
    mark(.body)
    let fact = try name("the fact that is presumed")
    try expect(.is, help: "a yes/no fact is presumed by `is yes` or `is no`")
    let token = current
    let value: Located<String>
    switch token.kind {
    case .text: value = try text()
    case .number, .day: value = Located(value: text(of: advance()), range: token.range)
    default: value = take(.no) ? Located(value: "no", range: token.range) : try name("a value")
    }
    var condition: ConditionSyntax?
    if at(.when) {
      mark(.gap)
      advance()
      condition = try self.condition()
    }
    return PresumeSyntax(head: head, fact: fact, value: value, condition: condition)
  }

  /// `suspended NAME head [from DAY [TIME] [until DAY [TIME]]] rules NAME, NAME [for NAME [as in NAME]] [in NAME, NAME] [over NAME, NAME]`
  mutating func suspension() throws(Diagnostic) -> SuspendedSyntax {
    var suspended = SuspendedSyntax(
      head: try head("the suspension"), from: nil, until: nil, hours: HoursSyntax(), rules: [], agencies: nil,
      places: [], acts: [])
    if at(.from) {
      mark(.head(4))
      advance()
      (suspended.from, suspended.until, suspended.hours) = try hourlyPeriod()
    }
    mark(.body)
    try expect(.rules, help: "say which rules are suspended: `rules no-hold`")
    suspended.rules = try names("a rule")
    var startsLine = true
    while true {
      switch current.keyword {
      case .for where suspended.agencies == nil:
        markScope(&startsLine)
        let name = try name("a class or kind of agency")
        suspended.agencies = (name: name, law: take(.as, .in) ? try self.name("the name of a law") : nil)
      case .in where suspended.places.isEmpty:
        markScope(&startsLine)
        suspended.places = try names("a place")
      case .over where suspended.acts.isEmpty:
        markScope(&startsLine)
        suspended.acts = try names("an act")
      default: return suspended
      }
    }
  }

  /// The scope of a suspension is one line.
  private mutating func markScope(_ startsLine: inout Bool) {
    mark(startsLine ? .bodyClause(1) : .gap)
    startsLine = false
    advance()
  }

  /// `contested NAME head {reading NAME from NAME, NAME [marked] [says TEXT]}`
  mutating func contest() throws(Diagnostic) -> ContestedSyntax {
    var contest = ContestedSyntax(head: try head("the contested clause"), readings: [])
    while at(.reading) {
      mark(.bodyClause(0))
      advance()
      var reading = ContestedSyntax.Reading(
        name: try declaredName("the reading"), courts: [], marked: false, says: nil)
      if take(.from) { reading.courts = try names("a court") }
      reading.marked = take(.marked)
      if at(.says) { try says(into: &reading.says, .gap) }
      contest.readings.append(reading)
    }
    if contest.readings.isEmpty { throw expected("`reading`", help: "say how courts read the clause") }
    return contest
  }

  /// `untranslated NAME head who may (permit | forbid | require) act, act [on paper-is] [when condition] says TEXT`
  mutating func untranslated() throws(Diagnostic) -> UntranslatedSyntax {
    let head = try head("the clause")
    mark(.body)
    let who = try who()
    try expect(.may, help: "say which way the clause could push: `may forbid transfer`")
    guard at(kind: .word), let direction = Direction(rawValue: text(of: current)) else {
      throw expected("`permit`, `forbid` or `require`", help: suggest(Direction.allCases.map(\.rawValue)))
    }
    let directionRange = advance().range
    var clause = UntranslatedSyntax(
      head: head, who: who, direction: Located(value: direction, range: directionRange), acts: try names("an act"),
      paper: nil, condition: nil, says: nil)
    while true {
      if at(.on), clause.paper == nil {
        mark(.bodyClause(0))
        let start = advance()
        clause.paper = try paper(from: start)
      } else if at(.when), clause.condition == nil {
        mark(.bodyClause(1))
        advance()
        clause.condition = try condition()
      } else if at(.says) {
        try says(into: &clause.says, .bodyClause(3))
      } else {
        return clause
      }
    }
  }
}
