internal import LawLanguage

extension Library {
  /// The library as if no state had passed a law of its own: its words, federal law, and for each state a law that says
  /// nothing, so that the engine can be asked there. What lies in a state's folder goes: its places' laws, and the orders
  /// of courts that are about them. It has no worked examples: those of a state name laws that are gone, and no forecast
  /// looks at them.
  func withoutStates(_ states: [String]) throws(LawProblem) -> Library {
    let federal = Set(laws.filter { $0.path.hasPrefix("us/") || !$0.path.contains("/") }.map(\.path))
    let others = Set(laws.map(\.path)).subtracting(federal)
    let silent = states.map { state in
      SourceFile(
        path: "\(state.lowercased())/no-law-of-its-own.md",
        text: """
          # \(state) without a law of its own

          ```law
          law \(state.lowercased()).no-law-of-its-own  cite "none"  by statute of \(state)  in force from 1900-01-01
          ```

          """)
    }
    let result = Library.check(sources.filter { !others.contains($0.path) } + silent, cases: .leftOut)
    guard let library = result.library else {
      let first = result.diagnostics.first.map { "\($0.location.path): \($0.message)" } ?? "no finding"
      throw LawProblem("the library cannot be read without its states' laws, as a scenario without one needs: \(first)")
    }
    return library
  }
}
