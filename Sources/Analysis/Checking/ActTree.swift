import LawLanguage

extension Agencies {
  /// Some acts, and the clauses that speak of them.
  struct ActTree {
    /// Each with the acts whose rules may speak of it.
    let acts: [(name: String, related: [String])]
    /// Equal for the same acts in vocabularies that say the same of them.
    let number: Int
    /// A bit for each clause that binds agencies in some of them.
    let clauses: [UInt64]
    /// A bit for each declaration that is used besides.
    let asked: [UInt64]
  }

  /// All that decides what is said of some acts to an agency, whatever jurisdiction it is in.
  struct Saying: Hashable {
    let tree: Int
    /// The clauses that bind it, by their numbers.
    let clauses: [Int32]
    /// What these use that is in force, by its numbers.
    let parts: [Int32]
    /// The places by which courts choose readings.
    let courts: Set<String>
    /// Whether some of it may hold something against a day that the law names.
    let namesDay: Bool

    /// The clauses tell nearly all apart.
    func hash(into hasher: inout Hasher) {
      hasher.combine(tree)
      hasher.combine(clauses)
      hasher.combine(parts)
    }
  }

  /// What is said to an agency of some acts.
  func saying(to sort: Sort, about tree: ActTree) -> Saying {
    // What binds nobody needs no words.
    let binds = zip(sort.made.binding, tree.clauses).contains { $0 & $1 != 0 }
    guard binds || tree.asked.contains(where: { $0 != 0 }) else {
      return Saying(tree: tree.number, clauses: [], parts: [], courts: [], namesDay: false)
    }
    var clauses: [Int32] = []
    var used = tree.asked
    var (isContested, namesDay) = (isCommonContested, doesCommonNameDay)
    for (word, (binding, own)) in zip(sort.made.binding, tree.clauses).enumerated() {
      var left = binding & own
      while left != 0 {
        // By place: a copy of a clause is not free.
        let place = word * 64 + left.trailingZeroBitCount
        clauses.append(binders[place].number)
        for part in binders[place].uses { used[part / 64] |= 1 << UInt64(part % 64) }
        isContested = isContested || binders[place].isContested
        namesDay = namesDay || binders[place].namesDay
        left &= left - 1
      }
    }
    var found: [Int32] = []
    for (word, inForce) in sort.made.parts.enumerated() {
      var left = inForce & (used[word] | common[word])
      while left != 0 {
        found.append(parts[word * 64 + left.trailingZeroBitCount].number)
        left &= left - 1
      }
    }
    return Saying(
      tree: tree.number, clauses: clauses.sorted(), parts: found.sorted(),
      courts: isContested ? sort.made.courts : [], namesDay: namesDay)
  }
}
