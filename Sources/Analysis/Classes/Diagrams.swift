/// Sets of classes, as reduced ordered decision diagrams that share their nodes.
///
/// A class says of every column whether it is true; a column is a level of the diagrams. Two sets are equal exactly if their nodes
/// are. After R. Bryant, "Graph-Based Algorithms for Boolean Function Manipulation" (1986).
///
/// Where they would have too many nodes they are circuits: a set is kept as it was put together, and only a solver can tell whether
/// it has a class. Nothing under Reading is asked of a circuit but `gate` and `support`.
struct Diagrams: Sendable {
  /// A set, as an index.
  typealias Node = Int

  /// No class, and every one.
  static var none: Node { 0 }
  static var every: Node { 1 }

  /// How many columns there are.
  let columns: Int
  /// Whether sets are kept as they were put together.
  let isCircuit: Bool
  /// More nodes than this are not made.
  private let limit: Int
  private var nodes: [Branch]
  /// Nodes by what they branch on and to.
  private var unique = NodeTable()
  private var joined = PairMemory()
  /// By node, as far as any was asked for; the number is that below the node's own column. Zero where it was not asked for: only
  /// `none` has no class.
  private var counts: [UInt128] = [0, 1]

  /// What a node branches on and to.
  private struct Branch {
    let level: Int32
    let low: Int32
    let high: Int32
    /// The node of the classes outside; -1 where it was not asked for.
    var outside: Int32 = -1
  }

  init(columns: Int, limit: Int, isCircuit: Bool = false) {
    self.columns = columns
    self.isCircuit = isCircuit
    self.limit = min(limit, NodeTable.most)
    let leaf = Int32(truncatingIfNeeded: columns)
    nodes = [
      Branch(level: leaf, low: 0, high: 0, outside: 1), Branch(level: leaf, low: 1, high: 1, outside: 0),
    ]
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
    guard nodes.count < limit, level <= Self.conjunction else { throw TooWide(what: .nodes) }
    let node = nodes.count
    nodes.append(
      Branch(
        level: Int32(truncatingIfNeeded: level), low: Int32(truncatingIfNeeded: low),
        high: Int32(truncatingIfNeeded: high)))
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
    if isCircuit { return try choice(Self.conjunction, low: first, high: second) }
    if let known = joined.value(.both, of: first, second) { return known }
    let (left, right) = (nodes[first], nodes[second])
    let level = min(left.level, right.level)
    let isLeft = left.level == level
    let isRight = right.level == level
    let low = try both(isLeft ? Int(left.low) : first, isRight ? Int(right.low) : second)
    let high = try both(isLeft ? Int(left.high) : first, isRight ? Int(right.high) : second)
    let node = try choice(Int(level), low: low, high: high)
    joined.remember(node, .both, of: first, second, among: nodes.count)
    return node
  }

  /// The classes outside a set.
  mutating func outside(_ node: Node) throws(TooWide) -> Node {
    let known = nodes[node].outside
    if known >= 0 { return Int(known) }
    let complement = isCircuit ? try choice(Self.complement, low: node, high: Self.none) : try turned(nodes[node])
    nodes[node].outside = Int32(truncatingIfNeeded: complement)
    nodes[complement].outside = Int32(truncatingIfNeeded: node)
    return complement
  }

  private mutating func turned(_ branch: Branch) throws(TooWide) -> Node {
    let low = try outside(Int(branch.low))
    let high = try outside(Int(branch.high))
    return try choice(Int(branch.level), low: low, high: high)
  }

  /// The classes in either set.
  mutating func either(_ one: Node, _ other: Node) throws(TooWide) -> Node {
    if one == other || other == Self.none { return one }
    if one == Self.none { return other }
    if one == Self.every || other == Self.every { return Self.every }
    if isCircuit {
      let neither = try both(outside(one), outside(other))
      return try outside(neither)
    }
    let (first, second) = one < other ? (one, other) : (other, one)
    if let known = joined.value(.either, of: first, second) { return known }
    let (left, right) = (nodes[first], nodes[second])
    let level = min(left.level, right.level)
    let isLeft = left.level == level
    let isRight = right.level == level
    let low = try either(isLeft ? Int(left.low) : first, isRight ? Int(right.low) : second)
    let high = try either(isLeft ? Int(left.high) : first, isRight ? Int(right.high) : second)
    let node = try choice(Int(level), low: low, high: high)
    joined.remember(node, .either, of: first, second, among: nodes.count)
    return node
  }

