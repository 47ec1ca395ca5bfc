import LawLanguage

/// Page: "Unknowns". One act over all completions.
struct ActAggregation {
  let situation: Situation
  let act: String
  /// Every norm that is considered.
  let all: Norms
  /// The facts that a presumption filled.
  let presumed: Set<String>

  func finding() throws -> ActFinding {
    let norms = situation.norms(withASayOn: act, of: all)
    var inspection = Inspection(situation)
    inspection.look(at: norms)
    let completions = try Completions(of: inspection)
    let reasoning = ActReasoning(situation: situation, act: act, norms: norms)
    let verdicts = completions.all.map { reasoning.verdict(in: $0.world) }

    let possible = Set(verdicts.map(\.answer))
    let answer = possible.count == 1 ? verdicts[0].answer : .undetermined
    let window = common(verdicts.map(\.window.from)), end = common(verdicts.map(\.window.until))
    var finding = ActFinding(
      act: act, answer: answer, basis: answer == .undetermined ? nil : common(verdicts.map { $0.basis }),
      ground: answer == .undetermined ? nil : common(verdicts.map(\.ground)), possible: possible,
      windowFrom: window, windowUntil: end,
      windowIsOpen: common(verdicts.map { $0.window.isOpen }) ?? false,
      first: first(verdicts, norms), reasons: reasons(verdicts, answer), cautions: [],
      matters: answer == .undetermined ? matters(completions, verdicts.map(\.answer)) : [])

    finding.cautions = try Cautions(
      situation: situation, act: act, norms: norms, verdicts: verdicts, presumed: presumed
    ).codes(for: finding)
    return finding
  }

  /// What all completions have in common, if it is the same in all.
  private func common<Value: Hashable>(_ values: [Value?]) -> Value? {
    Set(values).count == 1 ? values[0] : nil
  }

  private func reasons(_ verdicts: [Verdict], _ answer: Answer) -> Set<NormReason> {
    verdicts.dropFirst().reduce(verdicts[0].reasons) { so, verdict in
      answer == .undetermined ? so.union(verdict.reasons) : so.intersection(verdict.reasons)
    }
  }

  /// A step comes first if it does so in any completion: an undetermined `when` keeps it listed.
  private func first(_ verdicts: [Verdict], _ norms: Norms) -> [String] {
    let listed = Set(verdicts.flatMap(\.first))
    var found: [String] = []
    for step in norms.norms.flatMap(\.rule.steps).map(\.step)
    where listed.contains(step) && !found.contains(step) {
      found.append(step)
    }
    return found
  }

  // MARK: Which facts matter

  /// The facts in which two completions with different answers differ, when no completion lies between them.
  private func matters(_ completions: Completions, _ answers: [Answer]) -> Set<String> {
    let all = completions.all.map(\.choices)
    let consistent = Set(all)
    var found: Set<Int> = []
    for (one, answer) in zip(all.indices, answers) {
      for other in all.indices.dropFirst(one + 1) where answers[other] != answer {
        let differing = all[one].indices.filter { all[one][$0] != all[other][$0] }
        if found.isSuperset(of: differing) { continue }
        if !hasBetween(all[one], all[other], differing, consistent) { found.formUnion(differing) }
      }
    }
    return Set(found.map { completions.unknowns[$0].name(in: situation.request) })
  }

  /// Whether a completion agrees on each fact with one of the two, and differs from both.
  private func hasBetween(_ one: [Int], _ other: [Int], _ differing: [Int], _ consistent: Set<[Int]>) -> Bool {
    // Every way to take some, but not all, of what differs from the other.
    (1..<(1 << differing.count) - 1).contains { taken in
      var mixed = one
      for (bit, index) in differing.enumerated() where taken & (1 << bit) != 0 { mixed[index] = other[index] }
      return consistent.contains(mixed)
    }
  }
}
