/// What a sign-in or an enrolment under way must be answered with. It is kept in the session, and serves once.
enum Ceremony: Sendable {
  /// Somebody signs in with a passkey.
  case signIn(challenge: [UInt8])
  /// An account gets a passkey.
  case newPasskey(account: AccountID, challenge: [UInt8])
  /// An account gets codes.
  case newCodes(account: AccountID, TimeCode, PassphraseDigest)
}
