public import LawLanguage

/// Where a program wants to be told that a case has changed.
public struct Hook: Sendable, Hashable {
  /// Names it.
  public let id: String
  /// The address that is told.
  public let url: String
  /// When it was made.
  public let made: Instant
  /// Since when it is told nothing any more; nil while it is.
  public let disabled: Instant?
}

/// A message that waits to be delivered.
public struct HookDelivery: Sendable, Hashable {
  /// The message's name: the same at each try, so that whoever is told can tell repetitions.
  public let id: String
  /// The hook.
  public let hook: String
  /// Where to.
  public let url: String
  /// What signs it: 32 random bytes.
  public let secret: [UInt8]
  /// What it says: names of cases, and nothing of what is in them.
  public let body: String
  /// How often it was tried.
  public let tries: Int

  /// How long to wait after each try, in seconds, as Standard Webhooks suggests: some three days in all.
  public static let pauses: [Int64] = [
    5, 5 * 60, 30 * 60, 2 * 3600, 5 * 3600, 10 * 3600, 14 * 3600, 20 * 3600, 24 * 3600,
  ]
}

/// What came of trying to deliver a message.
public enum HookOutcome: Sendable, Hashable {
  /// It was taken.
  case taken
  /// It was not; it is tried again, a number of times.
  case failed
  /// Nobody wants to be told there any more (410).
  case gone
}
