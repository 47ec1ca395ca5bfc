import LawLanguage

extension Library {
  /// The law that agencies of a jurisdiction can meet, with its words: what stands at the top, what is the United States', and
  /// what lies in the jurisdiction's folder. The whole, where law from elsewhere binds the jurisdiction or its own needs others' words.
  func local(to jurisdiction: String) -> Library {
    let folders = ["", "us", jurisdiction.lowercased()]
    let own = sources.filter { folders.contains($0.folder) }
    guard own.count < sources.count, let local = Library.check(own).library else { return self }
    let territory = territories(in: jurisdiction)
    let binding = laws.filter { $0.binding.contains(where: territory.contains) }
    return binding.allSatisfy { local.law($0.name) != nil } ? local : self
  }

  /// A jurisdiction and its localities, with every place that contains one of them.
  func territories(in jurisdiction: String) -> Set<String> {
    let localities = vocabulary.places.filter { $0.kind == .locality && $0.inside == jurisdiction }.map(\.name)
    return ([jurisdiction] + localities).reduce(into: []) { $0.formUnion(vocabulary.territory(of: $1)) }
  }
}

extension SourceFile {
  /// The jurisdiction's folder; empty for what stands at the top.
  fileprivate var folder: String { path.firstIndex(of: "/").map { String(path[..<$0]) } ?? "" }
}
