public import LawLanguage

/// That an answer is kept back: it rests on wording that nobody read whole, and counsel has not put initials to it.
public struct Withheld: Sendable, Hashable {
  /// What the law as it is coded would say.
  public var answer: Answer
  /// On what basis.
  public var basis: Basis?
  /// What it rests on that is below `verified` and has no initials.
  public var wanting: [Wanting]

  /// A provision to which counsel has not put initials.
  public struct Wanting: Sendable, Hashable {
    /// The rule, exception, void or suspension.
    public var rule: QualifiedName
    /// The law's citation and the clause's.
    public var cite: String
    /// What its wording rests on.
    public var provenance: Provenance
  }

  /// The citations, each once.
  var cites: String {
    var cites: [String] = []
    for entry in wanting where !cites.contains(entry.cite) { cites.append(entry.cite) }
    return cites.joined(separator: ", ")
  }
}

extension Decision {
  /// The decision for an agency whose counsel answers for some of the wording that is below `verified`: an answer that
  /// rests on any other is undetermined, and says what the law as coded would say, and why it is kept back.
  ///
  /// Duties stay: what may be owed is told, with what its wording rests on.
  package func keepingBack(unless isInitialled: (Reason) -> Bool) -> Decision {
    var decision = self
    decision.answers = answers.map { $0.keptBack(unless: isInitialled) }
    return decision
  }
}

extension ActAnswer {
  fileprivate func keptBack(unless isInitialled: (Reason) -> Bool) -> ActAnswer {
    switch answer {
    case .conflict, .undetermined: return self
    case .required, .permitted, .prohibited: break
    }
    let wanting = reasons.filter { $0.role.bears && !$0.provenance.isVerified && !isInitialled($0) }
    guard !wanting.isEmpty else { return self }
    var kept = self
    kept.withheld = Withheld(
      answer: answer, basis: basis,
      wanting: wanting.map { Withheld.Wanting(rule: $0.rule, cite: $0.cite, provenance: $0.provenance) })
    kept.answer = .undetermined
    kept.basis = nil
    kept.ground = nil
    kept.possible = [.required, .permitted, .prohibited]
    kept.window = nil
    kept.first = []
    kept.changes = []
    return kept
  }
}

extension Provenance {
  /// Whether somebody read the text itself.
  package var isVerified: Bool { if case .verified = self { true } else { false } }
}

extension Role {
  /// Whether a norm in this part bears on what may be done and when.
  package var bears: Bool {
    switch self {
    case .decides, .permits, .exempts, .givesAuthority, .deniesAuthority, .bounds: true
    case .displaced, .voided, .suspended, .yields: false
    }
  }
}
