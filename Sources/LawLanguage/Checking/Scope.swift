/// What a declaration can see: all names, its own law, its section, the time it is in force, and what its conditions look at.
struct Scope {
  let names: Names
  /// The law it belongs to; nil in a vocabulary.
  let law: LawNames?
  let section: Section
  /// When the declaration is in force: what it uses must be in force then too.
  let period: Period
  /// What a reader calls it.
  let subject: Subject
  let findings: Findings
  /// What a bare field name is a field of.
  var values: Values = .request

  /// What the names in a condition are looked up in, before definitions and facts.
  enum Values {
    case request
    case record(RecordType)
    case paper
  }

  /// Whose scope it is, in words that are put together only where something is reported: there are thousands of scopes.
  enum Subject: CustomStringConvertible {
    case declaration(NameKind, String)
    case law(String)
    case vocabulary
    case example

    /// "the rule `no-hold`".
    var description: String {
      switch self {
      case .declaration(let kind, let name): "the \(kind.noun) `\(name)`"
      case .law(let name): "the law `\(name)`"
      case .vocabulary: "the vocabulary"
      case .example: "this case"
      }
    }
  }

  var vocabulary: Vocabulary { names.vocabulary }

  /// The same, inside the `where` of a record or paper.
  func looking(at values: Values) -> Scope {
    var scope = self
    scope.values = values
    return scope
  }

  func report(
    _ code: DiagnosticCode, _ message: String, help: String, at range: SourceRange,
    related: [Diagnostic.Related] = []
  ) {
    findings.report(code, message, help: help, at: section.location(range), related: related)
  }
}
