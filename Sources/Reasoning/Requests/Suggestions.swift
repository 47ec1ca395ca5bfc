/// What somebody may have meant, for "did you mean".
enum Suggestions {
  /// The candidates nearest to a name, best first, at most three; empty if none is near.
  static func nearest(to name: String, among candidates: [String]) -> [String] {
    let wanted = Array(normalised(name))
    guard !wanted.isEmpty, wanted.count <= 64 else { return [] }
    let allowed = max(1, wanted.count / 3)
    let scored = candidates.enumerated().compactMap { order, candidate -> (score: Int, order: Int, name: String)? in
      let letters = Array(normalised(candidate))
      if letters == wanted { return (0, order, candidate) }
      let distance = editDistance(wanted, letters)
      if distance <= allowed { return (distance, order, candidate) }
      // "jail" for "county-jail": the name is one of the candidate's words.
      let words = letters.split(separator: " ").map(Array.init)
      return words.contains(wanted) ? (allowed + 1, order, candidate) : nil
    }
    return scored.sorted { ($0.score, $0.order) < ($1.score, $1.order) }.prefix(3).map(\.name)
  }

  /// `did you mean "hold" or "transfer"?`, the whole choice if it is short, otherwise what to look at.
  static func help(for name: String, among candidates: [String], otherwise: String? = nil) -> String? {
    let near = nearest(to: name, among: candidates)
    if !near.isEmpty { return "did you mean \(alternatives(near.map(quoted)))?" }
    if !candidates.isEmpty, candidates.count <= 8 { return "write \(alternatives(candidates.map(shown)))" }
    return otherwise
  }

  /// `a`, `a or b`, `a, b or c`.
  static func alternatives(_ words: [String]) -> String {
    guard words.count > 1, let last = words.last else { return words.first ?? "" }
    return words.dropLast().joined(separator: ", ") + " or " + last
  }

  private static func normalised(_ name: String) -> String {
    String(name.lowercased().map { $0 == "_" || $0 == "-" ? " " : $0 })
  }

  /// Insertions, deletions, replacements and swaps of neighbours (optimal string alignment).
  private static func editDistance(_ left: [Character], _ right: [Character]) -> Int {
    var before: [Int] = []
    var previous = Array(0...right.count)
    for (row, letter) in left.enumerated() {
      var current = [row + 1]
      for (column, other) in right.enumerated() {
        var best = min(previous[column + 1] + 1, current[column] + 1, previous[column] + (letter == other ? 0 : 1))
        if row > 0, column > 0, letter == right[column - 1], left[row - 1] == other {
          best = min(best, before[column - 1] + 1)
        }
        current.append(best)
      }
      before = previous
      previous = current
    }
    return previous[right.count]
  }
}
