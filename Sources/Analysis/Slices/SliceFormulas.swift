import LawLanguage
import Norms

/// What decides how the norms of one slice stand on one ground, as formulas over looks.
struct SliceFormulas: Sendable, Hashable {
  /// A paper's index; nil for none.
  let ground: Int?
  /// By the norm's index in the edition; norms that are not involved are missing.
  let norms: [Int: NormFormulas]

  /// What decides how one norm stands.
  struct NormFormulas: Sendable, Hashable {
    /// The gate, paper and conditions together.
    let base: Formula
    /// The paper alone, with the gate.
    let paper: Formula
    /// The conditions, clause by clause.
    let conditions: [Formula]
    /// The exceptions, one by one.
    let exceptions: [Formula]
    /// The clauses that may strike it.
    let voids: [Formula]
    /// When a court's order takes it out.
    let suspended: Formula
    let steps: [Formula]
  }

  init(_ slice: Slice, ground: Int?, grounded: GroundedFormulas, table: inout LookTable) {
    let edition = grounded.edition
    self.ground = ground
    var norms: [Int: NormFormulas] = [:]
    for index in slice.involved {
      let norm = edition.norms[index]
      let paper = grounded.formula(.conjunction([norm.gate, norm.paper]), ground: ground, in: &table)
      // A rule on another paper says nothing here: what else it looks at need not be told apart.
      if paper == .constant(false) {
        norms[index] = NormFormulas(
          base: paper, paper: paper, conditions: [], exceptions: [], voids: [], suspended: .constant(false), steps: [])
        continue
      }
      let conditions = norm.conditions.map { grounded.formula($0, ground: ground, in: &table) }
      norms[index] = NormFormulas(
        base: .conjunction([paper] + conditions), paper: paper, conditions: conditions,
        exceptions: norm.exceptions.map { grounded.formula($0.formula, ground: ground, in: &table) },
        voids: norm.voidedBy.map { grounded.formula(edition.voids[$0].holds, ground: ground, in: &table) },
        suspended: grounded.formula(
          slice.suspension(of: norm, edition.library.vocabulary), ground: ground, in: &table),
        steps: norm.steps.map { grounded.formula($0, ground: ground, in: &table) })
    }
    self.norms = norms
  }
}

extension Sequence where Element == SliceFormulas {
  /// The looks of all of them.
  var looks: AtomSet {
    var found = AtomSet()
    func note(_ formula: Formula) { formula.forEachAtom { found.insert($0) } }
    for formulas in self {
      for norm in formulas.norms.values {
        note(norm.base)
        norm.exceptions.forEach(note)
        norm.voids.forEach(note)
        note(norm.suspended)
        norm.steps.forEach(note)
      }
    }
    return found
  }
}
