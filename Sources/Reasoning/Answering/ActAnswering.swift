import LawLanguage
import Norms

extension Deliberation {
  /// The answer for one act, and the facts that decide only its basis or its window.
  func answer(_ slice: Slice, options: DecisionOptions) -> (answer: ActAnswer, later: [FactPath]) {
    answer(
      slice, marked: summary(of: slice, readings: situation.readings), others: otherReadings(of: slice),
      options: options)
  }

  /// The same, from what is said of it as contested clauses are read and under each other way to read them.
  func answer(
    _ slice: Slice, marked: Summary, others: [OtherReading], options: DecisionOptions
  ) -> (answer: ActAnswer, later: [FactPath]) {
    let explanation = Explanation(edition: edition, known: known, slice: slice)
    let isSought = options.explain && marked.answer != .undetermined
    let sought: (found: [Change], mayMissSome: Bool) =
      isSought ? changes(to: marked.answer, of: slice) : ([], false)
    let answer = ActAnswer(
      act: slice.act, answer: marked.answer, basis: marked.basis, ground: marked.ground, possible: marked.possible,
      window: marked.window, first: firstSteps(marked),
      reasons: explanation.reasons(marked.roles, ground: marked.ground),
      cautions: cautions(marked, of: slice, others: others),
      changes: sought.found, mayMissChanges: sought.mayMissSome, asking: marked.asking)
    return (answer, edition.library.vocabulary.ordered(marked.basisMatters) + openAnchors(marked))
  }

  /// The answer for one act without its cautions, and so without a look at the other ways to read what courts contest.
  func bareAnswer(_ slice: Slice) -> ActAnswer {
    let marked = summary(of: slice, readings: situation.readings)
    return ActAnswer(
      act: slice.act, answer: marked.answer, basis: marked.basis, ground: marked.ground, possible: marked.possible,
      window: marked.window, first: firstSteps(marked),
      reasons: Explanation(edition: edition, known: known, slice: slice).reasons(marked.roles, ground: marked.ground),
      cautions: [], changes: [], asking: marked.asking)
  }

  private func firstSteps(_ summary: Summary) -> [FirstStep] {
    summary.steps.reduce(into: []) { found, needed in
      let norm = edition.norms[needed.norm]
      let step = norm.rule.steps[needed.step]
      guard !found.contains(where: { $0.step == step.step }) else { return }
      let law = edition.library.law(norm.rule.name.law)
      found.append(FirstStep(step: step.step, cite: law?.citation(of: step.cite) ?? norm.cite))
    }
  }

  /// The facts that would close an open window.
  private func openAnchors(_ summary: Summary) -> [FactPath] {
    guard summary.window?.isOpen ?? false, summary.possible != [.prohibited] else { return [] }
    return summary.roles.filter { $0.role == .bounds }.sorted { $0.norm < $1.norm }.flatMap { role in
      edition.norms[role.norm].rule.bounds.compactMap { bound in
        guard case .fact(let name) = bound.anchor, situation.facts[name] == nil else { return nil }
        return .fact(name)
      }
    }
  }
}

extension WindowBound {
  /// What it is reckoned from.
  var anchor: Test.Subject {
    switch self {
    case .notBefore(let moment), .until(let moment):
      switch moment {
      case .date(let subject), .endOfDay(let subject), .offset(_, _, _, let subject): subject
      }
    case .atMost(_, let from, _): from
    }
  }
}
