/// What the explorer changes: the law of one state, how many are booked and asked for there, and the country's officers,
/// judges and beds.
package struct ReducedQuestion: Sendable, Equatable {
  /// The law of the state.
  package var law = LawChoice.asItStands
  /// People whom local police book at all, as a multiple.
  package var bookingRate = 1.0
  /// Requests sent, as a multiple.
  package var detainerEffort = 1.0
  /// Officers hired a year in the country; nil: as without the lever.
  package var officersHiredPerYear: Double?
  /// Judges hired a year in the country.
  package var judgesHiredPerYear: Double?
  /// Beds funded in the country.
  package var fundedBeds: Double?

  /// Nothing changed.
  package init() {}

  /// Whether anything is.
  package var changesNothing: Bool { self == ReducedQuestion() }

  /// The question turned round: what is forbidden is commanded, what is doubled is halved, and as many officers, judges
  /// and beds fewer as there were more. Nil where the only reverse is to take the change back.
  package var opposite: ReducedQuestion? {
    var turned = ReducedQuestion()
    turned.law = law.opposite ?? .asItStands
    // A multiple of nothing has no reverse.
    turned.bookingRate = bookingRate > 0 ? min(50, 1 / bookingRate) : 1
    turned.detainerEffort = detainerEffort > 0 ? min(50, 1 / detainerEffort) : 1
    turned.officersHiredPerYear = officersHiredPerYear.map {
      max(0, 2 * ParameterName.officersHiredPerYear.definition.value - $0)
    }
    turned.judgesHiredPerYear = judgesHiredPerYear.map {
      max(0, 2 * ParameterName.judgesHiredPerYear.definition.value - $0)
    }
    turned.fundedBeds = fundedBeds.map { max(0, 2 * Lever.bedsOf2024.value - $0) }
    return turned.changesNothing || turned == self ? nil : turned
  }
}
