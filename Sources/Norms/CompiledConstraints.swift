package import LawLanguage

/// The constraints of a library's vocabulary on a day, compiled: what the editions of all agencies have in common.
package struct CompiledConstraints: Sendable {
  /// Constraints on facts.
  package let constraints: [Formula]
  /// Constraints on the fields of a record, by list.
  package let recordConstraints: [String: [Formula]]
  /// The names of the facts and lists that each predicate looks at, by its number in every edition that has these constraints.
  package var names: [Set<String>] { mentions.names }
  /// Names of the facts and lists that constraints tie to others.
  let constrained: Set<String>
  /// Has numbered what they look at.
  let compiler: ConditionCompiler
  /// Of what is numbered.
  let mentions: Mentions

  /// Compiles the constraints with the lists and definitions of the day.
  package init(of library: Library, on day: Day) {
    var compiler = ConditionCompiler(library: library, day: day)
    self.init(of: library, with: &compiler)
  }

  init(of library: Library, with compiler: inout ConditionCompiler) {
    var constraints: [Formula] = []
    var recordConstraints: [String: [Formula]] = [:]
    for constraint in library.vocabulary.constraints {
      if let records = constraint.records {
        recordConstraints[records, default: []].append(compiler.formula(constraint.condition, in: .record))
      } else {
        constraints.append(compiler.formula(constraint.condition))
      }
    }
    let mentions = Mentions(of: compiler.table.predicates)
    var constrained = Set<String>()
    for constraint in constraints { constraint.forEachAtom { constrained.formUnion(mentions.names[$0]) } }
    self.constraints = constraints
    self.recordConstraints = recordConstraints
    self.compiler = compiler
    self.constrained = constrained
    self.mentions = mentions
  }
}
