/// Sets of classes, as reduced ordered decision diagrams that share their nodes.
///
/// A class says of every column whether it is true; a column is a level of the diagrams. Two sets are equal exactly if their nodes
/// are. After R. Bryant, "Graph-Based Algorithms for Boolean Function Manipulation" (1986).
struct Diagrams: Sendable {
  /// A set, as an index.
  typealias Node = Int

  /// No class, and every one.
  static let (none, every): (Node, Node) = (0, 1)

  /// How many columns there are.
  let columns: Int
  /// More nodes than this are not made.
  private let limit: Int
  private var levels: [Int]
  private var lows: [Node] = [0, 1]
  private var highs: [Node] = [0, 1]
  /// Nodes by what they branch to, a table for each column.
  private var unique: [PairTable]
  private var conjunctions = PairTable()
  /// By node; -1 where it was not asked for.
  private var complements: [Node] = [1, 0]

  init(columns: Int, limit: Int) {
    self.columns = columns
    self.limit = min(limit, Int(Int32.max))
    levels = [columns, columns]
    unique = [PairTable](repeating: PairTable(), count: columns)
  }

  /// How many nodes there are.
  var count: Int { levels.count }

  // MARK: Making

  /// The classes of one set where the column is false, and of another where it is true. Both sets look at later columns only.
  mutating func choice(_ level: Int, low: Node, high: Node) throws(TooWide) -> Node {
    if low == high { return low }
    let key = PairTable.key(low, high)
    if let known = unique[level][key] { return known }
    guard levels.count < limit else { throw TooWide(what: .nodes) }
    let node = levels.count
    levels.append(level)
    lows.append(low)
    highs.append(high)
    complements.append(-1)
    unique[level].insert(key, node)
    return node
  }

  /// The classes in which a column is true.
  mutating func column(_ level: Int) throws(TooWide) -> Node {
    try choice(level, low: Self.none, high: Self.every)
  }

  /// The classes in neither set's complement: those in both.
  mutating func both(_ one: Node, _ other: Node) throws(TooWide) -> Node {
    if one == other || other == Self.every { return one }
    if one == Self.every { return other }
    if one == Self.none || other == Self.none { return Self.none }
    let pair = PairTable.key(min(one, other), max(one, other))
    if let known = conjunctions[pair] { return known }
    let level = min(levels[one], levels[other])
    let low = try both(low(one, level), low(other, level))
    let high = try both(high(one, level), high(other, level))
    let node = try choice(level, low: low, high: high)
    conjunctions.insert(pair, node)
    return node
  }

  /// The classes outside a set.
  mutating func outside(_ node: Node) throws(TooWide) -> Node {
    if complements[node] >= 0 { return complements[node] }
    let low = try outside(lows[node])
    let high = try outside(highs[node])
    let complement = try choice(levels[node], low: low, high: high)
    complements[node] = complement
    complements[complement] = node
    return complement
  }

  /// The classes in either set.
  mutating func either(_ one: Node, _ other: Node) throws(TooWide) -> Node {
    if one == Self.none || one == other { return other }
    if other == Self.none { return one }
    let neither = try both(outside(one), outside(other))
    return try outside(neither)
  }

  /// The classes in one set and not in the other.
  mutating func without(_ one: Node, _ other: Node) throws(TooWide) -> Node {
    let complement = try outside(other)
    return try both(one, complement)
  }

  /// The classes in exactly one of the two.
  mutating func difference(_ one: Node, _ other: Node) throws(TooWide) -> Node {
    let left = try without(one, other)
    let right = try without(other, one)
    return try either(left, right)
  }

  // MARK: Reading

  /// The first column that the set hangs on; the number of columns if it hangs on none.
  func level(of node: Node) -> Int { levels[node] }

  /// What is left of the set where a column is false, if no earlier column is looked at.
  func low(_ node: Node, _ level: Int) -> Node { levels[node] == level ? lows[node] : node }

  /// What is left of the set where a column is true, if no earlier column is looked at.
  func high(_ node: Node, _ level: Int) -> Node { levels[node] == level ? highs[node] : node }

  /// The columns that a set hangs on.
  func support(of node: Node) -> Set<Int> {
    var seen: Set<Node> = [Self.none, Self.every]
    var found = Set<Int>()
    var open = [node]
    while let next = open.popLast() {
      guard seen.insert(next).inserted else { continue }
      found.insert(levels[next])
      open += [lows[next], highs[next]]
    }
    return found
  }

  /// How many classes are in a set.
  ///
  /// - Throws: `TooWide` if no 128 bits hold the number.
  func count(of node: Node) throws(TooWide) -> UInt128 {
    guard columns < UInt128.bitWidth else { throw TooWide(what: .conditions) }
    var known: [Node: UInt128] = [:]
    func below(_ node: Node) -> UInt128 {
      if node == Self.none { return 0 }
      if node == Self.every { return 1 }
      if let known = known[node] { return known }
      let (low, high) = (lows[node], highs[node])
      let sum =
        (below(low) << UInt128(levels[low] - levels[node] - 1))
        + (below(high) << UInt128(levels[high] - levels[node] - 1))
      known[node] = sum
      return sum
    }
    return below(node) << UInt128(levels[node])
  }

  /// Some class of a set, as the columns that are true; nil if it has none. Columns are false where they can be.
  func first(of node: Node) -> Set<Int>? {
    guard node != Self.none else { return nil }
    var found = Set<Int>()
    var next = node
    while next != Self.every {
      if lows[next] != Self.none {
        next = lows[next]
      } else {
        found.insert(levels[next])
        next = highs[next]
      }
    }
    return found
  }

  /// Whether a class, as the columns that are true, is in a set.
  func contains(_ node: Node, _ isTrue: (Int) -> Bool) -> Bool {
    var next = node
    while next > Self.every { next = isTrue(levels[next]) ? highs[next] : lows[next] }
    return next == Self.every
  }
}
