package import LawLanguage

/// What the law of a state tells most of its residents' jails when a run begins, and when that turns.
package struct StateLaw: Sendable {
  /// The state.
  package let state: State
  /// The answers of most residents' counties, one for each class.
  package let profile: [Cooperation]
  /// Whether some counties are answered otherwise.
  package let differs: Bool
  /// The days of the run on which an answer changes in some county.
  package let turns: [Day]

  /// The answer about holding, if it is one for all classes.
  package var hold: CooperationAnswer? {
    let answers = Set(profile.map(\.hold))
    return answers.count == 1 ? answers.first : nil
  }

  /// What the answers about holding rest on.
  package var grounds: [String] {
    profile.map(\.ground).reduce(into: []) { if !$1.isEmpty, !$0.contains($1) { $0.append($1) } }
  }
}

extension LawTable {
  /// The law state by state.
  package func byState(_ counties: CountyTable) -> [StateLaw] {
    counties.states.map { state in
      var residents: [Int: Int] = [:]
      for county in state.counties { residents[ofCounty[0][county], default: 0] += counties.all[county].residents }
      // The smallest place breaks a tie, so that the same law always gives the same words.
      let main = residents.max { ($0.value, -$0.key) < ($1.value, -$1.key) }?.key ?? 0
      let turns = starts.indices.dropFirst().filter { stretch in
        state.counties.contains { answers(stretch, $0) != answers(stretch - 1, $0) }
      }
      let shown = profiles[main].map(\.answers)
      return StateLaw(
        state: state, profile: profiles[main],
        differs: residents.keys.contains { profiles[$0].map(\.answers) != shown }, turns: turns.map { starts[$0] })
    }
  }

  private func answers(_ stretch: Int, _ county: Int) -> [[CooperationAnswer]] {
    profiles[ofCounty[stretch][county]].map(\.answers)
  }
}

extension Cooperation {
  /// The answers without their ground.
  fileprivate var answers: [CooperationAnswer] { [hold, notice, transfer] }
}

extension CooperationAnswer {
  /// As a reader says it of an act.
  package var words: String {
    switch self {
    case .required: "must"
    case .permitted: "may"
    case .prohibited: "must not"
    case .unauthorised: "no authority found"
    case .conflict: "conflict"
    case .undetermined: "open"
    }
  }
}

extension RequestClass {
  /// As a reader says it of a person.
  package var words: String {
    switch self {
    case .violentConviction: "convicted of a violent crime"
    case .otherConviction: "another conviction"
    case .pendingCharge: "charges pending"
    case .none: "none"
    }
  }
}
