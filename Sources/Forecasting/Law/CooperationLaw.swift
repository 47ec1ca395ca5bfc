package import LawLanguage

/// What the law answers about one act, as far as the model needs it.
package enum CooperationAnswer: Sendable, Hashable {
  /// The law requires the act.
  case required
  /// The law leaves the act to the agency.
  case permitted
  /// The law forbids the act, or denies authority for it.
  case prohibited
  /// Nothing forbids the act, but no law was found that gives authority for it.
  case unauthorised
  /// Commands of one rank contradict each other.
  case conflict
  /// The law turns on something that a class of requests does not settle; the answers that the engine holds possible.
  case undetermined(among: [CooperationAnswer])

  /// The word for it in figures and documents.
  package var name: String {
    switch self {
    case .required: "required"
    case .permitted: "permitted"
    case .prohibited: "prohibited"
    case .unauthorised: "unauthorised"
    case .conflict: "conflict"
    case .undetermined: "undetermined"
    }
  }
}

/// Why a person is asked for: what the law most often turns on.
package enum RequestClass: Int, CaseIterable, Sendable, Hashable {
  case violentConviction, otherConviction, pendingCharge, none
}

/// What the law of a county answers about the three acts of a request.
package struct Cooperation: Sendable, Hashable {
  /// Holding the person past release.
  package let hold: CooperationAnswer
  /// Telling the officers when release will be.
  package let notice: CooperationAnswer
  /// Handing the person over in the jail.
  package let transfer: CooperationAnswer
  /// What the answer about holding rests on: citations, or that nothing was found.
  package let ground: String

  /// The three answers.
  package init(
    hold: CooperationAnswer, notice: CooperationAnswer, transfer: CooperationAnswer, ground: String = ""
  ) {
    self.hold = hold
    self.notice = notice
    self.transfer = transfer
    self.ground = ground
  }

  /// All left to the agency, as federal law has it (8 CFR 287.7(a)).
  package static let leftToAgency = Cooperation(
    hold: .permitted, notice: .permitted, transfer: .permitted, ground: "8 CFR 287.7(a): left to the agency")
}

/// The law, as the model asks it.
package protocol CooperationLaw<Failure>: Sendable {
  /// Why it cannot answer.
  associatedtype Failure: Error = Never

  /// What names this law for ever: the digest of its library, and what was changed for the run.
  var identity: String { get }

  /// The days after the first, up to the last, on which an answer may change.
  func changes(after first: Day, through last: Day) -> [Day]

  /// What a county's jail is told about a class of request on a day.
  func answers(
    _ county: County, state: State, _ kind: RequestClass, on day: Day
  ) throws(Failure) -> Cooperation
}

/// One answer everywhere and for ever: for tests, and for the reverse of a scenario.
package struct UniformLaw: CooperationLaw {
  private let cooperation: Cooperation

  /// The same answers everywhere.
  package init(_ cooperation: Cooperation) { self.cooperation = cooperation }

  package var identity: String { "uniform hold=\(cooperation.hold.name) notice=\(cooperation.notice.name)" }
  package func changes(after first: Day, through last: Day) -> [Day] { [] }
  package func answers(_ county: County, state: State, _ kind: RequestClass, on day: Day) -> Cooperation { cooperation }
}
