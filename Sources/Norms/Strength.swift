package import LawLanguage

extension Answer {
  /// 0 is the strongest.
  package var strength: Int {
    switch self {
    case .required: 0
    case .conflict: 1
    case .permitted: 2
    case .prohibited: 3
    case .undetermined: 4
    }
  }
}

extension Basis {
  /// 0 comes first among equal answers.
  package var strength: Int {
    switch self {
    // A ground whose time is over says more than one that never was: it comes before the other prohibitions.
    case .commanded, .opposed, .granted, .outsideWindow: 0
    case .exempted, .forbidden: 1
    case .silent, .authorityDenied: 2
    case .noAuthorityFound: 3
    }
  }
}
