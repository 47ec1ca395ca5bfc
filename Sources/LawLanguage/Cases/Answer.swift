/// What the law says of an act.
public enum Answer: String, Sendable, Hashable, CaseIterable {
  case required, prohibited, permitted, conflict, undetermined
}

/// What an answer rests on.
public enum Basis: String, Sendable, Hashable, CaseIterable {
  /// Required: a `must` at the highest rank that speaks.
  case commanded
  case forbidden
  case authorityDenied = "authority-denied"
  case noAuthorityFound = "no-authority-found"
  case outsideWindow = "outside-window"
  case granted, exempted, silent
  /// Conflict: a `must` and a `must not` of one rank, or a `must` that cannot be done.
  case opposed
}

/// The part a norm plays in an answer.
public enum Role: String, Sendable, Hashable, CaseIterable {
  case decides, permits, exempts
  case givesAuthority = "gives-authority"
  case deniesAuthority = "denies-authority"
  case bounds, displaced, voided, suspended, yields
}

/// What a reader must also know.
public enum CautionCode: String, Sendable, Hashable, CaseIterable {
  case notAsked = "not-asked"
  case contested, presumed, untranslated, secondary, unverified
  case basisOpen = "basis-open"
  case windowOpen = "window-open"
  case authorityDisputed = "authority-disputed"
  case searchedTo = "searched-to"
  case tooOpen = "too-open"
}
