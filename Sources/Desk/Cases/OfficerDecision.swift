public import LawLanguage

/// What the agency chose to do about an act.
public enum Choice: String, Sendable, Hashable, Codable, CaseIterable {
  /// Do it.
  case act
  /// Leave it undone.
  case refrain
}

/// What a named officer decided about one act.
public struct OfficerDecision: Sendable, Hashable, Codable {
  /// Its number within the case, from 1.
  public let number: Int
  /// The act.
  public let act: String
  /// What was chosen.
  public let choice: Choice
  /// The number of the proposal that lay before the officer; nil where there was none to be had.
  public let proposal: Int?
  /// What the engine said of the act; nil where it could not be asked.
  public let proposed: Answer?
  /// Why, where the officer differs or the answer was open; in an emergency always.
  public let reason: String?
  /// Set in an emergency.
  public let emergency: BreakGlass?
  /// Whether a second person looks at it, and by when.
  public let review: ReviewDue?

  /// Whether it is not what the engine proposed.
  public var differs: Bool { proposed.map { choice.differs(from: $0) } ?? true }
}

/// That somebody whom the agency has named decided where no officer could be had.
public struct BreakGlass: Sendable, Hashable, Codable {
  /// Why it could not wait.
  public let reason: String
  /// Who gave authority over the phone: name and office.
  public let phoneAuthority: String
  /// When they did.
  public let authorisedAt: Instant

  /// An emergency decision's ground.
  public init(reason: String, phoneAuthority: String, authorisedAt: Instant) {
    self.reason = reason
    self.phoneAuthority = phoneAuthority
    self.authorisedAt = authorisedAt
  }
}

/// By when a second person looks at a decision.
public struct ReviewDue: Sendable, Hashable, Codable {
  /// The last moment.
  public let due: Instant
  /// How it was reckoned.
  public let arithmetic: String
}

/// What a second person found.
public struct Review: Sendable, Hashable, Codable {
  /// The number of the decision.
  public let decision: Int
  /// Whether they would have decided the same.
  public let agrees: Bool
  /// What they found.
  public let finding: String
}

extension Choice {
  /// Whether an answer is against it, or open.
  func differs(from answer: Answer) -> Bool {
    switch (answer, self) {
    case (.required, .refrain), (.prohibited, .act), (.conflict, _), (.undetermined, _): true
    case (.required, .act), (.prohibited, .refrain), (.permitted, _): false
    }
  }
}

extension Answer: Codable {}
extension Basis: Codable {}
