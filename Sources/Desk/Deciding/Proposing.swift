public import LawLanguage
public import Reasoning

extension OfficeLaw {
  /// What the law says of a case at a moment, in full.
  ///
  /// - Throws: `CaseRefusal` where what is recorded is no request that can be decided.
  public func decision(
    on file: CaseFile, for profile: AgencyProfile, at now: Instant, explaining: Bool = false
  ) throws(CaseRefusal) -> Decision {
    let request = try file.request(for: profile, in: library, at: now, positions: terms?.positions ?? [])
    let options = DecisionOptions(explain: explaining, readings: readings(of: profile.title))
    do { return keepingBack(try prepared.decide(request, options: options)) } catch {
      throw .noZone(error.place)
    }
  }

  /// The proposal that follows from what is recorded; whole, open answers too, where somebody decides on it.
  func proposal(
    on file: CaseFile, for profile: AgencyProfile, at now: Instant, because cause: DecisionChange.Cause, isWhole: Bool
  ) throws(CaseRefusal) -> Proposal {
    let decision = try decision(on: file, for: profile, at: now)
    return Proposing(law: self, file: file, decision: decision, now: now).proposal(because: cause, isWhole: isWhole)
  }
}

/// Turns what the engine says into what a case keeps.
private struct Proposing {
  let law: OfficeLaw
  let file: CaseFile
  let decision: Decision
  let now: Instant

  private var vocabulary: Vocabulary { law.vocabulary }

  func proposal(because cause: DecisionChange.Cause, isWhole: Bool) -> Proposal {
    let receipt = decision.receipt
    // One line: kept for good, and read by programs.
    let document = decision.document(in: vocabulary).written(width: .max)
    let answers = decision.answers.map(answer)
    let duties = owed
    let isOpen = decision.answers.contains { $0.answer == .undetermined }
    let change = file.proposal.map {
      DecisionChange(
        cause: cause, from: ($0.day, $0.answers, $0.duties), to: (receipt.day, answers, duties))
    }
    return Proposal(
      number: file.proposalCount + 1, at: now, day: receipt.day, answers: answers, duties: duties,
      questions: decision.questions.compactMap(question), followUps: decision.followUps.compactMap(question),
      document: isOpen && !isWhole ? nil : document, digest: digest(of: Array(document.utf8)), library: receipt.library,
      engine: receipt.engine, timeZoneData: receipt.tzdata, change: change)
  }

  // MARK: Answers

  private func answer(_ answer: ActAnswer) -> ProposedAnswer {
    let bearing = answer.reasons.filter(\.role.bears)
    return ProposedAnswer(
      act: answer.act, title: title(answer.act), answer: answer.answer, basis: answer.basis, possible: answer.possible,
      paper: answer.ground.flatMap(paperNumber),
      window: answer.window.map { TimeWindow(from: $0.from, until: $0.until, isOpen: $0.isOpen) },
      cites: unique(answer.reasons.filter { $0.role.decides(answer.basis) }.map(\.cite)),
      rules: unique(bearing.map { RuleName($0.rule) }),
      first: answer.first.map {
        StepFirst(step: $0.step, title: vocabulary.step($0.step)?.title ?? $0.step, cite: $0.cite)
      })
  }

  private func paperNumber(_ index: Int) -> Int? {
    let offered = file.offeredPapers
    return offered.indices.contains(index) ? offered[index].number : nil
  }

  private func title(_ act: String) -> String { vocabulary.act(act)?.title ?? act }

  private func unique<Element: Hashable>(_ elements: [Element]) -> [Element] {
    var seen = Set<Element>()
    return elements.filter { seen.insert($0).inserted }
  }

  // MARK: Duties

