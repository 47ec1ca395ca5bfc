import LawLanguage
import Norms

/// The feasible classes of requests, as far as some looks tell them apart: each way in which they can come out together.
struct Classes: Sendable {
  /// Ways that hang on nothing common; every choice of one from each is a class.
  let axes: [Axis]
  /// The first column of each axis.
  let firstColumns: [Int]
  /// The sets of classes.
  var diagrams: Diagrams
  /// All that are feasible.
  private(set) var feasible: Diagrams.Node
  /// By look; -1 for one that is none.
  private let columns: [Int]
  /// How many there are.
  private let width: Int
  /// Who tells sets apart where there is too much to go through.
  private let wide: WideClasses?

  /// More nodes than this are not made for one slice.
  static let mostNodes = 1_000_000

  /// The classes of some axes in which what ties axes to one another holds.
  init(axes: [Axis], tied constraints: [Formula] = [], mostNodes: Int = Classes.mostNodes) throws(TooWide) {
    self.axes = axes
    var firstColumns: [Int] = []
    width = axes.reduce(0) { $0 + $1.looks.count }
    var columns = [Int](repeating: -1, count: (axes.compactMap { $0.looks.max() }.max() ?? -1) + 1)
    var next = 0
    for axis in axes {
      firstColumns.append(next)
      for look in axis.looks {
        columns[look] = next
        next += 1
      }
    }
    var diagrams = Diagrams(columns: width, limit: mostNodes)
    var feasible = Diagrams.every
    for (axis, first) in zip(axes, firstColumns).reversed() {
      let own = try axis.feasible(from: first, in: &diagrams)
      feasible = try diagrams.both(own, feasible)
    }
    self.firstColumns = firstColumns
    self.columns = columns
    self.diagrams = diagrams
    self.feasible = feasible
    wide = nil
    for constraint in constraints {
      let allowed = try set(where: constraint)
      self.feasible = try self.diagrams.both(self.feasible, allowed)
    }
  }

  /// The classes of a slice too wide to go through: each look is an axis of its own, and the solver knows how they hang together.
  init(asking wide: WideClasses) {
    axes = wide.looks.map { Axis(looks: [$0], cells: []) }
    firstColumns = Array(wide.looks.indices)
    width = wide.looks.count
    var columns = [Int](repeating: -1, count: (wide.looks.max() ?? -1) + 1)
    for (column, look) in wide.looks.enumerated() { columns[look] = column }
    self.columns = columns
    diagrams = Diagrams(columns: wide.looks.count, limit: Classes.mostNodes, isCircuit: true)
    feasible = Diagrams.every
    self.wide = wide
  }

  /// The column of a look.
  func column(of look: Int) -> Int? {
    columns.indices.contains(look) && columns[look] >= 0 ? columns[look] : nil
  }

  /// The look of a column.
  func look(at column: Int) -> Int {
    let axis = axis(at: column)
    return axes[axis].looks[column - firstColumns[axis]]
  }

  private func axis(at column: Int) -> Int {
    (firstColumns.lastIndex { $0 <= column && column < width }) ?? 0
  }

  // MARK: Sets

  /// The classes, feasible or not, in which a formula holds.
  mutating func set(where formula: Formula) throws(TooWide) -> Diagrams.Node {
    switch formula {
    case .constant(let value): return value ? Diagrams.every : Diagrams.none
    case .atom(let look):
      guard let column = column(of: look) else { throw TooWide(what: .conditions) }
      return try diagrams.column(column)
    case .not(let inner):
      let inside = try set(where: inner)
      return try diagrams.outside(inside)
    case .all(let parts):
      var found = Diagrams.every
      for part in parts {
        let next = try set(where: part)
        found = try diagrams.both(found, next)
      }
      return found
    case .any(let parts):
      var found = Diagrams.none
      for part in parts {
        let next = try set(where: part)
        found = try diagrams.either(found, next)
      }
      return found
    }
  }

  /// How many feasible classes are in a set; nil if a solver is asked, which does not count.
  mutating func counted(_ node: Diagrams.Node) throws(TooWide) -> UInt128? { wide == nil ? try count(of: node) : nil }

