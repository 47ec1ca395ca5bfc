import LawLanguage
import Norms

/// What one completion says of an act: the strongest of its grounds.
struct Outcome: Hashable {
  var answer: Answer
  var basis: Basis
  /// The paper's index; nil for none.
  var ground: Int?
  var roles: Set<NormRole>
  var authorityDisputed: Bool
  var window: Window?
  /// Steps that come first.
  var steps: [NeededStep]
}

/// A step that comes first: a norm, as an index into the edition, and the index of its step.
struct NeededStep: Hashable {
  let norm: Int
  let step: Int
}

/// Answers one act in one completion.
struct ActEvaluation: Examination {
  let slice: Slice
  let edition: Edition
  let clock: Clock
  /// The grounds to look at: papers, or nil alone.
  let grounds: [Int?]
  /// Only answer, basis and ground are wanted: what cannot change them may stay unknown.
  var isVerdictOnly = false

  /// The outcome as recorded, or the unknowns that it waits for. `truths` holds what looks at no paper.
  func examine(_ situation: Situation, recorded truths: [Truth]) -> Examined<Outcome> {
    examine(situation, truths: truths, recomputing: slice.paperPredicates)
  }

  /// The outcome in a completion, or the unknowns that it waits for.
  func examine(_ situation: Situation) -> Examined<Outcome> {
    examine(
      situation, truths: [Truth](repeating: .unknown, count: edition.predicates.count), recomputing: slice.predicates)
  }

  private func examine(
    _ situation: Situation, truths: [Truth], recomputing predicates: [Int]
  ) -> Examined<Outcome> {
    var truths = truths
    var best: Outcome?
    var waits: [FactPath] = []
    for ground in grounds {
      for index in predicates { truths[index] = situation.truth(index, in: edition, ground: ground) }
      let statuses = slice.statuses(in: edition) { truths[$0] }
      let unsettled = slice.bearing.filter { statuses[$0.norm] == .unknown }
      if !unsettled.isEmpty, !(isVerdictOnly && slice.isSettled(statuses, in: edition)) {
        waits += slice.waits(for: unsettled.map(\.norm), edition, situation, ground) { truths[$0] }
        continue
      }
      let outcome = outcome(statuses, ground: ground, situation)
      if best.map({ outcome.isStronger(than: $0) }) ?? true { best = outcome }
    }
    guard waits.isEmpty, let best else { return .waits(waits) }
    return .result(best)
  }

  /// The strongest outcome so far, and what the other grounds still look at.
  func rest(_ situation: Situation) -> Rest<Outcome> {
    var rest = Rest<Outcome>()
    var truths = [Truth](repeating: .unknown, count: edition.predicates.count)
    for (position, ground) in grounds.enumerated() {
      for index in slice.predicates { truths[index] = situation.truth(index, in: edition, ground: ground) }
      let statuses = slice.statuses(in: edition) { truths[$0] }
      let unsettled = slice.involved.filter { statuses[$0] == .unknown }
      let isSettled = slice.bearing.allSatisfy { statuses[$0.norm] != .unknown }
      if isSettled || isVerdictOnly && slice.isSettled(statuses, in: edition) {
        let outcome = outcome(statuses, ground: ground, situation)
        if rest.settled.map({ outcome.isStronger(than: $0) }) ?? true { rest.settled = outcome }
        continue
      }
      rest.marks.append(UInt8(truncatingIfNeeded: position))
      for index in slice.involved { rest.marks.append(statuses[index].rawValue) }
      for index in unsettled {
        edition.forEachAtom(of: index) { rest.mark(truths[$0], of: $0) }
      }
      if let ground { rest.papers.insert(ground) }
    }
    for bearing in slice.bearing {
      let norm = edition.norms[bearing.norm]
      for (step, condition) in zip(norm.rule.steps, norm.steps) {
        rest.names.insert(step.step)
        condition.forEachAtom { rest.names.formUnion(edition.names[$0]) }
      }
    }
    return rest
  }

