package import LawLanguage
package import Reasoning

/// The library's law, asked through the engine that decides live requests.
package struct LibraryLaw: CooperationLaw {
  private let answers: EngineAnswers
  private let without: Set<String>
  package let identity: String

  /// The law of a library.
  package init(_ library: Library, digests: LibraryDigests) throws(LawProblem) {
    answers = try EngineAnswers(library, digests: digests)
    without = []
    identity = "library \(digests.library)"
  }

  private init(_ answers: EngineAnswers, without: Set<String>, identity: String) {
    self.answers = answers
    self.without = without
    self.identity = identity
  }

  /// The same law as if some states had passed none of their own, which is part of the identity. The engine is asked all
  /// the same: federal law and the courts' still speak.
  package func leavingOut(_ states: Set<String>) -> LibraryLaw {
    let all = without.union(states)
    guard !all.isEmpty else { return self }
    return LibraryLaw(answers, without: all, identity: "\(identity) without \(all.sorted().joined(separator: ", "))")
  }

  /// In the name of which place a county's jail is asked: the state's code where the library knows no such county.
  package func place(of county: County, state: State) -> String { answers.place(of: county, state) }

  /// The county of a state that a locality of the library's words is; nil if there is none, or if it has several.
  package func county(called locality: String, in state: State) -> County? {
    answers.county(called: locality, in: state)
  }

  package func changes(after first: Day, through last: Day) -> [Day] {
    answers.turningDays(outside: without).filter { $0 > first && $0 <= last }.sorted()
  }

  package func answers(
    _ county: County, state: State, _ kind: RequestClass, on day: Day
  ) throws(LawProblem) -> Cooperation {
    try answers.answer(county, state, kind, day, isBare: without.contains(state.code))
  }
}
