import LawLanguage
import Norms

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

  /// What is owed; where rules are named, of these only, whatever else is owed.
  func duties(of rules: Set<QualifiedName>? = nil) -> [Found] {
    let candidates = rules.map(candidates) ?? edition.duties
    var found = [Found?](repeating: nil, count: candidates.count)
    var owed = Set<String>()
    for index in candidates.indices where candidates[index].triggerActs.isEmpty {
      guard let next = self.found(candidates[index]) else { continue }
      owed.insert(next.duty.act)
      found[index] = next
    }
    // Doing what is owed can trigger more, and triggers have no circles.
    var grew = true
    while grew {
      grew = false
      for index in candidates.indices where !candidates[index].triggerActs.isEmpty && found[index] == nil {
        guard hangs(candidates[index], owed: owed), let next = self.found(candidates[index]) else { continue }
        found[index] = next
        grew = owed.insert(next.duty.act).inserted || grew
      }
    }
    return found.compactMap { $0 }.filter { rules?.contains($0.duty.rule) ?? true }
  }

  /// The duties of rules, and those that can bring one of them about.
  private func candidates(of rules: Set<QualifiedName>) -> [DutyNorm] {
    var taken = edition.duties.map { rules.contains(edition.norms[$0.norm].rule.name) }
    var acts = Set<String>()
    var grew = true
    while grew {
      grew = false
      for (duty, isTaken) in zip(edition.duties, taken) where isTaken {
        for act in duty.triggerActs { grew = acts.insert(act).inserted || grew }
      }
      for (index, duty) in edition.duties.enumerated() where acts.contains(edition.norms[duty.norm].rule.act) {
        taken[index] = true
      }
    }
    return zip(edition.duties, taken).compactMap { $1 ? $0 : nil }
  }

  // MARK: Triggers

  /// Whether the act that a contingent duty hangs on is asked about and still open, or is itself owed.
  private func hangs(_ duty: DutyNorm, owed: Set<String>) -> Bool {
    func asked(unless answer: Answer) -> Bool {
      request.acts.contains { duty.triggerActs.contains($0) && possible[$0] != [answer] }
    }
    switch edition.norms[duty.norm].rule.trigger {
    case .before, .doing:
      return asked(unless: .prohibited) || !owed.isDisjoint(with: duty.triggerActs)
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
    var best: (ground: Int?, standing: DutyStanding)?
    for ground in grounds(norm.rule) {
      let standing = DutyStanding(slice: slice, norm: index, ground: ground, deliberation: deliberation)
      guard standing.isPossible else { continue }
      if best == nil || (standing.isCertain && best?.standing.isCertain == false) { best = (ground, standing) }
    }
    guard let best else { return nil }
    let due = DueReckoning(deliberation: deliberation, norm: norm, ground: best.ground)
    let reckoned = due.reckon()
    let trigger = norm.rule.trigger
    let duty = Duty(
      rule: norm.rule.name, act: norm.rule.act, to: norm.rule.recipient, trigger: trigger?.written ?? "",
      triggerText: trigger.map(due.words(for:)) ?? "", isContingent: !candidate.triggerActs.isEmpty,
      isCertain: best.standing.isCertain,
      dependsOn: edition.library.vocabulary.ordered(best.standing.matters), isPeriodic: trigger?.isPeriodic ?? false,
      due: reckoned.instant, dueDay: reckoned.day, after: reckoned.after, cite: norm.cite, text: norm.rule.text,
      hasOwnWords: norm.rule.hasOwnWords,
      provenance: norm.rule.provenance)
    return Found(duty: duty, norm: index, matters: best.standing.matters, unknownAnchor: reckoned.unknown)
  }
}
