/// Rules and limits.
extension Scope {
  func rule(_ syntax: RuleSyntax) -> Rule? {
    requireFit(syntax)
    let head = head(syntax.head)
    let who = who(syntax.who)
    let act = act(syntax.act)
    let recipient = syntax.recipient.map(recipient)
    let trigger = syntax.trigger.map { self.trigger($0.value) }
    let paper = syntax.paper.map(self.paper)
    let conditions = clauses(syntax.conditions)
    let exceptions = exceptions(syntax.exceptions, to: conditions)
    let notwithstanding = syntax.notwithstanding.compactMap(rule)
    let steps = syntax.steps.compactMap { step($0, cite: syntax.head.cite?.value ?? "") }
    let bounds = syntax.bounds.compactMap(bound)
    let due = syntax.due.map(self.due)
    let text = words(syntax.says, at: syntax.head.name)
    // An inner nil is a clause that is wrong, and has been reported.
    guard let head, let who, let act, let conditions, let exceptions,
      recipient != .some(nil), trigger != .some(nil), paper != .some(nil), due != .some(nil)
    else { return nil }
    return Rule(
      name: head.name, cite: head.cite, period: period, provenance: head.provenance, reading: head.reading, who: who,
      modality: syntax.modality.value, every: syntax.every, act: act, recipient: recipient ?? nil,
      trigger: trigger ?? nil, paper: paper ?? nil, conditions: conditions, exceptions: exceptions,
      notwithstanding: notwithstanding, steps: steps, bounds: bounds, due: due ?? nil, text: text,
      hasOwnWords: syntax.says != nil,
      location: section.location(syntax.head.name.range))
  }

  // MARK: - Trigger and paper

  private func trigger(_ syntax: TriggerSyntax) -> Trigger? {
    switch syntax {
    case .receipt: .receipt
    case .before(let name): act(name).map { .before($0) }
    case .doing(let name): act(name).map { .doing($0) }
    case .refusing(let name): act(name).map { .refusing($0) }
    case .each(let recurrence): .each(recurrence)
    case .event(let name): event(name).map { .event($0) }
    }
  }

  /// A date or instant among the facts.
  private func event(_ name: Name) -> String? {
    if case .fact(let fact)? = anchor(name) { return fact }
    if RequestDate(rawValue: name.value) != nil {
      report(
        .wrongType, "`\(name.value)` is a date of every request, not an event",
        help: "name a date or instant fact, or write `on receipt of a paper`", at: name.range)
    }
    return nil
  }

  func paper(_ syntax: PaperSyntax) -> PaperCondition? {
    let list = syntax.list.map(papers)
    let condition = syntax.condition.map { looking(at: .paper).condition($0) }
    let accompaniment = syntax.accompaniment.compactMap { present, list in
      papers(list).map { PaperCondition.Accompaniment(present: present, list: $0) }
    }
    guard list != .some(nil), condition != .some(nil) else { return nil }
    return PaperCondition(list: list ?? nil, condition: condition ?? nil, accompaniment: accompaniment)
  }

  // MARK: - Steps, windows and due times

  private func step(_ syntax: StepSyntax, cite: String) -> Step? {
    let step = step(syntax.step)
    let condition = syntax.condition.map(self.condition)
    guard let step, condition != .some(nil) else { return nil }
    return Step(step: step, condition: condition ?? nil, cite: syntax.cite?.value ?? cite)
  }

  /// A date or instant of the facts or the request, from which time is reckoned.
  private func anchor(_ name: Name) -> Test.Subject? {
    // A paper is tested in its own clause; what is reckoned here is reckoned for every ground.
    looking(at: .request).dated(name)
  }

  private func bound(_ syntax: BoundSyntax) -> WindowBound? {
    switch syntax.bound {
    case .notBefore(let moment): return self.moment(moment).map { .notBefore($0) }
    case .until(let moment): return self.moment(moment).map { .until($0) }
    case .atMost(let count, let unit, let from, let notCounting):
      let days = notCounting.compactMap(daysLeftOut)
      let subject = anchor(from)
      let unit = self.unit(unit, count: count.value, of: [.hours, .days, .weeks])
      guard let subject, let unit, let rate = unit.rate(to: .hours) else { return nil }
      return .atMost(hours: count.value * rate.times, from: subject, notCounting: days)
    }
  }

  private func moment(_ syntax: MomentSyntax) -> Moment? {
    switch syntax {
    case .date(let name): return anchor(name).map { .date($0) }
    case .endOfDay(let name): return anchor(name).map { .endOfDay($0) }
    case .offset(let count, let unit, let before, let name):
      let subject = anchor(name)
      let unit = self.unit(unit, count: count.value, of: [.hours, .days, .weeks, .months, .years])
      guard let subject, let unit else { return nil }
      return .offset(count.value, unit, before: before, subject)
    }
  }

  private func due(_ syntax: DueSyntax) -> Due? {
    switch syntax.kind {
    case .withoutDelay: return .withoutDelay
    case .before(let name): return anchor(name).map { .before($0) }
    case .within(let count, let unit, let of, let notCounting):
      let days = notCounting.compactMap(daysLeftOut)
      let subject = of.map(anchor)
      let unit = self.unit(unit, count: count.value, of: TimeUnit.allCases)
      guard let unit, subject != .some(nil) else { return nil }
      requireCalendar(unit, at: syntax.range)
      return .within(count.value, unit, of: subject ?? nil, notCounting: days)
    case .atLeastBefore(let count, let unit, let name):
      let subject = anchor(name)
      let unit = self.unit(unit, count: count.value, of: TimeUnit.allCases)
      guard let subject, let unit else { return nil }
      requireCalendar(unit, at: syntax.range)
      return .atLeastBefore(count.value, unit, subject)
    case .by(let month, let day): return .by(month: month.value, day: day.value)
    }
  }

  /// Business days leave out the holidays of the jurisdiction, which must say what they are.
  private func requireCalendar(_ unit: TimeUnit, at range: SourceRange) {
    guard unit == .businessDays, let place = law.flatMap({ vocabulary.place($0.place) }) else { return }
    let jurisdiction = place.kind == .jurisdiction ? place : place.inside.flatMap(vocabulary.place)
    guard let jurisdiction, jurisdiction.calendar == nil else { return }
    report(
      .missingClause, "business days leave out holidays, and \(jurisdiction.name) names no calendar of them",
      help: "declare `calendar \(jurisdiction.name.lowercased())-holidays …` in its vocabulary, and add "
        + "`calendar \(jurisdiction.name.lowercased())-holidays` to `jurisdiction \(jurisdiction.name)`",
      at: range)
  }
}
