package import LawLanguage
package import Reasoning

/// What a case asserts, as JSON. A key that is absent asserts nothing.
package enum Expected {
  // MARK: Writing

  /// The claims, those of one act together.
  package static func document(_ claims: [Case.Claim], zone: Zone?) -> JSON {
    var answers: [Entry] = []
    var duties: [JSON] = []
    var cautions: [String] = []
    var absentCautions: [String] = []
    /// The act's last entry, unless it says already what is to be added.
    func entry(_ act: String, _ isFree: (Entry) -> Bool = { _ in true }) -> Int {
      if let index = answers.lastIndex(where: { $0.act == act }), isFree(answers[index]) { return index }
      answers.append(Entry(act: act))
      return answers.count - 1
    }
    for claim in claims {
      switch claim {
      case .answer(let act, let answer, let basis, let ground, let because):
        let index = entry(act) { $0.answer.isEmpty }
        answers[index].answer = [
          JSON.Member(key: "answer", value: .text(answer.rawValue)),
          JSON.Member(key: "basis", value: .text(orNull: basis?.rawValue)),
        ]
        if let ground { answers[index].answer.append(JSON.Member(key: "ground", value: .text(ground))) }
        if !because.isEmpty {
          answers[index].answer.append(JSON.Member(key: "reasons", value: .texts(because.map(\.description))))
        }
      case .undetermined(let act, let asking):
        answers[entry(act) { $0.answer.isEmpty }].answer = [
          JSON.Member(key: "answer", value: .text(Answer.undetermined.rawValue)),
          JSON.Member(key: "matters", value: .texts(asking)),
        ]
      case .duty(let act, let to, let due, let dueDay, let because):
        var members = owed(true, act, to)
        let moment = due.map { $0.text(in: zone) } ?? dueDay?.description
        if let moment { members.append(JSON.Member(key: "due", value: .text(moment))) }
        if let because { members.append(JSON.Member(key: "rule", value: .text(because.description))) }
        duties.append(.object(members))
      case .noDuty(let act, let to, let because):
        var members = owed(false, act, to)
        if let because { members.append(JSON.Member(key: "rule", value: .text(because.description))) }
        duties.append(.object(members))
      case .caution(let code, let act, let present):
        switch (act, present) {
        case (let act?, true): answers[entry(act)].cautions.append(code.rawValue)
        case (let act?, false): answers[entry(act)].absentCautions.append(code.rawValue)
        case (nil, true): cautions.append(code.rawValue)
        case (nil, false): absentCautions.append(code.rawValue)
        }
      case .first(let step, let act, true): answers[entry(act)].first.append(step)
      case .first(let step, let act, false): answers[entry(act)].notFirst.append(step)
      case .window(let act, let from, let until):
        var window: [JSON.Member] = []
        if let from { window.append(JSON.Member(key: "from", value: .text(from.text(in: zone)))) }
        if let until { window.append(JSON.Member(key: "until", value: .text(until.text(in: zone)))) }
        answers[entry(act) { $0.window == nil }].window = .object(window)
      }
    }
    var members: [JSON.Member] = []
    add("answers", answers.map(\.json), to: &members)
    add("duties", duties, to: &members)
    add("cautions", cautions.map(JSON.text), to: &members)
    add("noCautions", absentCautions.map(JSON.text), to: &members)
    return .object(members)
  }

  private static func owed(_ isOwed: Bool, _ act: String, _ to: String?) -> [JSON.Member] {
    let members = [
      JSON.Member(key: "act", value: .text(act)), JSON.Member(key: "owed", value: .boolean(isOwed)),
    ]
    return members + [to.map { JSON.Member(key: "to", value: .text($0)) }].compactMap(\.self)
  }

  private static func add(_ key: String, _ items: [JSON], to members: inout [JSON.Member]) {
    if !items.isEmpty { members.append(JSON.Member(key: key, value: .list(items))) }
  }

  /// What is claimed of one act.
  private struct Entry {
    let act: String
    var answer: [JSON.Member] = []
    var window: JSON?
    var first: [String] = []
    var notFirst: [String] = []
    var cautions: [String] = []
    var absentCautions: [String] = []

    init(act: String) { self.act = act }

    var json: JSON {
      var members = [JSON.Member(key: "act", value: .text(act))] + answer
      if let window { members.append(JSON.Member(key: "window", value: window)) }
      add("first", first.map(JSON.text), to: &members)
      add("notFirst", notFirst.map(JSON.text), to: &members)
      add("cautions", cautions.map(JSON.text), to: &members)
      add("noCautions", absentCautions.map(JSON.text), to: &members)
      return .object(members)
    }
  }

  // MARK: Reading

  /// The claims that the JSON makes.
  package static func claims(_ expected: Fields) throws(SuiteError) -> [Case.Claim] {
    var claims: [Case.Claim] = []
    for entry in try expected.objects("answers") { try read(entry, &claims) }
    for entry in try expected.objects("duties") {
      let (act, to) = (try entry.requiredText("act"), try entry.text("to"))
      let rule = try entry.norm("rule")
      guard try entry.flag("owed") ?? true else {
        claims.append(.noDuty(act: act, to: to, because: rule))
        continue
      }
      switch try entry.moment("due") {
      case nil: claims.append(.duty(act: act, to: to, due: nil, dueDay: nil, because: rule))
      case .day(let day): claims.append(.duty(act: act, to: to, due: nil, dueDay: day, because: rule))
      case .instant(let due): claims.append(.duty(act: act, to: to, due: due, dueDay: nil, because: rule))
      }
    }
    claims += try cautions(expected, over: nil)
    if claims.isEmpty { throw SuiteError("\(expected.place) asserts nothing") }
    return claims
  }

  private static func read(_ entry: Fields, _ claims: inout [Case.Claim]) throws(SuiteError) {
    let act = try entry.requiredText("act")
    switch try entry.word("answer", as: Answer.self) {
    case nil: break
    case .undetermined: claims.append(.undetermined(act: act, asking: try entry.texts("matters")))
    case let answer?:
      guard entry.has("basis") else {
        throw SuiteError("\(entry.place): basis is missing; where it is open it is null")
      }
      var reasons: [QualifiedName] = []
      for reason in try entry.texts("reasons") { reasons.append(try entry.norm(named: reason)) }
      claims.append(
        .answer(
          act: act, answer, try entry.word("basis", as: Basis.self), ground: try entry.text("ground"), because: reasons)
      )
    }
    if let window = try entry.object("window") {
      claims.append(.window(act: act, from: try window.instant("from"), until: try window.instant("until")))
    }
    for step in try entry.texts("first") { claims.append(.first(step: step, act: act, present: true)) }
    for step in try entry.texts("notFirst") { claims.append(.first(step: step, act: act, present: false)) }
    claims += try cautions(entry, over: act)
  }

  private static func cautions(_ fields: Fields, over act: String?) throws(SuiteError) -> [Case.Claim] {
    try fields.words("cautions", as: CautionCode.self).map { .caution($0, act: act, present: true) }
      + fields.words("noCautions", as: CautionCode.self).map { .caution($0, act: act, present: false) }
  }
}
