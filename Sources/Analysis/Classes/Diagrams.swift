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
  private var nodes: [Branch]
  /// Nodes by what they branch on and to.
  private var unique = NodeTable()
  private var conjunctions = PairMemory()
  /// By node; -1 where it was not asked for.
  private var complements: [Int32] = [1, 0]

  /// What a node branches on and to.
  private struct Branch {
    let level: Int32
    let low: Int32
    let high: Int32
  }

  init(columns: Int, limit: Int) {
    self.columns = columns
    self.limit = min(limit, NodeTable.most)
    let leaf = Int32(truncatingIfNeeded: columns)
    nodes = [Branch(level: leaf, low: 0, high: 0), Branch(level: leaf, low: 1, high: 1)]
  }

  /// How many nodes there are.
  var count: Int { nodes.count }

  // MARK: Making

  /// The classes of one set where the column is false, and of another where it is true. Both sets look at later columns only.
  mutating func choice(_ level: Int, low: Node, high: Node) throws(TooWide) -> Node {
    if low == high { return low }
    let key = NodeTable.key(level, low, high)
    let place = unique.place(of: key)
    if let known = unique.node(at: place) { return known }
    guard nodes.count < limit, level <= NodeTable.widest else { throw TooWide(what: .nodes) }
    let node = nodes.count
    nodes.append(
      Branch(
        level: Int32(truncatingIfNeeded: level), low: Int32(truncatingIfNeeded: low),
        high: Int32(truncatingIfNeeded: high)))
    complements.append(-1)
    unique.insert(key, node, at: place)
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
    let (first, second) = one < other ? (one, other) : (other, one)
    if let known = conjunctions.value(of: first, second) { return known }
    let (left, right) = (nodes[first], nodes[second])
    let level = min(left.level, right.level)
    let isLeft = left.level == level
    let isRight = right.level == level
    let low = try both(isLeft ? Int(left.low) : first, isRight ? Int(right.low) : second)
    let high = try both(isLeft ? Int(left.high) : first, isRight ? Int(right.high) : second)
    let node = try choice(Int(level), low: low, high: high)
    conjunctions.remember(node, of: first, second, among: nodes.count)
    return node
  }

  /// The classes outside a set.
  mutating func outside(_ node: Node) throws(TooWide) -> Node {
    let known = complements[node]
    if known >= 0 { return Int(known) }
    let branch = nodes[node]
    let low = try outside(Int(branch.low))
    let high = try outside(Int(branch.high))
    let complement = try choice(Int(branch.level), low: low, high: high)
    complements[node] = Int32(truncatingIfNeeded: complement)
    complements[complement] = Int32(truncatingIfNeeded: node)
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
  func level(of node: Node) -> Int { Int(nodes[node].level) }

  /// What is left of the set where a column is false, if no earlier column is looked at.
  func low(_ node: Node, _ level: Int) -> Node { nodes[node].level == level ? Int(nodes[node].low) : node }

  /// What is left of the set where a column is true, if no earlier column is looked at.
  func high(_ node: Node, _ level: Int) -> Node { nodes[node].level == level ? Int(nodes[node].high) : node }

  /// The columns that any of some sets hangs on, in order.
  func support(of sets: [Node]) -> [Int] {
    var isSeen = [Bool](repeating: false, count: nodes.count)
    var isFound = [Bool](repeating: false, count: columns)
    var open = sets
    while let next = open.popLast() {
      guard next > Self.every, !isSeen[next] else { continue }
      isSeen[next] = true
      let branch = nodes[next]
      isFound[Int(branch.level)] = true
      open.append(Int(branch.low))
      open.append(Int(branch.high))
    }
    return isFound.indices.filter { isFound[$0] }
  }

  /// Whether a class with these columns is in a set; a column of which nothing is said can be either.
  func meets(_ node: Node, _ isTrue: [Bool?]) -> Bool {
    var failed = Set<Node>()
    func leads(_ node: Node) -> Bool {
      var next = node
      while next > Self.every {
        let branch = nodes[next]
        guard let isTrue = isTrue[Int(branch.level)] else { break }
        next = Int(isTrue ? branch.high : branch.low)
      }
      guard next > Self.every else { return next == Self.every }
      guard failed.insert(next).inserted else { return false }
      return leads(Int(nodes[next].low)) || leads(Int(nodes[next].high))
    }
    return leads(node)
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
      let branch = nodes[node]
      let (low, high) = (Int(branch.low), Int(branch.high))
      let sum =
        (below(low) << UInt128(nodes[low].level - branch.level - 1))
        + (below(high) << UInt128(nodes[high].level - branch.level - 1))
      known[node] = sum
      return sum
    }
    return below(node) << UInt128(nodes[node].level)
  }

  /// Some class of a set, as the columns that are true; nil if it has none. Columns are false where they can be.
  func first(of node: Node) -> Set<Int>? {
    guard node != Self.none else { return nil }
    var found = Set<Int>()
    var next = node
    while next != Self.every {
      let branch = nodes[next]
      if branch.low != Self.none {
        next = Int(branch.low)
      } else {
        found.insert(Int(branch.level))
        next = Int(branch.high)
      }
    }
    return found
  }

  /// Whether a class, as the columns that are true, is in a set.
  func contains(_ node: Node, _ isTrue: (Int) -> Bool) -> Bool {
    var next = node
    while next > Self.every {
      let branch = nodes[next]
      next = Int(isTrue(Int(branch.level)) ? branch.high : branch.low)
    }
    return next == Self.every
  }
}
