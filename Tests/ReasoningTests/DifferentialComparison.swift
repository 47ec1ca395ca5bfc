import LawLanguage
import Reasoning
import Reference

/// One thing in which a decision differs from what the reference interpreter finds.
struct Difference: CustomStringConvertible {
  /// The act or duty; empty for what concerns all.
  let subject: String
  /// What of it: `answer`, `basis`, `due day`.
  let aspect: String
  let description: String
}

/// Where a decision differs from what the reference interpreter finds; empty if nowhere.
func differences(_ finding: Finding, _ decision: Decision) -> [Difference] {
  var found: [Difference] = []
  func compare<Value: Equatable>(_ subject: String, _ aspect: String, _ reference: Value, _ fast: Value) {
    guard reference != fast else { return }
    found.append(
      Difference(
        subject: subject, aspect: aspect,
        description: "\(subject) \(aspect): the reference says \(reference), the decision \(fast)"))
  }
  compare("", "acts", finding.answers.map(\.act), decision.answers.map(\.act))
  for (reference, fast) in zip(finding.answers, decision.answers) {
    let act = reference.act
    compare(act, "answer", reference.answer, fast.answer)
    compare(act, "basis", reference.basis, fast.basis)
    compare(act, "ground", reference.ground, fast.ground)
    compare(act, "possible", reference.possible, Set(fast.possible))
    compare(act, "window from", reference.windowFrom, fast.window?.from)
    compare(act, "window until", reference.windowUntil, fast.window?.until)
    compare(act, "window open", reference.windowIsOpen, fast.window?.isOpen ?? false)
    // Which steps come first is compared, not which of two that both come first is named before the other.
    compare(act, "first", Set(reference.first), Set(fast.first.map(\.step)))
    let reasons = Set(fast.reasons.map { NormReason($0.rule, $0.role) })
    compare(act, "reasons", words(reference.reasons), words(reasons))
    compare(act, "cautions", words(reference.cautions), words(Set(fast.cautions.map(\.code))))
    compare(act, "matters", reference.matters.sorted(), Set(fast.asking.map(\.name)).sorted())
  }
  compare("", "duties", finding.duties.map(\.rule.description), decision.duties.map(\.rule.description))
  for (reference, fast) in zip(finding.duties, decision.duties) where reference.rule == fast.rule {
    compare("duty \(reference.rule)", "contingent", reference.contingent, fast.isContingent)
    compare("duty \(reference.rule)", "certain", reference.certain, fast.isCertain)
    compare("duty \(reference.rule)", "due", reference.due, fast.due)
    compare("duty \(reference.rule)", "due day", reference.dueDay, fast.dueDay)
  }
  return found
}

private func words(_ reasons: Set<NormReason>) -> [String] {
  reasons.map { "\($0.rule) \($0.role.rawValue)" }.sorted()
}

private func words(_ cautions: Set<CautionCode>) -> [String] { cautions.map(\.rawValue).sorted() }
