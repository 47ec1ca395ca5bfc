/// The `expect` lines of a case.
extension Parser {
  mutating func expectation() throws(Diagnostic) -> CaseSyntax.Expectation {
    let start = current
    try expect(.expect)
    let kind = try expectationKind()
    return CaseSyntax.Expectation(kind: kind, range: range(from: start))
  }

  private mutating func expectationKind() throws(Diagnostic) -> CaseSyntax.Expectation.Kind {
    switch current.keyword {
    case .must:
      advance()
      return try answer(take(.not) ? .prohibited : .required)
    case .may:
      advance()
      return try answer(.permitted)
    case .conflict:
      advance()
      return .conflict(act: try name("an act"), because: try because())
    case .undetermined:
      advance()
      let act = try name("an act")
      try expect(.asking, help: "say which facts matter: `asking age, custody`")
      return .undetermined(act: act, asking: try names("a fact"))
    case .duty:
      advance()
      return try duty()
    case .no:
      advance()
      if take(.duty) { return try noDuty() }
      if take(.caution) { return try caution(present: false) }
      if take(.first) { return try first(present: false) }
      throw expected("`duty`, `caution` or `first`")
    case .caution:
      advance()
      return try caution(present: true)
    case .first:
      advance()
      return try first(present: true)
    case .window:
      advance()
      return .window(
        act: try name("an act"), from: take(.from) ? try moment() : nil, until: take(.until) ? try moment() : nil)
    default:
      let words = [
        "must", "may", "conflict", "undetermined", "duty", "no duty", "caution", "no caution", "first", "no first",
        "window",
      ]
      throw expected(
        "what is expected", help: suggest(words) ?? "write one of \(words.map { "`\($0)`" }.joined(separator: ", "))")
    }
  }

  /// `ACT, BASIS [on PAPER] [because RULE, RULE]`
  private mutating func answer(_ answer: Answer) throws(Diagnostic) -> CaseSyntax.Expectation.Kind {
    let act = try name("an act")
    _ = take(kind: .comma)
    guard at(kind: .word), current.keyword?.isReserved != true else {
      throw expected(
        "the basis of the answer",
        help:
          "it is one of \((Basis.allCases.map(\.rawValue) + ["basis-open"]).map { "`\($0)`" }.joined(separator: ", "))")
    }
    let basis = try name("the basis of the answer")
    _ = at(kind: .comma) && token(ahead: 1).keyword == .on && take(kind: .comma)
    let paper = take(.on) ? try name("a kind of paper") : nil
    return .answer(answer, act: act, basis: basis, paper: paper, because: try because())
  }

  /// `[,] because RULE, RULE`, if it stands here.
  private mutating func because() throws(Diagnostic) -> [Name] {
    if at(kind: .comma), token(ahead: 1).keyword == .because { advance() }
    return take(.because) ? try names("a rule") : []
  }

  /// `ACT [to RECIPIENT] [due DAY [TIME]] [because RULE]`
  private mutating func duty() throws(Diagnostic) -> CaseSyntax.Expectation.Kind {
    let act = try name("an act")
    let recipient = take(.to) ? try name("a recipient") : nil
    let day = take(.due) ? try day() : nil
    let minutes = day != nil && at(kind: .time) ? try time().value : nil
    return .duty(act: act, to: recipient, dueDay: day, dueMinutes: minutes, because: try becauseOfOne())
  }

  /// `ACT [to RECIPIENT] [because RULE]`
  private mutating func noDuty() throws(Diagnostic) -> CaseSyntax.Expectation.Kind {
    let act = try name("an act")
    let recipient = take(.to) ? try name("a recipient") : nil
    return .noDuty(act: act, to: recipient, because: try becauseOfOne())
  }

  /// `[,] because RULE`, if it stands here.
  private mutating func becauseOfOne() throws(Diagnostic) -> Name? {
    if at(kind: .comma), token(ahead: 1).keyword == .because { advance() }
    return take(.because) ? try name("a rule") : nil
  }

  /// `CODE [over ACT]`; some codes are words of the language, too.
  private mutating func caution(present: Bool) throws(Diagnostic) -> CaseSyntax.Expectation.Kind {
    guard at(kind: .word), !(current.keyword == .expect), !(current.keyword == .given) else {
      throw expected("the code of a caution")
    }
    let code = advance()
    let act = take(.over) ? try name("an act") : nil
    return .caution(Name(value: text(of: code), range: code.range), over: act, present: present)
  }

  /// `STEP for ACT`
  private mutating func first(present: Bool) throws(Diagnostic) -> CaseSyntax.Expectation.Kind {
    let step = try name("a step")
    try expect(.for)
    return .first(step: step, act: try name("an act"), present: present)
  }

  /// `DAY TIME`
  private mutating func moment() throws(Diagnostic) -> (Located<Day>, minutes: Int) {
    (try day(), minutes: try time().value)
  }
}
