/// What becomes of a request on average, by the formulas from which the simulation draws.
package struct RequestCourse: Sendable, Equatable {
  /// Of those asked for, people held on the request.
  package private(set) var held = 0.0
  /// Days on hold, for one request.
  package private(set) var holdDays = 0.0
  /// Of these, days for which the law gives no ground.
  package private(set) var holdDaysForbidden = 0.0
  /// People handed over, in the jail or at its door.
  package private(set) var transferred = 0.0
  /// People let go without that.
  package private(set) var released = 0.0
  /// Of these, people found at large within ninety days.
  package private(set) var foundAtLarge = 0.0

  /// Nothing yet, to be added to.
  init() {}

  /// As it was counted.
  init(
    held: Double, holdDays: Double, holdDaysForbidden: Double, transferred: Double, released: Double,
    foundAtLarge: Double
  ) {
    self.held = held
    self.holdDays = holdDays
    self.holdDaysForbidden = holdDaysForbidden
    self.transferred = transferred
    self.released = released
    self.foundAtLarge = foundAtLarge
  }

  /// The course of a class of request under an answer.
  ///
  /// - Parameters:
  ///   - servesOwn: Whether the county's own staff serve the warrant.
  ///   - cover: The share of pick-ups for which there are officers.
  init(_ answer: Cooperation, servesOwn: Bool, cover: Double, _ parameters: ParameterValues) {
    let share = PracticeShares(answer, parameters)
    let comes = parameters[servesOwn ? .agreementPickUp : .pickedUpPerDay] * cover
    held = share.hold
    // One day on hold for whoever is fetched on the first of the two days, two for all others.
    holdDays = share.hold * (2 - comes)
    if answer.hold == .prohibited || answer.hold == .unauthorised { holdDaysForbidden = holdDays }
    transferred = share.hold * (comes + (1 - comes) * comes) + (1 - share.hold) * share.met * cover
    released = 1 - transferred
    foundAtLarge = released * parameters[.rearrestedWithin90Days]
  }

  /// Adds another, as many times.
  mutating func add(_ other: RequestCourse, times weight: Double) {
    held += weight * other.held
    holdDays += weight * other.holdDays
    holdDaysForbidden += weight * other.holdDaysForbidden
    transferred += weight * other.transferred
    released += weight * other.released
    foundAtLarge += weight * other.foundAtLarge
  }
}