  /// How many feasible classes are in a set.
  mutating func count(of node: Diagrams.Node) throws(TooWide) -> UInt128 {
    guard wide == nil else { throw TooWide(what: .unsettled) }
    let inside = try diagrams.both(node, feasible)
    return try diagrams.count(of: inside)
  }

  /// Whether no feasible class is in a set.
  mutating func isEmpty(_ node: Diagrams.Node) throws(TooWide) -> Bool {
    if let wide { return node == Diagrams.none ? true : try !wide.isPossible(node, in: diagrams) }
    return try diagrams.both(node, feasible) == Diagrams.none
  }

  /// Whether a set of feasible classes has none.
  mutating func hasNone(_ node: Diagrams.Node) throws(TooWide) -> Bool {
    wide == nil ? node == Diagrams.none : try isEmpty(node)
  }

  /// The columns that any of some sets hangs on, in order.
  mutating func support(of sets: [Diagrams.Node]) throws(TooWide) -> [Int] {
    let columns = diagrams.support(of: sets)
    guard wide != nil else { return columns }
    var found: [Int] = []
    for column in columns {
      var turning = Diagrams.none
      for node in sets {
        let isSo = try diagrams.settling(column, true, in: node)
        let isNotSo = try diagrams.settling(column, false, in: node)
        turning = try diagrams.either(turning, diagrams.difference(isSo, isNotSo))
      }
      if try !isEmpty(turning) { found.append(column) }
    }
    return found
  }

  // MARK: Classes one by one

  /// The truths of each axis's looks in some feasible class of a set; nil if there is none.
  mutating func someClass(of node: Diagrams.Node) throws(TooWide) -> [UInt64]? {
    if let wide { return try wide.model(of: node, in: diagrams)?.truths.map { $0 ? 1 : 0 } }
    let inside = try diagrams.both(node, feasible)
    return diagrams.first(of: inside).map { columns in
      zip(axes, firstColumns).map { axis, first in
        axis.looks.indices.reduce(0) { columns.contains(first + $1) ? $0 | 1 << UInt64($1) : $0 }
      }
    }
  }

  /// Values that put a request into a set, whatever else is true of it: as few axes as can be are settled. Nil if no class is in it.
  mutating func example(of node: Diagrams.Node) throws(TooWide) -> Recorded? {
    if let wide {
      let outside = try diagrams.outside(node)
      return try wide.example(of: node, outside: outside, in: diagrams)
    }
    guard let truths = try someClass(of: node) else { return nil }
    let outside = try diagrams.without(feasible, node)
    var isTrue = [Bool?](repeating: nil, count: width)
    func settle(_ axis: Int, _ isSettled: Bool) {
      for index in axes[axis].looks.indices {
        isTrue[firstColumns[axis] + index] = isSettled ? truths[axis] & 1 << UInt64(index) != 0 : nil
      }
    }
    for axis in axes.indices { settle(axis, true) }
    var settled: [Int] = []
    for axis in axes.indices {
      settle(axis, false)
      if diagrams.meets(outside, isTrue) {
        settle(axis, true)
        settled.append(axis)
      }
    }
    return settled.reduce(Recorded()) { recorded, axis in
      axes[axis].cell(truths[axis]).map { recorded.joined(with: $0.example) } ?? recorded
    }
  }

  /// Values that make a class what it is on every axis.
  func example(of truths: [UInt64]) -> Recorded {
    zip(axes, truths).reduce(Recorded()) { recorded, next in
      next.0.cell(next.1).map { recorded.joined(with: $0.example) } ?? recorded
    }
  }

  /// The class with these truths, alone.
  mutating func single(_ truths: [UInt64]) throws(TooWide) -> Diagrams.Node { try cube(truths, Set(axes.indices)) }

  private mutating func cube(_ truths: [UInt64], _ settled: Set<Int>) throws(TooWide) -> Diagrams.Node {
    var node = Diagrams.every
    for axis in settled.sorted().reversed() {
      for index in axes[axis].looks.indices.reversed() {
        let isTrue = truths[axis] & 1 << UInt64(index) != 0
        let column = try diagrams.column(firstColumns[axis] + index)
        let own = isTrue ? column : try diagrams.outside(column)
        node = try diagrams.both(own, node)
      }
    }
    return node
  }
}
