import LawLanguage
public import Reasoning

/// A letter that a decision calls for.
public struct OwedLetter: Sendable, Hashable {
  /// The kind of letter.
  public let kind: LetterKind
  /// Who gets it.
  public let to: String
  /// The duties that it meets; none where it is the office's own policy.
  public let duties: [Duty]
  /// Why it may be sent although no law asks for it.
  public let policy: LetterKind.PolicyCall?

  /// Whether no law asks for it.
  public var isByPolicy: Bool { duties.isEmpty }
  /// Whether it is settled that it is owed.
  public var isCertain: Bool { isByPolicy || duties.contains(where: \.isCertain) }
  /// Whether it is owed only if something is done or refused.
  public var isContingent: Bool { !isByPolicy && duties.allSatisfy(\.isContingent) }
}

extension LetterSet {
  /// The letters that meet the duties of a decision, in the order of the duties; then those that an office may send by its
  /// own policy.
  public func owed(by decision: Decision) -> [OwedLetter] {
    var found: [OwedLetter] = []
    for duty in decision.duties {
      for kind in kinds where kind.meets(duty) {
        guard let to = duty.to, !found.contains(where: { $0.kind.name == kind.name && $0.to == to }) else { continue }
        found.append(
          OwedLetter(kind: kind, to: to, duties: decision.duties.filter { $0.to == to && kind.meets($0) }, policy: nil))
      }
    }
    for kind in kinds where !found.contains(where: { $0.kind.name == kind.name }) {
      guard let policy = kind.policy(for: decision.receipt.request), let to = kind.to.first else { continue }
      found.append(OwedLetter(kind: kind, to: to, duties: [], policy: policy))
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

  func policy(for request: Request) -> PolicyCall? {
    policy.first { call in
      call.jurisdiction == request.jurisdiction && request.papers.contains { call.papers.contains($0.kind) }
    }
  }
}
