/// The candidate that a mistyped word most likely means, or nil if none is near.
///
/// Near is an edit in every third letter, an exchange of two neighbours counting as one edit. Between candidates as near,
/// the first is taken.
public func suggestion(for word: String, among candidates: some Sequence<String>) -> String? {
  let letters = Array(word.lowercased().utf8)
  // Nobody mistypes a word of this length; comparing two of them takes the product of their lengths.
  guard letters.count <= 100 else { return nil }
  let limit = max(1, letters.count / 3)
  var best: (candidate: String, distance: Int)?
  for candidate in candidates where candidate != word {
    let other = Array(candidate.lowercased().utf8)
    let bound = best.map { $0.distance - 1 } ?? limit
    guard abs(other.count - letters.count) <= bound else { continue }
    let distance = editDistance(letters, other)
    // A word of one or two letters is near to every other; only its capitals are corrected.
    guard distance <= bound, distance < letters.count || distance == 0 else { continue }
    best = (candidate, distance)
  }
  return best?.candidate
}

/// The fewest insertions, deletions, replacements and exchanges of neighbours that turn one word into the other
/// (optimal string alignment).
private func editDistance(_ left: [UInt8], _ right: [UInt8]) -> Int {
  var beforeLast = [Int](repeating: 0, count: right.count + 1)
  var last = Array(0...right.count)
  for row in left.indices {
    var next = [row + 1]
    next.reserveCapacity(right.count + 1)
    for column in right.indices {
      var distance = min(
        last[column + 1] + 1, next[column] + 1, last[column] + (left[row] == right[column] ? 0 : 1))
      if row > 0, column > 0, left[row] == right[column - 1], left[row - 1] == right[column] {
        distance = min(distance, beforeLast[column - 1] + 1)
      }
      next.append(distance)
    }
    beforeLast = last
    last = next
  }
  return last[right.count]
}
