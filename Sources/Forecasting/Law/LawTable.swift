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
  package init<Asked: CooperationLaw>(
    _ law: Asked, counties: CountyTable, from first: Day, through last: Day
  ) throws(Asked.Failure) {
    identity = law.identity
    starts = [first] + Set(law.changes(after: first, through: last)).sorted()
    var profiles: [[Cooperation]] = []
    var places: [[Cooperation]: Int] = [:]
    var ofCounty: [[Int]] = []
    for day in starts {
      var row: [Int] = []
      for county in counties.all {
        var profile: [Cooperation] = []
        for kind in RequestClass.allCases {
          profile.append(try law.answers(county, state: counties.states[county.state], kind, on: day))
        }
        if let place = places[profile] {
          row.append(place)
        } else {
          places[profile] = profiles.count
          row.append(profiles.count)
          profiles.append(profile)
        }
      }
      ofCounty.append(row)
    }
    self.ofCounty = ofCounty
    self.profiles = profiles
  }

  /// The stretch that starts on a day, if one does.
  func stretch(starting day: Day) -> Int? { starts.firstIndex(of: day) }
}

/// What a county does with requests of a class, as shares: the law's answer, and how far practice follows it.
package struct PracticeShares: Sendable {
  /// Of those asked for, how many are held.
  package let hold: Double
  /// Of those not held, how many are met at release.
  package let met: Double

  /// The shares under an answer.
  package init(_ answer: Cooperation, _ parameters: ParameterValues) {
    let held = PracticeShares.share(
      answer.hold, parameters[.holdWhenRequired], parameters[.holdWhenPermitted], parameters[.holdWhenProhibited])
    let told = PracticeShares.share(
      answer.notice, parameters[.noticeWhenRequired], parameters[.noticeWhenPermitted],
      parameters[.noticeWhenProhibited])
    // Where nobody may be handed over inside the jail, being told still allows an arrest at the door.
    let handed = PracticeShares.share(answer.transfer, 1, 1, parameters[.metAtTheDoor])
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
    // What nobody has forbidden is done as if it were left to the agency; that a court may disagree is liability.
    case .unauthorised: permitted
    // Contradictory commands leave the agency between them.
    case .conflict: (required + prohibited) / 2
    // What the request leaves open is as likely one possible answer as another.
    case .undetermined(let possible):
      possible.isEmpty
        ? permitted
        : possible.reduce(0) { $0 + share($1, required, permitted, prohibited) } / Double(possible.count)
    }
  }
}
