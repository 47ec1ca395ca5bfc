/// What a scenario can change, from a day and until one.
package enum Lever: Int, CaseIterable, Sendable {
  case detainerEffort, bookingRate, holdsEnjoined
  case officersHiredPerYear, officersFromInvestigations, surgeStaff
  case fundedBeds, overcommitment, bedsOpened, mandatoryShare
  case borderArrivals, refusingCountries, removalSeatsPerDay
  case judgesHiredPerYear, courtFilings, administrativeClosure, recalendaring
  case protectionEndedPerYear, fundsLapsed

  /// The values a lever takes.
  package enum Kind: Sendable { case multiple, count, signedCount, share, onOrOff }

  /// The name in a scenario: `officers-hired-per-year`.
  package var name: String {
    "\(self)".reduce(into: "") { text, letter in
      if letter.isUppercase { text.append("-") }
      text.append(letter.lowercased())
    }
  }

  /// The lever of a name.
  package static func named(_ name: String) -> Lever? { allCases.first { $0.name == name } }

  /// What kind of value it takes.
  package var kind: Kind {
    switch self {
    case .detainerEffort, .bookingRate, .overcommitment, .borderArrivals, .refusingCountries, .courtFilings,
      .administrativeClosure, .recalendaring:
      .multiple
    case .officersHiredPerYear, .officersFromInvestigations, .surgeStaff, .fundedBeds, .removalSeatsPerDay,
      .judgesHiredPerYear, .protectionEndedPerYear:
      .count
    case .bedsOpened: .signedCount
    case .mandatoryShare: .share
    case .holdsEnjoined, .fundsLapsed: .onOrOff
    }
  }

  /// Whether it can be set for some states only.
  package var isOfState: Bool {
    switch self {
    case .bookingRate, .holdsEnjoined, .detainerEffort: true
    default: false
    }
  }

  /// What it is, in a sentence without its full stop.
  package var meaning: String {
    switch self {
    case .detainerEffort: "Requests sent, as a multiple of the number without the lever"
    case .bookingRate: "People whom local police book at all (bail, citation in place of arrest), as a multiple"
    case .holdsEnjoined: "A court's order that stops holds on requests"
    case .officersHiredPerYear: "Deportation officers hired a year; they work after the lead time"
    case .officersFromInvestigations: "Investigators moved to arrests and removals; their investigations are forgone"
    case .surgeStaff: "Others lent for arrests, such as the Guard in support"
    case .fundedBeds: "Beds that appropriations pay for"
    case .overcommitment: "How far custody may exceed the beds funded, as a multiple"
    case .bedsOpened: "Beds opened (or closed, if negative) beyond those funded"
    case .mandatoryShare: "Share of people without a conviction whose detention the law commands"
    case .borderArrivals: "Book-ins from the border, as a multiple of the level drawn"
    case .refusingCountries: "Share of people whose country refuses returns, as a multiple"
    case .removalSeatsPerDay: "Seats a day for removals out of custody"
    case .judgesHiredPerYear: "Immigration judges hired a year; they sit after the lead time"
    case .courtFilings: "New cases of people never held, as a multiple"
    case .administrativeClosure: "Cases closed administratively, as a multiple"
    case .recalendaring: "Closed cases put back on the docket, as a multiple"
    case .protectionEndedPerYear: "People a year whose protection from removal ends"
    case .fundsLapsed: "No appropriation: hiring and hearings of people at liberty stop"
    }
  }

  /// The value where no scenario sets it.
  package func standing(_ parameters: ParameterValues) -> Double {
    switch self {
    case .detainerEffort, .bookingRate, .borderArrivals, .refusingCountries, .courtFilings, .administrativeClosure,
      .recalendaring:
      1
    case .holdsEnjoined, .officersFromInvestigations, .surgeStaff, .bedsOpened, .protectionEndedPerYear, .fundsLapsed: 0
    case .officersHiredPerYear: parameters[.officersHiredPerYear]
    case .judgesHiredPerYear: parameters[.judgesHiredPerYear]
    case .fundedBeds: Lever.bedsOf2024.value
    case .overcommitment: parameters[.overcommitment]
    case .mandatoryShare: parameters[.mandatoryShareUnconvicted]
    case .removalSeatsPerDay: parameters[.removalSeatsPerDay]
    }
  }

  /// Beds that the appropriation in force when runs begin pays for: known, and no draw.
  package static let bedsOf2024 = (
    value: 41_500.0, ground: Ground.source("appropriation of fiscal year 2024, as CBS News gave it: 41,500 beds")
  )

  /// The ends of what it can be set to: far beyond what anybody has proposed, and near enough for the model to count.
  package var limits: ClosedRange<Double> {
    switch kind {
    case .multiple: 0...50
    case .count: 0...1_000_000
    case .signedCount: -1_000_000...1_000_000
    case .share, .onOrOff: 0...1
    }
  }
}
