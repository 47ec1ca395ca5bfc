import LawLanguage
import Norms

extension Trigger {
  fileprivate var isPeriodic: Bool { if case .each = self { true } else { false } }
}

/// Finds what is owed: rules with a trigger that fires, as they stand for this request.
struct DutyFinder {
  let deliberation: Deliberation
  /// The answers already found, by act.
  let possible: [String: [Answer]]

  private var edition: Edition { deliberation.edition }
  private var request: Request { deliberation.request }

  /// A duty found, with the facts that decide whether it is owed.
  struct Found {
    var duty: Duty
    var norm: Int
    var matters: Set<FactPath>
    var unknownAnchor: FactPath?
  }

  func duties() -> [Found] {
    var found: [Int: Found] = [:]
    for duty in edition.duties where duty.triggerActs.isEmpty { found[duty.norm] = self.found(duty) }
    // Doing what is owed can trigger more, and triggers have no circles.
    var grew = true
    while grew {
      grew = false
      for duty in edition.duties where !duty.triggerActs.isEmpty && found[duty.norm] == nil {
        guard hangs(duty, owed: found), let next = self.found(duty) else { continue }
        found[duty.norm] = next
        grew = true
      }
    }
    return found.keys.sorted().compactMap { found[$0] }
  }

  // MARK: Triggers

  /// Whether the act that a contingent duty hangs on is asked about and still open, or is itself owed.
  private func hangs(_ duty: DutyNorm, owed: [Int: Found]) -> Bool {
    func asked(unless answer: Answer) -> Bool {
      request.acts.contains { duty.triggerActs.contains($0) && possible[$0] != [answer] }
    }
    switch edition.norms[duty.norm].rule.trigger {
    case .before, .doing:
      return asked(unless: .prohibited) || owed.values.contains { duty.triggerActs.contains($0.duty.act) }
    case .refusing: return asked(unless: .required)
    case .receipt, .event, .each, nil: return false
    }
  }

  /// Papers that the rule can be on; nil alone for a rule on none.
  private func grounds(_ rule: Rule) -> [Int?] {
    rule.paper == nil ? [nil] : request.papers.indices.map { $0 }
  }

  // MARK: Standing

  private func found(_ candidate: DutyNorm) -> Found? {
    let (index, slice) = (candidate.norm, candidate.slice)
    let norm = edition.norms[index]
    var best: (ground: Int?, values: Set<Bool>)?
    for ground in grounds(norm.rule) {
      let values = DutyStanding(slice: slice, norm: index, ground: ground, deliberation: deliberation).values
      guard values.contains(true) else { continue }
      if best == nil || (values == [true] && best?.values != [true]) { best = (ground, values) }
    }
    guard let best else { return nil }
    let isCertain = best.values == [true]
    var matters = Set<FactPath>()
    if !isCertain {
      matters = DutyStanding(slice: slice, norm: index, ground: best.ground, deliberation: deliberation).matters
    }
    let due = DueReckoning(deliberation: deliberation, norm: norm, ground: best.ground)
    let reckoned = due.reckon()
    let duty = Duty(
      rule: norm.rule.name, act: norm.rule.act, to: norm.rule.recipient,
      trigger: norm.rule.trigger.map(due.words(for:)) ?? "", isContingent: !candidate.triggerActs.isEmpty,
      isCertain: isCertain, dependsOn: deliberation.edition.library.vocabulary.ordered(matters),
      isPeriodic: norm.rule.trigger.map(\.isPeriodic) ?? false, due: reckoned.instant, dueDay: reckoned.day,
      after: reckoned.after, cite: norm.cite,
      text: norm.rule.text, provenance: norm.rule.provenance)
    return Found(duty: duty, norm: index, matters: matters, unknownAnchor: reckoned.unknown)
  }
}
