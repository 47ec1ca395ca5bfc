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
  let plans: CompletionPlans
  let clock: Clock
  /// The grounds to look at: papers, or nil alone.
  let grounds: [Int?]
  /// Only answer, basis and ground are wanted: what cannot change them may stay unknown.
  var isVerdictOnly = false

  func examine(_ known: Known) -> Examined<Outcome> {
    var best: Outcome?
    var waits = Waits()
    for ground in grounds {
      let statuses = slice.statuses(in: edition) { known.truth($0, ground: ground) }
      let unsettled = slice.bearing.filter { statuses[$0.norm] == .unknown }
      if !unsettled.isEmpty, !(isVerdictOnly && slice.isSettled(statuses, in: edition)) {
        slice.wait(for: unsettled.map(\.norm), edition, known, ground, into: &waits)
        continue
      }
      let outcome = outcome(statuses, ground: ground, known)
      if best.map({ outcome.isStronger(than: $0) }) ?? true { best = outcome }
    }
    guard waits.atoms.isEmpty, let best else { return .waits(waits) }
    return .result(best)
  }

  /// The strongest outcome so far, and what the other grounds still look at.
  func rest(_ known: Known) -> Rest<Outcome> {
    var rest = Rest<Outcome>()
    for (position, ground) in grounds.enumerated() {
      let statuses = slice.statuses(in: edition) { known.truth($0, ground: ground) }
      let isSettled = slice.bearing.allSatisfy { statuses[$0.norm] != .unknown }
      if isSettled || isVerdictOnly && slice.isSettled(statuses, in: edition) {
        let outcome = outcome(statuses, ground: ground, known)
        if rest.settled.map({ outcome.isStronger(than: $0) }) ?? true { rest.settled = outcome }
        continue
      }
      rest.marks.append(UInt8(truncatingIfNeeded: position))
      for index in slice.involved { rest.marks.append(statuses[index].rawValue) }
      for index in slice.involved where statuses[index] == .unknown {
        edition.forEachFormula(of: index) { rest.mark($0) { known.truth($0, ground: ground) } }
      }
      if let ground { rest.papers.insert(ground) }
    }
    return rest
  }

  func results(_ several: Several) -> [(result: Outcome, lanes: UInt64)]? {
    let statuses = grounds.map { ground in
      slice.statusLanes(in: edition) { several.truth($0, ground: ground) }
    }
    var found: [(result: Outcome, lanes: UInt64)] = []
    var open = several.lanes
    while open != 0 {
      // What one situation comes to, all come to in which every norm stands as it does in that one.
      let lane = open.trailingZeroBitCount
      var alike = open
      var best: Outcome?
      for (position, ground) in grounds.enumerated() {
        var here = [Status](repeating: .out, count: edition.norms.count)
        for bearing in slice.bearing {
          here[bearing.norm] = statuses[position][bearing.norm][lane]
          alike = statuses[position][bearing.norm].alike(lane, among: alike)
        }
        guard
          slice.bearing.allSatisfy({ here[$0.norm] != .unknown }) || isVerdictOnly && slice.isSettled(here, in: edition)
        else { return nil }
        let outcome = outcome(here, ground: ground, several.known)
        if best.map({ outcome.isStronger(than: $0) }) ?? true { best = outcome }
      }
      guard let best else { return nil }
      found.append((best, alike))
      open &= ~alike
    }
    return found
  }

  /// What its steps look at: whether one is done, and whether it is needed.
  var names: Set<String> {
    var names = Set<String>()
    for bearing in slice.bearing {
      let norm = edition.norms[bearing.norm]
      for (step, condition) in zip(norm.rule.steps, norm.steps) {
        names.insert(step.step)
        condition.forEachAtom { names.formUnion(edition.names[$0]) }
      }
    }
    return names
  }

  private func outcome(_ statuses: [Status], ground: Int?, _ known: Known) -> Outcome {
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
      outcome.steps = bounding.flatMap { steps(of: $0, known) }
    }
    return outcome
  }
}

extension ActEvaluation {
  /// Steps of a norm that are not done, and that are needed as far as is known.
  private func steps(of index: Int, _ known: Known) -> [NeededStep] {
    let norm = edition.norms[index]
    return norm.steps.indices.filter { step in
      known.situation.facts[norm.rule.steps[step].step] != .yesNo(true)
        && plans.values(of: norm.steps[step], in: known).contains(true)
    }.map { NeededStep(norm: index, step: $0) }
  }
}

extension Edition {
  /// Visits what decides whether a norm stands: its own conditions, and those of the clauses and orders that may take it out.
  func forEachFormula(of index: Int, _ visit: (Formula) -> Void) {
    let norm = norms[index]
    visit(norm.base)
    visit(norm.opened)
    for void in norm.voidedBy { visit(voids[void].holds) }
    for order in norm.suspensions { visit(order.holds) }
  }
}

extension Slice {
  /// The unknowns that keep norms unsettled, in the order of the norms.
  func wait(for unsettled: [Int], _ edition: Edition, _ known: Known, _ ground: Int?, into waits: inout Waits) {
    var seen = Set<Int>()
    var found = waits
    func look(_ formula: Formula) {
      formula.forEachUnsettledAtom({ known.truth($0, ground: ground) }) {
        found.add($0, known.situation, edition, ground: ground)
      }
    }
    func look(at index: Int) {
      guard seen.insert(index).inserted else { return }
      let norm = edition.norms[index]
      look(norm.base)
      look(norm.opened)
      for void in norm.voidedBy { look(edition.voids[void].holds) }
      look(suspension(of: norm, edition.library.vocabulary))
      for winner in winners(over: index, in: edition) { look(at: winner) }
    }
    for index in unsettled { look(at: index) }
    waits = found
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
