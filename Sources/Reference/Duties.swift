import LawLanguage

/// Page: "Duties". What is owed besides the acts that were asked about.
struct DutyReasoning {
  let situation: Situation
  /// Every norm that is considered.
  let all: Norms
  let answers: [ActFinding]

  func findings() throws -> [DutyFinding] {
    var owed: [Norm: DutyFinding] = [:]
    let duties = all.norms.filter { $0.rule.modality == .must && $0.rule.isDuty }
    var looked: Set<Norm> = []
    // A duty's act may fire another duty: look again until nothing more fires.
    while true {
      let firing = duties.filter { !looked.contains($0) && fires($0, owed: Array(owed.keys)) }
      if firing.isEmpty { break }
      for duty in firing {
        looked.insert(duty)
        owed[duty] = try finding(for: duty)
      }
    }
    return duties.compactMap { owed[$0] }
  }

  // MARK: Triggers

  private func isContingent(_ duty: Norm) -> Bool {
    switch duty.rule.trigger {
    case .before, .doing, .refusing: true
    case .receipt, .event, .each, nil: false
    }
  }

  /// Whether the trigger fires, as far as that does not hang on a completion or a paper.
  private func fires(_ duty: Norm, owed: [Norm]) -> Bool {
    switch duty.rule.trigger {
    case .receipt, .event, .each: return true
    case .before(let act), .doing(let act):
      return answers.contains { situation.vocabulary.isKind($0.act, of: act) && $0.possible != [.prohibited] }
        || owed.contains { situation.vocabulary.isKind($0.rule.act, of: act) }
    case .refusing(let act):
      return answers.contains { situation.vocabulary.isKind($0.act, of: act) && $0.possible != [.required] }
    case nil: return false
    }
  }

  // MARK: Owed or not

  /// The duty, if some completion owes it on some ground. It is certain if there is a ground on which every
  /// completion does.
  private func finding(for duty: Norm) throws -> DutyFinding? {
    let norms = situation.norms(withASayOnDuty: duty, of: all)
    var inspection = Inspection(situation)
    inspection.look(at: norms)
    let completions = try Completions(of: inspection).all

    // A duty with a paper is owed on a paper; one without, on none.
    let grounds: [Int?] = duty.rule.paper == nil ? [nil] : situation.request.papers.indices.map(Optional.some)
    let owing = grounds.map { ground in
      completions.map { completion in isOwed(duty, norms, completion.world, on: ground) }
    }
    let certain = owing.firstIndex { !$0.contains(false) }
    guard let index = certain ?? owing.firstIndex(where: { $0.contains(true) }) else { return nil }

    // Of several papers the first that makes it certain counts, or else the first on which it may be owed.
    let due = DueReckoning(situation: situation, duty: duty, ground: grounds[index]).due()
    return DutyFinding(
      rule: duty.rule.name, contingent: isContingent(duty), certain: certain != nil, due: due.instant, dueDay: due.day)
  }

  /// Whether the duty stands and is not out, and no `must not` of higher rank over its act does either.
  private func isOwed(_ duty: Norm, _ norms: Norms, _ world: World, on ground: Int?) -> Bool {
    let standing = Standing(
      situation: situation, norms: norms, act: duty.rule.act, truth: Truth(situation: situation, world: world),
      ground: ground)
    if case .event(let fact) = duty.rule.trigger, !situation.hasHappened(fact) { return false }
    guard standing.stands(duty), standing.removal(of: duty) == nil else { return false }
    return !norms.norms.contains { ban in
      situation.force(of: ban, on: duty.rule.act) == .mustNot && situation.hasFired(ban)
        && ban.law.rank < duty.law.rank && standing.isLeft(ban)
    }
  }
}