  /// The duties of this case, each with what it hangs on. Two of one rule are told apart by number.
  private var owed: [OwedDuty] {
    var seen: [String: Int] = [:]
    let duties = decision.duties.filter { !$0.isPeriodic }.map { duty in
      let key = "\(duty.rule)/\(duty.act)" + (duty.to.map { "/\($0)" } ?? "")
      seen[key, default: 0] += 1
      let count = seen[key] ?? 1
      return (key: count == 1 ? key : "\(key)/\(count)", duty: duty)
    }
    return duties.map { key, duty in
      let rule = law.rule(RuleName(duty.rule), on: decision.receipt.day)
      return OwedDuty(
        key: key, rule: RuleName(duty.rule), act: duty.act, title: title(duty.act), to: duty.to,
        toTitle: duty.to.map { vocabulary.recipient($0)?.title ?? $0 }, trigger: duty.triggerText,
        hangs: rule?.trigger.flatMap { hanging($0, among: duties) }, isCertain: duty.isCertain, due: duty.due,
        dueDay: duty.dueDay, after: duty.after, cite: duty.cite, text: duty.text, paper: rule.flatMap(trigger))
    }
  }

  private func hanging(_ trigger: Trigger, among duties: [(key: String, duty: Duty)]) -> OwedDuty.Hanging? {
    func hanging(_ side: OwedDuty.Hanging.Side, _ act: String) -> OwedDuty.Hanging {
      OwedDuty.Hanging(
        side: side, acts: decision.answers.map(\.act).filter { vocabulary.isKind($0, of: act) },
        duties: side == .refusing ? [] : duties.filter { vocabulary.isKind($0.duty.act, of: act) }.map(\.key))
    }
    switch trigger {
    case .before(let act): return hanging(.before, act)
    case .doing(let act): return hanging(.doing, act)
    case .refusing(let act): return hanging(.refusing, act)
    case .receipt, .event, .each: return nil
    }
  }

  /// The first offered paper of the kinds whose receipt triggers the rule.
  private func trigger(_ rule: Rule) -> Int? {
    guard case .receipt = rule.trigger, let condition = rule.paper else { return nil }
    let kinds = condition.list.map { law.library.members(of: $0, on: decision.receipt.day) }
    return file.offeredPapers.first { kinds?.contains($0.check.kind) ?? true }?.number
  }

  // MARK: Questions

  private func question(_ question: Question) -> OpenQuestion? {
    guard let fact = asked(question.fact), let input = input(question.fact) else { return nil }
    let isJudgement = if case .fact(let name) = fact { vocabulary.fact(name)?.isJudgement ?? false } else { false }
    return OpenQuestion(
      fact: fact, question: question.question, help: question.help, input: input, isJudgement: isJudgement)
  }

  private func asked(_ path: FactPath) -> AskedFact? {
    switch path {
    case .fact(let name): .fact(name)
    case .paper(let index, _, let field): paperNumber(index).map { .paperField(paper: $0, field: field) }
    case .records(let name): .list(name)
    case .record(let name, let index, let field): .recordField(list: name, index: index, field: field)
    }
  }

  private func input(_ path: FactPath) -> OpenQuestion.Input? {
    if case .records(let name) = path { return vocabulary.listInput(name) }
    return vocabulary.type(of: path).map(OpenQuestion.Input.init)
  }
}

extension Role {
  /// Whether a norm in this part is what an answer on this basis rests on.
  fileprivate func decides(_ basis: Basis?) -> Bool {
    switch (self, basis) {
    case (.decides, .commanded?), (.decides, .forbidden?), (.decides, .opposed?), (.permits, .granted?),
      (.exempts, .exempted?), (.deniesAuthority, .authorityDenied?), (.bounds, .outsideWindow?):
      true
    case (.decides, nil): true
    default: false
    }
  }
}

extension Vocabulary {
  /// What can be answered where a list is asked for.
  package func listInput(_ name: String) -> OpenQuestion.Input? {
    guard let type = recordType(name) else { return nil }
    return .list(
      type.fields.map {
        OpenQuestion.ListField(
          name: $0.name, question: $0.question, help: $0.help, input: OpenQuestion.Input($0.type))
      })
  }
}

extension OpenQuestion.Input {
  /// What can be answered to a fact or field of a type.
  public init(_ type: ValueType) {
    switch type {
    case .yesNo: self = .yesNo
    case .choice(let choices): self = .choice(choices)
    case .number(let unit): self = .number(unit: unit)
    case .date: self = .day
    case .instant: self = .moment
    case .code: self = .code
    }
  }
}
