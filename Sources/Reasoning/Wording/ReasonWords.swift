package import LawLanguage

/// Why the answer for one act is what it is: each rule once, with the part it plays in words, and what to beware of.
package struct ReasonWords: Sendable {
  /// A rule's reason and what it does, in words that follow its citation: `forbids it`.
  package struct Entry: Sendable {
    package let reason: Reason
    package let phrase: String
  }

  package let entries: [Entry]
  package let cautions: [Caution]

  package init(answer: ActAnswer, library: Library) {
    // What bounds an act in time bears on one that may be done.
    let mayBeDone = answer.answer != .prohibited || answer.basis == .outsideWindow
    var found: [(reason: Reason, roles: [Role])] = []
    for reason in answer.reasons where reason.role != .bounds || mayBeDone {
      if let index = found.firstIndex(where: { $0.reason.rule == reason.rule }) {
        found[index].roles.append(reason.role)
      } else {
        found.append((reason, [reason.role]))
      }
    }
    let roles = RoleWords(isSettled: answer.answer != .undetermined, library: library)
    entries = found.map { Entry(reason: $0.reason, phrase: roles.phrase($0.roles, of: $0.reason)) }
    cautions = answer.cautions.filter { $0.code != .windowOpen || mayBeDone }
  }

  package var isEmpty: Bool { entries.isEmpty && cautions.isEmpty }
}

extension ExceptionState {
  /// How the exception stands, as a sentence.
  package var sentence: String {
    let state =
      switch isOpen {
      case true?: "applies"
      case false?: "does not apply"
      case nil: "may apply: that is not known"
      }
    let known = facts.isEmpty ? "" : ": \(facts.joined(separator: "; "))"
    return "The exception of \(cite) \(state)\(known)."
  }
}

private struct RoleWords {
  let isSettled: Bool
  let library: Library

  /// After the citation. A norm that commands gives the authority too, and says so once.
  func phrase(_ roles: [Role], of reason: Reason) -> String {
    guard !isSettled else {
      return roles.map { words(for: $0, of: reason) }.joined(separator: " and ")
    }
    let ban = isBan(reason)
    if roles.contains(.exempts) { return ban ? "would forbid it, but for an exception" : "would command it" }
    if roles.contains(.decides) { return ban ? "would forbid it, if it applies" : "would command it, if it applies" }
    if roles.contains(.permits) { return "would permit it, if it applies" }
    return roles.map { words(for: $0, of: reason) }.joined(separator: " or ")
  }

  private func words(for role: Role, of reason: Reason) -> String {
    switch role {
    case .decides: isBan(reason) ? "forbids it" : "commands it"
    case .permits: "permits it"
    case .exempts: "bans it, but not here"
    case .givesAuthority: "gives the authority"
    case .deniesAuthority: "denies the authority"
    case .bounds: "bounds it in time"
    case .displaced: "says otherwise and is displaced by higher law"
    case .voided: "is void here"
    case .suspended: "is suspended here"
    case .yields: "yields"
    }
  }

  private func isBan(_ reason: Reason) -> Bool {
    library.law(reason.rule.law)?.rules.first { $0.name == reason.rule }?.modality == .mustNot
  }
}

extension Provenance {
  /// What a rule rests on, in a sentence.
  package var sentence: String {
    switch self {
    case .verified(let source): "Rests on the text: \(source)."
    case .secondary(let source): "Rests on a secondary source: \(source)."
    case .unverified: "The text was not checked."
    }
  }
}
