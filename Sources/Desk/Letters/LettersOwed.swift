import LawLanguage
public import Reasoning

/// A letter that a decision calls for.
public struct OwedLetter: Sendable, Hashable {
  /// The kind of letter.
  public let kind: LetterKind
  /// Who gets it.
  public let to: String
  /// What calls for it.
  public let call: Call

  /// What calls for a letter.
  public enum Call: Sendable, Hashable {
    /// These duties, which it meets.
    case duties([Duty])
    /// An act that is allowed only after the step that the letter is.
    case step(FirstStep, before: String)
    /// The office's own policy; no law asks for it.
    case policy(LetterKind.PolicyCall)
  }

  /// Whether no law asks for it.
  public var isByPolicy: Bool {
    switch call {
    case .duties, .step: false
    case .policy: true
    }
  }

  /// Whether it is settled that it is owed.
  public var isCertain: Bool {
    switch call {
    case .duties(let duties): duties.contains(where: \.isCertain)
    case .step, .policy: true
    }
  }

  /// Whether it is owed only if something is done or refused.
  public var isContingent: Bool {
    switch call {
    case .duties(let duties): duties.allSatisfy(\.isContingent)
    case .step: true
    case .policy: false
    }
  }
}

extension LetterSet {
  /// The letters that a decision calls for: first those that meet its duties, in their order; then those that are a step
  /// before an act; then those that an office may send by its own policy.
  public func owed(by decision: Decision) -> [OwedLetter] {
    var found: [OwedLetter] = []
    for duty in decision.duties {
      for kind in kinds where kind.meets(duty) {
        guard let to = duty.to, !found.contains(where: { $0.kind.name == kind.name && $0.to == to }) else { continue }
        found.append(OwedLetter(kind: kind, to: to, call: .duties(kind.duties(in: decision, to: to))))
      }
    }
    for kind in kinds where !found.contains(where: { $0.kind.name == kind.name }) {
      guard let to = kind.to.first else { continue }
      if let (step, act) = kind.step(in: decision) {
        found.append(OwedLetter(kind: kind, to: to, call: .step(step, before: act)))
      } else if let policy = kind.policy(for: decision.receipt.request) {
        found.append(OwedLetter(kind: kind, to: to, call: .policy(policy)))
      }
    }
    return found
  }

  /// What laws ask of the language of a letter.
  public func languages(for kind: LetterKind, in jurisdiction: String) -> [RequiredLanguages] {
    requiredLanguages.filter { required in
      guard required.jurisdiction == jurisdiction || required.jurisdiction == "US" else { return false }
      guard let law = required.law, let act = required.act else { return true }
      return kind.owed.contains { $0.law == law && $0.act == act }
    }
  }
}

extension LetterKind {
  func meets(_ duty: Duty) -> Bool {
    guard let recipient = duty.to, to.contains(recipient) else { return false }
    return owed.contains { $0.law == duty.rule.law && $0.act == duty.act }
  }

  func duties(in decision: Decision, to recipient: String) -> [Duty] {
    decision.duties.filter { $0.to == recipient && meets($0) }
  }

  /// The step that the letter is, before an act that may be done.
  func step(in decision: Decision) -> (FirstStep, act: String)? {
    for answer in decision.answers {
      if let step = answer.first.first(where: { steps.contains($0.step) }) { return (step, answer.act) }
    }
    return nil
  }

  func policy(for request: Request) -> PolicyCall? {
    policy.first { call in
      call.jurisdiction == request.jurisdiction && request.papers.contains { call.papers.contains($0.kind) }
    }
  }
}
