package import LawLanguage

/// The law asked once for every county and class, between the days on which it changes: the form in which a replicate
/// reads it.
package struct LawTable: Sendable {
  /// What names the law.
  package let identity: String
  /// The distinct answers, one for each class.
  package let profiles: [[Cooperation]]
  /// The first day of each stretch, in order.
  package let starts: [Day]
  /// Per stretch, each county's place in `profiles`.
  package let ofCounty: [[Int]]

  /// Asks the law about every county from a day through another.
  package init(_ law: some CooperationLaw, counties: CountyTable, from first: Day, through last: Day) {
    identity = law.identity
    starts = [first] + Set(law.changes(after: first, through: last)).sorted()
    var profiles: [[Cooperation]] = []
    var places: [[Cooperation]: Int] = [:]
    ofCounty = starts.map { day in
      counties.all.map { county in
        let profile = RequestClass.allCases.map {
          law.answers(county, state: counties.states[county.state], $0, on: day)
        }
        if let place = places[profile] { return place }
        places[profile] = profiles.count
        profiles.append(profile)
        return profiles.count - 1
      }
    }
    self.profiles = profiles
  }

  /// The stretch that starts on a day, if one does.
  func stretch(starting day: Day) -> Int? { starts.firstIndex(of: day) }
}

/// What a county does with requests of a class, as shares: the law's answer, and how far practice follows it.
struct PracticeShares: Sendable {
  let hold: Double
  let met: Double

  init(_ answer: Cooperation, _ parameters: ParameterValues) {
    let held = PracticeShares.share(
      answer.hold, parameters[.holdWhenRequired], parameters[.holdWhenPermitted], parameters[.holdWhenProhibited])
    let told = PracticeShares.share(
      answer.notice, parameters[.noticeWhenRequired], parameters[.noticeWhenPermitted],
      parameters[.noticeWhenProhibited])
    // Where nobody may be handed over inside the jail, being told still allows an arrest at the door.
    let handed = PracticeShares.share(answer.transfer, 1, 1, 0.5)
    hold = held
    met = told * handed * parameters[.metAtRelease]
  }

  private static func share(
    _ answer: CooperationAnswer, _ required: Double, _ permitted: Double, _ prohibited: Double
  ) -> Double {
    switch answer {
    case .required: required
    case .permitted: permitted
    case .prohibited: prohibited
    // Contradictory commands leave the agency between them.
    case .conflict: (required + prohibited) / 2
    case .undetermined: (permitted + prohibited) / 2
    }
  }
}
