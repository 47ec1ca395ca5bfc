/// A checked library: a vocabulary and the laws that use it.
public struct Library: Sendable {
  /// The words that all its laws use.
  public let vocabulary: Vocabulary
  /// In order of their paths.
  public let laws: [Law]
  /// The worked examples, in the order of their documents.
  public let cases: [Case]
  /// The files it was made of.
  public let sources: [SourceFile]

  init(vocabulary: Vocabulary, laws: [Law], cases: [Case], sources: [SourceFile]) {
    self.vocabulary = vocabulary
    self.laws = laws
    self.cases = cases
    self.sources = sources
    var lawIndex: [String: Int] = [:]
    for (index, law) in laws.enumerated() { lawIndex[law.name] = index }
    self.lawIndex = lawIndex
  }

  private let lawIndex: [String: Int]

  /// The library as if no law of these ranks had been made; their cases go with them.
  package func without(_ ranks: Set<Rank>) -> Library {
    let gone = Set(laws.filter { ranks.contains($0.rank) }.map(\.name))
    return Library(
      vocabulary: vocabulary, laws: laws.filter { !gone.contains($0.name) },
      cases: cases.filter { $0.law.map { !gone.contains($0) } ?? true }, sources: sources)
  }

  /// The law of that name.
  public func law(_ name: String) -> Law? { lawIndex[name].map { laws[$0] } }

  /// The version of a definition in force on a day.
  public func definition(_ name: QualifiedName, on day: Day) -> Definition? {
    law(name.law)?.definitions.first { $0.name.name == name.name && $0.period.contains(day) }
  }

  /// The members of a list on a day; empty if no version is in force.
  public func members(of reference: ListReference, on day: Day) -> [String] {
    switch reference {
    case .inline(let values): values
    case .named(let name):
      law(name.law)?.lists.first { $0.name.name == name.name && $0.period.contains(day) }?.members(on: day) ?? []
    }
  }

  /// The kinds of agency in a class on a day; empty if no version is in force.
  public func kinds(ofClass name: QualifiedName, on day: Day) -> [String] {
    law(name.law)?.classes.first { $0.name.name == name.name && $0.period.contains(day) }?.members(on: day) ?? []
  }
}
