internal import Foundation
internal import LawLanguage

/// Which law stands in a place of the reduced model.
package enum LawChoice: String, Sendable, CaseIterable {
  case asItStands = "as-it-stands"
  case withoutStateLaw = "without-state-law"
  case forbidden
  case leftToAgency = "left-to-agency"
  case commanded

  /// As a reader chooses it.
  package var words: String {
    switch self {
    case .asItStands: "The law as it stands today"
    case .withoutStateLaw: "The state's own law left out"
    case .forbidden: "A law that forbids holds, notice and transfers"
    case .leftToAgency: "A law that leaves all three to the agency"
    case .commanded: "A law that commands all three"
    }
  }

  /// The choice that asks the opposite; nil where that is the law as it stands.
  package var opposite: LawChoice? {
    switch self {
    case .forbidden: .commanded
    case .commanded: .forbidden
    case .asItStands, .withoutStateLaw, .leftToAgency: nil
    }
  }

  /// The answers, where they are not asked of the library.
  fileprivate var uniform: Cooperation? {
    func all(_ answer: CooperationAnswer) -> Cooperation {
      Cooperation(hold: answer, notice: answer, transfer: answer, ground: "supposed")
    }
    return switch self {
    case .asItStands, .withoutStateLaw: nil
    case .forbidden: all(.prohibited)
    case .leftToAgency: all(.permitted)
    case .commanded: all(.required)
    }
  }
}

/// The counties of one state, or one of them, as the reduced model sees them: how many live where one law and one practice
/// hold.
struct ReducedPlace: Sendable {
  private struct Group: Hashable {
    let standing: [Cooperation]
    let bare: [Cooperation]
    let servesOwn: Bool
  }

  private let groups: [(group: Group, residents: [Double])]

  /// What the law answers where most residents live, class by class.
  var profile: [Cooperation] {
    groups.max { $0.residents.reduce(0, +) < $1.residents.reduce(0, +) }?.group.standing ?? []
  }

  /// Counties under a law on a day, and under the same without their state's own.
  init<Asked: CooperationLaw>(
    _ counties: [County], of state: State, law: Asked, withoutOwn bare: Asked, on day: Day
  ) throws(Asked.Failure) {
    var residents: [Group: [Double]] = [:]
    var order: [Group] = []
    for county in counties {
      var (standing, without): ([Cooperation], [Cooperation]) = ([], [])
      for kind in RequestClass.allCases {
        standing.append(try law.answers(county, state: state, kind, on: day))
        without.append(try bare.answers(county, state: state, kind, on: day))
      }
      let group = Group(
        standing: standing, bare: without, servesOwn: Agreements.since[county.code].map { $0 <= day } ?? false)
      if residents[group] == nil { order.append(group) }
      residents[group, default: []].append(Double(county.residents))
    }
    groups = order.map { ($0, residents[$0] ?? []) }
  }

  /// The mean course of a request here.
  ///
  /// - Parameter kinds: The classes that are looked at; of the others nothing is counted.
  func course(
    _ choice: LawChoice, cover: Double, _ parameters: ParameterValues,
    of kinds: Set<RequestClass> = Set(RequestClass.allCases)
  ) -> RequestCourse {
    let concentration = parameters[.detainerConcentration]
    let weights = groups.map { $0.residents.reduce(0) { $0 + pow($1, concentration) } }
    let whole = max(weights.reduce(0, +), .leastNonzeroMagnitude)
    let (violent, other, pending) = (
      parameters[.violentShare], parameters[.otherConvictionShare], parameters[.pendingShare]
    )
    let classes = [violent, other, pending, max(0, 1 - violent - other - pending)]
    var course = RequestCourse()
    for ((group, _), weight) in zip(groups, weights) {
      for (kind, share) in zip(RequestClass.allCases, classes) where kinds.contains(kind) {
        let answer = choice.uniform ?? (choice == .withoutStateLaw ? group.bare : group.standing)[kind.rawValue]
        course.add(
          RequestCourse(answer, servesOwn: group.servesOwn, cover: cover, parameters), times: share * weight / whole)
      }
    }
    return course
  }
}
