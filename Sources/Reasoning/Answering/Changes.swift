import LawLanguage
import Norms

extension Deliberation {
  /// What would change the answer: minimal sets of up to three changeable facts with values for which it is another one for
  /// certain. "What would change it" in `docs/language.md`.
  func changes(to answer: Answer, of slice: Slice) -> (found: [Change], mayMissSome: Bool) {
    let options = changeable(slice)
    var found: [Change] = []
    var mayMissSome = false
    for size in 1...3 {
      for subset in subsets(of: options.indices.map { $0 }, size: size) {
        for assignment in assignments(subset.map { options[$0] }) {
          guard let then = self.answer(of: slice, with: assignment) else { continue }
          mayMissSome = mayMissSome || then.isTooOpen
          let other = then.answer
          guard other != .undetermined, other != answer else { continue }
          let facts = assignment.map { ChangedFact(fact: .fact($0.name), value: $0.value.plainText) }
          // A larger set only counts where no smaller one within it leads to the same.
          let isMinimal = !found.contains { smaller in
            smaller.answer == other && smaller.facts.count < size
              && smaller.facts.allSatisfy { fact in facts.contains { $0.fact == fact.fact } }
          }
          if isMinimal { found.append(Change(facts: facts, answer: other)) }
        }
      }
    }
    return (found, mayMissSome)
  }

  private typealias Option = (name: String, values: [FactValue])

  /// The changeable facts that can bear on the act, each with its other values.
  private func changeable(_ slice: Slice) -> [Option] {
    let reach = reach(of: slice)
    return edition.library.vocabulary.facts.filter { $0.changeable && reach.contains($0.name) }.map { fact in
      let mentioning = edition.predicates.indices.filter { edition.names[$0].contains(fact.name) }
      let completions = completions(of: mentioning)
      let values = ((try? completions.values(of: .fact(fact.name))) ?? []).compactMap { option -> FactValue? in
        guard case .value(let value) = option, value != request.facts[fact.name] else { return nil }
        return value
      }
      return (fact.name, values)
    }
  }

  /// All that the act's norms look at, and what constraints and presumptions carry to it.
  private func reach(of slice: Slice) -> Set<String> {
    var names = Set<String>()
    for index in slice.predicates { names.formUnion(edition.names[index]) }
    var ties: [Set<String>] = edition.constraints.map { mentioned(in: $0) }
    ties += edition.presumptions.map { mentioned(in: $0.condition).union([$0.clause.fact]) }
    var grew = true
    while grew {
      let joined = ties.filter { !$0.isDisjoint(with: names) && !$0.isSubset(of: names) }
      for tie in joined { names.formUnion(tie) }
      grew = !joined.isEmpty
    }
    return names
  }

  private func mentioned(in formula: Formula) -> Set<String> {
    var names = Set<String>()
    formula.forEachAtom { names.formUnion(edition.names[$0]) }
    return names
  }

  private func assignments(_ options: [Option]) -> [[(name: String, value: FactValue)]] {
    options.reduce([[]]) { shorter, option in
      shorter.flatMap { assignment in option.values.map { assignment + [(option.name, $0)] } }
    }
  }

  /// What all completions answer if these facts were recorded so; nil if the facts cannot be so.
  private func answer(of slice: Slice, with assignment: [(name: String, value: FactValue)]) -> Common? {
    var changed = request
    for (name, value) in assignment { changed.facts[name] = value }
    let other = deciding(changed)
    let isPossible = assignment.allSatisfy {
      plans.isPossible($0.name, in: other.situation)
    }
    return isPossible ? other.verdict(of: slice) : nil
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
