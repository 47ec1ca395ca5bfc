import LawLanguage
import Norms

extension Deliberation {
  /// Minimal sets of up to three changeable facts that, with other values, give another answer for certain.
  func changes(to answer: Answer, of slice: Slice) -> [Change] {
    let vocabulary = edition.library.vocabulary
    var names = Set<String>()
    for index in slice.predicates { names.formUnion(edition.names[index]) }
    let facts = vocabulary.facts.filter { $0.changeable && names.contains($0.name) }
    guard !facts.isEmpty else { return [] }
    let completions = Completions(of: slice.predicates, in: edition, situation: situation)
    let options: [(path: FactPath, values: [FactValue])] = facts.map { fact in
      let all = (try? completions.values(of: .fact(fact.name))) ?? []
      let values = all.compactMap { option -> FactValue? in
        guard case .value(let value) = option, value != situation.facts[fact.name] else { return nil }
        return value
      }
      return (.fact(fact.name), values)
    }
    var found: [Change] = []
    for size in 1...3 {
      for subset in subsets(of: options.indices.map { $0 }, size: size) {
        let paths = subset.map { options[$0].path }
        // A larger set only counts where no smaller one within it does.
        guard !found.contains(where: { $0.facts.allSatisfy { paths.contains($0.fact) } }) else { continue }
        found += changes(subset.map { options[$0] }, from: answer, slice, completions)
      }
    }
    return found
  }

  private func changes(
    _ options: [(path: FactPath, values: [FactValue])], from answer: Answer, _ slice: Slice, _ completions: Completions
  ) -> [Change] {
    var assignments: [[(FactPath, FactValue)]] = [[]]
    for option in options {
      assignments = assignments.flatMap { assignment in option.values.map { assignment + [(option.path, $0)] } }
    }
    return assignments.compactMap { assignment in
      var changed = self.situation
      for (path, value) in assignment { changed = changed.supposing(path, .value(value)) }
      guard completions.isConsistent(changed) else { return nil }
      let summary = summary(of: slice, readings: changed.readings, from: changed)
      guard summary.answer != .undetermined, summary.answer != answer else { return nil }
      return Change(
        facts: assignment.map { ChangedFact(fact: $0.0, value: $0.1.plainText) }, answer: summary.answer)
    }
  }

  private func subsets(of indices: [Int], size: Int) -> [[Int]] {
    guard size > 0 else { return [[]] }
    guard indices.count >= size else { return [] }
    let rest = Array(indices.dropFirst())
    return subsets(of: rest, size: size - 1).map { [indices[0]] + $0 } + subsets(of: rest, size: size)
  }
}

extension FactValue {
  /// The value as a user writes it.
  var plainText: String {
    switch self {
    case .yesNo(let yes): yes ? "yes" : "no"
    case .choice(let text), .code(let text): text
    case .number(let number): String(number)
    case .date(let day): day.description
    case .instant(let instant): String(instant.seconds)
    }
  }
}
