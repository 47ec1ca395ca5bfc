package import LawLanguage

/// Holds claims against what one engine said.
package struct ClaimCheck {
  let reply: Reply
  /// Times are told in it.
  let zone: Zone?

  package init(reply: Reply, zone: Zone?) {
    self.reply = reply
    self.zone = zone
  }

  /// What the engine said instead of the claim, or nil if the claim holds.
  package func mismatch(_ claim: Case.Claim) -> String? {
    switch claim {
    case .answer(let act, let answer, let basis, let ground, let because):
      return onAnswer(act) { found in
        guard found.answer == answer, found.basis == basis, ground == nil || ground == found.ground else {
          return words(of: found, ground: ground == nil ? nil : found.ground ?? "no paper")
        }
        let missing = because.filter { rule in !found.reasons.contains { $0.rule == rule } }
        guard !missing.isEmpty else { return nil }
        let reasons = found.reasons.map { "\($0.rule) \($0.role.rawValue)" }
        return "\(list(missing.map(\.description))) not among the reasons: \(list(reasons))"
      }
    case .undetermined(let act, let asking):
      return onAnswer(act) { found in
        guard found.answer == .undetermined else { return words(of: found, ground: nil) }
        return found.asking == Set(asking) ? nil : "undetermined \(act) asking \(list(found.asking.sorted()))"
      }
    case .duty(let act, let to, let due, let dueDay, let because):
      let duties = reply.duties.filter { $0.act == act && (to == nil || $0.to == to) }
      let isThere = duties.contains { duty in
        duty.isCertain && (due == nil || duty.due == due) && (dueDay == nil || day(of: duty) == dueDay)
          && (because == nil || duty.rule == because)
      }
      return isThere ? nil : words(of: duties)
    case .noDuty(let act, let to, let because):
      let duties = reply.duties.filter {
        $0.act == act && (to == nil || $0.to == to) && (because == nil || $0.rule == because)
      }
      return duties.isEmpty ? nil : words(of: duties)
    case .caution(let code, let act, let present):
      let answers = reply.answers.filter { act == nil || $0.act == act }
      let codes = answers.flatMap(\.cautions)
      return codes.contains(code) == present ? nil : "the cautions \(list(codes.map(\.rawValue)))"
    case .first(let step, let act, let present):
      return onAnswer(act) { found in
        found.first.contains(step) == present ? nil : "first \(list(found.first))"
      }
    case .window(let act, let from, let until):
      return onAnswer(act) { found in
        let holds =
          (from == nil || minute(of: found.window?.from) == minute(of: from))
          && (until == nil || minute(of: found.window?.until) == minute(of: until))
          && found.window != nil
        return holds ? nil : found.window.map(words) ?? "no window"
      }
    }
  }

  /// Cases name minutes; the end of a day is the last second of its last minute.
  private func minute(of instant: Instant?) -> Int64? {
    instant.map { Int64((Double($0.seconds) / 60).rounded(.down)) }
  }

  private func onAnswer(_ act: String, _ check: (Reply.Answered) -> String?) -> String? {
    guard let found = reply.answers.first(where: { $0.act == act }) else { return "\(act) was not asked" }
    return check(found)
  }

  private func day(of duty: Reply.Owed) -> Day? { duty.dueDay ?? duty.due.flatMap { zone?.day(of: $0) } }

  // MARK: Words

  /// A claim as a case writes it.
  package func words(of claim: Case.Claim) -> String {
    switch claim {
    case .answer(let act, let answer, let basis, let ground, let because):
      "\(answer.verb) \(act), \(basis?.rawValue ?? CautionCode.basisOpen.rawValue)"
        + (ground.map { ", on \($0)" } ?? "")
        + (because.isEmpty ? "" : ", because \(list(because.map(\.description)))")
    case .undetermined(let act, let asking): "undetermined \(act) asking \(list(asking))"
    case .duty(let act, let to, let due, let dueDay, let because):
      "duty \(act)" + (to.map { " to \($0)" } ?? "")
        + (due.map { " due \(words(of: $0))" } ?? dueDay.map { " due \($0)" } ?? "")
        + (because.map { " because \($0)" } ?? "")
    case .noDuty(let act, let to, let because):
      "no duty \(act)" + (to.map { " to \($0)" } ?? "") + (because.map { " because \($0)" } ?? "")
    case .caution(let code, let act, let present):
      (present ? "" : "no ") + "caution \(code.rawValue)" + (act.map { " over \($0)" } ?? "")
    case .first(let step, let act, let present): (present ? "" : "no ") + "first \(step) for \(act)"
    case .window(let act, let from, let until):
      "window \(act)" + words(of: Window(from: from, until: until, isOpen: false))
    }
  }

  private func words(of answer: Reply.Answered, ground: String?) -> String {
    var words = "\(answer.answer.verb) \(answer.act)"
    if answer.answer == .undetermined { return words + " asking \(list(answer.asking.sorted()))" }
    words += ", \(answer.basis?.rawValue ?? CautionCode.basisOpen.rawValue)"
    if let ground { words += ", on \(ground)" }
    let reasons = answer.reasons.map(\.rule.description)
    return reasons.isEmpty ? words : words + ", because \(list(reasons))"
  }

  private func words(of duties: [Reply.Owed]) -> String {
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
