public import LawLanguage

/// Facts with other values, and the answer that the law then gives for certain.
public struct ChangeFinding: Sendable, Hashable {
  /// The facts that would be other, with their values.
  public var facts: [String: FactValue]
  /// What the law would say.
  public var answer: Answer
}

/// Page: "What would change it". Every minimal set of up to three changeable facts, with each of its values that leads to
/// another certain answer for the act.
///
/// - Throws: `InterpretationError`.
public func changes(
  to act: String, of request: Request, in library: Library, limit: Int = 10_000
) throws -> Set<ChangeFinding> {
  var alone = request
  alone.acts = [act]
  let answer = try interpret(alone, in: library, limit: limit).answers[0].answer
  if answer == .undetermined { return [] }
  let situation = try Situation(request, in: library, limit: limit)
  var found: Set<ChangeFinding> = []
  for assignment in situation.assignments() {
    var changed = alone
    changed.facts.merge(assignment) { _, other in other }
    let other = try Situation(changed, in: library, limit: limit)
    do {
      guard try assignment.keys.allSatisfy({ try other.allows($0) }) else { continue }
      let certain = try interpret(changed, in: library, limit: limit).answers[0].answer
      if certain != answer && certain != .undetermined {
        found.insert(ChangeFinding(facts: assignment, answer: certain))
      }
    } catch InterpretationError.inconsistentRequest {
      continue
    }
  }
  return found.filter { change in
    !found.contains { other in
      other.answer == change.answer && Set(other.facts.keys).isStrictSubset(of: change.facts.keys)
    }
  }
}

/// Whether the vocabulary's constraints allow what is recorded.
///
/// - Throws: `InterpretationError`.
public func isPossible(_ request: Request, in library: Library, limit: Int = 10_000) throws -> Bool {
  let situation = try Situation(request, in: library, limit: limit)
  var inspection = Inspection(situation)
  for constraint in library.vocabulary.constraints { inspection.look(at: constraint) }
  do {
    return try !Completions(of: inspection, satisfying: library.vocabulary.constraints).all.isEmpty
  } catch InterpretationError.inconsistentRequest {
    return false
  }
}

extension Situation {
  /// Every way to give up to three changeable facts another value.
  fileprivate func assignments() -> [[String: FactValue]] {
    var inspection = Inspection(self)
    inspection.look(at: consideredNorms())
    for constraint in vocabulary.constraints { inspection.look(at: constraint) }
    for law in library.laws {
      for presumption in law.presumptions { presumption.condition.map { inspection.look(at: $0) } }
    }
    let representatives = Representatives(inspection)
    var all: [[String: FactValue]] = [[:]]
    for fact in vocabulary.facts where fact.changeable && inspection.slots.contains(.fact(fact.name)) {
      let others = representatives.values(of: .fact(fact.name)).filter { $0 != request.facts[fact.name] }
      all += all.filter { $0.count < 3 }.flatMap { shorter in others.map { shorter.merging([fact.name: $0]) { $1 } } }
    }
    return all.filter { !$0.isEmpty }
  }
}
