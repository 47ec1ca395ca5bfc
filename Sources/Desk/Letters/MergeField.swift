/// Something that a letter can say of a case. Each field has one type, and says what it tells of a person.
public enum MergeField: String, Sendable, Hashable, CaseIterable, Codable {
  case personName = "person-name"
  case bookingNumber = "booking-number"
  /// The court's number of the person's case.
  case courtCase = "court-case"
  case inCustody = "in-custody"
  /// When the person is to be released.
  case release
  /// When immigration agents were told of the release.
  case toldAgents = "told-agents"
  /// The papers that came, by their titles.
  case papers
  case received
  /// The number that the requesting office gave its request.
  case reference
  case asksHold = "asks-hold"
  case asksNotice = "asks-notice"
  case asksTransfer = "asks-transfer"
  case asksInterview = "asks-interview"
  /// Whether the office will keep the person because of the papers.
  case willKeep = "will-keep"
  case holdEnds = "hold-ends"
  /// Whether the office will tell immigration agents of the release.
  case willTell = "will-tell"
  case willHandOver = "will-hand-over"
  case interviewWith = "interview-with"
  case interviewPurpose = "interview-purpose"
  case interviewTime = "interview-time"
  /// Whether the one who gets the letter is the person's attorney; otherwise whom the person named.
  case isAttorney = "is-attorney"
  case latestCharge = "latest-charge"
  case latestChargeDay = "latest-charge-day"
  /// When the form was served on the person.
  case served
  case servedHow = "served-how"
  /// Whether the letter is the office's own policy, and no law asks for it. Set by composing, never by a caller.
  case byPolicy = "by-policy"

  /// The type of a field's value.
  public enum Form: Sendable, Hashable {
    /// One line of text.
    case text
    /// Some lines of text.
    case texts
    /// A date and a time.
    case moment
    /// The end of a span: midnight is written as 11:59 pm of the day before.
    case end
    case day
    /// Yes or no. It is only tested, and never taken for no because it was not given.
    case flag
    /// One of these words; it is only tested.
    case choice([String])
  }

  /// The type of the field's value.
  public var form: Form {
    switch self {
    case .personName, .bookingNumber, .courtCase, .reference, .interviewWith, .interviewPurpose, .latestCharge: .text
    case .papers: .texts
    case .received, .release, .toldAgents, .interviewTime, .served: .moment
    case .holdEnds: .end
    case .latestChargeDay: .day
    case .inCustody, .asksHold, .asksNotice, .asksTransfer, .asksInterview, .willKeep, .willTell, .willHandOver,
      .isAttorney, .byPolicy:
      .flag
    case .servedHow: .choice(["in-person", "inmate-mail", "other"])
    }
  }

  /// What the field tells of a person, whatever its value: also "no" tells. Nil if it tells nothing.
  public var tells: Datum? {
    switch self {
    case .personName, .bookingNumber, .courtCase: .identity
    case .inCustody, .willKeep, .holdEnds, .willTell, .willHandOver, .served, .servedHow: .custody
    case .release, .toldAgents: .release
    case .latestCharge, .latestChargeDay: .charges
    case .papers, .received, .reference, .asksHold, .asksNotice, .asksTransfer, .asksInterview, .interviewWith,
      .interviewPurpose, .interviewTime, .isAttorney, .byPolicy:
      nil
    }
  }

  /// The act that a yes announces and a no renounces.
  public var intends: String? {
    switch self {
    case .willKeep: "hold"
    case .willTell: "notify-release"
    case .willHandOver: "transfer"
    default: nil
    }
  }
}

/// What can be told of a person.
public enum Datum: String, Sendable, Hashable, CaseIterable, Codable {
  /// Who it is.
  case identity
  /// That the person is here, or is not.
  case custody
  /// When the person is released.
  case release
  /// Where the person can be found.
  case address
  /// Charges and convictions.
  case charges
}
