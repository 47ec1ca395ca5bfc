package import LawLanguage

/// The model by formula in place of simulation, for one state or one county and for what the country's officers, beds and
/// judges come to: an answer while somebody waits.
///
/// It draws the same numbers from the same ranges, and reckons expected flows instead of people: no queue by the day, no
/// chance but in the numbers and in the levels that policy moves, the law of one day. Whatever is published is run by the
/// whole model.
package struct ReducedModel: Sendable {
  /// How many draws of the numbers.
  package static let draws = 200
  /// How many months are looked at.
  package static let months = 36

  /// Arrests a year out of local custody in the whole country: known, where the counties are not reckoned one by one.
  package static let custodialArrestsOf2024 = (
    value: 80_188.0, ground: Ground.source("OHSS, fiscal year 2024: 80,188 arrests by ERO out of local custody")
  )

  /// A place in one draw, by the year.
  package struct PlaceYear: Sendable {
    /// Requests.
    package let requests: Double
    /// What becomes of one on average.
    package let course: RequestCourse
    /// The numbers drawn.
    package let parameters: ParameterValues

    /// What a count of one request comes to in the year.
    func year(_ count: KeyPath<RequestCourse, Double>) -> Double { requests * course[keyPath: count] }
  }

  /// One draw: the place, and the country where it was asked for.
  struct Draw: Sendable {
    let place: PlaceYear
    let country: ReducedCountry.Result?
  }

  /// The state.
  package let state: State
  /// The county, if it is asked for one and not for all of the state.
  package let county: County?
  /// The day of the law.
  package let day: Day
  /// What names the law.
  package let identity: String
  /// What the law of most residents' counties answers, class by class; of the county, if there is one.
  package let profile: [Cooperation]
  private let stateShare: Double
  private let whole: ReducedPlace
  private let own: ReducedPlace?
  private let custody: CustodyStart
  private let seed: UInt64

  /// The model for a state or a county of it under the law of a day; `bare` is the same law without that state's own.
  package init<Asked: CooperationLaw>(
    _ law: Asked, withoutOwn bare: Asked, state place: Int, county: County? = nil, on day: Day, seed: UInt64 = 1,
    custody: CustodyStart? = nil
  ) throws(PlanProblem) {
    let table = CountyTable.unitedStates
    let state = table.states[place]
    self.state = state
    self.county = county
    self.day = day
    self.seed = seed
    identity = law.identity
    stateShare = table.shareOfRemovable[place]
    do {
      whole = try ReducedPlace(Array(table.all[state.counties]), of: state, law: law, withoutOwn: bare, on: day)
      own = try county.map { try ReducedPlace([$0], of: state, law: law, withoutOwn: bare, on: day) }
      if let custody {
        self.custody = custody
      } else {
        let known = MonthlySeries.visible
        let origin = known.months.last?.adding(1) ?? Month(day)
        self.custody = try CustodyForecast(known: known, origin: origin, fitted: known).start(
          months: ReducedModel.months)
      }
    } catch {
      throw PlanProblem("\(error)")
    }
    profile = own?.profile ?? whole.profile
  }

  /// The county, or all counties of the state.
  var place: ReducedPlace { own ?? whole }

  /// Arrests a year out of local custody in the country, where nobody says otherwise: as many as in the last year known,
  /// times the requests of the draw.
  private static func nationalArrests(_ parameters: ParameterValues) -> Double {
    custodialArrestsOf2024.value * parameters[.detainersPerDay] / ParameterName.detainersPerDay.definition.value
  }

  /// The numbers of a draw, and the share of pick-ups for which there are officers under them.
  func parameters(
    _ number: Int, _ drawing: Drawing = .priors, elsewhere: Double? = nil
  ) -> (values: ParameterValues, cover: Double) {
    var values =
      switch drawing {
      case .best: ParameterValues.best
      case .priors: ParameterValues(drawnFrom: Chance(seed: seed, replicate: number))
      case .quantiles(let quantiles): ParameterValues(quantiles: quantiles)
      }
    values.settle(keeping: [])
    return (
      values, ReducedCountry.cover(custodial: elsewhere ?? ReducedModel.nationalArrests(values), values)
    )
  }

  /// The draws of a question.
  ///
  /// - Parameters:
  ///   - requests: How many requests a year the county itself counts; nil for the band of its state.
  ///   - elsewhere: Arrests a year out of local custody in the country; nil for those of the last year known.
  func run(
    _ question: ReducedQuestion, requests: Double? = nil, withCountry: Bool = true, elsewhere: Double? = nil,
    drawing: Drawing = .priors, draws: Int = ReducedModel.draws
  ) -> [Draw] {
    let table = ReducedCountry(custody, months: ReducedModel.months)
    return (0..<draws).map { number in
      let chance = Chance(seed: seed, replicate: number)
      let (parameters, cover) = self.parameters(number, drawing, elsewhere: elsewhere)
      let national = elsewhere ?? ReducedModel.nationalArrests(parameters)
      let ofState = 365.25 * parameters[.detainersPerDay] * stateShare
      let factor = question.bookingRate * question.detainerEffort
      let course = whole.course(question.law, cover: cover, parameters)
      let here = PlaceYear(
        requests: (requests ?? ofState) * factor,
        course: requests == nil ? course : place.course(question.law, cover: cover, parameters),
        parameters: parameters)
      guard withCountry else { return Draw(place: here, country: nil) }
      let standing = question.changesNothing ? course : whole.course(.asItStands, cover: cover, parameters)
      let more = ofState * (factor * course.transferred - standing.transferred)
      return Draw(
        place: here,
        country: table.run(
          question, custodial: max(0, national + more), parameters,
          paths: custody.paths(months: ReducedModel.months, chance: chance)))
    }
  }
}
