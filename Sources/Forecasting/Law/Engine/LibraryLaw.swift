package import LawLanguage
package import Reasoning

/// The library's law, asked through the engine that decides live requests.
package struct LibraryLaw: CooperationLaw {
  private let answers: EngineAnswers
  private let without: Set<String>
  package let identity: String

  /// The law of a library.
  package init(_ library: Library, digests: LibraryDigests) {
    answers = EngineAnswers(library, digests: digests)
    without = []
    identity = "library \(digests.library)"
  }

  private init(_ answers: EngineAnswers, without: Set<String>, identity: String) {
    self.answers = answers
    self.without = without
    self.identity = identity
  }

  /// The same law with that of some states left out, as if it had never been passed; which is part of the identity.
  package func leavingOut(_ states: Set<String>) -> LibraryLaw {
    let all = without.union(states)
    guard !all.isEmpty else { return self }
    return LibraryLaw(answers, without: all, identity: "\(identity) without \(all.sorted().joined(separator: ", "))")
  }

  package func changes(after first: Day, through last: Day) -> [Day] {
    answers.turningDays(outside: without).filter { $0 > first && $0 <= last }.sorted()
  }

  /// Where the library holds no law of a state, federal law leaves a request to the agency (8 CFR 287.7(a); Galarza v.
  /// Szalczyk, 745 F.3d 634 (3d Cir. 2014)).
  package func answers(_ county: County, state: State, _ kind: RequestClass, on day: Day) -> Cooperation {
    without.contains(state.code) ? .leftToAgency : answers.answer(county, state, kind, day)
  }
}