  /// The classes in one set and not in the other.
  mutating func without(_ one: Node, _ other: Node) throws(TooWide) -> Node {
    if one == Self.none || one == other || other == Self.every { return Self.none }
    if other == Self.none { return one }
    if one == Self.every { return try outside(other) }
    if isCircuit {
      let complement = try outside(other)
      return try both(one, complement)
    }
    if let known = joined.value(.without, of: one, other) { return known }
    let (left, right) = (nodes[one], nodes[other])
    let level = min(left.level, right.level)
    let isLeft = left.level == level
    let isRight = right.level == level
    let low = try without(isLeft ? Int(left.low) : one, isRight ? Int(right.low) : other)
    let high = try without(isLeft ? Int(left.high) : one, isRight ? Int(right.high) : other)
    let node = try choice(Int(level), low: low, high: high)
    joined.remember(node, .without, of: one, other, among: nodes.count)
    return node
  }

  /// The classes in exactly one of the two.
  mutating func difference(_ one: Node, _ other: Node) throws(TooWide) -> Node {
    let left = try without(one, other)
    let right = try without(other, one)
    return try either(left, right)
  }

  // MARK: Circuits

  /// The levels of what a circuit is made of besides columns.
  private static let conjunction = (1 << 16) - 1
  private static let complement = (1 << 16) - 2

  /// How a set of a circuit was put together.
  enum Gate {
    case constant(Bool)
    case column(Int)
    case both(Node, Node)
    case outside(Node)
  }

  func gate(_ node: Node) -> Gate {
    guard node > Self.every else { return .constant(node == Self.every) }
    let branch = nodes[node]
    switch Int(branch.level) {
    case Self.conjunction: return .both(Int(branch.low), Int(branch.high))
    case Self.complement: return .outside(Int(branch.low))
    default: return .column(Int(branch.level))
    }
  }

  /// A circuit's set with a column settled.
  mutating func settling(_ column: Int, _ isTrue: Bool, in node: Node) throws(TooWide) -> Node {
    var known: [Node: Node] = [:]
    return try settling(column, isTrue, in: node, &known)
  }

  private mutating func settling(
    _ column: Int, _ isTrue: Bool, in node: Node, _ known: inout [Node: Node]
  ) throws(TooWide) -> Node {
    if let found = known[node] { return found }
    let found: Node
    switch gate(node) {
    case .constant: found = node
    case .column(let own): found = own == column ? (isTrue ? Self.every : Self.none) : node
    case .outside(let inner):
      let settled = try settling(column, isTrue, in: inner, &known)
      found = try outside(settled)
    case .both(let one, let other):
      let left = try settling(column, isTrue, in: one, &known)
      let right = try settling(column, isTrue, in: other, &known)
      found = try both(left, right)
    }
    known[node] = found
    return found
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
      if Int(branch.level) < columns { isFound[Int(branch.level)] = true }
      open.append(Int(branch.low))
      open.append(Int(branch.high))
    }
    return isFound.indices.filter { isFound[$0] }
  }

  /// Whether a class with these columns is in a set; a column of which nothing is said can be either.
  func meets(_ node: Node, _ isTrue: [Bool?]) -> Bool {
    var hasFailed = [Bool](repeating: false, count: node + 1)
    return leads(node, isTrue, &hasFailed)
  }

  private func leads(_ node: Node, _ isTrue: [Bool?], _ hasFailed: inout [Bool]) -> Bool {
    var next = node
    while next > Self.every {
      let branch = nodes[next]
      guard let isTrue = isTrue[Int(branch.level)] else { break }
      next = Int(isTrue ? branch.high : branch.low)
    }
    guard next > Self.every else { return next == Self.every }
    if hasFailed[next] { return false }
    hasFailed[next] = true
    return leads(Int(nodes[next].low), isTrue, &hasFailed) || leads(Int(nodes[next].high), isTrue, &hasFailed)
  }

  /// How many classes are in a set.
  ///
  /// - Throws: `TooWide` if no 128 bits hold the number.
  mutating func count(of node: Node) throws(TooWide) -> UInt128 {
    guard columns < UInt128.bitWidth else { throw TooWide(what: .conditions) }
    // What a node branches to was made before it.
    if counts.count <= node { counts += repeatElement(0, count: nodes.count - counts.count) }
    return below(node) << UInt128(nodes[node].level)
  }

  private mutating func below(_ node: Node) -> UInt128 {
    let known = counts[node]
    if known != 0 || node == Self.none { return known }
    let branch = nodes[node]
    let (low, high) = (Int(branch.low), Int(branch.high))
    let sum =
      (below(low) << UInt128(nodes[low].level - branch.level - 1))
      + (below(high) << UInt128(nodes[high].level - branch.level - 1))
    counts[node] = sum
    return sum
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
