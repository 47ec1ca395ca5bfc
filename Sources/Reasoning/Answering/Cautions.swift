import LawLanguage
import Norms

extension Deliberation {
  /// What a reader must also know of an answer, in the order of the codes.
  func cautions(
    _ summary: Summary, of slice: Slice, others: [(readings: [Int], answer: Answer)]
  ) -> [Caution] {
    var found: [Caution] = []
    func add(_ code: CautionCode, _ text: String) { found.append(Caution(code: code, text: text)) }

    if !isAskedFor(slice) {
      add(.notAsked, "None of the papers offered asks for this.")
    }
    if !others.isEmpty { add(.contested, contestedText(summary, others)) }
    for text in presumedTexts(summary, slice) { add(.presumed, text) }
    for index in slice.untranslated where couldChange(summary, slice, edition.untranslated[index]) {
      let clause = edition.untranslated[index]
      add(.untranslated, "\(clause.cite) is not coded and could change this: \(clause.clause.text)")
    }
    let resting = summary.roles.filter { [.decides, .permits, .exempts].contains($0.role) }.map {
      edition.norms[$0.norm]
    }
    let secondary = resting.filter { if case .secondary = $0.rule.provenance { true } else { false } }
    if !secondary.isEmpty {
      add(.secondary, "Rests on a secondary source, not on the text itself: \(cites(secondary)).")
    }
    let unverified = resting.filter { $0.rule.provenance == .unverified }
    if !unverified.isEmpty { add(.unverified, "The text was not checked: \(cites(unverified)).") }
    if summary.basisOpen { add(.basisOpen, "The answer is certain; on which ground it rests is not.") }
    if summary.window?.isOpen ?? false {
      add(.windowOpen, "A limit in time applies whose start is not known yet.")
    }
    if summary.authorityDisputed {
      add(.authorityDisputed, "Laws of one rank both give and deny authority; it is taken as denied.")
    }
    if summary.basis == .silent {
      let searched = edition.library.vocabulary.place(request.jurisdiction)?.searchedTo
      add(
        .searchedTo, "No law on this was found; the law was searched to \(searched?.description ?? "an unknown day").")
    }
    if summary.isTooOpen {
      add(
        .tooOpen,
        "So much is unknown that not every way it could be was gone through: the answers possible were not narrowed down."
      )
    }
    return found
  }

  private func cites(_ norms: [Norm]) -> String { Array(Set(norms.map(\.cite))).sorted().joined(separator: ", ") }

  private func contestedText(_ summary: Summary, _ others: [(readings: [Int], answer: Answer)]) -> String {
    let differing = others.filter { $0.answer != summary.answer }
    guard !differing.isEmpty else {
      return "Courts read a clause here in different ways; the answer is the same in all."
    }
    let texts = differing.map { other in
      let names = other.readings.indices.filter { other.readings[$0] != situation.readings[$0] }.map { index in
        let reading = edition.contests[index].readings[other.readings[index]]
        return reading.text
      }
      return "\(other.answer.rawValue) if: \(names.joined(separator: " "))"
    }
    let own = ownReadings(among: differing.map(\.readings))
    return "Courts disagree and none binds this place. \(own)Otherwise it would be \(texts.joined(separator: "; "))"
  }

  /// The office's own readings on which the answer hangs: `As read by Example County: … (its counsel's opinion 3). `
  private func ownReadings(among others: [[Int]]) -> String {
    edition.contests.indices.compactMap { index -> String? in
      let contest = edition.contests[index]
      guard others.contains(where: { $0[index] != situation.readings[index] }),
        let position = positions.first(where: { $0.index(in: contest) == situation.readings[index] })
      else { return nil }
      return "As read by \(position.office): \(contest.readings[situation.readings[index]].text) (\(position.because)) "
    }.joined()
  }

  /// The presumptions on which the answer rests: those without which it, its basis or its ground would be another.
  private func presumedTexts(_ summary: Summary, _ slice: Slice) -> [String] {
    guard !presumed.isEmpty else { return [] }
    let mentioned = Say(of: slice, in: edition, truths: truths).names
    // A constraint can carry what is presumed to a fact that is mentioned.
    let facts = presumed.keys.filter { mentioned.contains($0) || edition.constrained.contains($0) }.sorted()
    guard !facts.isEmpty, differs(summary, slice, without: facts) else { return [] }
    let decisive = facts.filter { differs(summary, slice, without: [$0]) }
    return (decisive.isEmpty ? facts : decisive).compactMap { fact in
      presumed[fact].map { index in
        let presumption = edition.presumptions[index]
        return "Presumed (\(presumption.cite)): \(presumption.clause.text)"
      }
    }
  }

  private func differs(_ summary: Summary, _ slice: Slice, without facts: [String]) -> Bool {
    let bare = Deliberation(self, without: facts).verdict(of: slice)
    return bare.answer != summary.answer || bare.basis != summary.basis || bare.ground != summary.ground
  }

  /// Whether an uncoded clause pushes the act in a direction in which its answer could still go.
  private func couldChange(_ summary: Summary, _ slice: Slice, _ clause: UntranslatedNorm) -> Bool {
    let moves =
      switch clause.clause.direction {
      case .permit: summary.answer == .prohibited || summary.answer == .undetermined
      case .forbid: [.permitted, .required, .undetermined].contains(summary.answer)
      case .require: summary.answer != .required
      }
    guard moves else { return false }
    let formula = Formula.conjunction([clause.paper, clause.condition])
    // A ban could only take away the ground that the answer rests on; a permission could open any.
    let isSettled = summary.answer != .undetermined && !summary.basisOpen
    let grounds = clause.clause.direction == .forbid && isSettled ? [summary.ground] : grounds(for: slice)
    return grounds.contains { ground in
      plans.values(of: formula, in: known, ground: ground).contains(true)
    }
  }
}
