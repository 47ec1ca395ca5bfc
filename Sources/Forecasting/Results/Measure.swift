package import LawLanguage

/// What is shown of a run, month by month, in the words of the public series.
package enum Measure: String, Sendable, CaseIterable {
  case custody, fundedBeds, bookInsICE, bookInsCBP, custodialArrests, atLargeArrests, removals
  case requests, heldOnRequest, releasedWithoutTransfer, holdDays
  case backlog, completions, judges, officers, unexecutedOrders

  /// The heading.
  package var title: String {
    switch self {
    case .custody: "People in ICE custody, daily average"
    case .fundedBeds: "Beds funded"
    case .bookInsICE: "Book-ins a month after an arrest by ICE"
    case .bookInsCBP: "Book-ins a month after an arrest by CBP"
    case .custodialArrests: "Arrests a month out of local custody"
    case .atLargeArrests: "Arrests a month at large"
    case .removals: "Removals and returns by ICE a month, as published counts have them"
    case .requests: "Requests to local jails a month"
    case .heldOnRequest: "People held on a request a month"
    case .releasedWithoutTransfer: "People released without transfer a month"
    case .holdDays: "Jail days on hold a month"
    case .backlog: "Cases pending of people at liberty"
    case .completions: "Cases completed a month"
    case .judges: "Immigration judges"
    case .officers: "Deportation officers"
    case .unexecutedOrders: "People at liberty with a final order"
    }
  }

  /// The value in a month of so many days.
  package func value(_ counts: MonthlyCounts, _ month: Int, days: Int) -> Double {
    func count(_ tallies: Tally...) -> Double { tallies.reduce(0) { $0 + Double(counts[month, $1]) } }
    return switch self {
    case .custody: count(.custodyDaysICE, .custodyDaysCBP) / Double(days)
    case .fundedBeds: count(.fundedBedDays) / Double(days)
    case .bookInsICE: count(.bookInsICE)
    case .bookInsCBP: count(.bookInsCBP)
    case .custodialArrests: count(.custodialArrests)
    case .atLargeArrests: count(.atLargeArrests)
    case .removals: count(.removalsCounted)
    case .requests: count(.requests)
    case .heldOnRequest: count(.heldOnRequest)
    case .releasedWithoutTransfer: count(.releasedWithoutTransfer)
    case .holdDays: count(.holdDays)
    case .backlog: count(.pendingAtEnd)
    case .completions: count(.completions)
    case .judges: count(.judgesAtEnd)
    case .officers: count(.officersAtEnd)
    case .unexecutedOrders: count(.unexecutedAtEnd)
    }
  }
}

/// A median and its bands.
package struct Band: Sendable, Equatable {
  /// The median.
  package let median: Double
  /// Half of the draws lie between.
  package let half: ClosedRange<Double>
  /// Four fifths lie between.
  package let fourFifths: ClosedRange<Double>
  /// Nineteen in twenty lie between.
  package let nearlyAll: ClosedRange<Double>

  init(
    median: Double, half: ClosedRange<Double>, fourFifths: ClosedRange<Double>, nearlyAll: ClosedRange<Double>
  ) {
    self.median = median
    self.half = half
    self.fourFifths = fourFifths
    self.nearlyAll = nearlyAll
  }

  /// The bands of draws; of one draw all are that value.
  package init(_ draws: [Double]) {
    let sorted = draws.sorted()
    func quantile(_ share: Double) -> Double { sorted.isEmpty ? 0 : Score.quantile(sorted, share) }
    median = quantile(0.5)
    half = quantile(0.25)...quantile(0.75)
    fourFifths = quantile(0.1)...quantile(0.9)
    nearlyAll = quantile(0.025)...quantile(0.975)
  }
}

/// A run in figures: the bands of every measure in every month.
package struct RunFigures: Sendable {
  /// The months.
  package let months: [Month]
  /// Per measure, a band a month.
  package let bands: [Measure: [Band]]

  /// The bands over outcomes; with `less`, of the differences to other outcomes with the same numbers and chance.
  package init(_ outcomes: [Outcome], from start: Day, less other: [Outcome]? = nil) {
    let count = outcomes.first?.months.months ?? 0
    let first = Month(start)
    months = (0..<count).map { first.adding($0) }
    var bands: [Measure: [Band]] = [:]
    for measure in Measure.allCases {
      bands[measure] = months.enumerated().map { index, month in
        Band(
          outcomes.enumerated().map { place, outcome in
            let value = measure.value(outcome.months, index, days: month.days)
            guard let other, place < other.count else { return value }
            return value - measure.value(other[place].months, index, days: month.days)
          })
      }
    }
    self.bands = bands
  }
}
