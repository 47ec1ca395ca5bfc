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
      matters: answer == .undetermined ? matters(completions, verdicts.map(\.answer)) : [],
      unknowns: completions.unknowns.count, completions: completions.all.count)

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
    let answer = Dictionary(uniqueKeysWithValues: zip(all, answers))
    var found: Set<Int> = []
    // Those that differ in one fact have nothing between them.
    for (one, own) in zip(all, answers) {
      for fact in one.indices where !found.contains(fact) {
        // It is enough to look up: the other is looked at as well.
        var other = one
        while other[fact] > 0, !found.contains(fact) {
          other[fact] -= 1
          if let its = answer[other], its != own { found.insert(fact) }
        }
      }
    }
    // One that no constraint looks at could be changed alone: only those that one looks at change together.
    let together = completions.tied.reduce([[:]]) { shorter, unknown in
      shorter.flatMap { choice in
        (0..<completions.fillings[unknown]).map { choice.merging([unknown: $0]) { $1 } }
      }
    }
    for (one, own) in zip(all, answers) where !found.isSuperset(of: completions.tied) {
      for choice in together {
        var other = one
        for (unknown, filling) in choice { other[unknown] = filling }
        guard let its = answer[other], its != own else { continue }
        let differing = one.indices.filter { one[$0] != other[$0] }
        if found.isSuperset(of: differing) { continue }
        if !hasBetween(one, other, differing, answer) { found.formUnion(differing) }
      }
    }
    return names(found, completions)
  }

  private func names(_ unknowns: Set<Int>, _ completions: Completions) -> Set<String> {
    Set(unknowns.map { completions.unknowns[$0].name(in: situation.request) })
  }

  /// Whether a completion agrees on each fact with one of the two, and differs from both.
  private func hasBetween(_ one: [Int], _ other: [Int], _ differing: [Int], _ completions: [[Int]: Answer]) -> Bool {
    // Every way to take some, but not all, of what differs from the other.
    (1..<(1 << differing.count) - 1).contains { taken in
      var mixed = one
      for (bit, index) in differing.enumerated() where taken & (1 << bit) != 0 { mixed[index] = other[index] }
      return completions[mixed] != nil
    }
  }
}
