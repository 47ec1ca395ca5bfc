internal import Foundation

extension RunPlan {
  /// Each county's share of the country's requests: its state by the people who can be removed, and within the state by
  /// its residents, larger counties more than in proportion.
  func weights(concentration: Double) -> [Double] {
    var weights = [Double](repeating: 0, count: counties.all.count)
    for (state, share) in zip(counties.states, residentShares) {
      let raw = state.counties.map { pow(Double(counties.all[$0].residents), concentration) }
      let sum = raw.reduce(0, +)
      for (county, value) in zip(state.counties, raw) { weights[county] = share * value / sum }
    }
    return weights
  }
}

extension CountyTable {
  /// Each state's share of the people who can be removed: six as published for 2023, the others in proportion to their
  /// residents.
  ///
  /// Pew Research Center, 21 August 2025: 14.0 million in July 2023; California 2.3 million, Texas 2.1, Florida 1.6,
  /// New York 825,000, New Jersey 600,000, Illinois 550,000. The others: judgement.
  package var shareOfRemovable: [Double] {
    let published: [String: Double] = [
      "CA": 2_300_000, "TX": 2_100_000, "FL": 1_600_000, "NY": 825_000, "NJ": 600_000, "IL": 550_000,
    ]
    let national = 14_000_000.0
    let others = states.filter { published[$0.code] == nil }.reduce(0) { $0 + $1.residents }
    let left = national - published.values.sorted().reduce(0, +)
    return states.map { state in
      (published[state.code] ?? left * Double(state.residents) / Double(max(1, others))) / national
    }
  }
}
