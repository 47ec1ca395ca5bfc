import LawLanguage

/// The library with the conditions of queries in it, as definitions of a law of their own, so that the checker reads them.
struct QueryLibrary {
  let library: Library

  /// The law that holds them.
  private static let law = "asked"
  private static let path = "asked.md"

  /// - Throws: `QueryError` if a condition does not check.
  init(_ library: Library, asking conditions: [String]) throws(QueryError) {
    guard !conditions.isEmpty, let first = library.laws.map(\.period.from).min() else {
      self.library = library
      return
    }
    var text = "# Asked\n\n```law\nlaw \(Self.law)  cite \"asked\"  by policy of US  in force from \(first)\n"
    for (index, condition) in conditions.enumerated() { text += "define asked-\(index)\n  when \(condition)\n" }
    text += "```\n"
    let result = Library.check(library.sources + [SourceFile(path: Self.path, text: text)])
    guard let checked = result.library else {
      let own = result.diagnostics.first { $0.location.path == Self.path } ?? result.diagnostics.first
      throw QueryError(description: "the condition in brackets does not check: \(own?.message ?? "it cannot be read")")
    }
    self.library = checked
  }

  /// A condition by its place among those asked.
  static func condition(_ index: Int) -> Condition {
    .defined(QualifiedName(law: law, name: "asked-\(index)"))
  }
}
