import LawLanguage
import Norms

/// What the law says of an act in every class of requests that an occasion can bring.
struct ActClasses: Sendable {
  let edition: Edition
  let slice: Slice
  let formulas: [SliceFormulas]
  let standings: [Standings]
  let grounds: [GroundClasses]
  /// The classes of each verdict; none that has no class.
  private(set) var verdicts: [(verdict: Verdict, classes: Diagrams.Node)] = []
  /// The classes in which a norm has a part on the ground that counts.
  private(set) var roles: [NormRole: Diagrams.Node] = [:]

  init(_ slice: Slice, _ formulas: [SliceFormulas], in edition: Edition, classes: inout Classes) throws(TooWide) {
    self.edition = edition
    self.slice = slice
    self.formulas = formulas
    var standings: [Standings] = []
    var grounds: [GroundClasses] = []
    for formulas in formulas {
      let own = try Standings(slice, formulas, in: edition, classes: &classes)
      standings.append(own)
      grounds.append(try GroundClasses(slice, in: edition, standings: own, classes: &classes))
    }
    self.standings = standings
    self.grounds = grounds
    try weigh(&classes)
  }

  /// Required, conflict, permitted, prohibited, then by basis; the earlier paper wins a tie.
  private mutating func weigh(_ classes: inout Classes) throws(TooWide) {
    // What one ground answers in one way it answers in no other: only grounds take classes from one another.
    let isAlone = grounds.count == 1
    var open = classes.feasible
    var won = [Diagrams.Node](repeating: Diagrams.none, count: grounds.count)
    for index in basesByStrength {
      for (place, ground) in grounds.enumerated() {
        let here = try classes.diagrams.both(open, ground.answers[index])
        if try classes.hasNone(here) { continue }
        let verdict = Verdict(answer: bases[index].answer, basis: bases[index].basis, ground: formulas[place].ground)
        verdicts.append((verdict, here))
        guard !isAlone else { continue }
        won[place] = try classes.diagrams.either(won[place], here)
        open = try classes.diagrams.without(open, here)
      }
    }
    if isAlone { won[0] = classes.feasible }
    for (place, ground) in grounds.enumerated() {
      for (role, node) in ground.roles {
        let here = try classes.diagrams.both(won[place], node)
        if try classes.hasNone(here) { continue }
        roles[role] = try classes.diagrams.either(roles[role] ?? Diagrams.none, here)
      }
    }
  }

  /// The classes with an answer, and a basis if one is named.
  func classes(_ answer: Answer, _ basis: Basis? = nil, in classes: inout Classes) throws(TooWide) -> Diagrams.Node {
    var found = Diagrams.none
    for (verdict, node) in verdicts where verdict.answer == answer && (basis ?? verdict.basis) == verdict.basis {
      found = try classes.diagrams.either(found, node)
    }
    return found
  }
}
