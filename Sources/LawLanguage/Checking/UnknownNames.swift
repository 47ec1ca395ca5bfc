/// The words of "there is no …": what the name is instead, which name is near, or how to declare it.
extension Scope {
  func unknown(
    _ name: Name, _ kind: NameKind, among candidates: [String], code: DiagnosticCode = .unknownName
  ) {
    if let other = otherKind(of: name.value, than: kind) {
      let help = suggest(name.value, candidates, else: "name \(kind.phrase) here")
      report(
        code, "`\(name.value)` is \(other.kind.phrase), not \(kind.phrase)", help: help, at: name.range,
        related: [.init(caption: "declared here", location: other.location)])
    } else {
      let help = suggest(name.value, candidates, else: remedy(name.value, kind))
      report(code, "there is no \(kind.noun) `\(name.value)`", help: help, at: name.range)
    }
  }

  /// What bears the name instead: in this law, then in the vocabulary.
  func otherKind(of name: String, than kind: NameKind) -> (kind: NameKind, location: SourceLocation)? {
    if let law, let own = law.kinds(of: name).first(where: { $0.kind != kind }) { return own }
    if let word = names.declared[name].first(where: { $0.kind != kind }) { return (word.kind, word.location) }
    if kind != .law, let law = names.laws[name] { return (.law, law.location) }
    return nil
  }

  private func remedy(_ name: String, _ kind: NameKind) -> String {
    if kind.belongsToLaw, let other = lawWith(name, kind) {
      return "write `\(name) as in \(other)`"
    }
    let place = kind.belongsToLaw ? "in this law" : "in a vocabulary"
    return "declare it \(place): \(kind.declaration(of: name))"
  }

  /// Another law that declares the name as this kind.
  func lawWith(_ name: String, _ kind: NameKind) -> String? {
    switch kind {
    case .definition, .list, .agencyClass:
      names.laws.values.filter { other in other.kinds(of: name).contains { $0.kind == kind } }.map(\.name).min()
    default: nil
    }
  }

  /// "did you mean …", or something else that helps.
  func suggest(_ name: String, _ candidates: [String], else other: String) -> String {
    guard findings.maySuggest() else { return other }
    // Sorted, so that of two equally near names always the same is named.
    return suggestion(for: name, among: candidates.sorted()).map { "did you mean `\($0)`?" } ?? other
  }

  /// "write one of a, b, c".
  func listing(_ words: [String]) -> String {
    words.isEmpty ? "there is none yet" : "write one of " + words.map { "`\($0)`" }.joined(separator: ", ")
  }
}
