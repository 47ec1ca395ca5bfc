/// Which clauses go with which kind of rule.
extension Scope {
  func requireFit(_ rule: RuleSyntax) {
    let modality = rule.modality.value
    let isDuty = rule.trigger != nil
    if rule.every && modality != .must {
      misplaced("`every` goes with `must`", "leave `every` out", rule.modality.range)
    }
    if let trigger = rule.trigger, modality != .must {
      misplaced(
        "a trigger makes a duty, and only `must` can be one",
        "leave the trigger out, or write what must be done", trigger.range)
    }
    if let due = rule.due, !isDuty {
      misplaced(
        modality == .must
          ? "`due` needs a trigger from which it runs" : "`due` is for a duty, and only `must` can be one",
        modality == .must
          ? "add `on receipt of a paper`, `before ACT`, `on doing ACT`, `at FACT` or `each year`"
          : "bound the act with `not before`, `until` or `at most`, or leave `due` out",
        due.range)
    }
    if case .each(let recurrence)? = rule.trigger?.value { requireFit(rule.due, each: recurrence) }
    if case .receipt? = rule.trigger?.value, rule.paper == nil, let trigger = rule.trigger {
      misplaced("`on receipt` is of a paper", "write `on receipt of a paper`, perhaps `in` a list", trigger.range)
    }
    if let recipient = rule.recipient, ![.must, .mustNot, .may].contains(modality) {
      misplaced(
        "only what must or may be done is done `to` somebody", "leave `to \(recipient.value)` out", recipient.range)
    }
    requireBoundsFit(rule, modality, isDuty)
  }

  /// What falls due again and again runs from no moment; only what is due each year can be due by a day of the year.
  private func requireFit(_ due: DueSyntax?, each recurrence: Recurrence) {
    guard let due else { return }
    switch due.kind {
    case .by where recurrence != .year:
      misplaced(
        "`due by` a day of the year goes with `each year`",
        "leave `due` out, and say the day of the \(recurrence.rawValue) in the rule's words", due.range)
    case .within(_, _, of: nil, _):
      misplaced(
        "`due within` has no moment from which to run under `each \(recurrence.rawValue)`",
        recurrence == .year
          ? "write `due by january 31`, say, or `of` a fact that is a date"
          : "write `of` a fact that is a date, or leave `due` out",
        due.range)
    case .by, .within, .withoutDelay, .atLeastBefore, .before: break
    }
  }

  private func requireBoundsFit(_ rule: RuleSyntax, _ modality: Modality, _ isDuty: Bool) {
    let first = rule.bounds.first?.range ?? rule.steps.first?.step.range
    switch modality {
    case .must, .may:
      guard isDuty, let bound = rule.bounds.first else { return }
      misplaced("a duty has a due time, not a window", "write `due …`, or a `limit` for the act", bound.range)
    case .limits:
      guard first == nil else { return }
      report(
        .missingClause, "\(subject) bounds nothing",
        help: "add `not before`, `until`, `at most` or `only after`", at: rule.head.name.range)
    case .mustNot, .givesAuthority, .deniesAuthority:
      guard let first else { return }
      misplaced(
        "`\(modality.rawValue)` has no window and no steps: they are for what may be done",
        "write a `limit` for the act", first)
    }
  }

  private func misplaced(_ message: String, _ help: String, _ range: SourceRange) {
    report(.misplacedClause, message, help: help, at: range)
  }
}
