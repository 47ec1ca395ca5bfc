/// A worked example: a request and what the law must answer.
public struct Case: Sendable {
  /// What the example shows, in a few words.
  public let title: String
  /// Whether an official source or a court states the answer; otherwise it was derived from the text.
  public let isOfficial: Bool
  /// Where its answer comes from.
  public let source: String
  /// The law whose document holds it; nil in a vocabulary.
  public let law: String?
  /// What is asked, and what is given.
  public let request: Request
  /// What the law must answer.
  public let expectations: [Expectation]
  /// Where it stands.
  public let location: SourceLocation

  /// One claim, with its place for the report of a failure.
  public struct Expectation: Sendable {
    /// What is claimed.
    public let claim: Claim
    /// Where the claim stands.
    public let location: SourceLocation
  }

  /// What a case can claim.
  public enum Claim: Sendable, Hashable {
    /// Without a basis: completions differ in it (`basis-open`). The ground is a kind of paper; nil: any.
    case answer(act: String, Answer, Basis?, ground: String?, because: [QualifiedName])
    /// Exactly these facts matter (`age`, `i247a.signer`, `convictions`, `convictions.class`).
    case undetermined(act: String, asking: [String])
    case duty(act: String, to: String?, due: Instant?, dueDay: Day?, because: QualifiedName?)
    /// With a rule: that rule gives none, whatever the others do.
    case noDuty(act: String, to: String?, because: QualifiedName?)
    case caution(CautionCode, act: String?, present: Bool)
    case first(step: String, act: String, present: Bool)
    case window(act: String, from: Instant?, until: Instant?)
  }
}
