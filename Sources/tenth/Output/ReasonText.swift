import LawLanguage
import Reasoning

/// Why the answer for one act is what it is: each rule once, its citation first.
struct ReasonText {
  let answer: ActAnswer
  let library: Library
  private let reasons: [(reason: Reason, roles: [Role])]
  private let cautions: [Caution]

  init(answer: ActAnswer, library: Library) {
    self.answer = answer
    self.library = library
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
    reasons = found
    cautions = answer.cautions.filter { $0.code != .windowOpen || mayBeDone }
  }

  var isEmpty: Bool { reasons.isEmpty && cautions.isEmpty }

  func write(on page: inout Page) {
    for (index, entry) in reasons.enumerated() {
      if index > 0 { page.gap() }
      write(entry.reason, entry.roles, on: &page)
    }
    if !reasons.isEmpty, !cautions.isEmpty { page.gap() }
    for caution in cautions {
      page.paragraph(caution.text, indent: 2, lead: "! ", look: .yellow)
    }
  }

  private func write(_ reason: Reason, _ roles: [Role], on page: inout Page) {
    page.paragraph("\(reason.cite) \(phrase(roles, of: reason)).", indent: 2, lead: "- ")
    page.paragraph(reason.text, indent: 4)
    for fact in reason.facts { page.paragraph(fact, indent: 4) }
    for exception in reason.exceptions {
      let state =
        switch exception.isOpen {
        case true?: "applies"
        case false?: "does not apply"
        case nil: "may apply: that is not known"
        }
      let facts = exception.facts.isEmpty ? "" : ": \(exception.facts.joined(separator: "; "))"
      page.paragraph("The exception of \(exception.cite) \(state)\(facts).", indent: 4)
    }
    page.paragraph(reason.provenance.sentence, indent: 4, look: .dim)
  }

  // MARK: Roles

  /// After the citation. A norm that commands gives the authority too, and says so once.
  private func phrase(_ roles: [Role], of reason: Reason) -> String {
    guard answer.answer == .undetermined else {
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
  var sentence: String {
    switch self {
    case .verified(let source): "Rests on the text: \(source)."
    case .secondary(let source): "Rests on a secondary source: \(source)."
    case .unverified: "The text was not checked."
    }
  }
}
