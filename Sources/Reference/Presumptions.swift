import LawLanguage

extension Situation {
  /// Page: "Unknowns", `presume`. Fills unknown facts and names those it filled.
  ///
  /// The condition must hold in every completion of what is recorded, nothing presumed. In order of the laws; the
  /// first that fills a fact counts; one that the constraints do not allow, with what is already filled, fills
  /// nothing.
  mutating func presume() throws -> Set<String> {
    let recorded = self
    var filled: Set<String> = []
    for law in library.laws {
      for presumption in law.presumptions
      where isInForce(presumption.period, of: law) && request.facts[presumption.fact] == nil {
        if let condition = presumption.condition {
          var inspection = Inspection(recorded)
          inspection.look(at: condition)
          let isCertain = try Completions(of: inspection).all.allSatisfy { completion in
            Truth(situation: recorded, world: completion.world).holds(condition)
          }
          if !isCertain { continue }
        }
        var candidate = self
        candidate.request.facts[presumption.fact] = presumption.value
        if try !candidate.allows(presumption.fact) { continue }
        self = candidate
        filled.insert(presumption.fact)
      }
    }
    return filled
  }

  /// Whether the constraints that look at a fact leave it the value it has.
  func allows(_ fact: String) throws -> Bool {
    var inspection = Inspection(self)
    var constraints: [Constraint] = []
    for constraint in vocabulary.constraints {
      var alone = Inspection(self)
      alone.look(at: constraint)
      guard alone.slots.contains(.fact(fact)) else { continue }
      inspection.look(at: constraint)
      constraints.append(constraint)
    }
    do {
      return try !Completions(of: inspection, satisfying: constraints).all.isEmpty
    } catch InterpretationError.inconsistentRequest {
      return false
    }
  }
}
