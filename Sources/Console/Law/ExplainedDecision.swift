import Analysis
import LawLanguage
import Reasoning

extension Decision {
  /// With all that would change the answers: where deciding again with some facts otherwise would leave more open than it goes
  /// through, the sets are found by going through the classes of requests.
  func fullyExplained(in library: Library) -> Decision {
    var decision = self
    let request = decision.receipt.request
    for (index, answer) in answers.enumerated() where answer.mayMissChanges {
      guard var changes = try? MinimalChanges(of: answer.act, in: request, of: library),
        let found = try? changes.changes(from: answer.answer)
      else { continue }
      decision.answers[index].changes = found.map { change in
        Change(
          facts: change.facts.map { ChangedFact(fact: .fact($0.name), value: $0.value) }, answer: change.answer)
      }
      decision.answers[index].mayMissChanges = false
    }
    return decision
  }
}
