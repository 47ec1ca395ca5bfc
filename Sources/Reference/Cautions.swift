import LawLanguage

/// Page: "How an act is answered", the table of cautions.
struct Cautions {
  let situation: Situation
  let act: String
  let norms: Norms
  let verdicts: [Verdict]
  /// The facts that a presumption filled.
  let presumed: Set<String>

  func codes(for finding: ActFinding) throws -> Set<CautionCode> {
    var codes: Set<CautionCode> = []
    func add(_ code: CautionCode, if condition: Bool) {
      if condition { codes.insert(code) }
    }
    add(.notAsked, if: isNotAsked)
    add(.contested, if: isContested)
    add(.presumed, if: try restsOnPresumption(finding))
    add(.untranslated, if: try couldChange(finding.answer))
    add(.secondary, if: provenances(of: finding).contains("secondary"))
    add(.unverified, if: provenances(of: finding).contains("unverified"))
    add(.basisOpen, if: isBasisOpen(finding))
    add(.windowOpen, if: finding.windowIsOpen)
    add(.authorityDisputed, if: verdicts.contains(where: \.authorityIsDisputed))
    add(.searchedTo, if: finding.basis == .silent)
    return codes
  }

  /// Papers were offered, and none asks for the act, for what it is a kind of, or for a kind of it.
  private var isNotAsked: Bool {
    let papers = situation.request.papers.compactMap { situation.vocabulary.paper($0.kind) }
    return !papers.isEmpty
      && !papers.contains { paper in paper.asksFor.contains { situation.isRelated($0, to: act) } }
  }

  /// No court chooses between readings that something with a say on the act belongs to.
  private var isContested: Bool {
    let all = situation.norms(withASayOn: act, of: situation.normsOfAllReadings())
    let readings =
      all.norms.map(\.rule.reading) + all.exceptions.map(\.declaration.reading) + all.voids.map(\.declaration.reading)
    return readings.contains { reading in reading.map { situation.isOpen($0.contest) } ?? false }
  }

  /// Without what is presumed, the answer, its basis or its ground would be another.
  private func restsOnPresumption(_ finding: ActFinding) throws -> Bool {
    guard !presumed.isEmpty else { return false }
    var bare = situation
    for fact in presumed { bare.request.facts[fact] = nil }
    let other = try ActAggregation(situation: bare, act: act, all: bare.consideredNorms(), presumed: []).finding()
    return finding.answer != other.answer || finding.basis != other.basis || finding.ground != other.ground
  }

  /// An uncoded clause, whose condition some completion fulfils, pushes in a direction that would change the answer.
  private func couldChange(_ answer: Answer) throws -> Bool {
    for law in situation.library.laws {
      for clause in law.untranslated
      where situation.isInForce(clause.period, of: law) && situation.matches(clause.who)
        && clause.acts.contains(where: { situation.vocabulary.isKind(act, of: $0) })
        && pushes(clause.direction, answer)
      {
        var inspection = Inspection(situation)
        if let condition = clause.condition { inspection.look(at: condition) }
        if let condition = clause.paper?.condition { inspection.look(at: condition, .paper) }
        let completions = try Completions(of: inspection).all
        // A ban could only take away the ground that the answer rests on; a permission could open any.
        let isSettled =
          clause.direction == .forbid && answer != .undetermined && Set(verdicts.map(\.ground)).count == 1
          && Set(verdicts.map(\.basis)).count == 1
        let grounds =
          isSettled ? [verdicts[0].ground] : ActReasoning(situation: situation, act: act, norms: norms).grounds
        for completion in completions {
          let truth = Truth(situation: situation, world: completion.world)
          let applies = grounds.contains { ground in
            Standing(situation: situation, norms: norms, act: act, truth: truth, ground: ground).matchesPaper(
              clause.paper)
          }
          if applies && clause.condition.map({ truth.holds($0) }) ?? true { return true }
        }
      }
    }
    return false
  }

  private func pushes(_ direction: Direction, _ answer: Answer) -> Bool {
    switch direction {
    case .permit: answer == .prohibited || answer == .undetermined
    case .forbid: answer == .permitted || answer == .required || answer == .undetermined
    case .require: answer != .required
    }
  }

  /// Where the wording of the rules comes from that decide, permit or exempt.
  private func provenances(of finding: ActFinding) -> Set<String> {
    let deciding: [Role] = [.decides, .permits, .exempts]
    let names = finding.reasons.filter { deciding.contains($0.role) }.map(\.rule)
    return Set(norms.norms.filter { names.contains($0.rule.name) }.map(\.rule.provenance.word))
  }

  private func isBasisOpen(_ finding: ActFinding) -> Bool {
    finding.answer != .undetermined
      && (Set(verdicts.map(\.basis)).count > 1 || Set(verdicts.map(\.ground)).count > 1)
  }
}
