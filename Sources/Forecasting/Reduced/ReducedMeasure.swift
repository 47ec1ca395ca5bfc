/// What the reduced model is asked for.
package enum ReducedMeasure: String, Sendable, CaseIterable {
  case requestsPerYear, holdsPerYear, holdDaysPerYear, positions, jailCostPerYear, liabilityPerYear
  case transfersPerYear, releasesPerYear
  case atLargeArrests, custody, backlog, officers, judges

  /// The heading.
  package var title: String {
    switch self {
    case .requestsPerYear: "Requests to the jails, a year"
    case .holdsPerYear: "People held on a request, a year"
    case .holdDaysPerYear: "Jail days on hold, a year"
    case .positions: "Positions, if every day were staffed"
    case .jailCostPerYear: "Cost of those days, a year"
    case .liabilityPerYear: "Paid for days that the law gives no ground for, a year"
    case .transfersPerYear: "People handed over, a year"
    case .releasesPerYear: "People released without that, a year"
    case .atLargeArrests: "Arrests at large, a month"
    case .custody: "People in federal custody, mean of the last year"
    case .backlog: "Court cases pending, at the end"
    case .officers: "Deportation officers, at the end"
    case .judges: "Immigration judges, at the end"
    }
  }

  /// Whether it is of the whole country, not of the place.
  package var isNational: Bool {
    switch self {
    case .atLargeArrests, .custody, .backlog, .officers, .judges: true
    default: false
    }
  }

  /// What it counts.
  package var unit: FiscalNote.Unit {
    switch self {
    case .positions: .positions
    case .jailCostPerYear, .liabilityPerYear: .dollars
    default: .people
    }
  }

  /// The value of a draw; nil where it was not reckoned.
  func value(_ draw: ReducedModel.Draw) -> Double? {
    let place = draw.place
    return switch self {
    case .requestsPerYear: place.requests
    case .holdsPerYear: place.year(\.held)
    case .holdDaysPerYear: place.year(\.holdDays)
    case .positions: place.year(\.holdDays) / 365.25 / place.parameters[.jailPeoplePerOfficer]
    case .jailCostPerYear: place.year(\.holdDays) * place.parameters[.localJailDayCost]
    case .liabilityPerYear:
      place.year(\.holdDaysForbidden) * place.parameters[.liabilityPerDay] * place.parameters[.liabilityClaimShare]
    case .transfersPerYear: place.year(\.transferred)
    case .releasesPerYear: place.year(\.released)
    case .atLargeArrests: draw.country?.atLargeArrestsPerMonth
    case .custody: draw.country?.custody
    case .backlog: draw.country?.backlog
    case .officers: draw.country?.officers
    case .judges: draw.country?.judges
    }
  }
}

/// A question beside the law and the numbers as they stand: what each comes to, and what the change makes.
package struct ReducedAnswer: Sendable {
  /// A measure in both.
  package struct Line: Sendable {
    /// Which.
    package let measure: ReducedMeasure
    /// As things stand.
    package let standing: Band
    /// With the change.
    package let changed: Band
    /// What the change makes, draw by draw. With its sign turned it is what taking the change back makes.
    package let difference: Band
  }

  /// One for each measure.
  package let lines: [Line]
}

extension ReducedModel {
  /// What every measure comes to with all numbers at their best values, as things stand; for holding it against the whole
  /// model.
  ///
  /// - Parameter elsewhere: Arrests a year out of local custody in the country; nil for those of the last year known.
  package func best(elsewhere: Double? = nil) -> [ReducedMeasure: Double] {
    guard let draw = run(ReducedQuestion(), elsewhere: elsewhere, drawing: .best, draws: 1).first else { return [:] }
    return Dictionary(
      uniqueKeysWithValues: ReducedMeasure.allCases.compactMap { measure in measure.value(draw).map { (measure, $0) } })
  }

  /// What a question comes to. Both sides are reckoned with the same draws.
  package func answer(_ question: ReducedQuestion, requests: Double? = nil) -> ReducedAnswer {
    let standing = run(ReducedQuestion(), requests: requests)
    let changed = run(question, requests: requests)
    return ReducedAnswer(
      lines: ReducedMeasure.allCases.map { measure in
        let (before, after) = (standing.compactMap(measure.value), changed.compactMap(measure.value))
        return ReducedAnswer.Line(
          measure: measure, standing: Band(before), changed: Band(after), difference: Band(zip(after, before).map(-)))
      })
  }
}

extension ReducedModel {
  /// Whose transfers are looked at.
  package static let groups: [(words: String, kinds: Set<RequestClass>)] = [
    ("all", Set(RequestClass.allCases)), ("without a conviction", [.pendingCharge, .none]),
    ("convicted of a violent crime", [.violentConviction]),
  ]

  /// People handed over under the law as it stands, as a share of those without the state's own law, for each group. At
  /// one, the state's law makes no difference.
  package var transfersKept: [(words: String, share: Band)] {
    ReducedModel.groups.map { words, kinds in
      let shares = (0..<ReducedModel.draws).map { number in
        let (parameters, cover) = self.parameters(number)
        func handedOver(_ choice: LawChoice) -> Double {
          place.course(choice, cover: cover, parameters, of: kinds).transferred
        }
        return handedOver(.asItStands) / max(1e-9, handedOver(.withoutStateLaw))
      }
      return (words, Band(shares))
    }
  }
}

extension Band {
  /// The same with its sign turned: what taking a change back makes.
  package var reversed: Band {
    func turned(_ range: ClosedRange<Double>) -> ClosedRange<Double> { -range.upperBound...(-range.lowerBound) }
    return Band(median: -median, half: turned(half), fourFifths: turned(fourFifths), nearlyAll: turned(nearlyAll))
  }

  /// The median, and in brackets where four fifths lie; no people under ten.
  package func words(_ unit: FiscalNote.Unit, isDifference: Bool = false) -> String {
    if isDifference, fourFifths == 0...0 { return "nothing" }
    func figure(_ value: Double) -> String {
      let sign = value < 0 ? "-" : isDifference && value > 0 ? "+" : ""
      let amount = unit == .dollars ? abs(value).rounded() : abs(value)
      return "\(sign)\(unit == .dollars ? "$" : "")\(Figure.plain(amount))"
    }
    let (low, high) = (fourFifths.lowerBound, fourFifths.upperBound)
    if unit == .people, SmallCell.hides(fourFifths) {
      let far = abs(high) > abs(low) ? high : low
      return SmallCell.hides(far) ? "under 10" : "under 10 to \(figure(far))"
    }
    return "\(figure(median)) (\(figure(low)) to \(figure(high)))"
  }
}
