/// When what is known of a list says more of two counts together than of each.
///
/// A record may leave two counts open at once: is it the one or the other, then one of the two holds for certain though neither does.
/// Counts that look at different parts of a record do not hang together so: what is not known of one part may come out either way
/// whatever another comes to, and further records can pass the one and not the other.
struct CountTangle {
  /// The list's column, its records tested.
  private let list: String
  /// Whether there may be further records.
  private let isOpen: SQLExpression
  private var counts: [Count] = []

  private struct Count {
    /// Whether a record leaves it open.
    let isLeftOpen: SQLExpression
    /// Whether records pass for certain, but not yet as many as are asked for; nil if one is enough.
    let isBegun: SQLExpression?
    /// The parts of a record on which it hangs; none if every record passes.
    let parts: Set<Int>
  }

  init(_ list: String, isOpen: SQLExpression) {
    self.list = list
    self.isOpen = isOpen
  }

  /// Adds a count of the list.
  ///
  /// - Parameters:
  ///   - certain: how many records pass for certain.
  ///   - holds: when a record passes for certain.
  ///   - fails: when a record fails for certain.
  ///   - parts: the parts of a record on which that hangs.
  mutating func add(
    atLeast: Int, certain: SQLExpression, holds: SQLExpression, fails: SQLExpression, parts: Set<Int>
  ) {
    let needed = SQLExpression.integer(atLeast)
    counts.append(
      Count(
        isLeftOpen: .all([
          .not(.coalesce([holds, .boolean(false)])), .not(.coalesce([fails, .boolean(false)])),
        ]),
        isBegun: atLeast > 1
          ? .all([.compare(certain, .greater, .integer(0)), .compare(certain, .less, needed)]) : nil,
        parts: parts))
  }

  /// Whether more may follow for a row than its counts say one by one.
  var expression: SQLExpression {
    guard counts.count > 1 else { return .boolean(false) }
    var pairs: [SQLExpression] = []
    var begun: [SQLExpression] = []
    for together in bundles {
      for (place, left) in together.enumerated() {
        for right in together[(place + 1)...] {
          pairs.append(.all([counts[left].isLeftOpen, counts[right].isLeftOpen]))
        }
      }
      // How far a count has come that asks for several is not seen in its truth; further records could complete it. One that no other
      // hangs together with stays behind if they do not pass it; but a count of all records cannot.
      guard together.count > 1 || counts[together[0]].parts.isEmpty else { continue }
      begun += together.compactMap { counts[$0].isBegun }.map { .all([isOpen, $0]) }
    }
    guard !pairs.isEmpty else { return .disjunction(begun) }
    let tangled = SQLExpression.compare(.passing(list: list, .disjunction(pairs)), .greater, .integer(0))
    return .disjunction([tangled] + begun)
  }

  /// The counts that hang together, by way of others too.
  private var bundles: [[Int]] {
    var found: [(counts: [Int], parts: Set<Int>)] = []
    for (index, count) in counts.enumerated() {
      let joined = found.filter { !$0.parts.isDisjoint(with: count.parts) }
      found.removeAll { !$0.parts.isDisjoint(with: count.parts) }
      found.append(
        (joined.flatMap(\.counts) + [index], joined.reduce(count.parts) { $0.union($1.parts) }))
    }
    return found.map { $0.counts.sorted() }.sorted { $0[0] < $1[0] }
  }
}
