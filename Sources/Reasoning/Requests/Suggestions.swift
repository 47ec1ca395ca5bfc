import LawLanguage

/// What somebody may have meant, for "did you mean".
enum Suggestions {
  /// `did you mean "hold"?`, the whole choice if it is short, otherwise what to look at.
  static func help(for name: String, among candidates: [String], otherwise: String? = nil) -> String? {
    if let near = suggestion(for: name, among: candidates) { return "did you mean \(quoted(near))?" }
    // "jail" for "county-jail": one of the words of a longer name.
    let longer = candidates.filter { $0.split(separator: "-").contains { $0.lowercased() == name.lowercased() } }
    if !longer.isEmpty { return "did you mean \(alternatives(longer.prefix(3).map(quoted)))?" }
    if !candidates.isEmpty, candidates.count <= 8 { return "write \(alternatives(candidates.map { shown($0) }))" }
    return otherwise
  }

  /// `a`, `a or b`, `a, b or c`.
  static func alternatives(_ words: [String]) -> String {
    guard words.count > 1, let last = words.last else { return words.first ?? "" }
    return words.dropLast().joined(separator: ", ") + " or " + last
  }
}
