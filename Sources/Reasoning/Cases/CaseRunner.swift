public import LawLanguage

/// What a worked example claims and the law does not answer.
public struct CaseFailure: Sendable, Hashable {
  /// The claim, in the words of a case.
  public let expected: String
  /// What the decision says instead.
  public let got: String
  /// The place of the claim.
  public let location: SourceLocation
}

/// Decides the request of a case and holds the decision against each of its claims.
///
/// - Parameters:
///   - example: The case.
///   - library: The law it is decided by.
///   - digests: The library's digests, if many cases are run.
/// - Returns: The claims that fail; none if the case passes.
public func run(_ example: Case, in library: Library, digests: LibraryDigests? = nil) -> [CaseFailure] {
  let decision: Decision
  do {
    decision = try decide(example.request, in: library, digests: digests)
  } catch {
    return [
      CaseFailure(
        expected: "a decision", got: "\(error.place) has no time zone that is known", location: example.location)
    ]
  }
  let check = ClaimCheck(decision: decision, zone: library.vocabulary.zone(of: example.request))
  return example.expectations.compactMap { expectation in
    check.mismatch(expectation.claim).map {
      CaseFailure(expected: check.words(of: expectation.claim), got: $0, location: expectation.location)
    }
  }
}

/// Holds claims against one decision.
private struct ClaimCheck {
  let decision: Decision
  let zone: Zone?

  /// What the decision says instead of the claim, or nil if the claim holds.
  func mismatch(_ claim: Case.Claim) -> String? {
    switch claim {
    case .answer(let act, let answer, let basis, let ground, let because):
      return onAnswer(act) { found in
        let kind = decision.receipt.request.paper(at: found.ground)?.kind
        guard found.answer == answer, found.basis == basis, ground == nil || ground == kind else {
          return words(of: found, ground: ground == nil ? nil : kind ?? "no paper")
        }
        let missing = because.filter { rule in !found.reasons.contains { $0.rule == rule } }
        guard !missing.isEmpty else { return nil }
        let reasons = found.reasons.map { "\($0.rule) \($0.role.rawValue)" }
        return "\(list(missing.map(\.description))) not among the reasons: \(list(reasons))"
      }
    case .undetermined(let act, let asking):
      return onAnswer(act) { found in
        guard found.answer == .undetermined else { return words(of: found, ground: nil) }
        let names = Set(found.asking.map(\.kindName))
        return names == Set(asking) ? nil : "undetermined \(act) asking \(list(names.sorted()))"
      }
    case .duty(let act, let to, let due, let dueDay, let because):
      let duties = decision.duties.filter { $0.act == act && (to == nil || $0.to == to) }
      let isThere = duties.contains { duty in
        duty.isCertain && (due == nil || duty.due == due) && (dueDay == nil || day(of: duty) == dueDay)
          && (because == nil || duty.rule == because)
      }
      return isThere ? nil : words(of: duties)
    case .noDuty(let act, let to):
      let duties = decision.duties.filter { $0.act == act && (to == nil || $0.to == to) }
      return duties.isEmpty ? nil : words(of: duties)
    case .caution(let code, let act, let present):
      let answers = decision.answers.filter { act == nil || $0.act == act }
      let codes = answers.flatMap(\.cautions).map(\.code)
      return codes.contains(code) == present ? nil : "the cautions \(list(codes.map(\.rawValue)))"
    case .first(let step, let act):
      return onAnswer(act) { found in
        found.first.contains { $0.step == step } ? nil : "first \(list(found.first.map(\.step)))"
      }
    case .window(let act, let from, let until):
      return onAnswer(act) { found in
        let holds =
          (from == nil || isSameMinute(found.window?.from, from))
          && (until == nil || isSameMinute(found.window?.until, until))
          && found.window != nil
        return holds ? nil : found.window.map(words) ?? "no window"
      }
    }
  }

  /// Cases name minutes; the end of a day is the last second of its last minute.
  private func isSameMinute(_ one: Instant?, _ other: Instant?) -> Bool {
    one.map { Int64((Double($0.seconds) / 60).rounded(.down)) }
      == other.map { Int64((Double($0.seconds) / 60).rounded(.down)) }
  }

  private func onAnswer(_ act: String, _ check: (ActAnswer) -> String?) -> String? {
    guard let found = decision.answers.first(where: { $0.act == act }) else { return "\(act) was not asked" }
    return check(found)
  }

  private func day(of duty: Duty) -> Day? { duty.dueDay ?? duty.due.flatMap { zone?.day(of: $0) } }

  // MARK: Words

  func words(of claim: Case.Claim) -> String {
    switch claim {
    case .answer(let act, let answer, let basis, let ground, let because):
      "\(answer.verb) \(act), \(basis.rawValue)" + (ground.map { ", on \($0)" } ?? "")
        + (because.isEmpty ? "" : ", because \(list(because.map(\.description)))")
    case .undetermined(let act, let asking): "undetermined \(act) asking \(list(asking))"
    case .duty(let act, let to, let due, let dueDay, let because):
      "duty \(act)" + (to.map { " to \($0)" } ?? "")
        + (due.map { " due \(words(of: $0))" } ?? dueDay.map { " due \($0)" } ?? "")
        + (because.map { " because \($0)" } ?? "")
    case .noDuty(let act, let to): "no duty \(act)" + (to.map { " to \($0)" } ?? "")
    case .caution(let code, let act, let present):
      (present ? "" : "no ") + "caution \(code.rawValue)" + (act.map { " over \($0)" } ?? "")
    case .first(let step, let act): "first \(step) for \(act)"
    case .window(let act, let from, let until):
      "window \(act)" + words(of: Window(from: from, until: until, isOpen: false))
    }
  }

  private func words(of answer: ActAnswer, ground: String?) -> String {
    var words = "\(answer.answer.verb) \(answer.act)"
    if answer.answer == .undetermined { return words + " asking \(list(answer.asking.map(\.kindName)))" }
    words += ", \(answer.basis?.rawValue ?? "basis open")"
    if let ground { words += ", on \(ground)" }
    let reasons = answer.reasons.map(\.rule.description)
    return reasons.isEmpty ? words : words + ", because \(list(reasons))"
  }

  private func words(of duties: [Duty]) -> String {
    if duties.isEmpty { return "no such duty" }
    let each = duties.map { duty in
      "\(duty.isCertain ? "" : "perhaps ")\(duty.act)" + (duty.to.map { " to \($0)" } ?? "")
        + (duty.due.map { " due \(words(of: $0))" } ?? duty.dueDay.map { " due \($0)" } ?? "")
        + " because \(duty.rule)"
    }
    return list(each)
  }

  private func words(of window: Window) -> String {
    (window.from.map { " from \(words(of: $0))" } ?? "") + (window.until.map { " until \(words(of: $0))" } ?? "")
  }

  private func words(of instant: Instant) -> String {
    zone.map { "\($0.day(of: instant)) \($0.time(of: instant))" } ?? instant.text(in: nil)
  }

  private func list(_ words: [String]) -> String { words.isEmpty ? "none" : words.joined(separator: ", ") }
}

extension Answer {
  /// As a case writes it: `must hold`.
  fileprivate var verb: String {
    switch self {
    case .required: "must"
    case .prohibited: "must not"
    case .permitted: "may"
    case .conflict: "conflict"
    case .undetermined: "undetermined"
    }
  }
}

extension FactPath {
  /// Without which record it is: `convictions.class`.
  fileprivate var kindName: String {
    if case .record(let list, _, let field) = self { "\(list).\(field)" } else { name }
  }
}
