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
    if case .receipt? = rule.trigger?.value, rule.paper == nil, let trigger = rule.trigger {
      misplaced("`on receipt` is of a paper", "write `on receipt of a paper`, perhaps `in` a list", trigger.range)
    }
    if let recipient = rule.recipient, ![.must, .mustNot, .may].contains(modality) {
      misplaced(
        "only what must or may be done is done `to` somebody", "leave `to \(recipient.value)` out", recipient.range)
    }
    requireBoundsFit(rule, modality, isDuty)
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
