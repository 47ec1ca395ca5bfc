import LawLanguage
import Norms

/// What formulas come to over all completions.
extension CompletionPlans {
  /// Whether the formula holds in every completion.
  func isCertain(_ formula: Formula, in situation: Situation) -> Bool {
    let quick = formula.truth { situation.truth($0, in: edition, ground: nil) }
    guard quick == .unknown else { return quick == .yes }
    return values(of: formula, in: Known(situation, in: edition)) == [true]
  }

  /// Whether the constraints on a fact leave it the value it has.
  func isPossible(_ fact: String, in situation: Situation) -> Bool {
    guard edition.constrained.contains(fact) else { return true }
    let constraints = edition.constraints.filter { constraint in
      var isAbout = false
      constraint.forEachAtom { isAbout = isAbout || edition.names[$0].contains(fact) }
      return isAbout
    }
    return values(of: .conjunction(constraints), in: Known(situation, in: edition)).contains(true)
  }

  /// The values that the formula takes in the consistent completions; both, if there are too many to look at.
  func values(of formula: Formula, in known: Known, ground: Int? = nil) -> Set<Bool> {
    let question = FormulaExamination(formula: formula, edition: edition, ground: ground)
    switch question.examine(known) {
    case .result(let value): return [value]
    case .waits(let waits):
      var atoms = Set<Int>()
      formula.forEachAtom { atoms.insert($0) }
      let completions = Completions(plan(of: atoms.sorted()), of: known)
      let diagram = try? completions.diagram(question, waiting: waits, from: known)
      return diagram.map { Set($0.possible) } ?? [true, false]
    }
  }
}

/// Whether a formula holds.
private struct FormulaExamination: Examination {
  let formula: Formula
  let edition: Edition
  let ground: Int?

  func examine(_ known: Known) -> Examined<Bool> {
    switch formula.truth({ known.truth($0, ground: ground) }) {
    case .yes: .result(true)
    case .no: .result(false)
    case .unknown: .waits(waits(known))
    }
  }

  func rest(_ known: Known) -> Rest<Bool> {
    var rest = Rest<Bool>()
    rest.mark(formula) { known.truth($0, ground: ground) }
    if let ground { rest.papers.insert(ground) }
    return rest
  }

  func results(_ several: Several) -> [(result: Bool, lanes: UInt64)]? {
    formula.lanes { several.truth($0, ground: ground) }.split(several.lanes)
  }

  func waits(_ known: Known) -> Waits {
    var waits = Waits()
    formula.forEachUnsettledAtom({ known.truth($0, ground: ground) }) {
      waits.add($0, known.situation, edition, ground: ground)
    }
    return waits
  }
}