  private func outcome(_ statuses: [Status], ground: Int?, _ situation: Situation) -> Outcome {
    let resolution = slice.resolve(statuses, in: edition)
    let bounding = resolution.roles.filter { $0.role == .bounds }.map(\.norm)
    var outcome = Outcome(
      answer: resolution.answer, basis: resolution.basis, ground: ground, roles: Set(resolution.roles),
      authorityDisputed: resolution.authorityDisputed, window: clock.window(of: bounding, ground: ground),
      steps: [])
    if outcome.answer == .required || outcome.answer == .permitted, let window = outcome.window {
      switch clock.position(in: window) {
      case .inside: break
      case .empty where outcome.answer == .required:
        outcome.answer = .conflict
        outcome.basis = .opposed
      case .empty, .outside:
        outcome.answer = .prohibited
        outcome.basis = .outsideWindow
      }
    }
    outcome.dropOverridden(resolution)
    if outcome.answer == .required || outcome.answer == .permitted {
      outcome.steps = bounding.flatMap { steps(of: $0, situation) }
    }
    return outcome
  }
}

extension ActEvaluation {
  /// Steps of a norm that are not done, and that are needed as far as is known.
  private func steps(of index: Int, _ situation: Situation) -> [NeededStep] {
    let norm = edition.norms[index]
    return norm.steps.indices.filter { step in
      situation.facts[norm.rule.steps[step].step] != .yesNo(true)
        && Deliberation.values(of: norm.steps[step], in: edition, situation: situation, ground: nil).contains(true)
    }.map { NeededStep(norm: index, step: $0) }
  }
}

extension Edition {
  /// Visits what decides whether a norm stands: its own predicates, and those of the clauses that may strike it.
  func forEachAtom(of index: Int, _ visit: (Int) -> Void) {
    let norm = norms[index]
    norm.base.forEachAtom(visit)
    norm.opened.forEachAtom(visit)
    for void in norm.voidedBy { voids[void].holds.forEachAtom(visit) }
  }
}

extension Slice {
  /// The unknowns that keep norms unsettled, in the order of the norms.
  func waits(
    for unsettled: [Int], _ edition: Edition, _ situation: Situation, _ ground: Int?, truth: (Int) -> Truth
  ) -> [FactPath] {
    var found: [FactPath] = []
    var seen = Set<Int>()
    func look(_ formula: Formula) {
      formula.forEachUnsettledAtom(truth) { found += situation.unknowns(of: $0, in: edition, ground: ground) }
    }
    func look(at index: Int) {
      guard seen.insert(index).inserted else { return }
      let norm = edition.norms[index]
      look(norm.base)
      look(norm.opened)
      for void in norm.voidedBy { look(edition.voids[void].holds) }
      for winner in winners(over: index, in: edition) { look(at: winner) }
    }
    for index in unsettled { look(at: index) }
    return found
  }
}

extension Outcome {
  /// What would have permitted the act is no reason once authority or the window forbids it.
  fileprivate mutating func dropOverridden(_ resolution: Resolution) {
    if basis != .granted { roles = roles.filter { $0.role != .permits } }
    if basis != .exempted { roles = roles.filter { $0.role != .exempts } }
    if resolution.answer == .prohibited {
      // What is prohibited for another reason has no window.
      roles = roles.filter { $0.role != .bounds }
      window = nil
    }
  }

  /// Required, conflict, permitted, prohibited; then by basis; the earlier paper wins a tie.
  func isStronger(than other: Outcome) -> Bool {
    (answer.strength, basis.strength) < (other.answer.strength, other.basis.strength)
  }
}

extension Answer {
  /// 0 is the strongest.
  var strength: Int {
    switch self {
    case .required: 0
    case .conflict: 1
    case .permitted: 2
    case .prohibited: 3
    case .undetermined: 4
    }
  }
}

extension Basis {
  /// 0 comes first among equal answers.
  var strength: Int {
    switch self {
    // A ground whose time is over says more than one that never was: it comes before the other prohibitions.
    case .commanded, .opposed, .granted, .outsideWindow: 0
    case .exempted, .forbidden: 1
    case .silent, .authorityDenied: 2
    case .noAuthorityFound: 3
    }
  }
}
