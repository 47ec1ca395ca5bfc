package import LawLanguage
package import Reasoning

/// A reply as a line of the protocol carries it: those keys of `tenth decide --json` that cases can claim.
extension Reply {
  /// The reply as JSON.
  package func document(zone: Zone?) -> JSON {
    .object([
      "answers": .list(answers.map { answer in JSON.object(Reply.members(answer, zone)) }),
      "duties": .list(
        duties.map { duty in
          .object([
            "act": .text(duty.act), "to": .text(orNull: duty.to), "certain": .boolean(duty.isCertain),
            "due": duty.due.map { .text($0.text(in: zone)) } ?? .text(orNull: duty.dueDay?.description),
            "rule": .text(duty.rule.description),
          ])
        }),
    ])
  }

  private static func members(_ answer: Answered, _ zone: Zone?) -> KeyValuePairs<String, JSON> {
    let window = answer.window.map { window in
      JSON.object([
        "from": .text(orNull: window.from?.text(in: zone)), "until": .text(orNull: window.until?.text(in: zone)),
        "open": .boolean(window.isOpen),
      ])
    }
    return [
      "act": .text(answer.act), "answer": .text(answer.answer.rawValue), "basis": .text(orNull: answer.basis?.rawValue),
      "ground": .text(orNull: answer.ground), "asking": .texts(answer.asking.sorted()), "window": window ?? .null,
      "first": .list(answer.first.map { .object(["step": .text($0)]) }),
      "reasons": .list(
        answer.reasons.map { .object(["rule": .text($0.rule.description), "role": .text($0.role.rawValue)]) }),
      "cautions": .list(answer.cautions.map { .object(["code": .text($0.rawValue)]) }),
    ]
  }

  /// Reads a reply. Other keys are let be; lists that are absent are empty.
  package init(_ fields: Fields) throws(SuiteError) {
    var answers: [Answered] = []
    for answer in try fields.objects("answers") { answers.append(try Reply.answered(answer)) }
    var duties: [Owed] = []
    for duty in try fields.objects("duties") { duties.append(try Reply.owed(duty)) }
    self.init(answers: answers, duties: duties)
  }

  private static func answered(_ fields: Fields) throws(SuiteError) -> Answered {
    guard let answer = try fields.word("answer", as: Answer.self) else {
      throw SuiteError("\(fields.place): answer is missing")
    }
    var window: Window?
    if let bounds = try fields.object("window") {
      window = Window(
        from: try bounds.instant("from"), until: try bounds.instant("until"), isOpen: try bounds.flag("open") ?? false)
    }
    var first: [String] = []
    for step in try fields.objects("first") { first.append(try step.requiredText("step")) }
    var reasons: [NormPart] = []
    for reason in try fields.objects("reasons") {
      guard let role = try reason.word("role", as: Role.self) else {
        throw SuiteError("\(reason.place): role is missing")
      }
      reasons.append(NormPart(rule: try reason.norm(named: reason.requiredText("rule")), role: role))
    }
    var cautions: [CautionCode] = []
    for caution in try fields.objects("cautions") {
      cautions.append(try caution.word(caution.requiredText("code"), "code", as: CautionCode.self))
    }
    return Answered(
      act: try fields.requiredText("act"), answer: answer, basis: try fields.word("basis", as: Basis.self),
      ground: try fields.text("ground"), window: window, first: first, reasons: reasons, cautions: cautions,
      asking: Set(try fields.texts("asking").map(withoutIndex)))
  }

  private static func owed(_ fields: Fields) throws(SuiteError) -> Owed {
    var (due, dueDay): (Instant?, Day?) = (nil, nil)
    switch try fields.moment("due") {
    case nil: break
    case .day(let day): dueDay = day
    case .instant(let instant): due = instant
    }
    return Owed(
      rule: try fields.norm(named: fields.requiredText("rule")), act: try fields.requiredText("act"),
      to: try fields.text("to"),
      isCertain: try fields.flag("certain") ?? true, due: due, dueDay: dueDay)
  }

  /// `convictions[0].class` is told as `convictions.class`: cases do not say which record is meant.
  static func withoutIndex(_ fact: String) -> String {
    guard let open = fact.firstIndex(of: "["), let close = fact[open...].firstIndex(of: "]") else { return fact }
    return String(fact[..<open] + fact[fact.index(after: close)...])
  }
}
